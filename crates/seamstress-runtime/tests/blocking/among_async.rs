//! Blocking calls of programs that are asynchronous after all. It is advised against, as it keeps
//! the thread from everything else; it must still end well, and without a panic.

use std::time::Duration;

use seamstress_runtime::{Client, RetryOptions};
use tokio::runtime::Builder;

use crate::api::{builder, get, list};
use crate::server::Server;

fn server() -> Server {
    Server::start(|line| {
        let list = line.contains("/list");
        let body = if list {
            r#"{"names":["a"]}"#
        } else {
            r#"{"name":"Ada"}"#
        };
        Some((200, body.to_owned()))
    })
}

fn client(server: &Server) -> Client {
    builder().base_url(&server.url).build().unwrap()
}

fn call(client: &Client) {
    assert_eq!(get(client).send_blocking().unwrap(), "Ada");
    let names: Result<Vec<_>, _> = list(client).items_blocking().collect();
    assert_eq!(names.unwrap(), ["a"]);
}

#[tokio::test]
async fn on_the_thread_of_a_runtime() {
    let server = server();
    let client = client(&server);
    call(&client);
    // Those who await share the client.
    assert_eq!(get(&client).await.unwrap(), "Ada");
    call(&client);
    assert_eq!(server.requests(), 5);
    tokio::time::sleep(Duration::from_millis(1)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_one_of_several_threads_of_a_runtime() {
    let server = server();
    let client = client(&server);
    assert_eq!(get(&client).await.unwrap(), "Ada");
    call(&client);
    let (one, other) = (client.clone(), client.clone());
    let one = tokio::task::spawn_blocking(move || call(&one));
    let other = tokio::spawn(async move { tokio::task::block_in_place(|| call(&other)) });
    one.await.unwrap();
    other.await.unwrap();
    assert_eq!(get(&client).await.unwrap(), "Ada");
}

/// A connection that was made by awaiting is watched by the caller's own runtime, which stands
/// still during a blocking call on its only thread. The call runs into its timeout, and another
/// attempt makes a connection of its own.
#[tokio::test]
async fn over_a_connection_that_nobody_watches() {
    let server = server();
    let client = builder()
        .base_url(&server.url)
        .timeout(Duration::from_millis(300))
        .build()
        .unwrap();
    assert_eq!(get(&client).await.unwrap(), "Ada");
    let response = get(&client).send_with_response().blocking().unwrap();
    assert_eq!(response.value, "Ada");
    assert!(response.attempts() <= 2, "{}", response.attempts());
}

/// The runtime in which a client was used first may be gone.
#[test]
fn after_a_runtime_has_ended() {
    let server = server();
    let client = client(&server);
    for _ in 0..3 {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async { assert_eq!(get(&client).await.unwrap(), "Ada") });
        drop(runtime);
        call(&client);
    }
    let never = builder().base_url(&server.url).retry(RetryOptions::never());
    call(&never.build().unwrap());
}
