//! Answers that are failures, and answers that cannot be read.

use std::error::Error as _;

use seamstress_runtime::{Error, ErrorKind};

use crate::api::{LIST, call, get};
use crate::server::{Reply, Server};

async fn fail(reply: Reply) -> Error {
    let server = Server::script(vec![reply]).await;
    get(&server.url).send_value::<String>().await.unwrap_err()
}

#[tokio::test]
async fn an_api_error_has_all_its_parts() {
    let body = r#"{"error":{"type":"invalid_input","message":"Required","request_id":"r-body",
        "validation_errors":{"_errors":[],"device_id":{"_errors":["Required"]}}},"ok":false}"#;
    let error = fail(Reply::status(400, "application/json", body)).await;
    assert_eq!(error.kind(), ErrorKind::Api);
    assert!(error.is_api() && error.is_invalid_input());
    assert!(!error.is_not_found() && !error.is_unauthorized() && !error.is_server_error());
    assert_eq!(error.status().unwrap(), 400);
    assert_eq!(error.operation(), Some("names.get"));
    assert_eq!(error.request_id(), Some("r-body"));
    let api = error.api().unwrap();
    assert_eq!(api.kind(), Some("invalid_input"));
    assert_eq!(
        api.messages_for("device_id").collect::<Vec<_>>(),
        ["Required"]
    );
    assert_eq!(
        error.to_string(),
        "names.get: 400 Bad Request: invalid_input: Required; device_id: Required (request r-body)"
    );
}

#[tokio::test]
async fn the_header_names_the_request_before_the_body_does() {
    let headers = "content-type: application/json\r\nx-request-id: r-header\r\n";
    let error = fail(Reply::with(
        401,
        headers,
        r#"{"error":{"request_id":"r-body"}}"#,
    ))
    .await;
    assert!(error.is_unauthorized());
    assert_eq!(error.request_id(), Some("r-header"));
}

#[tokio::test]
async fn bodies_that_are_no_json_are_kept() {
    for (status, content_type, body) in [
        (404, "text/plain", "404"),
        (502, "text/html", "<html><h1>Bad gateway</h1></html>"),
        (500, "application/json", "{\"error\":"),
        (503, "application/json", ""),
    ] {
        let error = fail(Reply::status(status, content_type, body)).await;
        assert_eq!(error.kind(), ErrorKind::Api);
        assert_eq!(error.status().unwrap(), status);
        assert_eq!(error.api().unwrap().body(), body);
        assert_eq!(error.is_not_found(), status == 404);
        assert_eq!(error.is_server_error(), status >= 500);
        assert!(!error.to_string().contains("html"));
    }
}

#[tokio::test]
async fn predicates_follow_the_status() {
    for (status, predicate) in [
        (401, Error::is_unauthorized as fn(&Error) -> bool),
        (403, Error::is_forbidden),
        (404, Error::is_not_found),
        (409, Error::is_conflict),
        (422, Error::is_invalid_input),
        (429, Error::is_rate_limited),
        (500, Error::is_server_error),
    ] {
        assert!(
            predicate(&fail(Reply::status(status, "text/plain", "no")).await),
            "{status}"
        );
        let other = fail(Reply::status(418, "text/plain", "no")).await;
        assert!(!predicate(&other), "{status}");
    }
}

#[tokio::test]
async fn an_answer_that_cannot_be_read_says_where() {
    for (body, part) in [
        (r#"{"ok":true}"#, "`name`"),
        (r#"{"name":null}"#, "name"),
        (r#"{"name":7}"#, "name"),
        (r#"["name"]"#, "an object"),
        (r#"{"name":"x"#, "invalid JSON"),
        ("", "invalid JSON"),
        ("<html>", "<html>"),
    ] {
        let headers = "content-type: application/json\r\nx-request-id: r-1\r\n";
        let error = fail(Reply::with(200, headers, body)).await;
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
        assert_eq!(error.status().unwrap(), 200);
        assert_eq!(error.request_id(), Some("r-1"));
        assert!(error.source().is_some());
        let text = error.to_string();
        assert!(
            text.starts_with("names.get: 200 OK, but the answer cannot be read: "),
            "{text}"
        );
        assert!(text.contains(part) && text.lines().count() == 1, "{text}");
    }
}

#[tokio::test]
async fn a_list_that_is_absent_is_not_an_empty_list() {
    let server = Server::script(vec![Reply::json(r#"{"ok":true}"#)]).await;
    let error = call(&server.url, &LIST)
        .send_value::<Vec<String>>()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[test]
fn an_error_is_small_and_can_go_anywhere() {
    fn anywhere<T: Send + Sync + std::error::Error + 'static>() {}
    anywhere::<Error>();
    assert_eq!(size_of::<Error>(), 8);
    assert_eq!(size_of::<Result<(), Error>>(), 8);
}
