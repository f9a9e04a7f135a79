//! What comes with failures, by their status.

use seamstress_runtime::json::Value;
use seamstress_runtime::{Call, Client, Error, ErrorKind, Header, Operation, Settings, failures};
use serde_json::json;

use crate::server::{Server, answer};

static GET: Operation = Operation {
    name: "pets.get",
    path: "/pets",
    ..Operation::DEFAULT
};

#[derive(Clone, Debug, PartialEq)]
enum PetsFailure {
    NotFound(String),
    ClientError(Vec<i64>),
    Default(bool),
    Other(Value),
}

failures! {
    PetsFailure {
        404 => NotFound(String),
        400..=499 => ClientError(Vec<i64>),
        _ => Default(bool),
    }
}

async fn failed(status: u16, headers: &str, body: &[u8]) -> Error {
    let server = Server::start(vec![answer(status, headers, body)]).await;
    server.call(&GET).send::<()>().await.unwrap_err()
}

#[tokio::test]
async fn the_status_decides_on_the_type() {
    let large = vec![b' '; 70_000];
    for (status, body, expected) in [
        (
            404,
            &b"\"Rex\""[..],
            PetsFailure::NotFound("Rex".to_owned()),
        ),
        (422, b"[1,2]", PetsFailure::ClientError(vec![1, 2])),
        (501, b"true", PetsFailure::Default(true)),
        (302, b"false", PetsFailure::Default(false)),
        // What is not what the status says is kept as it came.
        (404, b"{\"a\":1}", PetsFailure::Other(json!({"a": 1}))),
        (422, b"<html>", PetsFailure::Other(json!("<html>"))),
        (501, b"", PetsFailure::Other(Value::Null)),
        (404, b"\xff", PetsFailure::Other(json!("\u{fffd}"))),
        (
            404,
            &large,
            PetsFailure::Other(json!(" ".repeat(64 * 1024))),
        ),
    ] {
        let error = failed(status, "", body).await;
        assert_eq!(error.failure(), Some(expected), "{status} {error}");
    }
}

#[tokio::test]
async fn only_a_server_answers_with_a_failure() {
    static NOWHERE: Settings = Settings {
        base_url: "http://127.0.0.1:1",
        ..Settings::DEFAULT
    };
    let client = Client::builder(&NOWHERE).build().unwrap();
    let error = Call::new(&client, &GET).send::<()>().await.unwrap_err();
    assert_eq!(error.failure::<PetsFailure>(), None);
    assert!(error.headers().is_empty());
    assert_eq!(error.header::<String>("retry-after").unwrap(), None);
}

#[tokio::test]
async fn failures_have_headers_too() {
    const LEFT: Header<i64> = Header::new("X-Left");
    let error = failed(429, "x-left: 0\r\nx-other: a\r\n", b"").await;
    assert_eq!(error.header(LEFT).unwrap(), Some(0));
    assert_eq!(error.header::<String>("x-other").unwrap().unwrap(), "a");
    let wrong = error.header::<i64>("x-other").unwrap_err();
    assert_eq!(wrong.kind(), ErrorKind::Decode);
    assert_eq!(
        wrong.to_string(),
        "pets.get: the header `x-other` is not what it should be"
    );
}
