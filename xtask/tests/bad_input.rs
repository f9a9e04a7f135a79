//! Bad input to `cargo xtask generate`: one clear message, exit code 1, and nothing written.

#![allow(
    clippy::unwrap_used,
    reason = "the helpers of a test fail as a test does"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const DOCUMENT: &str = r##"{
  "openapi": "3.0.3",
  "info": {"title": "Pets", "version": "1"},
  "paths": {
    "/pets/list": {
      "get": {
        "responses": {
          "200": {
            "description": "OK",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/pet"}}}
          }
        }
      }
    }
  },
  "components": {"schemas": {"pet": {"type": "object", "properties": {"name": {"type": "string"}}}}}
}
"##;

const CONFIG: &str = r#"
[package]
name = "pets"
version = "0.1.0"
output = "out"

[document]
path = "openapi.json"
overlays = ["overlay.yaml"]
"#;

const OVERLAY: &str = "overlay: 1.1.0\ninfo: {title: More, version: '1'}\nactions:\n  - target: $.info\n    update: {x-y: true}\n";

/// A folder with a configuration, a document and an overlay that work, and the output of a run.
struct Project(PathBuf);

impl Project {
    fn new(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let project = Self(folder);
        project.write("seamstress.toml", CONFIG);
        project.write("openapi.json", DOCUMENT);
        project.write("overlay.yaml", OVERLAY);
        let output = project.generate();
        assert!(output.status.success(), "{}", text(&output));
        assert!(project.0.join("out/src/lib.rs").exists());
        project
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), text).unwrap();
    }

    fn generate(&self) -> Output {
        self.run(&[])
    }

    fn run(&self, further: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_xtask"))
            .args(["generate", "--config", "seamstress.toml"])
            .args(further)
            .current_dir(&self.0)
            .output()
            .unwrap()
    }

    fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.0.join("out"), &mut files);
        files
    }

    /// Runs with something broken: every part of `expected` is said, and the output stays.
    fn fails(&self, expected: &[&str]) {
        let before = self.files();
        let output = self.generate();
        let text = text(&output);
        assert_eq!(output.status.code(), Some(1), "{text}");
        assert_eq!(text.matches("error[").count(), 1, "one message: {text}");
        assert!(text.ends_with("error: nothing was written\n"), "{text}");
        assert!(output.stdout.is_empty(), "a refusal is no result");
        for part in expected {
            assert!(text.contains(part), "`{part}` is not said:\n{text}");
        }
        assert_eq!(self.files(), before, "the output changed");
    }
}

impl Project {
    /// Runs with something broken that costs itself only: every part of `expected` is said, and
    /// nothing is written where no warning is wanted.
    fn warns(&self, expected: &[&str]) {
        let before = self.files();
        let output = self.run(&["--strict"]);
        let refusal = text(&output);
        assert_eq!(output.status.code(), Some(1), "{refusal}");
        assert_eq!(self.files(), before, "the output changed");
        let output = self.generate();
        let warning = text(&output);
        assert!(output.status.success(), "{warning}");
        for part in expected {
            assert!(refusal.contains(part), "`{part}` is not said:\n{refusal}");
            assert!(warning.contains(part), "`{part}` is not said:\n{warning}");
        }
    }
}

fn collect(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_missing_document() {
    let project = Project::new("missing");
    fs::remove_file(project.0.join("openapi.json")).unwrap();
    project.fails(&["openapi.json", "help:"]);
}

#[test]
fn json_that_is_cut_in_half() {
    let project = Project::new("half");
    project.write("openapi.json", &DOCUMENT[..DOCUMENT.len() / 2]);
    project.fails(&["openapi.json:", "help:"]);
}

#[test]
fn an_alias_bomb() {
    let project = Project::new("bomb");
    let mut bomb = String::from("openapi: 3.0.3\ninfo: {title: x, version: '1'}\npaths: {}\n");
    bomb.push_str("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let aliases = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb.push_str(&format!("a{level}: &a{level} [{aliases}]\n"));
    }
    project.write("openapi.yaml", &bomb);
    project.write(
        "seamstress.toml",
        &CONFIG.replace("openapi.json", "openapi.yaml"),
    );
    project.fails(&["openapi.yaml:", "help:"]);
}

#[test]
fn a_reference_to_nowhere() {
    let project = Project::new("nowhere");
    project.write(
        "openapi.json",
        &DOCUMENT.replace("schemas/pet\"", "schemas/pets\""),
    );
    project.warns(&[
        "#/components/schemas/pets",
        "openapi.json:10:",
        "at #/paths/~1pets~1list/get/responses/200",
        "did you mean",
        "pet",
    ]);
}

#[test]
fn references_in_a_circle() {
    let project = Project::new("circle");
    let circle =
        r##""pet": {"$ref": "#/components/schemas/a"}, "a": {"$ref": "#/components/schemas/pet"}"##;
    let old = r#""pet": {"type": "object", "properties": {"name": {"type": "string"}}}"#;
    project.write("openapi.json", &DOCUMENT.replace(old, circle));
    project.warns(&[
        "#/components/schemas/a",
        "#/components/schemas/pet",
        "openapi.json:",
        "help:",
    ]);
}

#[test]
fn an_unknown_key_of_the_configuration() {
    let project = Project::new("key");
    project.write("seamstress.toml", &CONFIG.replace("version", "versoin"));
    project.fails(&["seamstress.toml:4:", "versoin", "version"]);
}

#[test]
fn an_overlay_with_a_bad_path() {
    let project = Project::new("path");
    project.write("overlay.yaml", &OVERLAY.replace("$.info", "$.info["));
    project.fails(&["overlay.yaml:4:", "$.info[", "help:"]);
}

#[test]
fn an_overlay_action_that_matches_nothing_is_a_warning() {
    let project = Project::new("nothing");
    project.write("overlay.yaml", &OVERLAY.replace("$.info", "$.paths.x"));
    let output = project.generate();
    let text = text(&output);
    assert!(output.status.success(), "{text}");
    assert!(
        text.contains("warning") && text.contains("overlay.yaml:4:"),
        "{text}"
    );
}

#[test]
fn a_check_says_what_would_change_and_how_to_mend_it() {
    let project = Project::new("check");
    project.write("openapi.json", &DOCUMENT.replace("\"name\"", "\"names\""));
    let before = project.files();
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["generate", "--check", "--config", "seamstress.toml"])
        .current_dir(&project.0)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output).contains("cargo xtask generate"),
        "{}",
        text(&output)
    );
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("src/types/pet.rs"), "{said}");
    assert_eq!(project.files(), before);
}
