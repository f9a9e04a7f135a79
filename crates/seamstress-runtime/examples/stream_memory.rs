//! Whether streaming a long list takes more memory than streaming a short one: a server on the
//! loopback address gives pages of 100 objects, and all of them are streamed.
//!
//! Run it once per size, as the peak is that of the whole process:
//!
//! ```text
//! cargo run --release -p seamstress-runtime --example stream_memory -- 30000
//! cargo run --release -p seamstress-runtime --example stream_memory -- 300000
//! ```

use std::error::Error;
use std::fmt::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use seamstress_runtime::json::Extra;
use seamstress_runtime::{Body, Call, Client, NextPage, Operation, Paging, Settings};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const PAGE: u64 = 100;

static SETTINGS: Settings = Settings::DEFAULT;

static LIST: Operation = Operation {
    name: "devices.list",
    path: "/devices/list",
    body: Body::Query,
    response_key: Some("devices"),
    ..Operation::DEFAULT
};

static PAGING: Paging = Paging {
    parameter: "page_cursor",
    next: NextPage::Cursor(&["pagination", "next_page_cursor"]),
    has_next: &["pagination", "has_next_page"],
    ..Paging::ONE_PAGE
};

/// What is streamed, as generated code has it.
#[derive(Clone, Debug, Default, PartialEq)]
struct Device {
    device_id: String,
    name: String,
    is_managed: bool,
    extra: Extra,
}

seamstress_runtime::object! {
    Device {
        "device_id" => device_id: required,
        "name" => name: required,
        "is_managed" => is_managed: required,
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let wanted = std::env::args()
        .nth(1)
        .map_or(Ok(30_000), |text| text.parse())?;
    let pages = Arc::new(AtomicU64::new(0));
    let client = Client::builder(&SETTINGS)
        .base_url(serve(wanted, pages.clone()).await?)
        .build()?;
    let begin = Instant::now();
    let mut items = Call::new(&client, &LIST).stream::<Device>(&PAGING);
    let mut count: u64 = 0;
    while let Some(device) = items.try_next().await? {
        count += u64::from(device.is_managed);
    }
    let seconds = begin.elapsed().as_secs_f64();
    let pages = pages.load(Ordering::Relaxed);
    let peak = peak().unwrap_or_else(|| "unknown".to_owned());
    println!("{count} items, {pages} pages, {seconds:.2} s, peak of memory {peak}");
    Ok(())
}

/// Starts a server with a list of `items`, which counts the pages that it gives.
async fn serve(items: u64, pages: Arc<AtomicU64>) -> Result<String, Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(answer(stream, items, pages.clone()));
        }
    });
    Ok(url)
}

/// Answers the requests of one connection, which have no bodies. The server keeps nothing
/// either: the cursor is the number of the first item.
async fn answer(mut stream: TcpStream, items: u64, pages: Arc<AtomicU64>) {
    let mut request = Vec::new();
    while stream
        .read_buf(&mut request)
        .await
        .is_ok_and(|read| read > 0)
    {
        if !request.ends_with(b"\r\n\r\n") {
            continue;
        }
        let body = page(first(&request), items);
        request.clear();
        pages.fetch_add(1, Ordering::Relaxed);
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", body.len());
        if stream.write_all((head + &body).as_bytes()).await.is_err() {
            return;
        }
    }
}

/// The number of the first item of the page that is asked for.
fn first(request: &[u8]) -> u64 {
    let request = String::from_utf8_lossy(request);
    let cursor = request.split_once("page_cursor=").map(|(_, rest)| rest);
    let cursor = cursor.and_then(|rest| rest.split([' ', '&']).next());
    cursor.and_then(|cursor| cursor.parse().ok()).unwrap_or(0)
}

fn page(first: u64, items: u64) -> String {
    let end = items.min(first + PAGE);
    let mut text = String::from(r#"{"devices":["#);
    for number in first..end {
        let comma = if number == first { "" } else { "," };
        // Writing to a `String` cannot fail.
        let _ = write!(
            text,
            r#"{comma}{{"device_id":"device_{number:032}","name":"Front door {number}","is_managed":true,"properties":{{"online":true,"battery_level":0.5}}}}"#
        );
    }
    let more = end < items;
    let _ = write!(
        text,
        r#"],"pagination":{{"has_next_page":{more},"next_page_cursor":"{end}"}}}}"#
    );
    text
}

/// The most memory that the process has had resident, where the system tells (Linux).
fn peak() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().to_owned())
}
