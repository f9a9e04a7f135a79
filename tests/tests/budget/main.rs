//! What the emitted crate may cost, as counts: they are the same on every machine, as times are not.
//!
//! Each bound is a little above what the figure was when it was set. A test that trips names the
//! figure, the bound and what to do. What it costs in time is for `cargo xtask bench`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod dependencies;
mod memory;
mod source;

/// Fails where a figure is above its bound.
#[track_caller]
fn at_most(bound: usize, what: &str, figure: usize, advice: &str) {
    assert!(
        figure <= bound,
        "{what}: {figure}, and the bound is {bound}. {advice} If the document grew, or what came in \
         is worth it, raise the bound in this test and say why in the commit."
    );
}
