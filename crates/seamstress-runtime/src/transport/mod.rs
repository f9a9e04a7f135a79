//! The step that does the input and output: a request goes out, an answer comes back.

#[cfg(feature = "hyper")]
mod over_hyper;
#[cfg(feature = "reqwest")]
mod over_reqwest;
mod stream;
#[cfg(any(feature = "hyper", feature = "reqwest"))]
mod streamed;
#[cfg(any(feature = "hyper", feature = "reqwest"))]
mod whole;

use std::fmt;
use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;

#[cfg(feature = "hyper")]
pub use over_hyper::HyperTransport;
#[cfg(feature = "reqwest")]
pub use over_reqwest::ReqwestTransport;
pub use stream::ByteStream;

/// A boxed future, so that traits with asynchronous methods can be used as objects.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Sends one request and collects the answer.
///
/// # Responsibilities
///
/// An implementation
///
/// - connects, speaks TLS where the scheme is `https`, and pools connections;
/// - ends with [`TransportErrorKind::Timeout`] once [`Limits::timeout`] has passed, counted
///   from the call to the last byte of the body;
/// - ends with [`TransportErrorKind::ResponseTooLarge`] once the body, after decompression
///   if it does any, is larger than [`Limits::max_response_bytes`], without buffering more;
/// - sends exactly the method, URI, headers and body that it is given: no cookies, no
///   redirects, no retries. A redirect is an answer like any other: following it could hand
///   credentials to another origin;
/// - gives every answer as `Ok`, whatever its status;
/// - reports [`TransportErrorKind::Connect`] only where the server cannot have seen any part
///   of the request, as such a request may be repeated whatever its method;
/// - puts neither the URI nor a header into the text of an error.
pub trait Transport: fmt::Debug + Send + Sync + 'static {
    /// Sends `request` and collects the answer within `limits`.
    fn execute(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>>;

    /// Sends a `request` whose body need not be in memory, and gives the answer as soon as its
    /// head is there. The body is sent and read while the caller gives and takes it.
    ///
    /// Here [`Limits::timeout`] is the longest time in which nothing at all goes or comes, while
    /// someone waits for it; and no size is too large.
    ///
    /// A transport that does not implement it collects both bodies, within the limits of
    /// [`execute`](Self::execute).
    fn open(
        &self,
        request: http::Request<ByteStream>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<http::Response<ByteStream>, TransportError>> {
        Box::pin(async move {
            let (head, body) = request.into_parts();
            let body = body.collect(u64::MAX).await?;
            let request = http::Request::from_parts(head, body);
            let answer = self.execute(request, limits).await?;
            Ok(answer.map(ByteStream::from))
        })
    }
}

/// What one exchange may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// The time from the call to the last byte of the body; of streams, the longest time in which
    /// nothing comes or goes.
    pub timeout: Duration,
    /// The size of the body after decompression.
    pub max_response_bytes: u64,
}

/// Why no answer came, or not all of it.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    message: String,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// The last cause of `error`, which says most: `Connection refused (os error 111)`.
#[cfg(any(feature = "hyper", feature = "reqwest"))]
fn last_cause(error: &(dyn std::error::Error + 'static)) -> String {
    let mut last = error;
    while let Some(cause) = last.source() {
        last = cause;
    }
    last.to_string()
}

/// The kinds of [`TransportError`]. Kinds may be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection came about: the server has seen nothing of the request.
    Connect,
    /// The time was over.
    Timeout,
    /// The body is larger than allowed.
    ResponseTooLarge,
    /// The transport cannot send such a request, now or later: it is not tried again.
    Unsupported,
    /// Anything else, such as a connection that broke.
    Other,
}

impl TransportError {
    /// An error of `kind`, with a message that shows neither the URI nor a header.
    #[must_use]
    pub fn new(kind: TransportErrorKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            source: None,
        }
    }

    /// The same error with its cause.
    #[must_use]
    pub fn with_source(
        mut self,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        self.source = Some(source.into());
        self
    }

    /// The error of a body that is larger than `limit` bytes.
    #[must_use]
    pub fn too_large(limit: u64) -> Self {
        let message = format!("the body of the answer is larger than {limit} bytes");
        Self::new(TransportErrorKind::ResponseTooLarge, message)
    }

    /// What kind of failure it is.
    #[must_use]
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    pub(crate) fn into_source(self) -> Option<Box<dyn std::error::Error + Send + Sync>> {
        self.source
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for TransportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(self.source.as_deref()? as _)
    }
}
