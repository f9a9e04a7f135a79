//! Sending a call: the order of the steps, and the future of the result.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use crate::credential::authenticate;
use crate::response::Envelope;
use crate::transport::{BoxFuture, Limits};
use crate::{Call, Error};

/// Sends `call`, and gives the answer if it is a success. The steps, in this order:
///
/// 1. *Build* the request from the call: path, query, body, headers.
/// 2. *Authenticate* it with the credential that the operation accepts. This comes last, so
///    that no header of the caller's can stand in for a credential.
/// 3. *Transport* it within the limits of the call or else of the client.
/// 4. *Judge*: any status but 2xx is an error, with what the API says about it.
///
/// Reading the value of the answer is the caller's, who knows its type. Hooks stand between
/// 2 and 3; repetition spans from there to 4.
pub(crate) async fn exchange(call: Call) -> Result<Envelope, Error> {
    let name = call.operation.name;
    attempt(call)
        .await
        .map_err(|error| error.with_operation(name))
}

async fn attempt(call: Call) -> Result<Envelope, Error> {
    let client = &*call.client.0;
    let mut request = crate::request::build(&call)?;
    authenticate(call.operation, &client.credentials, request.headers_mut())?;
    let limits = Limits {
        timeout: call.timeout.unwrap_or(client.limits.timeout),
        ..client.limits
    };
    let answer = client.transport.execute(request, limits).await;
    let answer = answer.map_err(Error::from_transport)?;
    let envelope = Envelope::new(call.operation, client, answer);
    if envelope.status().is_success() {
        return Ok(envelope);
    }
    let api = client
        .settings
        .error_body
        .read(envelope.status(), envelope.body());
    Err(Error::from_api(
        api,
        envelope.request_id().map(str::to_owned),
    ))
}

/// The result of a call that is being sent. Nothing is sent before it is awaited.
#[must_use = "nothing is sent until it is awaited"]
pub struct Sending<T>(BoxFuture<'static, Result<T, Error>>);

impl<T> Sending<T> {
    pub(crate) fn new(future: impl Future<Output = Result<T, Error>> + Send + 'static) -> Self {
        Self(Box::pin(future))
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
