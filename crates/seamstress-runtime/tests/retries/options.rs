//! Options of clients and of single calls.

use std::time::Duration;

use seamstress_runtime::testing::{FakeClock, FakeTransport};
use seamstress_runtime::{Call, Client, ErrorKind, RetryOptions, TransportErrorKind};

use crate::api::{GET, POST, TWIN, fake};

const SECOND: Duration = Duration::from_secs(1);

fn client(server: &FakeTransport, clock: &FakeClock) -> Client {
    let client = fake("http://a.invalid", clock.clone()).transport(server.clone());
    client.retry(RetryOptions::never()).build().unwrap()
}

#[tokio::test]
async fn options_of_a_call_stand_instead_of_the_clients() {
    let (server, clock) = (FakeTransport::new(), FakeClock::new());
    (0..8).for_each(|_| server.fail(TransportErrorKind::Timeout));
    let client = client(&server, &clock);
    let mut call = Call::new(&client, &GET);
    call.retry(
        RetryOptions::default()
            .max_attempts(3)
            .base_delay(2 * SECOND)
            .deadline(20 * SECOND),
    );
    call.timeout(15 * SECOND);
    let error = call.clone().send_value::<()>().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 3));
    assert_eq!(clock.slept(), [2 * SECOND, 4 * SECOND]);
    let limits: Vec<Duration> = timeouts(&server);
    assert_eq!(limits, [15 * SECOND, 15 * SECOND, 14 * SECOND]);

    // The client's own options have not changed.
    let error = Call::new(&client, &GET).send_value::<()>().await;
    assert_eq!(error.unwrap_err().attempts(), 1);
    assert_eq!(timeouts(&server)[3], 30 * SECOND);

    // The deadline follows from the timeout of the call where it has none of its own.
    call.retry(
        RetryOptions::default()
            .base_delay(10 * SECOND)
            .max_delay(10 * SECOND),
    );
    call.timeout(8 * SECOND);
    let error = call.send_value::<()>().await.unwrap_err();
    assert_eq!(error.attempts(), 2, "two pauses would reach 16 seconds");
}

fn timeouts(server: &FakeTransport) -> Vec<Duration> {
    let requests = server.requests();
    requests
        .iter()
        .map(|asked| asked.limits().timeout)
        .collect()
}

#[test]
fn a_client_refuses_options_by_which_nothing_works() {
    let never = RetryOptions::default().max_attempts(0);
    let at_once = RetryOptions::default().deadline(Duration::ZERO);
    let builder = || fake("http://a.invalid", FakeClock::new()).transport(FakeTransport::new());
    for (builder, word) in [
        (builder().retry(never), "attempts"),
        (builder().retry(at_once), "deadline"),
        (builder().timeout(Duration::ZERO), "timeout"),
    ] {
        let error = builder.build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(error.to_string().contains(word), "{error}");
    }
}

#[tokio::test]
async fn a_call_refuses_options_by_which_nothing_works() {
    let (server, clock) = (FakeTransport::new(), FakeClock::new());
    let client = client(&server, &clock);
    let call = || Call::new(&client, &GET);
    let (mut never, mut at_once, mut timeout) = (call(), call(), call());
    never.retry(RetryOptions::default().max_attempts(0));
    at_once.retry(RetryOptions::default().deadline(Duration::ZERO));
    timeout.timeout(Duration::ZERO);
    for (call, word) in [
        (never, "attempts"),
        (at_once, "deadline"),
        (timeout, "timeout"),
    ] {
        let error = call.send_value::<()>().await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Request, 0));
        assert!(error.to_string().contains(word), "{error}");
    }
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn a_post_is_tried_again_where_nothing_was_sent_or_the_caller_vouches_for_it() {
    for (kind, vouched, attempts) in [
        (TransportErrorKind::Connect, None, 4),
        (TransportErrorKind::Connect, Some(false), 4),
        (TransportErrorKind::Other, None, 1),
        (TransportErrorKind::Timeout, None, 1),
        (TransportErrorKind::Timeout, Some(true), 4),
        (TransportErrorKind::Unsupported, Some(true), 1),
    ] {
        let server = FakeTransport::new();
        (0..4).for_each(|_| server.fail(kind));
        let client = fake("http://a.invalid", FakeClock::new()).transport(server.clone());
        let mut call = Call::new(&client.build().unwrap(), &POST);
        if let Some(vouched) = vouched {
            call.idempotent(vouched);
        }
        let error = call.send_value::<()>().await.unwrap_err();
        assert_eq!(error.attempts(), attempts, "{kind:?} {vouched:?}");
        assert_eq!(server.requests().len(), attempts as usize);
    }
}

/// The failures of a call may differ: a POST stops with the first after which it is not safe.
#[tokio::test]
async fn each_failure_counts_by_itself() {
    let server = FakeTransport::new();
    server.fail(TransportErrorKind::Connect);
    server.fail(TransportErrorKind::Timeout);
    let client = fake("http://a.invalid", FakeClock::new()).transport(server.clone());
    let call = Call::new(&client.build().unwrap(), &POST);
    let error = call.send_value::<()>().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 2));
    assert!(!error.is_connect());
}

/// A GET that goes by POST is tried again by POST.
#[tokio::test]
async fn a_long_query_goes_by_post_each_time() {
    let server = FakeTransport::new();
    server.fail(TransportErrorKind::Timeout);
    server.answer(502, serde_json::json!({}));
    server.answer(200, serde_json::json!({}));
    let client = fake("http://a.invalid", FakeClock::new()).transport(server.clone());
    let mut call = Call::new(&client.build().unwrap(), &TWIN);
    call.set("long", &"x".repeat(200));
    assert_eq!(call.send::<()>().await.unwrap().attempts(), 3);
    for request in server.requests() {
        assert_eq!(request.line(), "POST /thing");
        assert_eq!(request.json()["long"], "x".repeat(200));
    }
}
