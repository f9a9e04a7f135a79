
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
use sampled_tests::types::*;
use sampled_tests::*;
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
    call_files(&clients, &mut table).await;
    call_own_operations(&clients, &mut table).await;
    call_shelves(&clients, &mut table).await;
    println!(
        "{} of {} operations were answered as the document says", table.good, table.all
    );
    Ok(())
}

/// A client for each credential that some operation needs.
struct Clients {
    client: Sampled,
    sampled_account: Sampled,
    sampled_key: Sampled,
}

impl Clients {
    fn new(url: &str) -> Result<Self, Error> {
        Ok(Self {
            client: Sampled::builder().base_url(url).build()?,
            sampled_account: Sampled::builder()
                .account("user", "sample")
                .base_url(url)
                .build()?,
            sampled_key: Sampled::builder().key("sample").base_url(url).build()?,
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

async fn call_files(clients: &Clients, table: &mut Table) {
    table
        .row(
            "files.update",
            clients
                .sampled_key
                .files()
                .update("yard suite 477")
                .body("sample")
                .send()
                .await,
        );
}

async fn call_own_operations(clients: &Clients, table: &mut Table) {
    table.row("ping", clients.client.ping().send().await);
}

async fn call_shelves(clients: &Clients, table: &mut Table) {
    table
        .row(
            "shelves.create",
            clients
                .sampled_account
                .shelves()
                .create("👩\u{200d}👩\u{200d}👧 key 🔑 ")
                .boards(value::<Vec<Board>>(r#"[{"width":72}]"#))
                .send()
                .await,
        );
    table
        .row(
            "shelves.find",
            clients
                .sampled_key
                .shelves()
                .find(resources::ShelvesFindBy::room_and_row("long long lo", -1952))
                .send()
                .await,
        );
    table
        .row(
            "shelves.books.list",
            clients
                .sampled_key
                .shelves()
                .books()
                .list("garage lobby 427")
                .colors(value::<Vec<ShelvesBooksListColor>>(r#"["dark green"]"#))
                .page(2)
                .x_trace("jaeeudab")
                .send()
                .await,
        );
}

// ==== src/operations.rs ====

//! Operations that belong to no resource.

use crate::Sampled;
use seamstress_runtime::{Body, Call, Method, Operation};

impl Sampled {
    /// `GET /ping`
    pub fn ping(&self) -> Ping {
        let call = Call::new(self.client(), &PING);
        Ping { call }
    }
}

/// A request of [`Sampled::ping`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct Ping {
    call: Call,
}

static PING: Operation = Operation {
    name: "ping",
    method: Method::Get,
    path: "/ping",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { Ping => value () }

// ==== src/resources/files.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `files`.
#[derive(Clone, Debug)]
pub struct Files {
    client: Client,
}

impl Files {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// What is sent as it is.
    ///
    /// `PUT /files/{id}`
    pub fn update(&self, id: impl Into<String>) -> FilesUpdate {
        let call = Call::new(&self.client, &UPDATE).path_into::<String>("id", id);
        FilesUpdate { call }
    }
}

/// A request of [`Files::update`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct FilesUpdate {
    call: Call,
}

impl FilesUpdate {
    pub fn body(mut self, body: impl Into<seamstress_runtime::Upload>) -> Self {
        self.call.content(body);
        self
    }
}

static UPDATE: Operation = Operation {
    name: "files.update",
    method: Method::Put,
    path: "/files/{id}",
    body: Body::Content,
    media_type: Some("application/octet-stream"),
    security: &["key"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { FilesUpdate => value () }

// ==== src/resources/shelves/books.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, Paging};
use crate::types::{ShelvesBooksListColor, ShelvesBooksListItem};

/// The operations of `shelves.books`.
#[derive(Clone, Debug)]
pub struct ShelvesBooks {
    client: Client,
}

impl ShelvesBooks {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /shelves/{shelf}/books`
    pub fn list(&self, shelf: impl Into<String>) -> ShelvesBooksList {
        let call = Call::new(&self.client, &LIST).path_into::<String>("shelf", shelf);
        ShelvesBooksList { call }
    }
}

/// A request of [`ShelvesBooks::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShelvesBooksList {
    call: Call,
}

impl ShelvesBooksList {
    pub fn colors(
        mut self,
        colors: impl IntoIterator<Item = ShelvesBooksListColor>,
    ) -> Self {
        self.call
            .set("colors", &colors.into_iter().collect::<Vec<ShelvesBooksListColor>>());
        self
    }

    /// Limits: at least 1, at most 9.
    pub fn page(mut self, page: u32) -> Self {
        self.call.set("page", &page);
        self
    }

    /// Limits: matches `^[a-z]{8}$`.
    pub fn x_trace(mut self, x_trace: impl Into<String>) -> Self {
        self.call.header_into::<String>("X-Trace", x_trace);
        self
    }
}

static LIST: Operation = Operation {
    name: "shelves.books.list",
    method: Method::Get,
    path: "/shelves/{shelf}/books",
    body: Body::Query,
    security: &["key"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ShelvesBooksList => page ShelvesBooksListItem, Paging::NONE }

// ==== src/resources/shelves.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::{Board, Shelf};
mod books;
pub use books::*;

/// The operations of `shelves`.
#[derive(Clone, Debug)]
pub struct Shelves {
    client: Client,
}

impl Shelves {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// The operations of `shelves.books`.
    #[must_use]
    pub fn books(&self) -> ShelvesBooks {
        ShelvesBooks::new(&self.client)
    }

    /// `POST /shelves`
    pub fn create(&self, name: impl Into<String>) -> ShelvesCreate {
        let mut call = Call::new(&self.client, &CREATE);
        call.set_into::<String>("name", name);
        ShelvesCreate { call }
    }

    /// `POST /shelves/find`
    pub fn find(&self, by: impl Into<ShelvesFindBy>) -> ShelvesFind {
        let mut call = Call::new(&self.client, &FIND);
        call.select::<ShelvesFindBy>(by);
        ShelvesFind { call }
    }
}

/// A request of [`Shelves::create`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShelvesCreate {
    call: Call,
}

impl ShelvesCreate {
    pub fn boards(mut self, boards: impl IntoIterator<Item = Board>) -> Self {
        self.call.set("boards", &boards.into_iter().collect::<Vec<Board>>());
        self
    }
}

/// A request of [`Shelves::find`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct ShelvesFind {
    call: Call,
}

/// What a call of [`Shelves::find`] goes by: one of these.
#[derive(Clone, Debug)]
pub struct ShelvesFindBy(seamstress_runtime::Selector);

impl ShelvesFindBy {
    /// Limits: at least 1, at most 99.
    #[must_use]
    pub fn id(id: u32) -> Self {
        let mut by = seamstress_runtime::Selector::new();
        by.set("id", &id);
        Self(by)
    }

    /// By `room` and `row`.
    #[must_use]
    pub fn room_and_row(room: impl Into<String>, row: i64) -> Self {
        let mut by = seamstress_runtime::Selector::new();
        by.set_into::<String>("room", room);
        by.set("row", &row);
        Self(by)
    }
}

static CREATE: Operation = Operation {
    name: "shelves.create",
    method: Method::Post,
    path: "/shelves",
    body: Body::Json,
    security: &["account"],
    ..Operation::DEFAULT
};

static FIND: Operation = Operation {
    name: "shelves.find",
    method: Method::Post,
    path: "/shelves/find",
    body: Body::Json,
    security: &["key"],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { ShelvesCreate => value Shelf }
seamstress_runtime::operation! { ShelvesFind => value Shelf }
seamstress_runtime::selector! { ShelvesFindBy {} }

// ==== src/types/board.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Board`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Board {
    /// Limits: at least 1, at most 99.
    pub width: u32,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

impl Board {
    /// A value with what must be there.
    #[must_use]
    pub fn new(width: u32) -> Self {
        Self { width, ..Self::default() }
    }
}

seamstress_runtime::object! {
    Board {
        "width" => width: required,
    }
}

// ==== src/types/shelf.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Shelf`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Shelf {
    /// Limits: at least 1, at most 99.
    pub id: u32,
    /// Limits: at most 12 characters.
    pub name: Option<String>,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Shelf {
        "id" => id: required,
        "name" => name: optional,
    }
}

// ==== src/types/shelves_operations.rs ====

use seamstress_runtime::json::{Extra, Unknown, UnknownValue};
use super::*;

/// `application/json`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ShelvesBooksListItem {
    /// Limits: at most 12 characters.
    pub title: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `colors`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ShelvesBooksListColor {
    /// `red`
    Red,
    /// `dark green`
    DarkGreen,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

seamstress_runtime::object! {
    ShelvesBooksListItem {
        "title" => title: required,
    }
}

seamstress_runtime::open_enum! {
    ShelvesBooksListColor {
        "red" => Red,
        "dark green" => DarkGreen,
    }
}

// ==== tests/operations/files.rs ====

use super::*;

/// `PUT /files/{id}`
#[tokio::test]
async fn update() {
    let server = server(204, "");
    let client = sampled_key(&server);
    let answer = client.files().update("yard suite 477").body("sample").send().await;
    sent(&server, "PUT", "/files/yard%20suite%20477", Some(&[]), &[], None);
    content(&server, Some("application/octet-stream"), "sample");
    answer.unwrap();
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
mod files;
mod own_operations;
mod shelves;
use std::collections::BTreeMap;
use sampled_tests::types::*;
use sampled_tests::*;
use seamstress_runtime::json::{Nullable, Value};
use seamstress_runtime::http::Response;
use seamstress_runtime::testing::FakeTransport;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A server that plays one answer; an empty one has no body.
fn server(status: u16, answer: &str) -> FakeTransport {
    let server = FakeTransport::new();
    if answer.is_empty() {
        let empty = Response::builder().status(status).body(Default::default());
        server.answer_with(empty.unwrap());
    } else {
        server.answer(status, value(answer));
    }

    server
}

fn client(server: &FakeTransport) -> Sampled {
    let builder = Sampled::builder().base_url("https://example.com");
    builder.transport(server.clone()).build().unwrap()
}

fn sampled_account(server: &FakeTransport) -> Sampled {
    let builder = Sampled::builder()
        .account("user", "sample")
        .base_url("https://example.com");
    builder.transport(server.clone()).build().unwrap()
}

fn sampled_key(server: &FakeTransport) -> Sampled {
    let builder = Sampled::builder().key("sample").base_url("https://example.com");
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
    assert_eq!(requests.len(), 1, "{requests:?}");
    let request = &requests[0];
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
const CREDENTIALS: &[&str] = &["key"];
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

/// Asserts which content the server was sent, and of which media type.
#[track_caller]
fn content(server: &FakeTransport, media: Option<&str>, expected: &str) {
    let request = request(server);
    assert_eq!(request.header("content-type"), media);
    assert_eq!(request.body(), expected);
}

/// The last request that the server was sent.
fn request(server: &FakeTransport) -> seamstress_runtime::testing::RecordedRequest {
    server.requests().pop().unwrap()
}

// ==== tests/operations/own_operations.rs ====

use super::*;

/// `GET /ping`
#[tokio::test]
async fn ping() {
    let server = server(204, "");
    let client = client(&server);
    let answer = client.ping().send().await;
    sent(&server, "GET", "/ping", Some(&[]), &[], None);
    answer.unwrap();
}

// ==== tests/operations/shelves.rs ====

use super::*;

/// `POST /shelves`
#[tokio::test]
async fn create() {
    let server = server(201, r#"{"id":88,"name":"Zürich – Ελλ"}"#);
    let client = sampled_account(&server);
    let answer = client
        .shelves()
        .create("👩\u{200d}👩\u{200d}👧 key 🔑 ")
        .boards(value::<Vec<Board>>(r#"[{"width":72}]"#))
        .send()
        .await;
    sent(
        &server,
        "POST",
        "/shelves",
        Some(&[]),
        &[],
        Some(r#"{"name":"👩\u200d👩\u200d👧 key 🔑 ","boards":[{"width":72}]}"#),
    );
    got(&answer.unwrap(), r#"{"id":88,"name":"Zürich – Ελλ"}"#);
}

/// `POST /shelves/find`
#[tokio::test]
async fn find() {
    let server = server(200, r#"{"id":81,"name":"Zürich – Ελλ"}"#);
    let client = sampled_key(&server);
    let answer = client
        .shelves()
        .find(resources::ShelvesFindBy::room_and_row("long long lo", -1952))
        .send()
        .await;
    sent(
        &server,
        "POST",
        "/shelves/find",
        Some(&[]),
        &[],
        Some(r#"{"room":"long long lo","row":-1952}"#),
    );
    got(&answer.unwrap(), r#"{"id":81,"name":"Zürich – Ελλ"}"#);
}

/// `GET /shelves/{shelf}/books`
#[tokio::test]
async fn books_list() {
    let server = server(200, r#"[{"title":""},{"title":""},{"title":""}]"#);
    let client = sampled_key(&server);
    let answer = client
        .shelves()
        .books()
        .list("garage lobby 427")
        .colors(value::<Vec<ShelvesBooksListColor>>(r#"["dark green"]"#))
        .page(2)
        .x_trace("jaeeudab")
        .send()
        .await;
    sent(
        &server,
        "GET",
        "/shelves/garage%20lobby%20427/books",
        Some(&[("colors", "dark green"), ("page", "2")]),
        &[("x-trace", "jaeeudab")],
        None,
    );
    got(&answer.unwrap().items, r#"[{"title":""},{"title":""},{"title":""}]"#);
}
