//! The same calls without asynchronous code.

use seam_api::testing::FakeTransport;
use seam_api::{ErrorKind, Seam};
use serde_json::{Value, json};

use crate::client;

fn page(ids: &[&str], next: Option<&str>) -> Value {
    let devices: Vec<Value> = ids.iter().map(|id| json!({"device_id": id})).collect();
    json!({"devices": devices, "pagination": {
        "has_next_page": next.is_some(), "next_page_cursor": next, "next_page_url": null
    }})
}

#[test]
fn a_value() {
    let (seam, server, _) = client();
    server.answer(200, json!({"device": {"device_id": "d1"}}));
    let device = seam
        .devices()
        .get()
        .device_id("d1")
        .send_blocking()
        .unwrap();
    assert_eq!(device.device_id, "d1");
    server.answer(
        404,
        json!({"error": {"type": "device_not_found", "message": "No."}}),
    );
    let error = seam
        .devices()
        .get()
        .device_id("d2")
        .send_blocking()
        .unwrap_err();
    assert!(error.is_not_found());
    assert_eq!(error.api().unwrap().kind(), Some("device_not_found"));
}

#[test]
fn pages_and_items() {
    let (seam, server, _) = client();
    let pages = [
        page(&["d1", "d2"], Some("2")),
        page(&["d3"], Some("3")),
        page(&["d4"], None),
    ];
    for page in pages.iter().chain(&pages) {
        server.answer(200, page.clone());
    }
    let sizes: Vec<usize> = seam
        .devices()
        .list()
        .pages_blocking()
        .map(|page| page.unwrap().items.len())
        .collect();
    assert_eq!(sizes, [2, 1, 1]);

    let mut items = seam.devices().list().items_blocking();
    assert_eq!(items.next().unwrap().unwrap().device_id, "d1");
    let cursor = items.get_ref().cursor().unwrap().to_owned();
    assert_eq!(cursor, "2");
    drop(items);
    let rest = seam.devices().list().page_cursor(cursor).items_blocking();
    let rest: Vec<String> = rest
        .map(|device| device.unwrap().device_id.to_string())
        .collect();
    assert_eq!(rest, ["d3", "d4"]);
    assert_eq!(server.answers_left(), 0);
    assert_eq!(
        server.requests().last().unwrap().line(),
        "GET /devices/list?page_cursor=3&_strict=true"
    );
}

#[test]
fn an_action_attempt() {
    let (seam, server, clock) = client();
    for status in ["pending", "pending", "success"] {
        server.answer(
            200,
            json!({"action_attempt": {
                "action_attempt_id": "a1", "action_type": "LOCK_DOOR", "status": status
            }}),
        );
    }
    let done = seam.locks().lock_door("d1").wait_blocking().unwrap();
    assert_eq!(done.state.as_str(), "success");
    assert_eq!(clock.slept().len(), 2);
    // What there is no method for, can still be had.
    let again = seam.wait(done.clone()).blocking().unwrap();
    assert_eq!(again, done);
}

#[test]
fn a_session_for_a_publishable_key() {
    let server = FakeTransport::new();
    server.answer(200, json!({"client_session": {"token": "seam_cst9_token"}}));
    server.answer(200, page(&[], None));
    let builder = Seam::builder().transport(server.clone());
    let seam = builder
        .build_from_publishable_key("seam_pk1_token", "u1")
        .blocking()
        .unwrap();
    assert!(
        seam.devices()
            .list()
            .send_blocking()
            .unwrap()
            .items
            .is_empty()
    );
    let sent = &server.requests()[1];
    assert_eq!(sent.header("client-session-token"), Some("seam_cst9_token"));

    let refused = Seam::from_publishable_key("seam_apikey1_token", "u1").blocking();
    assert_eq!(refused.unwrap_err().kind(), ErrorKind::Configuration);
}

/// It is advised against, and must end well.
#[tokio::test]
async fn inside_of_a_runtime() {
    let (seam, server, _) = client();
    server.answer(200, page(&["d1"], Some("2")));
    server.answer(200, page(&["d2"], None));
    let items: Result<Vec<_>, _> = seam.devices().list().items_blocking().collect();
    assert_eq!(items.unwrap().len(), 2);
}
