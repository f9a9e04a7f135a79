//! How fast a page of 10,000 objects is decoded by tables, against `serde_json`
//! into strict structs that `serde` derives.
//!
//! Run it with `cargo run --release --example decode_speed`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use seamstress_runtime::json;

/// The types as generated code has them.
mod tables {
    use seamstress_runtime::DateTime;
    use seamstress_runtime::json::{Extra, Unknown, UnknownValue};

    seamstress_runtime::id! {
        /// Identifies an access code.
        AccessCodeId
        /// Identifies a device.
        DeviceId
        /// Identifies a workspace.
        WorkspaceId
    }

    #[derive(Clone, Debug, Default, PartialEq)]
    pub(crate) struct AccessCode {
        access_code_id: AccessCodeId,
        device_id: DeviceId,
        workspace_id: WorkspaceId,
        name: Option<String>,
        code: Option<String>,
        created_at: DateTime,
        starts_at: Option<DateTime>,
        ends_at: Option<DateTime>,
        is_managed: bool,
        is_one_time_use: bool,
        pulled_backup_access_code_id: Option<AccessCodeId>,
        status: Status,
        r#type: Option<Type>,
        errors: Vec<Error>,
        warnings: Vec<Error>,
        extra: Extra,
    }

    seamstress_runtime::object! {
        AccessCode {
            "access_code_id" => access_code_id: required,
            "device_id" => device_id: required,
            "workspace_id" => workspace_id: required,
            "name" => name: nullable,
            "code" => code: nullable,
            "created_at" => created_at: required,
            "starts_at" => starts_at: optional,
            "ends_at" => ends_at: optional,
            "is_managed" => is_managed: required,
            "is_one_time_use" => is_one_time_use: required,
            "pulled_backup_access_code_id" => pulled_backup_access_code_id: nullable,
            "status" => status: required,
            "type" => r#type: optional,
            "errors" => errors: required,
            "warnings" => warnings: required,
        }
    }

    #[derive(Clone, Debug, PartialEq)]
    pub(crate) enum Status {
        Set,
        Unset,
        Unknown(UnknownValue),
    }

    seamstress_runtime::open_enum! { Status { "set" => Set, "unset" => Unset } }

    #[derive(Clone, Debug, PartialEq)]
    pub(crate) enum Type {
        TimeBound,
        Ongoing,
        Unknown(UnknownValue),
    }

    seamstress_runtime::open_enum! { Type { "time_bound" => TimeBound, "ongoing" => Ongoing } }

    #[derive(Clone, Debug, Default, PartialEq)]
    pub(crate) struct Error {
        message: String,
        created_at: Option<DateTime>,
        is_access_code_error: Option<bool>,
        is_device_error: Option<bool>,
        kind: ErrorKind,
        extra: Extra,
    }

    seamstress_runtime::object! {
        Error {
            "message" => message: required,
            "created_at" => created_at: optional,
            "is_access_code_error" => is_access_code_error: optional,
            "is_device_error" => is_device_error: optional,
            "error_code" => kind: kind,
        }
    }

    #[derive(Clone, Debug, PartialEq)]
    pub(crate) enum ErrorKind {
        DeviceOffline,
        DeviceRemoved,
        FailedToSet,
        DuplicateCode,
        NoSpace,
        Modified {
            change_type: Option<String>,
            modified_fields: Vec<String>,
        },
        Unknown(Unknown),
    }

    seamstress_runtime::kind! {
        ErrorKind {
            "device_removed" => DeviceRemoved {},
            "failed_to_set_on_device" => FailedToSet {},
            "duplicate_code_on_device" => DuplicateCode {},
            "no_space_for_access_code_on_device" => NoSpace {},
            "device_offline" => DeviceOffline {},
            "conflicting_external_modification" => Modified {
                "change_type" => change_type: optional,
                "modified_fields" => modified_fields: required,
            },
        }
    }
}

/// The same by hand, strict, with derived code.
mod derived {
    use jiff::Timestamp;
    use serde::Deserialize;

    #[derive(Clone, Debug, Deserialize, PartialEq)]
    pub(crate) struct AccessCode {
        access_code_id: String,
        device_id: String,
        workspace_id: String,
        name: Option<String>,
        code: Option<String>,
        created_at: Timestamp,
        starts_at: Option<Timestamp>,
        ends_at: Option<Timestamp>,
        is_managed: bool,
        is_one_time_use: bool,
        pulled_backup_access_code_id: Option<String>,
        status: Status,
        r#type: Option<Type>,
        errors: Vec<Error>,
        warnings: Vec<Error>,
    }

