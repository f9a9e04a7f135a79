//! What Seam sends to webhooks: every event of the document, and those of tomorrow.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use seam_api::runtime::http::HeaderMap;
use seam_api::types::{Event, EventKind};
use seam_api::{SeamWebhook, WebhookErrorKind, json};
use serde_json::{Value, json};
use standardwebhooks::Webhook;

const SECRET: &str = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

const TIME: &str = "2025-06-16T16:54:17.946Z";

/// The headers of a delivery that Seam sends now, by way of Svix.
fn signed(id: &str, body: &[u8]) -> HeaderMap {
    let second = seam_api::jiff::Timestamp::now().as_second();
    let webhook = Webhook::new(SECRET).unwrap();
    let mut headers = HeaderMap::new();
    headers.insert("svix-id", id.parse().unwrap());
    headers.insert("svix-timestamp", second.into());
    let signature = webhook.sign(id, second, body).unwrap();
    headers.insert("svix-signature", signature.parse().unwrap());
    headers
}

fn webhook() -> SeamWebhook {
    SeamWebhook::new(SECRET).unwrap()
}

/// The alternatives of the schema `event`.
fn events() -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/openapi.json");
    let document: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let alternatives = &document["components"]["schemas"]["event"]["oneOf"];
    alternatives.as_array().unwrap().clone()
}

/// The least value of a schema: of an object, the members that must be there.
///
/// What is called `…_at` is a time, as the overlay says where the document does not.
fn least(schema: &Value) -> Value {
    if let Some(first) = schema["enum"].get(0).or_else(|| schema["oneOf"].get(0)) {
        return if first.is_object() {
            least(first)
        } else {
            first.clone()
        };
    }
    match (schema["type"].as_str(), schema["format"].as_str()) {
        (Some("string"), Some("uuid")) => json!("00000000-0000-4000-8000-000000000000"),
        (Some("string"), Some("date-time")) => json!(TIME),
        (Some("string"), _) => json!("text"),
        (Some("boolean"), _) => json!(true),
        (Some("number" | "integer"), _) => json!(1),
        (Some("array"), _) => json!([least(&schema["items"])]),
        (Some("object"), _) => {
            let names = schema["required"].as_array().cloned().unwrap_or_default();
            let names = names.iter().map(|name| name.as_str().unwrap().to_owned());
            let member = |name: String| match name.ends_with("_at") {
                true => (name, json!(TIME)),
                false => (name.clone(), least(&schema["properties"][&name])),
            };
            Value::Object(names.map(member).collect())
        }
        other => panic!("{other:?} in {schema}"),
    }
}

#[test]
fn every_event_of_the_document() {
    let mut types = BTreeSet::new();
    for schema in events() {
        let body = least(&schema);
        let event_type = body["event_type"].as_str().unwrap();
        let text = body.to_string();
        let headers = signed("msg_1", text.as_bytes());
        let event = webhook().event(&headers, text.as_bytes()).unwrap();
        assert_eq!(event.id(), "msg_1");
        assert_eq!(event.value.kind.as_str(), event_type);
        let kind = &event.value.kind;
        assert!(!matches!(kind, EventKind::Unknown(_)), "{event_type}");
        assert!(event.corrections().is_empty(), "{:?}", event.corrections());
        assert!(event.rejected().is_empty() && event.value.extra.is_empty());
        assert_eq!(json::to_value(&event.value), body, "{event_type}");
        types.insert(event_type.to_owned());
    }
    assert!(types.len() > 100, "{}", types.len());
}

/// Seam adds events without a new version of its API.
#[test]
fn an_event_of_tomorrow() {
    let mut body = least(&events()[0]);
    body["event_type"] = json!("door.sang");
    body["song"] = json!({"title": "la", "notes": [1.50, null]});
    let text = body.to_string();
    let event = webhook().event(&signed("msg_2", text.as_bytes()), text.as_bytes());
    let event: Event = event.unwrap().into_value();
    assert!(matches!(event.kind, EventKind::Unknown(_)));
    assert_eq!(event.kind.as_str(), "door.sang");
    assert_eq!(event.event_id.as_str(), body["event_id"].as_str().unwrap());
    assert_eq!(json::to_value(&event), body);
}

/// What of an event is not as the document says is mended, and told.
#[test]
fn an_event_that_lacks_something() {
    let text = r#"{"event_type":"lock.locked","created_at":"yesterday"}"#;
    let event = webhook().event(&signed("msg_3", text.as_bytes()), text.as_bytes());
    let event = event.unwrap();
    assert_eq!(event.value.kind.as_str(), "lock.locked");
    let paths: BTreeSet<_> = event.corrections().iter().map(|one| &*one.path).collect();
    for path in ["event_id", "created_at", "occurred_at", "workspace_id"] {
        assert!(paths.contains(path), "{paths:?}");
    }
}

/// Who cannot be trusted is turned away; what is genuine is never asked for again.
#[test]
fn forged_and_unreadable() {
    let text = least(&events()[0]).to_string();
    let headers = signed("msg_4", text.as_bytes());
    let changed = text.replacen("access_code.", "access_c0de.", 1);
    let forged = webhook().event(&headers, changed.as_bytes()).unwrap_err();
    assert_eq!(forged.kind(), WebhookErrorKind::InvalidSignature);
    assert!(forged.is_forged() && !forged.is_unreadable());
    assert!(forged.delivery().is_none());

    for body in ["", "[]", "event_type=lock.locked", &text[..text.len() - 1]] {
        let headers = signed("msg_5", body.as_bytes());
        let unreadable = webhook().event(&headers, body.as_bytes()).unwrap_err();
        assert_eq!(unreadable.kind(), WebhookErrorKind::Unreadable, "{body}");
        assert!(unreadable.is_unreadable() && !unreadable.is_forged());
        assert_eq!(unreadable.delivery().unwrap().id(), "msg_5");
    }
}

/// The methods of the emitted type do what those of the runtime do.
#[test]
fn a_delivery_that_was_kept() {
    let text = least(&events()[0]).to_string();
    let (id, second) = ("msg_6", 1_750_000_000);
    let old = Webhook::new(SECRET).unwrap();
    let signature = old.sign(id, second, text.as_bytes()).unwrap();
    let read = |webhook: SeamWebhook| {
        webhook.event_from_parts(id, &second.to_string(), &signature, text.as_bytes())
    };
    let late = read(webhook()).unwrap_err();
    assert_eq!(late.kind(), WebhookErrorKind::TooOld);
    let then = seam_api::jiff::Timestamp::from_second(second).unwrap();
    read(webhook().at(then)).unwrap();
    let minute_later = seam_api::jiff::Timestamp::from_second(second + 60).unwrap();
    read(webhook().at(minute_later)).unwrap();
    let strict = webhook().tolerance(std::time::Duration::from_secs(59));
    read(strict.at(minute_later)).unwrap_err();
    let other = SeamWebhook::new("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
    read(other.clone().at(then)).unwrap_err();
    read(other.and_secret(SECRET).unwrap().at(then)).unwrap();
}
