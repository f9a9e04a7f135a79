//! An API with an operation of every method.

use std::sync::OnceLock;

use seamstress_runtime::testing::FakeClock;
use seamstress_runtime::{
    Body, Client, ClientBuilder, Credential, HyperTransport, Method, Operation, Settings,
};

pub(crate) static SETTINGS: Settings = Settings {
    base_url: "https://api.example.invalid",
    request_id_header: Some("x-request-id"),
    max_query_bytes: 100,
    ..Settings::DEFAULT
};

const fn operation(name: &'static str, method: Method, body: Body) -> Operation {
    Operation {
        name,
        method,
        path: "/thing",
        body,
        security: &["api_key"],
        ..Operation::DEFAULT
    }
}

pub(crate) static GET: Operation = operation("things.get", Method::Get, Body::Query);
pub(crate) static PUT: Operation = operation("things.put", Method::Put, Body::Json);
pub(crate) static POST: Operation = operation("things.post", Method::Post, Body::Json);
pub(crate) static DELETE: Operation = operation("things.delete", Method::Delete, Body::None);
pub(crate) static PATCH: Operation = operation("things.patch", Method::Patch, Body::Json);
pub(crate) static HEAD: Operation = operation("things.head", Method::Head, Body::None);
pub(crate) static OPTIONS: Operation = operation("things.options", Method::Options, Body::None);
pub(crate) static TRACE: Operation = operation("things.trace", Method::Trace, Body::None);
pub(crate) static QUERY: Operation = operation("things.query", Method::Query, Body::Json);
pub(crate) static COPY: Operation = operation("things.copy", Method::other("COPY"), Body::None);

/// A read that goes by POST, as its path has no GET with parameters.
pub(crate) static SEARCH: Operation = Operation {
    idempotent: true,
    ..operation("things.search", Method::Post, Body::Json)
};

/// A GET that goes by POST where its query is long.
pub(crate) static TWIN: Operation = Operation {
    twin_post: true,
    ..operation("things.list", Method::Get, Body::Query)
};

/// A client whose pauses take no time. All clients of the tests share one transport, as it
/// takes a while to read the certificates of the platform; its pool knows them by their ports.
pub(crate) fn builder(url: &str) -> ClientBuilder {
    fake(url, FakeClock::new()).transport(transport())
}

/// The same with a clock for the test, and without a transport.
pub(crate) fn fake(url: &str, clock: FakeClock) -> ClientBuilder {
    Client::builder(&SETTINGS)
        .base_url(url)
        .credential(Credential::bearer(&["api_key"], "k1").unwrap())
        .clock(clock)
}

pub(crate) fn transport() -> HyperTransport {
    static SHARED: OnceLock<HyperTransport> = OnceLock::new();
    SHARED
        .get_or_init(|| HyperTransport::new().unwrap())
        .clone()
}
