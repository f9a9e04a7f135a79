// warning[unknown-type]: `text` is no type that a schema can have
//   --> any_json.yaml:22:18 at #/components/schemas/Document/properties/strange
//   help: use string, number, integer, boolean, array or object

// ==== src/resources/documents.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Document;

/// The operations of `documents`.
#[derive(Clone, Debug)]
pub struct Documents {
    client: Client,
}

impl Documents {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /documents`
    pub fn list(&self) -> DocumentsList {
        let call = Call::new(&self.client, &LIST);
        DocumentsList { call }
    }
}

/// A request of [`Documents::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct DocumentsList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "documents.list",
    method: Method::Get,
    path: "/documents",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { DocumentsList => value Document }

// ==== src/types/anything.rs ====

use seamstress_runtime::json::Value;
use super::*;

/// Whatever it is.
pub type Anything = Value;

// ==== src/types/document.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue, Value};
use super::*;

/// `Document`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Document {
    pub anything: Value,
    /// Anything or null.
    pub maybe: Option<Value>,
    pub list: Vec<Value>,
    pub untyped_list: Option<Vec<Value>>,
    pub strange: Option<Value>,
    pub mixed: Option<DocumentMixed>,
    pub anything_else: Option<Anything>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `mixed`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum DocumentMixedValue {
    /// `a`
    A,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `mixed`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum DocumentMixed {
    /// A string.
    String(DocumentMixedValue),
    /// An integer.
    Integer(i64),
    /// A boolean.
    Boolean(bool),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::object! {
    Document {
        "anything" => anything: required,
        "maybe" => maybe: optional,
        "list" => list: required,
        "untyped_list" => untyped_list: optional,
        "strange" => strange: optional,
        "mixed" => mixed: optional,
        "anything_else" => anything_else: optional,
    }
}

seamstress_runtime::open_enum! {
    DocumentMixedValue {
        "a" => A,
    }
}

seamstress_runtime::union! {
    DocumentMixed {
        string => String,
        integer => Integer,
        boolean => Boolean,
    }
}
