//! A server that gives one answer, once.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

use seam_api::types::UnmanagedAccessCode;
use seam_api::{Error, Page, Seam};
use serde_json::Value;

/// A client of a server that answers its first request with `body`.
pub(crate) fn answering(body: impl ToString) -> Seam {
    let body = body.to_string();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || answer(listener.accept().unwrap().0, &body));
    Seam::builder()
        .api_key("seam_key")
        .base_url(url)
        .build()
        .unwrap()
}

/// The answer to `access_codes().unmanaged().list(…)`.
pub(crate) async fn list(body: &Value) -> Result<Page<UnmanagedAccessCode>, Error> {
    answering(body)
        .access_codes()
        .unmanaged()
        .list("device1")
        .await
}

fn answer(mut stream: TcpStream, body: &str) {
    read_request(&mut stream);
    let length = body.len();
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(body.as_bytes()).unwrap();
}

/// Reads to the end of the request: to close a connection with something left to read would
/// reset it, and could cost the answer.
fn read_request(stream: &mut TcpStream) {
    let mut stream = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).unwrap();
        match line.trim_end().split_once(": ") {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.parse().unwrap();
            }
            None if line.trim_end().is_empty() => break,
            _ => {}
        }
    }
    stream.read_exact(&mut vec![0; length]).unwrap();
}
