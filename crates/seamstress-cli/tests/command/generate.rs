//! Crates that are written, or would be.

use std::fs;
use std::path::Path;

use crate::support::{DOCUMENT, Folder, dangling};

#[test]
fn a_document_becomes_a_crate_without_any_configuration() {
    let folder = Folder::new("plain", DOCUMENT);
    let ran = folder.run(&["generate", "pets.yaml", "--out", "client"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    let files = folder.files();
    let manifest = &files[Path::new("client/Cargo.toml")];
    assert!(manifest.contains("name = \"pet-store\""), "{manifest}");
    assert!(files[Path::new("client/src/types/pet.rs")].contains("pub struct Pet {"));
    let again = folder.run(&["generate", "pets.yaml", "--out", "client"]);
    assert!(again.out.ends_with("up to date\n"), "{}", again.out);
}

#[test]
fn the_name_and_the_runtime_are_taken_from_the_command_line() {
    let folder = Folder::new("named", DOCUMENT);
    let arguments = [
        "generate",
        "pets.yaml",
        "-o",
        "a/client",
        "--name",
        "zoo",
        "--runtime-path",
        "runtime",
    ];
    assert_eq!(folder.run(&arguments).code, 0);
    let manifest = &folder.files()[Path::new("a/client/Cargo.toml")];
    assert!(manifest.contains("name = \"zoo\""), "{manifest}");
    assert!(manifest.contains("path = \"../../runtime\""), "{manifest}");
}

#[test]
fn a_check_names_the_command_that_mends() {
    let folder = Folder::new("check", DOCUMENT);
    let stale = folder.run(&["generate", "pets.yaml", "--out", "the client", "--check"]);
    assert_eq!(stale.code, 1);
    assert!(
        stale
            .err
            .contains("run `seamstress generate pets.yaml --out 'the client'`"),
        "{}",
        stale.err
    );
    assert!(!folder.0.join("the client").exists());
    assert_eq!(
        folder
            .run(&["generate", "pets.yaml", "--out", "the client"])
            .code,
        0
    );
    let fresh = folder.run(&["generate", "pets.yaml", "--out", "the client", "--check"]);
    assert_eq!((fresh.code, fresh.err.as_str()), (0, ""));
    fs::write(folder.0.join("the client/src/lib.rs"), "edited").unwrap();
    let edited = folder.run(&[
        "generate",
        "pets.yaml",
        "--out",
        "the client",
        "--check",
        "--json",
    ]);
    assert_eq!(
        edited.json()["files"]["written"],
        serde_json::json!(["src/lib.rs"])
    );
}

#[test]
fn a_dry_run_writes_nothing_and_says_what_it_would() {
    let folder = Folder::new("dry", DOCUMENT);
    let ran = folder.run(&["generate", "pets.yaml", "--out", "client", "--dry-run"]);
    assert_eq!(ran.code, 0);
    assert!(
        ran.out
            .contains(" files would be added, 0 changed, 0 removed: +"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("\n  added   src/lib.rs +"), "{}", ran.out);
    assert_eq!(folder.files().len(), 1);

    let arguments = ["generate", "pets.yaml", "--out", "client"];
    assert_eq!(folder.run(&arguments).code, 0);
    let before = folder.files();
    let newer = DOCUMENT.replace("anything: {}", "size: { type: integer }");
    fs::write(folder.0.join("pets.yaml"), newer).unwrap();
    let dry = folder.run(&[&arguments[..], &["--dry-run", "--json"]].concat());
    let json = dry.json();
    let change = &json["files"]["changes"][0];
    assert_eq!(
        (&change["path"], &change["change"]),
        (&"src/types/pet.rs".into(), &"changed".into())
    );
    assert!(
        change["lines_added"]
            .as_u64()
            .is_some_and(|count| (1..8).contains(&count)),
        "{json}"
    );
    let after = folder.files();
    assert_eq!(before.len(), after.len());
    assert!(
        before
            .iter()
            .all(|(path, text)| path.ends_with("pets.yaml") || after[path] == *text)
    );
}

#[test]
fn strictness_makes_a_warning_a_failure() {
    let folder = Folder::new("strict", &dangling());
    let ran = folder.run(&["generate", "pets.yaml", "--out", "client", "--strict"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("error[dangling-reference]"), "{}", ran.err);
    assert!(ran.err.contains("nothing was written"), "{}", ran.err);
    assert_eq!(folder.files().len(), 1);
    let lax = folder.run(&["generate", "pets.yaml", "--out", "client"]);
    assert_eq!(lax.code, 0);
    assert!(
        lax.err.contains("warning[dangling-reference]"),
        "{}",
        lax.err
    );
    assert_eq!(folder.run(&["check", "pets.yaml"]).code, 0);
    assert_eq!(folder.run(&["check", "pets.yaml", "--strict"]).code, 1);
}
