//! Overlays: what they write, and where it is found afterwards.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

use std::path::PathBuf;

use seamstress::diagnostic::Diagnostics;
use seamstress::document::{Document, Pointer};
use serde_json::{Value, json};

const DOCUMENT: &str = "\
openapi: 3.0.3
info:
  title: Pets
  contact: {name: A}
tags: [a, b, c, d]
paths:
  /foo:
    get:
      description: Foo
      parameters:
      - {name: filter, in: query}
      - {name: dummy, in: query}
      - {name: id, in: path}
  /bar:
    get: {description: Bar}
    post: {description: Post}
";

fn apply(overlay: &str) -> Result<(Document, Diagnostics), Diagnostics> {
    Document::from_text(
        "api.yaml",
        DOCUMENT,
        [(PathBuf::from("over.yaml"), overlay.to_owned())],
    )
}

fn overlay(version: &str, actions: &str) -> String {
    format!("overlay: {version}\ninfo: {{title: t, version: '1'}}\nactions:\n{actions}")
}

/// Asserts what stands at a pointer after the actions.
#[track_caller]
fn check(version: &str, actions: &str, pointer: &str, expected: Value) {
    let (document, warnings) = apply(&overlay(version, actions)).unwrap();
    assert!(warnings.is_empty(), "{warnings}");
    let node = document.node(&Pointer::parse(pointer).unwrap());
    assert_eq!(node.unwrap_or(&json!("nothing is there")), &expected);
}

#[test]
fn objects_merge_and_keep_their_order() {
    check(
        "1.0.0",
        "- target: $\n  update: {info: {x-new: 1, contact: {url: u}, title: Dogs}}\n",
        "/info",
        json!({"title": "Dogs", "contact": {"name": "A", "url": "u"}, "x-new": 1}),
    );
}

#[test]
fn one_action_changes_every_node_that_it_matches() {
    check(
        "1.0.0",
        "- target: $.paths.*.get\n  update: {x-safe: true}\n",
        "/paths/~1bar/get",
        json!({"description": "Bar", "x-safe": true}),
    );
    check(
        "1.0.0",
        "- target: $.paths.*.get.parameters[?@.name=='filter' && @.in=='query']\n  \
         update: {schema: {$ref: '#/components/schemas/filterSchema'}}\n",
        "/paths/~1foo/get/parameters/0",
        json!({"name": "filter", "in": "query", "schema": {"$ref": "#/components/schemas/filterSchema"}}),
    );
}

#[test]
fn primitive_values_are_replaced_in_version_1_1() {
    check(
        "1.1.0",
        "- target: $.paths['/foo'].get.description\n  update: This is new\n",
        "/paths/~1foo/get/description",
        json!("This is new"),
    );
}

#[test]
fn lists_grow() {
    let append = "- target: $.tags\n  update: e\n";
    check("1.0.0", append, "/tags", json!(["a", "b", "c", "d", "e"]));
    check("1.1.0", append, "/tags", json!(["a", "b", "c", "d", "e"]));
    let list = "- target: $.tags\n  update: [e, f]\n";
    check(
        "1.0.0",
        list,
        "/tags",
        json!(["a", "b", "c", "d", ["e", "f"]]),
    );
    check(
        "1.1.0",
        list,
        "/tags",
        json!(["a", "b", "c", "d", "e", "f"]),
    );
    // Inside an object both versions concatenate.
    let inside = "- target: $\n  update: {tags: [e, f]}\n";
    check(
        "1.0.0",
        inside,
        "/tags",
        json!(["a", "b", "c", "d", "e", "f"]),
    );
    check(
        "1.1.0",
        inside,
        "/tags",
        json!(["a", "b", "c", "d", "e", "f"]),
    );
}

