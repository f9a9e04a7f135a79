
// ==== src/operations.rs ====

//! Operations that belong to no resource.

use crate::QueryStrings;
use seamstress_runtime::{Body, Call, Method, Operation, ParameterStyle};
use crate::types::GetJsonFilter;

impl QueryStrings {
    /// `GET /json`
    pub fn get_json(&self) -> GetJson {
        let call = Call::new(self.client(), &GET_JSON);
        GetJson { call }
    }
}

/// A request of [`QueryStrings::get_json`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct GetJson {
    call: Call,
}

impl GetJson {
    #[inline]
    pub fn filter(mut self, filter: GetJsonFilter) -> Self {
        self.call.set("filter", &filter);
        self
    }
}

static GET_JSON: Operation = Operation {
    name: "get_json",
    method: Method::Get,
    path: "/json",
    body: Body::Query,
    styles: &[ParameterStyle::query("filter").json().whole()],
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { GetJson => value () }

// ==== src/resources/form.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, ParameterStyle};

/// The operations of `form`.
#[derive(Clone, Debug)]
pub struct Form {
    client: Client,
}

impl Form {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /form`
    pub fn get(&self, term: impl Into<String>) -> FormGet {
        let mut call = Call::new(&self.client, &GET);
        call.set_into::<String>("term", term);
        FormGet { call }
    }
}

/// A request of [`Form::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct FormGet {
    call: Call,
}

impl FormGet {
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call
            .set("tags", &tags.into_iter().map(Into::into).collect::<Vec<String>>());
        self
    }
}

static GET: Operation = Operation {
    name: "form.get",
    method: Method::Get,
    path: "/form",
    body: Body::Query,
    styles: &[ParameterStyle::query("tags").explode(false)],
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { FormGet => value () }

// ==== src/resources/map.rs ====

use std::collections::BTreeMap;
use seamstress_runtime::{Body, Call, Client, Method, Operation, ParameterStyle};

/// The operations of `map`.
#[derive(Clone, Debug)]
pub struct Map {
    client: Client,
}

impl Map {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /map`
    pub fn get(&self) -> MapGet {
        let call = Call::new(&self.client, &GET);
        MapGet { call }
    }
}

/// A request of [`Map::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct MapGet {
    call: Call,
}

impl MapGet {
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
}

static GET: Operation = Operation {
    name: "map.get",
    method: Method::Get,
    path: "/map",
    body: Body::Query,
    styles: &[ParameterStyle::query("labels").whole()],
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { MapGet => value () }

// ==== src/resources/path.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, ParameterStyle};

/// The operations of `path`.
#[derive(Clone, Debug)]
pub struct Path {
    client: Client,
}

impl Path {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /path`
    pub fn get(&self, selector: impl Into<String>) -> PathGet {
        let mut call = Call::new(&self.client, &GET);
        call.set_into::<String>("selector", selector);
        PathGet { call }
    }
}

/// A request of [`Path::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PathGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "path.get",
    method: Method::Get,
    path: "/path",
    body: Body::Query,
    styles: &[ParameterStyle::query("selector").whole()],
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { PathGet => value () }

// ==== src/types/operations.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `application/json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetJsonFilter {
    pub field: String,
    pub limit: Option<i64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl GetJsonFilter {
    /// A value with what must be there.
    #[must_use]
    pub fn new(field: impl Into<String>) -> Self {
        Self {
            field: field.into(),
            ..Self::default()
        }
    }

    #[must_use]
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }
}

seamstress_runtime::object! {
    GetJsonFilter {
        "field" => field: required,
        "limit" => limit: optional,
    }
}
