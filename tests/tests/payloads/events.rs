//! Events.

use seam_api::json;
use seam_api::types::{Event, EventKind};
use serde_json::{Value, json};

use crate::server::answering;
use crate::written;

fn event(event_type: &str) -> Value {
    json!({
        "event_id": "11111111-1111-1111-1111-222222222222",
        "event_type": event_type,
        "event_description": "Something happened.",
        "workspace_id": "11111111-1111-1111-1111-333333333333",
        "created_at": "2025-06-16T16:54:17.946283Z",
        "occurred_at": "2025-06-16T16:54:17.846283Z",
        "device_id": "11111111-1111-1111-1111-444444444444"
    })
}

#[tokio::test]
async fn an_event_of_tomorrow_keeps_its_base_typed() {
    let mut sent = event("lock.sang");
    sent["song"] = json!({ "title": "Tango", "bars": 32 });
    let seam = answering(json!({ "events": [event("device.connected"), sent], "ok": true }));
    let page = seam.events().list().await.unwrap();
    assert_eq!(page.corrections(), []);
    let [known, unknown] = page.items.as_slice() else {
        panic!("{page:?}");
    };
    assert_eq!(known.kind.as_str(), "device.connected");
    assert!(!matches!(known.kind, EventKind::Unknown(_)));
    assert_eq!(written(known), event("device.connected"));

    assert_eq!(unknown.event_id, "11111111-1111-1111-1111-222222222222");
    assert_eq!(unknown.device_id, known.device_id);
    assert!(unknown.occurred_at < unknown.created_at);
    let EventKind::Unknown(kind) = &unknown.kind else {
        panic!("{unknown:?}");
    };
    assert_eq!(kind.tag(), "lock.sang");
    assert_eq!(kind.get("song"), Some(&sent["song"]));
    assert_eq!(written(unknown), sent);
}

/// What only some events have is in their variant.
#[test]
fn a_known_event_has_what_is_its_own() {
    let mut sent = event("access_code.unmanaged.created");
    sent["access_code_id"] = json!("11111111-1111-1111-1111-999999999999");
    let (event, report) = json::from_slice::<Event>(sent.to_string().as_bytes()).unwrap();
    assert!(report.rejected.is_empty());
    let EventKind::AccessCodeUnmanagedCreated { access_code_id, .. } = &event.kind else {
        panic!("{event:?}");
    };
    assert_eq!(access_code_id, &"11111111-1111-1111-1111-999999999999");
    assert_eq!(written(&event), sent);
}

/// An event may have no type at all.
#[test]
fn an_event_without_a_type_is_unknown() {
    let mut sent = event("");
    sent.as_object_mut().unwrap().remove("event_type");
    let (event, report) = json::from_slice::<Event>(sent.to_string().as_bytes()).unwrap();
    assert_eq!(report.corrections[0].to_string(), "`event_type` is missing");
    assert!(matches!(event.kind, EventKind::Unknown(_)));
    assert_eq!(written(&event), sent);
}
