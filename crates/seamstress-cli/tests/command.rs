//! The command as a process: what it prints where, what it writes, and how it ends.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const DOCUMENT: &str = r##"openapi: 3.0.3
info: { title: Pet Store API, version: "1" }
servers: [{ url: "https://pets.example/v1" }]
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
        - { name: kind, in: query, required: true, schema: { type: string } }
        - { name: limit, in: query, schema: { type: integer } }
      responses:
        "200":
          description: Pets.
          content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Pet" } } } }
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: { type: string }
        colour: { type: string, enum: [red, blue] }
        anything: {}
"##;

/// The document with a member of which the reference leads nowhere.
fn dangling() -> String {
    format!("{DOCUMENT}        tag: {{ $ref: \"#/components/schemas/Tag\" }}\n")
}

/// A folder with a document, in which commands are run.
struct Folder(PathBuf);

/// What a command came to.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Folder {
    fn new(name: &str, document: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("command-{name}"));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        fs::write(path.join("pets.yaml"), document).unwrap();
        Self(path)
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, &[])
    }

    fn run_with(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Ran {
        let Output {
            status,
            stdout,
            stderr,
        } = Command::new(env!("CARGO_BIN_EXE_seamstress"))
            .args(arguments)
            .current_dir(&self.0)
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .envs(environment.iter().copied())
            .output()
            .unwrap();
        Ran {
            code: status.code().unwrap(),
            out: String::from_utf8(stdout).unwrap(),
            err: String::from_utf8(stderr).unwrap(),
        }
    }

    /// All files, with their texts.
    fn files(&self) -> BTreeMap<PathBuf, String> {
        let mut files = BTreeMap::new();
        let mut open = vec![self.0.clone()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    let text = fs::read_to_string(&path).unwrap();
                    files.insert(path.strip_prefix(&self.0).unwrap().to_path_buf(), text);
                }
            }
        }
        files
    }
}

impl Ran {
    /// The one object on the standard output; nothing is on the standard error.
    #[track_caller]
    fn json(&self) -> Value {
        assert_eq!(self.err, "");
        let json: Value =
            serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out));
        assert_eq!(json["ok"], self.code == 0);
        json
    }
}

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
fn what_a_node_became_is_explained() {
    let folder = Folder::new("explain", DOCUMENT);
    for (pointer, what, name, code) in [
        (
            "#/components/schemas/Pet",
            "type",
            "Pet",
            "pub struct Pet {",
        ),
        ("/components/schemas/Pet", "type", "Pet", "pub struct Pet {"),
        (
            "#/components/schemas/Pet/properties/name",
            "field",
            "Pet::name",
            "pub name: String,",
        ),
        (
            "#/components/schemas/Pet/properties/colour/enum/0",
            "field",
            "Pet::colour",
            "pub colour: Option<PetColour>,",
        ),
        (
            "#/paths/~1pets/get",
            "operation",
            "client.pets().list(…)",
            "pub fn list(&self, kind: impl Into<String>) -> PetsList",
        ),
        (
            "#/paths/~1pets/get/parameters/0",
            "parameter",
            "kind",
            "pub fn list(&self, kind: impl Into<String>) -> PetsList",
        ),
        (
            "#/paths/~1pets/get/parameters/1",
            "parameter",
            "limit",
            "pub fn limit(mut self, limit: i64) -> Self",
        ),
        (
            "#/paths/~1pets/get/responses/200/content/application~1json/schema/items",
            "type",
            "Pet",
            "pub struct Pet {",
        ),
    ] {
        let json = folder
            .run(&["explain", pointer, "pets.yaml", "--json"])
            .json();
        let became = &json["explanation"]["became"][0];
        assert_eq!(
            (&became["what"], &became["name"]),
            (&what.into(), &name.into()),
            "{json:#}"
        );
        let first = became["code"].as_str().unwrap().lines().next().unwrap();
        assert_eq!(first, code, "{pointer}");
        let people = folder.run(&["explain", pointer, "pets.yaml"]);
        assert!(people.out.contains(code), "{}", people.out);
        let place = format!("{}:{}", became["file"].as_str().unwrap(), became["line"]);
        assert!(people.out.contains(&place), "{place}: {}", people.out);
    }
    // The place that is named is where it stands.
    folder.run(&["generate", "pets.yaml", "--out", "client"]);
    let json = folder
        .run(&["explain", "#/components/schemas/Pet", "pets.yaml", "--json"])
        .json();
    let became = &json["explanation"]["became"][0];
    let text = &folder.files()[&Path::new("client").join(became["file"].as_str().unwrap())];
    let line = usize::try_from(became["line"].as_u64().unwrap()).unwrap();
    assert_eq!(text.lines().nth(line - 1), Some("pub struct Pet {"));
}

