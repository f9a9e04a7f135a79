
// ==== src/resources/devices.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::{Device, DeviceId, OwnerId};

/// The operations of `devices`.
#[derive(Clone, Debug)]
pub struct Devices {
    client: Client,
}

impl Devices {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /devices/{device_id}`
    pub fn get(&self, device_id: impl Into<DeviceId>) -> DevicesGet {
        let call = Call::new(&self.client, &GET)
            .path_into::<DeviceId>("device_id", device_id);
        DevicesGet { call }
    }
}

/// A request of [`Devices::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct DevicesGet {
    call: Call,
}

impl DevicesGet {
    pub fn owner_ids(
        mut self,
        owner_ids: impl IntoIterator<Item = impl Into<OwnerId>>,
    ) -> Self {
        self.call
            .set(
                "owner_ids",
                &owner_ids.into_iter().map(Into::into).collect::<Vec<OwnerId>>(),
            );
        self
    }
}

static GET: Operation = Operation {
    name: "devices.get",
    method: Method::Get,
    path: "/devices/{device_id}",
    body: Body::Query,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { DevicesGet => value Device }

// ==== src/types/device.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `device`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Device {
    pub device_id: DeviceId,
    pub parent_device_id: Option<DeviceId>,
    pub owner_ids: Vec<OwnerId>,
    pub made_by_owner_id: OwnerId,
    /// A UUID that names no thing.
    pub token: String,
    pub numeric_id: Option<i64>,
    pub owner: Option<Owner>,
    pub valid: Option<bool>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Device {
        "device_id" => device_id: required,
        "parent_device_id" => parent_device_id: optional,
        "owner_ids" => owner_ids: required,
        "made_by_owner_id" => made_by_owner_id: required,
        "token" => token: required,
        "numeric_id" => numeric_id: optional,
        "owner" => owner: optional,
        "valid" => valid: optional,
    }
}

// ==== src/types/ids.rs ====

seamstress_runtime::id! {
    /// Identifies a device.
    DeviceId
}

seamstress_runtime::id! {
    /// Identifies an owner.
    OwnerId
}

// ==== src/types/owner.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `owner`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Owner {
    pub owner_id: OwnerId,
    pub id: OwnerId,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Owner {
        "owner_id" => owner_id: required,
        "id" => id: required,
    }
}
