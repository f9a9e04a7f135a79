//! Wrong overlays: each ends in a complaint that names file, line and pointer of
//! the overlay and says what to do.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

use std::path::PathBuf;

use seamstress::diagnostic::Diagnostics;
use seamstress::document::Document;

const DOCUMENT: &str = "\
openapi: 3.0.3
info:
  title: Pets
  contact: {name: A}
paths:
  /foo: {}
  /bar: {}
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

/// Asserts the message that an overlay is refused with.
#[track_caller]
fn check_refusal(version: &str, actions: &str, expected: &str) {
    let refusal = apply(&overlay(version, actions)).expect_err("the overlay is taken");
    assert_eq!(refusal.to_string(), expected);
}

#[test]
fn a_bad_path_is_told_with_its_place() {
    let refusal = apply(&overlay("1.0.0", "- target: $.paths[\n  remove: true\n"))
        .unwrap_err()
        .to_string();
    assert!(
        refusal.starts_with("error[bad-overlay]: `target` is no JSONPath: at character "),
        "{refusal}"
    );
    assert!(refusal.contains("of `$.paths[`: "), "{refusal}");
    assert!(
        refusal
            .contains("\n  --> over.yaml:4:11 at #/actions/0/target\n  help: write it as RFC 9535"),
        "{refusal}"
    );
    let deep = format!(
        "- target: '$[?{}@.a{}]'\n  remove: true\n",
        "(".repeat(5_000),
        ")".repeat(5_000)
    );
    let refusal = apply(&overlay("1.0.0", &deep)).unwrap_err().to_string();
    assert!(
        refusal.starts_with("error[bad-overlay]: `target` nests too deep\n"),
        "{refusal}"
    );
}

#[test]
fn wrong_actions_are_refused() {
    for (version, actions, expected) in [
        (
            "1.0.0",
            "- target: $.info\n  updat: {}\n",
            "error[bad-overlay]: an action has no key `updat`\n  --> over.yaml:5:3 at #/actions/0/updat\n  help: remove it, or correct its name; did you mean `update`?",
        ),
        (
            "1.0.0",
            "- target: $.info\n  copy: $.a\n",
            "error[bad-overlay]: an action has no key `copy`\n  --> over.yaml:5:3 at #/actions/0/copy\n  help: write `overlay: 1.1.0`, which has `copy`",
        ),
        (
            "1.0.0",
            "- remove: true\n",
            "error[bad-overlay]: the action has no `target`\n  --> over.yaml:4:3 at #/actions/0\n  help: write the JSONPath of what it changes, such as `$.info`",
        ),
        (
            "1.0.0",
            "- {target: 5, remove: true}\n",
            "error[bad-overlay]: `target` is a number, not a text\n  --> over.yaml:4:12 at #/actions/0/target\n  help: write a text",
        ),
        (
            "1.0.0",
            "- {target: $.info, remove: yes}\n",
            "error[bad-overlay]: `remove` is a text, not true or false\n  --> over.yaml:4:28 at #/actions/0/remove\n  help: write true or false",
        ),
        (
            "1.0.0",
            "- {target: $.info}\n",
            "error[bad-overlay]: the action does nothing\n  --> over.yaml:4:3 at #/actions/0\n  help: add `update: …`, `copy: …` or `remove: true`, or remove the action",
        ),
        (
            "1.1.0",
            "- {target: $.info, update: {}, copy: $.info}\n",
            "error[bad-overlay]: the action has both `update` and `copy`\n  --> over.yaml:4:3 at #/actions/0\n  help: write two actions: of these two neither has an effect beside the other",
        ),
        (
            "1.1.0",
            "- just text\n",
            "error[bad-overlay]: the action is a text, not an object\n  --> over.yaml:4:3 at #/actions/0\n  help: write `- target: …`",
        ),
        (
            "1.1.0",
            "- {target: $, remove: true}\n",
            "error[bad-overlay]: the whole document cannot be removed\n  --> over.yaml:4:3 at #/actions/0\n  help: name what is to be removed as the `target`",
        ),
        (
            "1.1.0",
            "- {target: $.info, update: [1]}\n",
            "error[overlay-conflict]: a list cannot be merged into an object at #/info\n  --> over.yaml:4:28 at #/actions/0/update\n  help: remove the node by an action of its own first, or make both of one kind",
        ),
        (
            "1.1.0",
            "- target: $\n  update:\n    info:\n      title: {a: 1}\n",
            "error[overlay-conflict]: an object cannot be merged into a text at #/info/title\n  --> over.yaml:7:14 at #/actions/0/update/info/title\n  help: remove the node by an action of its own first, or make both of one kind",
        ),
        (
            "1.1.0",
            "- {target: $.info.*, update: a}\n",
            "error[bad-overlay]: `target` matches nodes of several kinds\n  --> over.yaml:4:12 at #/actions/0/target\n  help: write one action for objects, one for lists, and one for other values",
        ),
        (
            "1.0.0",
            "- {target: $.info.title, update: a}\n",
            "error[bad-overlay]: `target` matches a value that is neither an object nor a list\n  --> over.yaml:4:12 at #/actions/0/target\n  help: name the object around it, or write `overlay: 1.1.0`, which allows this",
        ),
        (
            "1.1.0",
            "- {target: $.info, copy: '$.paths.*'}\n",
            "error[bad-overlay]: `copy` must match one node, and matches 2\n  --> over.yaml:4:26 at #/actions/0/copy\n  help: correct the path so that it names the one node to copy",
        ),
    ] {
        check_refusal(version, actions, expected);
    }
}

