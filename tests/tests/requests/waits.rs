//! Waiting for action attempts, by a clock that nobody waits for.

use std::time::Duration;

use seam_api::testing::{FakeClock, FakeTransport};
use seam_api::types::{ActionAttempt, ActionAttemptState};
use seam_api::{ErrorKind, Seam, WaitOptions};
use serde_json::{Value, json};

use crate::client;

fn attempt(status: &str) -> Value {
    json!({"action_attempt": {
        "action_attempt_id": "a1", "action_type": "UNLOCK_DOOR", "status": status,
        "result": null, "error": null
    }})
}

fn failure() -> Value {
    json!({"action_attempt": {
        "action_attempt_id": "a1", "action_type": "UNLOCK_DOOR", "status": "error", "result": null,
        "error": {"type": "device_offline", "message": "The lock is out of reach."}
    }})
}

fn success() -> Value {
    json!({"action_attempt": {
        "action_attempt_id": "a1", "action_type": "UNLOCK_DOOR", "status": "success",
        "result": {"was_confirmed_by_device": true}, "error": null
    }})
}

fn answers(server: &FakeTransport, answers: &[Value]) {
    for answer in answers {
        server.answer(200, answer.clone());
    }
}

fn lines(server: &FakeTransport) -> Vec<String> {
    server
        .requests()
        .iter()
        .map(|request| request.line())
        .collect()
}

const LOOK: &str = "GET /action_attempts/get?action_attempt_id=a1&_strict=true";

fn seconds(clock: &FakeClock) -> Vec<u64> {
    clock.slept().iter().map(Duration::as_secs).collect()
}

#[tokio::test]
async fn until_it_is_done() {
    let (seam, server, clock) = client();
    answers(
        &server,
        &[attempt("pending"), attempt("pending"), success()],
    );
    let done = seam.locks().unlock_door("d1").wait().await.unwrap();
    assert_eq!(lines(&server), ["POST /locks/unlock_door", LOOK, LOOK]);
    assert_eq!(seconds(&clock), [1, 1]);
    // Its result is typed by the type of the action.
    let result = serde_json::to_value(done.result().unwrap()).unwrap();
    assert_eq!(result, json!({"was_confirmed_by_device": true}));
}

/// One that the caller holds, from a queue or a database.
#[tokio::test]
async fn one_that_the_caller_holds() {
    let (seam, server, clock) = client();
    let stored: ActionAttempt =
        serde_json::from_value(attempt("pending")["action_attempt"].clone()).unwrap();
    assert!(stored.result().is_none());
    answers(&server, &[attempt("pending"), success()]);
    let done = seam.wait(stored.clone()).await.unwrap();
    assert!(done.result().is_some());
    assert_eq!(lines(&server), [LOOK, LOOK]);
    assert_eq!(seconds(&clock), [1, 1]);

    // One that is done is not asked for.
    let again = seam.wait(done.clone()).await.unwrap();
    assert_eq!(again, done);
    assert_eq!(server.requests().len(), 2);

    let options = WaitOptions::default().interval(Duration::from_secs(3));
    answers(&server, &[failure()]);
    let error = seam.wait_with(stored, options).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ActionFailed);
    assert_eq!(error.operation(), Some("action_attempts.get"));
    assert_eq!(seconds(&clock), [1, 1, 3]);
}

#[tokio::test]
async fn until_it_fails() {
    let (seam, server, _) = client();
    answers(&server, &[attempt("pending"), failure()]);
    let error = seam.locks().unlock_door("d1").wait().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ActionFailed);
    assert_eq!(error.operation(), Some("locks.unlock_door"));
    let found = error.action_failure().unwrap();
    assert_eq!(
        (found.code(), found.message()),
        ("device_offline", "The lock is out of reach.")
    );
    let last = error.action::<ActionAttempt>().unwrap();
    assert!(matches!(last.state, ActionAttemptState::Error { .. }));
    assert_eq!(last.result(), None);
    assert_eq!(error.action_json(), Some(&failure()["action_attempt"]));
    assert_eq!(
        error.to_string(),
        "locks.unlock_door: the action failed: device_offline: The lock is out of reach."
    );
    // To get it is no failure.
    answers(&server, &[failure()]);
    assert!(seam.action_attempts().get("a1").await.is_ok());
}

