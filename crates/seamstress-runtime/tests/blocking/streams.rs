//! What comes piece by piece, for callers without asynchronous code.

use seamstress_runtime::testing::FakeTransport;
use seamstress_runtime::{
    Body, Call, Client, ErrorKind, Method, Operation, Settings, StreamFormat, TransportErrorKind,
    Upload,
};

static SETTINGS: Settings = Settings {
    base_url: "https://api.example.com",
    ..Settings::DEFAULT
};

static CHAT: Operation = Operation {
    name: "chat",
    method: Method::Post,
    path: "/chat",
    body: Body::Multipart,
    ..Operation::DEFAULT
};

/// A request as generated code has it.
#[derive(Clone, Debug)]
struct Chat {
    call: Call,
}

seamstress_runtime::operation! { Chat => download }
seamstress_runtime::operation_events! { Chat => i64, StreamFormat::EventData, "text/event-stream", "stream" }

fn chat(server: &FakeTransport) -> Chat {
    let client = Client::builder(&SETTINGS).transport(server.clone()).build();
    let mut call = Call::new(&client.unwrap(), &CHAT);
    call.upload("file", Upload::from("content").file_name("a.txt"));
    Chat { call }
}

#[test]
fn a_download_is_an_iterator() {
    let server = FakeTransport::new();
    let pieces = [
        Ok("one"),
        Ok("two"),
        Err(TransportErrorKind::Other),
        Ok("three"),
    ];
    server.answer_pieces(200, "text/plain", pieces);
    let mut pieces = chat(&server).send_blocking().unwrap();
    assert_eq!(pieces.get_ref().content_type(), Some("text/plain"));
    assert_eq!(pieces.next().unwrap().unwrap(), "one");
    assert_eq!(pieces.next().unwrap().unwrap(), "two");
    assert_eq!(
        pieces.next().unwrap().unwrap_err().kind(),
        ErrorKind::Transport
    );
    assert!(pieces.next().is_none());
    let request = &server.requests()[0];
    let body = String::from_utf8(request.body().to_vec()).unwrap();
    assert!(body.contains("filename=\"a.txt\""), "{body}");
}

#[test]
fn events_are_an_iterator() {
    let server = FakeTransport::new();
    let pieces = [
        Ok("data: 1\n\nda"),
        Ok("ta: x\n\ndata: 3\n"),
        Ok("\ndata: [DONE]\n\n"),
    ];
    server.answer_pieces(200, "text/event-stream", pieces);
    let events: Vec<Result<i64, ErrorKind>> = chat(&server)
        .events_blocking()
        .unwrap()
        .map(|event| event.map_err(|error| error.kind()))
        .collect();
    assert_eq!(events, [Ok(1), Err(ErrorKind::RejectedElement), Ok(3)]);
    let request = &server.requests()[0];
    assert_eq!(request.header("accept"), Some("text/event-stream"));
    let body = String::from_utf8(request.body().to_vec()).unwrap();
    assert!(body.contains("name=\"stream\"\r\n\r\ntrue\r\n"), "{body}");
}

#[test]
fn pieces_are_one_answer_for_those_who_want_it_whole() {
    let server = FakeTransport::new();
    server.answer_pieces(200, "application/json", [Ok("[1,"), Ok("2]")]);
    server.answer_pieces(
        200,
        "application/json",
        [Ok("[1,"), Err(TransportErrorKind::Timeout)],
    );
    let call = chat(&server).call;
    assert_eq!(
        call.clone().send_value::<Vec<i64>>().blocking().unwrap(),
        [1, 2]
    );
    let error = call.send_value::<Vec<i64>>().blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
}
