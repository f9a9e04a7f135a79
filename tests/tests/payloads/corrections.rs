//! Answers that are not as described: what is mended, what is left out, what is refused.

use seam_api::json::CorrectionKind;
use seam_api::types::UnmanagedAccessCode;
use seam_api::{ErrorKind, json};
use serde_json::{Value, json};

use crate::access_codes::{answer, documented};
use crate::server::{answering, list};
use crate::written;

#[tokio::test]
async fn missing_members_are_mended_and_reported() {
    let sent = json!({ "access_code_id": "1", "device_id": "2", "workspace_id": "3" });
    let page = list(&answer(std::slice::from_ref(&sent))).await.unwrap();
    let code = &page.items[0];
    assert_eq!(code.access_code_id, "1");
    assert_eq!(code.created_at.timestamp().as_second(), 0);
    assert_eq!(code.status.as_str(), "");
    assert!(code.errors.is_empty() && code.name.is_none() && !code.is_managed);

    let corrections = page.corrections();
    assert!(
        corrections
            .iter()
            .all(|correction| correction.kind == CorrectionKind::Missing)
    );
    for name in [
        "created_at",
        "errors",
        "is_managed",
        "status",
        "type",
        "warnings",
    ] {
        let path = format!("access_codes[0].{name}");
        assert!(
            corrections.iter().any(|correction| correction.path == path),
            "{name}"
        );
    }
}

#[tokio::test]
async fn a_null_that_may_not_be_is_mended_and_reported() {
    let mut sent = documented();
    sent["created_at"] = Value::Null;
    sent["errors"] = Value::Null;
    sent["status"] = Value::Null;
    let page = list(&answer(std::slice::from_ref(&sent))).await.unwrap();
    let code = &page.items[0];
    assert!(code.errors.is_empty());
    assert_eq!(code.code.as_deref(), Some("1234"));
    let mut found: Vec<_> = page
        .corrections()
        .iter()
        .map(|c| (c.path.as_str(), c.kind))
        .collect();
    found.sort_by_key(|(path, _)| *path);
    let expected = ["created_at", "errors", "status"].map(|name| format!("access_codes[0].{name}"));
    assert_eq!(
        found,
        expected
            .each_ref()
            .map(|path| (path.as_str(), CorrectionKind::Null))
    );
    assert_eq!(written(code), sent);
}

#[tokio::test]
async fn a_member_of_another_type_costs_that_member() {
    let mut sent = documented();
    sent["is_managed"] = json!("no");
    sent["errors"] = json!("none");
    sent["name"] = json!(["a", "list"]);
    let page = list(&answer(std::slice::from_ref(&sent))).await.unwrap();
    let code = &page.items[0];
    assert_eq!(code.code.as_deref(), Some("1234"));
    assert_eq!((code.is_managed, code.name.as_deref()), (false, None));
    assert_eq!(page.corrections().len(), 3);
    assert!(
        page.corrections()
            .iter()
            .all(|c| c.kind == CorrectionKind::Unreadable)
    );
    assert_eq!(written(code), sent);
}

#[tokio::test]
async fn a_date_that_is_none_is_kept_and_reported() {
    let mut sent = documented();
    sent["ends_at"] = json!("tomorrow");
    let page = list(&answer(std::slice::from_ref(&sent))).await.unwrap();
    let ends_at = page.items[0].ends_at.as_ref().unwrap();
    assert!(!ends_at.is_valid());
    assert_eq!(ends_at.to_string(), "tomorrow");
    let [correction] = page.corrections() else {
        panic!("{:?}", page.corrections());
    };
    assert_eq!(correction.kind, CorrectionKind::InvalidDateTime);
    assert_eq!(correction.path, "access_codes[0].ends_at");
    assert_eq!(written(&page.items[0]), sent);
}

#[tokio::test]
async fn an_element_that_cannot_be_read_costs_that_element() {
    let elements = [
        documented(),
        json!("oops"),
        json!(7),
        documented(),
        Value::Null,
    ];
    let page = list(&answer(&elements)).await.unwrap();
    assert_eq!(page.items.len(), 2);
    let rejected: Vec<_> = page
        .rejected()
        .iter()
        .map(|r| (&*r.path, &*r.raw))
        .collect();
    assert_eq!(
        rejected,
        [
            ("access_codes[1]", "\"oops\""),
            ("access_codes[2]", "7"),
            ("access_codes[4]", "null")
        ]
    );
    assert!(
        page.rejected()
            .iter()
            .all(|rejected| !rejected.reason.is_empty())
    );
}

/// The same one level below: an error that is no object does not cost its code.
#[tokio::test]
async fn an_element_of_a_member_costs_that_element() {
    let mut sent = documented();
    sent["errors"] = json!(["offline", { "error_code": "device_offline", "message": "Offline." }]);
    let page = list(&answer(&[sent])).await.unwrap();
    assert_eq!(page.items[0].errors.len(), 1);
    assert_eq!(page.items[0].errors[0].kind.as_str(), "device_offline");
    assert_eq!(page.rejected()[0].path, "access_codes[0].errors[0]");
}

/// What steers the program is never mended: no list, no answer.
#[tokio::test]
async fn an_answer_without_its_list_is_an_error() {
    for body in [
        "{}",
        r#"{"access_codes": null}"#,
        r#"{"access_codes": "none"}"#,
        "[]",
        "",
        "<html>",
    ] {
        let seam = answering(body);
        let error = seam
            .access_codes()
            .unmanaged()
            .list("device1")
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}: {error}");
        assert_eq!(error.operation(), Some("access_codes.unmanaged.list"));
    }
}

#[tokio::test]
async fn a_wrong_statement_about_the_next_page_is_an_error() {
    let codes = || json!([documented()]);
    for pagination in [
        json!({ "has_next_page": "yes", "next_page_cursor": "c" }),
        json!({ "has_next_page": true, "next_page_cursor": { "a": 1 } }),
        json!("none"),
    ] {
        let body = json!({ "access_codes": codes(), "pagination": pagination });
        let error = list(&body).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
    }

    let body = json!({ "access_codes": codes(), "pagination": { "has_next_page": true } });
    let mut codes = answering(body)
        .access_codes()
        .unmanaged()
        .list("device1")
        .stream();
    assert!(codes.try_next().await.unwrap().is_some());
    assert_eq!(
        codes.try_next().await.unwrap_err().kind(),
        ErrorKind::MissingCursor
    );
}

/// Types can be read without a client as well: from a file, a queue, a webhook.
#[test]
fn a_value_is_read_on_its_own() {
    let body = documented().to_string();
    let (code, report) = json::from_slice::<UnmanagedAccessCode>(body.as_bytes()).unwrap();
    assert!(report.is_empty());
    assert_eq!(code.code.as_deref(), Some("1234"));
    let same: UnmanagedAccessCode = serde_json::from_str(&body).unwrap();
    assert_eq!(same, code);
    assert_eq!(json::to_value(&code), documented());
    assert!(json::from_slice::<UnmanagedAccessCode>(b"[1, 2]").is_err());
}
