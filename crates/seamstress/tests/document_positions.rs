//! Every node of a document is found in its text.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

use proptest::prelude::*;
use seamstress::document::{Document, Pointer};
use serde_json::{Value, json};

/// Asserts where nodes stand.
#[track_caller]
fn check(file: &str, text: &str, places: &[(&str, u32, u32)]) {
    let (document, _) = Document::from_text(file, text, []).unwrap();
    for (pointer, line, column) in places {
        let location = document.locate(&Pointer::parse(pointer).unwrap());
        assert_eq!(
            (location.line, location.column),
            (*line, *column),
            "{pointer} in {text}"
        );
    }
}

#[test]
fn json() {
    let text = "{\n\t\"openapi\": \"3.0.3\",\r\n  \"größe ✂\": {\"a\\u002fb\": [1, [], {\"c\": null}], \"\": -1.5e3},\r\n\"q\\\"\\\\\":true\n}";
    check(
        "a.json",
        text,
        &[
            ("", 1, 1),
            ("/openapi", 2, 13),
            ("/größe ✂", 3, 14),
            ("/größe ✂/a~1b", 3, 27),
            ("/größe ✂/a~1b/0", 3, 28),
            ("/größe ✂/a~1b/1", 3, 31),
            ("/größe ✂/a~1b/2/c", 3, 41),
            ("/größe ✂/", 3, 53),
            ("/q\"\\", 4, 9),
            // What is not there is looked for where it would be.
            ("/größe ✂/a~1b/7/x", 3, 27),
            ("/nothing", 1, 1),
        ],
    );
}

#[test]
fn json_in_one_line() {
    let members = (0..20_000)
        .map(|index| format!("\"k{index}\":[\"é\"]"))
        .collect::<Vec<_>>();
    let text = format!("{{\"openapi\":\"3.0.3\",{}}}", members.join(","));
    let column = |needle: &str| {
        let at = text.find(needle).unwrap();
        u32::try_from(text[..at].chars().count() + 1).unwrap()
    };
    let last = column("\"k19999\"") + 10;
    check(
        "a.json",
        &text,
        &[("/k0/0", 1, column("\"k0\"") + 6), ("/k19999/0", 1, last)],
    );
}

#[test]
fn yaml() {
    let text = "# first\r\nopenapi: 3.0.3\r\ninfo:\r\n  title: \"ü\"\r\n  größe: {a: 1, b: [x, y]}\r\npaths:\r\n- one\r\n-   two: |\r\n      text\r\n200: z\r\n";
    check(
        "a.yaml",
        text,
        &[
            ("/openapi", 2, 10),
            ("/info", 4, 3),
            ("/info/title", 4, 10),
            ("/info/größe", 5, 10),
            ("/info/größe/b", 5, 20),
            ("/info/größe/b/1", 5, 24),
            ("/paths/0", 7, 3),
            ("/paths/1/two", 9, 7),
            ("/200", 10, 6),
            ("/info/nothing", 4, 3),
        ],
    );
}

#[test]
fn aliases_stand_where_they_are_used() {
    let text = "openapi: 3.0.3\na: &a\n  b: 1\nc: *a\nd:\n  <<: *a\n  e: 2\n";
    check(
        "a.yaml",
        text,
        &[
            ("/a/b", 3, 6),
            ("/c", 4, 4),
            ("/c/b", 4, 4),
            ("/d/b", 6, 7),
            ("/d/e", 7, 6),
        ],
    );
}

#[test]
fn json_with_comments_is_yaml() {
    let text = "{\n  openapi: 3.0.3, # so\n  paths: {}\n}\n";
    check("a.yaml", text, &[("/openapi", 2, 12), ("/paths", 3, 10)]);
}

#[test]
fn yaml_under_the_name_of_json() {
    check("a.json", "openapi: 3.0.3\npaths: {}\n", &[("/paths", 2, 8)]);
}

#[test]
fn a_byte_order_mark_is_no_column() {
    check(
        "a.json",
        "\u{feff}{\"openapi\": \"3.0.3\"}",
        &[("/openapi", 1, 13)],
    );
    check("a.yaml", "\u{feff}openapi: 3.0.3\n", &[("/openapi", 1, 10)]);
}

/// Any JSON, with strings of several alphabets and of what has to be escaped.
fn any_json() -> impl Strategy<Value = Value> {
    let text = "[a-z0-9 é✂𝄞\"\\\\/~\n{}\\[\\],:]{0,6}";
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        text.prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 200, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            prop::collection::btree_map(text, inner, 0..8)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// The addresses of all nodes.
fn addresses(pointer: &Pointer, node: &Value, found: &mut Vec<Pointer>) {
    found.push(pointer.clone());
    match node {
        Value::Object(members) => members
            .iter()
            .for_each(|(name, node)| addresses(&pointer.child(name), node, found)),
        Value::Array(elements) => elements
            .iter()
            .enumerate()
            .for_each(|(at, node)| addresses(&pointer.index(at), node, found)),
        _ => {}
    }
}

/// The text from a line and a column on.
fn text_at(text: &str, line: u32, column: u32) -> String {
    let rest = text.split_inclusive('\n').skip(line as usize - 1);
    let rest: String = rest.collect();
    rest.chars().skip(column as usize - 1).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Written in one line and in many, each node is read again from where it is said to stand.
    #[test]
    fn every_node_of_any_json_starts_where_it_is_said_to(value in any_json(), front in 0_usize..9000) {
        let root = json!({"openapi": "3.0.3", "x-front": "é".repeat(front), "x-any": value});
        let mut all = Vec::new();
        addresses(&Pointer::root().child("x-any"), &root["x-any"], &mut all);
        for text in [root.to_string(), serde_json::to_string_pretty(&root).unwrap()] {
            let (document, _) = Document::from_text("a.json", text.clone(), []).unwrap();
            for pointer in &all {
                let at = document.locate(pointer);
                let rest = text_at(&text, at.line, at.column);
                let read = serde_json::Deserializer::from_str(&rest).into_iter::<Value>().next();
                prop_assert_eq!(read.unwrap().unwrap(), pointer.get(&root).unwrap().clone());
            }
        }
    }
}
