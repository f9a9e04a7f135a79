
// ==== src/resources/orders.rs ====

use std::collections::BTreeMap;
use seamstress_runtime::{Body, Call, Client, DateTime, Method, Operation};
use seamstress_runtime::json::{Nullable, Value};
use crate::types::{CustomerId, OrdersCreateLine, OrdersCreatePayment, OrdersCreateSpeed};

/// The operations of `orders`.
#[derive(Clone, Debug)]
pub struct Orders {
    client: Client,
}

impl Orders {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Creates an order.
    ///
    /// `POST /orders`
    pub fn create(
        &self,
        customer_id: impl Into<CustomerId>,
        lines: impl IntoIterator<Item = OrdersCreateLine>,
        note_to_all: impl Into<Nullable<String>>,
        placed_at: impl Into<DateTime>,
    ) -> OrdersCreate {
        let mut call = Call::new(&self.client, &CREATE);
        call.set_into::<CustomerId>("customer_id", customer_id);
        call.set("lines", &lines.into_iter().collect::<Vec<OrdersCreateLine>>());
        call.set_into::<Nullable<String>>("note_to_all", note_to_all);
        call.set_into::<DateTime>("placed_at", placed_at);
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
    pub fn x_trace(mut self, x_trace: impl Into<String>) -> Self {
        self.call.header_into::<String>("X-Trace", x_trace);
        self
    }

    pub fn dry_run(mut self, dry_run: bool) -> Self {
        self.call.set_query("dry_run", &dry_run);
        self
    }

    /// Not set, null, or a value.
    pub fn name(mut self, name: impl Into<Nullable<String>>) -> Self {
        self.call.set_into::<Nullable<String>>("name", name);
        self
    }

    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call
            .set("tags", &tags.into_iter().map(Into::into).collect::<Vec<String>>());
        self
    }

    #[inline]
    pub fn speed(mut self, speed: OrdersCreateSpeed) -> Self {
        self.call.set("speed", &speed);
        self
    }

    pub fn labels(
        mut self,
        labels: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.call
            .set(
                "labels",
                &labels
                    .into_iter()
                    .map(|(key, value)| (key.into(), value.into()))
                    .collect::<BTreeMap<String, String>>(),
            );
        self
    }

    /// Has the name of a method that every request has.
    pub fn set_send(mut self, send: bool) -> Self {
        self.call.set("send", &send);
        self
    }

    pub fn payload(mut self, payload: impl Into<Value>) -> Self {
        self.call.set_into::<Value>("payload", payload);
        self
    }

    #[inline]
    pub fn payment(mut self, payment: OrdersCreatePayment) -> Self {
        self.call.set("payment", &payment);
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

seamstress_runtime::operation! { OrdersCreate => value () }

// ==== src/types/ids.rs ====

seamstress_runtime::id! {
    /// Identifies a customer.
    CustomerId
}

// ==== src/types/orders_operations.rs ====

use seamstress_runtime::json::{Extra, Nullable, Unknown, UnknownValue};
use super::*;

/// `lines`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OrdersCreateLine {
    pub article: String,
    /// Limits: at least 1.
    pub count: u64,
    pub remark: Option<String>,
    pub gift: Option<bool>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl OrdersCreateLine {
    /// A value with what must be there.
    #[must_use]
    pub fn new(article: impl Into<String>, count: u64) -> Self {
        Self {
            article: article.into(),
            count,
            ..Self::default()
        }
    }

    #[must_use]
    pub fn remark(mut self, remark: impl Into<Nullable<String>>) -> Self {
        self.remark = self.extra.set_nullable("remark", remark.into());
        self
    }

    #[must_use]
    pub fn gift(mut self, gift: bool) -> Self {
        self.gift = Some(gift);
        self
    }
}

/// `speed`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum OrdersCreateSpeed {
    /// `slow`
    Slow,
    /// `fast`
    Fast,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `payment`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OrdersCreatePayment {
    /// The `method`, and what only objects with this one have.
    pub kind: OrdersCreatePaymentKind,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// The `method` of [`OrdersCreatePayment`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum OrdersCreatePaymentKind {
    /// `bank`
    #[non_exhaustive]
    Bank { iban: String },
    /// `cash`
    #[non_exhaustive]
    Cash { change: Option<bool> },
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

impl OrdersCreatePayment {
    /// One of kind `bank`.
    #[must_use]
    pub fn bank(iban: impl Into<String>) -> Self {
        Self {
            kind: OrdersCreatePaymentKind::Bank {
                iban: iban.into(),
            },
            ..Self::default()
        }
    }

    /// One of kind `cash`.
    #[must_use]
    pub fn cash() -> Self {
        Self {
            kind: OrdersCreatePaymentKind::Cash {
                change: None,
            },
            ..Self::default()
        }
    }

    /// Only where `method` is `cash`.
    #[must_use]
    pub fn change(mut self, change: bool) -> Self {
        let value = Some(change);
        if let OrdersCreatePaymentKind::Cash { change: held, .. } = &mut self.kind {
            *held = value;
        }
        self
    }
}

seamstress_runtime::object! {
    OrdersCreateLine {
        "article" => article: required,
        "count" => count: required,
        "remark" => remark: optional,
        "gift" => gift: optional,
    }
}

seamstress_runtime::open_enum! {
    OrdersCreateSpeed {
        "slow" => Slow,
        "fast" => Fast,
    }
}

seamstress_runtime::object! {
    OrdersCreatePayment {
        "method" => kind: kind,
    }
}

seamstress_runtime::kind! {
    OrdersCreatePaymentKind {
        "bank" => Bank {
            "iban" => iban: required,
        },
        "cash" => Cash {
            "change" => change: optional,
        },
    }
}
