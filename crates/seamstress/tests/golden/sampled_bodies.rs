// note[no-test]: the operation has no test: no client has credentials that suffice
//   --> sampled_bodies.yaml:72:7 at #/paths/~1locked/get
//   help: configure a credential for its security schemes under `[[client.credentials]]`

// ==== examples/every_operation.rs ====

//! Calls every operation once against a server, and prints what was answered:
//! `cargo run --example every_operation -- BASE_URL`.
//!
//! What is sent is made up. Choose a server that can bear it, such as a mock server.

#![allow(
    deprecated,
    unused_imports,
    clippy::unwrap_used,
    reason = "what is needed depends on the API; an example fails by panicking"
)]
use std::collections::BTreeMap;
use sampled_bodies::types::*;
use sampled_bodies::*;
use seamstress_runtime::json::{Nullable, Value};
use serde::de::DeserializeOwned;

#[tokio::main]
async fn main() -> Result<(), Error> {
    let Some(url) = std::env::args().nth(1) else {
        eprintln!("usage: every_operation BASE_URL");
        std::process::exit(2);
    };
    let clients = Clients::new(&url)?;
    let mut table = Table::default();
    call_invoices(&clients, &mut table).await;
    call_notes(&clients, &mut table).await;
    call_orders(&clients, &mut table).await;
    call_paths(&clients, &mut table).await;
    call_pictures(&clients, &mut table).await;
    println!(
        "{} of {} operations were answered as the document says", table.good, table.all
    );
    Ok(())
}

/// A client for each credential that some operation needs.
struct Clients {
    client: SampledBodies,
    sampled_bodies_client_credentials: SampledBodies,
    sampled_bodies_old_client: SampledBodies,
    sampled_bodies_session: SampledBodies,
}

impl Clients {
    fn new(url: &str) -> Result<Self, Error> {
        Ok(Self {
            client: SampledBodies::builder().base_url(url).build()?,
            sampled_bodies_client_credentials: SampledBodies::builder()
                .client_credentials("client", "sample")
                .base_url(url)
                .build()?,
            sampled_bodies_old_client: SampledBodies::builder()
                .old_client("client", "sample")
                .base_url(url)
                .build()?,
            sampled_bodies_session: SampledBodies::builder()
                .session("sample")
                .base_url(url)
                .build()?,
        })
    }
}

/// What the operations came to.
#[derive(Default)]
struct Table {
    all: usize,
    good: usize,
}

impl Table {
    fn row<T>(&mut self, operation: &str, answer: Result<T, Error>) {
        self.all += 1;
        match answer {
            Ok(_) => {
                self.good += 1;
                println!("{operation:<50} ok");
            }
            Err(error) => {
                let error = error.to_string();
                let place = format!("{operation}: ");
                println!(
                    "{operation:<50} {}", error.strip_prefix(& place).unwrap_or(& error)
                );
            }
        }
    }
}

/// An argument, out of its JSON.
#[allow(dead_code, reason = "where all arguments are plain, nobody needs it")]
fn value<T: DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).unwrap()
}

async fn call_invoices(clients: &Clients, table: &mut Table) {
    table
        .row(
            "invoices.list",
            clients.sampled_bodies_old_client.invoices().list().limit(5).send().await,
        );
}

