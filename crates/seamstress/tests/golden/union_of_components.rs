
// ==== src/resources/zoo.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Zoo;

/// The operations of `zoo`.
#[derive(Clone, Debug)]
pub struct ZooResource {
    client: Client,
}

impl ZooResource {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /zoo`
    pub fn get(&self) -> ZooGet {
        let call = Call::new(&self.client, &GET);
        ZooGet { call }
    }
}

/// A request of [`ZooResource::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ZooGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "zoo.get",
    method: Method::Get,
    path: "/zoo",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ZooGet => value Zoo }

// ==== src/types/animal.rs ====

use seamstress_runtime::json::Unknown;
use super::*;

/// Any animal.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Animal {
    /// `Cat`
    Cat(Cat),
    /// `Dog`
    Dog(Dog),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::tagged! {
    Animal "species" {
        "Cat" => Cat,
        "Dog" => Dog,
    }
    all {
        species: &str,
    }
}

// ==== src/types/cat.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Cat`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    pub species: String,
    pub lives: i64,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Cat {
        "species" => species: required,
        "lives" => lives: required,
    }
}

// ==== src/types/dog.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Dog`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    pub species: String,
    pub tricks: Option<Vec<String>>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Dog {
        "species" => species: required,
        "tricks" => tricks: optional,
    }
}

// ==== src/types/fish.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Fish`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Fish {
    pub fins: i64,
    pub scales: bool,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Fish {
        "fins" => fins: required,
        "scales" => scales: required,
    }
}

// ==== src/types/pass.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `Pass`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Pass {
    pub kind: PassKind,
    pub year: Option<i64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `kind`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PassKind {
    /// `pass`
    Pass,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::object! {
    Pass {
        "kind" => kind: required,
        "year" => year: optional,
    }
}

seamstress_runtime::open_enum! {
    PassKind {
        "pass" => Pass,
    }
}

// ==== src/types/ticket.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `Ticket`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Ticket {
    pub kind: TicketKind,
    pub day: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `kind`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum TicketKind {
    /// `ticket`
    Ticket,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::object! {
    Ticket {
        "kind" => kind: required,
        "day" => day: optional,
    }
}

seamstress_runtime::open_enum! {
    TicketKind {
        "ticket" => Ticket,
    }
}

// ==== src/types/zoo.rs ====

use seamstress_runtime::json::{Extra, Unknown};
use super::*;

/// `Zoo`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Zoo {
    pub star: Animal,
    pub mapped: ZooMapped,
    /// Told apart by the one value that each allows.
    pub fixed: ZooFixed,
    pub shaped: ZooShaped,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `mapped`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ZooMapped {
    /// `felis catus`
    FelisCatus(Cat),
    /// `canis lupus`
    CanisLupus(Dog),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

/// Told apart by the one value that each allows.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ZooFixed {
    /// `ticket`
    Ticket(Ticket),
    /// `pass`
    Pass(Pass),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

/// `shaped`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ZooShaped {
    /// A cat.
    Cat(Cat),
    /// A fish.
    Fish(Fish),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::object! {
    Zoo {
        "star" => star: required,
        "mapped" => mapped: required,
        "fixed" => fixed: required,
        "shaped" => shaped: required,
    }
}

seamstress_runtime::tagged! {
    ZooMapped "species" {
        "felis catus" => FelisCatus,
        "canis lupus" => CanisLupus,
    }
    all {
        species: &str,
    }
}

seamstress_runtime::tagged! {
    ZooFixed "kind" {
        "ticket" => Ticket,
        "pass" => Pass,
    }
}

seamstress_runtime::union! {
    ZooShaped {
        object("species", "lives") => Cat,
        object("fins", "scales") => Fish,
    }
}
