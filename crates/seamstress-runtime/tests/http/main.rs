//! The HTTP side of the runtime against servers on the loopback address.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod api;
mod arguments;
mod builders;
mod calls;
mod errors;
mod faults;
mod pages;
mod redirects;
#[cfg(feature = "testing")]
mod renamed;
mod reuse;
mod secrets;
mod server;
mod servers;
mod streams;
mod waits;
