//! Programs without asynchronous code: no test here has a runtime, unless it says so.

use std::thread;
use std::time::Duration;

use seam_api::{Seam, WaitOptions};
use seam_tests::{API_KEY, FakeSeam, LOCK, PUBLISHABLE_KEY, WORKSPACE};

fn client(server: &FakeSeam) -> Seam {
    let quick = WaitOptions::default().interval(Duration::from_millis(1));
    let builder = Seam::builder().api_key(API_KEY).base_url(server.url());
    builder.wait_options(quick).build().unwrap()
}

#[test]
fn values_pages_and_items() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    let device = seam
        .devices()
        .get()
        .device_id(LOCK)
        .send_blocking()
        .unwrap();
    assert_eq!(device.workspace_id, WORKSPACE);
    let gone = seam.devices().get().device_id("gone").send_blocking();
    assert!(gone.unwrap_err().is_not_found());

    let all = seam.devices().list().send_blocking().unwrap().items;
    let items = seam.devices().list().limit(1).items_blocking();
    let ids: Vec<_> = items.map(|device| device.unwrap().device_id).collect();
    assert_eq!(
        ids,
        all.iter()
            .map(|device| device.device_id.clone())
            .collect::<Vec<_>>()
    );
    let pages = seam.devices().list().limit(2).pages_blocking();
    assert_eq!(pages.count(), all.len().div_ceil(2));

    // It goes on where another run of the program stopped.
    let mut items = seam.devices().list().limit(1).items_blocking();
    items.next().unwrap().unwrap();
    let cursor = items.get_ref().cursor().unwrap().to_owned();
    let rest = client(&server)
        .devices()
        .list()
        .limit(1)
        .page_cursor(cursor);
    let rest: Vec<_> = rest
        .items_blocking()
        .map(|device| device.unwrap().device_id)
        .collect();
    assert_eq!(rest, ids[1..]);
}

#[test]
fn action_attempts() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    let done = seam.locks().unlock_door(LOCK).wait_blocking().unwrap();
    assert_eq!(done.state.as_str(), "success");
    let held = seam.locks().lock_door(LOCK).send_blocking().unwrap();
    let done = seam.wait(held).blocking().unwrap();
    assert_eq!(done.state.as_str(), "success");
}

#[test]
fn a_session_for_a_publishable_key() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let builder = Seam::builder().base_url(server.url());
    let sending = builder.build_from_publishable_key(PUBLISHABLE_KEY, "user-1");
    let seam = sending.blocking().unwrap();
    let session = seam.client_sessions().get().send_blocking().unwrap();
    assert_eq!(session.workspace_id, WORKSPACE);
}

#[test]
fn two_threads_at_once() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                for _ in 0..10 {
                    let devices = seam.devices().list().limit(2).items_blocking();
                    assert!(devices.map(Result::unwrap).count() >= 4);
                }
            });
        }
    });
}

#[tokio::test]
async fn inside_of_a_runtime() {
    let Some(server) = FakeSeam::start() else {
        return;
    };
    let seam = client(&server);
    assert!(
        !seam
            .devices()
            .list()
            .send_blocking()
            .unwrap()
            .items
            .is_empty()
    );
    assert!(!seam.devices().list().await.unwrap().items.is_empty());
    let elsewhere = tokio::task::spawn_blocking(move || {
        seam.locks().unlock_door(LOCK).wait_blocking().unwrap()
    });
    assert_eq!(elsewhere.await.unwrap().state.as_str(), "success");
}