#[test]
fn wrong_overlays_are_refused() {
    let rest = "info: {title: t, version: '1'}\nactions: [{target: $.info, update: {a: 1}}]\n";
    for (text, code, part) in [
        (
            rest.to_owned(),
            "bad-overlay",
            "it has no key `overlay`\n  --> over.yaml:1:1",
        ),
        (
            format!("overlay: 1.0\n{rest}"),
            "bad-overlay",
            "is no text: 1.0\n  --> over.yaml:1:10 at #/overlay",
        ),
        (
            format!("overlay: 2.0.0\n{rest}"),
            "bad-overlay",
            "`overlay: 2.0.0` is not supported\n  --> over.yaml:1:10",
        ),
        (
            format!("overlay: 1.0.0\naction: []\n{rest}"),
            "bad-overlay",
            "no key `action`\n  --> over.yaml:2:1 at #/action\n  help: remove it, or correct its name; did you mean `actions`?",
        ),
        (
            "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions: []\n".to_owned(),
            "bad-overlay",
            "no list of `actions`\n  --> over.yaml:3:10",
        ),
        (
            "overlay: 1.0.0\ninfo: {title: t}\nactions: [{target: $.info, remove: true}]\n"
                .to_owned(),
            "bad-overlay",
            "no text `version`\n  --> over.yaml:2:7",
        ),
        (
            "overlay: [".to_owned(),
            "broken-yaml",
            "over.yaml:1:10 at #/overlay",
        ),
        (String::new(), "empty-file", "over.yaml"),
    ] {
        let refusal = apply(&text).expect_err(&text);
        assert_eq!(refusal[0].code, code, "{refusal}");
        assert!(
            refusal.to_string().contains(part),
            "{refusal}\nlacks\n{part}"
        );
    }
}

#[test]
fn an_overlay_for_another_document_is_warned_of() {
    let text = |extends: &str| {
        overlay("1.0.0", "- {target: $.info, update: {a: 1}}\n") + &format!("extends: {extends}\n")
    };
    let (_, warnings) = apply(&text("https://example.com/v1/api.yaml")).unwrap();
    assert!(warnings.is_empty(), "{warnings}");
    let (_, warnings) = apply(&text("other.yaml")).unwrap();
    assert_eq!(
        warnings[0].to_string(),
        "warning[overlay-extends]: the overlay extends `other.yaml`, not `api.yaml`\n  --> over.yaml:5:10 at #/extends\n  help: correct or remove `extends`; the overlay is applied all the same"
    );
}

#[test]
fn copies_cannot_nest_the_document_without_end() {
    let action = "- {target: $.info, copy: $}\n";
    let (_, warnings) = apply(&overlay("1.1.0", action)).unwrap();
    assert!(warnings.is_empty());
    let seed = "- {target: $.info.contact, update: {deep: {}}}\n".to_owned();
    let doubling = "- {target: $..deep, copy: $.info}\n";
    let refusal = apply(&overlay("1.1.0", &(seed + &doubling.repeat(8)))).unwrap_err();
    assert!(
        refusal.to_string().contains("nest deeper than 128 levels"),
        "{refusal}"
    );
}
