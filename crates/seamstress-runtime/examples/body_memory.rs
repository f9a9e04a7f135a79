//! Whether sending and reading a large body takes more memory than a small one: a server on the
//! loopback address counts what it is sent, and sends as much back.
//!
//! Run it once per size in megabytes, as the peak is that of the whole process:
//!
//! ```text
//! cargo run --release -p seamstress-runtime --example body_memory -- 2
//! cargo run --release -p seamstress-runtime --example body_memory -- 200
//! ```

use std::error::Error;
use std::time::Instant;

use seamstress_runtime::bytes::Bytes;
use seamstress_runtime::{Body, Call, Client, Method, Operation, Settings, Upload};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// As much goes at a time.
const PIECE: usize = 64 * 1024;

static SETTINGS: Settings = Settings::DEFAULT;

static ECHO: Operation = Operation {
    name: "files.echo",
    method: Method::Put,
    path: "/files",
    body: Body::Multipart,
    ..Operation::DEFAULT
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let megabytes: u64 = std::env::args()
        .nth(1)
        .map_or(Ok(200), |text| text.parse())?;
    let pieces = megabytes * 1024 * 1024 / PIECE as u64;
    let client = Client::builder(&SETTINGS)
        .base_url(serve().await?)
        .build()?;
    let begin = Instant::now();
    let upload = Upload::again(move || Pieces(pieces));
    let mut call = Call::new(&client, &ECHO);
    call.upload("file", upload.with_length(pieces * PIECE as u64));
    let mut download = call.download().await?;
    let mut received = 0;
    while let Some(piece) = download.chunk().await? {
        received += piece.len() as u64;
    }
    let seconds = begin.elapsed().as_secs_f64();
    let peak = peak().unwrap_or_else(|| "unknown".to_owned());
    println!(
        "{} MB up, {} MB down, {seconds:.2} s, peak of memory {peak}",
        pieces * PIECE as u64 / 1024 / 1024,
        received / 1024 / 1024
    );
    Ok(())
}

/// So many pieces of zeros.
struct Pieces(u64);

impl futures_core::Stream for Pieces {
    type Item = Result<Bytes, std::io::Error>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        static ZEROS: [u8; PIECE] = [0; PIECE];
        let left = self.0.checked_sub(1);
        self.0 = left.unwrap_or(0);
        std::task::Poll::Ready(left.map(|_| Ok(Bytes::from_static(&ZEROS))))
    }
}

/// Starts the server.
async fn serve() -> Result<String, Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(answer(stream));
        }
    });
    Ok(url)
}

/// Reads a request with a body of a known length, and answers with as many bytes.
async fn answer(stream: TcpStream) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    let (mut line, mut length) = (String::new(), 0);
    while stream.read_line(&mut line).await? > 2 {
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
        line.clear();
    }
    let mut space = vec![0; PIECE];
    let mut left: usize = length;
    while left > 0 {
        let read = stream.read(&mut space[..left.min(PIECE)]).await?;
        if read == 0 {
            return Ok(());
        }
        left -= read;
    }
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n");
    stream.write_all(head.as_bytes()).await?;
    while left < length {
        let size = PIECE.min(length - left);
        stream.write_all(&space[..size]).await?;
        left += size;
    }
    stream.flush().await
}

/// The most memory that the process has had resident, where the system tells (Linux).
fn peak() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().to_owned())
}
