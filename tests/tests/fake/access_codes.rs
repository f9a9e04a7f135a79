//! Access codes: managed ones, unmanaged ones, and lists of both.

use futures::TryStreamExt;
use seam_api::types::{AccessCodeStatus, UnmanagedAccessCodeStatus};
use seam_tests::{FakeSeam, LOCK, WORKSPACE};

use crate::client;

#[tokio::test]
async fn an_access_code_is_created_read_and_listed() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);

    let created = seam
        .access_codes()
        .create(LOCK)
        .name("Cleaner")
        .code("1357")
        .send_with_response()
        .await
        .unwrap();
    assert_eq!(created.status(), 200);
    assert!(created.request_id().is_some());
    // The fake leaves out the action attempt that the document promises beside the code.
    assert!(
        created
            .member::<serde_json::Value>("action_attempt")
            .unwrap()
            .is_none()
    );
    let created = created.into_value();
    assert_eq!(created.access_code_id, "access_code1");
    assert_eq!(created.device_id, LOCK);
    assert_eq!(created.code.as_deref(), Some("1357"));
    assert_eq!(created.name.as_deref(), Some("Cleaner"));
    assert_eq!(created.status, AccessCodeStatus::Setting);
    assert!(created.created_at.is_valid());
    assert!(created.is_managed);

    let read = seam
        .access_codes()
        .get()
        .access_code_id(&created.access_code_id);
    assert_eq!(read.await.unwrap().access_code_id, created.access_code_id);

    let page = seam.access_codes().list().device_id(LOCK).await.unwrap();
    assert_eq!(page.items.len(), 1);
    assert_eq!(page.items[0].code, created.code);
}

/// The fake does not divide this list into pages: it sends no `pagination`, and heeds no limit.
#[tokio::test]
async fn a_list_without_pagination_is_one_page() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    for code in ["1111", "2222", "3333"] {
        seam.access_codes().create(LOCK).code(code).await.unwrap();
    }

    let list = || seam.access_codes().list().device_id(LOCK).limit(1);
    let page = list().send().await.unwrap();
    assert_eq!(page.items.len(), 3);
    assert!(!page.has_next_page());
    assert_eq!(page.next_cursor(), None);
    assert!(
        !page
            .envelope()
            .json()
            .unwrap()
            .as_object()
            .unwrap()
            .contains_key("pagination")
    );

    let codes: Vec<_> = list().stream().try_collect().await.unwrap();
    let codes: Vec<_> = codes
        .iter()
        .filter_map(|code| code.code.as_deref())
        .collect();
    assert_eq!(codes, ["1111", "2222", "3333"]);
    let pages: Vec<_> = list().pages().try_collect().await.unwrap();
    assert_eq!(pages.len(), 1);
}

#[tokio::test]
async fn unmanaged_codes_are_simulated_and_listed() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    let unmanaged = seam.access_codes().unmanaged();
    assert!(unmanaged.list(LOCK).await.unwrap().items.is_empty());

    for (code, name) in [("1234", "Left by the last owner"), ("4321", "Neighbour")] {
        let simulate = seam.access_codes().simulate();
        let made = simulate
            .create_unmanaged_access_code(LOCK, name, code)
            .await
            .unwrap();
        assert_eq!(made.name.as_deref(), Some(name));
    }

    let page = unmanaged.list(LOCK).limit(50).send().await.unwrap();
    assert_eq!(page.items.len(), 2);
    assert!(page.rejected().is_empty());
    assert!(!page.has_next_page());
    let code = &page.items[0];
    assert_eq!(code.access_code_id, "access_code1");
    assert_eq!(code.device_id, LOCK);
    assert_eq!(code.workspace_id, WORKSPACE);
    assert_eq!(code.code.as_deref(), Some("1234"));
    assert_eq!(code.name.as_deref(), Some("Left by the last owner"));
    assert!(!code.is_managed);
    // No value that the document lists for unmanaged codes.
    assert_eq!(code.status.as_str(), "setting");
    assert!(matches!(code.status, UnmanagedAccessCodeStatus::Unknown(_)));

    let streamed: Vec<_> = unmanaged.list(LOCK).stream().try_collect().await.unwrap();
    assert_eq!(streamed, page.items);
}

#[tokio::test]
async fn a_managed_unmanaged_code_is_listed_as_managed() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    let simulate = seam.access_codes().simulate();
    let code = simulate
        .create_unmanaged_access_code(LOCK, "Guest", "1234")
        .await
        .unwrap();

    let unmanaged = seam.access_codes().unmanaged();
    unmanaged.update(&code.access_code_id, true).await.unwrap();

    assert!(unmanaged.list(LOCK).await.unwrap().items.is_empty());
    let managed = seam.access_codes().list().device_id(LOCK).await.unwrap();
    assert_eq!(managed.items[0].access_code_id, code.access_code_id);
    assert!(managed.items[0].is_managed);
}
