
// ==== src/resources/lookups.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::LookupsCreateBody;

/// The operations of `lookups`.
#[derive(Clone, Debug)]
pub struct Lookups {
    client: Client,
}

impl Lookups {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /lookups`
    #[inline]
    pub fn create(&self, body: LookupsCreateBody) -> LookupsCreate {
        let mut call = Call::new(&self.client, &CREATE);
        call.body(&body);
        LookupsCreate { call }
    }
}

/// A request of [`Lookups::create`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct LookupsCreate {
    call: Call,
}

static CREATE: Operation = Operation {
    name: "lookups.create",
    method: Method::Post,
    path: "/lookups",
    body: Body::JsonValue,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { LookupsCreate => value String }

// ==== src/types/lookups_operations.rs ====

use seamstress_runtime::json::{Extra, Unknown};
use super::*;

/// `application/json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct LookupsCreateBodyEmail {
    pub realm: String,
    pub email: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl LookupsCreateBodyEmail {
    /// A value with what must be there.
    #[must_use]
    pub fn new(realm: impl Into<String>, email: impl Into<String>) -> Self {
        Self {
            realm: realm.into(),
            email: email.into(),
            ..Self::default()
        }
    }
}

/// `application/json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct LookupsCreateBodyPhone {
    pub realm: String,
    pub phone: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl LookupsCreateBodyPhone {
    /// A value with what must be there.
    #[must_use]
    pub fn new(realm: impl Into<String>, phone: impl Into<String>) -> Self {
        Self {
            realm: realm.into(),
            phone: phone.into(),
            ..Self::default()
        }
    }
}

/// `application/json`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum LookupsCreateBody {
    /// An email.
    Email(LookupsCreateBodyEmail),
    /// A phone.
    Phone(LookupsCreateBodyPhone),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::object! {
    LookupsCreateBodyEmail {
        "realm" => realm: required,
        "email" => email: required,
    }
}

seamstress_runtime::object! {
    LookupsCreateBodyPhone {
        "realm" => realm: required,
        "phone" => phone: required,
    }
}

seamstress_runtime::union! {
    LookupsCreateBody {
        object("email") => Email,
        object("phone") => Phone,
    }
}
