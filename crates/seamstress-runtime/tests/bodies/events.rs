//! Items that come one by one, over a socket.

use std::time::Duration;

use futures_util::StreamExt;
use seamstress_runtime::json::Value;
use seamstress_runtime::{Body, ErrorKind, EventStream, Method, Operation, StreamFormat};
use serde_json::json;

use crate::server::{Server, Step, answer, head};

static CHAT: Operation = Operation {
    name: "chat",
    method: Method::Post,
    path: "/chat",
    body: Body::Json,
    ..Operation::DEFAULT
};

const MEDIA: &str = "text/event-stream";

fn bytes(text: &str) -> Step {
    Step::Bytes(text.as_bytes().to_vec())
}

async fn stream<T: seamstress_runtime::json::Json + Default + 'static>(
    steps: Vec<Step>,
    format: StreamFormat,
) -> EventStream<T> {
    let server = Server::start(vec![steps]).await;
    server
        .call(&CHAT)
        .send_stream(format, MEDIA, None)
        .await
        .unwrap()
}

#[tokio::test]
async fn the_switch_is_set_and_the_media_type_asked_for() {
    let server = Server::start(vec![answer(
        200,
        "",
        b"data: \"a\"\n\ndata: [DONE]\n\ndata: \"b\"\n\n",
    )])
    .await;
    let mut call = server.call(&CHAT);
    call.set("text", &"hi".to_owned());
    let words = call.send_stream::<String>(StreamFormat::EventData, MEDIA, Some("stream"));
    let words: Vec<String> = words.await.unwrap().map(Result::unwrap).collect().await;
    // Text is taken as it is, so that nothing in it can be the end.
    assert_eq!(words, ["\"a\"", "[DONE]", "\"b\""]);
    let asked = &server.asked()[0];
    assert_eq!(asked.header("accept"), Some(MEDIA));
    let body: Value = serde_json::from_slice(&asked.body).unwrap();
    assert_eq!(body, json!({"text": "hi", "stream": true}));
}

#[tokio::test]
async fn an_item_that_cannot_be_read_is_an_error_in_its_place() {
    let steps = vec![
        head(""),
        bytes(
            "id: 7\ndata: 1\n\ndata: {\"a\"\n\n:\n\nevent: x\nretry: 20\ndata: \"2\"\n\ndata: 3\n\ndata: [DONE]\n\ndata: 4\n\n",
        ),
        Step::Close,
    ];
    let mut items = stream::<i64>(steps, StreamFormat::EventData).await;
    assert_eq!(items.try_next().await.unwrap(), Some(1));
    assert_eq!(items.last_event_id(), Some("7"));
    let error = items.try_next().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::RejectedElement);
    assert_eq!(error.rejected().unwrap().raw, "{\"a\"");
    assert_eq!(
        items.try_next().await.unwrap_err().rejected().unwrap().raw,
        "\"2\""
    );
    assert_eq!(
        (items.event(), items.retry()),
        (Some("x"), Some(Duration::from_millis(20)))
    );
    assert_eq!(items.try_next().await.unwrap(), Some(3));
    assert_eq!(items.try_next().await.unwrap(), None);
    assert_eq!(items.try_next().await.unwrap(), None);
}

#[tokio::test]
async fn whole_events_are_objects() {
    let steps = vec![
        head(""),
        bytes("event: add\nid: 1\nretry: 5\ndata: a\ndata: b\n\ndata:\n\n"),
        Step::Close,
    ];
    let mut items = stream::<Value>(steps, StreamFormat::Events).await;
    let first = items.try_next().await.unwrap();
    assert_eq!(
        first,
        Some(json!({"data": "a\nb", "event": "add", "id": "1", "retry": 5}))
    );
    assert_eq!(items.try_next().await.unwrap(), Some(json!({"data": ""})));
    assert_eq!(items.try_next().await.unwrap(), None);
}

#[tokio::test]
async fn lines_of_json() {
    for text in [
        "{\"a\":1}\n\n[2]\r\n3",
        "\u{1e}{\"a\":\n1}\n\u{1e}[2]\n\u{1e}3\n",
    ] {
        let steps = vec![head(""), bytes(text), Step::Close];
        let mut items = stream::<Value>(steps, StreamFormat::JsonLines).await;
        for expected in [json!({"a": 1}), json!([2]), json!(3)] {
            assert_eq!(items.try_next().await.unwrap(), Some(expected));
        }
        assert_eq!(items.try_next().await.unwrap(), None);
    }
}

/// Scenario: the connection breaks inside an event. Expected: what came before, an error, the end.
#[tokio::test]
async fn a_break_is_an_error() {
    let cut = "HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\ndata: 1\n\ndata: 2\n";
    let mut items = stream::<i64>(vec![bytes(cut), Step::Close], StreamFormat::EventData).await;
    assert_eq!(items.try_next().await.unwrap(), Some(1));
    assert_eq!(
        items.try_next().await.unwrap_err().kind(),
        ErrorKind::Transport
    );
    assert_eq!(items.try_next().await.unwrap(), None);
}

/// Scenario: an event without end. Expected: an error before the memory is full.
#[tokio::test]
async fn an_item_has_a_limit() {
    static SETTINGS: seamstress_runtime::Settings = seamstress_runtime::Settings::DEFAULT;
    let endless = format!("data: 1\n\ndata: {}", "x".repeat(5000));
    let server = Server::start(vec![vec![
        head(""),
        bytes(&endless),
        Step::Pause(Duration::from_secs(60)),
    ]])
    .await;
    let builder = seamstress_runtime::Client::builder(&SETTINGS).base_url(&server.url);
    let client = builder.max_response_bytes(4000).build().unwrap();
    let call = seamstress_runtime::Call::new(&client, &CHAT);
    let mut items = call
        .send_stream::<i64>(StreamFormat::EventData, MEDIA, None)
        .await
        .unwrap();
    assert_eq!(items.try_next().await.unwrap(), Some(1));
    assert_eq!(
        items.try_next().await.unwrap_err().kind(),
        ErrorKind::ResponseTooLarge
    );
    assert_eq!(items.try_next().await.unwrap(), None);
}
