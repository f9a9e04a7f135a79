//! A call that goes by one of several things is given one, and sends that alone.

use seam_api::resources::{
    AccessGrantsCreateBy, AccessMethodsDeleteBy, AcsEncodersListBy, SpacesGetBy,
};
use seam_api::types::{AccessGrantId, AccessGrantsCreateUserIdentity, SpaceId, UserIdentityId};
use serde_json::{Value, json};

use crate::client;

async fn space(by: impl Into<SpacesGetBy>) -> Value {
    let (seam, server, _) = client();
    server.answer(200, json!({"space": {"space_id": "s1"}}));
    let space = seam.spaces().get(by).await.unwrap();
    assert_eq!(space.space_id, "s1");
    let request = &server.requests()[0];
    assert_eq!(request.line(), "POST /spaces/get");
    request.json()
}

#[tokio::test]
async fn an_id_says_which_choice_it_is() {
    let id = SpaceId::from("s1");
    for by_id in [
        space(&id).await,
        space(id).await,
        space(SpacesGetBy::space_id("s1")).await,
    ] {
        assert_eq!(by_id, json!({"space_id": "s1"}));
    }
    let by_key = space(SpacesGetBy::space_key("lobby")).await;
    assert_eq!(by_key, json!({"space_key": "lobby"}));
}

#[tokio::test]
async fn ids_of_several_kinds_do_too() {
    let (seam, server, _) = client();
    for by in [
        AccessGrantId::from("g1").into(),
        AccessMethodsDeleteBy::access_method_id("m1"),
        AccessMethodsDeleteBy::reservation_key("r1"),
    ] {
        server.answer(200, json!({"ok": true}));
        seam.access_methods().delete(by).await.unwrap();
    }
    let sent: Vec<Value> = server.requests().iter().map(|sent| sent.json()).collect();
    assert_eq!(
        sent,
        [
            json!({"access_grant_id": "g1"}),
            json!({"access_method_id": "m1"}),
            json!({"reservation_key": "r1"}),
        ]
    );
}

#[tokio::test]
async fn what_is_common_is_sent_beside_it() {
    let (seam, server, _) = client();
    let grants = seam.access_grants();
    let jane = AccessGrantsCreateUserIdentity::new().full_name("Jane");
    for by in [
        UserIdentityId::from("u1").into(),
        AccessGrantsCreateBy::user_identity(jane),
    ] {
        server.answer(200, json!({"access_grant": {"access_grant_id": "g1"}}));
        grants.create([], by).name("Visit").await.unwrap();
    }
    let sent: Vec<Value> = server.requests().iter().map(|sent| sent.json()).collect();
    let common = |name: &str, value: Value| json!({"requested_access_methods": [], name: value, "name": "Visit"});
    assert_eq!(
        sent,
        [
            common("user_identity_id", json!("u1")),
            common("user_identity", json!({"full_name": "Jane"})),
        ]
    );
}

#[tokio::test]
async fn every_page_of_a_list_goes_by_the_same() {
    let (seam, server, _) = client();
    let page = |next: Option<&str>| {
        let pagination = json!({"has_next_page": next.is_some(), "next_page_cursor": next, "next_page_url": null});
        json!({"acs_encoders": [], "pagination": pagination})
    };
    server.answer(200, page(Some("c2")));
    server.answer(200, page(None));
    let by = AcsEncodersListBy::acs_system_ids(["a1", "a2"]);
    let mut pages = seam.acs().encoders().list(by).pages();
    while pages.try_next().await.unwrap().is_some() {}
    let sent: Vec<Value> = server.requests().iter().map(|sent| sent.json()).collect();
    let ids = json!(["a1", "a2"]);
    assert_eq!(
        sent,
        [
            json!({"acs_system_ids": ids}),
            json!({"acs_system_ids": ids, "page_cursor": "c2"}),
        ]
    );
}

/// Keys may be secrets; what a choice is made of is none.
#[test]
fn values_are_in_no_debug_output() {
    let by = SpacesGetBy::space_key("lobby");
    assert_eq!(format!("{by:?}"), r#"SpacesGetBy({"space_key"})"#);
}
