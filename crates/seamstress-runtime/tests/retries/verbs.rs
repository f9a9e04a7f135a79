//! What is tried again: every method, every failure, with and without the caller's word.

use std::time::Duration;

use seamstress_runtime::http::Request;
use seamstress_runtime::{Attempt, Call, Error, ErrorKind, Hook, Operation, RetryOptions, bytes};
use tokio::task::JoinSet;

use crate::api::{
    COPY, DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT, QUERY, SEARCH, TRACE, TWIN, builder,
    transport,
};
use crate::server::{Server, Step, closed_port};

/// The most attempts in these tests.
const MOST: u32 = 3;

/// The operations, and whether they are tried again where nobody says anything
/// (RFC 9110, section 9.2.2).
const VERBS: [(&Operation, bool); 12] = [
    (&GET, true),
    (&PUT, true),
    (&POST, false),
    (&DELETE, true),
    (&PATCH, false),
    (&HEAD, true),
    (&OPTIONS, true),
    (&TRACE, true),
    (&QUERY, true),
    (&COPY, false),
    // The document knows more of it than its method says.
    (&SEARCH, true),
    // It goes by POST, and is a GET all the same.
    (&TWIN, true),
];

/// A way to fail, and what comes of it.
#[derive(Clone)]
struct Row {
    fault: Fault,
    /// How many attempts are made where a repetition is safe, and where it is not.
    attempts: (u32, u32),
    /// How many of them the server sees.
    seen: bool,
    kind: ErrorKind,
    is_connect: bool,
}

#[derive(Clone)]
enum Fault {
    Refused,
    Hook,
    Steps(Vec<Step>),
}

use ErrorKind::{Api, Hook as Refused, ResponseTooLarge, Timeout, Transport};
use Step::{Hang, Read, Reset, Write};

