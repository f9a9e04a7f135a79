//! What the runtime does about servers and connections that fail: retries, pauses, deadlines,
//! the budget, hooks. No test waits for a pause between attempts.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod api;
mod budget;
mod hooks;
mod jitter;
mod options;
mod pauses;
mod server;
mod sockets;
mod verbs;
