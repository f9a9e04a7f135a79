//! What the fake server sends is written back as it came: nothing is lost, whatever of it is not
//! as described.

use seam_api::json::CorrectionKind;
use seam_api::{Page, Seam};
use seam_tests::{FakeSeam, LOCK};
use serde::Serialize;
use serde_json::json;

use crate::client;

#[tokio::test]
async fn every_list_is_written_back_as_it_came() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    fill(&seam).await;

    same("devices", &seam.devices().list().await.unwrap());
    same(
        "device_providers",
        &seam.devices().list_device_providers().await.unwrap(),
    );
    same("locks", &seam.locks().list().await.unwrap());
    same(
        "connected_accounts",
        &seam.connected_accounts().list().await.unwrap(),
    );
    same(
        "connect_webviews",
        &seam.connect_webviews().list().await.unwrap(),
    );
    same("acs_systems", &seam.acs().systems().list().await.unwrap());
    same("acs_users", &seam.acs().users().list().await.unwrap());
    same("workspaces", &seam.workspaces().list().await.unwrap());
    same("webhooks", &seam.webhooks().list().await.unwrap());
    let codes = seam.access_codes();
    same("access_codes", &codes.list().device_id(LOCK).await.unwrap());
    same("access_codes", &codes.unmanaged().list(LOCK).await.unwrap());
    let thresholds = seam.noise_sensors().noise_thresholds();
    same(
        "noise_thresholds",
        &thresholds.list("minut_device_1").await.unwrap(),
    );
    let since = "2020-01-01T00:00:00Z"
        .parse::<seam_api::DateTime>()
        .unwrap();
    same("events", &seam.events().list().since(since).await.unwrap());
    let ids = ["action_attempt1", "action_attempt2"];
    let attempts = seam.action_attempts().list().action_attempt_ids(ids);
    same("action_attempts", &attempts.await.unwrap());
}

/// Makes what the example data lacks.
async fn fill(seam: &Seam) {
    let codes = seam.access_codes();
    codes.create(LOCK).name("Guest").code("1111").await.unwrap();
    let simulate = codes.simulate();
    simulate
        .create_unmanaged_access_code(LOCK, "Neighbour", "2222")
        .await
        .unwrap();
    seam.locks().unlock_door(LOCK).await.unwrap();
    seam.locks().lock_door(LOCK).await.unwrap();
    seam.webhooks()
        .create("https://example.com/seam")
        .await
        .unwrap();
    let users = seam.acs().users();
    users
        .create("Jane Doe", "visionline_acs_system_1")
        .await
        .unwrap();
}

/// Required members that the server left out are written as what they were corrected to; all else
/// is as it was sent.
fn same<T: Serialize>(key: &str, page: &Page<T>) {
    let mut sent = page.envelope().json().unwrap();
    assert!(!page.items.is_empty(), "{key}");
    assert!(page.rejected().is_empty(), "{key}: {:?}", page.rejected());
    let written = json!({ key: page.items });
    let corrections = page.corrections().iter();
    for correction in corrections.filter(|c| c.kind == CorrectionKind::Missing) {
        let pointer = format!(
            "/{}",
            correction.path.replace(['[', '.'], "/").replace(']', "")
        );
        let (parent, member) = pointer.rsplit_once('/').unwrap();
        let stand_in = written.pointer(&pointer).unwrap().clone();
        sent.pointer_mut(parent).unwrap()[member] = stand_in;
    }
    assert_eq!(written[key], sent[key], "{key}");
}
