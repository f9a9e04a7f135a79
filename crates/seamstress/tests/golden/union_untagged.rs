// warning[ambiguous-union]: the alternatives have nothing that tells them apart
//   --> union_untagged.yaml:28:11 at #/components/schemas/Values/properties/ambiguous
//   help: give each a property with a fixed value; until then all their properties are optional in one type

// ==== src/resources/values.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Values;

/// The operations of `values`.
#[derive(Clone, Debug)]
pub struct ValuesResource {
    client: Client,
}

impl ValuesResource {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /values`
    pub fn get(&self) -> ValuesGet {
        let call = Call::new(&self.client, &GET);
        ValuesGet { call }
    }
}

/// A request of [`ValuesResource::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ValuesGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "values.get",
    method: Method::Get,
    path: "/values",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ValuesGet => value Values }

// ==== src/types/values.rs ====

use std::collections::BTreeMap;
use seamstress_runtime::json::{Extra, Unknown};
use super::*;

/// `Values`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Values {
    pub scalar: ValuesScalar,
    pub number: f64,
    pub maybe: Option<String>,
    pub one_or_many: ValuesOneOrMany,
    pub either: ValuesEither,
    pub ambiguous: ValuesAmbiguous,
    pub metadata: Option<BTreeMap<String, Option<ValuesMetadataValue>>>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `scalar`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ValuesScalar {
    /// A string.
    String(String),
    /// A boolean.
    Boolean(bool),
    /// A number.
    Number(f64),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

/// `one_or_many`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ValuesOneOrMany {
    /// A string.
    String(String),
    /// A list.
    List(Vec<String>),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

/// `either`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ValuesEitherStreet {
    pub street: String,
    pub note: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `either`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ValuesEitherLatitude {
    pub latitude: f64,
    pub longitude: f64,
    pub note: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `either`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ValuesEither {
    /// A street.
    Street(ValuesEitherStreet),
    /// A latitude.
    Latitude(ValuesEitherLatitude),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

/// `ambiguous`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ValuesAmbiguous {
    pub left: Option<String>,
    pub right: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `metadata`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ValuesMetadataValue {
    /// A string.
    String(String),
    /// A boolean.
    Boolean(bool),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::object! {
    Values {
        "scalar" => scalar: required,
        "number" => number: required,
        "maybe" => maybe: nullable,
        "one_or_many" => one_or_many: required,
        "either" => either: required,
        "ambiguous" => ambiguous: required,
        "metadata" => metadata: optional,
    }
}

seamstress_runtime::union! {
    ValuesScalar {
        string => String,
        boolean => Boolean,
        number => Number,
    }
}

seamstress_runtime::union! {
    ValuesOneOrMany {
        string => String,
        array => List,
    }
}

seamstress_runtime::object! {
    ValuesEitherStreet {
        "street" => street: required,
        "note" => note: optional,
    }
}

seamstress_runtime::object! {
    ValuesEitherLatitude {
        "latitude" => latitude: required,
        "longitude" => longitude: required,
        "note" => note: optional,
    }
}

seamstress_runtime::union! {
    ValuesEither {
        object("street") => Street,
        object("latitude", "longitude") => Latitude,
    }
    all {
        note: &str,
    }
}

seamstress_runtime::object! {
    ValuesAmbiguous {
        "left" => left: optional,
        "right" => right: optional,
    }
}

seamstress_runtime::union! {
    ValuesMetadataValue {
        string => String,
        boolean => Boolean,
    }
}
