//! Absent, null, and a value are three things: what is absent stays as it is, null takes it away.

use seam_api::Seam;
use seam_api::resources::{DevicesList, DevicesUpdate, UserIdentitiesUpdate};
use seam_api::types::CustomMetadataValue;
use serde_json::{Value, json};

use crate::client;

async fn listed(set: impl FnOnce(DevicesList) -> DevicesList) -> Vec<(String, String)> {
    let (seam, server, _) = client();
    server.answer(200, json!({"devices": []}));
    set(seam.devices().list()).await.unwrap();
    let request = &server.requests()[0];
    assert!(request.body().is_empty());
    request.query()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let pairs = pairs.iter();
    pairs
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

#[tokio::test]
async fn in_a_query() {
    let strict = ("_strict", "true");
    let none: Option<String> = None;
    assert_eq!(listed(|list| list).await, []);
    for null in [
        listed(|list| list.page_cursor(None)).await,
        listed(|list| list.page_cursor(none)).await,
        listed(|list| list.page_cursor("c").page_cursor(None)).await,
    ] {
        assert_eq!(null, pairs(&[("page_cursor", ""), strict]));
    }
    for value in [
        listed(|list| list.page_cursor("c")).await,
        listed(|list| list.page_cursor("c".to_owned())).await,
        listed(|list| list.page_cursor(Some("c".to_owned()))).await,
        listed(|list| list.page_cursor(None).page_cursor("c")).await,
    ] {
        assert_eq!(value, pairs(&[("page_cursor", "c"), strict]));
    }
}

async fn updated(set: impl FnOnce(UserIdentitiesUpdate) -> UserIdentitiesUpdate) -> Value {
    let (seam, server, _) = client();
    server.answer(200, json!({"ok": true}));
    set(seam.user_identities().update("u1")).await.unwrap();
    let request = &server.requests()[0];
    assert_eq!(request.line(), "PATCH /user_identities/update");
    request.json()
}

#[tokio::test]
async fn in_a_body() {
    assert_eq!(
        updated(|update| update).await,
        json!({"user_identity_id": "u1"})
    );
    for null in [
        updated(|update| update.full_name(None)).await,
        updated(|update| update.full_name(None::<String>)).await,
        updated(|update| update.full_name("Ada").full_name(None)).await,
    ] {
        assert_eq!(null, json!({"user_identity_id": "u1", "full_name": null}));
    }
    for value in [
        updated(|update| update.full_name("Ada")).await,
        updated(|update| update.full_name(Some("Ada".to_owned()))).await,
        updated(|update| update.full_name(None).full_name("Ada")).await,
    ] {
        assert_eq!(value, json!({"user_identity_id": "u1", "full_name": "Ada"}));
    }
    // All three in one request; an empty text is a value.
    let update = updated(|update| update.email_address(None).phone_number("")).await;
    assert_eq!(
        update,
        json!({"user_identity_id": "u1", "email_address": null, "phone_number": ""})
    );
}

async fn changed(set: impl FnOnce(DevicesUpdate) -> DevicesUpdate) -> Value {
    let (seam, server, _) = client();
    server.answer(200, json!({"ok": true}));
    set(seam.devices().update("d1")).await.unwrap();
    server.requests()[0].json()
}

/// The values of a map have the three states as well: null takes one key away.
#[tokio::test]
async fn in_a_map() {
    assert_eq!(
        changed(|update| update.name(None)).await,
        json!({"device_id": "d1", "name": null})
    );
    let floor = CustomMetadataValue::String("2".to_owned());
    let both = [("floor", Some(floor)), ("wing", None)];
    assert_eq!(
        changed(|update| update.custom_metadata(both)).await,
        json!({"device_id": "d1", "custom_metadata": {"floor": "2", "wing": null}})
    );
    let none: [(&str, Option<CustomMetadataValue>); 0] = [];
    assert_eq!(
        changed(|update| update.custom_metadata(none)).await,
        json!({"device_id": "d1", "custom_metadata": {}})
    );
}

/// A request without any parameters has an object as its body all the same.
#[tokio::test]
async fn a_body_is_an_object() {
    let (seam, server, _) = client();
    server.answer(200, json!({"client_session": {}}));
    session(&seam).await;
    assert_eq!(&server.requests()[0].body()[..], b"{}");
    assert_eq!(
        server.requests()[0].header("content-type"),
        Some("application/json")
    );
}

async fn session(seam: &Seam) {
    seam.client_sessions().create().await.unwrap();
}
