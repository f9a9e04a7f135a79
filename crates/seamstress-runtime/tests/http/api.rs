//! An API as a generated client would describe it.

use seamstress_runtime::{
    Body, Call, Client, ClientBuilder, Credential, ErrorBody, Method, NextPage, Operation, Paging,
    QueryStyle, RetryOptions, Settings,
};

pub(crate) static SETTINGS: Settings = Settings {
    base_url: "https://api.example.invalid",
    user_agent: "example-client/1.2.3",
    headers: &[("x-sdk-name", "example/rust")],
    query_style: QueryStyle::Dotted {
        marker: Some(("_strict", "true")),
    },
    error_body: &ErrorBody {
        object: Some("error"),
        kind: Some("type"),
        message: Some("message"),
        validation: Some("validation_errors"),
        validation_messages: Some("_errors"),
        request_id: Some("request_id"),
    },
    request_id_header: Some("x-request-id"),
    ..Settings::DEFAULT
};

pub(crate) static LIST: Operation = Operation {
    name: "names.list",
    path: "/names/list",
    body: Body::Query,
    response_key: Some("names"),
    security: &["api_key"],
    twin_post: true,
    ..Operation::DEFAULT
};

pub(crate) static GET: Operation = Operation {
    name: "names.get",
    path: "/names/{name_id}/value",
    body: Body::Query,
    response_key: Some("name"),
    security: &["session", "api_key"],
    ..Operation::DEFAULT
};

pub(crate) static CREATE: Operation = Operation {
    name: "names.create",
    method: Method::Post,
    path: "/names/create",
    body: Body::Json,
    security: &["api_key"],
    ..Operation::DEFAULT
};

pub(crate) static HEALTH: Operation = Operation {
    name: "health",
    path: "/health",
    ..Operation::DEFAULT
};

pub(crate) static PAGING: Paging = Paging {
    parameter: "page_cursor",
    next: NextPage::Cursor(&["pagination", "next_page_cursor"]),
    has_next: &["pagination", "has_next_page"],
    ..Paging::ONE_PAGE
};

/// The secret that must never come to light.
pub(crate) const CANARY: &str = "canary-5ecret";

/// Calls are attempted once, unless a test is about more.
pub(crate) fn builder(url: &str) -> ClientBuilder {
    Client::builder(&SETTINGS)
        .base_url(url)
        .retry(RetryOptions::never())
        .credential(Credential::bearer(&["api_key"], CANARY).unwrap())
}

pub(crate) fn client(url: &str) -> Client {
    builder(url).build().unwrap()
}

pub(crate) fn call(url: &str, operation: &'static Operation) -> Call {
    Call::new(&client(url), operation)
}

/// A call of `GET`, whose path has an argument.
pub(crate) fn get(url: &str) -> Call {
    call(url, &GET).path("name_id", "n1")
}
