//! Answers that a server sends or may send one day, read through the generated client: as the
//! documentation shows them, as the fake server sends them, and as no description has them yet.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod access_codes;
mod action_attempts;
mod corrections;
mod events;
mod server;

use serde::Serialize;
use serde_json::Value;

/// What a value that was read is written as.
fn written<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap()
}
