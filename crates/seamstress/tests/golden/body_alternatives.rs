
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

// ==== src/resources/payments.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::PaymentsPayBody;

/// The operations of `payments`.
#[derive(Clone, Debug)]
pub struct Payments {
    client: Client,
}

impl Payments {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /payments`
    #[inline]
    pub fn pay(&self, body: PaymentsPayBody) -> PaymentsPay {
        let mut call = Call::new(&self.client, &PAY);
        call.body(&body);
        PaymentsPay { call }
    }
}

/// A request of [`Payments::pay`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PaymentsPay {
    call: Call,
}

static PAY: Operation = Operation {
    name: "payments.pay",
    method: Method::Post,
    path: "/payments",
    body: Body::JsonValue,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { PaymentsPay => value () }

// ==== src/types/card.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Card`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Card {
    pub number: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl Card {
    /// A value with what must be there.
    #[must_use]
    pub fn new(number: impl Into<String>) -> Self {
        Self {
            number: number.into(),
            ..Self::default()
        }
    }
}

seamstress_runtime::object! {
    Card {
        "number" => number: required,
    }
}

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
    pub country: Option<String>,
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

    #[must_use]
    pub fn country(mut self, country: impl Into<String>) -> Self {
        self.country = Some(country.into());
        self
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
        "country" => country: optional,
    }
}

seamstress_runtime::union! {
    LookupsCreateBody {
        object("email") => Email,
        object("phone") => Phone,
    }
    all {
        realm: &str,
    }
}

// ==== src/types/payments_operations.rs ====

use seamstress_runtime::json::Unknown;
use super::*;

/// `application/json`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PaymentsPayBody {
    /// A card.
    Card(Card),
    /// A transfer.
    Transfer(Transfer),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::union! {
    PaymentsPayBody {
        object("number") => Card,
        object("iban") => Transfer,
    }
}

// ==== src/types/transfer.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Transfer`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Transfer {
    pub iban: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl Transfer {
    /// A value with what must be there.
    #[must_use]
    pub fn new(iban: impl Into<String>) -> Self {
        Self {
            iban: iban.into(),
            ..Self::default()
        }
    }
}

seamstress_runtime::object! {
    Transfer {
        "iban" => iban: required,
    }
}
