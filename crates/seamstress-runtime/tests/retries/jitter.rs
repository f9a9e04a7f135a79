//! The random part of pauses.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use seamstress_runtime::testing::{FakeClock, FakeTransport};
use seamstress_runtime::{BoxFuture, Call, Clock, RetryOptions, TransportErrorKind};

use crate::api::{GET, fake};

/// A fake clock that picks pauses as real ones do, and notes among how long ones.
#[derive(Clone, Debug, Default)]
struct Random {
    clock: FakeClock,
    limits: Arc<Mutex<Vec<Duration>>>,
}

/// A clock that leaves the choice to the trait.
#[derive(Debug)]
struct Provided;

impl Clock for Provided {
    fn now(&self) -> Duration {
        Duration::ZERO
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'_, ()> {
        Box::pin(std::future::ready(()))
    }
}

impl Clock for Random {
    fn now(&self) -> Duration {
        self.clock.now()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        self.clock.sleep(duration)
    }

    fn jitter(&self, max: Duration) -> Duration {
        self.limits.lock().unwrap().push(max);
        Provided.jitter(max)
    }
}

/// Full jitter: anything between zero and the limit, and all of it equally often. With 400
/// pauses, the chance that a tenth stays empty is below 10⁻¹⁷.
#[tokio::test]
async fn pauses_are_anything_up_to_their_limit() {
    let random = Random::default();
    let server = FakeTransport::new();
    let client = fake("http://a.invalid", FakeClock::new())
        .clock(random.clone())
        .transport(server.clone())
        .retry(
            RetryOptions::default()
                .max_attempts(401)
                .deadline(Duration::MAX),
        )
        .retry_budget(400)
        .build()
        .unwrap();
    (0..401).for_each(|_| server.fail(TransportErrorKind::Other));
    let result = Call::new(&client, &GET).send_value::<()>().await;
    assert_eq!(result.unwrap_err().attempts(), 401);

    let limits = random.limits.lock().unwrap().clone();
    let slept = random.clock.slept();
    assert_eq!((limits.len(), slept.len()), (400, 400));
    let first: Vec<u128> = limits.iter().take(7).map(Duration::as_millis).collect();
    assert_eq!(first, [200, 400, 800, 1600, 3200, 5000, 5000]);
    let mut tenths = [0; 10];
    for (pause, limit) in slept.iter().zip(&limits) {
        assert!(pause <= limit, "{pause:?} of {limit:?}");
        let share = pause.as_secs_f64() / limit.as_secs_f64();
        tenths[((share * 10.0) as usize).min(9)] += 1;
    }
    assert!(tenths.iter().all(|count| *count > 0), "{tenths:?}");
}

#[test]
fn the_longest_limits_are_no_trouble() {
    for max in [Duration::ZERO, Duration::from_nanos(1), Duration::MAX] {
        for _ in 0..1000 {
            assert!(Provided.jitter(max) <= max);
        }
    }
}
