//! Devices: one, and the list that the fake server divides into pages.

use futures::TryStreamExt;
use seam_api::types::{Device, DeviceCapabilitiesSupported, DeviceType};
use seam_tests::{FakeSeam, LOCK, WORKSPACE};

use crate::client;

#[tokio::test]
async fn a_device_is_read() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);

    let response = seam
        .devices()
        .get()
        .device_id(LOCK)
        .send_with_response()
        .await
        .unwrap();
    assert!(response.request_id().unwrap().starts_with("request"));
    assert!(response.rejected().is_empty());

    let device = &response.value;
    assert_eq!(device.device_id, LOCK);
    assert_eq!(device.workspace_id, WORKSPACE);
    assert_eq!(device.device_type, DeviceType::AugustLock);
    assert!(
        device
            .capabilities_supported
            .contains(&DeviceCapabilitiesSupported::AccessCode)
    );
    assert_eq!(device.can_remotely_unlock, Some(true));
    assert_eq!(device.properties.locked, Some(true));
    assert!(device.properties.online);
    assert_eq!(device.display_name, "Smart Device");
    assert!(device.created_at.is_valid());
    assert!(device.errors.is_empty());

    // What was read is written back as it came.
    let sent = response.json().unwrap();
    assert_eq!(serde_json::to_value(device).unwrap(), sent["device"]);
}

#[tokio::test]
async fn a_list_of_several_pages_is_one_stream() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    let all = seam.devices().list().await.unwrap();
    assert!(
        all.items.len() >= 4,
        "the example data has {} devices",
        all.items.len()
    );
    assert!(!all.has_next_page());

    for limit in [1, 2, 3] {
        let streamed: Vec<_> = seam
            .devices()
            .list()
            .limit(limit)
            .stream()
            .try_collect()
            .await
            .unwrap();
        assert_eq!(ids(&streamed), ids(&all.items), "limit {limit}");
    }
}

#[tokio::test]
async fn a_list_goes_page_by_page() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    let all = seam.devices().list().await.unwrap().items;

    let mut pages = seam.devices().list().limit(2).pages();
    let mut read = Vec::new();
    let mut sizes = Vec::new();
    while let Some(page) = pages.try_next().await.unwrap() {
        sizes.push(page.items.len());
        assert_eq!(page.has_next_page(), page.next_cursor().is_some());
        assert_eq!(page.next_cursor(), pages.cursor());
        read.extend(page);
    }
    assert_eq!(ids(&read), ids(&all));
    assert_eq!(sizes.len(), all.len().div_ceil(2));
    assert!(
        sizes[..sizes.len() - 1].iter().all(|size| *size == 2),
        "{sizes:?}"
    );
}

#[tokio::test]
async fn a_list_is_resumed_from_a_stored_cursor() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    let all = seam.devices().list().await.unwrap().items;

    let first = seam.devices().list().limit(1).await.unwrap();
    let stored: String = first.next_cursor().unwrap().to_owned();

    // Another client, as of another run of the program.
    let rest: Vec<_> = client(&server)
        .devices()
        .list()
        .limit(1)
        .page_cursor(stored.clone())
        .stream()
        .try_collect()
        .await
        .unwrap();
    assert_eq!(ids(&rest), ids(&all[1..]));

    // The server refuses a cursor that belongs to other parameters.
    let error = seam
        .devices()
        .list()
        .limit(3)
        .page_cursor(stored)
        .await
        .unwrap_err();
    assert_eq!(
        error.api().unwrap().kind(),
        Some("mismatched_page_parameters")
    );
    assert_eq!(error.operation(), Some("devices.list"));
}

/// The document requires `errors` and `warnings`, which the fake does not send.
#[tokio::test]
async fn what_the_fake_leaves_out_is_reported() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let page = client(&server).connected_accounts().list().await.unwrap();
    let corrections: Vec<_> = page.corrections().iter().map(ToString::to_string).collect();
    assert!(
        corrections.contains(&"`connected_accounts[0].errors` is missing".to_owned()),
        "{corrections:?}"
    );
    assert!(page.items[0].errors.is_empty());
    assert!(page.rejected().is_empty());
}

fn ids(devices: &[Device]) -> Vec<&str> {
    devices
        .iter()
        .map(|device| device.device_id.as_str())
        .collect()
}
