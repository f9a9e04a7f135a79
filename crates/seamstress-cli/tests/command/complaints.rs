//! What people and machines are told.

use std::fs;

use crate::support::{DOCUMENT, Folder, dangling};

#[test]
fn a_complaint_shows_the_line_with_a_mark() {
    let folder = Folder::new("excerpt", &dangling());
    let ran = folder.run(&["check", "pets.yaml"]);
    let expected = "warning[dangling-reference]: `$ref` points to nothing: #/components/schemas/Tag\n  \
                    --> pets.yaml:24:22 at #/components/schemas/Pet/properties/tag\n    \
                    |\n 24 |         tag: { $ref: \"#/components/schemas/Tag\" }\n    \
                    |                      ^\n  \
                    = help: define `Tag` in #/components/schemas, or correct the name; known are `Pet`\n";
    assert!(ran.err.contains(expected), "{}", ran.err);
}

#[test]
fn colours_are_for_terminals_and_for_those_who_ask() {
    let folder = Folder::new("colour", &dangling());
    let plain = folder.run(&["check", "pets.yaml"]);
    assert!(!plain.err.contains('\u{1b}') && !plain.out.contains('\u{1b}'));
    let forced = folder.run_with(&["check", "pets.yaml"], &[("CLICOLOR_FORCE", "1")]);
    assert!(forced.err.contains("\u{1b}["), "{}", forced.err);
    let both = [("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")];
    assert!(
        !folder
            .run_with(&["check", "pets.yaml"], &both)
            .err
            .contains('\u{1b}')
    );
}

#[test]
fn a_document_never_commands_the_terminal() {
    let title = "info: { title: \"Pets \\e[31m\", version: \"1\" }";
    let document = dangling()
        .replace("info: { title: Pet Store API, version: \"1\" }", title)
        .replace("schemas/Tag", "schemas/\\e]0;owned\\a");
    let folder = Folder::new("terminal", &document);
    let ran = folder.run(&["check", "pets.yaml"]);
    assert!(ran.err.contains("dangling-reference"), "{}", ran.err);
    assert!(!ran.err.contains(['\u{1b}', '\u{7}']), "{:?}", ran.err);
}

#[test]
fn machines_get_one_object() {
    let folder = Folder::new("json", &dangling());
    let ran = folder.run(&[
        "generate",
        "pets.yaml",
        "--out",
        "client",
        "--json",
        "--report-untyped",
    ]);
    let json = ran.json();
    assert_eq!(json["command"], "generate");
    let first = &json["diagnostics"][0];
    let place = (&first["file"], &first["line"], &first["column"]);
    assert_eq!(place, (&"pets.yaml".into(), &24.into(), &22.into()));
    assert_eq!(first["severity"], "warning");
    assert_eq!(first["pointer"], "#/components/schemas/Pet/properties/tag");
    assert!(first["help"].as_str().unwrap().contains("define `Tag`"));
    let counts = &json["counts"];
    assert_eq!(counts["warnings"], 1);
    assert_eq!(counts["operations"], 1);
    assert_eq!(counts["document_operations"], 1);
    assert_eq!(counts["untyped_by_document"], 2);
    let untyped: Vec<_> = json["untyped"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            (
                one["line"].as_u64().unwrap(),
                one["cause"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(untyped, [(23, "document"), (24, "document")]);
    let written = json["files"]["written"].as_array().unwrap();
    assert!(written.contains(&"src/lib.rs".into()));
    assert_eq!(written.len(), folder.files().len() - 1);
}

#[test]
fn machines_get_an_object_for_a_refusal_too() {
    let folder = Folder::new("refused", "openapi: 3.0.3\npaths: {\n");
    let json = folder
        .run(&["generate", "pets.yaml", "--out", "client", "--json"])
        .json();
    assert_eq!(json["ok"], false);
    assert_eq!(json["counts"]["errors"], 1);
    assert_eq!(json["diagnostics"][0]["code"], "broken-yaml");
}

#[test]
fn untyped_values_are_listed_with_whom_to_blame() {
    let folder = Folder::new("untyped", DOCUMENT);
    let ran = folder.run(&["check", "pets.yaml", "--report-untyped"]);
    let expected = "pets.yaml:23:19 #/components/schemas/Pet/properties/anything\n  \
                    document: the schema says nothing about its values\n\
                    1 value without a type: 1 because the document says no more, 0 because the \
                    generator cannot express it\n";
    assert!(ran.out.contains(expected), "{}", ran.out);
}

#[test]
fn bad_input_is_one_clear_message() {
    let folder = Folder::new("bad", DOCUMENT);
    fs::write(folder.0.join("bad.toml"), "[package]\nnam = 1\n").unwrap();
    for (arguments, code, message) in [
        (
            &["generate", "nope.yaml", "--out", "x"][..],
            1,
            "`nope.yaml` cannot be read",
        ),
        (&["generate", "pets.yaml"], 1, "no output folder is named"),
        (&["generate"], 1, "no document is named"),
        (
            &["generate", "--config", "nope.toml"],
            1,
            "the configuration cannot be read",
        ),
        (
            &["generate", "--config", "bad.toml"],
            1,
            "unknown field `nam`",
        ),
        (
            &[
                "generate",
                "pets.yaml",
                "--out",
                "x",
                "--name",
                "not a name",
            ],
            2,
            "is no name of a crate",
        ),
        (
            &[
                "generate",
                "pets.yaml",
                "--out",
                "x",
                "--overlay",
                "nope.yaml",
            ],
            1,
            "`nope.yaml` cannot be read",
        ),
        (
            &["generate", "pets.yaml", "--out", "x", "--map", "nonsense"],
            2,
            "write it as in",
        ),
        (&["generate", "pets.yaml", "--outt", "x"], 2, "--out"),
        (&["sew"], 2, "unrecognized subcommand"),
        (&[], 2, "Usage"),
    ] {
        let ran = folder.run(arguments);
        assert_eq!(ran.code, code, "{arguments:?}: {}", ran.err);
        assert!(ran.err.contains(message), "{arguments:?}: {}", ran.err);
        assert_eq!(
            ran.err.matches("error[").count() + ran.err.matches("error: ").count(),
            if code == 1 {
                2
            } else {
                usize::from(!arguments.is_empty())
            },
            "{}",
            ran.err
        );
    }
    assert!(!folder.0.join("x").exists());
}
