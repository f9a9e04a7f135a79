//! Parameters in every place and style, as a server sees them: read back by rules written down
//! here once more, they are what was given, or nothing is sent.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use percent_encoding::percent_decode_str;
use proptest::collection::vec;
use proptest::prelude::*;
use seamstress_runtime::testing::{FakeTransport, RecordedRequest, json};
use seamstress_runtime::{Body, Call, Client, ErrorKind, Operation, ParameterStyle, Settings};
use serde_json::Value;

static SETTINGS: Settings = Settings {
    base_url: "https://api.example.invalid/base",
    ..Settings::DEFAULT
};

/// An operation with parameters `v` in this style.
fn operation(path: &'static str, styles: &[ParameterStyle]) -> &'static Operation {
    Box::leak(Box::new(Operation {
        name: "test",
        path,
        body: Body::Query,
        styles: Box::leak(styles.into()),
        ..Operation::DEFAULT
    }))
}

fn client(server: &FakeTransport) -> Client {
    let builder = Client::builder(&SETTINGS).transport(server.clone());
    builder.build().unwrap()
}

/// What a server sees of the call that `fill` makes; nothing where it is refused.
fn sent(operation: &'static Operation, fill: impl Fn(Call) -> Call) -> Option<RecordedRequest> {
    let server = FakeTransport::new();
    server.answer(200, json!({}));
    let call = fill(Call::new(&client(&server), operation));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let result = runtime.block_on(call.send_value::<()>());
    match result {
        Ok(()) => {
            let mut requests = server.requests();
            assert_eq!(requests.len(), 1);
            requests.pop()
        }
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Request, "{error}");
            assert!(server.requests().is_empty());
            None
        }
    }
}

fn query(operation: &'static Operation, value: &Value) -> Option<String> {
    let request = sent(operation, |mut call| {
        call.set("v", value);
        call
    })?;
    Some(request.uri().query().unwrap_or_default().to_owned())
}

/// The one segment of the path that is the argument.
fn segment(operation: &'static Operation, value: &Value) -> Option<String> {
    let request = sent(operation, |call| call.path_value("v", value))?;
    assert_eq!(request.uri().query(), None);
    let segments: Vec<&str> = request.path().split('/').collect();
    let ["", "base", "x", segment, "y"] = segments[..] else {
        panic!("{value} became {}", request.path());
    };
    Some(segment.to_owned())
}

fn header(operation: &'static Operation, name: &str, value: &Value) -> Option<String> {
    let request = sent(operation, |mut call| {
        match name {
            "cookie" => call.cookie("v", value),
            _ => call.header_value("v", value),
        }
        call
    })?;
    assert!(request.headers().get_all(name).iter().count() <= 1);
    let value = request.headers().get(name);
    Some(value.map_or_else(String::new, |value| {
        String::from_utf8(value.as_bytes().to_vec()).unwrap()
    }))
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8().unwrap().into_owned()
}

/// `a=1&b=2`, in any form of it.
fn pairs(text: &str, separator: &str) -> Vec<(String, String)> {
    let pairs = text.split(separator).filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name), decode(value))
        })
        .collect()
}

fn elements(text: &str, separator: &str) -> Vec<String> {
    text.split(separator).map(decode).collect()
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a.,;=&|?#/%+ 2cC\\[\\]\"\\\\{}]{0,5}",
        "[a-z]{1,4}"
    ]
}

fn list() -> impl Strategy<Value = Vec<String>> {
    vec(text(), 1..4)
}

fn members() -> impl Strategy<Value = Vec<(String, String)>> {
    proptest::collection::btree_map(text(), text(), 1..4).prop_map(|map| map.into_iter().collect())
}

fn object(members: &[(String, String)]) -> Value {
    let members = members.iter().cloned();
    Value::Object(
        members
            .map(|(key, value)| (key, Value::from(value)))
            .collect(),
    )
}

fn flat(members: &[(String, String)]) -> Vec<String> {
    let members = members.iter();
    members
        .flat_map(|(key, value)| [key.clone(), value.clone()])
        .collect()
}

fn named(list: &[String]) -> Vec<(String, String)> {
    list.iter()
        .map(|value| ("v".to_owned(), value.clone()))
        .collect()
}

