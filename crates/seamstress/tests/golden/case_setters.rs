
// ==== src/resources/payments.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Payment;

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
    pub fn create(&self, payment: Payment) -> PaymentsCreate {
        let mut call = Call::new(&self.client, &CREATE);
        call.set("payment", &payment);
        PaymentsCreate { call }
    }
}

/// A request of [`Payments::create`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PaymentsCreate {
    call: Call,
}

static CREATE: Operation = Operation {
    name: "payments.create",
    method: Method::Post,
    path: "/payments",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { PaymentsCreate => value () }

// ==== src/types/payment.rs ====

use seamstress_runtime::json::{Extra, Nullable, Unknown};
use super::*;

/// `Payment`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Payment {
    /// The `method`, and what only objects with this one have.
    pub kind: PaymentKind,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// The `method` of [`Payment`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PaymentKind {
    /// `card`
    #[non_exhaustive]
    Card {
        number: Option<String>,
        /// For the receipt.
        note: Option<String>,
        r#type: Option<String>,
    },
    /// `cash`
    #[non_exhaustive]
    Cash { note: Option<String>, number: Option<i64> },
    /// `type`
    Type,
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

impl Payment {
    /// One of kind `card`.
    #[must_use]
    pub fn card() -> Self {
        Self {
            kind: PaymentKind::Card {
                number: None,
                note: None,
                r#type: None,
            },
            ..Self::default()
        }
    }

    /// One of kind `cash`.
    #[must_use]
    pub fn cash() -> Self {
        Self {
            kind: PaymentKind::Cash {
                note: None,
                number: None,
            },
            ..Self::default()
        }
    }

    /// One of kind `type`.
    #[must_use]
    pub fn new_type() -> Self {
        Self {
            kind: PaymentKind::Type,
            ..Self::default()
        }
    }

    /// Only where `method` is `card`.
    #[must_use]
    pub fn card_number(mut self, number: impl Into<String>) -> Self {
        let value = Some(number.into());
        if let PaymentKind::Card { number: held, .. } = &mut self.kind {
            *held = value;
        }
        self
    }

    /// For the receipt.
    ///
    /// Only where `method` is `card` or `cash`.
    #[must_use]
    pub fn note(mut self, note: impl Into<Nullable<String>>) -> Self {
        let value = self.extra.set_nullable("note", note.into());
        if let PaymentKind::Card { note: held, .. }
        | PaymentKind::Cash { note: held, .. } = &mut self.kind
        {
            *held = value;
        }
        self
    }

    /// Only where `method` is `card`.
    #[must_use]
    pub fn r#type(mut self, r#type: impl Into<String>) -> Self {
        let value = Some(r#type.into());
        if let PaymentKind::Card { r#type: held, .. } = &mut self.kind {
            *held = value;
        }
        self
    }

    /// Only where `method` is `cash`.
    #[must_use]
    pub fn cash_number(mut self, number: i64) -> Self {
        let value = Some(number);
        if let PaymentKind::Cash { number: held, .. } = &mut self.kind {
            *held = value;
        }
        self
    }
}

seamstress_runtime::object! {
    Payment {
        "method" => kind: kind,
    }
}

seamstress_runtime::kind! {
    PaymentKind {
        "card" => Card {
            "number" => number: optional,
            "note" => note: optional,
            "type" => r#type: optional,
        },
        "cash" => Cash {
            "note" => note: optional,
            "number" => number: optional,
        },
        "type" => Type {},
    }
}
