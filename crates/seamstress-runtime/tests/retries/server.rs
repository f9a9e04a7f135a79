//! A server whose connections fail as they are told, and that counts what it is asked.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};

/// What happens on a connection, one thing after the other; then it is closed.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// A request is read, head and body, and counted.
    Read,
    /// The head of a request is read, and counted.
    ReadHead,
    Write(&'static [u8]),
    /// As many bytes of header as this.
    WriteHeader(usize),
    /// The same as `Write`, byte by byte, with a pause after each.
    Drip(&'static [u8], Duration),
    /// No more is sent; what comes is read until the client closes the connection.
    HalfClose,
    /// The connection is closed with a reset, and not with an end.
    Reset,
    /// Nothing, until the client closes the connection.
    Hang,
    /// All further requests are answered.
    BeWell,
}

/// The answer of a server that is well.
pub(crate) const GOOD: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";

/// A server on a port of its own. It ends with the test's runtime.
pub(crate) struct Server {
    pub(crate) url: String,
    counts: Arc<Counts>,
}

#[derive(Default)]
struct Counts {
    requests: AtomicUsize,
    connections: AtomicUsize,
}

impl Server {
    /// The first `times` connections fare as `steps` say; all further ones are well.
    pub(crate) async fn faulty(steps: &[Step], times: usize) -> Self {
        let faulty: Arc<[Step]> = steps.into();
        let well: Arc<[Step]> = [Step::BeWell].into();
        Self::start(move |connection| match connection < times {
            true => faulty.clone(),
            false => well.clone(),
        })
        .await
    }

    /// A connection fares as `steps` of its number say.
    async fn start(steps: impl Fn(usize) -> Arc<[Step]> + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let counts = Arc::new(Counts::default());
        let shared = counts.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let number = shared.connections.fetch_add(1, Ordering::Relaxed);
                let connection = Connection {
                    stream,
                    counts: shared.clone(),
                };
                tokio::spawn(connection.fare(steps(number)));
            }
        });
        Self { url, counts }
    }

    /// How many requests it has read.
    pub(crate) fn requests(&self) -> usize {
        self.counts.requests.load(Ordering::Relaxed)
    }

    pub(crate) fn connections(&self) -> usize {
        self.counts.connections.load(Ordering::Relaxed)
    }
}

/// An address where nobody listens, and nobody else can as long as the socket lives.
pub(crate) fn closed_port() -> (String, TcpSocket) {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let url = format!("http://{}", socket.local_addr().unwrap());
    (url, socket)
}

struct Connection {
    stream: TcpStream,
    counts: Arc<Counts>,
}

impl Connection {
    async fn be_well(&mut self) {
        while let Some(head) = self.read().await {
            // An answer to HEAD has no body (RFC 9110, section 9.3.2).
            let end = if head.starts_with("HEAD") { 2 } else { 0 };
            let answer = &GOOD[..GOOD.len() - end];
            drop(self.stream.write_all(answer).await);
        }
    }

    async fn fare(mut self, steps: Arc<[Step]>) {
        for step in &*steps {
            match step {
                Step::Read => drop(self.read().await),
                Step::ReadHead => drop(self.read_head().await),
                Step::Write(bytes) => drop(self.stream.write_all(bytes).await),
                Step::WriteHeader(bytes) => {
                    let value = "x".repeat(*bytes);
                    let header = format!("HTTP/1.1 200 OK\r\nx-long: {value}\r\n");
                    drop(self.stream.write_all(header.as_bytes()).await);
                }
                Step::Drip(bytes, pause) => {
                    for byte in *bytes {
                        drop(self.stream.write_all(&[*byte]).await);
                        tokio::time::sleep(*pause).await;
                    }
                }
                Step::HalfClose => {
                    drop(self.stream.shutdown().await);
                    self.drain().await;
                }
                Step::Reset => drop(self.stream.set_zero_linger()),
                Step::Hang => self.drain().await,
                Step::BeWell => self.be_well().await,
            }
        }
    }

    /// The head of the next request, whose body is read too.
    async fn read(&mut self) -> Option<String> {
        let (head, mut body) = self.read_head().await?;
        let length = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "))
            .map_or(0, |length| length.parse().unwrap());
        while body.len() < length {
            if self.stream.read_buf(&mut body).await.ok()? == 0 {
                return None;
            }
        }
        Some(head)
    }

    async fn read_head(&mut self) -> Option<(String, Vec<u8>)> {
        let mut bytes = Vec::new();
        loop {
            if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
                let body = bytes.split_off(end + 4);
                self.counts.requests.fetch_add(1, Ordering::Relaxed);
                return Some((String::from_utf8(bytes).unwrap(), body));
            }
            if self.stream.read_buf(&mut bytes).await.ok()? == 0 {
                return None;
            }
        }
    }

    async fn drain(&mut self) {
        let mut bytes = vec![0; 65536];
        while self
            .stream
            .read(&mut bytes)
            .await
            .is_ok_and(|read| read > 0)
        {}
    }
}
