//! A transport over the caller's own client of `reqwest`.

use std::fmt;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use http_body::{Body, Frame, SizeHint};

use super::streamed::{self, Outgoing};
use super::{
    BoxFuture, ByteStream, Limits, Transport, TransportError, TransportErrorKind, last_cause, whole,
};

/// A [`Transport`] over the caller's own [`reqwest::Client`], with its pool, proxies and certificates.
///
/// It needs a tokio runtime with input, output and time enabled. How TLS is spoken, and with which
/// cryptography, is for the features of the caller's `reqwest` to say.
#[derive(Clone)]
pub struct ReqwestTransport(reqwest::Client);

impl ReqwestTransport {
    /// A transport over `client`.
    ///
    /// The client should follow no redirects (`redirect::Policy::none()`): `reqwest` takes
    /// `authorization` off a request that is redirected to another origin, but no header of
    /// an API's own.
    ///
    /// Its `timeout` does not count: that of the API's client or of the call stands instead, which
    /// for streams is the longest silence. `connect_timeout` and `read_timeout` hold beside it.
    #[must_use]
    pub fn with_client(client: reqwest::Client) -> Self {
        Self(client)
    }

    /// Sends `request`, for which `reqwest` may take so much `time`, whatever its client says.
    async fn send(
        self,
        request: Request<impl Into<reqwest::Body>>,
        time: Duration,
    ) -> Result<Response<reqwest::Body>, TransportError> {
        let mut request = reqwest::Request::try_from(request).map_err(failed)?;
        *request.timeout_mut() = Some(time);
        let response = self.0.execute(request).await.map_err(failed)?;
        Ok(response.into())
    }
}

impl Transport for ReqwestTransport {
    fn execute(
        &self,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        let response = self.clone().send(request, limits.timeout);
        Box::pin(whole::collect(Box::pin(response), failed, limits))
    }

    fn open(
        &self,
        request: Request<ByteStream>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<Response<ByteStream>, TransportError>> {
        let (head, body) = request.into_parts();
        let (body, sent) = Outgoing::counted(body);
        let request = Request::from_parts(head, reqwest::Body::wrap(Shared(Mutex::new(body))));
        // A stream takes as long as it takes.
        let response = self.clone().send(request, Duration::MAX);
        Box::pin(streamed::open(response, failed, sent, limits.timeout))
    }
}

/// A client holds default headers and proxies, and any of them a secret: nothing of it is shown.
impl fmt::Debug for ReqwestTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReqwestTransport").finish_non_exhaustive()
    }
}

/// A body that is `Sync`, as `reqwest` wants it. Nobody else asks for it.
struct Shared(Mutex<Outgoing>);

impl Body for Shared {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let body = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        Pin::new(body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        let body = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let body = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        body.size_hint()
    }
}

/// The URL is taken off: its query may hold what nobody should read in a log.
fn failed(error: reqwest::Error) -> TransportError {
    let error = error.without_url();
    let (kind, what) = if error.is_connect() {
        (TransportErrorKind::Connect, "no connection")
    } else if error.is_builder() {
        (
            TransportErrorKind::Unsupported,
            "the request cannot be sent",
        )
    } else if error.is_timeout() {
        (TransportErrorKind::Timeout, "no answer in time")
    } else {
        (TransportErrorKind::Other, "the connection failed")
    };
    TransportError::new(kind, format!("{what}: {}", last_cause(&error))).with_source(error)
}
