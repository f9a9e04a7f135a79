//! A session for a publishable key.

use seam_api::testing::FakeTransport;
use seam_api::{ErrorKind, Seam};
use serde_json::json;

#[tokio::test]
async fn a_key_is_exchanged_for_a_session() {
    let server = FakeTransport::new();
    server.answer(
        200,
        json!({"client_session": {"token": "seam_cst9_token"}, "ok": true}),
    );
    server.answer(200, json!({"devices": []}));
    let builder = Seam::builder().transport(server.clone());
    let seam = builder
        .build_from_publishable_key("seam_pk1_token", "user-1")
        .await
        .unwrap();
    seam.devices().list().await.unwrap();

    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[0].line(), "POST /client_sessions/get_or_create");
    assert_eq!(requests[0].json(), json!({"user_identifier_key": "user-1"}));
    assert_eq!(
        requests[0].header("seam-publishable-key"),
        Some("seam_pk1_token")
    );
    assert_eq!(requests[0].header("authorization"), None);
    assert_eq!(requests[0].header("seam-sdk-name"), Some("seam-api/rust"));
    assert_eq!(
        requests[1].header("authorization"),
        Some("Bearer seam_cst9_token")
    );
    assert_eq!(
        requests[1].header("client-session-token"),
        Some("seam_cst9_token")
    );
    assert_eq!(requests[1].header("seam-publishable-key"), None);
}

#[tokio::test]
async fn what_is_no_publishable_key_is_not_sent() {
    let error = Seam::from_publishable_key("seam_apikey1_token", "user-1")
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "`publishable_key` cannot be used: it is a value for `api_key`"
    );
    let server = FakeTransport::new();
    let builder = Seam::builder()
        .transport(server.clone())
        .api_key("seam_apikey1_token");
    let error = builder
        .build_from_publishable_key("seam_pk1_token", "u")
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn an_answer_without_a_token() {
    for session in [
        json!({}),
        json!({"token": null}),
        json!({"token": "seam_apikey1_token"}),
    ] {
        let server = FakeTransport::new();
        server.answer(200, json!({"client_session": session}));
        let builder = Seam::builder().transport(server.clone());
        let error = builder
            .build_from_publishable_key("seam_pk1_token", "u")
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
        assert_eq!(error.operation(), Some("client_sessions.get_or_create"));
        assert!(!error.to_string().contains("apikey1"), "{error}");
    }
}
