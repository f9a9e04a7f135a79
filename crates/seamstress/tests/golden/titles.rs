
// ==== src/resources/orders.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Order;

/// The operations of `orders`.
#[derive(Clone, Debug)]
pub struct Orders {
    client: Client,
}

impl Orders {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /orders`
    pub fn get(&self) -> OrdersGet {
        let call = Call::new(&self.client, &GET);
        OrdersGet { call }
    }
}

/// A request of [`Orders::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct OrdersGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "orders.get",
    method: Method::Get,
    path: "/orders",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { OrdersGet => value Order }

// ==== src/types/order.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `Order`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Order {
    /// Postal address
    pub shipping: Option<PostalAddress>,
    /// Postal address
    pub billing: Option<PostalAddress>,
    /// State
    pub state: Option<OrderState>,
    /// Response data
    pub meta: Option<OrderMeta>,
    /// Parcel
    pub first: Option<OrderFirst>,
    /// Parcel
    pub second: Option<OrderSecond>,
    /// What the customer said about it, in their own words
    pub note: Option<OrderNote>,
    pub payment: Option<OrderPayment>,
    pub size: Option<Size>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// Postal address
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PostalAddress {
    pub street: Option<String>,
    pub city: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// State
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum OrderState {
    /// `open`
    Open,
    /// `closed`
    Closed,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// Response data
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OrderMeta {
    pub size: Option<i64>,
    pub hash: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// Parcel
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OrderFirst {
    pub weight: Option<f64>,
    pub label: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// Parcel
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OrderSecond {
    pub volume: Option<f64>,
    pub label: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// What the customer said about it, in their own words
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OrderNote {
    pub text: Option<String>,
    pub language: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// Card payment
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CardPayment {
    pub number: String,
    pub expiry: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// Bank transfer
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BankTransfer {
    pub iban: String,
    pub bic: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `payment`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum OrderPayment {
    /// A card payment.
    CardPayment(CardPayment),
    /// A bank transfer.
    BankTransfer(BankTransfer),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::object! {
    Order {
        "shipping" => shipping: optional,
        "billing" => billing: optional,
        "state" => state: optional,
        "meta" => meta: optional,
        "first" => first: optional,
        "second" => second: optional,
        "note" => note: optional,
        "payment" => payment: optional,
        "size" => size: optional,
    }
}

seamstress_runtime::object! {
    PostalAddress {
        "street" => street: optional,
        "city" => city: optional,
    }
}

seamstress_runtime::open_enum! {
    OrderState {
        "open" => Open,
        "closed" => Closed,
    }
}

seamstress_runtime::object! {
    OrderMeta {
        "size" => size: optional,
        "hash" => hash: optional,
    }
}

seamstress_runtime::object! {
    OrderFirst {
        "weight" => weight: optional,
        "label" => label: optional,
    }
}

seamstress_runtime::object! {
    OrderSecond {
        "volume" => volume: optional,
        "label" => label: optional,
    }
}

seamstress_runtime::object! {
    OrderNote {
        "text" => text: optional,
        "language" => language: optional,
    }
}

seamstress_runtime::object! {
    CardPayment {
        "number" => number: required,
        "expiry" => expiry: optional,
    }
}

seamstress_runtime::object! {
    BankTransfer {
        "iban" => iban: required,
        "bic" => bic: optional,
    }
}

seamstress_runtime::union! {
    OrderPayment {
        object("number") => CardPayment,
        object("iban") => BankTransfer,
    }
}

// ==== src/types/size.rs ====

use seamstress_runtime::json::{Unknown, UnknownValue};
use super::*;

/// How large it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Size {
    /// `small`
    Small,
    /// `large`
    Large,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::open_enum! {
    Size {
        "small" => Small,
        "large" => Large,
    }
}
