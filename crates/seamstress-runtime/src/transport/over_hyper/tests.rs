//! Proxies, which the environment of a process would have to name, and sizes.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::*;

const LIMITS: Limits = Limits {
    timeout: Duration::from_secs(10),
    max_response_bytes: 100,
};

/// `user:word` in base64.
const SECRET: &str = "Basic dXNlcjp3b3Jk";

/// A proxy that takes one connection, answers each of `answers` after a head or a piece, and gives all
/// that it read.
async fn proxy(answers: &'static [&'static str]) -> (String, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let heard = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut heard = Vec::new();
        for answer in answers {
            let mut piece = vec![0; 4096];
            let length = stream.read(&mut piece).await.unwrap();
            heard.push(String::from_utf8_lossy(&piece[..length]).into_owned());
            stream.write_all(answer.as_bytes()).await.unwrap();
        }
        heard
    });
    (address, heard)
}

fn get(address: &str) -> Request<Bytes> {
    Request::get(address).body(Bytes::new()).unwrap()
}

async fn execute(proxies: Matcher, address: &str) -> Result<Response<Bytes>, TransportError> {
    let transport = HyperTransport::with_proxies(proxies).unwrap();
    transport.execute(get(address), LIMITS).await
}

/// RFC 9112, section 3.2.2.
#[tokio::test]
async fn a_proxy_is_told_whole_addresses_and_who_asks() {
    let (address, heard) = proxy(&["HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi"]).await;
    let proxies = Matcher::builder().http(format!("http://user:word@{address}"));
    let answer = execute(proxies.build(), "http://api.example/a?b=c").await;
    assert_eq!(answer.unwrap().body(), "hi");
    let heard = heard.await.unwrap().concat();
    assert!(
        heard.starts_with("GET http://api.example/a?b=c HTTP/1.1\r\n"),
        "{heard}"
    );
    assert!(
        heard.contains(&format!("proxy-authorization: {SECRET}\r\n")),
        "{heard}"
    );
    assert!(heard.contains("host: api.example\r\n"), "{heard}");
}

/// RFC 9110, section 9.3.6.
#[tokio::test]
async fn what_is_encrypted_goes_through_a_tunnel() {
    let (address, heard) = proxy(&["HTTP/1.1 200 OK\r\n\r\n", ""]).await;
    let proxies = Matcher::builder().https(format!("http://user:word@{address}"));
    let error = execute(proxies.build(), "https://api.example/a").await;
    // The proxy hangs up after the greeting.
    assert_eq!(error.unwrap_err().kind(), TransportErrorKind::Connect);
    let heard = heard.await.unwrap();
    assert!(
        heard[0].starts_with("CONNECT api.example:443 HTTP/1.1\r\n"),
        "{heard:?}"
    );
    assert!(heard[0].contains(SECRET), "{heard:?}");
    // The first record of TLS is a handshake (RFC 8446, section 5.1), with the name of the host.
    assert!(heard[1].starts_with('\u{16}'), "{heard:?}");
    assert!(heard[1].contains("api.example"), "{heard:?}");
    assert!(!heard.concat().contains("/a "), "{heard:?}");
}

#[tokio::test]
async fn a_proxy_that_refuses_is_no_connection() {
    const REFUSAL: &str = "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n";
    let (address, heard) = proxy(&[REFUSAL]).await;
    let proxies = Matcher::builder().https(address);
    let error = execute(proxies.build(), "https://api.example/a").await;
    let error = error.unwrap_err();
    assert_eq!(error.kind(), TransportErrorKind::Connect);
    assert_eq!(
        error.to_string(),
        "no connection: tunnel error: proxy authorization required"
    );
    assert!(!heard.await.unwrap().concat().contains("roxy-"));
}

#[tokio::test]
async fn a_proxy_of_another_kind_is_refused_and_not_shown() {
    let proxies = Matcher::builder().all("socks5://user:word@127.0.0.1:1");
    let error = execute(proxies.build(), "https://api.example/a").await;
    let error = error.unwrap_err();
    assert_eq!(error.kind(), TransportErrorKind::Connect);
    let text = format!("{error} {error:?}");
    assert!(
        text.contains("neither the scheme `http` nor `https`"),
        "{text}"
    );
    assert!(!text.contains("word"), "{text}");
}

#[tokio::test]
async fn some_hosts_need_no_proxy() {
    let (address, heard) = proxy(&["HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi"]).await;
    let proxies = Matcher::builder().all("http://127.0.0.1:1").no("127.0.0.1");
    let answer = execute(proxies.build(), &format!("http://{address}/a")).await;
    assert_eq!(answer.unwrap().body(), "hi");
    assert!(heard.await.unwrap()[0].starts_with("GET /a HTTP/1.1\r\n"));
}

#[tokio::test]
async fn what_cannot_be_sent_says_why() {
    for (method, address, why) in [
        ("GET", "ftp://api.example/", "scheme"),
        ("GET", "/canary", "scheme"),
        ("CONNECT", "http://api.example/", "CONNECT"),
    ] {
        let mut request = Request::new(Bytes::new());
        *request.method_mut() = method.parse().unwrap();
        *request.uri_mut() = address.parse().unwrap();
        let transport = HyperTransport::new().unwrap();
        let error = transport.execute(request, LIMITS).await.unwrap_err();
        assert_eq!(error.kind(), TransportErrorKind::Unsupported, "{address}");
        let text = error.to_string();
        assert!(text.contains(why) && !text.contains("canary"), "{text}");
    }
}

#[test]
fn what_is_under_way_is_small() {
    let transport = HyperTransport::new().unwrap();
    let answer = transport.execute(get("http://127.0.0.1/"), LIMITS);
    assert!(size_of_val(&*answer) <= 640, "{}", size_of_val(&*answer));
}
