//! Every code that the documentation or the document names is a known variant, with a text.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use std::any::TypeId;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use seam_api::json;
use seam_api::types::{
    AccessCode, AccessCodeError, AccessCodeErrorKind, AccessCodeWarning, AccessCodeWarningKind,
    ActionAttempt, ActionAttemptActionType, ActionAttemptResult, ActionAttemptState, Event,
    EventKind, UnmanagedAccessCode,
};
use serde_json::{Value, json};

/// The error codes of unmanaged access codes, as the documentation lists them.
const ERRORS: [&str; 36] = [
    "account_disconnected",
    "august_device_programming_delay",
    "august_lock_invalid_code_length",
    "august_lock_missing_bridge",
    "august_lock_missing_keypad",
    "august_lock_not_authorized",
    "august_lock_temporarily_offline",
    "bridge_disconnected",
    "code_modified_external_to_seam",
    "device_disconnected",
    "device_offline",
    "device_removed",
    "dormakaba_oracode_invalid_time_range",
    "duplicate_code_attempt_prevented",
    "duplicate_code_on_device",
    "empty_backup_access_code_pool",
    "failed_to_remove_from_device",
    "failed_to_set_on_device",
    "hub_disconnected",
    "keynest_unsupported_third_party_locker",
    "kwikset_insufficient_permissions",
    "kwikset_unable_to_confirm_code",
    "kwikset_unable_to_confirm_deletion",
    "lockly_missing_wifi_bridge",
    "missing_device_credentials",
    "no_space_for_access_code_on_device",
    "replaced_by_newer_access_code",
    "salto_ks_subscription_limit_exceeded",
    "salto_ks_user_not_subscribed",
    "smartthings_failed_to_set_access_code",
    "smartthings_failed_to_set_after_multiple_retries",
    "smartthings_no_free_slots_available",
    "subscription_required",
    "ttlock_lock_not_paired_to_gateway",
    "wyze_duplicate_code_name",
    "wyze_potential_duplicate_code",
];

/// Their warning codes.
const WARNINGS: [&str; 16] = [
    "august_device_programming_delay",
    "august_lock_temporarily_offline",
    "being_deleted",
    "code_modified_external_to_seam",
    "delay_in_removing_from_device",
    "delay_in_setting_on_device",
    "igloo_algopin_must_be_used_within_24_hours",
    "kwikset_unable_to_confirm_code",
    "management_transferred",
    "schlage_access_code_ambiguous_timezone_dst_risk",
    "schlage_creation_outage",
    "schlage_detected_duplicate",
    "smartthings_failed_to_set_access_code",
    "third_party_integration_detected",
    "ultraloq_access_code_disabled",
    "using_backup_access_code",
];

/// Their events.
const EVENTS: [&str; 4] = [
    "access_code.unmanaged.converted_to_managed",
    "access_code.unmanaged.failed_to_convert_to_managed",
    "access_code.unmanaged.created",
    "access_code.unmanaged.removed",
];

/// The actions on them that the documentation's guide names.
const ACTIONS: [&str; 2] = [
    "CONVERT_ACCESS_CODE_TO_MANAGED",
    "DELETE_UNMANAGED_ACCESS_CODE",
];

#[test]
fn every_error_code_is_known() {
    let documented = tags("unmanaged_access_code", "errors", "error_code");
    let codes: Vec<_> = documented
        .iter()
        .map(String::as_str)
        .chain(ERRORS)
        .collect();
    for code in &codes {
        let error: AccessCodeError = read(json!({ "error_code": code, "message": "…" }));
        assert!(
            !matches!(error.kind, AccessCodeErrorKind::Unknown(_)),
            "{code}"
        );
        assert_eq!(error.kind.as_str(), *code);
        assert_eq!(error.message, "…");
    }
    assert_described("AccessCodeErrorKind", &codes);
}

#[test]
fn every_warning_code_is_known() {
    let documented = tags("unmanaged_access_code", "warnings", "warning_code");
    let codes: Vec<_> = documented
        .iter()
        .map(String::as_str)
        .chain(WARNINGS)
        .collect();
    for code in &codes {
        let warning: AccessCodeWarning = read(json!({ "warning_code": code, "message": "…" }));
        assert!(
            !matches!(warning.kind, AccessCodeWarningKind::Unknown(_)),
            "{code}"
        );
        assert_eq!(warning.kind.as_str(), *code);
    }
    assert_described("AccessCodeWarningKind", &codes);
}

