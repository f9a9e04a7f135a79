//! How connections are made: directly, or through a proxy.

use std::error::Error as StdError;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use http::Uri;
use hyper_rustls::HttpsConnector;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use rustls::ClientConfig;
use tower_service::Service;

use super::stream::Stream;

type BoxError = Box<dyn StdError + Send + Sync>;

/// How long a silent connection is not looked at, and how long there is between two looks, so that one
/// is found dead whose other end vanished.
const LOOK: Duration = Duration::from_secs(15);

/// How many looks nobody has to answer.
const LOOKS: u32 = 3;

/// Connects to the host of an address, with TLS where its scheme is `https`.
#[derive(Clone)]
pub(super) struct Connector {
    direct: HttpsConnector<HttpConnector>,
    tls: Arc<ClientConfig>,
    proxies: Arc<Matcher>,
}

impl Connector {
    pub(super) fn new(tls: ClientConfig, proxies: Arc<Matcher>) -> Self {
        let mut http = HttpConnector::new();
        http.enforce_http(false);
        http.set_nodelay(true);
        http.set_keepalive(Some(LOOK));
        http.set_keepalive_interval(Some(LOOK));
        http.set_keepalive_retries(Some(LOOKS));
        let tls = Arc::new(tls);
        Self {
            direct: HttpsConnector::from((http, tls.clone())),
            tls,
            proxies,
        }
    }

    /// A connection to `target`, which `proxy` is to make.
    async fn through(mut self, proxy: Intercept, target: Uri) -> Result<Stream, BoxError> {
        let address = proxy.uri().clone();
        if !matches!(address.scheme_str(), Some("http" | "https")) {
            return Err("the proxy's address has neither the scheme `http` nor `https`".into());
        }
        if target.scheme_str() == Some("http") {
            return Ok(Stream::to_proxy(self.direct.call(address).await?));
        }
        let mut tunnel = Tunnel::new(address, self.direct);
        if let Some(secret) = proxy.basic_auth() {
            tunnel = tunnel.with_auth(secret.clone());
        }
        let mut encrypted = HttpsConnector::from((tunnel, self.tls));
        Ok(Stream::tunnelled(encrypted.call(target).await?))
    }
}

impl Service<Uri> for Connector {
    type Response = Stream;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Stream, BoxError>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.direct.poll_ready(cx)
    }

    fn call(&mut self, target: Uri) -> Self::Future {
        if let Some(proxy) = self.proxies.intercept(&target) {
            return Box::pin(self.clone().through(proxy, target));
        }
        let connection = self.direct.call(target);
        Box::pin(async { Ok(Stream::direct(connection.await?)) })
    }
}
