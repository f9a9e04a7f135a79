//! An API whose tokens are obtained, as a generated client would describe it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use http::Response;
use seamstress_runtime::testing::{FakeClock, FakeTransport, RecordedRequest};
use seamstress_runtime::{
    Body, Client, ClientBuilder, CredentialKind, Grant, Method, Operation, Settings, bytes, http,
};
use serde_json::{Value, json};

pub(crate) static TOKEN: CredentialKind = CredentialKind {
    name: "oauth",
    schemes: &["oauth"],
    ..CredentialKind::DEFAULT
};

pub(crate) static MACHINE: CredentialKind = CredentialKind {
    name: "client_credentials",
    schemes: &["oauth"],
    grant: Some(&Grant {
        token_url: "https://login.example.com/token?v=2",
        refresh_url: Some("https://login.example.com/refresh"),
        scopes: &["read", "write all"],
        ..Grant::DEFAULT
    }),
    variable: Some("EXAMPLE_CLIENT_SECRET"),
    user_variable: Some("EXAMPLE_CLIENT_ID"),
    ..CredentialKind::DEFAULT
};

/// At the API's own origin, and with the secret in the body.
pub(crate) static PLAIN_MACHINE: CredentialKind = CredentialKind {
    name: "plain",
    schemes: &["plain"],
    grant: Some(&Grant {
        token_url: "/oauth/token",
        secret_in_body: true,
        ..Grant::DEFAULT
    }),
    ..CredentialKind::DEFAULT
};

/// Of an API that says which scopes it has.
pub(crate) static SCOPED_MACHINE: CredentialKind = CredentialKind {
    name: "scoped",
    schemes: &["plain"],
    grant: Some(&Grant {
        token_url: "/oauth/token",
        documented: &["read", "write"],
        ..Grant::DEFAULT
    }),
    ..CredentialKind::DEFAULT
};

pub(crate) static SETTINGS: Settings = Settings {
    base_url: "https://api.example.com/v1",
    user_agent: "example/1",
    credentials: &[&TOKEN, &MACHINE, &PLAIN_MACHINE, &SCOPED_MACHINE],
    ..Settings::DEFAULT
};

pub(crate) static READ: Operation = Operation {
    name: "things.read",
    path: "/things",
    security: &["oauth", "plain"],
    ..Operation::DEFAULT
};

pub(crate) static WRITE: Operation = Operation {
    name: "things.write",
    method: Method::Post,
    path: "/things",
    body: Body::Json,
    security: &["oauth", "plain"],
    ..Operation::DEFAULT
};

pub(crate) fn answer(status: u16, body: Value) -> Response<Bytes> {
    let mut answer = Response::new(Bytes::from(body.to_string()));
    *answer.status_mut() = status.try_into().unwrap();
    answer
}

pub(crate) fn is_for_token(request: &RecordedRequest) -> bool {
    request.uri().host() == Some("login.example.com") || request.path() == "/oauth/token"
}

/// A server whose token endpoint counts: `t1`, `t2`, …, each for an hour; the API takes any.
pub(crate) fn counting() -> FakeTransport {
    let count = Arc::new(AtomicUsize::new(0));
    FakeTransport::with_handler(move |request| {
        Ok(match is_for_token(request) {
            true => {
                let number = count.fetch_add(1, Ordering::Relaxed) + 1;
                answer(
                    200,
                    json!({"access_token": format!("t{number}"), "token_type": "Bearer", "expires_in": 3600}),
                )
            }
            false => answer(200, json!({})),
        })
    })
}

pub(crate) fn builder(server: &FakeTransport, clock: &FakeClock) -> ClientBuilder {
    Client::builder(&SETTINGS)
        .transport(server.clone())
        .clock(clock.clone())
}

/// The `authorization` of the requests to the API.
pub(crate) fn bearers(server: &FakeTransport) -> Vec<String> {
    let requests = server
        .requests()
        .into_iter()
        .filter(|asked| !is_for_token(asked));
    requests
        .map(|asked| asked.header("authorization").unwrap_or_default().to_owned())
        .collect()
}

/// The requests to the token endpoint.
pub(crate) fn asked(server: &FakeTransport) -> Vec<RecordedRequest> {
    server.requests().into_iter().filter(is_for_token).collect()
}

pub(crate) fn form(request: &RecordedRequest) -> String {
    String::from_utf8(request.body().to_vec()).unwrap()
}
