//! The macros over definitions as the generator emits them, and what servers
//! really send.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod json_types;

use json_types::*;
use seamstress_runtime::json::{self, CorrectionKind, Report};
use serde_json::{Value, json};

/// Reads, and checks that writing gives the same JSON, by both roads.
fn round<T>(body: &Value) -> (T, Report)
where
    T: json::Json + Default + serde::Serialize + serde::de::DeserializeOwned,
    T: PartialEq + std::fmt::Debug,
{
    let (value, report) = json::from_slice::<T>(body.to_string().as_bytes()).unwrap();
    assert_eq!(json::to_value(&value), *body, "written back");
    assert_eq!(serde_json::to_value(&value).unwrap(), *body, "by serde");
    assert_eq!(
        serde_json::from_value::<T>(body.clone()).unwrap(),
        value,
        "from serde"
    );
    (value, report)
}

#[test]
fn kind_without_members() {
    let (error, report) = round::<AccessCodeError>(&json!({
        "error_code": "device_offline", "message": "m", "is_device_error": true, "created_at": null,
    }));
    assert_eq!(error.kind, AccessCodeErrorKind::DeviceOffline);
    assert_eq!(error.kind.as_str(), "device_offline");
    assert_eq!(error.message, "m");
    assert_eq!(error.extra.get("is_device_error"), Some(&json!(true)));
    assert_eq!(error.extra.get("created_at"), Some(&Value::Null));
    assert!(report.is_empty());
}

#[test]
fn kind_with_members_before_its_tag() {
    let body =
        br#"{"modified_fields": [{"to": null, "from": "1", "field": "code"}, 3], "message": "m",
        "change_type": "modified", "error_code": "conflicting_external_modification", "new": 1}"#;
    let (error, report) = json::from_slice::<AccessCodeError>(body).unwrap();
    let AccessCodeErrorKind::ConflictingExternalModification {
        change_type,
        modified_fields,
    } = &error.kind
    else {
        panic!("{error:?}")
    };
    assert_eq!(change_type.as_deref(), Some("modified"));
    assert_eq!(modified_fields[0].from.as_deref(), Some("1"));
    assert_eq!(error.extra.get("new"), Some(&json!(1)));
    assert_eq!(report.rejected[0].path, "modified_fields[1]");
    assert_eq!(report.rejected[0].raw, "3");
}

#[test]
fn unknown_kind_keeps_its_members() {
    let (error, report) = round::<AccessCodeError>(&json!({
        "error_code": "brand_new", "message": "m", "detail": {"a": [1]}, "change_type": null,
    }));
    let AccessCodeErrorKind::Unknown(unknown) = &error.kind else {
        panic!("{error:?}")
    };
    assert_eq!(unknown.tag(), "brand_new");
    assert_eq!(error.kind.as_str(), "brand_new");
    assert_eq!(unknown.get("detail"), Some(&json!({"a": [1]})));
    assert_eq!(unknown.members().count(), 2);
    assert!(error.extra.is_empty());
    assert!(report.is_empty());
}

#[test]
fn tag_that_is_absent_or_no_scalar() {
    for (body, kind) in [
        (json!({"message": "m"}), CorrectionKind::Missing),
        (
            json!({"message": "m", "error_code": null}),
            CorrectionKind::Null,
        ),
        (
            json!({"message": "m", "error_code": {"a": 1}}),
            CorrectionKind::Unreadable,
        ),
        (
            json!({"message": "m", "error_code": ["device_offline"], "x": 1}),
            CorrectionKind::Unreadable,
        ),
    ] {
        let (error, report) = round::<AccessCodeError>(&body);
        assert_eq!(error.kind.as_str(), "", "{body}");
        assert!(matches!(error.kind, AccessCodeErrorKind::Unknown(_)));
        assert_eq!(corrections(&report), [("error_code", kind)], "{body}");
    }
}

