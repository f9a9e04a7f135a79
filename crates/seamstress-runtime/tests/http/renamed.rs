//! Answers whose value stands under another name than the operation says.

use seamstress_runtime::json::{CorrectionKind, Extra};
use seamstress_runtime::testing::{FakeTransport, json};
use seamstress_runtime::{Call, ErrorKind};

use crate::api::{GET, builder};

/// A value that must have members.
#[derive(Clone, Debug, Default, PartialEq)]
struct Portal {
    url: String,
    days: i64,
    extra: Extra,
}

seamstress_runtime::object! {
    Portal {
        "url" => url: required,
        "days" => days: required,
    }
}

fn call(body: seamstress_runtime::json::Value) -> Call {
    let server = FakeTransport::new();
    server.answer(200, body);
    let client = builder("http://example.invalid").transport(server).build();
    Call::new(&client.unwrap(), &GET).path("name_id", "n1")
}

fn portal() -> seamstress_runtime::json::Value {
    json!({"url": "https://portal.example", "days": 3})
}

#[tokio::test]
async fn the_one_object_that_fits_is_read_and_reported() {
    let body = json!({"ok": true, "link": portal(), "more": {}, "list": [1]});
    let response = call(body.clone()).send::<Portal>().await.unwrap();
    assert_eq!(response.value.days, 3);
    let [correction] = response.corrections() else {
        panic!("{:?}", response.corrections());
    };
    assert_eq!(correction.kind, CorrectionKind::Renamed);
    assert_eq!(
        correction.to_string(),
        "`name` is missing, and `link` was read"
    );

    let mut strict = call(body);
    strict.strict(true);
    let error = strict.send::<Portal>().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

/// A wrong value is worse than an error.
#[tokio::test]
async fn what_leaves_a_doubt_is_an_error() {
    for body in [
        json!({}),
        json!({"ok": true}),
        json!({"name": null, "link": portal()}),
        json!({"link": portal(), "other": {"a": 1}}),
        json!({"link": {"url": "https://portal.example"}}),
        json!({"link": {"url": "https://portal.example", "days": "3"}}),
        json!({"link": {"action_id": "a1", "status": "pending"}}),
        json!({"error": portal()}),
        json!({"link": [portal()]}),
    ] {
        let error = call(body.clone()).send::<Portal>().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
        assert!(
            error.to_string().contains("`name`") || body["name"].is_null(),
            "{error}"
        );
    }
}

/// Nothing tells whether an object is meant where any object, text or list will do.
#[tokio::test]
async fn values_that_need_no_members_are_not_looked_for() {
    let body = json!({"link": portal()});
    let error = call(body.clone())
        .send::<std::collections::BTreeMap<String, seamstress_runtime::json::Value>>();
    assert_eq!(error.await.unwrap_err().kind(), ErrorKind::Decode);
    let error = call(json!({"link": "text"})).send::<String>();
    assert_eq!(error.await.unwrap_err().kind(), ErrorKind::Decode);
}
