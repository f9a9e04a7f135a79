//! Headers of answers, read as what they are described as.

use std::collections::BTreeMap;
use std::fmt::Debug;

use seamstress_runtime::json::{Extra, Json, Value};
use seamstress_runtime::{DateTime, ErrorKind, Header, Operation, Response, object, open_enum};

use crate::server::{Server, answer};

static GET: Operation = Operation {
    name: "things.get",
    path: "/things",
    ..Operation::DEFAULT
};

async fn response(headers: &str) -> Response<()> {
    let server = Server::start(vec![answer(200, headers, b"")]).await;
    server.call(&GET).send().await.unwrap()
}

/// What a header with these lines is read as; nothing where it cannot be.
async fn read<T: Json + Default + Debug>(header: Header<T>, lines: &[&str]) -> Option<T> {
    let lines = lines.iter().map(|line| format!("x-it: {line}\r\n"));
    let response = response(&lines.collect::<String>()).await;
    match response.header(header) {
        Ok(read) => Some(read.unwrap()),
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Decode);
            let message = "things.get: the header `x-it` is not what it should be";
            assert_eq!(error.to_string(), message);
            None
        }
    }
}

/// A color, as a server paints it.
#[derive(Clone, Debug, Default, PartialEq)]
struct Color {
    red: i64,
    name: Option<String>,
    extra: Extra,
}

object! {
    Color {
        "R" => red: required,
        "name" => name: optional,
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Word {
    Blue,
    Unknown(seamstress_runtime::json::UnknownValue),
}

open_enum! {
    Word {
        "blue" => Blue,
    }
}

fn color(red: i64, name: &str) -> Option<Color> {
    Some(Color {
        red,
        name: Some(name.to_owned()),
        extra: Extra::default(),
    })
}

#[tokio::test]
async fn one_value() {
    let one = "x-it";
    assert_eq!(read(Header::<i64>::new(one), &["5"]).await, Some(5));
    assert_eq!(read(Header::<i64>::new(one), &["five"]).await, None);
    assert_eq!(read(Header::<u32>::new(one), &["-5"]).await, None);
    assert_eq!(read(Header::<f64>::new(one), &["0.5"]).await, Some(0.5));
    assert_eq!(read(Header::<bool>::new(one), &["True"]).await, Some(true));
    for text in ["5", "true", "a,b", "\"a\"", "ä", ""] {
        let read = read(Header::<String>::new(one), &[text]).await;
        assert_eq!(read.as_deref(), Some(text));
    }
    // Of lines that should be one, the first counts.
    assert_eq!(read(Header::<i64>::new(one), &["5", "6"]).await, Some(5));
    assert_eq!(
        read(Header::<Word>::new(one), &["blue"]).await,
        Some(Word::Blue)
    );
    let time = read(Header::<DateTime>::new(one), &["2026-01-02T03:04:05Z"]).await;
    assert_eq!(time.unwrap().to_string(), "2026-01-02T03:04:05Z");
}

#[tokio::test]
async fn lists() {
    let texts = |list: &[&str]| Some(list.iter().map(|text| (*text).to_owned()).collect());
    let list = Header::<Vec<String>>::list("x-it");
    assert_eq!(
        read(list, &["blue, black", "5"]).await,
        texts(&["blue", "black", "5"])
    );
    assert_eq!(read(list, &[""]).await, texts(&[]));
    let numbers = Header::<Vec<i64>>::list("x-it");
    assert_eq!(read(numbers, &["1,2, 3"]).await, Some(vec![1, 2, 3]));
    // An element that is lost would be missed by nobody.
    assert_eq!(read(numbers, &["1,two"]).await, None);
}

#[tokio::test]
async fn objects() {
    let (members, pairs) = (
        Header::<Color>::members("x-it"),
        Header::<Color>::pairs("x-it"),
    );
    assert_eq!(read(members, &["R,100,name,5"]).await, color(100, "5"));
    assert_eq!(read(pairs, &["R=100,name=a=b"]).await, color(100, "a=b"));
    assert_eq!(read(members, &["R,100,name"]).await, None);
    assert_eq!(read(pairs, &["R=100,name"]).await, None);
    let unknown = read(pairs, &["R=1,G=\"2\""]).await.unwrap();
    assert_eq!(unknown.extra.get("G"), Some(&Value::from("\"2\"")));
    // As in bodies, what is missing is mended.
    assert_eq!(read(pairs, &["name=a"]).await, color(0, "a"));
    let map = read(Header::<BTreeMap<String, i64>>::pairs("x-it"), &["a=1,b=2"]).await;
    let expected = BTreeMap::from([("a".to_owned(), 1), ("b".to_owned(), 2)]);
    assert_eq!(map, Some(expected));
    assert_eq!(
        read(Header::<Color>::json("x-it"), &[r#"{"R":7,"name":"x"}"#]).await,
        color(7, "x")
    );
    assert_eq!(read(Header::<Color>::json("x-it"), &["R=7"]).await, None);
}

#[tokio::test]
async fn what_is_not_there_is_nothing() {
    let response = response("x-other: 1\r\n").await;
    assert_eq!(response.header::<i64>("x-it").unwrap(), None);
    assert_eq!(
        response.header(Header::<Color>::pairs("X-It")).unwrap(),
        None
    );
    assert_eq!(response.header::<i64>("not a name").unwrap(), None);
    assert_eq!(
        response.envelope().header::<i64>("X-OTHER").unwrap(),
        Some(1)
    );
}
