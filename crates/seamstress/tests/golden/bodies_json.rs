
// ==== src/resources/anything.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use seamstress_runtime::json::Value;

/// The operations of `anything`.
#[derive(Clone, Debug)]
pub struct Anything {
    client: Client,
}

impl Anything {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /anything`
    pub fn send(&self) -> AnythingSend {
        let call = Call::new(&self.client, &SEND);
        AnythingSend { call }
    }
}

/// A request of [`Anything::send`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct AnythingSend {
    call: Call,
}

impl AnythingSend {
    pub fn body(mut self, body: impl Into<Value>) -> Self {
        self.call.body_into::<Value>(body);
        self
    }
}

static SEND: Operation = Operation {
    name: "anything.send",
    method: Method::Post,
    path: "/anything",
    body: Body::JsonValue,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { AnythingSend => value () }

// ==== src/resources/labels.rs ====

use std::collections::BTreeMap;
use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `labels`.
#[derive(Clone, Debug)]
pub struct Labels {
    client: Client,
}

impl Labels {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `PUT /labels`
    pub fn set(
        &self,
        body: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> LabelsSet {
        let mut call = Call::new(&self.client, &SET);
        call.body(
            &body
                .into_iter()
                .map(|(key, value)| (key.into(), value.into()))
                .collect::<BTreeMap<String, String>>(),
        );
        LabelsSet { call }
    }
}

/// A request of [`Labels::set`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct LabelsSet {
    call: Call,
}

static SET: Operation = Operation {
    name: "labels.set",
    method: Method::Put,
    path: "/labels",
    body: Body::JsonValue,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { LabelsSet => value () }

// ==== src/resources/settings.rs ====

use std::collections::BTreeMap;
use seamstress_runtime::{Body, Call, Client, Method, Operation};
use seamstress_runtime::json::Value;

/// The operations of `settings`.
#[derive(Clone, Debug)]
pub struct SettingsResource {
    client: Client,
}

impl SettingsResource {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `PUT /settings`
    pub fn merge(&self) -> SettingsMerge {
        let call = Call::new(&self.client, &MERGE);
        SettingsMerge { call }
    }

    /// `PATCH /settings`
    pub fn update(
        &self,
        body: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> SettingsUpdate {
        let mut call = Call::new(&self.client, &UPDATE);
        call.body(
            &body
                .into_iter()
                .map(|(key, value)| (key.into(), value.into()))
                .collect::<BTreeMap<String, Value>>(),
        );
        SettingsUpdate { call }
    }
}

/// A request of [`SettingsResource::merge`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct SettingsMerge {
    call: Call,
}

impl SettingsMerge {
    pub fn theme(mut self, theme: impl Into<String>) -> Self {
        self.call.set_into::<String>("theme", theme);
        self
    }
}

/// A request of [`SettingsResource::update`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct SettingsUpdate {
    call: Call,
}

static MERGE: Operation = Operation {
    name: "settings.merge",
    method: Method::Put,
    path: "/settings",
    body: Body::Json,
    media_type: Some("application/merge-patch+json"),
    security: &[],
    ..Operation::DEFAULT
};

static UPDATE: Operation = Operation {
    name: "settings.update",
    method: Method::Patch,
    path: "/settings",
    body: Body::JsonValue,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { SettingsMerge => value () }
seamstress_runtime::operation! { SettingsUpdate => value () }

// ==== src/resources/shapes.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Shape;

/// The operations of `shapes`.
#[derive(Clone, Debug)]
pub struct Shapes {
    client: Client,
}

impl Shapes {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /shapes`
    #[inline]
    pub fn add(&self, body: Shape) -> ShapesAdd {
        let mut call = Call::new(&self.client, &ADD);
        call.body(&body);
        ShapesAdd { call }
    }
}

/// A request of [`Shapes::add`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShapesAdd {
    call: Call,
}

static ADD: Operation = Operation {
    name: "shapes.add",
    method: Method::Post,
    path: "/shapes",
    body: Body::JsonValue,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ShapesAdd => value () }

// ==== src/resources/tags.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::TagsUpdateBody;

/// The operations of `tags`.
#[derive(Clone, Debug)]
pub struct Tags {
    client: Client,
}

