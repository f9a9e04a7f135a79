//! The command as a process: what it prints where, what it writes, and how it ends.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

mod complaints;
mod explain;
mod generate;
mod init;
mod lint;
mod support;
