//! A workspace whose server answers 503 with nothing at all, for a while.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use seam_api::runtime::bytes::Bytes;
use seam_api::runtime::http::Response;
use seam_api::testing::FakeClock;
use seam_api::{Attempt, ErrorKind, Hook, RetryOptions, Seam, TransportError};
use seam_tests::{API_KEY, FakeSeam, LOCK, WORKSPACE};

/// From now on, these operations of the example workspace fail, and no others.
fn outage(server: &FakeSeam, routes: &[&str]) {
    let outage = format!(r#"{{"workspace_id": "{WORKSPACE}", "routes": {routes:?}}}"#);
    let answer = server
        .control("/_fake/simulate_workspace_outage", &outage)
        .unwrap();
    assert_eq!(answer.0, 200, "{}", answer.1);
}

/// A client that does not wait for the pauses between attempts.
fn client(server: &FakeSeam) -> (Seam, FakeClock) {
    let clock = FakeClock::new();
    let builder = Seam::builder().api_key(API_KEY).base_url(server.url());
    (builder.clock(clock.clone()).build().unwrap(), clock)
}

#[tokio::test]
async fn reads_are_tried_again() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let (seam, clock) = client(&server);
    outage(&server, &["/devices/list"]);
    let error = seam.devices().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Api);
    assert!(error.is_server_error());
    assert_eq!(error.status().unwrap(), 503);
    assert_eq!(error.attempts(), 4);
    assert_eq!(clock.slept(), [200, 400, 800].map(Duration::from_millis));
    let api = error.api().unwrap();
    assert_eq!((api.kind(), api.message(), api.body()), (None, None, ""));
    assert!(error.to_string().contains("4 attempts"), "{error}");

    // What is said of the client or of a call, is heeded.
    let once = Seam::builder().api_key(API_KEY).base_url(server.url());
    let once = once.retry(RetryOptions::never()).build().unwrap();
    let error = once.devices().list().await.unwrap_err();
    assert_eq!(error.attempts(), 1);

    // The others go on, and so does this one when the outage is over.
    seam.locks().list().await.unwrap();
    outage(&server, &[]);
    let devices = seam.devices().list().await.unwrap();
    assert!(!devices.items.is_empty());
    assert_eq!(devices.envelope().attempts(), 1);
}

/// What a door does is not done twice.
#[tokio::test]
async fn writes_are_not() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let (seam, clock) = client(&server);
    outage(&server, &["/locks/unlock_door"]);
    let error = seam.locks().unlock_door(LOCK).await.unwrap_err();
    assert_eq!(
        (error.status().unwrap().as_u16(), error.attempts()),
        (503, 1)
    );
    assert!(clock.slept().is_empty());
    outage(&server, &[]);
    seam.locks().unlock_door(LOCK).await.unwrap();
}

/// Ends the outage as soon as the second attempt has failed.
#[derive(Clone, Debug)]
struct Repair {
    server: Arc<FakeSeam>,
    statuses: Arc<Mutex<Vec<u16>>>,
}

impl Hook for Repair {
    fn after(
        &self,
        attempt: &Attempt<'_>,
        outcome: Result<&Response<Bytes>, &TransportError>,
        _: Duration,
    ) {
        self.statuses
            .lock()
            .unwrap()
            .push(outcome.unwrap().status().as_u16());
        if attempt.number() == 2 {
            outage(&self.server, &[]);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_short_outage_goes_unnoticed() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    outage(&server, &["/devices/get"]);
    let repair = Repair {
        server: Arc::new(server),
        statuses: Arc::default(),
    };
    let builder = Seam::builder()
        .api_key(API_KEY)
        .base_url(repair.server.url());
    let builder = builder.hook(repair.clone()).clock(FakeClock::new());
    let seam = builder.build().unwrap();
    let get = seam.devices().get().device_id(LOCK);
    let response = get.send_with_response().await.unwrap();
    assert_eq!(response.attempts(), 3);
    assert_eq!(response.value.device_id, LOCK);
    assert_eq!(*repair.statuses.lock().unwrap(), [503, 503, 200]);
}
