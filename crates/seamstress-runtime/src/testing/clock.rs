//! A clock that moves when someone sleeps by it.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;

use crate::{BoxFuture, Clock};

/// A [`Clock`] that moves when someone sleeps by it, and otherwise stands still: retries and
/// waiting take no time, and tests can tell how long they would have taken.
///
/// Clones share the time. Pauses are always the longest possible, so that tests know them.
///
/// ```
/// use std::time::Duration;
/// use seamstress_runtime::Clock;
/// use seamstress_runtime::testing::FakeClock;
///
/// let clock = FakeClock::new();
/// clock.advance(Duration::from_secs(90));
/// assert_eq!(clock.now(), Duration::from_secs(90));
/// assert_eq!(clock.timestamp(), "2000-01-01T00:01:30Z".parse()?);
/// # Ok::<(), seamstress_runtime::jiff::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct FakeClock {
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    now: Duration,
    slept: Vec<Duration>,
}

/// 2000-01-01T00:00:00Z, in seconds of the Unix epoch.
const START: i64 = 946_684_800;

impl FakeClock {
    /// A clock at zero, which is the beginning of the year 2000.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Moves the clock on.
    pub fn advance(&self, duration: Duration) {
        let mut state = self.lock();
        state.now = state.now.saturating_add(duration);
    }

    /// How long was slept, each time.
    #[must_use]
    pub fn slept(&self) -> Vec<Duration> {
        self.lock().slept.clone()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        // Whoever panicked while holding it has left nothing half done.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Duration {
        self.lock().now
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            self.advance(duration);
            self.lock().slept.push(duration);
        })
    }

    fn timestamp(&self) -> Timestamp {
        let start = Timestamp::from_second(START).unwrap_or_default();
        start.saturating_add(self.now()).unwrap_or(Timestamp::MAX)
    }

    fn jitter(&self, max: Duration) -> Duration {
        max
    }
}
