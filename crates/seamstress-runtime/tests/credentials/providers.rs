//! Tokens that the caller brings, and many calls that wait for one.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use seamstress_runtime::testing::{FakeClock, FakeTransport};
use seamstress_runtime::{BoxFuture, Call, Client, Error, ErrorKind, Token, TokenProvider};
use serde_json::json;

use crate::token_server::{READ, TOKEN, answer, bearers, builder};

/// Gives `p1`, `p2`, …, after a while; fails where it is told to.
#[derive(Clone, Debug, Default)]
struct Provider {
    asked: Arc<AtomicUsize>,
    fails: bool,
    lifetime: Option<Duration>,
}

impl TokenProvider for Provider {
    fn token(&self) -> BoxFuture<'_, Result<Token, Error>> {
        Box::pin(async move {
            let number = self.asked.fetch_add(1, Ordering::Relaxed) + 1;
            for _ in 0..10 {
                tokio::task::yield_now().await;
            }
            if self.fails {
                return Err(Error::refused("the vault is closed"));
            }
            let token = Token::new(format!("p{number}"));
            Ok(match self.lifetime {
                Some(lifetime) => token.expires_in(lifetime),
                None => token,
            })
        })
    }
}

fn set_up(provider: &Provider) -> (Client, FakeTransport, FakeClock) {
    let server = FakeTransport::with_handler(|_| Ok(answer(200, json!({}))));
    let clock = FakeClock::new();
    let builder = builder(&server, &clock).tokens(&TOKEN, provider.clone());
    (builder.build().unwrap(), server, clock)
}

/// Fifty calls at once, on tasks of their own.
async fn storm(client: &Client) -> Vec<Result<(), Error>> {
    let calls: Vec<_> = (0..50)
        .map(|_| {
            let call = Call::new(client, &READ);
            tokio::spawn(async move { call.send_value::<()>().await })
        })
        .collect();
    let mut results = Vec::new();
    for call in calls {
        results.push(call.await.unwrap());
    }
    results
}

#[tokio::test]
async fn many_calls_wait_for_one_token() {
    let provider = Provider {
        lifetime: Some(Duration::from_secs(600)),
        ..Provider::default()
    };
    let (client, server, clock) = set_up(&provider);
    for round in 1..=3 {
        assert!(storm(&client).await.iter().all(Result::is_ok));
        assert_eq!(provider.asked.load(Ordering::Relaxed), round);
        clock.advance(Duration::from_secs(600));
    }
    let bearers = bearers(&server);
    for round in 1..=3 {
        let expected = format!("Bearer p{round}");
        assert_eq!(
            bearers.iter().filter(|bearer| **bearer == expected).count(),
            50
        );
    }
}

/// On several threads too.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn threads_wait_for_one_token() {
    let provider = Provider::default();
    let (client, _, _) = set_up(&provider);
    for _ in 0..20 {
        assert!(storm(&client).await.iter().all(Result::is_ok));
    }
    assert_eq!(provider.asked.load(Ordering::Relaxed), 1);
}

/// One failure is everybody's who waited; the next call tries again.
#[tokio::test]
async fn a_failure_is_not_repeated_by_everyone() {
    let provider = Provider {
        fails: true,
        ..Provider::default()
    };
    let (client, server, _) = set_up(&provider);
    for round in 1..=2 {
        for result in storm(&client).await {
            let error = result.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Hook);
            assert!(error.to_string().contains("the vault is closed"), "{error}");
        }
        assert_eq!(provider.asked.load(Ordering::Relaxed), round);
    }
    assert!(server.requests().is_empty());
}

/// A call that is given up while it obtains the token leaves that to the others.
#[tokio::test]
async fn a_dropped_call_holds_nobody_up() {
    let provider = Provider::default();
    let (client, server, _) = set_up(&provider);
    let first = Call::new(&client, &READ);
    let first = tokio::spawn(async move { first.send_value::<()>().await });
    while provider.asked.load(Ordering::Relaxed) == 0 {
        tokio::task::yield_now().await;
    }
    let waiting = storm(&client);
    let waiting = async {
        first.abort();
        waiting.await
    };
    assert!(waiting.await.iter().all(Result::is_ok));
    assert_eq!(provider.asked.load(Ordering::Relaxed), 2);
    assert_eq!(bearers(&server).len(), 50);
}

/// Many calls are refused with one token: it is renewed once.
#[tokio::test]
async fn a_token_that_many_calls_see_refused_is_renewed_once() {
    let provider = Provider::default();
    let server = FakeTransport::with_handler(|asked| {
        let is_old = asked.header("authorization") == Some("Bearer p1");
        Ok(answer(if is_old { 401 } else { 200 }, json!({})))
    });
    let builder = builder(&server, &FakeClock::new()).tokens(&TOKEN, provider.clone());
    let client = builder.build().unwrap();
    assert!(storm(&client).await.iter().all(Result::is_ok));
    assert_eq!(provider.asked.load(Ordering::Relaxed), 2);
}

/// A token that the caller gives as it is cannot be renewed: 401 is the answer.
#[tokio::test]
async fn a_fixed_token_is_sent_once() {
    let server = FakeTransport::with_handler(|_| Ok(answer(401, json!({}))));
    let client = builder(&server, &FakeClock::new()).secret(&TOKEN, "mine");
    let client = client.build().unwrap();
    let error = Call::new(&client, &READ).send::<()>().await.unwrap_err();
    assert!(error.is_unauthorized());
    assert_eq!(bearers(&server), ["Bearer mine"]);
}

/// Scenario: the provider takes longer than the call may. Expected: the call MUST end without a
/// request, and the token, once it is there, is good for the next one.
#[tokio::test]
async fn a_token_that_comes_too_late_is_the_next_calls() {
    #[derive(Debug)]
    struct Slow(FakeClock);

    impl TokenProvider for Slow {
        fn token(&self) -> BoxFuture<'_, Result<Token, Error>> {
            self.0.advance(Duration::from_secs(61));
            Box::pin(async { Ok(Token::new("late")) })
        }
    }

    let server = FakeTransport::with_handler(|_| Ok(answer(200, json!({}))));
    let clock = FakeClock::new();
    let builder = builder(&server, &clock).tokens(&TOKEN, Slow(clock.clone()));
    let client = builder.build().unwrap();
    let error = Call::new(&client, &READ).send::<()>().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 0));
    assert!(server.requests().is_empty());
    Call::new(&client, &READ).send::<()>().await.unwrap();
    assert_eq!(bearers(&server), ["Bearer late"]);
}
