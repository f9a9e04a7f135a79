//! Credentials that are obtained by a call, with another one.

use std::error::Error as _;
use std::time::Duration;

use seamstress_runtime::testing::FakeTransport;
use seamstress_runtime::{
    Call, ClientBuilder, Error, ErrorKind, Exchange, RetryOptions, TransportErrorKind,
};
use serde_json::{Value, json};

use crate::api::{API_KEY, CREATE, EXCHANGE, LIST, ONE, SEVERAL, builder_with};

fn arguments() -> Vec<(&'static str, String)> {
    vec![("user", "u1".to_owned()), ("place", "p 1".to_owned())]
}

fn exchange(server: &FakeTransport) -> seamstress_runtime::Sending<seamstress_runtime::Client> {
    builder_with(&ONE, server).exchange(&EXCHANGE, "pub_s3cret", arguments())
}

#[tokio::test]
async fn one_credential_is_exchanged_for_another() {
    let server = FakeTransport::new();
    server.answer(200, json!({"session": {"id": "s1", "token": "ses_new"}}));
    server.answer(200, json!({}));
    let builder = builder_with(&ONE, &server)
        .base_url("http://own.invalid/base")
        .timeout(Duration::from_secs(7))
        .header("x-own", "mine");
    let sending = builder.exchange(&EXCHANGE, "pub_1", arguments());
    assert!(
        server.requests().is_empty(),
        "nothing is sent before it is awaited"
    );
    let client = sending.await.unwrap();

    let requests = server.requests();
    assert_eq!(requests.len(), 1);
    assert_eq!(requests[0].line(), "POST /base/sessions/open");
    assert_eq!(requests[0].json(), json!({"user": "u1", "place": "p 1"}));
    assert_eq!(requests[0].header("x-public-key"), Some("pub_1"));
    assert_eq!(requests[0].header("authorization"), None);

    // The new client sends the new one alone, by the same transport, and set up alike.
    Call::new(&client, &CREATE).send::<()>().await.unwrap();
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[1].line(), "POST /base/names/create");
    assert_eq!(requests[1].header("authorization"), Some("Bearer ses_new"));
    assert_eq!(requests[1].header("x-session"), Some("ses_new"));
    assert_eq!(requests[1].header("x-public-key"), None);
    for request in &requests {
        assert_eq!(request.header("x-own"), Some("mine"));
        assert_eq!(request.limits().timeout, Duration::from_secs(7));
    }
}

/// Where a client may have several, those that were given besides stay.
#[tokio::test]
async fn other_credentials_stay() {
    let server = FakeTransport::new();
    server.answer(200, json!({"session": {"token": "ses_new"}}));
    server.answer(200, json!({}));
    let builder = builder_with(&SEVERAL, &server).secret(&API_KEY, "key_1");
    let client = builder
        .exchange(&EXCHANGE, "pub_1", Vec::new())
        .await
        .unwrap();
    Call::new(&client, &LIST).send::<()>().await.unwrap();
    let requests = server.requests();
    assert_eq!(requests[0].header("x-public-key"), Some("pub_1"));
    assert_eq!(requests[0].json(), json!({}));
    assert_eq!(requests[1].header("authorization"), Some("Bearer key_1"));
}

#[tokio::test]
async fn what_cannot_be_built_is_not_sent() {
    let server = FakeTransport::new();
    let with_key = |builder: ClientBuilder| builder.secret(&API_KEY, "key_s3cret");
    let rows: Vec<(&str, ClientBuilder, &str)> = vec![
        (
            "it is a value for `api_key`",
            builder_with(&ONE, &server),
            "key_s3cret",
        ),
        ("it is empty", builder_with(&ONE, &server), ""),
        (
            "are both given",
            with_key(builder_with(&ONE, &server)),
            "pub_s3cret",
        ),
        (
            "base URL",
            builder_with(&ONE, &server).base_url("x"),
            "pub_s3cret",
        ),
        (
            "zero",
            builder_with(&ONE, &server).timeout(Duration::ZERO),
            "pub_s3cret",
        ),
        (
            "attempts",
            builder_with(&ONE, &server).retry(RetryOptions::default().max_attempts(0)),
            "pub_s3cret",
        ),
    ];
    for (part, builder, secret) in rows {
        let error = builder
            .exchange(&EXCHANGE, secret, arguments())
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration, "{part}");
        assert!(error.to_string().contains(part), "{error}");
        assert_hides(&error);
    }
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn a_failing_call_is_the_error() {
    let server = FakeTransport::new();
    server.answer(401, json!({"error": "no such key"}));
    let error = exchange(&server).await.unwrap_err();
    assert!(error.is_unauthorized());
    assert_eq!(error.operation(), Some("sessions.open"));
    assert_hides(&error);

    // A POST is not sent again, unless nothing of it arrived.
    server.answer(503, json!({}));
    let error = exchange(&server).await.unwrap_err();
    assert_eq!(
        (error.status().unwrap().as_u16(), error.attempts()),
        (503, 1)
    );
    server.fail(TransportErrorKind::Connect);
    server.answer(200, json!({"session": {"token": "ses_new"}}));
    assert!(exchange(&server).await.is_ok());
    assert_eq!(server.requests().len(), 4);
    assert_eq!(server.answers_left(), 0);
}

