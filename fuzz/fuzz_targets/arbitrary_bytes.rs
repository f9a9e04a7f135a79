//! Any bytes as the answer of an operation.

#![no_main]

use libfuzzer_sys::fuzz_target;
use seamstress_fuzz::{answer, check};

fuzz_target!(|input: &[u8]| {
    if let Some((choice, body)) = input.split_first() {
        check(answer(*choice), body);
    }
});
