//! Pauses and deadlines, by a clock that nobody waits for.

use std::time::Duration;

use seamstress_runtime::bytes::Bytes;
use seamstress_runtime::http::{Response, StatusCode};
use seamstress_runtime::testing::{FakeClock, FakeTransport};
use seamstress_runtime::{BoxFuture, Call, Clock, Error, ErrorKind, RetryOptions};

use crate::api::{GET, fake};

fn ms(milliseconds: u64) -> Duration {
    Duration::from_millis(milliseconds)
}

fn busy(headers: &[(&'static str, &str)]) -> Response<Bytes> {
    let mut answer = Response::new(Bytes::new());
    *answer.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    for (name, value) in headers {
        answer.headers_mut().insert(*name, value.parse().unwrap());
    }
    answer
}

/// A server that always answers 503 with `headers`, and the failure of a call to it.
async fn fail(clock: &FakeClock, retry: RetryOptions, headers: &[(&'static str, &str)]) -> Error {
    let answer = busy(headers);
    let server = FakeTransport::with_handler(move |_| Ok(answer.clone()));
    let client = fake("http://a.invalid", clock.clone()).transport(server);
    let client = client.retry(retry).build().unwrap();
    let result = Call::new(&client, &GET).send_value::<()>().await;
    result.unwrap_err()
}

#[tokio::test]
async fn pauses_double_up_to_the_longest() {
    let clock = FakeClock::new();
    let retry = RetryOptions::default().max_attempts(7).max_delay(ms(1000));
    let error = fail(&clock, retry, &[]).await;
    assert_eq!(error.attempts(), 7);
    assert_eq!(
        clock.slept(),
        [200, 400, 800, 1000, 1000, 1000].map(ms),
        "there is none after the last attempt"
    );
    let clock = FakeClock::new();
    assert_eq!(
        fail(&clock, RetryOptions::default(), &[]).await.attempts(),
        4
    );
    assert_eq!(clock.slept(), [200, 400, 800].map(ms));
}

#[tokio::test]
async fn one_attempt_has_no_pause() {
    let clock = FakeClock::new();
    let error = fail(&clock, RetryOptions::never(), &[("retry-after", "1")]).await;
    assert_eq!((error.attempts(), clock.slept().len()), (1, 0));
    assert_eq!(error.retry_after(), Some(ms(1000)));
}

/// The clock stands at 2000-01-01T00:00:00Z.
const IN_TEN: &str = "Sat, 01 Jan 2000 00:00:10 GMT";

#[tokio::test]
async fn a_server_says_when_to_come_back() {
    let retry = RetryOptions::default().max_attempts(2);
    for (headers, pause) in [
        (vec![("retry-after", "7")], 7000),
        (vec![("retry-after", "0")], 200),
        (vec![("retry-after", "-3")], 200),
        (vec![("retry-after", "in a while")], 200),
        (vec![("retry-after", IN_TEN)], 10_000),
        // The server's clock is five seconds ahead.
        (
            vec![
                ("retry-after", IN_TEN),
                ("date", "Sat, 01 Jan 2000 00:00:05 GMT"),
            ],
            5000,
        ),
        (
            vec![
                ("retry-after", IN_TEN),
                ("date", "Sat, 01 Jan 2000 00:00:11 GMT"),
            ],
            200,
        ),
        (vec![("retry-after", IN_TEN), ("date", "noon")], 10_000),
        (vec![("retry-after", "Fri, 31 Dec 1999 23:59:59 GMT")], 200),
    ] {
        let clock = FakeClock::new();
        fail(&clock, retry, &headers).await;
        assert_eq!(clock.slept(), [ms(pause)], "{headers:?}");
    }
}

#[tokio::test]
async fn a_pause_that_would_reach_the_deadline_ends_the_call_at_once() {
    let retry = RetryOptions::default().deadline(ms(10_000));
    for (asked, seconds) in [
        ("10", 10),
        ("3600", 3600),
        ("99999999999999999999", u64::MAX),
        (IN_TEN, 10),
    ] {
        let clock = FakeClock::new();
        let error = fail(&clock, retry, &[("retry-after", asked)]).await;
        assert_eq!(clock.slept(), [], "{asked}");
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Api, 1));
        assert_eq!(error.retry_after(), Some(Duration::from_secs(seconds)));
        assert!(error.is_server_error());
    }
    let clock = FakeClock::new();
    let error = fail(&clock, retry, &[("retry-after", "9")]).await;
    assert_eq!((error.attempts(), clock.slept()), (2, vec![ms(9000)]));
}

/// A server that takes `takes` for an answer, and what is left for each attempt.
async fn timeouts(
    timeout: Duration,
    takes: Duration,
    retry: RetryOptions,
) -> (Error, Vec<Duration>) {
    let clock = FakeClock::new();
    let moved = clock.clone();
    let server = FakeTransport::with_handler(move |_| {
        moved.advance(takes);
        Ok(busy(&[]))
    });
    let builder = fake("http://a.invalid", clock.clone()).transport(server.clone());
    let client = builder.timeout(timeout).retry(retry).build().unwrap();
    let error = Call::new(&client, &GET).send_value::<()>().await;
    let requests = server.requests();
    let timeouts = requests.iter().map(|asked| asked.limits().timeout);
    (error.unwrap_err(), timeouts.collect())
}

#[tokio::test]
async fn attempts_get_what_is_left_of_the_deadline() {
    // Twice the timeout by default: attempts begin at 0, 20.2 and 40.6 seconds, and the pause
    // after the third would reach the deadline of 60.
    let (error, left) = timeouts(ms(30_000), ms(20_000), RetryOptions::default()).await;
    assert_eq!(left, [30_000, 30_000, 19_400].map(ms));
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Api, 3));

    // A deadline below the timeout holds for the first attempt too.
    let retry = RetryOptions::default().deadline(ms(5000));
    let (error, left) = timeouts(ms(30_000), ms(1000), retry).await;
    assert_eq!(left, [5000, 3800, 2400, 600].map(ms));
    assert_eq!(error.attempts(), 4);

    let (error, left) = timeouts(ms(30_000), ms(5000), retry).await;
    assert_eq!((error.attempts(), left), (1, vec![ms(5000)]));
}

