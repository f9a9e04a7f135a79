//! Sending a call: the order of the steps, and the future of the result.

use std::fmt;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};

use bytes::Bytes;
use tracing::Instrument;

use crate::course::{Answered, Came, Course, Next, is_answer};
use crate::credential::Proof;
use crate::hook::Attempt;
use crate::request::Outgoing;
use crate::response::Envelope;
use crate::retry::Outcome;
use crate::transport::{BoxFuture, ByteStream, Limits};
use crate::{Call, Download, Error, ErrorKind, trace};

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
pub(crate) async fn exchange(call: &Call) -> Result<Box<Envelope>, Error> {
    let (envelope, _) = answered(call, Mode::Whole).await?;
    Ok(envelope)
}

/// The same, where the content of the answer is read by the caller as it comes. An attempt then
/// ends with the head of the answer: what breaks after it is not tried again.
pub(crate) async fn download(call: Call) -> Result<Download, Error> {
    let limit = call.client.0.limits.max_response_bytes;
    let (envelope, body) = answered(&call, Mode::Streamed).await?;
    let body = body.map_or_else(|| Bytes::new().into(), |body| *body);
    Ok(Download::new(*envelope, body, limit))
}

/// How the content of an answer that is a success is taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Whole,
    Streamed,
}

async fn answered(call: &Call, mode: Mode) -> Result<Answered, Error> {
    let mut attempts = pin!(attempts(call, mode).instrument(trace::call(call)));
    let result = attempts.as_mut().await;
    let result = result.map_err(|error| error.with_operation(call.operation.name));
    let envelope = result.as_ref().map(|(envelope, _)| &**envelope);
    trace::called(attempts.span(), envelope);
    result
}

/// Steps 1 to 7. What only some calls need while they wait is in boxes: the future of a call is made
/// and moved each time, and touches less memory for it.
async fn attempts(call: &Call, mode: Mode) -> Result<Answered, Error> {
    if let Some(fault) = &call.rare().fault {
        // Before anything is asked for, a token too.
        return Err(Error::new(ErrorKind::Request, fault));
    }
    let client = &*call.client.0;
    let mut now = client.clock.now();
    let mut course = Course::of(call, now);
    loop {
        let before = |error: Error| error.with_attempts(course.number - 1);
        let mut proof = Proof::choose(call.operation, client).map_err(before)?;
        if proof.needs_tokens() {
            let obtained = Box::pin(proof.obtain(client, course.end)).await;
            obtained.map_err(before)?;
            now = client.clock.now();
        }
        let left = course.end.saturating_sub(now);
        if left.is_zero() {
            return Err(before(late()));
        }
        let limits = Limits {
            timeout: course.timeout.min(left),
            ..client.limits
        };
        let request = request(call, course.number, &proof).map_err(before)?;
        let came = {
            let span = trace::attempt(course.number);
            let sending = span.in_scope(|| transport(call, request, course.number, limits, mode));
            let mut sending = pin!(sending.instrument(span));
            let came = sending.as_mut().await;
            trace::attempted(sending.span(), &came.0);
            came
        };
        let (pause, came) = match course.next(&proof, came) {
            Next::End(answered) => return answered,
            Next::AtOnce => {
                now = client.clock.now();
                continue;
            }
            Next::After(pause, came) => (pause, came),
        };
        client.clock.sleep(pause).await;
        // Sleep may last longer than it should, as on a machine that was suspended.
        now = client.clock.now();
        if now >= course.end {
            return course.judge(*came);
        }
        course.number += 1;
    }
}

/// The error of a call whose time was over before an attempt could begin.
fn late() -> Error {
    let message = "to obtain a token took all the time that the call has";
    Error::new(ErrorKind::Timeout, message)
}

/// Steps 1 to 3. They are taken again for every attempt, so that what is signed or stamped is
/// fresh, and a call that succeeds at once keeps no copy of its request.
fn request(call: &Call, number: u32, proof: &Proof<'_>) -> Result<Box<Outgoing>, Error> {
    let client = &*call.client.0;
    let proven = proof.headers(call);
    let mut outgoing = crate::request::build(call, proven.unwrap_or(&client.headers))?;
    let request = &mut outgoing.request;
    if proven.is_none() {
        proof.add(request)?;
    }
    let attempt = attempt(call, number);
    for hook in &client.hooks {
        hook.before(&attempt, request)?;
    }
    Ok(outgoing)
}

/// Steps 4 and 5.
fn transport(
    call: &Call,
    outgoing: Box<Outgoing>,
    number: u32,
    limits: Limits,
    mode: Mode,
) -> impl Future<Output = Came> {
    let client = &*call.client.0;
    let sent = (!client.hooks.is_empty()).then(|| client.clock.now());
    let flight = Flight::start(call, outgoing, limits, mode);
    async move {
        let (outcome, content) = match flight {
            Flight::Whole(answer) => (answer.await, None),
            Flight::Streamed(answer) => answer.await,
        };
        if let Some(sent) = sent {
            let took = client.clock.now().saturating_sub(sent);
            let attempt = attempt(call, number);
            for hook in client.hooks.iter().rev() {
                hook.after(&attempt, outcome.as_ref(), took);
            }
        }
        (outcome, content)
    }
}

/// A request under way. It is in a box of its own, and so not in the future of the call: that is
/// made and moved for each call, and an allocator takes long for large ones.
enum Flight<'a> {
    Whole(BoxFuture<'a, Outcome>),
    Streamed(BoxFuture<'a, Came>),
}

impl<'a> Flight<'a> {
    fn start(call: &'a Call, outgoing: Box<Outgoing>, limits: Limits, mode: Mode) -> Self {
        let Outgoing { request, stream } = *outgoing;
        if mode == Mode::Whole && stream.is_none() {
            return Self::Whole(call.client.0.transport.execute(request, limits));
        }
        let open = |body: Bytes| stream.unwrap_or_else(|| ByteStream::from(body));
        let request = request.map(open);
        Self::Streamed(Box::pin(open_stream(call, request, limits, mode)))
    }
}

/// Step 4 where a body comes or goes piece by piece. What is not for the caller to read, such as
/// the content of a failure, is collected.
async fn open_stream(
    call: &Call,
    request: http::Request<ByteStream>,
    limits: Limits,
    mode: Mode,
) -> Came {
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
            Some(Box::new(body)),
        );
    }
    let body = body.collect(limits.max_response_bytes).await;
    (
        body.map(|body| http::Response::from_parts(head, body)),
        None,
    )
}

fn attempt(call: &Call, number: u32) -> Attempt<'_> {
    Attempt {
        operation: call.operation,
        number,
        base_url: call.client.server(call.operation),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Allocators take longer for what is larger than a kilobyte, and so does moving it.
    #[test]
    fn the_future_of_a_call_is_small() {
        fn size<F>(_: fn(&'static Call) -> F) -> usize {
            size_of::<F>()
        }
        assert!(size(exchange) <= 512, "{}", size(exchange));
        assert!(size_of::<Call>() <= 128, "{}", size_of::<Call>());
    }
}
