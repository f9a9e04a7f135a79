//! The rules of reading, one by one.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod json_types;

use json_types::*;
use seamstress_runtime::json::{self, CorrectionKind, ReadErrorKind};
use serde_json::{Value, json};

/// How a member reads: what is sent, the field, the extra entry, the correction,
/// and what is written (`None`: the same as sent).
struct Row {
    sent: Value,
    field: &'static str,
    extra: Option<Value>,
    correction: Option<CorrectionKind>,
    written: Option<Value>,
}

/// Reads a modified field (`field` required, `from` and `to` nullable) or an
/// appearance (`name` required, `width` and `floor` optional).
fn check<T: json::Json + Default>(
    member: &str,
    show: impl Fn(&T) -> (String, Option<Value>),
    rows: Vec<Row>,
) {
    for Row {
        sent,
        field,
        extra,
        correction,
        written,
    } in rows
    {
        let (value, report) = json::from_slice::<T>(sent.to_string().as_bytes()).unwrap();
        assert_eq!(show(&value), (field.to_owned(), extra), "{sent}");
        let found = report
            .corrections
            .iter()
            .find(|correction| correction.path == member);
        assert_eq!(
            found.map(|correction| correction.kind),
            correction,
            "{sent}"
        );
        let written = written.unwrap_or_else(|| sent.clone());
        assert_eq!(json::to_value(&value), written, "{sent}");
    }
}

#[test]
fn required_members() {
    use CorrectionKind::{Missing, Null, Unreadable};
    let row = |sent, field, extra, correction, written| Row {
        sent,
        field,
        extra,
        correction,
        written,
    };
    check::<Appearance>(
        "name",
        |value| (value.name.clone(), value.extra.get("name").cloned()),
        vec![
            row(json!({"name": "n"}), "n", None, None, None),
            row(
                json!({}),
                "",
                None,
                Some(Missing),
                Some(json!({"name": ""})),
            ),
            row(
                json!({"name": null}),
                "",
                Some(json!(null)),
                Some(Null),
                None,
            ),
            row(
                json!({"name": 7}),
                "",
                Some(json!(7)),
                Some(Unreadable),
                None,
            ),
            row(
                json!({"name": {"a": []}}),
                "",
                Some(json!({"a": []})),
                Some(Unreadable),
                None,
            ),
        ],
    );
}

#[test]
fn nullable_members() {
    use CorrectionKind::{Missing, Unreadable};
    let row = |from: Option<Value>, field, extra, correction, written: Option<Value>| {
        let object = |from: Option<Value>| {
            let mut object = json!({"field": "f", "to": null});
            if let Some(from) = from {
                object["from"] = from;
            }
            object
        };
        Row {
            sent: object(from),
            field,
            extra,
            correction,
            written: written.map(|from| object(Some(from))),
        }
    };
    check::<ModifiedField>(
        "from",
        |value| {
            (
                format!("{:?}", value.from),
                value.extra.get("from").cloned(),
            )
        },
        vec![
            row(Some(json!("x")), "Some(\"x\")", None, None, None),
            row(Some(json!(null)), "None", None, None, None),
            row(None, "None", None, Some(Missing), Some(json!(null))),
            row(
                Some(json!(1)),
                "None",
                Some(json!(1)),
                Some(Unreadable),
                None,
            ),
        ],
    );
}

#[test]
fn optional_members() {
    use CorrectionKind::Unreadable;
    let row = |sent, field, extra, correction| Row {
        sent,
        field,
        extra,
        correction,
        written: None,
    };
    check::<Appearance>(
        "floor",
        |value| {
            (
                format!("{:?}", value.floor),
                value.extra.get("floor").cloned(),
            )
        },
        vec![
            row(json!({"name": "n", "floor": 3}), "Some(3)", None, None),
            row(json!({"name": "n"}), "None", None, None),
            row(
                json!({"name": "n", "floor": null}),
                "None",
                Some(json!(null)),
                None,
            ),
            row(
                json!({"name": "n", "floor": "3"}),
                "None",
                Some(json!("3")),
                Some(Unreadable),
            ),
            row(
                json!({"name": "n", "floor": 3.5}),
                "None",
                Some(json!(3.5)),
                Some(Unreadable),
            ),
            row(
                json!({"name": "n", "floor": []}),
                "None",
                Some(json!([])),
                Some(Unreadable),
            ),
        ],
    );
}

