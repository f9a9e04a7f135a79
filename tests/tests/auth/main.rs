//! The credentials of the Seam API, over a transport that plays answers.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod environment;
mod exchange;
mod modes;
mod operations;
mod prefixes;
mod without_workspace;