#[tokio::test]
async fn a_value_without_a_token_is_no_credential() {
    let lacks = "sessions.open: 200 OK, but the answer cannot be read: it lacks `token`, \
                 the credential to go on with";
    let rows: Vec<Value> = vec![
        json!({"session": {"id": "s1", "tok": "ses_s3cret"}}),
        json!({"session": {"token": null}}),
        json!({"session": {"token": 7}}),
        json!({"session": {"token": ["ses_s3cret"]}}),
        json!({"session": {}}),
        json!({"session": "ses_s3cret"}),
        json!({"session": []}),
        json!({"token": "ses_s3cret"}),
        json!({"ses_s3cret": 1}),
        json!("ses_s3cret"),
    ];
    for answer in rows {
        let server = FakeTransport::new();
        server.answer(200, answer.clone());
        let error = exchange(&server).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{answer}");
        assert_eq!(error.to_string(), lacks, "{answer}");
        assert_hides(&error);
    }
    let server = FakeTransport::new();
    server.answer_with(http::Response::new("{\"session\": s3cret".into()));
    let error = exchange(&server).await.unwrap_err();
    assert_eq!(error.to_string(), lacks);
}

/// A token that is no such credential is the server's mistake.
#[tokio::test]
async fn a_token_that_cannot_be_used_is_the_answers_fault() {
    for (token, reason) in [
        ("", "it is empty"),
        ("s3cret", "it does not begin with `ses_`"),
        ("key_s3cret", "it is a value for `api_key`"),
        ("ses_s3cret\n", "it has characters that no header can carry"),
    ] {
        let server = FakeTransport::new();
        server.answer(200, json!({"session": {"token": token}}));
        let error = exchange(&server).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
        assert_eq!(error.operation(), Some("sessions.open"));
        assert_eq!(error.attempts(), 1);
        assert_eq!(
            error.to_string(),
            format!(
                "sessions.open: 200 OK, but the answer cannot be read: \
                 `session_token` cannot be used: {reason}"
            )
        );
        assert_hides(&error);
    }
}

/// The kinds of an exchange need not be among those of the API's settings.
#[tokio::test]
async fn the_kinds_may_be_the_exchanges_own() {
    static BARE: seamstress_runtime::Settings = seamstress_runtime::Settings {
        credentials: &[],
        ..ONE
    };
    static TO_KEY: Exchange = Exchange {
        to: &API_KEY,
        ..EXCHANGE
    };
    let server = FakeTransport::new();
    server.answer(200, json!({"session": {"token": "key_new"}}));
    server.answer(200, json!({}));
    let builder = builder_with(&BARE, &server);
    let client = builder
        .exchange(&TO_KEY, "pub_1", Vec::new())
        .await
        .unwrap();
    Call::new(&client, &LIST).send::<()>().await.unwrap();
    let sent = &server.requests()[1];
    assert_eq!(sent.header("authorization"), Some("Bearer key_new"));
}

fn assert_hides(error: &Error) {
    let mut text = format!("{error} {error:?} {:?}", error.api());
    let mut source = error.source();
    while let Some(cause) = source {
        text += &format!(" {cause} {cause:?}");
        source = cause.source();
    }
    assert!(!text.contains("s3cret"), "{text}");
}
