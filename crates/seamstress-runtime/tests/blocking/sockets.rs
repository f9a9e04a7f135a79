//! Over real sockets and the real clock.

use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use seamstress_runtime::{Client, ErrorKind, RetryOptions};

use crate::api::{State, builder, get, list, start};
use crate::server::Server;

fn client(server: &Server) -> Client {
    builder().base_url(&server.url).build().unwrap()
}

fn named(name: &str) -> Option<(u16, String)> {
    Some((200, format!(r#"{{"name":"{name}"}}"#)))
}

#[test]
fn calls_one_after_the_other_share_a_connection() {
    let server = Server::start(|_| named("Ada"));
    let client = client(&server);
    for _ in 0..50 {
        assert_eq!(get(&client).send_blocking().unwrap(), "Ada");
    }
    assert_eq!(server.requests(), 50);
    // Mostly one: a call may come before the connection of the last one is back in the pool.
    assert!(server.connections() < 25, "{}", server.connections());
}

#[test]
fn pages_are_read_as_they_are_needed() {
    let server = Server::start(|line| {
        let number = line.split_once("cursor=").map_or("1", |(_, number)| number);
        let number: usize = number.parse().unwrap();
        let next = match number {
            4 => "null".to_owned(),
            _ => format!("\"{}\"", number + 1),
        };
        Some((
            200,
            format!(r#"{{"names":["a{number}","b{number}"],"next":{next}}}"#),
        ))
    });
    let client = client(&server);
    let mut items = list(&client).items_blocking();
    assert_eq!(
        items
            .by_ref()
            .take(3)
            .map(Result::unwrap)
            .collect::<Vec<_>>(),
        ["a1", "b1", "a2"]
    );
    assert_eq!(server.requests(), 2);
    let cursor = items.get_ref().cursor().unwrap().to_owned();
    drop(items);
    let rest: Result<Vec<_>, _> = list(&client).cursor(&cursor).items_blocking().collect();
    assert_eq!(rest.unwrap(), ["a3", "b3", "a4", "b4"]);
    assert_eq!(list(&client).pages_blocking().count(), 4);
}

#[test]
fn an_action_is_waited_for() {
    let looks = AtomicUsize::new(0);
    let server = Server::start(move |_| {
        let state = match looks.fetch_add(1, Ordering::SeqCst) {
            0..4 => "pending",
            _ => "done",
        };
        Some((200, format!(r#"{{"state":"{state}"}}"#)))
    });
    let state = start(&client(&server)).wait_blocking().unwrap();
    assert_eq!(state, State("done".to_owned()));
    assert_eq!(server.requests(), 5);
}

/// Timers need no runtime of the caller's either.
#[test]
fn time_passes() {
    let server = Server::start(|_| None);
    let short = builder()
        .base_url(&server.url)
        .timeout(Duration::from_millis(50))
        .retry(RetryOptions::never());
    let client = short.build().unwrap();
    let begun = Instant::now();
    let error = get(&client).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    let took = begun.elapsed();
    assert!(
        took >= Duration::from_millis(50) && took < Duration::from_secs(10),
        "{took:?}"
    );

    let failures = AtomicUsize::new(0);
    let server = Server::start(move |_| match failures.fetch_add(1, Ordering::SeqCst) {
        0..2 => Some((503, String::new())),
        _ => named("Ada"),
    });
    let client = builder().base_url(&server.url).build().unwrap();
    let response = get(&client).send_with_response().blocking().unwrap();
    assert_eq!(response.attempts(), 3);
}

#[test]
fn threads_do_not_wait_for_one_another() {
    const THREADS: usize = 8;
    // Each answer waits until all requests are there: one after the other would never end.
    let all = Barrier::new(THREADS);
    let server = Server::start(move |_| {
        all.wait();
        named("Ada")
    });
    let client = client(&server);
    thread::scope(|scope| {
        let calls: Vec<_> = (0..THREADS)
            .map(|_| scope.spawn(|| get(&client).send_blocking().unwrap()))
            .collect();
        for call in calls {
            assert_eq!(call.join().unwrap(), "Ada");
        }
    });
    assert_eq!(
        (server.requests(), server.connections()),
        (THREADS, THREADS)
    );
}

/// A thread that ends takes no connection with it.
#[test]
fn connections_outlive_the_thread_that_made_them() {
    let server = Server::start(|_| named("Ada"));
    let client = client(&server);
    for _ in 0..20 {
        let client = client.clone();
        let call = thread::spawn(move || get(&client).send_blocking().unwrap());
        assert_eq!(call.join().unwrap(), "Ada");
    }
    assert_eq!(server.requests(), 20);
    assert!(server.connections() < 10, "{}", server.connections());
}

#[test]
fn a_server_that_is_gone_is_an_error() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let client = builder().base_url(url).build().unwrap();
    let error = get(&client).send_blocking().unwrap_err();
    assert!(error.is_connect(), "{error}");
    let mut names = list(&client).items_blocking();
    assert!(names.next().unwrap().unwrap_err().is_connect());
    assert!(names.next().is_none());
}