#[test]
fn a_node_that_is_not_there_is_said() {
    let folder = Folder::new("nowhere", DOCUMENT);
    let ran = folder.run(&["explain", "#/components/schemas/Dog", "pets.yaml"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err
            .contains("the document has no node #/components/schemas/Dog"),
        "{}",
        ran.err
    );
    assert_eq!(folder.run(&["explain", "components", "pets.yaml"]).code, 2);
}

#[test]
fn a_configuration_to_start_from_changes_nothing() {
    let folder = Folder::new("init", DOCUMENT);
    assert_eq!(
        folder
            .run(&["generate", "pets.yaml", "--out", "client"])
            .code,
        0
    );
    let init = folder.run(&["init", "pets.yaml"]);
    assert_eq!(init.code, 0, "{}", init.err);
    let text = &folder.files()[Path::new("seamstress.toml")];
    assert!(text.contains("https://pets.example/v1"), "{text}");
    // The crate stays as it is, but nothing remembers its names yet.
    let before = folder.files();
    let ran = folder.run(&["generate", "--check"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("1 file would be added"), "{}", ran.out);
    assert_eq!(folder.run(&["generate"]).code, 0);
    let mut after = folder.files();
    let lock = after.remove(Path::new("seamstress.lock")).unwrap();
    assert!(lock.contains("Pet = [\"schema Pet\"]"), "{lock}");
    assert!(before == after);
    let ran = folder.run(&["generate", "--check"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    let ran = folder.run(&["explain", "#/components/schemas/Pet"]);
    assert!(
        ran.out.contains("its name is that of the lock file"),
        "{}",
        ran.out
    );
    // Another document, or a copy elsewhere, is not what the lock is about.
    let text = DOCUMENT.replace("Pet", "Dog");
    fs::write(folder.0.join("dogs.yaml"), text).unwrap();
    let args = ["generate", "dogs.yaml", "--config", "seamstress.toml"];
    assert_eq!(folder.run(&args).code, 0);
    assert!(folder.files()[Path::new("seamstress.lock")] == lock);
    let again = folder.run(&["init", "pets.yaml"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("is there already"), "{}", again.err);
    assert_eq!(folder.run(&["init", "pets.yaml", "--force"]).code, 0);
}

#[test]
fn a_configuration_elsewhere_names_paths_as_seen_from_there() {
    let folder = Folder::new("elsewhere", DOCUMENT);
    fs::create_dir(folder.0.join("conf")).unwrap();
    let ran = folder.run(&[
        "init",
        "pets.yaml",
        "--config",
        "conf/pets.toml",
        "--out",
        "out/client",
    ]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = &folder.files()[Path::new("conf/pets.toml")];
    assert!(
        text.contains("path = \"../pets.yaml\"") && text.contains("output = \"../out/client\""),
        "{text}"
    );
    assert_eq!(
        folder.run(&["generate", "--config", "conf/pets.toml"]).code,
        0
    );
    assert!(folder.0.join("out/client/Cargo.toml").exists());
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

#[test]
fn a_lint_says_what_is_wrong_and_what_is_denied_is_an_error() {
    let folder = Folder::new("lint", &dangling());
    let ran = folder.run(&["lint", "pets.yaml"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert!(
        ran.out
            .contains("warning[dangling-reference]: `$ref` points to nothing"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("  --> pets.yaml:"), "{}", ran.out);
    assert_eq!(folder.files().len(), 1, "nothing is written");

    let denied = folder.run(&[
        "lint",
        "pets.yaml",
        "--deny",
        "dangling-reference",
        "--json",
    ]);
    assert_eq!(denied.code, 1);
    let json = denied.json();
    assert_eq!(json["diagnostics"][0]["severity"], "error");
    assert_eq!(json["counts"]["errors"], 1);
    assert_eq!(folder.run(&["lint", "pets.yaml", "--deny", "all"]).code, 1);
    let other = folder.run(&["lint", "pets.yaml", "--deny", "unused-component"]);
    assert_eq!(other.code, 0);

    let unknown = folder.run(&["lint", "pets.yaml", "--deny", "dangling-referense"]);
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.err.contains("did you mean `dangling-reference`?"),
        "{}",
        unknown.err
    );

    let missing = folder.run(&["lint", "no.yaml", "--json"]);
    assert_eq!(missing.json()["diagnostics"][0]["code"], "unreadable-file");
}
