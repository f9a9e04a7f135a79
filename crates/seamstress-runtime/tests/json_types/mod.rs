//! Types as the generator emits them: plain definitions, and tables; and what reading them said.

#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "each test uses a part"
)]

use std::collections::BTreeMap;

use seamstress_runtime::DateTime;
use seamstress_runtime::json::{CorrectionKind, Empty, Extra, Report, Unknown, UnknownValue};

/// What was mended, and where.
pub fn corrections(report: &Report) -> Vec<(&str, CorrectionKind)> {
    let corrections = report.corrections.iter();
    corrections
        .map(|one| (one.path.as_str(), one.kind))
        .collect()
}

seamstress_runtime::id! {
    /// Identifies an access code.
    AccessCodeId
}

seamstress_runtime::id! {
    /// Identifies a device.
    DeviceId
    /// Identifies an attempt.
    ActionAttemptId
}

#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct AccessCode {
    pub access_code_id: AccessCodeId,
    pub device_id: DeviceId,
    pub name: Option<String>,
    pub code: Option<String>,
    pub created_at: DateTime,
    pub ends_at: Option<DateTime>,
    pub is_managed: bool,
    pub status: AccessCodeStatus,
    pub errors: Vec<AccessCodeError>,
    pub r#type: Option<AccessCodeType>,
    pub appearance: Option<Box<Appearance>>,
    pub custom_metadata: BTreeMap<String, CustomMetadataValue>,
    pub extra: Extra,
}

