//! Action attempts beside what an operation gives, and those that a program holds.

use std::time::Duration;

use seam_api::runtime::bytes::Bytes;
use seam_api::runtime::http;
use seam_api::types::{ActionAttempt, ActionAttemptState};
use seam_api::{Attempt, Error, ErrorKind, Hook, Seam, WaitOptions};
use seam_tests::{API_KEY, FakeSeam, LOCK};

/// Looks again at once, as the fake needs no time.
fn client(server: &FakeSeam) -> Seam {
    let quick = WaitOptions::default().interval(Duration::from_millis(1));
    let builder = Seam::builder().api_key(API_KEY).base_url(server.url());
    builder.wait_options(quick).build().unwrap()
}

/// Has an attempt end in failure.
fn fail(server: &FakeSeam, attempt: &ActionAttempt) {
    let failure = format!(
        r#"{{"action_attempt_id": "{}", "status": "error",
             "error": {{"type": "device_disconnected", "message": "The device is offline."}}}}"#,
        attempt.action_attempt_id
    );
    let answer = server
        .control("/_fake/update_action_attempt", &failure)
        .unwrap();
    assert_eq!(answer.0, 200, "{}", answer.1);
}

/// The fake takes PUT and DELETE for neither, or looks for the parameters of POST.
#[derive(Debug)]
struct AsPost;

impl Hook for AsPost {
    fn before(&self, _: &Attempt<'_>, request: &mut http::Request<Bytes>) -> Result<(), Error> {
        if let Some(query) = request.uri().query() {
            let (id, _) = query.split_once('&').unwrap();
            let (name, value) = id.split_once('=').unwrap();
            *request.body_mut() = format!(r#"{{"{name}": "{value}"}}"#).into();
            let json = http::HeaderValue::from_static("application/json");
            request.headers_mut().insert("content-type", json);
            let uri = request.uri().to_string();
            *request.uri_mut() = uri.split_once('?').unwrap().0.parse().unwrap();
        }
        *request.method_mut() = http::Method::POST;
        Ok(())
    }
}

/// To update and to delete a code gives nothing but an attempt.
#[tokio::test]
async fn an_access_code_is_updated_and_deleted() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    let code = seam.access_codes().create(LOCK).code("1357").await.unwrap();
    let id = code.access_code_id;
    let quick = WaitOptions::default().interval(Duration::from_millis(1));
    let builder = Seam::builder().api_key(API_KEY).base_url(server.url());
    let posting = builder.wait_options(quick).hook(AsPost).build().unwrap();

    let update = posting.access_codes().update(&id).name("Cleaner");
    let done = update.wait().await.unwrap();
    assert_eq!(done.action_type.as_str(), "UPDATE_ACCESS_CODE");
    assert!(done.result().is_some());
    let read = seam.access_codes().get().access_code_id(&id).await.unwrap();
    assert_eq!(read.name.as_deref(), Some("Cleaner"));

    let done = posting.access_codes().delete(&id).wait().await.unwrap();
    assert_eq!(done.action_type.as_str(), "DELETE_ACCESS_CODE");
    assert!(done.result().is_some());
    let gone = seam.access_codes().get().access_code_id(&id).await;
    assert!(gone.unwrap_err().is_not_found());
}

/// The fake leaves the attempt out that the document promises beside a new code.
#[tokio::test]
async fn an_attempt_that_is_missing() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let create = client(&server).access_codes().create(LOCK).code("1357");
    let error = create.wait().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("`action_attempt`"), "{error}");
}

#[tokio::test]
async fn an_attempt_that_the_program_holds() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    let held = seam.locks().unlock_door(LOCK).await.unwrap();
    assert_eq!(held.state, ActionAttemptState::Pending);
    assert_eq!(held.result(), None);
    let done = seam.wait(held.clone()).await.unwrap();
    assert_eq!(done.action_attempt_id, held.action_attempt_id);
    assert!(done.result().is_some());

    // Kept as JSON in between, as in a database.
    let stored = serde_json::to_string(&held).unwrap();
    let held: ActionAttempt = serde_json::from_str(&stored).unwrap();
    fail(&server, &held);
    let error = seam.wait(held).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ActionFailed);
    let failure = error.action_failure().unwrap();
    assert_eq!(failure.code(), "device_disconnected");
    assert_eq!(failure.message(), "The device is offline.");
    let last = error.action::<ActionAttempt>().unwrap();
    assert!(matches!(last.state, ActionAttemptState::Error { .. }));
}

#[tokio::test]
async fn an_attempt_that_nobody_has() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    let mut held = seam.locks().unlock_door(LOCK).await.unwrap();
    held.action_attempt_id = "no_such_attempt".into();
    let error = seam.wait(held).await.unwrap_err();
    assert!(error.is_not_found(), "{error}");
    assert_eq!(error.operation(), Some("action_attempts.get"));
}

#[tokio::test]
async fn a_deadline_that_is_over() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    let held = seam.locks().unlock_door(LOCK).await.unwrap();
    let now = WaitOptions::default().deadline(Duration::ZERO);
    let error = seam.wait_with(held.clone(), now).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::WaitTimeout);
    assert!(error.is_timeout());
    assert_eq!(error.action::<ActionAttempt>(), Some(&held));
    // It was not given up for that.
    assert!(seam.wait(held).await.is_ok());
}
