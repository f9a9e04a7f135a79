//! Action attempts.

use seam_api::types::{
    ActionAttempt, ActionAttemptActionType, ActionAttemptResult, ActionAttemptState,
};
use seam_api::{ErrorKind, json};
use serde_json::{Value, json};

use crate::server::answering;
use crate::written;

fn attempt(action_type: &str, status: &str, result: Value, error: Value) -> Value {
    json!({
        "action_attempt_id": "11111111-1111-1111-1111-555555555555",
        "action_type": action_type,
        "status": status,
        "result": result,
        "error": error
    })
}

/// Reads an attempt, which must come back as it went in, without a correction.
fn read(sent: &Value) -> ActionAttempt {
    let (read, report) = json::from_slice::<ActionAttempt>(sent.to_string().as_bytes()).unwrap();
    assert!(report.is_empty(), "{report:?}");
    assert_eq!(written(&read), *sent);
    read
}

#[test]
fn an_attempt_is_pending_or_has_what_came_of_it() {
    let pending = read(&attempt("UNLOCK_DOOR", "pending", Value::Null, Value::Null));
    assert_eq!(pending.state, ActionAttemptState::Pending);

    let result = json!({ "was_confirmed_by_device": true });
    let success = read(&attempt("UNLOCK_DOOR", "success", result, Value::Null));
    let ActionAttemptState::Success { result, .. } = &success.state else {
        panic!("{success:?}");
    };
    let ActionAttemptResult::UnlockDoor(door) = result else {
        panic!("{result:?}");
    };
    assert_eq!(door.was_confirmed_by_device, Some(true));

    let error = json!({ "type": "uncategorized_error", "message": "The bolt is stuck." });
    let failed = read(&attempt("LOCK_DOOR", "error", Value::Null, error));
    let ActionAttemptState::Error { error, .. } = &failed.state else {
        panic!("{failed:?}");
    };
    assert_eq!(error.message, "The bolt is stuck.");
}

#[test]
fn an_action_of_tomorrow_keeps_its_result() {
    let sent = attempt(
        "RING_BELL",
        "success",
        json!({ "rings": 3, "heard": true }),
        Value::Null,
    );
    let attempt = read(&sent);
    assert!(matches!(
        attempt.action_type,
        ActionAttemptActionType::Unknown(_)
    ));
    assert_eq!(attempt.action_type.as_str(), "RING_BELL");
    let ActionAttemptState::Success { result, .. } = &attempt.state else {
        panic!("{attempt:?}");
    };
    let ActionAttemptResult::Unknown(unknown) = result else {
        panic!("{result:?}");
    };
    assert_eq!(unknown.tag(), "RING_BELL");
    assert_eq!(unknown.get("rings"), Some(&json!(3)));
}

#[test]
fn a_status_of_tomorrow_is_no_decision() {
    let attempt = read(&attempt("UNLOCK_DOOR", "on_hold", Value::Null, Value::Null));
    let ActionAttemptState::Unknown(unknown) = &attempt.state else {
        panic!("{attempt:?}");
    };
    assert_eq!(unknown.tag(), "on_hold");
    assert_eq!(attempt.action_type, ActionAttemptActionType::UnlockDoor);
}

#[tokio::test]
async fn waiting_ends_at_a_status_of_tomorrow() {
    let sent = attempt("UNLOCK_DOOR", "on_hold", Value::Null, Value::Null);
    let seam = answering(json!({ "action_attempt": sent, "ok": true }));
    let error = seam
        .locks()
        .unlock_door("device1")
        .wait()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnknownStatus);
    assert_eq!(written(error.action::<ActionAttempt>().unwrap()), sent);
}

/// An attempt without a status is neither done nor failed.
#[tokio::test]
async fn waiting_ends_at_a_missing_status() {
    let body =
        json!({ "action_attempt": { "action_attempt_id": "1", "action_type": "UNLOCK_DOOR" } });
    let error = answering(body)
        .locks()
        .unlock_door("device1")
        .wait()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnknownStatus);
}

/// A failure that does not say which is a failure.
#[tokio::test]
async fn waiting_ends_at_a_failure_without_a_reason() {
    let sent = attempt("UNLOCK_DOOR", "error", Value::Null, Value::Null);
    let seam = answering(json!({ "action_attempt": sent }));
    let error = seam
        .locks()
        .unlock_door("device1")
        .wait()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ActionFailed);
}

/// The fake server's successes have no result.
#[tokio::test]
async fn a_success_without_a_result_is_a_success() {
    let sent = attempt("UNLOCK_DOOR", "success", Value::Null, Value::Null);
    let seam = answering(json!({ "action_attempt": sent }));
    let attempt = seam.locks().unlock_door("device1").wait().await.unwrap();
    assert!(matches!(attempt.state, ActionAttemptState::Success { .. }));
    assert_eq!(written(&attempt), sent);
}