const PATH: ParameterStyle = ParameterStyle::path("v");
const QUERY: ParameterStyle = ParameterStyle::query("v");
const COOKIE: ParameterStyle = ParameterStyle::cookie("v");
const TARGET: &str = "/x/{v}/y";

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lists_in_a_query(list in list()) {
        let value = Value::from(list.clone());
        let exploded = query(operation("/x", &[]), &value).unwrap();
        prop_assert_eq!(pairs(&exploded, "&"), named(&list));

        let commas = query(operation("/x", &[QUERY.explode(false)]), &value).unwrap();
        prop_assert_eq!(elements(commas.strip_prefix("v=").unwrap(), ","), list.clone());

        for (style, between, separator) in [
            (&[QUERY.space_delimited()], "%20", ' '),
            (&[QUERY.pipe_delimited()], "%7C", '|'),
        ] {
            let is_clear = list.iter().all(|element| !element.contains(separator));
            let written = query(operation("/x", style), &value);
            let read = written.map(|text| elements(text.strip_prefix("v=").unwrap(), between));
            prop_assert_eq!(read, is_clear.then(|| list.clone()));
        }

        let deep = query(operation("/x", &[QUERY.deep_object()]), &value).unwrap();
        let expected: Vec<_> = list.iter().map(|value| ("v[]".to_owned(), value.clone())).collect();
        prop_assert_eq!(pairs(&deep, "&"), expected);
    }

    #[test]
    fn objects_in_a_query(members in members()) {
        let value = object(&members);
        let sorted = |mut pairs: Vec<(String, String)>| { pairs.sort(); pairs };
        let exploded = query(operation("/x", &[]), &value).unwrap();
        // A pair without name and value is one that nobody sees.
        let expected = members.iter().filter(|(key, value)| !(key.is_empty() && value.is_empty()));
        let read = pairs(&exploded, "&");
        let read = read.into_iter().filter(|(key, value)| !(key.is_empty() && value.is_empty()));
        prop_assert_eq!(sorted(read.collect()), sorted(expected.cloned().collect()));

        let commas = query(operation("/x", &[QUERY.explode(false)]), &value).unwrap();
        prop_assert_eq!(elements(commas.strip_prefix("v=").unwrap(), ","), flat(&members));

        let deep = query(operation("/x", &[QUERY.deep_object()]), &value).unwrap();
        let expected = members.iter().map(|(key, value)| (format!("v[{key}]"), value.clone()));
        prop_assert_eq!(pairs(&deep, "&"), expected.collect::<Vec<_>>());
    }

    #[test]
    fn reserved_characters_in_a_query(list in list()) {
        let list: Vec<String> = list.iter().map(|text| text.replace('%', "")).collect();
        let value = Value::from(list.clone());
        let exploded = query(operation("/x", &[QUERY.allow_reserved()]), &value).unwrap();
        prop_assert_eq!(pairs(&exploded, "&"), named(&list));
        let style = &[QUERY.allow_reserved().explode(false)];
        let commas = query(operation("/x", style), &value).unwrap();
        prop_assert_eq!(elements(commas.strip_prefix("v=").unwrap(), ","), list);
    }

    #[test]
    fn lists_in_a_path(list in list()) {
        let value = Value::from(list.clone());
        if let Some(simple) = segment(operation(TARGET, &[]), &value) {
            prop_assert_eq!(elements(&simple, ","), list.clone());
        }
        if let Some(label) = segment(operation(TARGET, &[PATH.label()]), &value) {
            prop_assert_eq!(elements(label.strip_prefix('.').unwrap(), ","), list.clone());
        }
        if let Some(matrix) = segment(operation(TARGET, &[PATH.matrix()]), &value) {
            prop_assert_eq!(elements(matrix.strip_prefix(";v=").unwrap(), ","), list.clone());
        }
        if let Some(matrix) = segment(operation(TARGET, &[PATH.matrix().explode(true)]), &value) {
            prop_assert_eq!(pairs(&matrix, ";"), named(&list));
        }
        let reserved: Vec<String> = list.iter().map(|text| text.replace('%', "")).collect();
        let value = Value::from(reserved.clone());
        if let Some(simple) = segment(operation(TARGET, &[PATH.allow_reserved()]), &value) {
            prop_assert_eq!(elements(&simple, ","), reserved);
        }
    }

    #[test]
    fn objects_in_a_path(members in members()) {
        let value = object(&members);
        if let Some(simple) = segment(operation(TARGET, &[]), &value) {
            prop_assert_eq!(elements(&simple, ","), flat(&members));
        }
        if let Some(simple) = segment(operation(TARGET, &[PATH.explode(true)]), &value) {
            prop_assert_eq!(pairs(&simple, ","), members.clone());
        }
        if let Some(matrix) = segment(operation(TARGET, &[PATH.matrix()]), &value) {
            prop_assert_eq!(elements(matrix.strip_prefix(";v=").unwrap(), ","), flat(&members));
        }
    }

    #[test]
    fn headers(list in list(), members in members()) {
        let trimmed = |text: &String| text.trim_matches([' ', '\t']) == text;
        if let Some(simple) = header(operation("/x", &[]), "v", &Value::from(list.clone())) {
            prop_assert_eq!(simple.split(',').collect::<Vec<_>>(), list.clone());
        } else {
            let is_plain = |text: &String| !text.contains(|c: char| c == ',' || c.is_control());
            prop_assert!(!list.iter().all(is_plain) || !trimmed(&list.join(",")));
        }
        const EXPLODED: &[ParameterStyle] = &[ParameterStyle::header("v").explode(true)];
        if let Some(simple) = header(operation("/x", EXPLODED), "v", &object(&members)) {
            let pairs: Vec<_> = simple.split(',').map(|pair| pair.split_once('=').unwrap()).collect();
            let expected: Vec<_> = members.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
            prop_assert_eq!(pairs, expected);
        }
    }

    #[test]
    fn cookies(list in list()) {
        let value = Value::from(list.clone());
        let exploded = header(operation("/x", &[]), "cookie", &value).unwrap();
        prop_assert_eq!(pairs(&exploded, "; "), named(&list));
        let commas = header(operation("/x", &[COOKIE.explode(false)]), "cookie", &value).unwrap();
        prop_assert_eq!(elements(commas.strip_prefix("v=").unwrap(), ","), list.clone());
        // The style that encodes nothing encodes what would end the cookie.
        let raw = header(operation("/x", &[COOKIE.allow_reserved()]), "cookie", &value).unwrap();
        prop_assert_eq!(raw.split("; ").count(), list.len());
        prop_assert!(!raw.contains(|c: char| c.is_control() || "\"\\,".contains(c)));
    }

    #[test]
    fn json_in_every_place(list in list(), members in members()) {
        let value = json!({ "list": list, "object": object(&members), "null": null });
        let read = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        let written = query(operation("/x", &[QUERY.json()]), &value).unwrap();
        prop_assert_eq!(read(&pairs(&written, "&")[0].1), value.clone());
        if let Some(written) = segment(operation(TARGET, &[PATH.json()]), &value) {
            prop_assert_eq!(read(&decode(&written)), value.clone());
        }
        const HEADER: &[ParameterStyle] = &[ParameterStyle::header("v").json()];
        let written = header(operation("/x", HEADER), "v", &value).unwrap();
        prop_assert!(written.is_ascii());
        prop_assert_eq!(read(&written), value.clone());
        let written = header(operation("/x", &[COOKIE.json()]), "cookie", &value).unwrap();
        prop_assert_eq!(read(&pairs(&written, "; ")[0].1), value);
    }
}

