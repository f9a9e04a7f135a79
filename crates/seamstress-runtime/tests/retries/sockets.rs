//! Connections that fail in every way: the error says how, the client stays fit for use, and a
//! GET that fails once succeeds.

use std::time::Duration;

use seamstress_runtime::bytes::Bytes;
use seamstress_runtime::http::Request;
use seamstress_runtime::{Attempt, Call, Client, Error, ErrorKind, Hook, RetryOptions};
use tokio::task::JoinSet;

use crate::api::{GET, POST, builder, transport};
use crate::server::{GOOD, Server, Step};

use ErrorKind::{Api, Timeout, Transport};
use Step::{BeWell, Drip, HalfClose, Hang, Read, ReadHead, Reset, Write, WriteHeader};

/// How often each failure is tried: some of them are races.
const TIMES: usize = 20;

/// What comes of a connection that fares by such steps.
type Row = (&'static str, Vec<Step>, Result<(), ErrorKind>);

const NO_PAUSE: Duration = Duration::ZERO;
const SLOW: Duration = Duration::from_millis(50);

#[rustfmt::skip]
fn rows() -> Vec<Row> {
    vec![
        ("reset on connect",      vec![Reset],                                      Err(Transport)),
        ("end on connect",        vec![],                                           Err(Transport)),
        ("reset in the request",  vec![ReadHead, Reset],                            Err(Transport)),
        ("reset after it",        vec![Read, Reset],                                Err(Transport)),
        ("end after it",          vec![Read],                                       Err(Transport)),
        ("half-close",            vec![Read, HalfClose],                            Err(Transport)),
        ("reset in the body",     vec![Read, Write(LONGER), Reset],                 Err(Transport)),
        ("end of a long body",    vec![Read, Write(LONGER)],                        Err(Transport)),
        ("end of a chunk",        vec![Read, Write(CUT_CHUNK)],                     Err(Transport)),
        ("a bad chunk size",      vec![Read, Write(BAD_CHUNK)],                     Err(Transport)),
        ("a bad status line",     vec![Read, Write(b"SMTP 220 hello\r\n\r\n")],     Err(Transport)),
        ("a bad header",          vec![Read, Write(b"HTTP/1.1 200 OK\r\n:\r\n\r\n")], Err(Transport)),
        ("two lengths",           vec![Read, Write(TWO_LENGTHS)],                   Err(Transport)),
        ("a header without end",  vec![Read, WriteHeader(1_000_000), Hang],         Err(Transport)),
        ("silence",               vec![Read, Hang],                                 Err(Timeout)),
        ("half a header",         vec![Read, Write(b"HTTP/1.1 200"), Hang],         Err(Timeout)),
        ("half a body",           vec![Read, Write(LONGER), Hang],                  Err(Timeout)),
        ("a slow header",         vec![Read, Drip(GOOD, SLOW)],                     Err(Timeout)),
        ("an answer too early",   vec![ReadHead, Write(EARLY), HalfClose],          Err(Api)),
        ("byte by byte",          vec![Read, Drip(GOOD, NO_PAUSE), BeWell],          Ok(())),
        ("continue first",        vec![ReadHead, Write(CONTINUE), Write(GOOD), BeWell], Ok(())),
        ("a header of 70 kB",     vec![Read, WriteHeader(70_000), Write(REST), BeWell], Ok(())),
        ("no length, but an end", vec![Read, Write(b"HTTP/1.0 200 OK\r\n\r\n{}")],  Ok(())),
    ]
}

const LONGER: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{";
const CUT_CHUNK: &[u8] = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{}";
const BAD_CHUNK: &[u8] = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n";
const TWO_LENGTHS: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}";
const EARLY: &[u8] = b"HTTP/1.1 503 X\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";
const CONTINUE: &[u8] = b"HTTP/1.1 100 Continue\r\n\r\n";
const REST: &[u8] = b"content-length: 2\r\n\r\n{}";

fn client(url: &str, attempts: u32, fails: Result<(), ErrorKind>) -> Client {
    // The attempt after one that took too long is in time, even where the machine is busy.
    let timeout = match fails {
        Err(Timeout) => Duration::from_millis(700),
        _ => Duration::from_secs(20),
    };
    let retry = RetryOptions::default()
        .max_attempts(attempts)
        .deadline(Duration::from_secs(60));
    builder(url).timeout(timeout).retry(retry).build().unwrap()
}

/// Gives a request a body that no buffer of a socket holds.
#[derive(Debug)]
struct Large;

impl Hook for Large {
    fn before(&self, _: &Attempt<'_>, request: &mut Request<Bytes>) -> Result<(), Error> {
        static BODY: [u8; 16_000_000] = [0; 16_000_000];
        *request.body_mut() = Bytes::from_static(&BODY);
        Ok(())
    }
}

fn large(url: &str) -> Client {
    let builder = builder(url).hook(Large).retry(RetryOptions::never());
    builder.build().unwrap()
}

/// One attempt ends as it must, and the next call of the same client is well.
async fn check_once((what, steps, expected): Row) {
    let server = Server::faulty(&steps, 1).await;
    let client = client(&server.url, 1, expected);
    let call = match what {
        "an answer too early" => Call::new(&large(&server.url), &POST),
        _ => Call::new(&client, &GET),
    };
    match call.send_value::<()>().await {
        Ok(()) => assert_eq!(expected, Ok(()), "{what}"),
        Err(error) => {
            assert_eq!(Err(error.kind()), expected, "{what}: {error}");
            assert!(!error.is_connect(), "{what}: {error}");
            assert_eq!(error.is_timeout(), error.kind() == Timeout, "{what}");
        }
    }
    let next = Call::new(&client, &GET).send_value::<()>().await;
    next.unwrap_or_else(|error| panic!("{what}: the next call: {error}"));
}

/// With a second attempt, a GET succeeds.
async fn check_again((what, steps, expected): Row) {
    let server = Server::faulty(&steps, 1).await;
    let client = client(&server.url, 2, expected);
    let response = Call::new(&client, &GET).send::<()>().await;
    let response = response.unwrap_or_else(|error| panic!("{what}: {error}"));
    let attempts = if expected.is_ok() { 1 } else { 2 };
    assert_eq!(response.attempts(), attempts, "{what}");
}

#[tokio::test]
async fn connections_that_fail() {
    // Made here, as it takes longer than the shortest timeout.
    drop(transport());
    for row in rows() {
        let mut running = JoinSet::new();
        for _ in 0..TIMES {
            running.spawn(check_once(row.clone()));
            running.spawn(check_again(row.clone()));
        }
        while let Some(done) = running.join_next().await {
            done.unwrap();
        }
    }
}

/// A server may close a connection that nobody uses. The next call finds it in the pool, and
/// must not fail with it: nothing was sent, so a POST is safe too.
#[tokio::test]
async fn a_pooled_connection_that_was_closed_costs_nothing() {
    for operation in [&GET, &POST] {
        let server = Server::faulty(&[Read, Write(GOOD)], TIMES).await;
        let client = client(&server.url, 1, Ok(()));
        for _ in 0..TIMES {
            let response = Call::new(&client, operation).send::<()>().await.unwrap();
            assert_eq!(response.attempts(), 1);
            // The client's side hears of the end as soon as the runtime has a moment.
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        assert_eq!((server.requests(), server.connections()), (TIMES, TIMES));
    }
}

/// Connections of answers that were read to their end are used again.
#[tokio::test]
async fn a_connection_that_is_well_is_used_again() {
    let server = Server::faulty(&[], 0).await;
    let client = client(&server.url, 1, Ok(()));
    for operation in [&GET, &POST, &GET] {
        let call = Call::new(&client, operation);
        call.send_value::<()>().await.unwrap();
    }
    assert_eq!((server.requests(), server.connections()), (3, 1));
}
