//! Lists in pages, in every style: each item once, an end, and no loop.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod addresses;
mod api;
mod complete;
mod faults;
mod steering;