#[test]
fn fields_that_are_set_take_the_place_of_what_was_kept() {
    let (mut value, _) =
        json::from_slice::<Appearance>(br#"{"name": 1, "floor": null, "width": "wide", "new": 2}"#)
            .unwrap();
    value.floor = Some(4);
    value.width = Some(0.5);
    assert_eq!(
        json::to_value(&value),
        json!({"name": 1, "floor": 4, "width": 0.5, "new": 2})
    );
    value.extra.remove("name");
    assert_eq!(json::to_value(&value)["name"], "");
}

#[test]
fn elements_of_another_type_are_left_out() {
    let body = br#"[{"name": "a"}, "text", null, {"name": 1}, [], {"name": "b", "floor": 1}]"#;
    let (list, report) = json::from_slice::<Vec<Appearance>>(body).unwrap();
    assert_eq!(
        list.iter().map(|a| a.name.as_str()).collect::<Vec<_>>(),
        ["a", "", "b"]
    );
    let rejected: Vec<_> = report
        .rejected
        .iter()
        .map(|r| (r.path.as_str(), r.raw.as_str()))
        .collect();
    assert_eq!(
        rejected,
        [("[1]", "\"text\""), ("[2]", "null"), ("[4]", "[]")]
    );
    assert_eq!(
        report.rejected[0].reason,
        "expected an object (Appearance), found \"text\""
    );
    assert_eq!(report.corrections[0].path, "[3].name");

    let (list, report) = json::from_slice::<Vec<Option<String>>>(br#"["a", null, 1]"#).unwrap();
    assert_eq!(list, [Some("a".to_owned()), None]);
    assert_eq!(report.rejected.len(), 1);

    let (map, report) =
        json::from_slice::<std::collections::BTreeMap<String, i64>>(br#"{"a": 1, "b c": "x"}"#)
            .unwrap();
    assert_eq!(map.len(), 1);
    assert_eq!(report.rejected[0].path, r#"["b c"]"#);
}

#[test]
fn members_that_occur_twice_count_once() {
    let body = br#"{"name": "a", "name": "b", "x": 1, "x": 2, "floor": 1}"#;
    let (value, report) = json::from_slice::<Appearance>(body).unwrap();
    assert_eq!(
        (value.name.as_str(), value.extra.get("x")),
        ("a", Some(&json!(1)))
    );
    let found: Vec<_> = report.corrections.iter().map(ToString::to_string).collect();
    assert_eq!(found, ["`name` occurs twice", "`x` occurs twice"]);
}

#[test]
fn outermost_value_of_another_type_is_an_error() {
    for body in ["[]", "1", "null", "\"text\""] {
        let error = json::from_slice::<Appearance>(body.as_bytes()).unwrap_err();
        assert_eq!(error.kind(), ReadErrorKind::Mismatch, "{body}");
        assert_eq!(error.expected(), "an object (Appearance)");
    }
}

#[test]
fn syntax_errors_are_errors_wherever_they_are() {
    for body in [
        r#"{"name": "a", "x": [1,]}"#,
        r#"{"name": nul}"#,
        r#"{"floor": nul}"#,
        r#"{"name": "a"} x"#,
    ] {
        let error = json::from_slice::<Appearance>(body.as_bytes()).unwrap_err();
        assert_eq!(error.kind(), ReadErrorKind::Syntax, "{body}");
    }
}

#[test]
fn one_member_of_a_document() {
    let body = br#"{"ok": true, "codes": [{"name": "a"}, {"name": 1}], "pagination": {"x": [1, {"y": null}]}}"#;
    let (list, report) = json::member_from_slice::<Vec<Appearance>>(body, "codes").unwrap();
    assert_eq!(list.len(), 2);
    assert_eq!(report.corrections[0].path, "codes[1].name");

    for (body, kind, path) in [
        (r#"{"ok": true}"#, ReadErrorKind::MissingMember, ""),
        (r#"{"codes": null}"#, ReadErrorKind::MissingMember, "codes"),
        (r#"{"codes": {}}"#, ReadErrorKind::Mismatch, "codes"),
        ("[]", ReadErrorKind::Mismatch, ""),
        (r#"{"codes": [], "ok": tru}"#, ReadErrorKind::Syntax, "ok"),
        (r#"{"codes": []"#, ReadErrorKind::Syntax, "codes"),
    ] {
        let error =
            json::member_from_slice::<Vec<Appearance>>(body.as_bytes(), "codes").unwrap_err();
        assert_eq!(
            (error.kind(), error.path()),
            (kind, path),
            "{body}: {error}"
        );
    }
    let optional = |body: &[u8]| {
        json::member_from_slice::<Option<bool>>(body, "ok")
            .unwrap()
            .0
    };
    assert_eq!(optional(b"{}"), None);
    assert_eq!(optional(br#"{"ok": null}"#), None);
    assert_eq!(optional(br#"{"o\u006b": true}"#), Some(true));

    let (value, report) = json::member_from_slice::<i64>(br#"{"a": 1, "a": 2}"#, "a").unwrap();
    assert_eq!(
        (value, report.corrections[0].kind),
        (1, CorrectionKind::Duplicate)
    );
}

#[test]
fn several_members_in_one_pass() {
    let mut ok = false;
    let mut codes = Vec::<Appearance>::new();
    let mut page = None::<Value>;
    let body = br#"{"codes": [{"name": "a"}], "ok": true}"#;
    let wanted: &mut [(&str, &mut dyn json::Json)] =
        &mut [("ok", &mut ok), ("codes", &mut codes), ("page", &mut page)];
    assert!(json::members_from_slice(body, wanted).unwrap().is_empty());
    assert_eq!((ok, codes.len(), page), (true, 1, None));
}

#[test]
fn numbers_that_no_float_holds_cost_only_their_member() {
    let (value, report) =
        json::from_slice::<Appearance>(br#"{"name": "a", "width": 1e999, "x": -1e999}"#).unwrap();
    assert_eq!((value.width, value.extra.is_empty()), (None, true));
    assert_eq!(report.corrections.len(), 2);
    assert_eq!(
        report.corrections[1].to_string(),
        "`x` should be a number and is -1e999"
    );
}

#[test]
fn corrections_in_the_depth_have_their_path() {
    let body = br#"{"errors": [{}, {"error_code": "device_offline", "message": "m", "created_at": "soon"}]}"#;
    let (code, report) = json::from_slice::<AccessCode>(body).unwrap();
    let at = code.errors[1].created_at.as_ref().unwrap();
    assert!(!at.is_valid());
    let paths: Vec<_> = report
        .corrections
        .iter()
        .map(|c| c.path.as_str())
        .take(3)
        .collect();
    assert_eq!(
        paths,
        [
            "errors[0].message",
            "errors[0].error_code",
            "errors[1].created_at"
        ]
    );
    assert_eq!(
        report.corrections[2].to_string(),
        "`errors[1].created_at` should be a date and time of RFC 3339 and is soon"
    );
}

/// A union whose first alternatives are given up halfway keeps its paths.
#[test]
fn paths_after_an_alternative_that_did_not_fit() {
    let body = br#"{"values": [{"a": [1e999]}, 1], "x": 1e999}"#;
    let (maps, report) = json::member_from_slice::<Vec<Given>>(body, "values").unwrap();
    assert_eq!(maps.len(), 1);
    assert_eq!(report.rejected[0].path, "values[0]");
}

#[derive(Clone, Debug, PartialEq)]
enum Given {
    Any(Value),
    Number(f64),
    Unknown(json::Unknown),
}

seamstress_runtime::union! { Given { object => Any, number => Number } }
