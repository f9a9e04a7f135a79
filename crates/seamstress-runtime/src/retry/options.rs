//! How often, and for how long, a call is tried again.

use std::time::Duration;

use crate::Error;

/// How often, and for how long, a call is tried again.
///
/// A call is repeated where another attempt may end better (no connection, a broken one, a
/// timeout, the statuses 408, 429 and 5xx) *and* it is safe: its method is idempotent (RFC 9110,
/// section 9.2.2: not POST, not PATCH), the API describes it so
/// ([`Operation::idempotent`](crate::Operation::idempotent)), the caller vouches for it
/// ([`Request::with_idempotent`](crate::Request::with_idempotent)), or no part of it was sent.
///
/// One attempt more follows where the server refuses a token that can be obtained anew, whatever
/// these options say: by 401 it has not acted (RFC 9110, section 15.5.2).
///
/// The pause before an attempt is random between zero and a limit that doubles each time, or
/// as long as the server asks for (`Retry-After`). All attempts together end at the deadline:
/// where the pause would reach it, the call ends at once with what it has.
///
/// ```
/// use std::time::Duration;
/// use seamstress_runtime::RetryOptions;
///
/// let patient = RetryOptions::default()
///     .max_attempts(8)
///     .max_delay(Duration::from_secs(20))
///     .deadline(Duration::from_secs(120));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct RetryOptions {
    pub(crate) max_attempts: u32,
    pub(crate) base_delay: Duration,
    pub(crate) max_delay: Duration,
    pub(crate) deadline: Option<Duration>,
}

impl Default for RetryOptions {
    /// Four attempts, pauses of at most 0.2, 0.4 and 0.8 seconds, and a deadline of twice the
    /// timeout of an attempt.
    fn default() -> Self {
        Self {
            max_attempts: 4,
            base_delay: Duration::from_millis(200),
            max_delay: Duration::from_secs(5),
            deadline: None,
        }
    }
}

impl RetryOptions {
    /// A single attempt, but for the one with a new token where the server refused the old one.
    pub fn never() -> Self {
        Self::default().max_attempts(1)
    }

    /// How often a call is sent at most, the first time included; 4 by default. Zero is refused.
    /// A token that is refused is obtained anew once all the same.
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = attempts;
        self
    }

    /// The longest pause before the second attempt; 200 ms by default. It doubles with every
    /// attempt after that.
    pub fn base_delay(mut self, delay: Duration) -> Self {
        self.base_delay = delay;
        self
    }

    /// The longest pause at all, unless the server asks for a longer one; 5 seconds by default.
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    /// The time for all attempts and the pauses between them; by default twice the timeout of
    /// one attempt. Zero is refused.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// The time for all attempts, each of which may take `timeout`.
    pub(crate) fn deadline_with(&self, timeout: Duration) -> Duration {
        self.deadline.unwrap_or(timeout.saturating_mul(2))
    }

    /// # Errors
    ///
    /// Of [`ErrorKind::Configuration`](crate::ErrorKind::Configuration), where no attempt would
    /// ever be made.
    pub(crate) fn check(&self) -> Result<(), Error> {
        if self.max_attempts == 0 {
            let message = "no attempts at all would fail every call; one attempt is never retried";
            return Err(Error::configuration(message));
        }
        if self.deadline.is_some_and(|deadline| deadline.is_zero()) {
            let message = "a deadline of zero would fail every call";
            return Err(Error::configuration(message));
        }
        Ok(())
    }
}