impl Tags {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `PUT /tags`
    pub fn replace(
        &self,
        body: impl IntoIterator<Item = impl Into<String>>,
    ) -> TagsReplace {
        let mut call = Call::new(&self.client, &REPLACE);
        call.body(&body.into_iter().map(Into::into).collect::<Vec<String>>());
        TagsReplace { call }
    }

    /// `PATCH /tags`
    pub fn update(&self, body: impl IntoIterator<Item = TagsUpdateBody>) -> TagsUpdate {
        let mut call = Call::new(&self.client, &UPDATE);
        call.body(&body.into_iter().collect::<Vec<TagsUpdateBody>>());
        TagsUpdate { call }
    }
}

/// A request of [`Tags::replace`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct TagsReplace {
    call: Call,
}

/// A request of [`Tags::update`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct TagsUpdate {
    call: Call,
}

impl TagsUpdate {
    pub fn dry_run(mut self, dry_run: bool) -> Self {
        self.call.set("dry_run", &dry_run);
        self
    }
}

static REPLACE: Operation = Operation {
    name: "tags.replace",
    method: Method::Put,
    path: "/tags",
    body: Body::JsonValue,
    security: &[],
    ..Operation::DEFAULT
};

static UPDATE: Operation = Operation {
    name: "tags.update",
    method: Method::Patch,
    path: "/tags",
    body: Body::JsonValue,
    media_type: Some("application/json-patch+json"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { TagsReplace => value () }
seamstress_runtime::operation! { TagsUpdate => value () }

// ==== src/resources/volume.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `volume`.
#[derive(Clone, Debug)]
pub struct Volume {
    client: Client,
}

impl Volume {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `PUT /volume`
    pub fn set(&self) -> VolumeSet {
        let call = Call::new(&self.client, &SET);
        VolumeSet { call }
    }
}

/// A request of [`Volume::set`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct VolumeSet {
    call: Call,
}

impl VolumeSet {
    pub fn body(mut self, body: u64) -> Self {
        self.call.body(&body);
        self
    }
}

static SET: Operation = Operation {
    name: "volume.set",
    method: Method::Put,
    path: "/volume",
    body: Body::JsonValue,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { VolumeSet => value () }

// ==== src/types/circle.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Circle`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Circle {
    pub kind: String,
    pub radius: f64,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl Circle {
    /// A value with what must be there.
    #[must_use]
    pub fn new(radius: f64) -> Self {
        Self {
            kind: "circle".to_owned(),
            radius,
            ..Self::default()
        }
    }
}

seamstress_runtime::object! {
    Circle {
        "kind" => kind: required,
        "radius" => radius: required,
    }
}

// ==== src/types/shape.rs ====

use seamstress_runtime::json::Unknown;
use super::*;

/// `Shape`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Shape {
    /// `circle`
    Circle(Circle),
    /// `square`
    Square(Square),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::tagged! {
    Shape "kind" {
        "circle" => Circle,
        "square" => Square,
    }
    all {
        kind: &str,
    }
}

// ==== src/types/square.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Square`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Square {
    pub kind: String,
    pub side: f64,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl Square {
    /// A value with what must be there.
    #[must_use]
    pub fn new(side: f64) -> Self {
        Self {
            kind: "square".to_owned(),
            side,
            ..Self::default()
        }
    }
}

seamstress_runtime::object! {
    Square {
        "kind" => kind: required,
        "side" => side: required,
    }
}

// ==== src/types/tags_operations.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `op`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum TagsUpdateBodyOp {
    /// `add`
    Add,
    /// `remove`
    Remove,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `application/json-patch+json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TagsUpdateBody {
    pub op: TagsUpdateBodyOp,
    pub path: String,
    pub value: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl TagsUpdateBody {
    /// A value with what must be there.
    #[must_use]
    pub fn new(op: TagsUpdateBodyOp, path: impl Into<String>) -> Self {
        Self {
            op,
            path: path.into(),
            ..Self::default()
        }
    }

    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }
}

seamstress_runtime::open_enum! {
    TagsUpdateBodyOp {
        "add" => Add,
        "remove" => Remove,
    }
}

seamstress_runtime::object! {
    TagsUpdateBody {
        "op" => op: required,
        "path" => path: required,
        "value" => value: optional,
    }
}