#[tokio::test]
async fn no_attempt_is_made_after_the_deadline() {
    // The pause of 200 ms ends right before the deadline, or would end with it.
    for (takes, attempts) in [(4799, 2), (4800, 1), (4801, 1)] {
        let retry = RetryOptions::default().deadline(ms(5000));
        let (error, left) = timeouts(ms(5000), ms(takes), retry).await;
        assert_eq!(error.attempts(), attempts, "{takes}");
        assert!(left.iter().all(|left| !left.is_zero()), "{left:?}");
    }
}

/// A clock that sleeps a minute too long, as one of a machine that was suspended.
#[derive(Debug)]
struct Suspended(FakeClock);

impl Clock for Suspended {
    fn now(&self) -> Duration {
        self.0.now()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        self.0.sleep(duration + ms(60_000))
    }
}

#[tokio::test]
async fn a_call_that_overslept_ends_with_what_it_has() {
    let server = FakeTransport::with_handler(|_| Ok(busy(&[])));
    let clock = FakeClock::new();
    let client = fake("http://a.invalid", clock.clone()).clock(Suspended(clock));
    let client = client.transport(server.clone()).build().unwrap();
    let error = Call::new(&client, &GET).send_value::<()>().await;
    let error = error.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Api, 1));
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_call_may_succeed_with_the_last_attempt() {
    let server = FakeTransport::new();
    (0..3).for_each(|_| server.answer_with(busy(&[])));
    server.answer(200, serde_json::json!({}));
    let clock = FakeClock::new();
    let client = fake("http://a.invalid", clock.clone()).transport(server.clone());
    let response = Call::new(&client.build().unwrap(), &GET).send::<()>().await;
    assert_eq!(response.unwrap().attempts(), 4);
    assert_eq!(clock.now(), ms(1400));
    assert_eq!((server.requests().len(), server.answers_left()), (4, 0));
}
