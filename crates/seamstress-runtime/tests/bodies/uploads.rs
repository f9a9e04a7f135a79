//! Bodies that are sent as they are: their types, lengths, and what of them can be sent again.

use std::io;
use std::time::Duration;

use futures_util::{StreamExt, stream};
use seamstress_runtime::{Body, ErrorKind, Method, Operation, Upload};
use serde_json::json;

use crate::server::{Server, Step, answer};

static PUT: Operation = Operation {
    name: "files.put",
    method: Method::Put,
    path: "/files",
    body: Body::Content,
    media_type: Some("application/octet-stream"),
    ..Operation::DEFAULT
};

static PATCH: Operation = Operation {
    method: Method::Patch,
    body: Body::JsonValue,
    media_type: Some("application/json-patch+json"),
    ..PUT
};

fn pieces() -> impl futures_util::Stream<Item = Result<&'static str, io::Error>> + Send {
    stream::iter([Ok("Hel"), Ok("lo")])
}

fn busy_once() -> Vec<Vec<Step>> {
    vec![answer(503, "", b""), answer(204, "", b"")]
}

#[tokio::test]
async fn bytes_and_text_go_as_they_are() {
    let server = Server::start(vec![answer(204, "", b"")]).await;
    for (upload, media, length) in [
        (Upload::from("ö"), "application/octet-stream", "2"),
        (
            Upload::from(vec![0, 1, 2]).media_type("image/png"),
            "image/png",
            "3",
        ),
        (Upload::from(String::new()), "application/octet-stream", "0"),
    ] {
        let mut call = server.call(&PUT);
        call.content(upload);
        call.send::<()>().await.unwrap();
        let asked = server.asked().pop().unwrap();
        assert_eq!(asked.header("content-type"), Some(media));
        assert_eq!(asked.header("content-length"), Some(length));
    }
    assert_eq!(server.asked()[0].text(), "ö");
}

#[tokio::test]
async fn json_of_any_kind_is_a_body() {
    let server = Server::start(vec![answer(204, "", b"")]).await;
    let mut call = server.call(&PATCH);
    call.body(&vec!["a".to_owned()]);
    call.send::<()>().await.unwrap();
    let mut call = server.call(&PATCH);
    call.body(&json!(null));
    call.send::<()>().await.unwrap();
    // Nothing was given, so nothing is sent.
    server.call(&PATCH).send::<()>().await.unwrap();
    let mut call = server.call(&PATCH);
    call.body(&f64::NAN);
    assert_eq!(
        call.send::<()>().await.unwrap_err().kind(),
        ErrorKind::Request
    );
    let asked = server.asked();
    let bodies: Vec<String> = asked.iter().map(|asked| asked.text()).collect();
    assert_eq!(bodies, [r#"["a"]"#, "null", ""]);
    assert_eq!(
        asked[0].header("content-type"),
        Some("application/json-patch+json")
    );
    assert_eq!(asked[2].header("content-type"), None);
}

/// Scenario: the server is busy once. Expected: what can be sent again is.
#[tokio::test]
async fn bytes_files_and_made_streams_are_sent_again() {
    let path = std::env::temp_dir().join(format!("seamstress-upload-{}", std::process::id()));
    std::fs::write(&path, "Hello").unwrap();
    for upload in [
        Upload::from("Hello"),
        Upload::again(pieces),
        Upload::file(&path).unwrap(),
    ] {
        let server = Server::start(busy_once()).await;
        let mut call = server.call(&PUT);
        call.content(upload);
        let answer = call.send::<()>().await.unwrap();
        assert_eq!(answer.attempts(), 2);
        let bodies: Vec<String> = server.asked().iter().map(|asked| asked.text()).collect();
        assert_eq!(bodies, ["Hello", "Hello"]);
    }
    std::fs::remove_file(&path).unwrap();
    assert!(Upload::file(&path).is_err());
}

/// Scenario: the server is busy, after it has read a stream. Expected: no second attempt, which
/// would have nothing to send.
#[tokio::test]
async fn a_stream_that_was_begun_is_not_sent_again() {
    let server = Server::start(busy_once()).await;
    let mut call = server.call(&PUT);
    call.content(Upload::stream(pieces()).with_length(5));
    let again = call.clone();
    let error = call.send::<()>().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Api, 1));
    assert_eq!(server.asked().len(), 1);
    // Neither is it by a copy of the call.
    let error = again.send::<()>().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(server.asked().len(), 1);
}

/// Scenario: nobody listens, so that nothing of the stream is taken. Expected: further attempts.
#[tokio::test]
async fn a_stream_that_was_not_begun_can_be_sent_later() {
    let server = Server::start(vec![answer(204, "", b"")]).await;
    let free = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let nobody = free.local_addr().unwrap();
    drop(free);
    let upload = Upload::stream(pieces());
    static SETTINGS: seamstress_runtime::Settings = seamstress_runtime::Settings::DEFAULT;
    let options = seamstress_runtime::RetryOptions::default().base_delay(Duration::from_millis(1));
    let client = seamstress_runtime::Client::builder(&SETTINGS)
        .base_url(format!("http://{nobody}"))
        .retry(options)
        .build()
        .unwrap();
    let mut call = seamstress_runtime::Call::new(&client, &PUT);
    call.content(upload.clone());
    let error = call.send::<()>().await.unwrap_err();
    assert!(error.attempts() > 1, "{error}");
    let mut call = server.call(&PUT);
    call.content(upload);
    call.send::<()>().await.unwrap();
    assert_eq!(server.asked()[0].text(), "Hello");
}

#[tokio::test]
async fn a_source_that_breaks_ends_the_call() {
    let server = Server::start(vec![answer(204, "", b"")]).await;
    let broken = stream::iter([Ok("Hel"), Err(io::Error::other("the disk is gone"))]);
    let mut call = server.call(&PUT);
    call.content(Upload::stream(broken));
    let error = call.send::<()>().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.attempts()),
        (ErrorKind::Transport, 1),
        "{error:?}"
    );
}

/// Scenario: a slow source, whose pauses are shorter than the timeout and longer in all.
/// Expected: the call goes through. A source that stops ends it.
#[tokio::test]
async fn only_a_source_that_stops_runs_out_of_time() {
    let server = Server::start(vec![answer(204, "", b"")]).await;
    let slow = |pause: u64| {
        stream::iter(0..4).then(move |_| async move {
            tokio::time::sleep(Duration::from_millis(pause)).await;
            Ok::<_, io::Error>("x")
        })
    };
    let mut call = server.call(&PUT);
    call.timeout(Duration::from_millis(300));
    call.content(Upload::stream(slow(120)));
    call.send::<()>().await.unwrap();
    assert_eq!(server.asked()[0].text(), "xxxx");
    let mut call = server.call(&PUT);
    call.timeout(Duration::from_millis(100));
    call.content(Upload::stream(slow(60_000)));
    assert_eq!(
        call.send::<()>().await.unwrap_err().kind(),
        ErrorKind::Timeout
    );
}
