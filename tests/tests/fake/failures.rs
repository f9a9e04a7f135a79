//! What the server refuses, and how a program learns of it.

use seam_api::{ErrorKind, RetryOptions, Seam};
use seam_tests::{API_KEY, FakeSeam, LOCK, WORKSPACE};

use crate::{client, client_with};

#[tokio::test]
async fn a_400_names_the_parameters() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let error = client(&server).action_attempts().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Api);
    assert!(error.is_invalid_input());
    assert_eq!(error.status().unwrap(), 400);
    assert_eq!(error.operation(), Some("action_attempts.list"));
    assert!(error.request_id().unwrap().starts_with("request"));

    let api = error.api().unwrap();
    assert_eq!(api.kind(), Some("invalid_input"));
    assert_eq!(api.message(), Some("action_attempt_ids is required"));
    let [validation] = api.validation_errors() else {
        panic!("{:?}", api.validation_errors());
    };
    assert_eq!(validation.parameter(), "action_attempt_ids");
    assert_eq!(validation.messages(), ["Required"]);
    let messages: Vec<_> = api.messages_for("action_attempt_ids").collect();
    assert_eq!(messages, ["Required"]);
    assert_eq!(api.messages_for("device_id").count(), 0);
}

/// Messages about the request as a whole have no parameter.
#[tokio::test]
async fn a_400_can_be_about_the_whole_request() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let error = client(&server).access_codes().list().await.unwrap_err();
    assert!(error.is_invalid_input());
    let api = error.api().unwrap();
    let messages: Vec<_> = api.messages_for("").collect();
    assert_eq!(messages.len(), 1, "{:?}", api.validation_errors());
    assert!(
        messages[0].contains("'device_id' or 'access_code_ids'"),
        "{messages:?}"
    );
}

#[tokio::test]
async fn a_401_is_unauthorized() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client_with(&server, "seam_apikey_nobody_has");
    let error = seam.devices().list().await.unwrap_err();
    assert!(error.is_unauthorized());
    assert_eq!(error.api().unwrap().kind(), Some("unauthorized"));
    for text in [
        format!("{error}"),
        format!("{error:?}"),
        format!("{seam:?}"),
    ] {
        assert!(!text.contains("nobody_has"), "{text}");
    }
}

#[tokio::test]
async fn a_404_says_what_was_not_found() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let error = client(&server)
        .devices()
        .get()
        .device_id("no-such-device")
        .await
        .unwrap_err();
    assert!(error.is_not_found());
    assert_eq!(error.api().unwrap().kind(), Some("device_not_found"));
    assert!(error.request_id().is_some());
}

/// The fake has no such operation: its answer is the text `404`, and has no id of the request.
#[tokio::test]
async fn a_404_can_be_plain_text() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let get = client(&server)
        .access_codes()
        .unmanaged()
        .get()
        .access_code_id("access_code1");
    let error = get.await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Api);
    assert!(error.is_not_found());
    assert_eq!(error.operation(), Some("access_codes.unmanaged.get"));
    assert_eq!(error.request_id(), None);
    let api = error.api().unwrap();
    assert_eq!((api.kind(), api.message()), (None, None));
    assert_eq!(api.body(), "404");
}

#[tokio::test]
async fn a_409_is_a_conflict() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    let create = seam.access_codes().create(LOCK).code("1234");
    create.clone().await.unwrap();
    let error = create.await.unwrap_err();
    assert_eq!(error.status().unwrap(), 409);
    assert_eq!(error.api().unwrap().kind(), Some("duplicate_access_code"));
}

/// The fake answers 503 with nothing at all.
#[tokio::test]
async fn an_outage_is_a_503() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let outage = format!(r#"{{"workspace_id":"{WORKSPACE}","routes":["/devices/list"]}}"#);
    let (status, answer) = server
        .control("/_fake/simulate_workspace_outage", &outage)
        .unwrap();
    assert_eq!(status, 200, "{answer}");
    let seam = client(&server);
    let error = seam.devices().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(error.status().unwrap(), 503);
    assert_eq!(error.api().unwrap().body(), "");
    // The others go on.
    seam.locks().list().await.unwrap();
}

#[tokio::test]
async fn a_server_that_is_gone_is_a_connection_that_did_not_come_about() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let builder = Seam::builder().api_key(API_KEY).base_url(server.url());
    // At once, and not again: the port may soon be another test's.
    let seam = builder.retry(RetryOptions::never()).build().unwrap();
    drop(server);
    let error = seam.devices().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.is_connect());
    assert_eq!(error.status(), None);
}
