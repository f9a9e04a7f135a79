//! The default transport, over `hyper`.

mod connector;
mod stream;
#[cfg(test)]
mod tests;
mod tls;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, Method, Request, Response, Uri, header};
use hyper_util::client::legacy;
use hyper_util::client::proxy::matcher::Matcher;
use hyper_util::rt::{TokioExecutor, TokioTimer};

use self::connector::Connector;
use super::streamed::{self, Outgoing};
use super::{
    BoxFuture, ByteStream, Limits, Transport, TransportError, TransportErrorKind, last_cause, whole,
};
use crate::Error;

/// How long a connection is kept that nobody uses.
const IDLE: Duration = Duration::from_secs(90);

/// The default [`Transport`], over [`hyper`](https://hyper.rs): HTTP/1.1 with a pool of connections,
/// and TLS by rustls. It needs a tokio runtime with input, output and time enabled.
///
/// Copies share the pool.
#[derive(Clone)]
pub struct HyperTransport {
    client: legacy::Client<Connector, Outgoing>,
    proxies: Arc<Matcher>,
}

impl HyperTransport {
    /// A transport with a pool of its own.
    ///
    /// Proxies are taken from the environment: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY`,
    /// in upper or lower case, as `http://` or `https://` addresses. Certificates are verified as the
    /// platform does, so that a company's own authorities count.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Configuration`](crate::ErrorKind::Configuration), where TLS cannot be set up.
    pub fn new() -> Result<Self, Error> {
        Self::with_proxies(Matcher::from_env())
    }

    fn with_proxies(proxies: Matcher) -> Result<Self, Error> {
        let cannot = |error| Error::configuration(format!("TLS: {error}"));
        let tls = tls::config().map_err(cannot)?;
        let proxies = Arc::new(proxies);
        let client = legacy::Client::builder(TokioExecutor::new())
            .pool_idle_timeout(IDLE)
            .pool_timer(TokioTimer::new())
            .build(Connector::new(tls, proxies.clone()));
        Ok(Self { client, proxies })
    }

    /// Sends `request`. What is under way is in a box of `hyper`'s, so that ours is small.
    fn send(
        &self,
        mut request: Request<Outgoing>,
    ) -> Result<legacy::ResponseFuture, TransportError> {
        if let Some(reason) = refusal(&request) {
            let message = format!("the request cannot be sent: {reason}");
            return Err(TransportError::new(
                TransportErrorKind::Unsupported,
                message,
            ));
        }
        if let Some(secret) = self.proxy_authorization(request.uri()) {
            let headers = request.headers_mut();
            headers.entry(header::PROXY_AUTHORIZATION).or_insert(secret);
        }
        Ok(self.client.request(request))
    }

    /// What the proxy of a plain request has to see; those of encrypted ones see it when the tunnel
    /// is made (RFC 9110, section 11.7.2).
    fn proxy_authorization(&self, uri: &Uri) -> Option<HeaderValue> {
        if uri.scheme_str() != Some("http") {
            return None;
        }
        self.proxies.intercept(uri)?.basic_auth().cloned()
    }
}

impl Transport for HyperTransport {
    fn execute(
        &self,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        let response = match self.send(request.map(Outgoing::from)) {
            Ok(response) => response,
            Err(error) => return Box::pin(std::future::ready(Err(error))),
        };
        let response = async { response.await.map_err(from_client) };
        Box::pin(whole::collect(response, from_body, limits))
    }

    fn open(
        &self,
        request: Request<ByteStream>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<Response<ByteStream>, TransportError>> {
        let (head, body) = request.into_parts();
        let (body, sent) = Outgoing::counted(body);
        let response = self.send(Request::from_parts(head, body));
        let response = async { response?.await.map_err(from_client) };
        Box::pin(streamed::open(response, from_body, sent, limits.timeout))
    }
}

/// Proxies may hold a password: nothing is shown.
impl fmt::Debug for HyperTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HyperTransport").finish_non_exhaustive()
    }
}

/// Why `request` cannot be sent, if so.
fn refusal(request: &Request<Outgoing>) -> Option<&'static str> {
    let uri = request.uri();
    if !matches!(uri.scheme_str(), Some("http" | "https")) {
        return Some("its address has no scheme `http` or `https`");
    }
    if uri.host().is_none_or(str::is_empty) {
        return Some("its address names no host");
    }
    (request.method() == Method::CONNECT).then_some("`CONNECT` is for proxies")
}

fn from_client(error: legacy::Error) -> TransportError {
    match error.is_connect() {
        true => failure(TransportErrorKind::Connect, "no connection", error),
        false => failure(TransportErrorKind::Other, "the connection failed", error),
    }
}

fn from_body(error: hyper::Error) -> TransportError {
    failure(TransportErrorKind::Other, "the connection failed", error)
}

fn failure<E>(kind: TransportErrorKind, what: &str, error: E) -> TransportError
where
    E: std::error::Error + Send + Sync + 'static,
{
    TransportError::new(kind, format!("{what}: {}", last_cause(&error))).with_source(error)
}
