//! An API with a list and a thing to be made.

use seamstress_runtime::testing::{FakeClock, FakeTransport};
use seamstress_runtime::{
    Body, Call, Client, ClientBuilder, Credential, ErrorBody, Method, Operation, Settings,
};

pub(crate) static SETTINGS: Settings = Settings {
    base_url: "https://api.example.invalid",
    error_body: &ErrorBody {
        object: Some("error"),
        kind: Some("type"),
        message: Some("message"),
        validation: None,
        validation_messages: None,
        request_id: Some("request_id"),
    },
    request_id_header: Some("x-request-id"),
    base_url_variables: &["EXAMPLE_URL"],
    deprecated_base_url_variables: &["EXAMPLE_OLD_URL"],
    ..Settings::DEFAULT
};

pub(crate) static LIST: Operation = Operation {
    name: "names.list",
    path: "/teams/{team_id}/names",
    body: Body::Query,
    response_key: Some("names"),
    security: &["api_key"],
    ..Operation::DEFAULT
};

pub(crate) static CREATE: Operation = Operation {
    name: "names.create",
    method: Method::Post,
    path: "/names/create",
    body: Body::Json,
    response_key: Some("name"),
    security: &["api_key"],
    ..Operation::DEFAULT
};

/// A client of `url` whose pauses take no time.
pub(crate) fn builder(url: &str, key: &str) -> ClientBuilder {
    Client::builder(&SETTINGS)
        .base_url(url)
        .credential(Credential::bearer(&["api_key"], key).unwrap())
        .clock(FakeClock::new())
}

/// A call of `LIST` over `server`.
pub(crate) fn list(server: &FakeTransport) -> Call {
    let builder = builder("http://a.invalid", "k1").transport(server.clone());
    Call::new(&builder.build().unwrap(), &LIST).path("team_id", "t1")
}
