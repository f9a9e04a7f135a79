//! What is worth a line.

use seamstress_runtime::testing::FakeTransport;
use seamstress_runtime::{Call, Client};
use serde_json::json;
use tracing::Level;

use crate::api::{LIST, SETTINGS, builder, list};
use crate::capture::capture;

#[tokio::test]
async fn an_answer_that_was_corrected() {
    let captured = capture();
    let server = FakeTransport::new();
    server.answer(200, json!({"names": ["a", 7, "b", false]}));
    list(&server).send_value::<Vec<String>>().await.unwrap();
    let events = captured.own_events();
    assert_eq!(events.len(), 1);
    let event = &events[0];
    assert_eq!(
        (&*event.name, event.level),
        ("the answer was corrected", Level::WARN)
    );
    assert_eq!(event.field("operation"), Some("names.list"));
    assert_eq!(event.field("corrections"), Some("0"));
    assert_eq!(event.field("rejected"), Some("2"));
}

#[tokio::test]
async fn an_answer_as_it_should_be_is_not_worth_a_line() {
    let captured = capture();
    let server = FakeTransport::new();
    server.answer(200, json!({"names": ["a"]}));
    server.answer(404, json!({}));
    list(&server).send_value::<Vec<String>>().await.unwrap();
    list(&server).send_value::<Vec<String>>().await.unwrap_err();
    assert_eq!(captured.own_events(), []);
}

#[tokio::test]
async fn another_attempt_follows() {
    let captured = capture();
    let server = FakeTransport::new();
    server.answer(503, json!({}));
    server.answer(200, json!({"names": []}));
    list(&server).send_value::<Vec<String>>().await.unwrap();
    let events = captured.own_events();
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].level, Level::DEBUG);
    assert_eq!(events[0].field("attempt"), Some("1"));
    assert_eq!(events[0].field("pause"), Some("200ms"));
    assert_eq!(events[0].parent.as_deref(), Some("call"));
}

#[tokio::test]
async fn the_budget_is_used_up() {
    let captured = capture();
    let server = FakeTransport::new();
    server.answer(503, json!({}));
    let client = builder("http://a.invalid", "k1").transport(server.clone());
    let client = client.retry_budget(0).build().unwrap();
    let call = Call::new(&client, &LIST).path("team_id", "t1");
    assert_eq!(call.send_value::<()>().await.unwrap_err().attempts(), 1);
    let events = captured.own_events();
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].level, Level::WARN);
    assert!(events[0].name.contains("too many calls fail"), "{events:?}");
}

#[test]
fn a_deprecated_variable_is_named_and_not_shown() {
    let captured = capture();
    let old = |name: &str| (name == "EXAMPLE_OLD_URL").then(|| "http://canary.invalid".to_owned());
    drop(Client::builder(&SETTINGS).environment(old));
    let events = captured.own_events();
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].field("name"), Some("EXAMPLE_OLD_URL"));
    assert_eq!(events[0].field("instead"), Some("EXAMPLE_URL"));
    assert!(!captured.text().contains("canary"));
}