/// A program that handles the errors of one kind of access code handles those of the other.
#[test]
fn managed_and_unmanaged_codes_share_their_errors_and_warnings() {
    fn of<T: 'static>(_: &[T]) -> TypeId {
        TypeId::of::<T>()
    }
    let (managed, unmanaged) = (AccessCode::default(), UnmanagedAccessCode::default());
    assert_eq!(of(&managed.errors), TypeId::of::<AccessCodeError>());
    assert_eq!(of(&unmanaged.errors), TypeId::of::<AccessCodeError>());
    assert_eq!(of(&managed.warnings), TypeId::of::<AccessCodeWarning>());
    assert_eq!(of(&unmanaged.warnings), TypeId::of::<AccessCodeWarning>());
}

#[test]
fn every_event_is_known() {
    for event_type in EVENTS {
        let event: Event = read(json!({ "event_type": event_type, "event_id": "1" }));
        assert!(!matches!(event.kind, EventKind::Unknown(_)), "{event_type}");
        assert_eq!(event.kind.as_str(), event_type);
    }
    assert_described("EventKind", &EVENTS);
}

#[test]
fn every_action_is_known() {
    for action_type in ACTIONS {
        let attempt: ActionAttempt = read(json!({
            "action_attempt_id": "1",
            "action_type": action_type,
            "status": "success",
            "result": {},
            "error": null
        }));
        assert!(
            !matches!(attempt.action_type, ActionAttemptActionType::Unknown(_)),
            "{action_type}"
        );
        assert_eq!(attempt.action_type.as_str(), action_type);
        let ActionAttemptState::Success { result, .. } = &attempt.state else {
            panic!("{attempt:?}");
        };
        assert!(
            !matches!(result, ActionAttemptResult::Unknown(_)),
            "{action_type}"
        );
    }
}

/// Properties that only some versions of the document have.
#[test]
fn every_property_of_the_documentation_is_a_field() {
    let code: UnmanagedAccessCode = read(json!({
        "cannot_be_managed": true,
        "cannot_delete_unmanaged_access_code": true,
        "dormakaba_oracode_metadata": { "stay_id": 1, "is_overridable": true }
    }));
    assert_eq!(code.cannot_be_managed, Some(true));
    assert_eq!(code.cannot_delete_unmanaged_access_code, Some(true));
    let metadata = code.dormakaba_oracode_metadata.unwrap();
    assert_eq!(
        (metadata.stay_id, metadata.is_overridable),
        (Some(1), Some(true))
    );
    assert!(code.extra.is_empty() && metadata.extra.is_empty());
}

fn read<T: json::Json + Default>(value: Value) -> T {
    json::from_slice(value.to_string().as_bytes()).unwrap().0
}

/// The values of the tag of a union in the document.
fn tags(schema: &str, property: &str, tag: &str) -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/openapi.json");
    let document: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let variants = &document["components"]["schemas"][schema]["properties"][property]["items"];
    let variants = variants["oneOf"].as_array().unwrap();
    let tags = variants
        .iter()
        .map(|variant| &variant["properties"][tag]["enum"][0]);
    let tags: BTreeSet<_> = tags.map(|tag| tag.as_str().unwrap().to_owned()).collect();
    assert!(tags.len() > 10, "{tags:?}");
    tags
}

/// Asserts that the variants of these tags have a text, beside the tag itself.
fn assert_described(name: &str, tags: &[&str]) {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated/seam-api/src/types");
    let files = fs::read_dir(source)
        .unwrap()
        .map(|file| fs::read_to_string(file.unwrap().path()));
    let text = files
        .map(Result::unwrap)
        .find(|text| text.contains(&format!("pub enum {name} {{")));
    let file = syn::parse_file(&text.unwrap()).unwrap();
    let kind = file.items.iter().find_map(|item| match item {
        syn::Item::Enum(item) if item.ident == name => Some(item),
        _ => None,
    });
    let docs: Vec<Vec<String>> = kind
        .unwrap()
        .variants
        .iter()
        .map(|v| docs(&v.attrs))
        .collect();
    for tag in tags {
        let last = format!("`{tag}`");
        let docs = docs.iter().find(|docs| docs.last() == Some(&last));
        let docs = docs.unwrap_or_else(|| panic!("no variant of {name} names {tag}"));
        assert!(docs.len() > 1, "{name}: {tag} has no text");
    }
}

/// The lines of a documentation comment that are not blank.
fn docs(attributes: &[syn::Attribute]) -> Vec<String> {
    let values = attributes
        .iter()
        .filter_map(|attribute| match &attribute.meta {
            syn::Meta::NameValue(doc) if doc.path.is_ident("doc") => Some(&doc.value),
            _ => None,
        });
    let texts = values.map(|value| match value {
        syn::Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(text),
            ..
        }) => text.value(),
        _ => String::new(),
    });
    let texts: Vec<String> = texts.collect();
    let lines = texts.iter().flat_map(|text| text.lines());
    lines
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}