#[tokio::test]
async fn until_the_deadline() {
    let (seam, server, clock) = client();
    answers(&server, &vec![attempt("pending"); 20]);
    let options = WaitOptions::default()
        .interval(Duration::from_secs(4))
        .deadline(Duration::from_secs(10));
    let unlock = seam.locks().unlock_door("d1");
    let error = unlock.wait_with(options).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::WaitTimeout);
    assert!(error.is_timeout());
    assert_eq!(seconds(&clock), [4, 4, 2]);
    assert_eq!(server.requests().len(), 4);
    let last = error.action::<ActionAttempt>().unwrap();
    assert_eq!(last.action_attempt_id, "a1");
    assert_eq!(last.state, ActionAttemptState::Pending);
    assert_eq!(error.action_failure(), None);
}

#[tokio::test]
async fn until_a_status_that_nobody_knows() {
    let (seam, server, _) = client();
    answers(&server, &[attempt("pending"), attempt("cancelled")]);
    let error = seam.locks().unlock_door("d1").wait().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnknownStatus);
    let last = error.action::<ActionAttempt>().unwrap();
    assert_eq!(last.state.as_str(), "cancelled");
    assert!(error.to_string().contains("cancelled"), "{error}");
    assert_eq!(lines(&server).len(), 2);
}

/// For the access codes, the attempt stands beside the value, or is the only thing there.
#[tokio::test]
async fn an_attempt_beside_the_value() {
    let (seam, server, _) = client();
    let mut created = attempt("pending");
    created["access_code"] = json!({"access_code_id": "c1"});
    answers(&server, &[created.clone(), success()]);
    let done = seam.access_codes().create("d1").wait().await.unwrap();
    assert!(done.result().is_some());
    answers(&server, &[created]);
    let code = seam.access_codes().create("d1").await.unwrap();
    assert_eq!(code.access_code_id, "c1");

    answers(
        &server,
        &[attempt("pending"), success(), attempt("pending"), failure()],
    );
    seam.access_codes().delete("c1").wait().await.unwrap();
    let error = seam.access_codes().update("c1").wait().await.unwrap_err();
    assert_eq!(error.action_failure().unwrap().code(), "device_offline");
    assert_eq!(error.operation(), Some("access_codes.update"));

    // Where it is missing, there is nothing to wait for.
    for answer in [json!({"ok": true}), json!({"action_attempt": null})] {
        answers(&server, &[answer]);
        let error = seam.access_codes().delete("c1").wait().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
        assert!(error.to_string().contains("`action_attempt`"), "{error}");
    }
    assert_eq!(server.answers_left(), 0);
}

#[tokio::test]
async fn as_the_client_says() {
    let (server, clock) = (FakeTransport::new(), FakeClock::new());
    let options = WaitOptions::default()
        .interval(Duration::from_secs(5))
        .deadline(Duration::from_secs(30));
    let seam = Seam::builder()
        .api_key("seam_apikey1_token")
        .wait_options(options)
        .transport(server.clone())
        .clock(clock.clone())
        .build()
        .unwrap();
    answers(&server, &vec![attempt("pending"); 7]);
    let error = seam.locks().unlock_door("d1").wait().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::WaitTimeout);
    assert_eq!(seconds(&clock), [5; 6]);
    // A call may say otherwise.
    answers(&server, &[attempt("pending"), success()]);
    let often = options.interval(Duration::from_secs(1));
    seam.locks().lock_door("d1").wait_with(often).await.unwrap();
    assert_eq!(seconds(&clock), [5, 5, 5, 5, 5, 5, 1]);
    // And one that the caller holds is waited for as the client says.
    answers(&server, &[success()]);
    let held = error.action::<ActionAttempt>().unwrap().clone();
    seam.wait(held).await.unwrap();
    assert_eq!(clock.slept().last(), Some(&Duration::from_secs(5)));

    let zero = WaitOptions::default().interval(Duration::ZERO);
    let refused = Seam::builder().api_key("seam_1").wait_options(zero).build();
    assert_eq!(refused.unwrap_err().kind(), ErrorKind::Configuration);
    let before = server.requests().len();
    let refused = seam.locks().unlock_door("d1").wait_with(zero).await;
    assert_eq!(refused.unwrap_err().kind(), ErrorKind::Configuration);
    assert_eq!(server.requests().len(), before, "no door is unlocked");
}
