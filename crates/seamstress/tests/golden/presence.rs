
// ==== src/resources/things.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Thing;

/// The operations of `things`.
#[derive(Clone, Debug)]
pub struct Things {
    client: Client,
}

impl Things {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /things`
    pub fn list(&self) -> ThingsList {
        let call = Call::new(&self.client, &LIST);
        ThingsList { call }
    }
}

/// A request of [`Things::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ThingsList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "things.list",
    method: Method::Get,
    path: "/things",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ThingsList => value Thing }

// ==== src/types/part.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Part`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Part {
    pub size: Option<f64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Part {
        "size" => size: optional,
    }
}

// ==== src/types/thing.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Thing`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    pub required: String,
    pub optional: Option<String>,
    pub required_nullable: Option<String>,
    pub optional_nullable: Option<String>,
    pub required_part: Part,
    pub optional_part: Option<Part>,
    pub nullable_part: Option<Part>,
    pub list_of_nullable: Vec<Option<i64>>,
    pub optional_list: Option<Vec<String>>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Thing {
        "required" => required: required,
        "optional" => optional: optional,
        "required_nullable" => required_nullable: nullable,
        "optional_nullable" => optional_nullable: optional,
        "required_part" => required_part: required,
        "optional_part" => optional_part: optional,
        "nullable_part" => nullable_part: optional,
        "list_of_nullable" => list_of_nullable: required,
        "optional_list" => optional_list: optional,
    }
}
