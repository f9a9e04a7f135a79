//! The spans of calls and of their attempts.

use std::collections::BTreeMap;

use seamstress_runtime::http::Response;
use seamstress_runtime::testing::FakeTransport;
use seamstress_runtime::{Call, TransportErrorKind};
use serde_json::json;
use tracing::Level;

use crate::api::{CREATE, builder, list};
use crate::capture::capture;

fn fields(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    let pairs = pairs.iter();
    pairs
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

/// An answer with an id of the request.
fn answer(status: u16) -> Response<seamstress_runtime::bytes::Bytes> {
    Response::builder()
        .status(status)
        .header("x-request-id", "r-1")
        .body(r#"{"names":["a"]}"#.into())
        .unwrap()
}

#[tokio::test]
async fn a_call_and_its_attempts() {
    let captured = capture();
    let server = FakeTransport::new();
    server.fail(TransportErrorKind::Connect);
    server.answer_with(answer(503));
    server.answer_with(answer(200));
    list(&server).send_value::<Vec<String>>().await.unwrap();

    let calls = captured.spans("call");
    assert_eq!(calls.len(), 1);
    assert_eq!(
        (calls[0].level, &*calls[0].target),
        (Level::INFO, "seamstress")
    );
    assert_eq!(
        calls[0].fields,
        fields(&[
            ("operation", "names.list"),
            ("http.request.method", "GET"),
            ("url.template", "/teams/{team_id}/names"),
            ("attempts", "3"),
            ("http.response.status_code", "200"),
            ("request_id", "r-1"),
        ])
    );
    let attempts = captured.spans("attempt");
    let seen: Vec<_> = attempts
        .iter()
        .map(|attempt| attempt.fields.clone())
        .collect();
    assert_eq!(
        seen,
        [
            fields(&[("attempt", "1"), ("error.type", "Connect")]),
            fields(&[("attempt", "2"), ("http.response.status_code", "503")]),
            fields(&[("attempt", "3"), ("http.response.status_code", "200")]),
        ]
    );
    for attempt in attempts {
        assert_eq!(
            (attempt.level, &*attempt.target),
            (Level::DEBUG, "seamstress")
        );
        assert_eq!(attempt.parent.as_deref(), Some("call"));
    }
}

#[tokio::test]
async fn a_call_that_fails() {
    let captured = capture();
    let server = FakeTransport::new();
    server.answer(401, json!({"error": {"request_id": "r2", "message": "no"}}));
    server.fail(TransportErrorKind::ResponseTooLarge);
    list(&server).send_value::<()>().await.unwrap_err();
    list(&server).send_value::<()>().await.unwrap_err();
    let client = builder("http://a.invalid", "k1").transport(server.clone());
    let mut call = Call::new(&client.build().unwrap(), &CREATE);
    // No header can carry this: the call ends before its first attempt.
    call.header("x-bad", "a\nb");
    call.send_value::<()>().await.unwrap_err();

    let calls = captured.spans("call");
    let seen: Vec<_> = calls
        .iter()
        .map(|call| {
            [
                "attempts",
                "error.type",
                "http.response.status_code",
                "request_id",
            ]
            .map(|name| call.field(name))
        })
        .collect();
    assert_eq!(
        seen,
        [
            [Some("1"), Some("Api"), Some("401"), Some("r2")],
            [Some("1"), Some("ResponseTooLarge"), None, None],
            [Some("0"), Some("Request"), None, None],
        ]
    );
    assert_eq!(calls[2].field("http.request.method"), Some("POST"));
    assert_eq!(captured.spans("attempt").len(), 2);
}

/// Calls at the same time on one thread have their own attempts.
#[tokio::test]
async fn spans_do_not_mix() {
    let captured = capture();
    let server = FakeTransport::with_handler(|_| Ok(answer(200)));
    let mut running = tokio::task::JoinSet::new();
    for _ in 0..5 {
        running.spawn(list(&server).send_value::<Vec<String>>());
    }
    while let Some(done) = running.join_next().await {
        done.unwrap().unwrap();
    }
    let calls = captured.spans("call");
    assert_eq!(calls.len(), 5);
    assert!(calls.iter().all(|call| call.parent.is_none()));
    assert_eq!(captured.spans("attempt").len(), 5);
}

/// What a transport reports belongs to the attempt.
#[tokio::test]
async fn the_transport_works_within_the_attempt() {
    let captured = capture();
    let server = FakeTransport::with_handler(|_| {
        tracing::info!("sent");
        Ok(answer(200))
    });
    list(&server).send_value::<Vec<String>>().await.unwrap();
    let events = captured.events();
    let sent = events.iter().find(|event| event.name == "sent").unwrap();
    assert_eq!(sent.parent.as_deref(), Some("attempt"));
}
