
// ==== src/resources/parcels.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, Paging};
use crate::types::Parcel;

/// The operations of `parcels`.
#[derive(Clone, Debug)]
pub struct ParcelsResource {
    client: Client,
}

impl ParcelsResource {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /parcels`
    pub fn list(&self) -> ParcelsList {
        let call = Call::new(&self.client, &LIST);
        ParcelsList { call }
    }
}

/// A request of [`ParcelsResource::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ParcelsList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "parcels.list",
    method: Method::Get,
    path: "/parcels",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ParcelsList => page Parcel, Paging::NONE }

// ==== src/types/parcel.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Parcel`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Parcel {
    pub number: i64,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Parcel {
        "number" => number: required,
    }
}

// ==== src/types/parcel_lost.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `parcel_lost`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ParcelLost {
    pub r#type: ParcelLostType,
    pub reason: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `type`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ParcelLostType {
    /// `parcel.lost`
    ParcelLost,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::object! {
    ParcelLost {
        "type" => r#type: required,
        "reason" => reason: nullable,
    }
}

seamstress_runtime::open_enum! {
    ParcelLostType {
        "parcel.lost" => ParcelLost,
    }
}

// ==== src/types/parcel_sent.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `ParcelSent`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ParcelSent {
    pub r#type: ParcelSentType,
    pub parcel: Parcel,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `type`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ParcelSentType {
    /// `parcel.sent`
    ParcelSent,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::object! {
    ParcelSent {
        "type" => r#type: required,
        "parcel" => parcel: required,
    }
}

seamstress_runtime::open_enum! {
    ParcelSentType {
        "parcel.sent" => ParcelSent,
    }
}

// ==== src/types/webhook_event.rs ====

use seamstress_runtime::json::Unknown;
use super::*;

/// What is delivered to webhooks: any of the events.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum WebhookEvent {
    /// `parcel.sent`
    ParcelSent(ParcelSent),
    /// `parcel.lost`
    ParcelLost(ParcelLost),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::tagged! {
    WebhookEvent "type" {
        "parcel.sent" => ParcelSent,
        "parcel.lost" => ParcelLost,
    }
}
