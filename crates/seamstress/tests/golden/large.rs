
// ==== src/resources/devices.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, Paging};
use crate::types::Device;

/// The operations of `devices`.
#[derive(Clone, Debug)]
pub struct Devices {
    client: Client,
}

impl Devices {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /devices`
    pub fn list(&self) -> DevicesList {
        let call = Call::new(&self.client, &LIST);
        DevicesList { call }
    }
}

/// A request of [`Devices::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct DevicesList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "devices.list",
    method: Method::Get,
    path: "/devices",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { DevicesList => page Device, Paging::NONE }

// ==== src/types/device.rs ====

use seamstress_runtime::json::{Extra, Unknown};
use super::*;

/// `Device`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Device {
    pub properties: Properties,
    pub more: Option<Box<Properties>>,
    pub small: Small,
    pub other_small: Option<Small>,
    pub state: Option<Box<DeviceState>>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `state`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct DeviceState {
    /// The `state`, and what only objects with this one have.
    pub kind: DeviceStateKind,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// The `state` of [`DeviceState`].
#[allow(clippy::large_enum_variant)]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum DeviceStateKind {
    /// `off`
    Off,
    /// `on`
    #[non_exhaustive]
    On { report: Properties },
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::object! {
    Device {
        "properties" => properties: required,
        "more" => more: optional,
        "small" => small: required,
        "other_small" => other_small: optional,
        "state" => state: optional,
    }
}

seamstress_runtime::object! {
    DeviceState {
        "state" => kind: kind,
    }
}

seamstress_runtime::kind! {
    DeviceStateKind {
        "off" => Off {},
        "on" => On {
            "report" => report: required,
        },
    }
}

// ==== src/types/properties.rs ====

use seamstress_runtime::DateTime;
use seamstress_runtime::json::Extra;
use super::*;

/// `Properties`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Properties {
    pub manufacturer: Option<String>,
    pub model: Option<String>,
    pub serial: Option<String>,
    pub firmware: Option<String>,
    pub vendor: Option<String>,
    pub location: Option<String>,
    pub zone: Option<String>,
    pub floor: Option<String>,
    pub building: Option<String>,
    pub remarks: Option<String>,
    pub nested: Option<Box<PropertiesNested>>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `nested`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PropertiesNested {
    pub installed_at: Option<DateTime>,
    pub serviced_at: Option<DateTime>,
    pub sold_at: Option<DateTime>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Properties {
        "manufacturer" => manufacturer: optional,
        "model" => model: optional,
        "serial" => serial: optional,
        "firmware" => firmware: optional,
        "vendor" => vendor: optional,
        "location" => location: optional,
        "zone" => zone: optional,
        "floor" => floor: optional,
        "building" => building: optional,
        "remarks" => remarks: optional,
        "nested" => nested: optional,
    }
}

seamstress_runtime::object! {
    PropertiesNested {
        "installed_at" => installed_at: optional,
        "serviced_at" => serviced_at: optional,
        "sold_at" => sold_at: optional,
    }
}

// ==== src/types/small.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Small`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Small {
    pub on: Option<bool>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Small {
        "on" => on: optional,
    }
}
