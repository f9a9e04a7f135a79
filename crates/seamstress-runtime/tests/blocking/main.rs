//! Calls of programs without asynchronous code: none of these tests has a runtime, unless it is
//! about programs that have one after all.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod among_async;
mod api;
mod plays;
mod server;
mod sockets;
mod streams;
