//! Bodies that are no JSON, and answers that are none: over sockets, byte for byte.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

mod answers;
mod downloads;
mod events;
mod failures;
mod headers;
mod own_client;
mod parts;
mod server;
mod uploads;
