//! Arguments that would do harm: refused before anything is sent, or sent as they are.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use seamstress_runtime::{Client, Credential, Error, ErrorKind};

use crate::api::{CANARY, SETTINGS, builder, get};
use crate::server::{Reply, Server};

#[tokio::test]
async fn path_arguments_arrive_as_they_are_or_not_at_all() {
    let server = Server::script(vec![Reply::json(r#"{"name":"x"}"#)]).await;
    let client = crate::api::client(&server.url);
    let mut runner = TestRunner::default();
    let any = prop_oneof![any::<String>(), "[./%\\\\2eEfF?#a]{0,6}"];
    let mut sent = 0;
    for _ in 0..500 {
        let value = any.new_tree(&mut runner).unwrap().current();
        let call = seamstress_runtime::Call::new(&client, &crate::api::GET);
        match call.path("name_id", &value).send_value::<String>().await {
            Err(error) => assert_eq!(error.kind(), ErrorKind::Request, "{value:?}: {error}"),
            Ok(_) => {
                let asked = server.asked().pop().unwrap();
                let segments: Vec<&str> = asked.target.split('/').collect();
                let ["", "names", segment, "value"] = segments[..] else {
                    panic!("{value:?} became {}", asked.target);
                };
                let decoded = percent_encoding::percent_decode_str(segment);
                assert_eq!(decoded.decode_utf8().unwrap(), value);
                sent += 1;
            }
        }
    }
    assert!(sent > 100, "only {sent} values were sent");
}

#[tokio::test]
async fn a_missing_or_escaping_path_argument_is_refused() {
    let server = Server::script(vec![Reply::json(r#"{"name":"x"}"#)]).await;
    for value in ["", ".", "..", "%2e%2e", "../x", "..%2fx"] {
        let error = get(&server.url)
            .path("name_id", value)
            .send_value::<String>()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request, "{value}");
        assert_eq!(error.operation(), Some("names.get"));
    }
    assert!(server.asked().is_empty());
}

#[tokio::test]
async fn every_byte_in_a_header_is_sent_or_refused() {
    let server = Server::script(vec![Reply::json(r#"{"name":"x"}"#)]).await;
    for byte in 0..=127_u8 {
        let value = format!("a{}b", char::from(byte));
        let mut call = get(&server.url);
        call.header("x-value", &value);
        let before = server.asked().len();
        match call.send_value::<String>().await {
            Ok(_) => {
                let asked = server.asked().pop().unwrap();
                assert_eq!(asked.header("x-value"), Some(value.as_str()));
                assert_eq!(server.asked().len(), before + 1, "byte {byte}");
            }
            Err(error) => {
                assert_eq!(error.kind(), ErrorKind::Request, "byte {byte}");
                assert!(byte < 32 || byte == 127, "byte {byte} was refused");
                assert_eq!(server.asked().len(), before);
            }
        }
    }
    for name in ["", "x y", "x\r\ny", "ö", "x:"] {
        let mut call = get(&server.url);
        call.header(name, "v");
        assert_eq!(
            call.send_value::<String>().await.unwrap_err().kind(),
            ErrorKind::Request
        );
    }
}

#[test]
fn a_client_that_cannot_work_is_refused() {
    let url = "http://127.0.0.1:1";
    let refused: [(&str, Result<Client, Error>); 6] = [
        ("base URL", builder("ftp://x").build()),
        ("header", builder(url).header("x", "a\nb").build()),
        ("header", builder(url).header("x y", "a").build()),
        (
            "zero",
            builder(url).timeout(std::time::Duration::ZERO).build(),
        ),
        ("zero", builder(url).max_response_bytes(0).build()),
        ("base URL", Client::builder(&EMPTY).build()),
    ];
    for (part, result) in refused {
        let error = result.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(error.to_string().contains(part), "{error}");
    }
    for token in ["", "  ", "canary-5ecret\n", "canary-5ecret\0"] {
        let error = Credential::bearer(&["api_key"], token).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(!format!("{error} {error:?}").contains(CANARY));
    }
    assert!(Client::builder(&SETTINGS).build().is_ok());
}

static EMPTY: seamstress_runtime::Settings = seamstress_runtime::Settings::DEFAULT;

/// Null would unset what the caller wanted to set.
#[tokio::test]
async fn numbers_that_json_cannot_carry_are_refused() {
    let server = Server::script(vec![Reply::json(r#"{"name":"x"}"#)]).await;
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let mut call = get(&server.url);
        call.set("limit", &value);
        let mut list = get(&server.url);
        list.set_query("limits", &vec![1.5, value]);
        for call in [call, list] {
            let error = call.send_value::<String>().await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Request);
            assert!(error.to_string().contains("`limit"), "{error}");
        }
    }
    assert_eq!(server.asked().len(), 0);
}
