//! What `tracing` and `log` get to see of calls: what helps, and no secret.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod api;
mod capture;
mod events;
mod secrets;
#[allow(dead_code, reason = "the other tests of this server use all of it")]
#[path = "../http/server.rs"]
mod server;
mod spans;
