//! Answers that are read piece by piece.

use std::time::Duration;

use futures_util::TryStreamExt;
use seamstress_runtime::{ErrorKind, Operation};

use crate::server::{Server, Step, answer, head};

static GET: Operation = Operation {
    name: "files.get",
    path: "/file",
    accept: Some("image/png, image/*"),
    ..Operation::DEFAULT
};

fn bytes(text: &str) -> Step {
    Step::Bytes(text.as_bytes().to_vec())
}

#[tokio::test]
async fn the_content_comes_as_it_is_sent() {
    let server = Server::start(vec![answer(
        200,
        "content-type: image/png\r\netag: 7\r\n",
        b"\x89PNG",
    )])
    .await;
    let mut download = server.call(&GET).download().await.unwrap();
    assert_eq!(download.content_type(), Some("image/png"));
    assert_eq!(download.content_length(), Some(4));
    assert_eq!(download.header::<u32>("etag").unwrap(), Some(7));
    assert_eq!(
        download.chunk().await.unwrap().unwrap(),
        "\u{89}PNG".as_bytes()[1..].to_vec()
    );
    assert!(download.chunk().await.unwrap().is_none());
    assert_eq!(
        server.asked()[0].header("accept"),
        Some("image/png, image/*")
    );
    let whole = server
        .call(&GET)
        .download()
        .await
        .unwrap()
        .bytes()
        .await
        .unwrap();
    assert_eq!(&whole[..], b"\x89PNG");
}

/// Scenario: the server sends a piece, and waits until the client has it. Expected: the client
/// has it before the answer is complete.
#[tokio::test]
async fn a_piece_is_there_before_the_next_is_sent() {
    let steps = vec![
        head(""),
        bytes("one"),
        Step::Pause(Duration::from_millis(200)),
        bytes("two"),
        Step::Close,
    ];
    let server = Server::start(vec![steps]).await;
    let mut download = server.call(&GET).download().await.unwrap();
    let begin = std::time::Instant::now();
    assert_eq!(download.chunk().await.unwrap().unwrap(), "one");
    assert!(begin.elapsed() < Duration::from_millis(150));
    let rest: Vec<_> = download.try_collect().await.unwrap();
    assert_eq!(rest.concat(), b"two");
}

#[tokio::test]
async fn a_busy_server_is_asked_again_and_a_failure_is_an_error() {
    let server = Server::start(vec![
        answer(503, "", b""),
        answer(200, "", b"ok"),
        answer(404, "", b"no"),
    ])
    .await;
    let download = server.call(&GET).download().await.unwrap();
    assert_eq!(download.envelope().attempts(), 2);
    assert_eq!(download.text().await.unwrap(), "ok");
    let error = server.call(&GET).download().await.unwrap_err();
    assert!(error.is_not_found());
    assert_eq!(error.api().unwrap().body(), "no");
}

/// Scenario: the connection breaks in the middle. Expected: an error after what came, no second
/// request, and the end.
#[tokio::test]
async fn a_break_is_an_error_in_its_place() {
    let cut = Step::Bytes(b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc".to_vec());
    let server = Server::start(vec![vec![cut, Step::Close]]).await;
    let mut download = server.call(&GET).download().await.unwrap();
    assert_eq!(download.chunk().await.unwrap().unwrap(), "abc");
    let error = download.chunk().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.operation(), Some("files.get"));
    assert!(download.chunk().await.unwrap().is_none());
    assert_eq!(server.asked().len(), 1);
}

/// Scenario: pauses shorter than the timeout, which are longer in all; and then one that is not.
#[tokio::test]
async fn only_silence_runs_out_of_time() {
    let mut steps = vec![head("")];
    for _ in 0..4 {
        steps.extend([bytes("x"), Step::Pause(Duration::from_millis(120))]);
    }
    let slow = [steps.clone(), vec![Step::Close]].concat();
    let silent = [steps, vec![Step::Pause(Duration::from_secs(60))]].concat();
    let server = Server::start(vec![slow, silent]).await;
    let mut call = server.call(&GET);
    call.timeout(Duration::from_millis(300));
    let text = call.clone().download().await.unwrap().text().await.unwrap();
    assert_eq!(text, "xxxx");
    let error = call.download().await.unwrap().bytes().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
}

/// The limit holds for what is collected, and not for what is read piece by piece.
#[tokio::test]
async fn the_limit_is_for_what_is_kept() {
    static SETTINGS: seamstress_runtime::Settings = seamstress_runtime::Settings::DEFAULT;
    let server = Server::start(vec![answer(200, "", &[7; 1000])]).await;
    let builder = seamstress_runtime::Client::builder(&SETTINGS).base_url(&server.url);
    let client = builder.max_response_bytes(999).build().unwrap();
    let call = seamstress_runtime::Call::new(&client, &GET);
    let pieces: Vec<_> = call
        .clone()
        .download()
        .await
        .unwrap()
        .try_collect()
        .await
        .unwrap();
    assert_eq!(pieces.concat().len(), 1000);
    let error = call
        .clone()
        .download()
        .await
        .unwrap()
        .bytes()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ResponseTooLarge);
    let error = call.send::<()>().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ResponseTooLarge);
}
