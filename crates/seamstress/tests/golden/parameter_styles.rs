// warning[unsupported-parameter]: values of `application/xml` cannot be made yet
//   --> parameter_styles.yaml:45:63 at #/paths/~1query/get/parameters/9/content/application~1xml
//   help: the parameter is taken as text, as it goes on the wire
// warning[unsupported-style]: no parameter in this place has the style `label`
//   --> parameter_styles.yaml:46:11 at #/paths/~1query/get/parameters/10
//   help: it is written in the default style of its place
// warning[duplicate-parameter]: there is another parameter of this name in this place
//   --> parameter_styles.yaml:58:11 at #/paths/~1headers/get/parameters/3
//   help: the first one counts
// warning[ignored-parameter]: the header `Accept` is no parameter
//   --> parameter_styles.yaml:65:11 at #/paths/~1headers/get/parameters/10
//   help: media types and security schemes say what it is (OpenAPI 3.0.4, section 4.7.12); callers can set it with `with_header`
// warning[ignored-parameter]: the header `Content-Type` is no parameter
//   --> parameter_styles.yaml:66:11 at #/paths/~1headers/get/parameters/11
//   help: media types and security schemes say what it is (OpenAPI 3.0.4, section 4.7.12); callers can set it with `with_header`
// warning[ignored-parameter]: the header `authorization` is no parameter
//   --> parameter_styles.yaml:67:11 at #/paths/~1headers/get/parameters/12
//   help: media types and security schemes say what it is (OpenAPI 3.0.4, section 4.7.12); callers can set it with `with_header`
// warning[unused-parameter]: the path has no `{elsewhere}`
//   --> parameter_styles.yaml:68:11 at #/paths/~1headers/get/parameters/13
//   help: it is left out; add it to the path, or remove it
// warning[undeclared-parameter]: the path has `first`, `third`, of which no parameter says anything
//   --> parameter_styles.yaml:74:7 at #/paths/~1undeclared~1{first}~1{second}~1{third}/get
//   help: it is taken as text; add it to `parameters` with `in: path`

// ==== src/operations.rs ====

//! Operations that belong to no resource.

use crate::ParameterStyles;
use seamstress_runtime::{Body, Call, Method, Operation, ParameterStyle};
use seamstress_runtime::json::Nullable;
use crate::types::{Color, QueryFilter};

impl ParameterStyles {
    /// `GET /query`
    pub fn query(&self, pipes: impl IntoIterator<Item = i64>) -> Query {
        let mut call = Call::new(self.client(), &QUERY);
        call.set("pipes", &pipes.into_iter().collect::<Vec<i64>>());
        Query { call }
    }
}

/// A request of [`ParameterStyles::query`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct Query {
    call: Call,
}

impl Query {
    pub fn form(mut self, form: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call
            .set("form", &form.into_iter().map(Into::into).collect::<Vec<String>>());
        self
    }

    pub fn spaces(
        mut self,
        spaces: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.call
            .set("spaces", &spaces.into_iter().map(Into::into).collect::<Vec<String>>());
        self
    }

    pub fn pipes_exploded(
        mut self,
        pipes_exploded: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.call
            .set(
                "pipes_exploded",
                &pipes_exploded.into_iter().map(Into::into).collect::<Vec<String>>(),
            );
        self
    }

    #[inline]
    pub fn filter(mut self, filter: QueryFilter) -> Self {
        self.call.set("filter", &filter);
        self
    }

    pub fn reserved(mut self, reserved: impl Into<String>) -> Self {
        self.call.set_into::<String>("reserved", reserved);
        self
    }

    pub fn flag(mut self, flag: impl Into<Nullable<bool>>) -> Self {
        self.call.set_into::<Nullable<bool>>("flag", flag);
        self
    }

    #[inline]
    pub fn json(mut self, json: Color) -> Self {
        self.call.set("json", &json);
        self
    }

    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.call.set_into::<String>("text", text);
        self
    }

    pub fn xml(mut self, xml: impl Into<String>) -> Self {
        self.call.set_into::<String>("xml", xml);
        self
    }

    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.call.set_into::<String>("label", label);
        self
    }
}

