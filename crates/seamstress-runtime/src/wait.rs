//! Waiting for long-running actions: the API answers at once with an action that is still
//! pending, and the client reads it again until it is not.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use crate::error::{Action, ActionFailure, one_line};
use crate::json::Json;
use crate::response::{Envelope, Response};
use crate::send::{Sending, exchange};
use crate::{Call, Client, Clock, Error, ErrorKind};

/// A long-running action: what generated clients implement for its type.
pub trait Waitable {
    /// How far it is.
    fn progress(&self) -> Progress<'_>;
}

/// How far a long-running action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress<'a> {
    /// It runs still.
    Pending,
    /// It did what it should.
    Done,
    /// It ended in failure.
    Failed {
        /// Which failure it is, for programs.
        code: &'a str,
        /// What went wrong, for people.
        message: &'a str,
    },
    /// The client does not know its status, and so not whether waiting makes sense.
    Unknown(&'a str),
}

/// How often and how long to look at a long-running action.
///
/// ```
/// use std::time::Duration;
/// use seamstress_runtime::WaitOptions;
///
/// let patient = WaitOptions::default().deadline(Duration::from_secs(60));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct WaitOptions {
    interval: Duration,
    deadline: Duration,
}

impl Default for WaitOptions {
    /// Every second, for ten seconds.
    fn default() -> Self {
        Self {
            interval: Duration::from_secs(1),
            deadline: Duration::from_secs(10),
        }
    }
}

impl WaitOptions {
    /// The time between two looks; one second by default. Zero is refused when waiting begins.
    pub fn interval(mut self, interval: Duration) -> Self {
        self.interval = interval;
        self
    }

    /// The time after which waiting ends; ten seconds by default. It counts from the first
    /// answer, and includes the time that looking takes. Zero looks at the first answer only.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// # Errors
    ///
    /// Of [`ErrorKind::Configuration`], where the interval is zero.
    pub(crate) fn check(self) -> Result<(), Error> {
        match self.interval.is_zero() {
            true => Err(Error::configuration(
                "an interval of zero between two looks would flood the server",
            )),
            false => Ok(()),
        }
    }
}

impl Client {
    /// How often and how long to look at long-running actions, unless a call says otherwise.
    pub fn wait_options(&self) -> WaitOptions {
        self.0.wait
    }

    /// Waits for an action that the caller has already: looks at it, and as long as it is
    /// pending, makes the call that `poll` gives to read it again.
    ///
    /// The last look is at the deadline, and may take one interval more.
    ///
    /// # Errors
    ///
    /// Those of the calls; of [`ErrorKind::ActionFailed`], [`ErrorKind::WaitTimeout`] and
    /// [`ErrorKind::UnknownStatus`]; each with the action as it was seen last. Of
    /// [`ErrorKind::Configuration`], where the interval is zero.
    pub fn wait<T: Waitable + Json + Default + Send + Sync + 'static>(
        &self,
        action: T,
        poll: fn(&Client, &T) -> Call,
        options: WaitOptions,
    ) -> Sending<T> {
        let client = self.clone();
        Sending::new(async move {
            let name = poll(&client, &action).operation().name;
            let result = wait(&client, action, poll, options).await;
            result.map_err(|error| error.with_operation(name))
        })
    }
}

impl Call {
    /// Sends the call, and waits for the action that the answer holds: in its member `key`,
    /// or else as the value of the operation. See [`Client::wait`].
    pub fn send_and_wait<T: Waitable + Json + Default + Send + Sync + 'static>(
        self,
        key: Option<&'static str>,
        poll: fn(&Client, &T) -> Call,
        options: WaitOptions,
    ) -> Sending<T> {
        Sending::new(async move {
            options.check()?;
            let client = self.client.clone();
            let operation = self.operation;
            let mut envelope = exchange(&self).await?;
            // What was sent may be large, and waiting may be long.
            drop(self);
            let action = match key {
                None => Response::read(*envelope)?.into_value(),
                Some(key) => match envelope.read_member(key)? {
                    Some(action) => action,
                    None => return Err(absent(&envelope, key)),
                },
            };
            let result = wait(&client, action, poll, options).await;
            result.map_err(|error| error.with_operation(operation.name))
        })
    }
}

async fn wait<T: Waitable + Json + Default + Send + Sync + 'static>(
    client: &Client,
    mut action: T,
    poll: fn(&Client, &T) -> Call,
    options: WaitOptions,
) -> Result<T, Error> {
    options.check()?;
    let clock = &*client.0.clock;
    let end = clock.now().saturating_add(options.deadline);
    loop {
        let failure = match action.progress() {
            Progress::Done => return Ok(action),
            Progress::Failed { code, message } => Some((code.to_owned(), message.to_owned())),
            Progress::Unknown(status) => return Err(unknown(status.to_owned(), action)),
            Progress::Pending => None,
        };
        if let Some((code, message)) = failure {
            return Err(failed(ActionFailure { code, message }, action));
        }
        let left = end.saturating_sub(clock.now());
        if left.is_zero() {
            return Err(timed_out(options, action));
        }
        clock.sleep(options.interval.min(left)).await;
        let limit = end.saturating_sub(clock.now()).max(options.interval);
        action = match within(clock, limit, poll(client, &action).send_value()).await {
            Some(Ok(action)) => action,
            Some(Err(error)) => return Err(error.with_action(Action::new(action, None))),
            None => return Err(timed_out(options, action)),
        };
    }
}

/// The result of `future`, unless `limit` passes before there is one.
async fn within<T>(
    clock: &dyn Clock,
    limit: Duration,
    future: impl Future<Output = T>,
) -> Option<T> {
    let mut future = pin!(future);
    let mut sleep = clock.sleep(limit);
    poll_fn(|cx| match future.as_mut().poll(cx) {
        Poll::Ready(result) => Poll::Ready(Some(result)),
        Poll::Pending => sleep.as_mut().poll(cx).map(|()| None),
    })
    .await
}

fn absent(envelope: &Envelope, key: &str) -> Error {
    envelope.decode_error(&format!("it lacks `{key}`, the action to wait for"))
}

fn failed<T: Json + Send + Sync + 'static>(failure: ActionFailure, action: T) -> Error {
    let (code, text) = (one_line(&failure.code), one_line(&failure.message));
    Error::new(
        ErrorKind::ActionFailed,
        format!("the action failed: {code}: {text}"),
    )
    .with_action(Action::new(action, Some(failure)))
}

fn timed_out<T: Json + Send + Sync + 'static>(options: WaitOptions, action: T) -> Error {
    let message = format!("the action was still pending after {:?}", options.deadline);
    Error::new(ErrorKind::WaitTimeout, message).with_action(Action::new(action, None))
}

fn unknown<T: Json + Send + Sync + 'static>(status: String, action: T) -> Error {
    let message = format!("the action has an unknown status: {:?}", one_line(&status));
    Error::new(ErrorKind::UnknownStatus, message).with_action(Action::new(action, None))
}
