//! Where the tag of a kind stands in its object decides on nothing.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod json_types;

use json_types::*;
use seamstress_runtime::json::{self, CorrectionKind, Json, ReadErrorKind, Report};
use serde_json::json;

/// All orders of some members.
fn orders(members: &[&'static str]) -> Vec<Vec<&'static str>> {
    if members.is_empty() {
        return vec![Vec::new()];
    }
    let with_first = |at: usize| {
        let mut rest = members.to_vec();
        let first = rest.remove(at);
        orders(&rest).into_iter().map(move |mut order| {
            order.insert(0, first);
            order
        })
    };
    (0..members.len()).flat_map(with_first).collect()
}

/// Reads an object with its members in all orders, and gives what came of it, the same each time.
fn read_in_all_orders<T>(members: &[&'static str]) -> (T, Report)
where
    T: Json + Default + Clone + PartialEq + std::fmt::Debug,
{
    let mut first: Option<(T, Report)> = None;
    for order in orders(members) {
        let body = format!("{{{}}}", order.join(", "));
        let read = json::from_slice::<T>(body.as_bytes()).unwrap();
        let expected = first.get_or_insert_with(|| read.clone());
        assert_eq!(&read, expected, "{body}");
    }
    first.unwrap()
}

#[test]
fn known_kinds() {
    let (error, report) = read_in_all_orders::<AccessCodeError>(&[
        r#""message": "m""#,
        r#""error_code": "conflicting_external_modification""#,
        r#""change_type": "modified""#,
        r#""modified_fields": [{"field": "code", "from": null, "to": "2"}]"#,
        r#""error_code_of": "error_code""#,
        r#""created_at": null"#,
    ]);
    let AccessCodeErrorKind::ConflictingExternalModification {
        change_type,
        modified_fields,
    } = &error.kind
    else {
        panic!("{error:?}")
    };
    assert_eq!(change_type.as_deref(), Some("modified"));
    assert_eq!(modified_fields[0].to.as_deref(), Some("2"));
    assert_eq!(error.extra.get("error_code_of"), Some(&json!("error_code")));
    assert!(report.is_empty());
    assert_eq!(report.unknown, 1);
}

#[test]
fn unknown_kinds_take_all_that_has_no_field() {
    let (error, report) = read_in_all_orders::<AccessCodeError>(&[
        r#""message": "m""#,
        r#""error_code": "new""#,
        r#""change_type": "modified""#,
        r#""modified_fields": {}"#,
    ]);
    let AccessCodeErrorKind::Unknown(unknown) = &error.kind else {
        panic!("{error:?}")
    };
    assert_eq!(unknown.tag(), "new");
    assert_eq!(
        unknown.json(),
        &json!({"change_type": "modified", "modified_fields": {}})
    );
    assert!(error.extra.is_empty() && report.is_empty());
    assert_eq!(report.unknown, 3);
}

#[test]
fn kinds_without_a_tag() {
    let (error, report) =
        read_in_all_orders::<AccessCodeError>(&[r#""message": "m""#, r#""change_type": 1"#]);
    let AccessCodeErrorKind::Unknown(unknown) = &error.kind else {
        panic!("{error:?}")
    };
    assert_eq!(unknown.json(), &json!({"change_type": 1}));
    let missing = CorrectionKind::Missing;
    assert_eq!(corrections(&report), [("error_code", missing)]);

    let (error, report) = json::from_slice::<AccessCodeError>(b"{}").unwrap();
    assert_eq!(error.kind, AccessCodeErrorKind::default());
    let both = [("message", missing), ("error_code", missing)];
    assert_eq!(corrections(&report), both);
}

#[test]
fn tags_that_are_none() {
    for (tag, kind) in [
        ("null", CorrectionKind::Null),
        ("{}", CorrectionKind::Unreadable),
        ("[1]", CorrectionKind::Unreadable),
    ] {
        let tag: &'static str = format!(r#""error_code": {tag}"#).leak();
        let (error, report) =
            read_in_all_orders::<AccessCodeError>(&[r#""message": "m""#, tag, r#""x": 1"#]);
        assert!(
            matches!(&error.kind, AccessCodeErrorKind::Unknown(unknown) if unknown.get("x").is_some())
        );
        assert_eq!(corrections(&report), [("error_code", kind)], "{tag}");
    }
}

#[test]
fn two_kinds() {
    let (value, report) = read_in_all_orders::<Twofold>(&[
        r#""status": "error""#,
        r#""error": {"type": "t", "message": "m"}"#,
        r#""error_code": "conflicting_external_modification""#,
        r#""modified_fields": []"#,
        r#""id": "1""#,
        r#""z": 1"#,
    ]);
    assert!(matches!(value.state, ActionAttemptState::Error { .. }));
    assert!(matches!(
        value.error,
        AccessCodeErrorKind::ConflictingExternalModification { .. }
    ));
    assert_eq!(value.extra.get("z"), Some(&json!(1)));
    assert!(report.is_empty());

    // Of two kinds that are not known, the first of the table keeps what has no field.
    let (value, _) = read_in_all_orders::<Twofold>(&[
        r#""status": "new""#,
        r#""error_code": "new""#,
        r#""z": 1"#,
    ]);
    assert!(
        matches!(&value.state, ActionAttemptState::Unknown(unknown) if unknown.get("z").is_some())
    );
}

#[test]
fn the_first_of_two_tags_counts() {
    let body = br#"{"message": "m", "error_code": "device_offline", "x": 1, "error_code": "new"}"#;
    let (error, report) = json::from_slice::<AccessCodeError>(body).unwrap();
    assert_eq!(error.kind, AccessCodeErrorKind::DeviceOffline);
    let duplicate = CorrectionKind::Duplicate;
    assert_eq!(corrections(&report), [("error_code", duplicate)]);
}

#[test]
fn faults_are_found_before_and_behind_the_tag() {
    for body in [
        r#"{"message": oops, "error_code": "new"}"#,
        r#"{"change_type": "c", "message": oops, "error_code": "new"}"#,
        r#"{"change_type": "c", "error_code": oops}"#,
        r#"{"error_code": oops}"#,
        r#"{"error_code": "new", "message": oops}"#,
        r#"{"error_code": {"a": oops}}"#,
    ] {
        let error = json::from_slice::<AccessCodeError>(body.as_bytes()).unwrap_err();
        assert_eq!(error.kind(), ReadErrorKind::Syntax, "{body}");
        assert_eq!(error.offset(), body.find("oops").unwrap(), "{body}");
    }
}
