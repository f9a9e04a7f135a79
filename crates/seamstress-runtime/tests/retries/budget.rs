//! The budget, against servers on the loopback address: a dead one is not stormed, and one that
//! fails now and then does not show.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use seamstress_runtime::{Call, Client};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

use crate::api::{GET, builder};
use crate::server::GOOD;

const PARALLEL: usize = 64;

const BUSY: &[u8] = b"HTTP/1.1 503 X\r\ncontent-length: 0\r\n\r\n";

/// What a request gets.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fate {
    Good,
    Busy,
    Reset,
    Close,
}

/// A server that decides by the number of the request, and counts them.
async fn start(fate: fn(usize) -> Fate) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let requests = Arc::new(AtomicUsize::new(0));
    let count = requests.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream, count.clone(), fate));
        }
    });
    (url, requests)
}

/// The requests have no bodies, and no client sends one before it has the answer to the last.
async fn serve(mut stream: TcpStream, count: Arc<AtomicUsize>, fate: fn(usize) -> Fate) {
    let mut bytes = Vec::new();
    loop {
        while !bytes.ends_with(b"\r\n\r\n") {
            if !matches!(stream.read_buf(&mut bytes).await, Ok(1..)) {
                return;
            }
        }
        bytes.clear();
        let answer = match fate(count.fetch_add(1, Ordering::Relaxed)) {
            Fate::Good => GOOD,
            Fate::Busy => BUSY,
            Fate::Reset => return drop(stream.set_zero_linger()),
            Fate::Close => return,
        };
        if stream.write_all(answer).await.is_err() {
            return;
        }
    }
}

/// How many of `calls` calls succeed, and how many attempts they took.
async fn run(client: &Client, calls: usize) -> (usize, usize) {
    let next = Arc::new(AtomicUsize::new(0));
    let mut workers = JoinSet::new();
    for _ in 0..PARALLEL {
        let (client, next) = (client.clone(), next.clone());
        workers.spawn(async move {
            let (mut succeeded, mut attempts) = (0, 0);
            while next.fetch_add(1, Ordering::Relaxed) < calls {
                match Call::new(&client, &GET).send::<()>().await {
                    Ok(response) => {
                        succeeded += 1;
                        attempts += response.attempts() as usize;
                    }
                    Err(error) => attempts += error.attempts() as usize,
                }
            }
            (succeeded, attempts)
        });
    }
    let mut sum = (0, 0);
    while let Some(done) = workers.join_next().await {
        let (succeeded, attempts) = done.unwrap();
        sum = (sum.0 + succeeded, sum.1 + attempts);
    }
    sum
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dead_server_is_not_stormed() {
    const CALLS: usize = 10_000;
    let begin = Instant::now();
    let (url, requests) = start(|_| Fate::Busy).await;
    let client = builder(&url).build().unwrap();
    let (succeeded, attempts) = run(&client, CALLS).await;
    let requests = requests.load(Ordering::Relaxed);
    println!(
        "{CALLS} calls of a dead server: {requests} requests, {:?}",
        begin.elapsed()
    );
    assert_eq!(succeeded, 0);
    assert_eq!(attempts, requests);
    assert_eq!(requests, CALLS + 100, "the whole budget, and no more");
}

/// One request of ten fails, and no one can say beforehand which: xorshift over its number.
fn one_of_ten(number: usize) -> Fate {
    let mut mixed = (number as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^= mixed >> 29;
    mixed = mixed.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed ^= mixed >> 32;
    match mixed % 30 {
        0 => Fate::Busy,
        1 => Fate::Reset,
        2 => Fate::Close,
        _ => Fate::Good,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_fails_now_and_then_does_not_show() {
    const CALLS: usize = 20_000;
    let begin = Instant::now();
    let (url, requests) = start(one_of_ten).await;
    let client = builder(&url).build().unwrap();
    let (succeeded, attempts) = run(&client, CALLS).await;
    let requests = requests.load(Ordering::Relaxed);
    let failed = CALLS - succeeded;
    println!(
        "{CALLS} calls, one attempt of ten fails: {failed} failed, {requests} requests, {:?}",
        begin.elapsed()
    );
    let faults = (0..requests).filter(|number| one_of_ten(*number) != Fate::Good);
    let faults = faults.count();
    assert!((requests / 12..requests / 8).contains(&faults), "{faults}");
    assert!(attempts >= requests, "{attempts}");
    assert!(failed <= CALLS / 1000, "{failed} failed");
}
