//! Forms, and bodies of several parts, as they go on the wire.

use futures_util::stream;
use seamstress_runtime::json::Value;
use seamstress_runtime::{Body, Encoding, ErrorKind, Method, Operation, Upload};
use serde_json::json;

use crate::server::{Server, answer};

static SEND: Operation = Operation {
    name: "pictures.add",
    method: Method::Post,
    path: "/pictures",
    body: Body::Multipart,
    encodings: &[
        ("about", Encoding::Media("application/vnd.about+json")),
        ("file", Encoding::Media("image/png")),
    ],
    ..Operation::DEFAULT
};

static FORM: Operation = Operation {
    body: Body::Form,
    encodings: &[("scopes", Encoding::Joined(" "))],
    ..SEND
};

static NESTED: Operation = Operation {
    body: Body::NestedForm,
    encodings: &[],
    ..SEND
};

async fn server() -> Server {
    Server::start(vec![answer(204, "", b"")]).await
}

#[tokio::test]
async fn parts_have_names_files_and_types_of_their_own() {
    let server = server().await;
    let mut call = server.call(&SEND);
    call.set("title", &"a \"b\"\r\nc".to_owned());
    call.set("tags", &vec!["x".to_owned(), "y".to_owned()]);
    call.set("size", &3_i64);
    call.set_into::<Value>("about", json!({"by": "Ada"}));
    call.set_into::<Value>("more", json!({"k": [1]}));
    call.set_null("nothing");
    call.upload(
        "file",
        Upload::from(vec![0, 0xFF, b'\r']).file_name("a\"b\r\n.png"),
    );
    call.uploads(
        "others",
        [
            Upload::from("one").media_type("text/plain"),
            Upload::from("two"),
        ],
    );
    call.send::<()>().await.unwrap();

    let asked = &server.asked()[0];
    let media = asked.header("content-type").unwrap();
    let boundary = media
        .strip_prefix("multipart/form-data; boundary=")
        .unwrap();
    assert!(boundary.len() <= 70, "RFC 2046, section 5.1.1");
    let part = |head: &str, content: &[u8]| {
        let head = format!("--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n");
        [head.as_bytes(), content, b"\r\n"].concat()
    };
    let expected = [
        part("name=\"title\"", b"a \"b\"\r\nc"),
        part("name=\"tags\"", b"x"),
        part("name=\"tags\"", b"y"),
        part("name=\"size\"", b"3"),
        part(
            "name=\"about\"\r\nContent-Type: application/vnd.about+json",
            br#"{"by":"Ada"}"#,
        ),
        part(
            "name=\"more\"\r\nContent-Type: application/json",
            br#"{"k":[1]}"#,
        ),
        part(
            "name=\"file\"; filename=\"a%22b%0D%0A.png\"\r\nContent-Type: image/png",
            &[0, 0xFF, b'\r'],
        ),
        part("name=\"others\"\r\nContent-Type: text/plain", b"one"),
        part(
            "name=\"others\"; filename=\"others\"\r\nContent-Type: application/octet-stream",
            b"two",
        ),
        format!("--{boundary}--\r\n").into_bytes(),
    ];
    assert_eq!(
        String::from_utf8_lossy(&asked.body),
        String::from_utf8_lossy(&expected.concat())
    );
    assert_eq!(asked.body, expected.concat());
}

#[tokio::test]
async fn boundaries_differ() {
    let server = server().await;
    for _ in 0..2 {
        server.call(&SEND).send::<()>().await.unwrap();
    }
    let asked = server.asked();
    assert_ne!(
        asked[0].header("content-type"),
        asked[1].header("content-type")
    );
}

#[tokio::test]
async fn a_part_may_be_a_stream_and_its_length_is_announced_where_it_is_known() {
    let server = server().await;
    for length in [Some(6), None] {
        let upload = Upload::stream(stream::iter([Ok::<_, std::io::Error>("abc"), Ok("def")]));
        let mut call = server.call(&SEND);
        call.set("title", &"t".to_owned());
        call.upload(
            "file",
            match length {
                Some(length) => upload.with_length(length),
                None => upload,
            },
        );
        call.send::<()>().await.unwrap();
    }
    let asked = server.asked();
    assert!(asked[0].text().contains("image/png\r\n\r\nabcdef\r\n--"));
    assert_eq!(
        asked[0].header("content-length"),
        Some(&*asked[0].body.len().to_string())
    );
    assert!(asked[1].text().contains("image/png\r\n\r\nabcdef\r\n--"));
    assert_eq!(asked[1].header("transfer-encoding"), Some("chunked"));
}

#[tokio::test]
async fn a_media_type_cannot_smuggle_headers() {
    let server = server().await;
    let mut call = server.call(&SEND);
    call.upload(
        "file",
        Upload::from("x").media_type("image/png\r\nX-Evil: 1"),
    );
    let error = call.send::<()>().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Request);
    let mut call = server.call(&SEND);
    call.content(Upload::from("x").media_type("image/png\r\nX-Evil: 1"));
    assert_eq!(
        call.send::<()>().await.unwrap_err().kind(),
        ErrorKind::Request
    );
    assert!(server.asked().is_empty());
}

#[tokio::test]
async fn forms() {
    let server = server().await;
    let mut call = server.call(&FORM);
    call.set("text", &"a b&c".to_owned());
    call.set("scopes", &vec!["r".to_owned(), "w".to_owned()]);
    call.set("ids", &vec![1_i64, 2]);
    call.send::<()>().await.unwrap();
    let mut call = server.call(&NESTED);
    call.set_into::<Value>("a", json!({"b": ["x"], "c": {"d": null}}));
    call.send::<()>().await.unwrap();
    let asked = server.asked();
    assert_eq!(
        asked[0].header("content-type"),
        Some("application/x-www-form-urlencoded")
    );
    assert_eq!(asked[0].text(), "text=a+b%26c&scopes=r+w&ids=1&ids=2");
    assert_eq!(asked[1].text(), "a%5Bb%5D%5B%5D=x&a%5Bc%5D%5Bd%5D=");
}
