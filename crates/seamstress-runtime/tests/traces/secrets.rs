//! A canary in every place where a secret may stand: no span, event or line of a log shows it,
//! neither of this library nor of those that it calls.

use std::time::Duration;

use seamstress_runtime::http::{HeaderValue, Request};
use seamstress_runtime::{
    Attempt, Call, Client, Error, ErrorKind, Hook, Operation, RetryOptions, bytes::Bytes, reqwest,
};

use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpSocket};

use crate::api::{CREATE, LIST, builder};
use crate::capture::{Captured, capture, logged};
use crate::server::{Reply, Server};

const CANARY: &str = "canary-5ecret";

/// Adds a header that is not marked as a secret.
#[derive(Debug)]
struct Plain;

impl Hook for Plain {
    fn before(&self, _: &Attempt<'_>, request: &mut Request<Bytes>) -> Result<(), Error> {
        let value = HeaderValue::from_static(CANARY);
        request.headers_mut().insert("x-plain", value);
        Ok(())
    }
}

/// What a client sends its requests over.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Over {
    Hyper,
    Reqwest,
}

const ALL: [Over; 2] = [Over::Hyper, Over::Reqwest];

fn client(url: &str, over: Over) -> Client {
    let builder = builder(&format!("{url}/{CANARY}"), CANARY);
    let builder = match over {
        Over::Hyper => builder,
        Over::Reqwest => {
            let theirs = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
            builder.http_client(theirs.build().unwrap())
        }
    };
    builder
        .header("x-proxy-key", CANARY)
        .hook(Plain)
        .timeout(Duration::from_millis(300))
        .retry(
            RetryOptions::default()
                .max_attempts(2)
                .deadline(Duration::MAX),
        )
        .build()
        .unwrap()
}

/// A call with the canary in path, query, body and headers.
fn call(client: &Client, operation: &'static Operation) -> Call {
    let mut call = Call::new(client, operation).path("team_id", CANARY);
    call.set("code", &CANARY.to_owned());
    call.set_query("more", &CANARY.to_owned());
    call.header("x-more", CANARY);
    call
}

/// That something was captured, here and below, and no canary in it.
fn assert_hidden(what: &str, over: Over, captured: &Captured) {
    let what = format!("{what} over {over:?}");
    assert!(!captured.spans("call").is_empty(), "{what}");
    let targets: Vec<String> = captured
        .events()
        .into_iter()
        .map(|event| event.target)
        .collect();
    let below = targets.iter().any(|target| target.starts_with("hyper"));
    assert!(below, "{what}: nothing from below: {targets:?}");
    let text = captured.text();
    assert!(!text.contains(CANARY), "{what}: {text}");
    let logged = logged();
    // `hyper` has no log beside its events.
    let below = over == Over::Hyper || logged.contains("reqwest");
    assert!(below, "{what}: {logged}");
    assert!(!logged.contains(CANARY), "{what}: {logged}");
}

/// A call of a list to a server that answers so, over each: they come to the same.
async fn ask<T>(what: &str, replies: Vec<Reply>) -> Result<T, ErrorKind>
where
    T: seamstress_runtime::json::Json
        + Default
        + Clone
        + PartialEq
        + std::fmt::Debug
        + Send
        + 'static,
{
    logged();
    let mut results = Vec::new();
    for over in ALL {
        let server = Server::script(replies.clone()).await;
        let client = client(&server.url, over);
        let captured = capture();
        let result = call(&client, &LIST).send_value::<T>().await;
        assert_hidden(what, over, &captured);
        results.push(result.map_err(|error| error.kind()));
    }
    let result = results.pop().unwrap();
    assert_eq!(results.pop().as_ref(), Some(&result), "{what}");
    result
}

fn failure(status: u16) -> Reply {
    let body = format!(r#"{{"error":{{"type":"{CANARY}","message":"token {CANARY}"}}}}"#);
    let headers = format!("www-authenticate: {CANARY}\r\nset-cookie: {CANARY}\r\n");
    Reply::with(status, &headers, &body)
}

fn success() -> Reply {
    let body = format!(r#"{{"names":["{CANARY}"],"{CANARY}":"{CANARY}"}}"#);
    Reply::with(200, &format!("set-cookie: {CANARY}\r\n"), &body)
}

type Names = Vec<String>;

#[tokio::test]
async fn of_answers() {
    let names = ask::<Names>("success", vec![success()]).await.unwrap();
    assert_eq!(names, [CANARY]);
    let retried = ask::<Names>("retry", vec![failure(503), success()]).await;
    assert_eq!(retried.unwrap(), [CANARY]);
    let redirect = Reply::with(302, &format!("location: /{CANARY}\r\n"), "");
    for (what, replies, kind) in [
        ("echo", vec![failure(401)], ErrorKind::Api),
        ("redirect", vec![redirect], ErrorKind::Api),
        (
            "decode",
            vec![Reply::json(r#"{"names":"canary-5ecret"}"#)],
            ErrorKind::Decode,
        ),
        ("no JSON", vec![Reply::json(CANARY)], ErrorKind::Decode),
        (
            "junk",
            vec![Reply::Last(format!("{CANARY}\r\n\r\n").into_bytes())],
            ErrorKind::Transport,
        ),
        ("cut", vec![Reply::Last(Vec::new())], ErrorKind::Transport),
        ("silence", vec![Reply::Silence], ErrorKind::Timeout),
    ] {
        let result = ask::<Names>(what, replies).await;
        assert_eq!(result.unwrap_err(), kind, "{what}");
    }
}

/// Elements that were left out are logged by their place.
#[tokio::test]
async fn of_what_was_corrected() {
    let numbers = ask::<Vec<i64>>("elements", vec![success()]).await.unwrap();
    assert!(numbers.is_empty());
}

#[tokio::test]
async fn of_bodies() {
    logged();
    let cases = [409, 500].map(|status| ALL.map(|over| (status, over)));
    for (status, over) in cases.into_iter().flatten() {
        let server = Server::script(vec![failure(status)]).await;
        let client = client(&server.url, over);
        let captured = capture();
        let error = call(&client, &CREATE).send_value::<Names>().await;
        assert_eq!(error.unwrap_err().kind(), ErrorKind::Api);
        assert_eq!(server.asked()[0].header("x-plain"), Some(CANARY));
        assert!(server.asked()[0].body.contains(CANARY));
        assert_hidden("body", over, &captured);
    }
}

#[tokio::test]
async fn of_connections_that_do_not_come_about() {
    logged();
    // Bound, so that nobody else listens there, and not listening.
    let closed = TcpSocket::new_v4().unwrap();
    closed.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let address = closed.local_addr().unwrap();
    // The second speaks no TLS.
    let plain = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let plain_address = plain.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = plain.accept().await {
            drop(stream.write_all(b"220 hello\r\n").await);
        }
    });
    let urls = [
        format!("http://{address}"),
        format!("https://{plain_address}"),
    ];
    let cases = urls.map(|url| ALL.map(|over| (url.clone(), over)));
    for (url, over) in cases.into_iter().flatten() {
        let client = client(&url, over);
        let captured = capture();
        let error = call(&client, &LIST)
            .send_value::<Names>()
            .await
            .unwrap_err();
        assert!(error.is_connect(), "{error}");
        assert_hidden("connect", over, &captured);
    }
}
