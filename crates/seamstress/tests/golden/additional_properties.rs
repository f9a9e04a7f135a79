
// ==== src/resources/catalogs.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Catalog;

/// The operations of `catalogs`.
#[derive(Clone, Debug)]
pub struct Catalogs {
    client: Client,
}

impl Catalogs {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /catalogs`
    pub fn get(&self) -> CatalogsGet {
        let call = Call::new(&self.client, &GET);
        CatalogsGet { call }
    }
}

/// A request of [`Catalogs::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct CatalogsGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "catalogs.get",
    method: Method::Get,
    path: "/catalogs",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { CatalogsGet => value Catalog }

// ==== src/types/catalog.rs ====

use std::collections::BTreeMap;
use seamstress_runtime::json::{Extra, Value};
use super::*;

/// `Catalog`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Catalog {
    pub prices: BTreeMap<String, f64>,
    pub anything: BTreeMap<String, Value>,
    pub empty: BTreeMap<String, Value>,
    pub closed: Option<CatalogClosed>,
    pub nested: BTreeMap<String, BTreeMap<String, String>>,
    pub articles: Option<BTreeMap<String, CatalogArticleValue>>,
    pub labelled: Option<CatalogLabelled>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `closed`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CatalogClosed {
    pub a: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `articles`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CatalogArticleValue {
    pub sku: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `labelled`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CatalogLabelled {
    pub label: String,
    pub additional: Option<String>,
    /// All further members.
    pub additional_: BTreeMap<String, i64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Catalog {
        "prices" => prices: required,
        "anything" => anything: required,
        "empty" => empty: required,
        "closed" => closed: optional,
        "nested" => nested: required,
        "articles" => articles: optional,
        "labelled" => labelled: optional,
    }
}

seamstress_runtime::object! {
    CatalogClosed {
        "a" => a: optional,
    }
}

seamstress_runtime::object! {
    CatalogArticleValue {
        "sku" => sku: required,
    }
}

seamstress_runtime::object! {
    CatalogLabelled {
        "label" => label: required,
        "additional" => additional: optional,
        * => additional_: rest,
    }
}

// ==== src/types/dictionary.rs ====

use std::collections::BTreeMap;
use super::*;

/// `Dictionary`
pub type Dictionary = BTreeMap<String, Catalog>;
