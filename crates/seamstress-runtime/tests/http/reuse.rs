//! One connection serves one call after the other, however their answers end.

use seamstress_runtime::Call;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::api::{GET, client};

/// Answers of each kind, twice: as long as announced, and in chunks.
const ANSWERS: [&str; 4] = [
    "HTTP/1.1 200 OK\r\ncontent-length: 12\r\n\r\n{\"name\":\"a\"}",
    "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nc\r\n{\"name\":\"a\"}\r\n0\r\n\r\n",
    "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nc\r\n{\"name\":\"a\"}\r\n0\r\n\r\n",
    "HTTP/1.1 200 OK\r\ncontent-length: 12\r\n\r\n{\"name\":\"a\"}",
];

#[tokio::test]
async fn a_connection_is_used_again_after_each_kind_of_answer() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let served = tokio::spawn(async move {
        // Whoever connects a second time waits for ever.
        let (mut stream, _) = listener.accept().await.unwrap();
        for answer in ANSWERS {
            let mut request = Vec::new();
            while !request.ends_with(b"\r\n\r\n") {
                request.push(stream.read_u8().await.unwrap());
            }
            stream.write_all(answer.as_bytes()).await.unwrap();
        }
        listener
    });
    let client = client(&url);
    for _ in ANSWERS {
        let call = Call::new(&client, &GET).path("name_id", "n1");
        assert_eq!(call.send_value::<String>().await.unwrap(), "a");
    }
    served.await.unwrap();
}
