//! Time and chance: passed in, so that no test has to wait for them.

use std::fmt;
use std::time::Duration;

use jiff::Timestamp;

use crate::transport::BoxFuture;

/// What tells the time, waits, and picks pauses.
pub trait Clock: fmt::Debug + Send + Sync + 'static {
    /// The time since some moment in the past, always the same; never goes backwards.
    fn now(&self) -> Duration;

    /// Ends when `duration` has passed.
    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()>;

    /// The time of day, by which the dates of servers are read.
    fn timestamp(&self) -> Timestamp {
        Timestamp::now()
    }

    /// A random pause between zero and `max`.
    fn jitter(&self, max: Duration) -> Duration {
        max.mul_f64(fastrand::f64())
    }
}

/// The clock of the tokio runtime, which tests can pause.
#[cfg(feature = "tokio")]
#[derive(Clone, Copy, Debug)]
pub struct TokioClock {
    start: tokio::time::Instant,
}

#[cfg(feature = "tokio")]
impl Default for TokioClock {
    fn default() -> Self {
        Self {
            start: tokio::time::Instant::now(),
        }
    }
}

#[cfg(feature = "tokio")]
impl Clock for TokioClock {
    fn now(&self) -> Duration {
        self.start.elapsed()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}