#[test]
fn tag_spelt_with_escapes() {
    let body = br#"{"message": "m", "error\u005fcode": "device\u005foffline"}"#;
    let (error, report) = json::from_slice::<AccessCodeError>(body).unwrap();
    assert_eq!(error.kind, AccessCodeErrorKind::DeviceOffline);
    assert!(report.is_empty());
}

#[test]
fn tags_that_are_no_strings() {
    let (odd, _) = round::<Odd>(&json!({"is_managed": true, "by": "me", "more": 2}));
    assert_eq!(
        odd.kind,
        serde_json::from_value(json!({"@tag": true, "by": "me"})).unwrap()
    );
    assert_eq!(odd.kind.as_str(), "true");
    assert_eq!(odd.additional["more"], 2);

    let (odd, _) = round::<Odd>(&json!({"is_managed": false, "by": 3}));
    assert_eq!(odd.kind, OddKind::Unmanaged);
    assert_eq!(odd.additional["by"], 3);

    // Another JSON type is another tag: it could not be written back else.
    let (odd, _) = round::<Odd>(&json!({"is_managed": "true", "by": "x"}));
    assert!(matches!(&odd.kind, OddKind::Unknown(unknown) if unknown.tag() == "true"));

    let (odd, _) = round::<Odd>(&json!({"is_managed": false, "level": {"level": 1}}));
    assert!(matches!(odd.level, Some(OddLevel::One(_))));
    let (odd, _) = round::<Odd>(&json!({"is_managed": false, "level": {"level": 2, "x": 1}}));
    assert!(matches!(odd.level, Some(OddLevel::Unknown(unknown)) if unknown.tag() == "2"));
}

#[test]
fn typed_rest_keeps_what_it_cannot_read_elsewhere() {
    let (odd, report) = round::<Odd>(&json!({"is_managed": false, "a": 1, "b": "two", "c": null}));
    assert_eq!(odd.additional.len(), 1);
    assert_eq!(odd.extra.get("b"), Some(&json!("two")));
    assert_eq!(
        corrections(&report),
        [
            ("b", CorrectionKind::Unreadable),
            ("c", CorrectionKind::Null)
        ]
    );
}

#[test]
fn pending_attempt_keeps_its_nulls() {
    let (attempt, report) = round::<ActionAttempt>(&json!({
        "action_attempt_id": "action_attempt1", "action_type": "LOCK_DOOR", "status": "pending",
        "result": null, "error": null,
    }));
    assert_eq!(attempt.state, ActionAttemptState::Pending);
    assert_eq!(attempt.extra.len(), 2);
    assert!(report.is_empty());
}

#[test]
fn dependent_member_takes_its_type_from_another() {
    for (body, known) in [
        (
            json!({"action_type": "LOCK_DOOR", "result": {"was_confirmed_by_device": true}}),
            true,
        ),
        (
            json!({"action_type": "SYNC_ACCESS_CODES", "result": {"a": 1}}),
            true,
        ),
        (json!({"action_type": "FLY", "result": {"a": 1}}), false),
        (json!({"action_type": "FLY", "result": null}), false),
        (json!({"action_type": "FLY", "result": "text"}), false),
    ] {
        let mut body = body;
        body["action_attempt_id"] = json!("1");
        body["status"] = json!("success");
        body["error"] = json!(null);
        let (attempt, report) = round::<ActionAttempt>(&body);
        let ActionAttemptState::Success { result } = &attempt.state else {
            panic!("{attempt:?}")
        };
        match result {
            ActionAttemptResult::Unknown(unknown) => {
                assert!(!known, "{body}");
                assert_eq!(unknown.tag(), "FLY");
                assert_eq!(*unknown.json(), body["result"]);
            }
            _ => assert!(known, "{body}"),
        }
        assert!(report.is_empty(), "{body}: {report:?}");
    }
}