#[test]
fn nodes_are_removed() {
    check(
        "1.0.0",
        "- {target: '$.info', remove: true}\n",
        "/info",
        json!("nothing is there"),
    );
    check(
        "1.0.0",
        "- {target: \"$.paths['/bar'].get\", remove: true, update: {a: 1}}\n",
        "/paths/~1bar",
        json!({"post": {"description": "Post"}}),
    );
    check(
        "1.0.0",
        "- target: $.paths.*.get.parameters[?@.name == 'dummy']\n  remove: true\n",
        "/paths/~1foo/get/parameters",
        json!([{"name": "filter", "in": "query"}, {"name": "id", "in": "path"}]),
    );
    check(
        "1.1.0",
        "- {target: \"$.tags[?@ == 'b' || @ == 'c']\", remove: true}\n",
        "/tags",
        json!(["a", "d"]),
    );
    check(
        "1.1.0",
        "- {target: '$.tags[3, 0, 3]', remove: true}\n",
        "/tags",
        json!(["b", "c"]),
    );
    // A node and what is inside it: both are matched, and both are gone.
    check(
        "1.1.0",
        "- {target: '$.info..*', remove: true}\n",
        "/info",
        json!({}),
    );
}

#[test]
fn elements_from_the_tenth_on_are_removed_in_order() {
    check(
        "1.1.0",
        "- {target: $.tags, update: [e, f, g, h, i, j, k, l]}\n- {target: '$.tags[9:1:-1]', remove: true}\n",
        "/tags",
        json!(["a", "b", "k", "l"]),
    );
}

#[test]
fn nodes_are_copied_in_version_1_1() {
    check(
        "1.1.0",
        "- {target: \"$.paths['/bar'].get\", copy: \"$.paths['/foo'].get\"}\n",
        "/paths/~1bar/get/description",
        json!("Foo"),
    );
    check(
        "1.1.0",
        "- {target: $.tags, copy: '$.tags'}\n",
        "/tags/7",
        json!("d"),
    );
}

#[test]
fn actions_see_what_those_before_them_did() {
    check(
        "1.0.0",
        "- {target: $.info, remove: true}\n- target: $\n  update: {info: {title: New}}\n- {target: $.info, update: {version: '2'}}\n",
        "/info",
        json!({"title": "New", "version": "2"}),
    );
}

#[test]
fn nodes_are_found_where_they_were_written() {
    let text = overlay(
        "1.1.0",
        "- target: $.paths['/foo'].get.parameters[0]\n  remove: true\n\
         - target: $.paths['/foo'].get\n  update:\n    parameters:\n    - name: new\n      in: query\n    summary: S\n\
         - {target: \"$.paths['/bar'].get\", copy: \"$.paths['/foo'].get.parameters\"}\n",
    );
    assert!(apply(&text).is_err(), "a list is no object");
    let text = text.replace("get.parameters\"}", "get\"}");
    let (document, _) = apply(&text).unwrap();
    for (pointer, place) in [
        ("/paths/~1foo/get/description", "api.yaml:9:20"),
        // The first parameter is gone: the others moved up.
        ("/paths/~1foo/get/parameters/0/name", "api.yaml:12:16"),
        ("/paths/~1foo/get/parameters/1/name", "api.yaml:13:16"),
        ("/paths/~1foo/get/parameters/2", "over.yaml:9:7"),
        ("/paths/~1foo/get/parameters/2/name", "over.yaml:9:13"),
        ("/paths/~1foo/get/summary", "over.yaml:11:14"),
        ("/paths/~1bar/get/description", "api.yaml:9:20"),
        ("/paths/~1bar/get/parameters/0/name", "api.yaml:12:16"),
        ("/paths/~1bar/get/summary", "over.yaml:11:14"),
        ("/paths/~1bar/post", "api.yaml:16:11"),
    ] {
        let location = document.locate(&Pointer::parse(pointer).unwrap());
        assert_eq!(location.to_string(), place, "{pointer}");
    }
    let complaint = document.warning(
        "test",
        "m",
        &Pointer::parse("/paths/~1foo/get/summary").unwrap(),
    );
    assert_eq!(
        complaint.to_string(),
        "warning[test]: m\n  --> over.yaml:11:14 at #/actions/1/update/summary",
        "the address is one of the file that is named"
    );
}

#[test]
fn an_action_without_a_match_is_a_warning() {
    let (_, warnings) = apply(&overlay(
        "1.0.0",
        "- target: $.info\n  update: {a: 1}\n- target: $.nothing.here\n  remove: true\n",
    ))
    .unwrap();
    assert_eq!(
        warnings.to_string(),
        "warning[overlay-no-match]: the overlay action matches nothing: $.nothing.here\n  \
         --> over.yaml:6:11 at #/actions/1/target\n  \
         help: correct its `target`, or remove the action if the document no longer needs it"
    );
}