/// One operation with everything, byte by byte.
#[test]
fn a_request_with_parameters_in_every_place() {
    const STYLES: &[ParameterStyle] = &[
        PATH.matrix().explode(true),
        QUERY.deep_object(),
        ParameterStyle::header("v").explode(true),
        COOKIE.explode(false),
        ParameterStyle::query("empty").allow_empty(),
    ];
    let request = sent(operation("/a b{v}?fixed=1#part", STYLES), |call| {
        let mut call = call.path_value("v", &json!([1, 2]));
        call.set("v", &json!({ "a": { "b": [true, 1.5] } }));
        call.set_null("empty");
        call.set_null("nothing");
        call.header_value("v", &json!({ "a": 1 }));
        call.header("cookie", "own=1; other=2");
        call.cookie("v", &json!(["x", "y;z"]));
        call.cookie("w", &json!(null));
        call.cookie_into::<String>("s s", "ä\r\n");
        call
    });
    let request = request.unwrap();
    assert_eq!(
        request.line(),
        "GET /base/a%20b;v=1;v=2?fixed=1&v%5Ba%5D%5Bb%5D%5B%5D=true&v%5Ba%5D%5Bb%5D%5B%5D=1.5&empty="
    );
    assert_eq!(request.header("v"), Some("a=1"));
    let cookies: Vec<_> = request.headers().get_all("cookie").iter().collect();
    assert_eq!(cookies, ["own=1; other=2; v=x,y%3Bz; s%20s=%C3%A4%0D%0A"]);
    assert!(cookies[0].is_sensitive());
}

/// What is wrong with an argument is known before anything is sent, and its value is not told.
#[test]
fn a_refusal_names_the_parameter_and_not_its_value() {
    let server = FakeTransport::new();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let secret = json!(["canary,|"]);
    type Fill = fn(&mut Call, &Value);
    let calls: [(&'static Operation, Fill); 3] = [
        (operation("/x", &[]), |call, value| {
            call.header_value("v", value)
        }),
        (operation("/x", &[QUERY.pipe_delimited()]), |call, value| {
            call.set("v", value)
        }),
        (operation("/x/{v}", &[]), |call, _| {
            *call = call.clone().path_value("v", &json!([]))
        }),
    ];
    for (operation, fill) in calls {
        let mut call = Call::new(&client(&server), operation);
        fill(&mut call, &secret);
        let debug = format!("{call:?}");
        let error = runtime.block_on(call.send_value::<()>()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request);
        assert!(error.to_string().contains("`v`"), "{error}");
        assert!(!format!("{error} {error:?} {debug}").contains("canary"));
    }
    assert!(server.requests().is_empty());
}

/// Media types come from documents, which may hold anything.
#[test]
fn a_media_type_that_no_header_can_carry_is_left_out() {
    let operation = Box::leak(Box::new(Operation {
        body: Body::Json,
        media_type: Some("a\r\nb"),
        accept: Some("\u{7f}"),
        ..Operation::DEFAULT
    }));
    let request = sent(operation, |call| call).unwrap();
    // The client's own.
    assert_eq!(request.header("accept"), Some("application/json"));
    assert_eq!(request.header("content-type"), Some("application/json"));
}
