//! Lists of unmanaged access codes.

use seam_api::DateTime;
use seam_api::types::{
    AccessCodeErrorKind, AccessCodeWarningKind, UnmanagedAccessCode, UnmanagedAccessCodeStatus,
};
use serde_json::{Value, json};

use crate::server::list;
use crate::written;

/// The object that the documentation shows.
pub(crate) fn documented() -> Value {
    json!({
        "access_code_id": "88fa1812-bef8-4108-9fb4-4855376c3edf",
        "code": "1234",
        "created_at": "2025-06-16T16:54:17.946283Z",
        "device_id": "b3439f17-7273-46f3-9e20-9a283d9cb5b4",
        "ends_at": "2025-06-23T16:54:17.946261Z",
        "errors": [],
        "is_managed": false,
        "name": "My Unmanaged Access Code",
        "starts_at": "2025-06-21T16:54:17.946261Z",
        "status": "set",
        "type": "time_bound",
        "warnings": [],
        "workspace_id": "750fc0bc-4450-4356-8d9f-18c6a3a6b2c7"
    })
}

/// The documented object with these errors.
fn with_errors(errors: Value) -> Value {
    let mut code = documented();
    code["errors"] = errors;
    code
}

/// The answer around these codes.
pub(crate) fn answer(codes: &[Value]) -> Value {
    json!({
        "access_codes": codes,
        "ok": true,
        "pagination": { "has_next_page": false, "next_page_cursor": null, "next_page_url": null }
    })
}

/// Reads a list of this code alone, which must come back as it went in, without a correction.
async fn read(code: &Value) -> UnmanagedAccessCode {
    let page = list(&answer(std::slice::from_ref(code))).await.unwrap();
    assert_eq!(page.corrections(), []);
    assert_eq!(page.rejected(), []);
    assert!(!page.has_next_page());
    let [read] = <[_; 1]>::try_from(page.items).unwrap();
    assert_eq!(written(&read), *code);
    read
}