#[rustfmt::skip]
fn rows() -> Vec<(&'static str, Row)> {
    let half = Write(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{");
    let large = Write(b"HTTP/1.1 200 OK\r\ncontent-length: 1001\r\n\r\n{");
    vec![
        //                   what happens           attempts  seen   kind     is_connect
        ("refused",      row(Fault::Refused,        (3, 3), false, Transport, true)),
        ("reset before", row(steps(&[Read, Reset]), (3, 1), true, Transport, false)),
        ("reset midway", row(steps(&[Read, half, Reset]), (3, 1), true, Transport, false)),
        ("end before",   row(steps(&[Read]),        (3, 1), true, Transport, false)),
        ("silence",      row(steps(&[Read, Hang]),  (3, 1), true, Timeout, false)),
        ("too large",    row(steps(&[Read, large]), (1, 1), true, ResponseTooLarge, false)),
        ("a hook",       row(Fault::Hook,           (0, 0), false, Refused, false)),
        ("408", row(status(b"HTTP/1.1 408 X\r\nconnection: close\r\n\r\n"), (3, 1), true, Api, false)),
        ("429", row(status(b"HTTP/1.1 429 X\r\nconnection: close\r\n\r\n"), (3, 1), true, Api, false)),
        ("500", row(status(b"HTTP/1.1 500 X\r\nconnection: close\r\n\r\n"), (3, 1), true, Api, false)),
        ("502", row(status(b"HTTP/1.1 502 X\r\nconnection: close\r\n\r\n"), (3, 1), true, Api, false)),
        ("503", row(status(b"HTTP/1.1 503 X\r\nconnection: close\r\n\r\n"), (3, 1), true, Api, false)),
        ("504", row(status(b"HTTP/1.1 504 X\r\nconnection: close\r\n\r\n"), (3, 1), true, Api, false)),
        ("302", row(status(b"HTTP/1.1 302 X\r\nlocation: /x\r\nconnection: close\r\n\r\n"), (1, 1), true, Api, false)),
        ("400", row(status(b"HTTP/1.1 400 X\r\nconnection: close\r\n\r\n"), (1, 1), true, Api, false)),
        ("401", row(status(b"HTTP/1.1 401 X\r\nconnection: close\r\n\r\n"), (1, 1), true, Api, false)),
        ("404", row(status(b"HTTP/1.1 404 X\r\nconnection: close\r\n\r\n"), (1, 1), true, Api, false)),
        ("409", row(status(b"HTTP/1.1 409 X\r\nconnection: close\r\n\r\n"), (1, 1), true, Api, false)),
    ]
}

fn row(fault: Fault, attempts: (u32, u32), seen: bool, kind: ErrorKind, is_connect: bool) -> Row {
    Row {
        fault,
        attempts,
        seen,
        kind,
        is_connect,
    }
}

fn steps(steps: &[Step]) -> Fault {
    Fault::Steps(steps.to_vec())
}

fn status(answer: &'static [u8]) -> Fault {
    steps(&[Read, Write(answer)])
}

#[derive(Debug)]
struct Never;

impl Hook for Never {
    fn before(&self, _: &Attempt<'_>, _: &mut Request<bytes::Bytes>) -> Result<(), Error> {
        Err(Error::refused("not today"))
    }
}

fn call(url: &str, operation: &'static Operation, fault: &Fault, vouched: Option<bool>) -> Call {
    let waits =
        matches!(fault, Fault::Steps(steps) if steps.iter().any(|step| matches!(step, Hang)));
    // The attempt after the silence is in time, even where the machine is busy.
    let timeout = if waits { 700 } else { 20_000 };
    // By default, all attempts have twice the time of one: too little for the pauses here.
    let retry = RetryOptions::default()
        .max_attempts(MOST)
        .deadline(Duration::from_secs(60));
    let mut builder = builder(url)
        .retry(retry)
        .max_response_bytes(1000)
        .timeout(Duration::from_millis(timeout));
    if matches!(fault, Fault::Hook) {
        builder = builder.hook(Never);
    }
    let mut call = Call::new(&builder.build().unwrap(), operation);
    if std::ptr::eq(operation, &TWIN) {
        call.set("long", &"x".repeat(200));
    }
    if let Some(vouched) = vouched {
        call.idempotent(vouched);
    }
    call
}

/// Whether the failure is in the body of an answer, which HEAD has none of.
fn is_of_the_body(name: &str) -> bool {
    ["reset midway", "too large"].contains(&name)
}

/// The server fails for as long as it is asked.
async fn check_lasting(
    what: String,
    row: Row,
    operation: &'static Operation,
    vouched: Option<bool>,
    is_safe: bool,
) {
    let server = match &row.fault {
        Fault::Steps(steps) => Server::faulty(steps, usize::MAX).await,
        Fault::Refused | Fault::Hook => Server::faulty(&[], 0).await,
    };
    let (closed, _held) = closed_port();
    let url = match row.fault {
        Fault::Refused => &closed,
        _ => &server.url,
    };
    let call = call(url, operation, &row.fault, vouched);
    let error = call.send_value::<()>().await.expect_err(&what);
    let (safe, once) = row.attempts;
    let expected = if is_safe { safe } else { once };
    assert_eq!(error.attempts(), expected, "{what}: attempts, {error}");
    let seen = if row.seen { expected } else { 0 };
    assert_eq!(server.requests(), seen as usize, "{what}: requests");
    assert_eq!(error.kind(), row.kind, "{what}: {error}");
    assert_eq!(error.is_connect(), row.is_connect, "{what}: {error}");
    assert_eq!(error.operation(), Some(operation.name), "{what}");
}

/// The server fails the first time, and is well from then on.
async fn check_passing(
    what: String,
    row: Row,
    operation: &'static Operation,
    vouched: Option<bool>,
    is_safe: bool,
) {
    let Fault::Steps(steps) = &row.fault else {
        return;
    };
    let server = Server::faulty(steps, 1).await;
    let call = call(&server.url, operation, &row.fault, vouched);
    let result = call.send::<()>().await;
    let (safe, once) = row.attempts;
    let expected = if is_safe { safe } else { once }.min(2);
    assert_eq!(server.requests(), expected as usize, "{what}: requests");
    match result {
        Ok(response) => {
            assert_eq!(expected, 2, "{what}: it succeeded");
            assert_eq!(response.attempts(), 2, "{what}");
        }
        Err(error) => {
            assert_eq!(expected, 1, "{what}: {error}");
            assert_eq!(error.attempts(), 1, "{what}: {error}");
        }
    }
}

#[tokio::test]
async fn every_method_and_every_failure() {
    // Made here, as it takes longer than the shortest timeout.
    drop(transport());
    let mut cells = 0;
    for (name, row) in rows() {
        let mut running = JoinSet::new();
        for (operation, by_itself) in VERBS {
            if operation.name == HEAD.name && is_of_the_body(name) {
                continue;
            }
            for vouched in [None, Some(true), Some(false)] {
                let is_safe = vouched.unwrap_or(by_itself);
                let what = format!("{name}, {}, {vouched:?}", operation.name);
                let (row, again) = (row.clone(), row.clone());
                running.spawn(async move {
                    check_lasting(what.clone(), again, operation, vouched, is_safe).await;
                    check_passing(what, row, operation, vouched, is_safe).await;
                });
                cells += 1;
            }
        }
        while let Some(done) = running.join_next().await {
            done.unwrap();
        }
    }
    assert_eq!(cells, 18 * 36 - 2 * 3);
}

#[tokio::test]
async fn an_answer_to_head_has_no_body_that_could_be_too_large() {
    let large = b"HTTP/1.1 200 OK\r\ncontent-length: 1001\r\n\r\n";
    let fault = steps(&[Read, Write(large)]);
    let Fault::Steps(steps) = &fault else {
        unreachable!();
    };
    let server = Server::faulty(steps, 1).await;
    let response = call(&server.url, &HEAD, &fault, None).send::<()>().await;
    assert_eq!(response.unwrap().attempts(), 1);
}
