//! The generated client against Seam's own fake server.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod access_codes;
mod action_attempts;
mod auth;
mod blocking;
mod devices;
mod example;
mod failures;
mod operations;
mod outages;
mod round_trips;
mod waits;

use seam_api::Seam;
use seam_tests::{API_KEY, FakeSeam};

/// A client of `server` that may do all there is to do in its example workspace.
fn client(server: &FakeSeam) -> Seam {
    client_with(server, API_KEY)
}

/// A client of `server` with another key.
fn client_with(server: &FakeSeam, api_key: &str) -> Seam {
    Seam::builder()
        .api_key(api_key)
        .base_url(server.url())
        .build()
        .unwrap()
}