seamstress_runtime::object! {
    AccessCode {
        "access_code_id" => access_code_id: required,
        "device_id" => device_id: required,
        "name" => name: nullable,
        "code" => code: nullable,
        "created_at" => created_at: required,
        "ends_at" => ends_at: optional,
        "is_managed" => is_managed: required,
        "status" => status: required,
        "errors" => errors: required,
        "type" => r#type: optional,
        "appearance" => appearance: nullable,
        "custom_metadata" => custom_metadata: required,
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Appearance {
    pub name: String,
    pub width: Option<f64>,
    pub floor: Option<i64>,
    pub extra: Extra,
}

seamstress_runtime::object! {
    Appearance {
        "name" => name: required,
        "width" => width: optional,
        "floor" => floor: optional,
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum AccessCodeStatus {
    Set,
    Unset,
    Unknown(UnknownValue),
}

seamstress_runtime::open_enum! { AccessCodeStatus { "set" => Set, "unset" => Unset, } }

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum AccessCodeType {
    TimeBound,
    Ongoing,
    Unknown(UnknownValue),
}

seamstress_runtime::open_enum! {
    AccessCodeType { "time_bound" => TimeBound, "ongoing" => Ongoing, }
}

#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct AccessCodeError {
    pub message: String,
    pub created_at: Option<DateTime>,
    pub kind: AccessCodeErrorKind,
    pub extra: Extra,
}

seamstress_runtime::object! {
    AccessCodeError {
        "message" => message: required,
        "created_at" => created_at: optional,
        "error_code" => kind: kind,
    }
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum AccessCodeErrorKind {
    DeviceOffline,
    #[non_exhaustive]
    ConflictingExternalModification {
        change_type: Option<String>,
        modified_fields: Vec<ModifiedField>,
    },
    Unknown(Unknown),
}

seamstress_runtime::kind! {
    AccessCodeErrorKind {
        "device_offline" => DeviceOffline {},
        "conflicting_external_modification" => ConflictingExternalModification {
            "change_type" => change_type: optional,
            "modified_fields" => modified_fields: required,
        },
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ModifiedField {
    pub field: String,
    pub from: Option<String>,
    pub to: Option<String>,
    pub extra: Extra,
}

seamstress_runtime::object! {
    ModifiedField {
        "field" => field: required,
        "from" => from: nullable,
        "to" => to: nullable,
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ActionAttempt {
    pub action_attempt_id: ActionAttemptId,
    pub action_type: ActionType,
    pub state: ActionAttemptState,
    pub extra: Extra,
}

seamstress_runtime::object! {
    ActionAttempt {
        "action_attempt_id" => action_attempt_id: required,
        "action_type" => action_type: required,
        "status" => state: kind,
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ActionType {
    LockDoor,
    SyncAccessCodes,
    Unknown(UnknownValue),
}

seamstress_runtime::open_enum! {
    ActionType { "LOCK_DOOR" => LockDoor, "SYNC_ACCESS_CODES" => SyncAccessCodes, }
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ActionAttemptState {
    Pending,
    #[non_exhaustive]
    Success {
        result: ActionAttemptResult,
    },
    #[non_exhaustive]
    Error {
        error: ActionAttemptError,
    },
    Unknown(Unknown),
}

seamstress_runtime::kind! {
    ActionAttemptState {
        "pending" => Pending {},
        "success" => Success { "result" => result: required by "action_type" },
        "error" => Error { "error" => error: required },
    }
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ActionAttemptResult {
    LockDoor(ActionAttemptLockDoorResult),
    SyncAccessCodes(Box<Empty>),
    Unknown(Unknown),
}

seamstress_runtime::dependent! {
    ActionAttemptResult {
        "LOCK_DOOR" => LockDoor(ActionAttemptLockDoorResult),
        "SYNC_ACCESS_CODES" => SyncAccessCodes(Empty),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ActionAttemptLockDoorResult {
    pub was_confirmed_by_device: Option<bool>,
    pub extra: Extra,
}

seamstress_runtime::object! {
    ActionAttemptLockDoorResult { "was_confirmed_by_device" => was_confirmed_by_device: optional, }
}

#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ActionAttemptError {
    pub r#type: String,
    pub message: String,
    pub extra: Extra,
}

seamstress_runtime::object! {
    ActionAttemptError { "type" => r#type: required, "message" => message: required, }
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum CustomMetadataValue {
    String(String),
    Boolean(bool),
    Unknown(Unknown),
}

seamstress_runtime::union! { CustomMetadataValue { string => String, boolean => Boolean, } }

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Mixed {
    Integer(i64),
    Number(f64),
    List(Vec<String>),
    Appearance(Appearance),
    Modified(Box<ModifiedField>),
    Object(BTreeMap<String, i64>),
    Unknown(Unknown),
}

seamstress_runtime::union! {
    Mixed {
        integer => Integer,
        number => Number,
        array => List,
        object("name", "width") => Appearance,
        object("field") => Modified,
        object => Object,
    }
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Pet {
    Cat(Cat),
    Dog(Box<Dog>),
    Unknown(Unknown),
}

seamstress_runtime::tagged! { Pet "pet_type" { "cat" => Cat, "dog" => Dog, } }

#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    pub pet_type: String,
    pub lives: u32,
    pub extra: Extra,
}

seamstress_runtime::object! { Cat { "pet_type" => pet_type: required, "lives" => lives: required, } }

#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    pub pet_type: String,
    pub friends: Vec<Pet>,
    pub extra: Extra,
}

seamstress_runtime::object! {
    Dog { "pet_type" => pet_type: required, "friends" => friends: required, }
}

/// An object with a map beside its fields, a tag that is no string, and a field
/// that may be missing and depends on another.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Odd {
    pub kind: OddKind,
    pub result: Option<ActionAttemptResult>,
    pub level: Option<OddLevel>,
    pub additional: BTreeMap<String, i64>,
    pub extra: Extra,
}

seamstress_runtime::object! {
    Odd {
        "is_managed" => kind: kind,
        "result" => result: optional by "action_type",
        "level" => level: optional,
        * => additional: rest,
    }
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum OddKind {
    #[non_exhaustive]
    Managed {
        by: Option<String>,
    },
    Unmanaged,
    Unknown(Unknown),
}

seamstress_runtime::kind! {
    OddKind {
        true => Managed { "by" => by: optional, },
        false => Unmanaged {},
    }
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum OddLevel {
    One(Empty),
    Unknown(Unknown),
}

seamstress_runtime::tagged! { OddLevel "level" { 1 => One, } }

/// Two kinds in one object.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Twofold {
    pub state: ActionAttemptState,
    pub id: String,
    pub error: AccessCodeErrorKind,
    pub extra: Extra,
}

seamstress_runtime::object! {
    Twofold {
        "status" => state: kind,
        "id" => id: required,
        "error_code" => error: kind,
    }
}

/// Everything may be left out.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Deleted {
    pub extra: Extra,
}

seamstress_runtime::object! { Deleted {} }

/// More values than are compared one by one, some alike but for punctuation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Many {
    String,
    StringList,
    Hour,
    Equal,
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H,
    I,
    J,
    K,
    L,
    M,
    N,
    Unknown(UnknownValue),
}

seamstress_runtime::open_enum! {
    Many {
        "string" => String, "string[]" => StringList, "1hour" => Hour, "=" => Equal,
        "z" => A, "b" => B, "ZZ" => C, "é" => D, "e" => E, "f" => F, "ff" => G,
        "Africa/Abidjan" => H, "Africa" => I, "-" => J, "k k" => K, "\"" => L, "m\\" => M, " " => N,
    }
}
