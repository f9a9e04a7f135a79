
// ==== src/resources/baskets.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::{Note, OrderInput};

/// The operations of `baskets`.
#[derive(Clone, Debug)]
pub struct Baskets {
    client: Client,
}

impl Baskets {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /baskets`
    pub fn create(
        &self,
        orders: impl IntoIterator<Item = OrderInput>,
        note: Note,
    ) -> BasketsCreate {
        let mut call = Call::new(&self.client, &CREATE);
        call.set("orders", &orders.into_iter().collect::<Vec<OrderInput>>());
        call.set("note", &note);
        BasketsCreate { call }
    }
}

/// A request of [`Baskets::create`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct BasketsCreate {
    call: Call,
}

static CREATE: Operation = Operation {
    name: "baskets.create",
    method: Method::Post,
    path: "/baskets",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { BasketsCreate => value () }

// ==== src/resources/orders.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::{LineInput, Order, OrderInput};

/// The operations of `orders`.
#[derive(Clone, Debug)]
pub struct Orders {
    client: Client,
}

impl Orders {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /orders`
    pub fn create(
        &self,
        lines: impl IntoIterator<Item = LineInput>,
        password: impl Into<String>,
    ) -> OrdersCreate {
        let mut call = Call::new(&self.client, &CREATE);
        call.set("lines", &lines.into_iter().collect::<Vec<LineInput>>());
        call.set_into::<String>("password", password);
        OrdersCreate { call }
    }
}

/// A request of [`Orders::create`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct OrdersCreate {
    call: Call,
}

impl OrdersCreate {
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.call.set_into::<String>("name", name);
        self
    }

    #[inline]
    pub fn parent(mut self, parent: OrderInput) -> Self {
        self.call.set("parent", &parent);
        self
    }
}

static CREATE: Operation = Operation {
    name: "orders.create",
    method: Method::Post,
    path: "/orders",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { OrdersCreate => value Order }

// ==== src/types/ids.rs ====

seamstress_runtime::id! {
    /// Identifies an order.
    OrderId
}

// ==== src/types/line.rs ====

use seamstress_runtime::json::Extra;
use super::*;
#[cfg(feature = "orders")]
/// `Line`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Line {
    pub number: i64,
    pub article: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

#[cfg(any(feature = "baskets", feature = "orders"))]
/// `readOnly`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct LineInput {
    pub article: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

#[cfg(any(feature = "baskets", feature = "orders"))]
impl LineInput {
    /// A value with what must be there.
    #[must_use]
    pub fn new(article: impl Into<String>) -> Self {
        Self {
            article: article.into(),
            ..Self::default()
        }
    }
}

#[cfg(feature = "orders")]
seamstress_runtime::object! {
    Line {
        "number" => number: required,
        "article" => article: required,
    }
}

#[cfg(any(feature = "baskets", feature = "orders"))]
seamstress_runtime::object! {
    LineInput {
        "article" => article: required,
    }
}

// ==== src/types/note.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Note`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Note {
    pub text: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl Note {
    /// A value with what must be there.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}

seamstress_runtime::object! {
    Note {
        "text" => text: required,
    }
}

// ==== src/types/order.rs ====

use seamstress_runtime::DateTime;
use seamstress_runtime::json::Extra;
use super::*;
#[cfg(feature = "orders")]
/// `Order`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Order {
    pub id: OrderId,
    pub created_at: Option<DateTime>,
    pub name: Option<String>,
    pub password: Option<String>,
    pub lines: Vec<Line>,
    pub parent: Option<Box<Order>>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

#[cfg(any(feature = "baskets", feature = "orders"))]
/// `readOnly`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OrderInput {
    pub name: Option<String>,
    pub password: String,
    pub lines: Vec<LineInput>,
    pub parent: Option<Box<OrderInput>>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

#[cfg(any(feature = "baskets", feature = "orders"))]
impl OrderInput {
    /// A value with what must be there.
    #[must_use]
    pub fn new(
        password: impl Into<String>,
        lines: impl IntoIterator<Item = LineInput>,
    ) -> Self {
        Self {
            password: password.into(),
            lines: lines.into_iter().collect::<Vec<LineInput>>(),
            ..Self::default()
        }
    }

    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    #[must_use]
    pub fn parent(mut self, parent: OrderInput) -> Self {
        self.parent = Some(Box::new(parent));
        self
    }
}

#[cfg(feature = "orders")]
seamstress_runtime::object! {
    Order {
        "id" => id: required,
        "created_at" => created_at: optional,
        "name" => name: optional,
        "password" => password: optional,
        "lines" => lines: required,
        "parent" => parent: optional,
    }
}

#[cfg(any(feature = "baskets", feature = "orders"))]
seamstress_runtime::object! {
    OrderInput {
        "name" => name: optional,
        "password" => password: required,
        "lines" => lines: required,
        "parent" => parent: optional,
    }
}
