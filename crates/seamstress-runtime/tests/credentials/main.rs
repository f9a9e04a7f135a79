//! Credentials: what goes out with a request, and what a client refuses to be built of.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod api;
mod canary;
mod environment;
mod exchanges;
mod logged;
mod operations;
mod placements;
mod providers;
mod sets;
mod token_server;
mod tokens;
mod values;
