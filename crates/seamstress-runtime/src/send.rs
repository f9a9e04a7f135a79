//! Sending a call: the order of the steps, and the future of the result.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use tracing::Instrument;

use crate::credential::authenticate;
use crate::hook::Attempt;
use crate::response::Envelope;
use crate::retry::{Outcome, is_transient, pause, retry_after, was_never_sent};
use crate::transport::{BoxFuture, Limits};
use crate::{Call, Error, RetryOptions, trace};

/// Sends `call`, and gives the answer if it is a success. The steps, in this order:
///
/// 1. *Build* the request from the call: path, query, body, headers.
/// 2. *Authenticate* it with the credential that the operation accepts. This comes after the
///    caller's headers, so that none of them can stand in for a credential.
/// 3. *Hooks*, in the order in which they were added.
/// 4. *Transport* it within the limits of the call or else of the client.
/// 5. *Hooks*, in the opposite order.
/// 6. *Repeat* from 1 on, after a pause, where another attempt may end better and is safe, as
///    long as attempts, deadline and budget allow it.
/// 7. *Judge*: any status but 2xx is an error, with what the API says about it.
///
/// Reading the value of the answer is the caller's, who knows its type.
pub(crate) async fn exchange(call: Call) -> Result<Envelope, Error> {
    let span = trace::call(&call);
    let result = attempts(&call).instrument(span.clone()).await;
    let result = result.map_err(|error| error.with_operation(call.operation.name));
    trace::called(&span, &result);
    result
}

/// Steps 1 to 7.
async fn attempts(call: &Call) -> Result<Envelope, Error> {
    let client = &*call.client.0;
    let retry = call.retry.as_ref().unwrap_or(&client.retry);
    let timeout = call.timeout.unwrap_or(client.limits.timeout);
    let end = client
        .clock
        .now()
        .saturating_add(retry.deadline_with(timeout));
    let mut number = 1;
    loop {
        let limits = Limits {
            timeout: timeout.min(end.saturating_sub(client.clock.now())),
            ..client.limits
        };
        let before = |error: Error| error.with_attempts(number - 1);
        let request = request(call, number).map_err(before)?;
        let span = trace::attempt(number);
        let outcome = transport(call, request, number, limits)
            .instrument(span.clone())
            .await;
        trace::attempted(&span, &outcome);
        if !is_transient(&outcome) {
            client.budget.give();
        }
        let Some(pause) = next_attempt(call, retry, number, &outcome, end) else {
            return judge(call, outcome, number);
        };
        trace::retrying(number, pause);
        client.clock.sleep(pause).await;
        // Sleep may last longer than it should, as on a machine that was suspended.
        if client.clock.now() >= end {
            return judge(call, outcome, number);
        }
        number += 1;
    }
}

/// Steps 1 to 3. They are taken again for every attempt, so that what is signed or stamped is
/// fresh, and a call that succeeds at once keeps no copy of its request.
fn request(call: &Call, number: u32) -> Result<http::Request<Bytes>, Error> {
    let client = &*call.client.0;
    let mut request = crate::request::build(call)?;
    authenticate(call.operation, client, request.headers_mut())?;
    let attempt = attempt(call, number);
    for hook in &client.hooks {
        hook.before(&attempt, &mut request)?;
    }
    Ok(request)
}

/// Steps 4 and 5.
async fn transport(
    call: &Call,
    request: http::Request<Bytes>,
    number: u32,
    limits: Limits,
) -> Outcome {
    let client = &*call.client.0;
    if client.hooks.is_empty() {
        return client.transport.execute(request, limits).await;
    }
    let sent = client.clock.now();
    let outcome = client.transport.execute(request, limits).await;
    let took = client.clock.now().saturating_sub(sent);
    let attempt = attempt(call, number);
    for hook in client.hooks.iter().rev() {
        hook.after(&attempt, outcome.as_ref(), took);
    }
    outcome
}

fn attempt(call: &Call, number: u32) -> Attempt<'_> {
    Attempt {
        operation: call.operation,
        number,
        base_url: call.client.base_url(),
    }
}

/// Step 6: the pause after which another attempt follows, if one does.
fn next_attempt(
    call: &Call,
    retry: &RetryOptions,
    number: u32,
    outcome: &Outcome,
    end: Duration,
) -> Option<Duration> {
    let client = &*call.client.0;
    let is_safe = call.idempotent || was_never_sent(outcome);
    if !is_safe || number >= retry.max_attempts || !is_transient(outcome) {
        return None;
    }
    let pause = pause(retry, number, outcome, &*client.clock);
    if client.clock.now().saturating_add(pause) >= end {
        return None;
    }
    if !client.budget.take() {
        trace::out_of_budget(number);
        return None;
    }
    Some(pause)
}

/// Step 7.
fn judge(call: &Call, outcome: Outcome, attempts: u32) -> Result<Envelope, Error> {
    let client = &*call.client.0;
    let answer = outcome.map_err(|error| Error::from_transport(error).with_attempts(attempts))?;
    let envelope = Envelope::new(call, answer, attempts);
    let status = envelope.status();
    if status.is_success() {
        return Ok(envelope);
    }
    let api = client.settings.error_body.read(status, envelope.body());
    let pause = retry_after(envelope.headers(), client.clock.timestamp());
    let error = Error::from_api(api, envelope.request_id().map(str::to_owned));
    Err(error.with_attempts(attempts).with_retry_after(pause))
}

/// The result of a call that is being sent. Nothing is sent before it is awaited.
#[must_use = "nothing is sent until it is awaited"]
pub struct Sending<T>(BoxFuture<'static, Result<T, Error>>);

impl<T> Sending<T> {
    pub(crate) fn new(future: impl Future<Output = Result<T, Error>> + Send + 'static) -> Self {
        Self(Box::pin(future))
    }

    /// What `make` makes of the value, for generated clients.
    #[doc(hidden)]
    pub fn map<U>(self, make: impl FnOnce(T) -> U + Send + 'static) -> Sending<U>
    where
        T: 'static,
    {
        Sending::new(async move { self.await.map(make) })
    }
}

impl<T> Future for Sending<T> {
    type Output = Result<T, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.0.as_mut().poll(cx)
    }
}

impl<T> fmt::Debug for Sending<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sending").finish_non_exhaustive()
    }
}
