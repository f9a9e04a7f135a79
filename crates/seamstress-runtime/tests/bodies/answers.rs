//! Answers by status, without content, as text, and bodies of failures.

use seamstress_runtime::json::Value;
use seamstress_runtime::{ErrorKind, Method, Operation, outcomes};
use serde_json::json;

use crate::server::{Server, answer};

static START: Operation = Operation {
    name: "jobs.start",
    method: Method::Post,
    path: "/jobs",
    ..Operation::DEFAULT
};

static FIRST: Operation = Operation {
    method: Method::Get,
    redirects: true,
    ..START
};

static HEAD: Operation = Operation {
    method: Method::Head,
    ..START
};

#[derive(Clone, Debug, PartialEq)]
enum Answer {
    Ok(i64),
    Accepted,
    Success(String),
    Unknown(Value),
}

outcomes! {
    Answer {
        200 => Ok(i64),
        202 => Accepted,
        200..=209 => Success(String),
    }
}

#[tokio::test]
async fn the_status_decides() {
    for (status, body, expected) in [
        (200, "7", Answer::Ok(7)),
        (202, "ignored", Answer::Accepted),
        (201, "\"made\"", Answer::Success("made".to_owned())),
        (210, "{\"a\":1}", Answer::Unknown(json!({"a": 1}))),
        (211, "text", Answer::Unknown(json!("text"))),
        (212, "", Answer::Unknown(json!(null))),
    ] {
        let server = Server::start(vec![answer(status, "x-left: 3\r\n", body.as_bytes())]).await;
        let call = server.call(&START);
        assert_eq!(
            call.clone().send_answer::<Answer>().await.unwrap(),
            expected
        );
        let whole = call.send_answer_with_response::<Answer>().await.unwrap();
        assert_eq!(
            (
                whole.status().as_u16(),
                whole.header::<u32>("x-left").unwrap()
            ),
            (status, Some(3))
        );
        assert_eq!(whole.header::<u32>("x-right").unwrap(), None);
    }
    let server = Server::start(vec![answer(200, "", b"\"no number\"")]).await;
    let error = server
        .call(&START)
        .send_answer::<Answer>()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn no_content_is_no_value() {
    let server = Server::start(vec![
        answer(200, "", b"5"),
        answer(204, "", b""),
        answer(200, "", b" \n"),
    ])
    .await;
    let mut values = Vec::new();
    for _ in 0..3 {
        values.push(
            server
                .call(&START)
                .send_value::<Option<i64>>()
                .await
                .unwrap(),
        );
    }
    assert_eq!(values, [Some(5), None, None]);
    let error = server.call(&START).send_value::<i64>().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn text_is_no_json() {
    let server = Server::start(vec![answer(200, "", b"\xEF\xBB\xBF\"a\" \xFF")]).await;
    let text = server.call(&START).send_answer::<String>().await.unwrap();
    assert_eq!(text, "\"a\" \u{FFFD}");
}

#[tokio::test]
async fn a_redirect_is_an_answer_where_the_api_says_so() {
    let server = Server::start(vec![answer(303, "location: /jobs/1\r\n", b"")]).await;
    let answer = server.call(&FIRST).send::<()>().await.unwrap();
    assert_eq!(
        answer.header::<String>("location").unwrap().as_deref(),
        Some("/jobs/1")
    );
    assert_eq!(
        server.call(&START).send::<()>().await.unwrap_err().kind(),
        ErrorKind::Api
    );
    assert_eq!(server.asked().len(), 2);
}

#[tokio::test]
async fn an_answer_to_head_has_headers_only() {
    let head = "HTTP/1.1 200 X\r\ncontent-length: 12\r\netag: a\r\n\r\n";
    let server = Server::start(vec![vec![crate::server::Step::Bytes(head.into())]]).await;
    for _ in 0..2 {
        let answer = server.call(&HEAD).send::<()>().await.unwrap();
        let tag = answer.header::<String>("etag").unwrap();
        assert_eq!(tag.as_deref(), Some("a"));
    }
}

#[tokio::test]
async fn the_body_of_a_failure_is_read_as_what_it_is() {
    let server = Server::start(vec![
        answer(422, "", br#"{"field":"name"}"#),
        answer(400, "", b"<html>"),
    ])
    .await;
    let error = server.call(&START).send::<()>().await.unwrap_err();
    assert_eq!(error.body::<Value>(), Some(json!({"field": "name"})));
    assert_eq!(error.body::<i64>(), None);
    let error = server.call(&START).send::<()>().await.unwrap_err();
    assert_eq!(error.body::<Value>(), None);
}
