//! Just enough HTTP/1.1 to speak with the fake server without the client under test.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// Far longer than the fake ever takes; only so that a test cannot hang.
const TIMEOUT: Duration = Duration::from_secs(30);

/// A request whose body is JSON, or empty.
pub(crate) struct Request<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) headers: &'a [(&'a str, String)],
    pub(crate) json: &'a str,
}

/// Sends a request on a connection of its own; returns status and body.
pub(crate) fn send(url: &str, request: &Request<'_>) -> io::Result<(u16, String)> {
    let address = url
        .strip_prefix("http://")
        .ok_or_else(|| invalid("no http URL"))?;
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(TIMEOUT))?;
    stream.write_all(written(address, request).as_bytes())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    parsed(&answer)
}

fn written(address: &str, request: &Request<'_>) -> String {
    let Request {
        method,
        path,
        headers,
        json,
    } = request;
    let mut text = format!("{method} {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n");
    for (name, value) in *headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    if !json.is_empty() {
        text.push_str("content-type: application/json\r\n");
    }
    text.push_str(&format!("content-length: {}\r\n\r\n{json}", json.len()));
    text
}

/// The body must not be chunked; the fake's never is.
fn parsed(answer: &str) -> io::Result<(u16, String)> {
    let (head, body) = answer
        .split_once("\r\n\r\n")
        .ok_or_else(|| invalid("no end of headers"))?;
    if head
        .to_ascii_lowercase()
        .contains("transfer-encoding: chunked")
    {
        return Err(invalid("a chunked body"));
    }
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok());
    Ok((status.ok_or_else(|| invalid("no status"))?, body.to_owned()))
}

fn invalid(what: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}
