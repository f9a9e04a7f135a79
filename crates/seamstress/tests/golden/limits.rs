
// ==== src/resources/codes.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Code;

/// The operations of `codes`.
#[derive(Clone, Debug)]
pub struct Codes {
    client: Client,
}

impl Codes {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /codes`
    pub fn create(&self, code: impl Into<String>) -> CodesCreate {
        let mut call = Call::new(&self.client, &CREATE);
        call.set_into::<String>("code", code);
        CodesCreate { call }
    }
}

/// A request of [`Codes::create`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct CodesCreate {
    call: Call,
}

impl CodesCreate {
    /// Limits: at most 10. Default: `3`.
    pub fn retries(mut self, retries: u32) -> Self {
        self.call.set("retries", &retries);
        self
    }
}

static CREATE: Operation = Operation {
    name: "codes.create",
    method: Method::Post,
    path: "/codes",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { CodesCreate => value Code }

// ==== src/types/code.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Code`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Code {
    /// Limits: 4 to 8 characters; matches `` ^[a-z`]+\n$ ``.
    pub code: String,
    /// Limits: 1 to 3 items, all different.
    pub weights: Vec<f64>,
    /// Default: `"xyz"`.
    pub example: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Code {
        "code" => code: required,
        "weights" => weights: required,
        "example" => example: optional,
    }
}

// ==== src/types/pin.rs ====

use super::*;

/// Of a card.
///
/// Limits: matches `^\d{4}$`. Default: `"0000"`.
pub type Pin = String;
