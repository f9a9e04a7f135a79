
// ==== src/resources/carts.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Cart;

/// The operations of `carts`.
#[derive(Clone, Debug)]
pub struct Carts {
    client: Client,
}

impl Carts {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /carts`
    pub fn get(&self) -> CartsGet {
        let call = Call::new(&self.client, &GET);
        CartsGet { call }
    }
}

/// A request of [`Carts::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct CartsGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "carts.get",
    method: Method::Get,
    path: "/carts",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { CartsGet => value Cart }

// ==== src/types/cart.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Cart`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Cart {
    pub money: Option<OrderCurrency>,
    pub sum: Option<OrderTotal>,
    pub first: Option<OrderLine>,
    pub origin: Option<OrderSource>,
    pub prices: Option<PriceListOld>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Cart {
        "money" => money: optional,
        "sum" => sum: optional,
        "first" => first: optional,
        "origin" => origin: optional,
        "prices" => prices: optional,
    }
}

// ==== src/types/order.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;
#[cfg(feature = "unused-schemas")]
/// `Order`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Order {
    pub currency: Option<OrderCurrency>,
    pub total: Option<OrderTotal>,
    pub lines: Option<Vec<OrderLine>>,
    pub source: Option<OrderSource>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

#[cfg(any(feature = "carts", feature = "unused-schemas"))]
/// `currency`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum OrderCurrency {
    /// `eur`
    Eur,
    /// `chf`
    Chf,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

#[cfg(any(feature = "carts", feature = "unused-schemas"))]
/// `total`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OrderTotal {
    pub amount: Option<i64>,
    pub unit: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

#[cfg(any(feature = "carts", feature = "unused-schemas"))]
/// `lines`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OrderLine {
    pub sku: Option<String>,
    pub count: Option<i64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

#[cfg(any(feature = "carts", feature = "unused-schemas"))]
/// `source`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OrderSourceUrl {
    pub url: String,
    pub size: Option<i64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

#[cfg(any(feature = "carts", feature = "unused-schemas"))]
/// `source`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OrderSourcePath {
    pub path: String,
    pub mode: Option<i64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

#[cfg(any(feature = "carts", feature = "unused-schemas"))]
/// `source`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum OrderSource {
    /// An url.
    Url(OrderSourceUrl),
    /// A path.
    Path(OrderSourcePath),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

#[cfg(feature = "unused-schemas")]
seamstress_runtime::object! {
    Order {
        "currency" => currency: optional,
        "total" => total: optional,
        "lines" => lines: optional,
        "source" => source: optional,
    }
}

#[cfg(any(feature = "carts", feature = "unused-schemas"))]
seamstress_runtime::open_enum! {
    OrderCurrency {
        "eur" => Eur,
        "chf" => Chf,
    }
}

#[cfg(any(feature = "carts", feature = "unused-schemas"))]
seamstress_runtime::object! {
    OrderTotal {
        "amount" => amount: optional,
        "unit" => unit: optional,
    }
}

#[cfg(any(feature = "carts", feature = "unused-schemas"))]
seamstress_runtime::object! {
    OrderLine {
        "sku" => sku: optional,
        "count" => count: optional,
    }
}

#[cfg(any(feature = "carts", feature = "unused-schemas"))]
seamstress_runtime::object! {
    OrderSourceUrl {
        "url" => url: required,
        "size" => size: optional,
    }
}

#[cfg(any(feature = "carts", feature = "unused-schemas"))]
seamstress_runtime::object! {
    OrderSourcePath {
        "path" => path: required,
        "mode" => mode: optional,
    }
}

#[cfg(any(feature = "carts", feature = "unused-schemas"))]
seamstress_runtime::union! {
    OrderSource {
        object("url") => Url,
        object("path") => Path,
    }
}

// ==== src/types/price_list_old.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Price/list (old)`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PriceListOld {
    pub name: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    PriceListOld {
        "name" => name: optional,
    }
}
