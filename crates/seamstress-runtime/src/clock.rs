//! Time: passed in, so that no test has to wait for it.

use std::fmt;
use std::time::Duration;

use crate::transport::BoxFuture;

/// What tells the time and waits.
pub trait Clock: fmt::Debug + Send + Sync + 'static {
    /// The time since some moment in the past, always the same; never goes backwards.
    fn now(&self) -> Duration;

    /// Ends when `duration` has passed.
    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()>;
}

/// The clock of the tokio runtime, which tests can pause.
#[cfg(feature = "reqwest")]
#[derive(Clone, Copy, Debug)]
pub struct TokioClock {
    start: tokio::time::Instant,
}

#[cfg(feature = "reqwest")]
impl Default for TokioClock {
    fn default() -> Self {
        Self {
            start: tokio::time::Instant::now(),
        }
    }
}

#[cfg(feature = "reqwest")]
impl Clock for TokioClock {
    fn now(&self) -> Duration {
        self.start.elapsed()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}
