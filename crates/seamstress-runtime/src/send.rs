//! Sending a call: the order of the steps, and the future of the result.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use tracing::Instrument;

use crate::credential::{Proof, prove};
use crate::hook::Attempt;
use crate::request::Outgoing;
use crate::response::Envelope;
use crate::retry::{Outcome, is_transient, pause, retry_after, was_never_sent};
use crate::transport::{BoxFuture, ByteStream, Limits};
use crate::{Call, Download, Error, ErrorKind, RetryOptions, trace};

/// Sends `call`, and gives the answer if it is a success. The steps, in this order:
///
/// 1. *Build* the request from the call: path, query, body, headers.
/// 2. *Authenticate* it with the credentials that the operation accepts, whose tokens are obtained
///    or renewed before. They come after the caller's headers, so that none of these can stand in
///    for a credential.
/// 3. *Hooks*, in the order in which they were added.
/// 4. *Transport* it within the limits of the call or else of the client.
/// 5. *Hooks*, in the opposite order.
/// 6. *Repeat* from 1 on, after a pause, where another attempt may end better and is safe, as
///    long as attempts, deadline and budget allow it; and once at once, with a new token, where
///    the server refused one that can be renewed. That is no retry: the server has not acted, so
///    neither the number of attempts nor the budget stands against it, only the deadline.
/// 7. *Judge*: any status but 2xx is an error, with what the API says about it.
///
/// Reading the value of the answer is the caller's, who knows its type.
pub(crate) async fn exchange(call: &Call) -> Result<Envelope, Error> {
    let (envelope, _) = answered(call, Mode::Whole).await?;
    Ok(envelope)
}

/// The same, where the content of the answer is read by the caller as it comes. An attempt then
/// ends with the head of the answer: what breaks after it is not tried again.
pub(crate) async fn download(call: Call) -> Result<Download, Error> {
    let limit = call.client.0.limits.max_response_bytes;
    let (envelope, body) = answered(&call, Mode::Streamed).await?;
    Ok(Download::new(
        envelope,
        body.unwrap_or_else(|| Bytes::new().into()),
        limit,
    ))
}

/// How the content of an answer that is a success is taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Whole,
    Streamed,
}

/// An answer, and its content where that is still to come.
type Answered = (Envelope, Option<ByteStream>);

async fn answered(call: &Call, mode: Mode) -> Result<Answered, Error> {
    let span = trace::call(call);
    let result = attempts(call, mode).instrument(span.clone()).await;
    let result = result.map_err(|error| error.with_operation(call.operation.name));
    trace::called(&span, result.as_ref().map(|(envelope, _)| envelope));
    result
}

/// Steps 1 to 7.
async fn attempts(call: &Call, mode: Mode) -> Result<Answered, Error> {
    if let Some(fault) = &call.fault {
        // Before anything is asked for, a token too.
        return Err(Error::new(ErrorKind::Request, fault));
    }
    let client = &*call.client.0;
    let retry = call.retry.as_ref().unwrap_or(&client.retry);
    let timeout = call.timeout.unwrap_or(client.limits.timeout);
    let end = client
        .clock
        .now()
        .saturating_add(retry.deadline_with(timeout));
    let mut number = 1;
    let mut is_renewed = false;
    loop {
        let before = |error: Error| error.with_attempts(number - 1);
        let proof = prove(call.operation, client, end).await.map_err(before)?;
        let left = end.saturating_sub(client.clock.now());
        if left.is_zero() {
            return Err(before(late()));
        }
        let limits = Limits {
            timeout: timeout.min(left),
            ..client.limits
        };
        let request = request(call, number, &proof).map_err(before)?;
        let span = trace::attempt(number);
        let (outcome, content) = transport(call, request, number, limits, mode)
            .instrument(span.clone())
            .await;
        trace::attempted(&span, &outcome);
        if !is_transient(&outcome) {
            client.budget.give();
        }
        let may_renew = !is_renewed && call.is_repeatable();
        if proof.is_outdated(&outcome) && may_renew && client.clock.now() < end {
            is_renewed = true;
            number += 1;
            continue;
        }
        let Some(pause) = next_attempt(call, retry, number, &outcome, end) else {
            return Ok((judge(call, outcome, number)?, content));
        };
        trace::retrying(number, pause);
        client.clock.sleep(pause).await;
        // Sleep may last longer than it should, as on a machine that was suspended.
        if client.clock.now() >= end {
            return Ok((judge(call, outcome, number)?, content));
        }
        number += 1;
    }
}

