//! A server that answers each request with the head of that request, byte by byte as it came.
//!
//! It is written for speed, and knows only what is asked of it: GET, and connections that are
//! kept.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// A server that ends with the test's runtime.
#[derive(Debug)]
pub(crate) struct Echo(Arc<State>);

#[derive(Debug, Default)]
struct State {
    url: String,
    requests: AtomicUsize,
    connections: AtomicUsize,
}

impl Echo {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let state = Arc::new(State {
            url: format!("http://{}", listener.local_addr().unwrap()),
            ..State::default()
        });
        let echo = Self(state.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                state.connections.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(serve(stream, state.clone()));
            }
        });
        echo
    }

    pub(crate) fn url(&self) -> &str {
        &self.0.url
    }

    /// How many requests came so far.
    pub(crate) fn requests(&self) -> usize {
        self.0.requests.load(Ordering::SeqCst)
    }

    /// How many connections were made so far.
    pub(crate) fn connections(&self) -> usize {
        self.0.connections.load(Ordering::SeqCst)
    }
}

async fn serve(mut stream: TcpStream, state: Arc<State>) {
    stream.set_nodelay(true).unwrap();
    let mut bytes = Vec::with_capacity(4096);
    let mut answer = Vec::with_capacity(4096);
    while let Ok(1..) = stream.read_buf(&mut bytes).await {
        // The client waits for the answer before it asks again. So what has come by now is one
        // request; should it be two, one would be found inside of the other.
        if !bytes.ends_with(b"\r\n\r\n") {
            continue;
        }
        state.requests.fetch_add(1, Ordering::SeqCst);
        let length = bytes.len();
        answer.clear();
        answer.extend(format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n").bytes());
        answer.append(&mut bytes);
        if stream.write_all(&answer).await.is_err() {
            return;
        }
    }
}

/// The head of a request.
#[derive(Debug)]
pub(crate) struct Head<'a> {
    pub(crate) method: &'a str,
    pub(crate) target: &'a str,
    /// Values as a server reads them, without the whitespace around them.
    pub(crate) headers: Vec<(&'a str, &'a [u8])>,
}

impl<'a> Head<'a> {
    pub(crate) fn values(&self, name: &str) -> Vec<&'a [u8]> {
        let headers = self.headers.iter();
        let headers = headers.filter(|(known, _)| known.eq_ignore_ascii_case(name));
        headers.map(|(_, value)| *value).collect()
    }
}

/// Reads a head as RFC 9112 says, sections 3 and 5.
pub(crate) fn parse(head: &[u8]) -> Head<'_> {
    let text = |bytes| std::str::from_utf8(bytes).unwrap();
    let head = head.strip_suffix(b"\r\n\r\n").unwrap();
    let mut lines = head
        .split(|byte| *byte == b'\n')
        .map(|line| line.trim_ascii_end());
    let mut request_line = text(lines.next().unwrap()).split(' ');
    let (method, target) = (request_line.next().unwrap(), request_line.next().unwrap());
    assert_eq!(request_line.collect::<Vec<_>>(), ["HTTP/1.1"]);
    let headers = lines.map(|line| {
        let colon = line.iter().position(|byte| *byte == b':').unwrap();
        (text(&line[..colon]), line[colon + 1..].trim_ascii())
    });
    Head {
        method,
        target,
        headers: headers.collect(),
    }
}
