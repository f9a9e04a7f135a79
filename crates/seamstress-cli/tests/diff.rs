//! `seamstress diff` as a process: what it prints where, and how it ends.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// A document with a member of a pet.
fn document(version: u32, member: &str) -> String {
    format!(
        "openapi: 3.0.3\ninfo: {{ title: Pets, version: '{version}' }}\npaths:\n  /pets:\n    get:\n      \
         responses:\n        '200':\n          description: Pets\n          content: {{ \
         application/json: {{ schema: {{ type: array, items: {{ $ref: '#/components/schemas/Pet' }} }} }} }}\n\
         components:\n  schemas:\n    Pet:\n      type: object\n      properties: {{ {member}: {{ type: string }} }}\n"
    )
}

struct Ran {
    code: i32,
    out: String,
    err: String,
}

/// Runs `seamstress diff` where `old.yaml` and `new.yaml` are.
fn run(name: &str, old: &str, new: &str, arguments: &[&str]) -> Ran {
    let folder: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("diff-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("old.yaml"), old).unwrap();
    fs::write(folder.join("new.yaml"), new).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_seamstress"))
        .args([&["diff", "old.yaml", "new.yaml"], arguments].concat())
        .current_dir(&folder)
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .output()
        .unwrap();
    assert_eq!(
        fs::read_dir(&folder).unwrap().count(),
        2,
        "nothing is written"
    );
    Ran {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

#[test]
fn exit_codes_say_whether_something_breaks() {
    let (old, new) = (document(1, "name"), document(2, "age"));
    let ran = run("told", &old, &new, &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.out
            .starts_with("major: 1 change breaks programs, none breaks running clients; "),
        "{}",
        ran.out
    );
    assert!(
        !ran.out.contains('\u{1b}'),
        "no colours where there is no terminal"
    );
    assert_eq!(run("coded", &old, &new, &["--exit-code"]).code, 1);

    let ran = run("same", &old, &old, &["--exit-code"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "no change\n"));
}

#[test]
fn formats_are_for_people_and_machines() {
    let (old, new) = (document(1, "name"), document(2, "age"));
    let json: Value =
        serde_json::from_str(&run("json", &old, &new, &["--format", "json"]).out).unwrap();
    assert_eq!(json["bump"], "major");
    let gone = &json["changes"][0];
    assert_eq!(
        (&gone["part"], &gone["kind"]),
        (&"member".into(), &"removed".into())
    );
    assert_eq!(
        gone["old"]["pointer"],
        "#/components/schemas/Pet/properties/name"
    );
    assert_eq!(gone["old"]["rust"], "types::Pet::name");
    assert_eq!(
        (&gone["old"]["file"], &gone["old"]["line"]),
        (&"old.yaml".into(), &14.into())
    );
    assert_eq!(gone["source"]["verdict"], "breaking");
    assert_eq!(gone["wire"]["verdict"], "compatible");

    let markdown = run("markdown", &old, &new, &["--format", "markdown"]).out;
    assert!(markdown.starts_with("# Pets 1 → Pets 2\n"), "{markdown}");
    assert!(markdown.contains("## Breaking (1)"), "{markdown}");

    let page = Path::new(env!("CARGO_TARGET_TMPDIR")).join("diff-page.html");
    let named = ["--format", "html", "--out", page.to_str().unwrap()];
    assert_eq!(run("html", &old, &new, &named).out, "");
    let page = fs::read_to_string(page).unwrap();
    assert!(page.starts_with("<!doctype html>\n"), "{page}");
    assert!(page.contains("This update breaks programs; "), "{page}");
}

#[test]
fn what_cannot_be_read_is_said_once() {
    let good = document(1, "name");
    let ran = run("unreadable", "{ no: [document", &good, &["--exit-code"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert_eq!(ran.err.matches("error[").count(), 1, "{}", ran.err);
    assert!(ran.err.contains("old.yaml"), "{}", ran.err);
    assert_eq!(run("format", &good, &good, &["--format", "pdf"]).code, 2);
}

/// Whatever is no document is said to be what it is, with the file that it is.
#[test]
fn what_is_no_document_is_called_what_it_is() {
    let good = document(1, "name");
    for (name, bad, code) in [
        ("html", "<!doctype html><title>Log in</title>", "html-page"),
        ("empty", "", "empty-file"),
        ("zeros", "\0{\0}", "not-utf8"),
        ("tab", "openapi: 3.0.3\ninfo:\n\ttitle: a\n", "broken-yaml"),
        ("list", "[]", "not-an-object"),
        ("other", "{}", "no-openapi"),
    ] {
        let ran = run(&format!("bad-{name}"), &good, bad, &[]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{name}");
        assert!(
            ran.err.contains(&format!("error[{code}]")),
            "{name}: {}",
            ran.err
        );
        assert!(ran.err.contains("--> new.yaml"), "{name}: {}", ran.err);
    }
}

#[test]
fn a_file_that_is_compared_with_itself_has_no_change() {
    let pets = document(1, "name");
    // Only the texts differ.
    let ran = run(
        "reformatted",
        &pets,
        &format!("# Pets\n\n{pets}"),
        &["--exit-code"],
    );
    assert_eq!((ran.code, ran.out.as_str()), (0, "no change\n"));
}

#[test]
fn different_apis_are_said_to_be_different() {
    let pets = document(1, "name");
    let cars = pets
        .replace("title: Pets", "title: Cars")
        .replace("/pets", "/cars");
    let ran = run("apis", &pets, &cars, &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let note = "note: no operation is in both documents, which look like different APIs: `Pets` and `Cars`";
    assert!(ran.out.contains(note), "{}", ran.out);
    let moved = pets.replace("/pets", "/v2/pets");
    let ran = run("moved", &pets, &moved, &[]);
    assert!(
        ran.out
            .contains("note: no operation is in both documents: all paths"),
        "{}",
        ran.out
    );
    let json: Value =
        serde_json::from_str(&run("apis-json", &pets, &cars, &["--format", "json"]).out).unwrap();
    assert_eq!(json["notes"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        run("alike", &pets, &document(2, "age"), &[])
            .out
            .matches("note:")
            .count(),
        0
    );
}

#[test]
fn documents_of_different_versions_are_compared() {
    let swagger = "swagger: '2.0'\ninfo: { title: Pets, version: '1' }\npaths:\n  /pets:\n    get:\n      responses:\n        \
                   '200': { description: Pets, schema: { type: array, items: { $ref: '#/definitions/Pet' } } }\n\
                   definitions:\n  Pet:\n    type: object\n    properties: { name: { type: string } }\n";
    let ran = run("swagger", swagger, &document(1, "name"), &["--exit-code"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert!(!ran.out.contains("breaking"), "{}", ran.out);
}

/// An overlay that does not fit the old document is left out for it, and that is said. One that is
/// none is an error.
#[test]
fn overlays_need_not_fit_the_old_document() {
    let (old, new) = (document(1, "name"), document(2, "age"));
    let overlay = Path::new(env!("CARGO_TARGET_TMPDIR")).join("diff-overlay.yaml");
    let named = ["--overlay", overlay.to_str().unwrap()];
    fs::write(
        &overlay,
        "overlay: 1.1.0\ninfo: { title: Corrections, version: '1' }\nactions:\n- target: \
         $.components.schemas.Pet.properties.name\n  update: [1]\n",
    )
    .unwrap();
    let ran = run("overlay", &old, &new, &named);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.out
            .contains("note: the old document is compared without overlays"),
        "{}",
        ran.out
    );
    fs::write(&overlay, "none: at all\n").unwrap();
    assert_eq!(run("no-overlay", &old, &new, &named).code, 2);
}
