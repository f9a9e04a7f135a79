//! The program against a server of one answer.

#![allow(
    clippy::unwrap_used,
    reason = "the helpers of a test fail as a test does"
)]

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::process::Command;
use std::thread;

const ANSWER: &str = r#"[
    {"id": "1", "name": "Rex", "kind": "dog", "born": "2020-02-29"},
    {"id": "2", "name": "Ghost", "kind": "direwolf"}
]"#;

#[test]
fn the_program_prints_what_the_server_sends() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let reader = BufReader::new(stream.try_clone().unwrap());
        let lines = reader.lines().map(Result::unwrap);
        let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
        let length = ANSWER.len();
        write!(
            stream,
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\
             connection: close\r\n\r\n{ANSWER}"
        )
        .unwrap();
        head
    });
    let output = Command::new(env!("CARGO_BIN_EXE_build-script"))
        .arg(url)
        .output()
        .unwrap();
    let (out, err) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert!(output.status.success(), "{err}");
    // A kind that the document does not know is kept, and no error.
    assert_eq!(out, "Rex (dog)\nGhost (direwolf)\n");
    let head = server.join().unwrap();
    assert_eq!(head[0], "GET /v1/pets?kind=dog&limit=10 HTTP/1.1");
    assert!(
        head.contains(&"x-api-key: a key of yours".to_owned()),
        "{head:?}"
    );
}
