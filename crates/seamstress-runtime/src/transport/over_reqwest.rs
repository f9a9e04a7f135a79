//! The transport over `reqwest`.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use reqwest::redirect::Policy;

use super::origin::Origins;
use super::{
    BoxFuture, ByteStream, Limits, Transport, TransportError, TransportErrorKind, streamed, tls,
};
use crate::Error;

/// A [`Transport`] over a [`reqwest::Client`], which pools connections and speaks TLS.
///
/// It needs a tokio runtime with input, output and time enabled.
#[derive(Clone)]
pub struct ReqwestTransport {
    client: reqwest::Client,
    /// Whether it is the caller's, and may have a timeout of its own.
    is_given: bool,
    origins: Origins,
}

impl ReqwestTransport {
    /// A transport with a pool of its own: HTTP/1.1 without cookies and redirects, TLS by
    /// rustls. Proxies are taken from the environment (`HTTPS_PROXY`, `NO_PROXY`, …).
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Configuration`](crate::ErrorKind::Configuration), where TLS cannot be set up.
    pub fn new() -> Result<Self, Error> {
        let cannot = |reason: String| Error::configuration(format!("TLS: {reason}"));
        let tls = tls::config().map_err(|error| cannot(error.to_string()))?;
        let client = reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            .redirect(Policy::none())
            .retry(reqwest::retry::never())
            .build()
            .map_err(|error| cannot(chain(&error)))?;
        Ok(Self {
            is_given: false,
            ..Self::with_client(client)
        })
    }

    /// A transport over the caller's own client, with its pool, proxies and certificates.
    ///
    /// The client should follow no redirects (`redirect::Policy::none()`): `reqwest` takes
    /// `authorization` off a request that is redirected to another origin, but no header of
    /// an API's own.
    ///
    /// Its `timeout` does not count: that of the API's client or of the call stands instead, which
    /// for streams is the longest silence. `connect_timeout` and `read_timeout` hold beside it.
    #[must_use]
    pub fn with_client(client: reqwest::Client) -> Self {
        Self {
            client,
            is_given: true,
            origins: Origins::default(),
        }
    }

    /// Sets what `reqwest` takes for the whole time of `request`, where its client may have other
    /// ideas. Our own client has none, and is spared the timer.
    fn allow(&self, request: &mut reqwest::Request, time: Duration) {
        if self.is_given {
            *request.timeout_mut() = Some(time);
        }
    }
}

impl Transport for ReqwestTransport {
    fn execute(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>> {
        let mut request = match self.origins.request(request) {
            Ok(request) => request,
            Err(error) => return Box::pin(std::future::ready(Err(error))),
        };
        self.allow(&mut request, limits.timeout);
        // What is under way is in a box of `reqwest`'s, so that ours is small.
        let response = self.client.execute(request);
        Box::pin(async move {
            // One timer over all, where `reqwest` would have one for the head and the body each.
            let answer = collect(response, limits.max_response_bytes);
            let answer = tokio::time::timeout(limits.timeout, answer).await;
            answer.unwrap_or_else(|_| Err(late()))
        })
    }

    fn open(
        &self,
        request: http::Request<ByteStream>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<http::Response<ByteStream>, TransportError>> {
        Box::pin(async move {
            let (mut request, sent) = streamed::request(request)?;
            // A stream takes as long as it takes.
            self.allow(&mut request, Duration::MAX);
            streamed::open(&self.client, request, sent, limits.timeout).await
        })
    }
}

/// A client holds default headers and proxies, and any of them a secret: nothing of it is shown.
impl fmt::Debug for ReqwestTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReqwestTransport").finish_non_exhaustive()
    }
}

fn late() -> TransportError {
    TransportError::new(TransportErrorKind::Timeout, "no answer in time")
}

/// Awaits `response`, and reads its body.
async fn collect(
    response: impl Future<Output = reqwest::Result<reqwest::Response>>,
    limit: u64,
) -> Result<http::Response<Bytes>, TransportError> {
    let mut response = response.await.map_err(from_reqwest)?;
    let body = body(&mut response, limit).await?;
    let mut answer = http::Response::new(body);
    *answer.status_mut() = response.status();
    *answer.headers_mut() = std::mem::take(response.headers_mut());
    Ok(answer)
}

/// Reads the body, and stops as soon as it is longer than `limit`.
async fn body(response: &mut reqwest::Response, limit: u64) -> Result<Bytes, TransportError> {
    let announced = response.content_length().unwrap_or(0);
    if announced > limit {
        return Err(TransportError::too_large(limit));
    }
    let Some(first) = response.chunk().await.map_err(from_reqwest)? else {
        return Ok(Bytes::new());
    };
    if announced > 0 && first.len() as u64 == announced {
        // `hyper` gives no more than that, and need not be asked.
        return Ok(first);
    }
    let mut body = Gathered::One(first);
    while body.len() as u64 <= limit {
        match response.chunk().await.map_err(from_reqwest)? {
            Some(chunk) => body = body.and(chunk, announced),
            None => return Ok(body.into_bytes()),
        }
    }
    Err(TransportError::too_large(limit))
}

/// What has come of a body: most are a single chunk, which need not be copied.
enum Gathered {
    One(Bytes),
    Many(BytesMut),
}

impl Gathered {
    fn len(&self) -> usize {
        match self {
            Self::One(chunk) => chunk.len(),
            Self::Many(chunks) => chunks.len(),
        }
    }

    /// Adds `chunk`; `announced` is the length of the whole body, if it is known, else 0.
    fn and(self, chunk: Bytes, announced: u64) -> Self {
        /// A server may announce much and send little: no more than this is set aside on its word.
        const TRUSTED: usize = 1024 * 1024;
        let mut chunks = match self {
            Self::Many(chunks) => chunks,
            Self::One(first) => {
                let announced = usize::try_from(announced).unwrap_or(TRUSTED).min(TRUSTED);
                let mut chunks = BytesMut::with_capacity(announced.max(first.len() + chunk.len()));
                chunks.extend_from_slice(&first);
                chunks
            }
        };
        chunks.extend_from_slice(&chunk);
        Self::Many(chunks)
    }

    fn into_bytes(self) -> Bytes {
        match self {
            Self::One(chunk) => chunk,
            Self::Many(chunks) => chunks.freeze(),
        }
    }
}

/// The URL is taken off: its query may hold what nobody should read in a log.
pub(super) fn from_reqwest(error: reqwest::Error) -> TransportError {
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
    TransportError::new(kind, format!("{what}: {}", chain(&error))).with_source(error)
}

/// The last cause of `error`, which says most: `Connection refused (os error 111)`.
fn chain(error: &reqwest::Error) -> String {
    let mut last: &dyn StdError = error;
    while let Some(cause) = last.source() {
        last = cause;
    }
    last.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_under_way_is_small() {
        let request = http::Request::get("http://127.0.0.1/");
        let request = request.body(Bytes::new()).unwrap();
        let limits = Limits {
            timeout: Duration::from_secs(1),
            max_response_bytes: 1,
        };
        let transport = ReqwestTransport::new().unwrap();
        let answer = transport.execute(request, limits);
        assert!(size_of_val(&*answer) <= 512, "{}", size_of_val(&*answer));
    }
}
