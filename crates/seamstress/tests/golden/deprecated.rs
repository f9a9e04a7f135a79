
// ==== src/resources/old.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Old;

/// The operations of `old`.
#[derive(Clone, Debug)]
pub struct OldResource {
    client: Client,
}

impl OldResource {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /old`
    #[deprecated(note = "Use `getNew`.")]
    pub fn get(&self) -> OldGet {
        let call = Call::new(&self.client, &GET);
        OldGet { call }
    }
}

/// A request of [`OldResource::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct OldGet {
    call: Call,
}

impl OldGet {
    #[deprecated]
    pub fn full(mut self, full: bool) -> Self {
        self.call.set("full", &full);
        self
    }
}

static GET: Operation = Operation {
    name: "old.get",
    method: Method::Get,
    path: "/old",
    body: Body::Query,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { OldGet => value Old }

// ==== src/types/old.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `Old`
#[deprecated]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Old {
    #[deprecated(note = "Names are \"gone\".")]
    pub name: String,
    pub state: OldState,
    #[deprecated]
    pub part: Option<OldPart>,
    pub kind: Option<OldKind>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `part`
#[deprecated]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OldPart {
    #[deprecated]
    pub size: Option<i64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `kind`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OldKind {
    /// The `type`, and what only objects with this one have.
    pub kind: OldKindKind,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// The `type` of [`OldKind`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum OldKindKind {
    /// `a`
    #[deprecated]
    #[non_exhaustive]
    A { #[deprecated] x: Option<String> },
    /// `b`
    B,
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

/// `state`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum OldState {
    /// `fine`
    Fine,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::object! {
    Old {
        "name" => name: required,
        "state" => state: required,
        "part" => part: optional,
        "kind" => kind: optional,
    }
}

seamstress_runtime::object! {
    OldPart {
        "size" => size: optional,
    }
}

seamstress_runtime::object! {
    OldKind {
        "type" => kind: kind,
    }
}

seamstress_runtime::kind! {
    OldKindKind {
        "a" => A {
            "x" => x: optional,
        },
        "b" => B {},
    }
}

seamstress_runtime::open_enum! {
    OldState {
        "fine" => Fine,
    }
}
