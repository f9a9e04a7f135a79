//! What the generated client sends and how it waits, over a transport that plays answers.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod blocking;
mod nulls;
mod queries;
mod repeated;
mod selectors;
mod waits;

use seam_api::Seam;
use seam_api::testing::{FakeClock, FakeTransport};

/// A client, what it sends to, and the clock that it waits by.
fn client() -> (Seam, FakeTransport, FakeClock) {
    let (server, clock) = (FakeTransport::new(), FakeClock::new());
    let builder = Seam::builder().api_key("seam_apikey1_token");
    let builder = builder.transport(server.clone()).clock(clock.clone());
    (builder.build().unwrap(), server, clock)
}
