//! A canary in every place where a secret may stand: it comes out of none.

use std::error::Error as _;
use std::time::Duration;

use seamstress_runtime::http::{HeaderMap, HeaderValue};
use seamstress_runtime::{Call, Credential, Error, ReqwestTransport};

use crate::api::{CANARY, GET, PAGING, builder, get};
use crate::server::{Reply, Server};

fn assert_hidden(what: &str, text: &str) {
    assert!(!text.contains(CANARY), "{what}: {text}");
}

fn assert_error_hides(what: &str, error: &Error) {
    let mut text = format!("{error} {error:?} {error:#?} {:?}", error.api());
    let mut source = error.source();
    while let Some(error) = source {
        text += &format!(" {error} {error:?}");
        source = error.source();
    }
    assert_hidden(what, &text);
}

/// A call with the canary as credential, header, parameter and path argument.
fn loaded(url: &str) -> Call {
    let client = builder(url)
        .header("x-proxy-key", CANARY)
        .timeout(Duration::from_millis(200))
        .build()
        .unwrap();
    let mut call = Call::new(&client, &GET).path("name_id", CANARY);
    call.set("code", &CANARY.to_owned());
    call.set_query("more", &CANARY.to_owned());
    call.header("x-more", CANARY);
    call
}

#[tokio::test]
async fn debug_hides_secrets() {
    let call = loaded("http://127.0.0.1:1");
    let key = Credential::header(&["api_key"], "x-key", CANARY).unwrap();
    let builder = builder("http://127.0.0.1:1").header("x-key", CANARY);
    for text in [
        format!("{call:?} {call:#?}"),
        format!("{:?} {:#?}", call.client(), call.client()),
        format!("{key:?} {key:#?}"),
        format!("{builder:?}"),
        format!("{:?}", call.clone().send::<String>()),
        format!("{:?}", call.clone().pages::<String>(&PAGING)),
        format!("{:?}", call.clone().stream::<String>(&PAGING)),
    ] {
        assert_hidden("debug", &text);
    }
    assert!(
        format!("{call:?}").contains("code"),
        "names of parameters are shown"
    );
}

/// Scenario: calls went out, with secrets in path, query and headers.
/// Expected: what the client remembers of them MUST NOT show any.
#[tokio::test]
async fn a_client_that_has_called_hides_what_it_sent() {
    let server = Server::script(vec![Reply::json(r#"{"name":"x"}"#)]).await;
    let call = loaded(&server.url);
    let client = call.client().clone();
    call.clone().send_value::<String>().await.unwrap();
    call.send_value::<String>().await.unwrap();
    assert!(server.lines()[1].contains(CANARY), "it was sent");
    assert_hidden("client", &format!("{client:?} {client:#?}"));
}

#[tokio::test]
async fn a_clients_own_http_client_is_not_shown() {
    let mut headers = HeaderMap::new();
    headers.insert("x-key", HeaderValue::from_static(CANARY));
    let theirs = reqwest::Client::builder().default_headers(headers);
    let transport = ReqwestTransport::with_client(theirs.build().unwrap());
    assert_hidden("transport", &format!("{transport:?} {transport:#?}"));
}

#[tokio::test]
async fn errors_hide_secrets() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let closed = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let error = loaded(&closed).send_value::<String>().await.unwrap_err();
    assert_error_hides("connect", &error);

    for (what, reply) in [
        ("timeout", Reply::Silence),
        ("reset", Reply::Last(Vec::new())),
        ("junk", Reply::Last(b"junk\r\n\r\n".to_vec())),
        ("api", Reply::status(500, "text/plain", "no")),
        ("echo", Reply::status(500, "text/plain", CANARY)),
        ("decode", Reply::json(r#"{"name":7}"#)),
        ("redirect", Reply::with(302, "location: /x\r\n", "")),
    ] {
        let server = Server::script(vec![reply]).await;
        let error = loaded(&server.url)
            .send_value::<String>()
            .await
            .unwrap_err();
        assert_error_hides(what, &error);
    }
}

#[tokio::test]
async fn refused_arguments_are_not_repeated() {
    let path = get("http://127.0.0.1:1").path("name_id", format!("../{CANARY}"));
    let mut header = get("http://127.0.0.1:1");
    header.header("x-more", format!("{CANARY}\n"));
    let mut query = get("http://127.0.0.1:1");
    query.set("list", &vec![CANARY.to_owned(), String::new()]);
    for call in [path, header, query] {
        let error = call.send_value::<String>().await.unwrap_err();
        assert_eq!(error.kind(), seamstress_runtime::ErrorKind::Request);
        assert_error_hides("request", &error);
    }
}

#[tokio::test]
async fn an_answer_in_debug_hides_body_and_headers() {
    let body = format!(r#"{{"name":"x","token":"{CANARY}"}}"#);
    let headers = format!("set-cookie: {CANARY}\r\n");
    let server = Server::script(vec![Reply::with(200, &headers, &body)]).await;
    let response = get(&server.url).send::<String>().await.unwrap();
    assert_hidden(
        "response",
        &format!("{response:?} {:?}", response.envelope()),
    );
}