static QUERY: Operation = Operation {
    name: "query",
    method: Method::Get,
    path: "/query",
    body: Body::Query,
    styles: &[
        ParameterStyle::query("form").explode(false),
        ParameterStyle::query("spaces").space_delimited(),
        ParameterStyle::query("pipes").pipe_delimited(),
        ParameterStyle::query("filter").deep_object(),
        ParameterStyle::query("reserved").allow_reserved(),
        ParameterStyle::query("flag").allow_empty(),
        ParameterStyle::query("json").json(),
    ],
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { Query => value () }

// ==== src/resources/headers.rs ====

use std::collections::BTreeMap;
use seamstress_runtime::{Body, Call, Client, Method, Operation, ParameterStyle};
use seamstress_runtime::json::Value;
use crate::types::Sizes;

/// The operations of `headers`.
#[derive(Clone, Debug)]
pub struct Headers {
    client: Client,
}

impl Headers {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /headers`
    pub fn list(
        &self,
        tenant: impl Into<String>,
        limit: i64,
        x_object: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> HeadersList {
        let mut call = Call::new(&self.client, &LIST);
        call.cookie_into::<String>("tenant", tenant);
        call.header("LIMIT", limit);
        call.header_value(
            "X-Object",
            &x_object
                .into_iter()
                .map(|(key, value)| (key.into(), value.into()))
                .collect::<BTreeMap<String, String>>(),
        );
        HeadersList { call }
    }
}

/// A request of [`Headers::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct HeadersList {
    call: Call,
}

impl HeadersList {
    pub fn x_trace(mut self, x_trace: impl Into<String>) -> Self {
        self.call.header_into::<String>("X-Trace", x_trace);
        self
    }

    pub fn x_list(
        mut self,
        x_list: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.call
            .header_value(
                "X-List",
                &x_list.into_iter().map(Into::into).collect::<Vec<String>>(),
            );
        self
    }

    pub fn x_json(mut self, x_json: impl Into<Value>) -> Self {
        let x_json: Value = x_json.into();
        self.call.header_value("X-Json", &x_json);
        self
    }

    #[inline]
    pub fn sizes(mut self, sizes: Sizes) -> Self {
        self.call.cookie("sizes", &sizes);
        self
    }

    pub fn marks(mut self, marks: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call
            .cookie(
                "marks",
                &marks.into_iter().map(Into::into).collect::<Vec<String>>(),
            );
        self
    }

    pub fn raw(mut self, raw: impl Into<String>) -> Self {
        self.call.cookie_into::<String>("raw", raw);
        self
    }

    pub fn header_tenant(mut self, header_tenant: impl Into<String>) -> Self {
        self.call.header_into::<String>("tenant", header_tenant);
        self
    }
}

static LIST: Operation = Operation {
    name: "headers.list",
    method: Method::Get,
    path: "/headers",
    body: Body::None,
    styles: &[
        ParameterStyle::header("X-Object").explode(true),
        ParameterStyle::header("X-Json").json(),
        ParameterStyle::cookie("marks").explode(false),
        ParameterStyle::cookie("raw").allow_reserved(),
    ],
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { HeadersList => value () }

// ==== src/resources/label/matrix.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, ParameterStyle};
use seamstress_runtime::json::Value;
use crate::types::Size;

/// The operations of `label.matrix`.
#[derive(Clone, Debug)]
pub struct LabelMatrix {
    client: Client,
}

impl LabelMatrix {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /label{size}/matrix{ids}/{any}`
    pub fn get(
        &self,
        size: Size,
        ids: impl IntoIterator<Item = i64>,
        any: impl Into<Value>,
    ) -> LabelMatrixGet {
        let call = Call::new(&self.client, &GET)
            .path("size", size.as_str())
            .path_value("ids", &ids.into_iter().collect::<Vec<i64>>())
            .path_value_into::<Value>("any", any);
        LabelMatrixGet { call }
    }
}

/// A request of [`LabelMatrix::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct LabelMatrixGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "label.matrix.get",
    method: Method::Get,
    path: "/label{size}/matrix{ids}/{any}",
    body: Body::None,
    styles: &[
        ParameterStyle::path("size").label(),
        ParameterStyle::path("ids").matrix().explode(true),
        ParameterStyle::path("any").allow_reserved(),
    ],
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { LabelMatrixGet => value () }

// ==== src/resources/label.rs ====

use seamstress_runtime::Client;
mod matrix;
pub use matrix::*;

/// The operations of `label`.
#[derive(Clone, Debug)]
pub struct Label {
    client: Client,
}

impl Label {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// The operations of `label.matrix`.
    #[must_use]
    pub fn matrix(&self) -> LabelMatrix {
        LabelMatrix::new(&self.client)
    }
}

// ==== src/resources/simple.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, ParameterStyle};
use crate::types::{Color, Name, Sizes};

/// The operations of `simple`.
#[derive(Clone, Debug)]
pub struct Simple {
    client: Client,
}

impl Simple {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /simple/{text}/{list}/{object}/{exploded}/{json}`
    #[inline]
    pub fn get(
        &self,
        text: Name,
        list: Sizes,
        object: Color,
        exploded: Color,
        json: Color,
    ) -> SimpleGet {
        let call = Call::new(&self.client, &GET)
            .path("text", text)
            .path_value("list", &list)
            .path_value("object", &object)
            .path_value("exploded", &exploded)
            .path_value("json", &json);
        SimpleGet { call }
    }
}

/// A request of [`Simple::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct SimpleGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "simple.get",
    method: Method::Get,
    path: "/simple/{text}/{list}/{object}/{exploded}/{json}",
    body: Body::None,
    styles: &[
        ParameterStyle::path("exploded").explode(true),
        ParameterStyle::path("json").json(),
    ],
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { SimpleGet => value () }

// ==== src/resources/undeclared.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `undeclared`.
#[derive(Clone, Debug)]
pub struct Undeclared {
    client: Client,
}

impl Undeclared {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /undeclared/{first}/{second}/{third}`
    pub fn get(
        &self,
        first: impl Into<String>,
        second: i64,
        third: impl Into<String>,
    ) -> UndeclaredGet {
        let call = Call::new(&self.client, &GET)
            .path_into::<String>("first", first)
            .path("second", second)
            .path_into::<String>("third", third);
        UndeclaredGet { call }
    }
}

/// A request of [`Undeclared::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct UndeclaredGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "undeclared.get",
    method: Method::Get,
    path: "/undeclared/{first}/{second}/{third}",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { UndeclaredGet => value () }

// ==== src/types/color.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Color`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Color {
    pub r: Option<i64>,
    pub g: Option<i64>,
    pub b: Option<i64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl Color {
    /// A value with what must be there.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn r(mut self, r: i64) -> Self {
        self.r = Some(r);
        self
    }

    #[must_use]
    pub fn g(mut self, g: i64) -> Self {
        self.g = Some(g);
        self
    }

    #[must_use]
    pub fn b(mut self, b: i64) -> Self {
        self.b = Some(b);
        self
    }
}

seamstress_runtime::object! {
    Color {
        "R" => r: optional,
        "G" => g: optional,
        "B" => b: optional,
    }
}

// ==== src/types/name.rs ====

use super::*;

/// `Name`
pub type Name = String;

// ==== src/types/operations.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `created`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct QueryFilterCreated {
    pub gte: Option<i64>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl QueryFilterCreated {
    /// A value with what must be there.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn gte(mut self, gte: i64) -> Self {
        self.gte = Some(gte);
        self
    }
}

/// `filter`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct QueryFilter {
    pub name: Option<String>,
    pub created: Option<QueryFilterCreated>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl QueryFilter {
    /// A value with what must be there.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    #[must_use]
    pub fn created(mut self, created: QueryFilterCreated) -> Self {
        self.created = Some(created);
        self
    }
}

seamstress_runtime::object! {
    QueryFilterCreated {
        "gte" => gte: optional,
    }
}

seamstress_runtime::object! {
    QueryFilter {
        "name" => name: optional,
        "created" => created: optional,
    }
}

// ==== src/types/size.rs ====

use seamstress_runtime::json::{Unknown, UnknownValue};
use super::*;

/// `Size`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Size {
    /// `small`
    Small,
    /// `large`
    Large,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::open_enum! {
    Size {
        "small" => Small,
        "large" => Large,
    }
}

// ==== src/types/sizes.rs ====

use super::*;

/// `Sizes`
pub type Sizes = Vec<Size>;