    #[derive(Clone, Debug, Deserialize, PartialEq)]
    #[serde(rename_all = "snake_case")]
    pub(crate) enum Status {
        Set,
        Unset,
    }

    #[derive(Clone, Debug, Deserialize, PartialEq)]
    #[serde(rename_all = "snake_case")]
    pub(crate) enum Type {
        TimeBound,
        Ongoing,
    }

    #[derive(Clone, Debug, Deserialize, PartialEq)]
    pub(crate) struct Error {
        message: String,
        created_at: Option<Timestamp>,
        is_access_code_error: Option<bool>,
        is_device_error: Option<bool>,
        error_code: String,
        change_type: Option<String>,
        modified_fields: Option<Vec<String>>,
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let body = page(10_000);
    println!("{} bytes", body.len());
    let strict = serde_json::from_slice::<Vec<derived::AccessCode>>(&body)?;
    let (tolerant, report) = json::from_slice::<Vec<tables::AccessCode>>(&body)?;
    println!(
        "{} and {} objects, as expected: {}",
        strict.len(),
        tolerant.len(),
        report.is_empty()
    );

    let strict = || {
        drop(black_box(
            serde_json::from_slice::<Vec<derived::AccessCode>>(black_box(&body)),
        ))
    };
    let tolerant = || {
        drop(black_box(json::from_slice::<Vec<tables::AccessCode>>(
            black_box(&body),
        )))
    };
    let skipped = || drop(black_box(json::from_slice::<()>(black_box(&body))));
    let value = || {
        drop(black_box(json::from_slice::<serde_json::Value>(black_box(
            &body,
        ))))
    };
    let theirs = || {
        drop(black_box(serde_json::from_slice::<serde_json::Value>(
            black_box(&body),
        )))
    };
    let [strict, tolerant, skipped, value, theirs] =
        fastest([&strict, &tolerant, &skipped, &value, &theirs]);
    let ratio = tolerant.as_secs_f64() / strict.as_secs_f64();
    println!("derived {strict:?}, tables {tolerant:?}, ratio {ratio:.2}");
    println!("skipped {skipped:?}; as a value {value:?}, by serde_json {theirs:?}");
    Ok(())
}

/// The fastest of many runs of each, taken in turn so that all meet the same
/// conditions.
fn fastest<const N: usize>(runs: [&dyn Fn(); N]) -> [Duration; N] {
    let mut best = [Duration::MAX; N];
    for _ in 0..40 {
        for (best, run) in best.iter_mut().zip(runs) {
            let start = Instant::now();
            run();
            *best = start.elapsed().min(*best);
        }
    }
    best
}

/// A page of access codes, every fourth with an error.
fn page(length: usize) -> Vec<u8> {
    let code = |index: usize| {
        let error = match index % 8 {
            0 => {
                r#"{"error_code": "device_offline", "message": "Device is offline", "created_at": "2025-06-16T16:54:17.946283Z", "is_device_error": true}"#
            }
            4 => {
                r#"{"message": "Changed", "error_code": "conflicting_external_modification", "is_access_code_error": true, "change_type": "modified", "modified_fields": ["code", "name"]}"#
            }
            _ => "",
        };
        format!(
            r#"{{"access_code_id": "d5b2aa7c-91c0-4b5e-8f1e-{index:012}", "device_id": "1b7e9f6a-8d6c-4a44-a5ad-{index:012}", "workspace_id": "c2f1b8a0-5f5e-4b1d-9e49-3d6f1cdd6f0b", "name": "Guest {index}", "code": "{:04}", "created_at": "2025-06-16T16:54:17.946283Z", "starts_at": "2025-06-18T10:00:00.000Z", "ends_at": "2025-06-20T10:00:00.000Z", "is_managed": true, "is_one_time_use": false, "pulled_backup_access_code_id": null, "status": "set", "type": "time_bound", "errors": [{error}], "warnings": []}}"#,
            index % 10_000,
        )
    };
    let codes: Vec<_> = (0..length).map(code).collect();
    format!("[{}]", codes.join(",")).into_bytes()
}
