//! The caller's own `reqwest` client, which may have a timeout of its own.

use std::time::Duration;

use seamstress_runtime::{Call, Client, ErrorKind, Operation, RetryOptions};

use crate::server::{Server, Step, answer, head};

static GET: Operation = Operation {
    name: "files.get",
    path: "/file",
    ..Operation::DEFAULT
};

const fn millis(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

/// A client for `server` over one of `reqwest` that ends everything after `timeout`.
fn client(server: &Server, timeout: Duration) -> Client {
    let theirs = reqwest::Client::builder().timeout(timeout).no_proxy();
    let builder = server.builder().http_client(theirs.build().unwrap());
    builder.retry(RetryOptions::never()).build().unwrap()
}

/// Scenario: the `reqwest` client allows 100 ms, the call 20 s, and the server takes 400 ms.
/// Expected: what the call says MUST count.
#[tokio::test]
async fn the_timeout_of_a_call_counts_where_the_http_client_has_a_shorter_one() {
    let slow = [vec![Step::Pause(millis(400))], answer(200, "", b"true")].concat();
    let server = Server::start(vec![slow]).await;
    let mut call = Call::new(&client(&server, millis(100)), &GET);
    call.timeout(Duration::from_secs(20));
    assert!(call.send_value::<bool>().await.unwrap());
}

/// The other way round.
#[tokio::test]
async fn the_timeout_of_a_call_counts_where_the_http_client_has_a_longer_one() {
    let server = Server::start(vec![vec![Step::Pause(Duration::from_secs(60))]]).await;
    let client = client(&server, Duration::from_secs(60));
    let mut call = Call::new(&client, &GET);
    call.timeout(millis(100));
    let error = call.send_value::<bool>().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
}

/// Scenario: a download whose pauses are short, and longer in all than the `reqwest` client allows.
/// Expected: it MUST come whole, as the time for streams is the longest silence.
#[tokio::test]
async fn a_download_may_take_longer_than_the_http_client_allows() {
    let mut steps = vec![head("")];
    for _ in 0..4 {
        steps.extend([Step::Bytes(b"x".to_vec()), Step::Pause(millis(100))]);
    }
    steps.push(Step::Close);
    let server = Server::start(vec![steps]).await;
    let call = Call::new(&client(&server, millis(150)), &GET);
    let text = call.download().await.unwrap().text().await.unwrap();
    assert_eq!(text, "xxxx");
}