#[test]
fn dependent_member_that_is_null_or_absent_still_has_its_type() {
    for (body, kind) in [
        (
            r#"{"result": null, "action_type": "LOCK_DOOR", "status": "success", "action_attempt_id": "1"}"#,
            CorrectionKind::Null,
        ),
        (
            r#"{"action_type": "LOCK_DOOR", "status": "success", "action_attempt_id": "1"}"#,
            CorrectionKind::Missing,
        ),
    ] {
        let (attempt, report) = json::from_slice::<ActionAttempt>(body.as_bytes()).unwrap();
        let ActionAttemptState::Success { result } = &attempt.state else {
            panic!("{attempt:?}")
        };
        assert!(matches!(result, ActionAttemptResult::LockDoor(_)));
        assert_eq!(corrections(&report), [("result", kind)]);
    }
}

#[test]
fn dependent_member_that_may_be_missing() {
    let (odd, _) = round::<Odd>(&json!({"is_managed": false, "result": null}));
    assert_eq!(odd.result, None);
    let (odd, report) = json::from_slice::<Odd>(
        br#"{"result": {}, "is_managed": false, "action_type": "LOCK_DOOR"}"#,
    )
    .unwrap();
    assert!(matches!(odd.result, Some(ActionAttemptResult::LockDoor(_))));
    // The member is not known to this object and is no number, as its others are.
    assert_eq!(
        corrections(&report),
        [("action_type", CorrectionKind::Unreadable)]
    );
}

#[test]
fn two_kinds_in_one_object() {
    let (value, report) = round::<Twofold>(&json!({
        "id": "1", "status": "error", "error": {"type": "t", "message": "m"},
        "error_code": "conflicting_external_modification", "modified_fields": [], "z": 1,
    }));
    assert!(matches!(value.state, ActionAttemptState::Error { .. }));
    assert_eq!(value.extra.get("z"), Some(&json!(1)));
    assert!(report.is_empty());

    let (value, _) =
        round::<Twofold>(&json!({"id": "1", "status": "a", "error_code": "b", "z": 1}));
    assert!(
        matches!(&value.state, ActionAttemptState::Unknown(unknown) if unknown.get("z").is_some())
    );
}

#[test]
fn unions_without_a_tag() {
    for (body, variant) in [
        (json!("text"), "String"),
        (json!(true), "Boolean"),
        (json!(1), "Unknown"),
        (json!(null), "Unknown"),
        (json!({"a": []}), "Unknown"),
    ] {
        let (value, report) = round::<CustomMetadataValue>(&body);
        assert!(format!("{value:?}").starts_with(variant), "{value:?}");
        assert!(report.is_empty());
    }
    for (body, variant) in [
        (json!(1), "Integer"),
        (json!(1.5), "Number"),
        (json!(["a"]), "List"),
        (json!({"name": "a", "width": 1}), "Appearance"),
        (
            json!({"name": "a", "field": "f", "from": null, "to": null}),
            "Modified",
        ),
        (json!({"a": 1}), "Object"),
        (json!("text"), "Unknown"),
    ] {
        let (value, report) = round::<Mixed>(&body);
        assert!(format!("{value:?}").starts_with(variant), "{value:?}");
        assert!(report.is_empty());
    }
}

#[test]
fn unions_of_tagged_types() {
    let (pet, report) = round::<Pet>(&json!({
        "friends": [{"pet_type": "cat", "lives": 9}, {"pet_type": "owl", "wise": true}, {"x": 1}],
        "pet_type": "dog",
    }));
    let Pet::Dog(dog) = &pet else {
        panic!("{pet:?}")
    };
    assert!(matches!(&dog.friends[0], Pet::Cat(cat) if cat.lives == 9));
    assert!(
        matches!(&dog.friends[1], Pet::Unknown(owl) if owl.tag() == "owl" && owl.get("wise").is_some())
    );
    assert!(matches!(&dog.friends[2], Pet::Unknown(none) if none.tag().is_empty()));
    assert!(report.is_empty());

    let (dog, report) = json::from_slice::<Dog>(
        br#"{"pet_type": "dog", "friends": ["cat", {"pet_type": "cat", "lives": 1}]}"#,
    )
    .unwrap();
    assert_eq!(dog.friends.len(), 1);
    assert_eq!(report.rejected[0].path, "friends[0]");
}

