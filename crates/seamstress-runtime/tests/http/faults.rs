//! Servers and connections that fail.

use std::time::Duration;

use seamstress_runtime::{Call, Error, ErrorKind};

use crate::api::{GET, builder, client, get};
use crate::server::{Reply, Server};

fn short(url: &str) -> Call {
    let client = builder(url)
        .timeout(Duration::from_millis(100))
        .build()
        .unwrap();
    Call::new(&client, &GET).path("name_id", "n1")
}

async fn fail(call: Call) -> Error {
    call.send_value::<String>().await.unwrap_err()
}

#[tokio::test]
async fn silence_is_a_timeout() {
    let half = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"na".to_vec();
    for reply in [
        Reply::Silence,
        Reply::Bytes(half),
        Reply::Bytes(b"HTTP/1.1 200".to_vec()),
    ] {
        let server = Server::script(vec![reply]).await;
        let error = fail(short(&server.url)).await;
        assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
        assert!(error.is_timeout() && !error.is_connect());
        assert_eq!(error.operation(), Some("names.get"));
    }
}

#[tokio::test]
async fn a_call_has_a_timeout_of_its_own() {
    let server = Server::script(vec![Reply::Silence]).await;
    let mut call = get(&server.url);
    call.timeout(Duration::from_millis(50));
    let error = tokio::time::timeout(Duration::from_secs(10), fail(call));
    assert!(
        error
            .await
            .expect("the client's timeout is longer")
            .is_timeout()
    );
}

#[tokio::test]
async fn a_closed_port_is_a_failure_to_connect() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let error = fail(get(&url)).await;
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.is_connect() && !error.is_timeout());
    assert!(error.to_string().contains("refused"), "{error}");
}

#[tokio::test]
async fn a_server_that_speaks_no_tls_is_a_failure_to_connect() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        drop(tokio::io::AsyncWriteExt::write_all(&mut stream, b"220 hello\r\n").await);
    });
    let error = fail(get(&url)).await;
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.is_connect(), "{error}");
}

#[tokio::test]
async fn a_connection_that_breaks_is_no_failure_to_connect() {
    let cut = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"na".to_vec();
    let chunk = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n".to_vec();
    let junk = b"SMTP 220 hello\r\n\r\n".to_vec();
    for bytes in [Vec::new(), cut, chunk, junk] {
        let server = Server::script(vec![Reply::Last(bytes)]).await;
        let error = fail(get(&server.url)).await;
        assert_eq!(error.kind(), ErrorKind::Transport, "{error}");
        assert!(!error.is_connect(), "{error}");
    }
}

#[tokio::test]
async fn a_client_works_on_after_a_failure() {
    let cut = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{".to_vec();
    let good = Reply::json(r#"{"name":"x"}"#);
    let server = Server::script(vec![Reply::Last(cut), good]).await;
    let client = client(&server.url);
    let call = Call::new(&client, &GET).path("name_id", "n1");
    assert!(call.clone().send_value::<String>().await.is_err());
    assert_eq!(call.send_value::<String>().await.unwrap(), "x");
}

#[tokio::test]
async fn a_body_has_a_largest_size() {
    let body = format!(r#"{{"name":"{}"}}"#, "x".repeat(90));
    assert_eq!(body.len(), 101);
    let chunked = format!(
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n32\r\n{}\r\n33\r\n{}\r\n0\r\n\r\n",
        &body[..50],
        &body[50..]
    );
    for reply in [Reply::json(&body), Reply::Bytes(chunked.into_bytes())] {
        let server = Server::script(vec![reply]).await;
        for (limit, fits) in [(100, false), (101, true)] {
            let client = builder(&server.url)
                .max_response_bytes(limit)
                .build()
                .unwrap();
            let call = Call::new(&client, &GET).path("name_id", "n1");
            match call.send_value::<String>().await {
                Ok(name) => assert!(fits && name.len() == 90),
                Err(error) => {
                    assert!(!fits, "{error}");
                    assert_eq!(error.kind(), ErrorKind::ResponseTooLarge);
                    assert!(error.to_string().contains("100 bytes"), "{error}");
                }
            }
        }
    }
}

#[tokio::test]
async fn an_endless_body_ends_with_the_limit() {
    let chunk = format!("10000\r\n{}\r\n", "x".repeat(0x10000));
    let mut bytes = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n".to_vec();
    for _ in 0..64 {
        bytes.extend_from_slice(chunk.as_bytes());
    }
    let server = Server::script(vec![Reply::Bytes(bytes)]).await;
    let client = builder(&server.url)
        .max_response_bytes(1_000_000)
        .build()
        .unwrap();
    let call = Call::new(&client, &GET).path("name_id", "n1");
    assert_eq!(fail(call).await.kind(), ErrorKind::ResponseTooLarge);
}
