
// ==== src/resources/alarms.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Alarm;

/// The operations of `alarms`.
#[derive(Clone, Debug)]
pub struct Alarms {
    client: Client,
}

impl Alarms {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /alarms`
    pub fn list(&self) -> AlarmsList {
        let call = Call::new(&self.client, &LIST);
        AlarmsList { call }
    }
}

/// A request of [`Alarms::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct AlarmsList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "alarms.list",
    method: Method::Get,
    path: "/alarms",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { AlarmsList => value Alarm }

// ==== src/types/alarm.rs ====

use seamstress_runtime::DateTime;
use seamstress_runtime::json::{Extra, Unknown};
use super::*;

/// `Alarm`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Alarm {
    /// What raised it.
    pub source: AlarmSource,
    pub errors: Vec<AlarmError>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// What raised it.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct AlarmSource {
    pub installed_at: DateTime,
    /// The `source_type`, and what only objects with this one have.
    pub kind: AlarmSourceKind,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// The `source_type` of [`AlarmSource`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum AlarmSourceKind {
    /// A sensor on a wall.
    ///
    /// `sensor`
    #[non_exhaustive]
    Sensor { wall: String },
    /// `button`
    Button,
    /// `lever`
    Lever,
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

/// `errors`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct AlarmError {
    /// What happened.
    pub message: String,
    pub is_device_error: Option<bool>,
    /// The `error_code`, and what only objects with this one have.
    pub kind: AlarmErrorKind,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// The `error_code` of [`AlarmError`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum AlarmErrorKind {
    /// The battery is empty.
    ///
    /// `battery_empty`
    BatteryEmpty,
    /// `signal_weak`
    #[non_exhaustive]
    SignalWeak { level: f64, hint: Option<String> },
    /// `stolen`
    Stolen,
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::object! {
    Alarm {
        "source" => source: required,
        "errors" => errors: required,
    }
}

seamstress_runtime::object! {
    AlarmSource {
        "installed_at" => installed_at: required,
        "source_type" => kind: kind,
    }
}

seamstress_runtime::kind! {
    AlarmSourceKind {
        "sensor" => Sensor {
            "wall" => wall: required,
        },
        "button" => Button {},
        "lever" => Lever {},
    }
}

seamstress_runtime::object! {
    AlarmError {
        "message" => message: required,
        "is_device_error" => is_device_error: optional,
        "error_code" => kind: kind,
    }
}

seamstress_runtime::kind! {
    AlarmErrorKind {
        "battery_empty" => BatteryEmpty {},
        "signal_weak" => SignalWeak {
            "level" => level: required,
            "hint" => hint: optional,
        },
        "stolen" => Stolen {},
    }
}
