//! Encrypted calls of the default transport, directly and through the proxies that the environment
//! names. An environment is a process's, so every call is made by a process of its own.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]
// Elsewhere, the platform is asked which certificates are good, and no variable changes that.
#![cfg(target_os = "linux")]

mod caller;
mod host;
mod proxy;

use tokio_rustls::rustls::version::{TLS12, TLS13};

use self::caller::call;
use self::host::Host;
use self::proxy::Proxy;

/// Scenario: the host has a certificate that nobody vouches for.
/// Expected: the call MUST fail, and say why.
#[tokio::test]
async fn a_certificate_that_is_not_known_is_refused() {
    let host = Host::start(&TLS13).await;
    let outcome = call(&host.url(), &[]).await;
    assert_eq!(
        outcome,
        "access: no connection: invalid peer certificate: UnknownIssuer"
    );
    assert_eq!(host.heard(), Vec::<String>::new());
}

#[tokio::test]
async fn a_certificate_that_the_platform_knows_is_good() {
    for version in [&TLS12, &TLS13] {
        let host = Host::start(version).await;
        let outcome = call(&host.url(), &[host.trusted()]).await;
        assert_eq!(outcome, "hello", "{version:?}");
        assert_eq!(host.heard(), ["GET /access HTTP/1.1"], "{version:?}");
    }
}

/// Scenario: the certificate is known, but of another name.
/// Expected: the call MUST fail (RFC 6125, section 6).
#[tokio::test]
async fn a_certificate_of_another_host_is_refused() {
    let host = Host::start(&TLS13).await;
    let url = host.url().replace("localhost", "127.0.0.1");
    let outcome = call(&url, &[host.trusted()]).await;
    assert!(
        outcome.contains("certificate not valid for name \"127.0.0.1\""),
        "{outcome}"
    );
    assert_eq!(host.heard(), Vec::<String>::new());
}

/// RFC 9110, section 9.3.6. The way to the proxy can be encrypted, too.
#[tokio::test]
async fn a_proxy_sees_the_name_of_the_host_and_nothing_of_the_call() {
    for scheme in ["http", "https"] {
        let host = Host::start(&TLS13).await;
        let acceptor = Some(host.acceptor.clone()).filter(|_| scheme == "https");
        let proxy = Proxy::start(acceptor).await;
        let named = ("HTTPS_PROXY", proxy.url(scheme));
        let outcome = call(&host.url(), &[host.trusted(), named]).await;
        assert_eq!(outcome, "hello", "{scheme}");
        assert_eq!(host.heard(), ["GET /access HTTP/1.1"], "{scheme}");
        proxy.assert_has_passed_on(&host);
    }
}

#[tokio::test]
async fn hosts_without_a_proxy_are_called_directly() {
    let host = Host::start(&TLS13).await;
    let proxy = Proxy::start(None).await;
    let named = ("HTTPS_PROXY", proxy.url("http"));
    let but = ("NO_PROXY", "localhost".to_owned());
    let outcome = call(&host.url(), &[host.trusted(), named, but]).await;
    assert_eq!(outcome, "hello");
    assert_eq!(proxy.heard(), Vec::<String>::new());
}