/// The error of a call whose time was over before an attempt could begin.
fn late() -> Error {
    let message = "to obtain a token took all the time that the call has";
    Error::new(ErrorKind::Timeout, message)
}

/// Steps 1 to 3. They are taken again for every attempt, so that what is signed or stamped is
/// fresh, and a call that succeeds at once keeps no copy of its request.
fn request(call: &Call, number: u32, proof: &Proof<'_>) -> Result<Outgoing, Error> {
    let client = &*call.client.0;
    let mut outgoing = crate::request::build(call)?;
    let request = &mut outgoing.request;
    proof.add(request)?;
    let attempt = attempt(call, number);
    for hook in &client.hooks {
        hook.before(&attempt, request)?;
    }
    Ok(outgoing)
}

/// Steps 4 and 5.
async fn transport(
    call: &Call,
    outgoing: Outgoing,
    number: u32,
    limits: Limits,
    mode: Mode,
) -> (Outcome, Option<ByteStream>) {
    let client = &*call.client.0;
    let sent = client.clock.now();
    let (outcome, content) = match (mode, outgoing.stream) {
        (Mode::Whole, None) => {
            let outcome = client.transport.execute(outgoing.request, limits).await;
            (outcome, None)
        }
        (mode, stream) => {
            let open = |body: Bytes| stream.unwrap_or_else(|| ByteStream::from(body));
            open_stream(call, outgoing.request.map(open), limits, mode).await
        }
    };
    if client.hooks.is_empty() {
        return (outcome, content);
    }
    let took = client.clock.now().saturating_sub(sent);
    let attempt = attempt(call, number);
    for hook in client.hooks.iter().rev() {
        hook.after(&attempt, outcome.as_ref(), took);
    }
    (outcome, content)
}

/// Step 4 where a body comes or goes piece by piece. What is not for the caller to read, such as
/// the content of a failure, is collected.
async fn open_stream(
    call: &Call,
    request: http::Request<ByteStream>,
    limits: Limits,
    mode: Mode,
) -> (Outcome, Option<ByteStream>) {
    let client = &*call.client.0;
    // A stream takes as long as it takes: the time is the longest in which nothing happens.
    let limits = Limits {
        timeout: call.timeout.unwrap_or(client.limits.timeout),
        ..limits
    };
    let answer = match client.transport.open(request, limits).await {
        Ok(answer) => answer,
        Err(error) => return (Err(error), None),
    };
    let (head, body) = answer.into_parts();
    if mode == Mode::Streamed && is_answer(call, head.status) {
        return (
            Ok(http::Response::from_parts(head, Bytes::new())),
            Some(body),
        );
    }
    let body = body.collect(limits.max_response_bytes).await;
    (
        body.map(|body| http::Response::from_parts(head, body)),
        None,
    )
}

/// Whether an answer with this status is what the operation is called for.
fn is_answer(call: &Call, status: StatusCode) -> bool {
    status.is_success() || call.operation.redirects && status.is_redirection()
}

fn attempt(call: &Call, number: u32) -> Attempt<'_> {
    Attempt {
        operation: call.operation,
        number,
        base_url: call.client.server(call.operation),
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
    let is_safe = (call.idempotent || was_never_sent(outcome)) && call.is_repeatable();
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
    if is_answer(call, status) {
        return Ok(envelope);
    }
    let api = client.settings.error_body.read(status, envelope.body());
    let pause = retry_after(envelope.headers(), client.clock.timestamp());
    let error = Error::from_api(api, envelope.request_id().map(str::to_owned));
    let error = error.with_headers(envelope.headers().clone());
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
