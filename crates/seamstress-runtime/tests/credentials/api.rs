//! An API with a credential of every shape, as a generated client would describe it.

use seamstress_runtime::testing::{FakeClock, FakeTransport};
use seamstress_runtime::{
    Body, Client, ClientBuilder, Companion, CredentialKind, Exchange, Method, Operation, Placement,
    Settings,
};

pub(crate) static API_KEY: CredentialKind = CredentialKind {
    name: "api_key",
    schemes: &["api_key"],
    prefix: Some("key_"),
    variable: Some("EXAMPLE_API_KEY"),
    ..CredentialKind::DEFAULT
};

/// Its prefix begins as that of [`API_KEY`] does.
pub(crate) static ACCESS_TOKEN: CredentialKind = CredentialKind {
    name: "access_token",
    schemes: &["token_with_team"],
    prefix: Some("key_tok"),
    variable: Some("EXAMPLE_TOKEN"),
    companion: Some(Companion {
        name: "team_id",
        header: "x-team",
        variable: Some("EXAMPLE_TEAM_ID"),
    }),
    ..CredentialKind::DEFAULT
};

/// It is sent in three headers, and satisfies two schemes.
pub(crate) static SESSION: CredentialKind = CredentialKind {
    name: "session_token",
    schemes: &["session", "session_of_customer"],
    also: &["x-session", "x-session-copy"],
    prefix: Some("ses_"),
    ..CredentialKind::DEFAULT
};

pub(crate) static PUBLIC_KEY: CredentialKind = CredentialKind {
    name: "public_key",
    schemes: &["public_key"],
    placement: Placement::Header("x-public-key"),
    prefix: Some("pub_"),
    ..CredentialKind::DEFAULT
};

/// It takes any value.
pub(crate) static PASSWORD: CredentialKind = CredentialKind {
    name: "password",
    schemes: &["password"],
    placement: Placement::Header("x-password"),
    also: &["x-password-copy"],
    companion: Some(Companion {
        name: "user",
        header: "x-user",
        variable: None,
    }),
    ..CredentialKind::DEFAULT
};

/// A client may have several credentials.
pub(crate) static SEVERAL: Settings = Settings {
    base_url: "https://api.example.invalid",
    credentials: &[&API_KEY, &ACCESS_TOKEN, &SESSION, &PUBLIC_KEY, &PASSWORD],
    base_url_variables: &["EXAMPLE_URL", "EXAMPLE_ENDPOINT"],
    deprecated_base_url_variables: &["EXAMPLE_HOST", "EXAMPLE_SERVER"],
    ..Settings::DEFAULT
};

/// A client has one credential.
pub(crate) static ONE: Settings = Settings {
    exclusive_credentials: true,
    ..SEVERAL
};

/// Accepts all but the password.
pub(crate) static LIST: Operation = Operation {
    name: "names.list",
    path: "/names/list",
    body: Body::Query,
    security: &["token_with_team", "api_key", "session", "public_key"],
    ..Operation::DEFAULT
};

pub(crate) static CREATE: Operation = Operation {
    name: "names.create",
    method: Method::Post,
    path: "/names/create",
    body: Body::Json,
    security: &["token_with_team", "session_of_customer"],
    ..Operation::DEFAULT
};

pub(crate) static LOG_IN: Operation = Operation {
    name: "log_in",
    path: "/log_in",
    security: &["password"],
    ..Operation::DEFAULT
};

/// Can do without a credential.
pub(crate) static SEARCH: Operation = Operation {
    name: "search",
    path: "/search",
    security: &["api_key"],
    anonymous: true,
    ..Operation::DEFAULT
};

/// Knows no credentials.
pub(crate) static HEALTH: Operation = Operation {
    name: "health",
    path: "/health",
    ..Operation::DEFAULT
};

static OPEN_SESSION: Operation = Operation {
    name: "sessions.open",
    method: Method::Post,
    path: "/sessions/open",
    body: Body::Json,
    response_key: Some("session"),
    security: &["public_key"],
    ..Operation::DEFAULT
};

pub(crate) static EXCHANGE: Exchange = Exchange {
    from: &PUBLIC_KEY,
    operation: &OPEN_SESSION,
    token: "token",
    to: &SESSION,
};

/// A builder of a client whose server answers everything with `{}`.
pub(crate) fn builder(settings: &'static Settings) -> (ClientBuilder, FakeTransport) {
    let server = FakeTransport::with_handler(|_| Ok(http::Response::new("{}".into())));
    (builder_with(settings, &server), server)
}

pub(crate) fn builder_with(settings: &'static Settings, server: &FakeTransport) -> ClientBuilder {
    Client::builder(settings)
        .transport(server.clone())
        .clock(FakeClock::new())
}
