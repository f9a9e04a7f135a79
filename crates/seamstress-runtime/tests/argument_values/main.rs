//! A hundred thousand random path arguments, and as many header values, over real connections:
//! each arrives as it is, in one request, or is refused and nothing arrives.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod echo;
mod values;

use std::time::{Duration, Instant};

use seamstress_runtime::{Body, Call, Client, ErrorKind, Operation, RetryOptions, Settings};

use crate::echo::Echo;

const VALUES: usize = 100_000;
const TASKS: usize = 32;

static SETTINGS: Settings = Settings {
    base_url: "http://api.example.invalid",
    ..Settings::DEFAULT
};

static GET: Operation = Operation {
    name: "names.get",
    path: "/names/{name_id}/value",
    body: Body::Query,
    ..Operation::DEFAULT
};

/// What came of the values.
#[derive(Debug, Default)]
struct Tally {
    sent: usize,
    refused: usize,
    refused_for_length: usize,
    longest: usize,
}

impl Tally {
    fn add(&mut self, other: &Self) {
        self.sent += other.sent;
        self.refused += other.refused;
        self.refused_for_length += other.refused_for_length;
        self.longest = self.longest.max(other.longest);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn path_arguments_arrive_as_they_are_or_not_at_all() {
    let tally = all("path arguments", path).await;
    assert!(tally.sent > VALUES / 2, "{tally:?}");
    assert!(tally.refused > VALUES / 100, "{tally:?}");
    assert!(tally.refused_for_length > 10, "{tally:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn header_values_arrive_as_they_are_or_not_at_all() {
    let tally = all("header values", header).await;
    assert!(tally.sent > VALUES / 4, "{tally:?}");
    assert!(tally.refused > VALUES / 10, "{tally:?}");
    assert!(tally.longest > 10_000, "{tally:?}");
}

/// Tries all values, some at a time; `check` tries one.
async fn all<F>(what: &str, check: fn(Client, String) -> F) -> Tally
where
    F: Future<Output = Tally> + Send + 'static,
{
    let server = Echo::start().await;
    let client = Client::builder(&SETTINGS)
        .base_url(server.url())
        .retry(RetryOptions::never())
        .timeout(Duration::from_secs(60))
        .build()
        .unwrap();
    let begun = Instant::now();
    let tasks: Vec<_> = (0..TASKS)
        .map(|task| {
            let client = client.clone();
            tokio::spawn(async move {
                let mut values = values::Values::new(task as u64);
                let mut tally = Tally::default();
                for _ in 0..VALUES / TASKS {
                    let value = values.next();
                    tally.add(&check(client.clone(), value).await);
                }
                tally
            })
        })
        .collect();
    let mut tally = Tally::default();
    for task in tasks {
        tally.add(&task.await.unwrap());
    }
    let took = begun.elapsed();
    println!(
        "{VALUES} {what} in {took:.1?}, over {} connections: {tally:?}",
        server.connections()
    );
    assert_eq!(tally.sent + tally.refused, VALUES);
    assert_eq!(
        server.requests(),
        tally.sent,
        "one request per call that was sent"
    );
    assert!(server.connections() <= 4 * TASKS, "connections are kept");
    tally
}

/// What came of one value, of this length.
fn one(length: usize, refused: bool, for_length: bool) -> Tally {
    Tally {
        sent: usize::from(!refused),
        refused: usize::from(refused),
        refused_for_length: usize::from(for_length),
        longest: if refused { 0 } else { length },
    }
}

async fn path(client: Client, value: String) -> Tally {
    let call = Call::new(&client, &GET).path("name_id", &value);
    match call.send::<()>().await {
        Ok(response) => {
            let echo = echo::parse(response.body());
            assert_eq!(echo.method, "GET");
            let segment = echo.target.strip_prefix("/names/");
            let segment = segment.and_then(|rest| rest.strip_suffix("/value"));
            let segment = segment.unwrap_or_else(|| panic!("{value:?} became {}", echo.target));
            // Nothing in it can be taken for a part of the URL, or for the end of the line.
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte);
            assert!(segment.bytes().all(plain), "{value:?} became {segment}");
            assert!(
                !values::has_dot_segment(segment),
                "{value:?} became {segment}"
            );
            let decoded: Vec<u8> = percent_encoding::percent_decode_str(segment).collect();
            assert_eq!(decoded, value.as_bytes(), "{value:?} became {segment}");
            one(value.len(), false, false)
        }
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Request, "{value:?}: {error}");
            assert_eq!(error.attempts(), 0);
            let long = value.len() > 20_000;
            let reason = value.is_empty() || values::has_dot_segment(&value);
            assert!(reason || long, "{value:?} was refused: {error}");
            one(value.len(), true, long && !reason)
        }
    }
}

async fn header(client: Client, value: String) -> Tally {
    let mut call = Call::new(&client, &GET).path("name_id", "n1");
    call.header("x-value", &value);
    call.header("x-after", "end");
    match call.send::<()>().await {
        Ok(response) => {
            let echo = echo::parse(response.body());
            assert_eq!((echo.method, echo.target), ("GET", "/names/n1/value"));
            let sent: Vec<_> = echo.values("x-value");
            assert_eq!(sent, [value.as_bytes()], "{value:?}");
            assert_eq!(echo.values("x-after"), [b"end"], "{value:?}");
            assert_eq!(echo.headers.len(), 5, "{:?}", echo.headers);
            one(value.len(), false, false)
        }
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Request, "{value:?}: {error}");
            assert_eq!(error.attempts(), 0);
            let around = value.trim_matches([' ', '\t']) != value;
            let control = |byte: u8| (byte < 32 && byte != b'\t') || byte == 127;
            assert!(
                around || value.bytes().any(control),
                "{value:?} was refused: {error}"
            );
            one(value.len(), true, false)
        }
    }
}