#[tokio::test]
async fn the_example_of_the_documentation() {
    let code = read(&documented()).await;
    assert_eq!(code.access_code_id, "88fa1812-bef8-4108-9fb4-4855376c3edf");
    assert_eq!(code.device_id, "b3439f17-7273-46f3-9e20-9a283d9cb5b4");
    assert_eq!(code.code.as_deref(), Some("1234"));
    assert_eq!(code.name.as_deref(), Some("My Unmanaged Access Code"));
    assert_eq!(code.status, UnmanagedAccessCodeStatus::Set);
    assert_eq!(code.r#type.as_str(), "time_bound");
    assert_eq!(code.created_at.to_string(), "2025-06-16T16:54:17.946283Z");
    assert!(code.starts_at < code.ends_at);
    assert!(!code.is_managed && code.errors.is_empty() && code.warnings.is_empty());
}

/// The documentation lists this code, and the document does not.
#[tokio::test]
async fn an_error_that_only_the_documentation_lists() {
    let code = read(&with_errors(json!([{
        "error_code": "august_lock_missing_keypad",
        "message": "August lock is missing a keypad.",
        "is_access_code_error": true,
        "created_at": "2025-06-16T16:54:17.946283Z"
    }])))
    .await;
    let error = &code.errors[0];
    assert_eq!(error.kind, AccessCodeErrorKind::AugustLockMissingKeypad);
    assert_eq!(error.message, "August lock is missing a keypad.");
    assert_eq!(error.is_access_code_error, Some(true));
    assert!(error.created_at.is_some());
}

#[tokio::test]
async fn an_error_that_the_document_lists() {
    let code = read(&with_errors(json!([
        {
            "error_code": "device_disconnected",
            "message": "The device is disconnected.",
            "is_device_error": true,
            "created_at": "2025-06-16T16:54:17.946283Z"
        },
        {
            "error_code": "duplicate_code_on_device",
            "message": "Another code is the same.",
            "is_access_code_error": true,
            "unmanaged_access_code_id": "11111111-1111-1111-1111-999999999999"
        }
    ])))
    .await;
    let [device, duplicate] = code.errors.as_slice() else {
        panic!("{:?}", code.errors);
    };
    assert_eq!(device.kind, AccessCodeErrorKind::DeviceDisconnected);
    assert_eq!(device.is_device_error, Some(true));
    let AccessCodeErrorKind::DuplicateCodeOnDevice {
        unmanaged_access_code_id,
        ..
    } = &duplicate.kind
    else {
        panic!("{duplicate:?}");
    };
    let id = unmanaged_access_code_id.as_ref().unwrap();
    assert_eq!(id, &"11111111-1111-1111-1111-999999999999");
}

/// The documentation's sample lacks members that are always there, has no text but `<string>`,
/// and its warning has the tag of an error.
#[tokio::test]
async fn the_sample_response_of_the_documentation() {
    let notice = json!({
        "error_code": "<string>",
        "message": "<string>",
        "created_at": "2023-11-07T05:31:56Z"
    });
    let sample = json!({
        "access_code_id": "3c90c3cc-0d44-4b50-8888-8dd25736052a",
        "code": "<string>",
        "created_at": "2023-11-07T05:31:56Z",
        "device_id": "3c90c3cc-0d44-4b50-8888-8dd25736052a",
        "errors": [notice],
        "name": "<string>",
        "warnings": [notice],
        "workspace_id": "3c90c3cc-0d44-4b50-8888-8dd25736052a",
        "dormakaba_oracode_metadata": {
            "stay_id": 123,
            "user_level_name": "<string>",
            "is_cancellable": true,
            "is_early_checkin_able": true,
            "is_extendable": true,
            "is_overridable": true,
            "site_name": "<string>",
            "user_level_id": "<string>"
        },
        "ends_at": "2023-11-07T05:31:56Z",
        "starts_at": "2023-11-07T05:31:56Z"
    });
    let page = list(&json!({
        "access_codes": [sample],
        "ok": true,
        "pagination": {
            "has_next_page": true,
            "next_page_cursor": "<string>",
            "next_page_url": "<string>"
        }
    }))
    .await
    .unwrap();

    assert_eq!(page.next_cursor(), Some("<string>"));
    assert_eq!(page.rejected(), []);
    let missing: Vec<_> = page.corrections().iter().map(ToString::to_string).collect();
    let expected = ["warnings[0].warning_code", "is_managed", "status", "type"];
    assert_eq!(
        missing,
        expected.map(|path| format!("`access_codes[0].{path}` is missing"))
    );

    let code = &page.items[0];
    let AccessCodeErrorKind::Unknown(unknown) = &code.errors[0].kind else {
        panic!("{code:?}");
    };
    assert_eq!(unknown.tag(), "<string>");
    assert_eq!(code.errors[0].message, "<string>");
    let AccessCodeWarningKind::Unknown(unknown) = &code.warnings[0].kind else {
        panic!("{code:?}");
    };
    assert_eq!(unknown.tag(), "");
    assert_eq!(unknown.get("error_code"), Some(&json!("<string>")));
    let metadata = code.dormakaba_oracode_metadata.as_ref().unwrap();
    assert_eq!(metadata.stay_id, Some(123));
    assert_eq!(metadata.is_overridable, Some(true));
}

/// No id is a UUID, the status is none that the document lists, `pagination` is missing.
#[tokio::test]
async fn the_answer_of_the_fake_server() {
    let sent = json!({
        "access_code_id": "access_code1",
        "code": "1234",
        "common_code_key": null,
        "created_at": "2026-11-22T22:30:03.694Z",
        "device_id": "august_device_1",
        "ends_at": null,
        "errors": [],
        "is_managed": false,
        "name": "Guest",
        "starts_at": null,
        "status": "setting",
        "type": "ongoing",
        "warnings": [],
        "workspace_id": "seed_workspace_1"
    });
    let page = list(&json!({ "access_codes": [sent], "ok": true }))
        .await
        .unwrap();
    assert_eq!(page.corrections(), []);
    assert!(!page.has_next_page());
    let code = &page.items[0];
    assert_eq!(code.access_code_id, "access_code1");
    assert_eq!(code.status.as_str(), "setting");
    assert_eq!(code.starts_at, None);
    assert_eq!(code.extra.get("common_code_key"), Some(&Value::Null));
    assert_eq!(written(code), sent);
}

/// As SmartThings devices have them.
#[tokio::test]
async fn a_code_without_its_code() {
    let mut sent = documented();
    sent.as_object_mut().unwrap().remove("code");
    let page = list(&answer(std::slice::from_ref(&sent))).await.unwrap();
    let code = &page.items[0];
    assert_eq!(code.code, None);
    assert_eq!(code.name.as_deref(), Some("My Unmanaged Access Code"));
    assert_eq!(written(code), sent);
}

#[tokio::test]
async fn an_error_of_tomorrow_keeps_its_base_typed() {
    let code = read(&with_errors(json!([{
        "error_code": "lock_frozen",
        "message": "The lock is frozen.",
        "created_at": "2027-01-01T00:00:00Z",
        "is_access_code_error": true,
        "temperature_celsius": -40.5,
        "affected": { "parts": ["bolt", "keypad"] }
    }])))
    .await;
    let error = &code.errors[0];
    assert_eq!(error.message, "The lock is frozen.");
    assert_eq!(
        error.created_at,
        Some("2027-01-01T00:00:00Z".parse::<DateTime>().unwrap())
    );
    assert_eq!(error.is_access_code_error, Some(true));
    assert_eq!(error.kind.as_str(), "lock_frozen");
    let AccessCodeErrorKind::Unknown(unknown) = &error.kind else {
        panic!("{error:?}");
    };
    assert_eq!(unknown.tag(), "lock_frozen");
    assert_eq!(unknown.get("temperature_celsius"), Some(&json!(-40.5)));
    assert_eq!(
        unknown.get("affected"),
        Some(&json!({ "parts": ["bolt", "keypad"] }))
    );
}

/// A known error may get new members, too.
#[tokio::test]
async fn a_known_error_keeps_what_is_new_about_it() {
    let code = read(&with_errors(json!([{
        "error_code": "device_removed",
        "message": "The device has been removed.",
        "removed_by": "owner"
    }])))
    .await;
    let error = &code.errors[0];
    assert_eq!(error.kind, AccessCodeErrorKind::DeviceRemoved);
    assert_eq!(error.extra.get("removed_by"), Some(&json!("owner")));
}

#[tokio::test]
async fn values_and_members_of_tomorrow() {
    let mut sent = documented();
    sent["status"] = json!("paused");
    sent["type"] = json!("recurring");
    sent["recurrence"] = json!({ "rule": "FREQ=WEEKLY", "count": 3 });
    sent["warnings"] = json!([{ "warning_code": "low_sun", "message": "Keypad in the dark." }]);
    let code = read(&sent).await;
    assert!(matches!(
        &code.status,
        UnmanagedAccessCodeStatus::Unknown(_)
    ));
    assert_eq!(code.status.as_str(), "paused");
    assert_eq!(code.r#type.to_string(), "recurring");
    assert_eq!(code.extra.get("recurrence"), Some(&sent["recurrence"]));
    assert_eq!(code.warnings[0].kind.as_str(), "low_sun");
}

#[tokio::test]
async fn date_times_keep_offset_and_precision() {
    let mut sent = documented();
    sent["created_at"] = json!("2025-06-16T18:54:17.900+02:00");
    sent["starts_at"] = json!("2025-06-16T09:54:17-07:00");
    let code = read(&sent).await;
    assert_eq!(
        code.created_at.timestamp().to_string(),
        "2025-06-16T16:54:17.9Z"
    );
    assert_eq!(code.created_at.offset().seconds(), 7200);
    assert_eq!(
        code.starts_at.unwrap().timestamp().to_string(),
        "2025-06-16T16:54:17Z"
    );
}

/// JSON has one kind of number: some languages write whole ones with a fraction.
#[tokio::test]
async fn whole_numbers_come_as_floats() {
    let mut sent = documented();
    sent["dormakaba_oracode_metadata"] = json!({ "stay_id": 3.0, "user_level_name": null });
    let page = list(&answer(&[sent])).await.unwrap();
    assert_eq!(page.corrections(), []);
    let metadata = page.items[0].dormakaba_oracode_metadata.as_ref().unwrap();
    assert_eq!(metadata.stay_id, Some(3));
    assert_eq!(metadata.user_level_name, None);
    // A number is the same number without its fraction of zero.
    assert_eq!(written(metadata)["stay_id"].as_f64(), Some(3.0));
    assert_eq!(written(metadata)["user_level_name"], Value::Null);
}
