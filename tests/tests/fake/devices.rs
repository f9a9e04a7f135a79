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

    let response = seam.devices().get().device_id(LOCK).send_with_response().await.unwrap();
    assert!(response.request_id().unwrap().starts_with("request"));
    // The fake omits members that the document requires; all of them are reported.
    let missing: Vec<_> = response.corrections().iter().map(|c| c.path.as_str()).collect();
    assert!(missing.contains(&"device.space_ids"), "{missing:?}");
    assert!(response.rejected().is_empty());

    let device = &response.value;
    assert_eq!(device.device_id, LOCK);
    assert_eq!(device.workspace_id, WORKSPACE);
    assert_eq!(device.device_type, DeviceType::AugustLock);
    assert!(device.capabilities_supported.contains(&DeviceCapabilitiesSupported::AccessCode));
    assert_eq!(device.can_remotely_unlock, Some(true));
    assert_eq!(device.properties.locked, Some(true));
    assert!(device.properties.online);
    assert_eq!(device.properties.name, "Fake August Lock 1");
    assert!(device.created_at.is_valid());
    assert!(device.errors.is_empty());

    // The fake sends exactly what is written back, though much of it is not as described.
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
    assert!(all.items.len() >= 4, "the example data has {} devices", all.items.len());
    assert!(!all.has_next_page());

    for limit in [1, 2, 3] {
        let streamed: Vec<_> = seam.devices().list().limit(limit).stream().try_collect().await.unwrap();
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
    assert!(sizes[..sizes.len() - 1].iter().all(|size| *size == 2), "{sizes:?}");
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
    let error = seam.devices().list().limit(3).page_cursor(stored).await.unwrap_err();
    assert_eq!(error.api().unwrap().kind(), Some("mismatched_page_parameters"));
    assert_eq!(error.operation(), Some("devices.list"));
}

/// Null and no cursor at all both ask for the first page.
#[tokio::test]
async fn a_cursor_can_be_null() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    let first = seam.devices().list().limit(1).await.unwrap();
    let same = seam.devices().list().limit(1).page_cursor(None).await.unwrap();
    assert_eq!(ids(&same.items), ids(&first.items));
}

fn ids(devices: &[Device]) -> Vec<&str> {
    devices.iter().map(|device| device.device_id.as_str()).collect()
}
