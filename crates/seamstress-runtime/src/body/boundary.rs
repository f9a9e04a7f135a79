//! The line between the parts of a body.

use std::hash::{BuildHasher, RandomState};

/// A text that does not occur in what somebody sends: 128 bits out of the system's randomness,
/// by way of the keys that the standard library gives its hash maps. Parts need not be searched
/// for it, which could not be done with streams.
pub(super) fn boundary() -> String {
    let part = |number: u64| RandomState::new().hash_one(number);
    format!("seamstress-{:016x}{:016x}", part(1), part(2))
}
