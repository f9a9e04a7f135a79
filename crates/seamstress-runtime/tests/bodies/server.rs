//! A server that records requests as they came, and answers piece by piece as it is told.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use seamstress_runtime::{Call, Client, ClientBuilder, Operation, RetryOptions, Settings};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

static SETTINGS: Settings = Settings::DEFAULT;

/// What a connection does after it has read a request.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// These bytes go out.
    Bytes(Vec<u8>),
    /// Nothing, for so long.
    Pause(Duration),
    /// The connection ends.
    Close,
}

/// A whole answer.
pub(crate) fn answer(status: u16, headers: &str, body: &[u8]) -> Vec<Step> {
    let length = body.len();
    let head = format!("HTTP/1.1 {status} X\r\n{headers}content-length: {length}\r\n\r\n");
    vec![Step::Bytes([head.as_bytes(), body].concat())]
}

/// The head of an answer whose end is that of the connection.
pub(crate) fn head(headers: &str) -> Step {
    Step::Bytes(format!("HTTP/1.1 200 OK\r\n{headers}connection: close\r\n\r\n").into_bytes())
}

/// A request: the lines before the body, and the body without its chunks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked {
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Asked {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines();
        let line = lines.find(|line| {
            let known = line.split(':').next().unwrap_or_default();
            known.eq_ignore_ascii_case(name)
        })?;
        Some(line.split_once(':')?.1.trim())
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }
}

/// A server on a port of its own, which ends with the test's runtime.
pub(crate) struct Server {
    pub(crate) url: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
    /// Does with the n-th request the n-th thing, and the last with all further ones.
    pub(crate) async fn start(answers: Vec<Vec<Step>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = asked.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, log.clone(), answers.clone()));
            }
        });
        Self { url, asked }
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }

    pub(crate) fn call(&self, operation: &'static Operation) -> Call {
        Call::new(&self.builder().build().unwrap(), operation)
    }

    pub(crate) fn builder(&self) -> ClientBuilder {
        let options = RetryOptions::default().base_delay(Duration::from_millis(1));
        Client::builder(&SETTINGS)
            .base_url(&self.url)
            .retry(options)
    }
}

async fn serve(mut stream: TcpStream, log: Arc<Mutex<Vec<Asked>>>, answers: Vec<Vec<Step>>) {
    while let Some(asked) = read(&mut stream).await {
        let at = {
            let mut log = log.lock().unwrap();
            log.push(asked);
            log.len() - 1
        };
        for step in &answers[at.min(answers.len() - 1)] {
            match step {
                Step::Bytes(bytes) => {
                    if stream.write_all(bytes).await.is_err() {
                        return;
                    }
                }
                Step::Pause(time) => tokio::time::sleep(*time).await,
                Step::Close => return,
            }
        }
    }
}

/// Reads a request, whose body has a length or comes in chunks.
async fn read(stream: &mut TcpStream) -> Option<Asked> {
    let mut text = Vec::new();
    let end = loop {
        if let Some(at) = text.windows(4).position(|four| four == b"\r\n\r\n") {
            break at + 4;
        }
        fill(stream, &mut text).await?;
    };
    let head = String::from_utf8(text[..end].to_vec()).unwrap();
    let mut asked = Asked {
        head,
        body: text.split_off(end),
    };
    if let Some(length) = asked
        .header("content-length")
        .map(|text| text.parse::<usize>().unwrap())
    {
        while asked.body.len() < length {
            fill(stream, &mut asked.body).await?;
        }
    } else if asked.header("transfer-encoding") == Some("chunked") {
        let mut raw = std::mem::take(&mut asked.body);
        while !raw.ends_with(b"0\r\n\r\n") {
            fill(stream, &mut raw).await?;
        }
        asked.body = unchunked(&raw);
    }
    Some(asked)
}

async fn fill(stream: &mut TcpStream, text: &mut Vec<u8>) -> Option<()> {
    let read = stream.read_buf(text).await.ok()?;
    (read > 0).then_some(())
}

/// What chunks hold (RFC 9112, section 7.1).
fn unchunked(mut raw: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    loop {
        let at = raw.windows(2).position(|two| two == b"\r\n").unwrap();
        let size = usize::from_str_radix(std::str::from_utf8(&raw[..at]).unwrap(), 16).unwrap();
        if size == 0 {
            return body;
        }
        body.extend_from_slice(&raw[at + 2..at + 2 + size]);
        raw = &raw[at + 4 + size..];
    }
}