#[test]
fn open_enums() {
    assert_eq!(AccessCodeStatus::VALUES, ["set", "unset"]);
    assert_eq!(AccessCodeStatus::from("unset"), AccessCodeStatus::Unset);
    assert_eq!("set".parse(), Ok(AccessCodeStatus::Set));
    assert_eq!(AccessCodeStatus::from("Set".to_owned()).to_string(), "Set");
    assert_eq!(AccessCodeStatus::default().as_str(), "");
    let (status, report) = round::<AccessCodeStatus>(&json!("setting"));
    assert!(matches!(&status, AccessCodeStatus::Unknown(unknown) if unknown.as_str() == "setting"));
    assert!(report.is_empty());
}

#[test]
fn many_values_are_found_all() {
    for (index, text) in Many::VALUES.iter().enumerate() {
        assert_eq!(Many::from(*text).as_str(), *text, "{index}");
        assert!(!matches!(Many::from(*text), Many::Unknown(_)), "{index}");
    }
    assert!(matches!(Many::from("string[]?"), Many::Unknown(_)));
    assert!(matches!(Many::from(""), Many::Unknown(_)));
}

#[test]
fn ids() {
    let id = DeviceId::from("device1");
    assert_eq!(id, "device1");
    assert_eq!(DeviceId::from(&id), id);
    assert_eq!(DeviceId::from(&"device1".to_owned()), id);
    assert_eq!(DeviceId::from("device1".to_owned()).as_str(), "device1");
    assert_eq!(id.as_ref(), "device1");
    assert_eq!(format!("{id:>9}"), "  device1");
    assert_eq!(round::<DeviceId>(&json!("device1")).0, id);
}

#[test]
fn objects_without_members() {
    round::<Deleted>(&json!({}));
    let (deleted, _) = round::<Deleted>(&json!({"a": {"b": null}}));
    assert_eq!(deleted.extra.len(), 1);
}

/// Shapes of a fake server of the API: members that the description requires are
/// absent, ids are no UUIDs, a status is outside its enum.
#[test]
fn access_code_as_a_fake_server_sends_it() {
    let body = json!({
        "access_code_id": "access_code1", "device_id": "august_device_1", "name": "n", "code": null,
        "created_at": "2025-06-16T16:54:17.946283Z", "is_managed": true, "status": "setting",
        "errors": [], "warnings": [], "type": "ongoing", "common_code_key": null,
        "custom_metadata": {"a": "text", "b": true, "c": 1.5}, "appearance": null,
    });
    let (code, report) = round::<AccessCode>(&body);
    assert_eq!(code.access_code_id, "access_code1");
    assert_eq!(code.status.as_str(), "setting");
    assert_eq!(code.r#type, Some(AccessCodeType::Ongoing));
    assert_eq!(code.code, None);
    assert_eq!(code.extra.len(), 2);
    assert_eq!(
        code.custom_metadata["b"],
        CustomMetadataValue::Boolean(true)
    );
    assert!(report.is_empty());

    let (code, report) =
        json::from_slice::<AccessCode>(br#"{"access_code_id": 7, "status": null}"#).unwrap();
    assert_eq!(code.access_code_id, "");
    assert_eq!(
        corrections(&report),
        [
            ("access_code_id", CorrectionKind::Unreadable),
            ("status", CorrectionKind::Null),
            ("device_id", CorrectionKind::Missing),
            ("name", CorrectionKind::Missing),
            ("code", CorrectionKind::Missing),
            ("created_at", CorrectionKind::Missing),
            ("is_managed", CorrectionKind::Missing),
            ("errors", CorrectionKind::Missing),
            ("appearance", CorrectionKind::Missing),
            ("custom_metadata", CorrectionKind::Missing),
        ]
    );
    assert_eq!(json::to_value(&code)["access_code_id"], json!(7));
}

#[cfg(feature = "uuid")]
#[test]
fn ids_from_uuids() {
    let uuid = seamstress_runtime::__private::Uuid::nil();
    assert_eq!(DeviceId::from(uuid), "00000000-0000-0000-0000-000000000000");
}
