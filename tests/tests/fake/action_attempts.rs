//! Action attempts: started, looked at, waited for, and failed.

use std::time::Duration;

use seam_api::types::{ActionAttempt, ActionAttemptActionType, ActionAttemptState};
use seam_api::{ErrorKind, WaitOptions};
use seam_tests::{FakeSeam, LOCK};

use crate::client;

/// Looks again at once: the fake needs no time.
fn quick() -> WaitOptions {
    WaitOptions::default().interval(Duration::from_millis(1))
}

#[tokio::test]
async fn a_door_is_unlocked_and_the_attempt_read() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    let attempt = seam.locks().unlock_door(LOCK).send().await.unwrap();
    assert_eq!(attempt.action_attempt_id, "action_attempt1");
    assert_eq!(attempt.action_type, ActionAttemptActionType::UnlockDoor);
    assert_eq!(attempt.state, ActionAttemptState::Pending);

    // The fake has each attempt succeed by the time it is asked for.
    let attempt = seam
        .action_attempts()
        .get(&attempt.action_attempt_id)
        .await
        .unwrap();
    assert!(
        matches!(attempt.state, ActionAttemptState::Success { .. }),
        "{attempt:?}"
    );

    let list = seam
        .action_attempts()
        .list()
        .action_attempt_ids([&attempt.action_attempt_id]);
    assert_eq!(list.await.unwrap().items.len(), 1);
}

#[tokio::test]
async fn a_door_is_unlocked_and_waited_for() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    let locked = || async {
        seam.devices()
            .get()
            .device_id(LOCK)
            .await
            .unwrap()
            .properties
            .locked
    };
    assert_eq!(locked().await, Some(true));

    let attempt = seam
        .locks()
        .unlock_door(LOCK)
        .wait_with(quick())
        .await
        .unwrap();
    assert!(
        matches!(attempt.state, ActionAttemptState::Success { .. }),
        "{attempt:?}"
    );
    assert_eq!(locked().await, Some(false));

    let attempt = seam
        .locks()
        .lock_door(LOCK)
        .wait_with(quick())
        .await
        .unwrap();
    assert_eq!(attempt.action_type, ActionAttemptActionType::LockDoor);
    assert_eq!(locked().await, Some(true));
}

#[tokio::test]
async fn a_failed_attempt_is_a_typed_failure() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    let attempt = seam.locks().unlock_door(LOCK).await.unwrap();
    let id = attempt.action_attempt_id;
    let failure = format!(
        r#"{{"action_attempt_id": "{id}", "status": "error",
             "error": {{"type": "device_offline", "message": "The lock is out of reach."}}}}"#
    );
    let (status, answer) = server
        .control("/_fake/update_action_attempt", &failure)
        .unwrap();
    assert_eq!(status, 200, "{answer}");

    // Asked for, it is an attempt as any other, with its error inside.
    let failed = seam.action_attempts().get(&id).await.unwrap();
    let ActionAttemptState::Error { error, .. } = &failed.state else {
        panic!("{failed:?}");
    };
    assert_eq!(error.r#type.as_str(), "device_offline");
    assert_eq!(error.message, "The lock is out of reach.");

    // Waited for, it is an error.
    let error = seam
        .action_attempts()
        .get(&id)
        .wait_with(quick())
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ActionFailed);
    assert!(!error.is_timeout());
    let failure = error.action_failure().unwrap();
    assert_eq!(failure.code(), "device_offline");
    assert_eq!(failure.message(), "The lock is out of reach.");
    assert_eq!(error.action::<ActionAttempt>(), Some(&failed));
    assert!(
        error.to_string().contains("The lock is out of reach."),
        "{error}"
    );
}

#[tokio::test]
async fn waiting_for_what_stays_pending_ends() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    let patience = quick().deadline(Duration::ZERO);
    let error = seam
        .locks()
        .unlock_door(LOCK)
        .wait_with(patience)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::WaitTimeout);
    let attempt = error.action::<ActionAttempt>().unwrap();
    assert_eq!(attempt.state, ActionAttemptState::Pending);
}