async fn call_notes(clients: &Clients, table: &mut Table) {
    table
        .row(
            "notes.update",
            clients
                .client
                .notes()
                .update(value::<Vec<sampled_bodies::types::Table>>(r#"[{"legs":3}]"#))
                .send()
                .await,
        );
    table.row("notes.create", clients.client.notes().create("sample").send().await);
}

async fn call_orders(clients: &Clients, table: &mut Table) {
    table
        .row(
            "orders.create",
            clients
                .sampled_bodies_client_credentials
                .orders()
                .create(1)
                .note(value::<OrdersCreateNote>(r#""a b&c""#))
                .labels(value::<Vec<OrdersCreateLabel>>(r#"["new"]"#))
                .address(
                    value::<
                        OrdersCreateAddress,
                    >(r#"{"city":"Ulm","lines":["one","one"]}"#),
                )
                .send()
                .await,
        );
}

async fn call_paths(clients: &Clients, table: &mut Table) {
    table
        .row(
            "paths.get",
            clients
                .client
                .paths()
                .get(
                    value::<Vec<PathsGetColor>>(r#"["dark green","red"]"#),
                    value::<PathsGetPoint>(r#"{"x":3}"#),
                    "sample",
                )
                .filter(value::<PathsGetFilter>(r#"{"name":"chair","sizes":[1]}"#))
                .words(value::<Vec<PathsGetWord>>(r#"["one","one"]"#))
                .ratio(value::<PathsGetRatio>(r#"1.5"#))
                .json(value::<PathsGetJson>(r#"{"a":"&"}"#))
                .x_list(value::<Vec<PathsGetXList>>(r#"["two","one"]"#))
                .theme(value::<PathsGetTheme>(r#""dark blue""#))
                .send()
                .await,
        );
}

async fn call_pictures(clients: &Clients, table: &mut Table) {
    table
        .row(
            "pictures.create",
            clients
                .sampled_bodies_session
                .pictures()
                .create("sample", value::<PicturesCreateAbout>(r#"{"title":"\"A\""}"#))
                .tags(value::<Vec<PicturesCreateTag>>(r#"["red","red"]"#))
                .more(["sample"])
                .send()
                .await,
        );
}

// ==== src/resources/invoices.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, Paging};
use crate::types::InvoicesListItem;

/// The operations of `invoices`.
#[derive(Clone, Debug)]
pub struct Invoices {
    client: Client,
}

impl Invoices {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// The path has a query of its own.
    ///
    /// `GET /invoices?beta=true`
    pub fn list(&self) -> InvoicesList {
        let call = Call::new(&self.client, &LIST);
        InvoicesList { call }
    }
}

/// A request of [`Invoices::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct InvoicesList {
    call: Call,
}

impl InvoicesList {
    /// Limits: at least 1, at most 9.
    pub fn limit(mut self, limit: u32) -> Self {
        self.call.set("limit", &limit);
        self
    }
}

static LIST: Operation = Operation {
    name: "invoices.list",
    method: Method::Get,
    path: "/invoices?beta=true",
    body: Body::Query,
    security: &["old"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { InvoicesList => page InvoicesListItem, Paging::NONE }

// ==== src/resources/locked.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `locked`.
#[derive(Clone, Debug)]
pub struct Locked {
    client: Client,
}

impl Locked {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Has no test, as no credential of the configuration suffices.
    ///
    /// `GET /locked`
    pub fn get(&self) -> LockedGet {
        let call = Call::new(&self.client, &GET);
        LockedGet { call }
    }
}

/// A request of [`Locked::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct LockedGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "locked.get",
    method: Method::Get,
    path: "/locked",
    body: Body::None,
    security: &[],
    security_sets: &[&["OAuth2", "elsewhere"]],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { LockedGet => value () }

// ==== src/resources/notes.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Table;

/// The operations of `notes`.
#[derive(Clone, Debug)]
pub struct Notes {
    client: Client,
}

impl Notes {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// The type of the body has a name that the tests have for something else.
    ///
    /// `PUT /notes`
    pub fn update(&self, body: impl IntoIterator<Item = Table>) -> NotesUpdate {
        let mut call = Call::new(&self.client, &UPDATE);
        call.body(&body.into_iter().collect::<Vec<Table>>());
        NotesUpdate { call }
    }

    /// `POST /notes`
    pub fn create(&self, body: impl Into<seamstress_runtime::Upload>) -> NotesCreate {
        let mut call = Call::new(&self.client, &CREATE);
        call.content(body);
        NotesCreate { call }
    }
}

/// A request of [`Notes::update`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct NotesUpdate {
    call: Call,
}

/// A request of [`Notes::create`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct NotesCreate {
    call: Call,
}

static UPDATE: Operation = Operation {
    name: "notes.update",
    method: Method::Put,
    path: "/notes",
    body: Body::JsonValue,
    security: &[],
    ..Operation::DEFAULT
};

static CREATE: Operation = Operation {
    name: "notes.create",
    method: Method::Post,
    path: "/notes",
    body: Body::Content,
    media_type: Some("text/plain"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { NotesUpdate => value () }
seamstress_runtime::operation! { NotesCreate => value () }

// ==== src/resources/orders.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::{OrdersCreateAddress, OrdersCreateLabel, OrdersCreateNote};

/// The operations of `orders`.
#[derive(Clone, Debug)]
pub struct Orders {
    client: Client,
}

impl Orders {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// A form, with fields in brackets beside one that repeats its name.
    ///
    /// `POST /orders`
    pub fn create(&self, amount: u32) -> OrdersCreate {
        let mut call = Call::new(&self.client, &CREATE);
        call.set("amount", &amount);
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
    #[inline]
    pub fn note(mut self, note: OrdersCreateNote) -> Self {
        self.call.set("note", &note);
        self
    }

    /// Limits: 1 to 2 items.
    pub fn labels(
        mut self,
        labels: impl IntoIterator<Item = OrdersCreateLabel>,
    ) -> Self {
        self.call.set("labels", &labels.into_iter().collect::<Vec<OrdersCreateLabel>>());
        self
    }

    #[inline]
    pub fn address(mut self, address: OrdersCreateAddress) -> Self {
        self.call.set("address", &address);
        self
    }
}

static CREATE: Operation = Operation {
    name: "orders.create",
    method: Method::Post,
    path: "/orders",
    body: Body::Form,
    encodings: &[
        ("labels", seamstress_runtime::Encoding::Repeated),
        ("address", seamstress_runtime::Encoding::Nested),
    ],
    security: &["OAuth2"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { OrdersCreate => value () }

// ==== src/resources/paths.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, ParameterStyle};
use crate::types::{
    PathsGetColor, PathsGetFilter, PathsGetJson, PathsGetPoint, PathsGetRatio,
    PathsGetTheme, PathsGetWord, PathsGetXList,
};

/// The operations of `paths`.
#[derive(Clone, Debug)]
pub struct Paths {
    client: Client,
}

impl Paths {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /paths/{colors}{point}/{id}`
    pub fn get(
        &self,
        colors: impl IntoIterator<Item = PathsGetColor>,
        point: PathsGetPoint,
        id: impl Into<String>,
    ) -> PathsGet {
        let call = Call::new(&self.client, &GET)
            .path_value("colors", &colors.into_iter().collect::<Vec<PathsGetColor>>())
            .path_value("point", &point)
            .path_into::<String>("id", id);
        PathsGet { call }
    }
}

/// A request of [`Paths::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PathsGet {
    call: Call,
}

impl PathsGet {
    #[inline]
    pub fn filter(mut self, filter: PathsGetFilter) -> Self {
        self.call.set("filter", &filter);
        self
    }

    /// Limits: 2 items.
    pub fn words(mut self, words: impl IntoIterator<Item = PathsGetWord>) -> Self {
        self.call.set("words", &words.into_iter().collect::<Vec<PathsGetWord>>());
        self
    }

    #[inline]
    pub fn ratio(mut self, ratio: PathsGetRatio) -> Self {
        self.call.set("ratio", &ratio);
        self
    }

    #[inline]
    pub fn json(mut self, json: PathsGetJson) -> Self {
        self.call.set("json", &json);
        self
    }

    /// Limits: 2 items.
    pub fn x_list(mut self, x_list: impl IntoIterator<Item = PathsGetXList>) -> Self {
        self.call
            .header_value("X-List", &x_list.into_iter().collect::<Vec<PathsGetXList>>());
        self
    }

    #[inline]
    pub fn theme(mut self, theme: PathsGetTheme) -> Self {
        self.call.cookie("theme", &theme);
        self
    }
}

static GET: Operation = Operation {
    name: "paths.get",
    method: Method::Get,
    path: "/paths/{colors}{point}/{id}",
    body: Body::Query,
    styles: &[
        ParameterStyle::path("colors").label(),
        ParameterStyle::path("point").matrix().explode(true),
        ParameterStyle::query("filter").deep_object(),
        ParameterStyle::query("words").space_delimited(),
        ParameterStyle::query("json").json(),
    ],
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { PathsGet => value () }

// ==== src/resources/pictures.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::{PicturesCreateAbout, PicturesCreateTag};

/// The operations of `pictures`.
#[derive(Clone, Debug)]
pub struct Pictures {
    client: Client,
}

impl Pictures {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /pictures`
    pub fn create(
        &self,
        file: impl Into<seamstress_runtime::Upload>,
        about: PicturesCreateAbout,
    ) -> PicturesCreate {
        let mut call = Call::new(&self.client, &CREATE);
        call.upload("file", file);
        call.set("about", &about);
        PicturesCreate { call }
    }
}

/// A request of [`Pictures::create`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct PicturesCreate {
    call: Call,
}

impl PicturesCreate {
    /// Limits: 2 items.
    pub fn tags(mut self, tags: impl IntoIterator<Item = PicturesCreateTag>) -> Self {
        self.call.set("tags", &tags.into_iter().collect::<Vec<PicturesCreateTag>>());
        self
    }

    pub fn more(
        mut self,
        more: impl IntoIterator<Item = impl Into<seamstress_runtime::Upload>>,
    ) -> Self {
        self.call.uploads("more", more);
        self
    }
}

static CREATE: Operation = Operation {
    name: "pictures.create",
    method: Method::Post,
    path: "/pictures",
    body: Body::Multipart,
    encodings: &[
        ("file", seamstress_runtime::Encoding::Media("image/png")),
    ],
    security: &["session"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { PicturesCreate => value () }

// ==== src/types/invoices_operations.rs ====

use seamstress_runtime::json::{Unknown, UnknownValue};
use super::*;

/// `application/json`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum InvoicesListItem {
    /// `first`
    First,
    /// `second`
    Second,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::open_enum! {
    InvoicesListItem {
        "first" => First,
        "second" => Second,
    }
}

// ==== src/types/orders_operations.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `labels`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum OrdersCreateLabel {
    /// `new`
    New,
    /// `old`
    Old,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `lines`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum OrdersCreateAddressLine {
    /// `one`
    One,
    /// `two`
    Two,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `city`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum OrdersCreateAddressCity {
    /// `Ulm`
    Ulm,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `address`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OrdersCreateAddress {
    pub city: OrdersCreateAddressCity,
    /// Limits: 2 items.
    pub lines: Vec<OrdersCreateAddressLine>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl OrdersCreateAddress {
    /// A value with what must be there.
    #[must_use]
    pub fn new(
        city: OrdersCreateAddressCity,
        lines: impl IntoIterator<Item = OrdersCreateAddressLine>,
    ) -> Self {
        Self {
            city,
            lines: lines.into_iter().collect::<Vec<OrdersCreateAddressLine>>(),
            ..Self::default()
        }
    }
}

/// `note`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum OrdersCreateNote {
    /// `a b&c`
    ABC,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::open_enum! {
    OrdersCreateLabel {
        "new" => New,
        "old" => Old,
    }
}

seamstress_runtime::open_enum! {
    OrdersCreateAddressLine {
        "one" => One,
        "two" => Two,
    }
}

seamstress_runtime::open_enum! {
    OrdersCreateAddressCity {
        "Ulm" => Ulm,
    }
}

seamstress_runtime::object! {
    OrdersCreateAddress {
        "city" => city: required,
        "lines" => lines: required,
    }
}

seamstress_runtime::open_enum! {
    OrdersCreateNote {
        "a b&c" => ABC,
    }
}

// ==== src/types/paths_operations.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownNumber, UnknownValue};
use super::*;

/// `colors`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PathsGetColor {
    /// `red`
    Red,
    /// `dark green`
    DarkGreen,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `point`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PathsGetPoint {
    /// Limits: at least 1, at most 9.
    pub x: u32,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl PathsGetPoint {
    /// A value with what must be there.
    #[must_use]
    pub fn new(x: u32) -> Self {
        Self { x, ..Self::default() }
    }
}

/// `name`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PathsGetFilterName {
    /// `chair`
    Chair,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `filter`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PathsGetFilter {
    pub name: PathsGetFilterName,
    /// Limits: 1 to 2 items.
    pub sizes: Vec<u32>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl PathsGetFilter {
    /// A value with what must be there.
    #[must_use]
    pub fn new(name: PathsGetFilterName, sizes: impl IntoIterator<Item = u32>) -> Self {
        Self {
            name,
            sizes: sizes.into_iter().collect::<Vec<u32>>(),
            ..Self::default()
        }
    }
}

/// `words`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PathsGetWord {
    /// `one`
    One,
    /// `two`
    Two,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `ratio`
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum PathsGetRatio {
    /// `1.5`
    OneDot5,
    /// A number that this version of the crate does not know.
    Unknown(UnknownNumber<f64>),
}

/// `a`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PathsGetJsonA {
    /// `&`
    And,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `application/json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PathsGetJson {
    pub a: PathsGetJsonA,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl PathsGetJson {
    /// A value with what must be there.
    #[must_use]
    pub fn new(a: PathsGetJsonA) -> Self {
        Self { a, ..Self::default() }
    }
}

/// `X-List`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PathsGetXList {
    /// `one`
    One,
    /// `two`
    Two,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `theme`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PathsGetTheme {
    /// `dark blue`
    DarkBlue,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::open_enum! {
    PathsGetColor {
        "red" => Red,
        "dark green" => DarkGreen,
    }
}

seamstress_runtime::object! {
    PathsGetPoint {
        "x" => x: required,
    }
}

seamstress_runtime::open_enum! {
    PathsGetFilterName {
        "chair" => Chair,
    }
}

seamstress_runtime::object! {
    PathsGetFilter {
        "name" => name: required,
        "sizes" => sizes: required,
    }
}

seamstress_runtime::open_enum! {
    PathsGetWord {
        "one" => One,
        "two" => Two,
    }
}

seamstress_runtime::open_number! {
    PathsGetRatio(f64) {
        1.5 => OneDot5,
    }
}

seamstress_runtime::open_enum! {
    PathsGetJsonA {
        "&" => And,
    }
}

seamstress_runtime::object! {
    PathsGetJson {
        "a" => a: required,
    }
}

seamstress_runtime::open_enum! {
    PathsGetXList {
        "one" => One,
        "two" => Two,
    }
}

seamstress_runtime::open_enum! {
    PathsGetTheme {
        "dark blue" => DarkBlue,
    }
}

// ==== src/types/pictures_operations.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `title`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PicturesCreateAboutTitle {
    /// `"A"`
    A,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `about`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PicturesCreateAbout {
    pub title: PicturesCreateAboutTitle,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl PicturesCreateAbout {
    /// A value with what must be there.
    #[must_use]
    pub fn new(title: PicturesCreateAboutTitle) -> Self {
        Self { title, ..Self::default() }
    }
}

/// `tags`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PicturesCreateTag {
    /// `red`
    Red,
    /// `blue`
    Blue,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::open_enum! {
    PicturesCreateAboutTitle {
        "\"A\"" => A,
    }
}

seamstress_runtime::object! {
    PicturesCreateAbout {
        "title" => title: required,
    }
}

seamstress_runtime::open_enum! {
    PicturesCreateTag {
        "red" => Red,
        "blue" => Blue,
    }
}

// ==== src/types/table.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Table`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Table {
    /// Limits: at least 3, at most 4.
    pub legs: u32,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl Table {
    /// A value with what must be there.
    #[must_use]
    pub fn new(legs: u32) -> Self {
        Self { legs, ..Self::default() }
    }
}

seamstress_runtime::object! {
    Table {
        "legs" => legs: required,
    }
}

// ==== tests/operations/invoices.rs ====

use super::*;

/// `GET /invoices?beta=true`
#[tokio::test]
async fn list() {
    let server = token_server(
        200,
        r#"["first","second","first","first","first","first","first","first","first","first","first","first"]"#,
    );
    let client = sampled_bodies_old_client(&server);
    let answer = client.invoices().list().limit(5).send().await;
    sent(
        &server,
        "GET",
        "/invoices",
        Some(&[("limit", "5"), ("beta", "true")]),
        &[],
        None,
    );
    obtained(
        &server,
        "/tokens",
        &[
            ("grant_type", "client_credentials"),
            ("client_id", "client"),
            ("client_secret", "sample"),
        ],
        None,
    );
    got(
        &answer.unwrap().items,
        r#"["first","second","first","first","first","first","first","first","first","first","first","first"]"#,
    );
}

// ==== tests/operations/main.rs ====

//! A test per operation: what is sent is what the document says, and what comes back
//! is read.

#![allow(
    dead_code,
    deprecated,
    unused_imports,
    clippy::unwrap_used,
    reason = "not every file needs everything, and a test fails by panicking"
)]
mod invoices;
mod notes;
mod orders;
mod paths;
mod pictures;
use std::collections::BTreeMap;
use sampled_bodies::types::*;
use sampled_bodies::*;
use seamstress_runtime::json::{Nullable, Value};
use seamstress_runtime::http::Response;
use seamstress_runtime::testing::FakeTransport;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A server that plays one answer; an empty one has no body.
fn server(status: u16, answer: &str) -> FakeTransport {
    let server = FakeTransport::new();
    play(&server, status, answer);
    server
}

/// Adds an answer; an empty one has no body.
fn play(server: &FakeTransport, status: u16, answer: &str) {
    if answer.is_empty() {
        let empty = Response::builder().status(status).body(Default::default());
        server.answer_with(empty.unwrap());
    } else {
        server.answer(status, value(answer));
    }
}

fn client(server: &FakeTransport) -> SampledBodies {
    let builder = SampledBodies::builder().base_url("https://example.com");
    builder.transport(server.clone()).build().unwrap()
}

fn sampled_bodies_client_credentials(server: &FakeTransport) -> SampledBodies {
    let builder = SampledBodies::builder()
        .client_credentials("client", "sample")
        .base_url("https://example.com");
    builder.transport(server.clone()).build().unwrap()
}

fn sampled_bodies_old_client(server: &FakeTransport) -> SampledBodies {
    let builder = SampledBodies::builder()
        .old_client("client", "sample")
        .base_url("https://example.com");
    builder.transport(server.clone()).build().unwrap()
}

fn sampled_bodies_session(server: &FakeTransport) -> SampledBodies {
    let builder = SampledBodies::builder()
        .session("sample")
        .base_url("https://example.com");
    builder.transport(server.clone()).build().unwrap()
}

/// An argument, out of its JSON.
fn value<T: DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).unwrap()
}

/// Asserts what the server was sent: one request.
#[track_caller]
fn sent(
    server: &FakeTransport,
    method: &str,
    path: &str,
    query: Option<&[(&str, &str)]>,
    headers: &[(&str, &str)],
    body: Option<&str>,
) {
    let requests = server.requests();
    assert_eq!(server.answers_left(), 0, "{requests:?}");
    let request = requests.last().unwrap();
    assert_eq!(request.method().as_str(), method);
    assert_eq!(decoded(request.path()), decoded(path));
    if let Some(query) = query {
        let mut found = request.query();
        found.retain(|(name, _)| !CREDENTIALS.contains(&name.as_str()));
        let pair = |(name, value): &(&str, &str)| (
            (*name).to_owned(),
            (*value).to_owned(),
        );
        let mut query: Vec<(String, String)> = query.iter().map(pair).collect();
        found.sort();
        query.sort();
        assert_eq!(found, query);
    }

    for &(name, value) in headers {
        assert_eq!(request.header(name), Some(value), "{name}");
    }

    if let Some(body) = body {
        let body: serde_json::Value = value(body);
        assert_eq!(request.json(), body);
    }
}

/// Parameters of queries and cookies that are credentials.
const CREDENTIALS: &[&str] = &["session"];
/// The steps of a path, each decoded.
fn decoded(path: &str) -> Vec<Vec<u8>> {
    let decode = |step: &str| {
        let mut bytes = Vec::new();
        let mut rest = step.as_bytes();
        while let [first, tail @ ..] = rest {
            let code = tail.get(..2).filter(|_| *first == b'%');
            let code = code.and_then(|code| std::str::from_utf8(code).ok());
            match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
                Some(byte) => {
                    bytes.push(byte);
                    rest = &tail[2..];
                }
                None => {
                    bytes.push(*first);
                    rest = tail;
                }
            }
        }
        bytes
    };
    path.split('/').map(decode).collect()
}

/// Asserts that what came back was read as it was sent.
#[track_caller]
fn got(value: &impl Serialize, json: &str) {
    let expected: serde_json::Value = self::value(json);
    assert_eq!(serde_json::to_value(value).unwrap(), expected);
}

/// Asserts which cookies the server was sent.
#[track_caller]
fn cookies(server: &FakeTransport, expected: &[(&str, &str)]) {
    let mut found = request(server).cookies();
    found.retain(|(name, _)| !CREDENTIALS.contains(&name.as_str()));
    same(&found, expected);
}

/// Asserts which form the server was sent.
#[track_caller]
fn form(server: &FakeTransport, expected: &[(&str, &str)]) {
    same(&request(server).form(), expected);
}

/// Asserts which parts the server was sent: the name of each, the name of its file, its
/// media type, and what it holds.
#[track_caller]
fn parts(server: &FakeTransport, expected: &[[&str; 4]]) {
    let mut found = request(server).parts();
    let mut expected = expected.to_vec();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    expected.sort_by_key(|[name, ..]| *name);
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for (found, [name, file, media, text]) in found.iter().zip(expected) {
        assert_eq!(found.name, name);
        assert_eq!(found.file_name.as_deref().unwrap_or_default(), file, "{name}");
        assert_eq!(found.media_type.as_deref().unwrap_or_default(), media, "{name}");
        assert_eq!(
            read(& String::from_utf8_lossy(& found.content)), read(text), "{name}"
        );
    }
}

/// Asserts which content the server was sent, and of which media type.
#[track_caller]
fn content(server: &FakeTransport, media: Option<&str>, expected: &str) {
    let request = request(server);
    assert_eq!(request.header("content-type"), media);
    assert_eq!(request.body(), expected);
}

/// A server that gives a token first, and then plays one answer.
fn token_server(status: u16, answer: &str) -> FakeTransport {
    let server = FakeTransport::new();
    server.answer(200, value(r#"{"access_token":"token","token_type":"bearer"}"#));
    play(&server, status, answer);
    server
}

/// Asserts how the token was obtained that the last request carries.
#[track_caller]
fn obtained(
    server: &FakeTransport,
    path: &str,
    form: &[(&str, &str)],
    basic: Option<&str>,
) {
    let requests = server.requests();
    assert_eq!(requests.len(), 2, "{requests:?}");
    assert_eq!(requests[0].method().as_str(), "POST");
    assert_eq!(requests[0].path(), path);
    assert_eq!(requests[0].header("authorization"), basic);
    same(&requests[0].form(), form);
    assert_eq!(requests[1].header("authorization"), Some("Bearer token"));
}

/// The last request that the server was sent.
fn request(server: &FakeTransport) -> seamstress_runtime::testing::RecordedRequest {
    server.requests().pop().unwrap()
}

/// Asserts that pairs are the same. Order counts among those of one name.
#[track_caller]
fn same(found: &[(String, String)], expected: &[(&str, &str)]) {
    let mut found: Vec<_> = found.iter().map(|(a, b)| (a.as_str(), read(b))).collect();
    let mut expected: Vec<_> = expected.iter().map(|&(a, b)| (a, read(b))).collect();
    found.sort_by_key(|(name, _)| *name);
    expected.sort_by_key(|(name, _)| *name);
    assert_eq!(found, expected);
}

/// A text that may be JSON, in which the order of members does not count.
fn read(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap_or_else(|_| text.into())
}

// ==== tests/operations/notes.rs ====

use super::*;

/// `PUT /notes`
#[tokio::test]
async fn update() {
    let server = server(204, "");
    let client = client(&server);
    let answer = client
        .notes()
        .update(value::<Vec<sampled_bodies::types::Table>>(r#"[{"legs":3}]"#))
        .send()
        .await;
    sent(&server, "PUT", "/notes", Some(&[]), &[], Some(r#"[{"legs":3}]"#));
    answer.unwrap();
}

/// `POST /notes`
#[tokio::test]
async fn create() {
    let server = server(204, "");
    let client = client(&server);
    let answer = client.notes().create("sample").send().await;
    sent(&server, "POST", "/notes", Some(&[]), &[], None);
    content(&server, Some("text/plain"), "sample");
    answer.unwrap();
}

// ==== tests/operations/orders.rs ====

use super::*;

/// `POST /orders`
#[tokio::test]
async fn create() {
    let server = token_server(204, "");
    let client = sampled_bodies_client_credentials(&server);
    let answer = client
        .orders()
        .create(1)
        .note(value::<OrdersCreateNote>(r#""a b&c""#))
        .labels(value::<Vec<OrdersCreateLabel>>(r#"["new"]"#))
        .address(value::<OrdersCreateAddress>(r#"{"city":"Ulm","lines":["one","one"]}"#))
        .send()
        .await;
    sent(&server, "POST", "/orders", Some(&[]), &[], None);
    form(
        &server,
        &[
            ("amount", "1"),
            ("note", "a b&c"),
            ("labels", "new"),
            ("address[city]", "Ulm"),
            ("address[lines][]", "one"),
            ("address[lines][]", "one"),
        ],
    );
    obtained(
        &server,
        "/oauth/token",
        &[("grant_type", "client_credentials"), ("scope", "orders notes")],
        Some("Basic Y2xpZW50OnNhbXBsZQ=="),
    );
    answer.unwrap();
}

// ==== tests/operations/paths.rs ====

use super::*;

/// `GET /paths/{colors}{point}/{id}`
#[tokio::test]
async fn get() {
    let server = server(204, "");
    let client = client(&server);
    let answer = client
        .paths()
        .get(
            value::<Vec<PathsGetColor>>(r#"["dark green","red"]"#),
            value::<PathsGetPoint>(r#"{"x":3}"#),
            "sample",
        )
        .filter(value::<PathsGetFilter>(r#"{"name":"chair","sizes":[1]}"#))
        .words(value::<Vec<PathsGetWord>>(r#"["one","one"]"#))
        .ratio(value::<PathsGetRatio>(r#"1.5"#))
        .json(value::<PathsGetJson>(r#"{"a":"&"}"#))
        .x_list(value::<Vec<PathsGetXList>>(r#"["two","one"]"#))
        .theme(value::<PathsGetTheme>(r#""dark blue""#))
        .send()
        .await;
    sent(
        &server,
        "GET",
        "/paths/.dark%20green,red;x=3/sample",
        Some(
            &[
                ("filter[name]", "chair"),
                ("filter[sizes][]", "1"),
                ("words", "one one"),
                ("ratio", "1.5"),
                ("json", r#"{"a":"&"}"#),
            ],
        ),
        &[("x-list", "two,one")],
        None,
    );
    cookies(&server, &[("theme", "dark blue")]);
    answer.unwrap();
}

// ==== tests/operations/pictures.rs ====

use super::*;

/// `POST /pictures`
#[tokio::test]
async fn create() {
    let server = server(204, "");
    let client = sampled_bodies_session(&server);
    let answer = client
        .pictures()
        .create("sample", value::<PicturesCreateAbout>(r#"{"title":"\"A\""}"#))
        .tags(value::<Vec<PicturesCreateTag>>(r#"["red","red"]"#))
        .more(["sample"])
        .send()
        .await;
    sent(&server, "POST", "/pictures", Some(&[]), &[], None);
    parts(
        &server,
        &[
            ["file", "file", "image/png", "sample"],
            ["about", "", "application/json", r#"{"title":"\"A\""}"#],
            ["tags", "", "", "red"],
            ["tags", "", "", "red"],
            ["more", "more", "application/octet-stream", "sample"],
        ],
    );
    answer.unwrap();
}
