//! Calls that go well: what is sent, and what comes back.

use seamstress_runtime::{Call, Client, Credential, Response};
use serde_json::{Value, json};

use crate::api::{CREATE, GET, HEALTH, LIST, SETTINGS, builder, call, client, get};
use crate::server::{Reply, Server};

#[tokio::test]
async fn a_read_is_a_get_with_a_query() {
    let server = Server::script(vec![Reply::json(r#"{"names":["a","b"]}"#)]).await;
    let mut call = call(&server.url, &LIST);
    call.set("b", &vec!["x y".to_owned(), "z".to_owned()]);
    call.set("a", &1_i64);
    call.set("a", &2_i64);
    call.set_null("c");
    let names: Response<Vec<String>> = call.send().await.unwrap();
    assert_eq!(names.value, ["a", "b"]);

    let asked = &server.asked()[0];
    assert_eq!(
        asked.line(),
        "GET /names/list?a=2&b=x+y&b=z&c=&_strict=true"
    );
    assert_eq!(asked.body, "");
    assert_eq!(asked.header("accept"), Some("application/json"));
    assert_eq!(asked.header("content-type"), None);
    assert_eq!(asked.header("user-agent"), Some("example-client/1.2.3"));
    assert_eq!(asked.header("x-sdk-name"), Some("example/rust"));
    assert_eq!(asked.header("authorization"), Some("Bearer canary-5ecret"));
    assert_eq!(asked.header("cookie"), None);
}

#[tokio::test]
async fn a_write_is_a_json_body() {
    let server = Server::script(vec![Reply::json("{}")]).await;
    let mut call = call(&server.url, &CREATE);
    call.set("name", &"ö\"".to_owned());
    call.set_null("ends_at");
    call.set_query("dry", &true);
    call.send_value::<()>().await.unwrap();
    let asked = &server.asked()[0];
    assert_eq!(asked.line(), "POST /names/create?dry=true&_strict=true");
    assert_eq!(asked.header("content-type"), Some("application/json"));
    let body: Value = serde_json::from_str(&asked.body).unwrap();
    assert_eq!(body, json!({"name": "ö\"", "ends_at": null}));
}

#[tokio::test]
async fn a_body_without_members_is_an_empty_object() {
    let server = Server::script(vec![Reply::json("{}")]).await;
    call(&server.url, &CREATE).send_value::<()>().await.unwrap();
    assert_eq!(server.asked()[0].body, "{}");
}

#[tokio::test]
async fn the_base_url_may_have_a_path() {
    let server = Server::script(vec![Reply::json(r#"{"name":"x"}"#)]).await;
    let name: String = get(&format!("{}/v1/", server.url))
        .send_value()
        .await
        .unwrap();
    assert_eq!(name, "x");
    assert_eq!(server.lines(), ["GET /v1/names/n1/value"]);
}

#[tokio::test]
async fn too_long_a_query_goes_by_the_post_twin() {
    let server = Server::script(vec![Reply::json(r#"{"names":[]}"#)]).await;
    let ids: Vec<String> = (0..200).map(|n| format!("{n:020}")).collect();
    let mut long = call(&server.url, &LIST);
    long.set("ids", &ids);
    long.send_value::<Vec<String>>().await.unwrap();
    let asked = &server.asked()[0];
    assert_eq!(asked.line(), "POST /names/list");
    assert_eq!(asked.header("content-type"), Some("application/json"));
    let body: Value = serde_json::from_str(&asked.body).unwrap();
    assert_eq!(body, json!({ "ids": ids }));

    // An operation without a twin keeps its query: the server may take it.
    let server = Server::script(vec![Reply::json(r#"{"name":"x"}"#)]).await;
    let mut long = get(&server.url);
    long.set("ids", &ids);
    long.send_value::<String>().await.unwrap();
    assert!(server.asked()[0].target.len() > 4000);
}

#[tokio::test]
async fn everything_about_an_answer_is_at_hand() {
    let body = r#"{"name":"x","other":7,"nothing":null,"ok":true}"#;
    let headers = "content-type: application/json\r\nx-request-id: r-1\r\n";
    let server = Server::script(vec![Reply::with(201, headers, body)]).await;
    let response: Response<String> = get(&server.url).send().await.unwrap();
    assert_eq!(response.value, "x");
    assert_eq!(response.status(), 201);
    assert_eq!(response.headers()["content-type"], "application/json");
    assert_eq!(response.request_id(), Some("r-1"));
    assert_eq!(response.body(), body.as_bytes());
    assert_eq!(response.json().unwrap()["ok"], true);
    assert_eq!(response.member::<i64>("other").unwrap(), Some(7));
    assert_eq!(response.member::<i64>("nothing").unwrap(), None);
    assert_eq!(response.member::<i64>("absent").unwrap(), None);
    assert!(
        response
            .member::<i64>("name")
            .unwrap_err()
            .to_string()
            .contains("names.get")
    );
    assert!(response.corrections().is_empty() && response.rejected().is_empty());
}

#[tokio::test]
async fn an_operation_without_a_value_does_not_look_at_the_answer() {
    for reply in [
        Reply::with(204, "", ""),
        Reply::status(200, "text/plain", "OK"),
        Reply::json("[1]"),
    ] {
        let server = Server::script(vec![reply]).await;
        call(&server.url, &HEALTH).send_value::<()>().await.unwrap();
    }
}

#[tokio::test]
async fn an_element_that_cannot_be_read_is_reported_or_with_strictness_an_error() {
    let server = Server::script(vec![Reply::json(r#"{"names":["a",7,"b"]}"#)]).await;
    let names: Response<Vec<String>> = call(&server.url, &LIST).send().await.unwrap();
    assert_eq!(names.value, ["a", "b"]);
    assert_eq!(names.rejected()[0].path, "names[1]");
    assert_eq!(names.rejected()[0].raw, "7");

    let strict = builder(&server.url).strict(true).build().unwrap();
    let error = Call::new(&strict, &LIST)
        .send_value::<Vec<String>>()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), seamstress_runtime::ErrorKind::Decode);
    assert!(error.to_string().contains("names[1]"), "{error}");

    // A call may say otherwise than its client.
    for (client, strict) in [(&strict, false), (&crate::api::client(&server.url), true)] {
        let mut call = Call::new(client, &LIST);
        call.strict(strict);
        let read = call.send_value::<Vec<String>>().await;
        assert_eq!(read.is_err(), strict);
    }
}

#[tokio::test]
async fn headers_have_an_order_of_precedence() {
    let server = Server::script(vec![Reply::json(r#"{"name":"x"}"#)]).await;
    let client = builder(&server.url)
        .header("User-Agent", "mine")
        .header("x-both", "client")
        .header("x-sdk-name", "forged")
        .header("authorization", "forged")
        .build()
        .unwrap();
    let mut call = Call::new(&client, &GET).path("name_id", "n1");
    call.header("x-both", "call");
    call.header("x-number", 7);
    call.header("Authorization", "forged");
    call.header("X-Sdk-Name", "forged");
    call.send_value::<String>().await.unwrap();
    let asked = &server.asked()[0];
    assert_eq!(asked.header("user-agent"), Some("mine"));
    assert_eq!(asked.header("x-both"), Some("call"));
    assert_eq!(asked.header("x-number"), Some("7"));
    assert_eq!(asked.header("x-sdk-name"), Some("example/rust"));
    assert_eq!(asked.header("authorization"), Some("Bearer canary-5ecret"));
    for name in [
        "user-agent",
        "x-both",
        "x-sdk-name",
        "authorization",
        "host",
        "accept",
    ] {
        let count = asked
            .headers
            .iter()
            .filter(|(known, _)| known == name)
            .count();
        assert_eq!(count, 1, "{name}");
    }
}

#[tokio::test]
async fn each_operation_gets_the_credential_that_it_accepts() {
    let server = Server::script(vec![Reply::json(r#"{"name":"x","names":[]}"#)]).await;
    let session = Credential::header(&["session"], "x-session", "s1").unwrap();
    let session = session.and_header("x-workspace", "w1").unwrap();
    let both = builder(&server.url)
        .credential(session.clone())
        .build()
        .unwrap();
    let only = Client::builder(&SETTINGS)
        .base_url(&server.url)
        .credential(session);
    let only = only.build().unwrap();

    // The first that fits, in the caller's order.
    Call::new(&both, &GET)
        .path("name_id", "n")
        .send_value::<String>()
        .await
        .unwrap();
    assert!(server.asked()[0].header("authorization").is_some());
    assert_eq!(server.asked()[0].header("x-session"), None);
    Call::new(&only, &GET)
        .path("name_id", "n")
        .send_value::<String>()
        .await
        .unwrap();
    assert_eq!(server.asked()[1].header("x-session"), Some("s1"));
    assert_eq!(server.asked()[1].header("x-workspace"), Some("w1"));
    // An operation for everyone gets none.
    Call::new(&both, &HEALTH).send_value::<()>().await.unwrap();
    assert_eq!(server.asked()[2].header("authorization"), None);

    let error = Call::new(&only, &LIST)
        .send_value::<Vec<String>>()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), seamstress_runtime::ErrorKind::Credential);
    assert_eq!(
        error.to_string(),
        "names.list: it accepts the credentials api_key; this client has session"
    );
    assert_eq!(server.asked().len(), 3, "nothing was sent");
}

#[tokio::test]
async fn clones_share_one_pool() {
    let server = Server::script(vec![Reply::json("{}")]).await;
    let client = client(&server.url);
    for _ in 0..3 {
        Call::new(&client.clone(), &HEALTH)
            .send_value::<()>()
            .await
            .unwrap();
    }
    assert_eq!(server.asked().len(), 3);
    fn shareable<T: Clone + Send + Sync + 'static>(_: &T) {}
    shareable(&client);
    assert_eq!(size_of::<Client>(), size_of::<usize>());
}
