//! Bad input to `generate`: one clear message, and nothing written, neither into the output nor
//! beside it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use seamstress::generate;
use seamstress::output::Mode;

const CONFIG: &str = r#"[package]
name = "pets"
version = "0.1.0"
output = "out"

[document]
path = "openapi.yaml"
overlays = ["overlay.yaml"]
"#;

const DOCUMENT: &str = r##"openapi: 3.0.3
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      responses:
        "200":
          description: Pets.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Pet" }
components:
  schemas:
    Pet:
      type: object
      properties:
        name: { type: string }
    Owner: { type: object, properties: { pet: { $ref: "#/components/schemas/Pet" } } }
"##;

const OVERLAY: &str = "overlay: 1.0.0\ninfo: { title: More, version: '1' }\nactions:\n  - target: $.info\n    update: { x-more: true }\n";

/// A folder with input that works, and the crate that it became.
struct Project(PathBuf);

impl Project {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("bad-input")
            .join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let project = Self(folder);
        project.write("seamstress.toml", CONFIG);
        project.write("openapi.yaml", DOCUMENT);
        project.write("overlay.yaml", OVERLAY);
        let summary = generate(&project.0.join("seamstress.toml"), Mode::Write);
        let summary = summary.unwrap_or_else(|refusal| panic!("{refusal}"));
        assert!(summary.warnings.is_empty() && summary.files > 5);
        project
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.0.join(name), text).unwrap();
    }

    fn replace(&self, name: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.0.join(name)).unwrap();
        assert!(text.contains(from), "{from}");
        self.write(name, text.replace(from, to));
    }

    /// All files, with their bytes.
    fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut open = vec![self.0.clone()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    files.insert(path.clone(), fs::read(&path).unwrap());
                }
            }
        }
        files
    }

    /// What a run says, with paths as seen from the folder. Asserts that it changes nothing.
    fn refusal(&self) -> String {
        let before = self.files();
        let refusal = generate(&self.0.join("seamstress.toml"), Mode::Write);
        let refusal = refusal.expect_err("the input is taken");
        assert_eq!(self.files(), before, "something was written");
        assert!(refusal.has_errors());
        assert!(refusal.iter().all(|one| one.help.is_some()), "{refusal}");
        refusal
            .to_string()
            .replace(&format!("{}/", self.0.display()), "")
    }
}

/// Asserts the whole of what is said where `spoil` has spoilt good input.
#[track_caller]
fn check(name: &str, spoil: impl FnOnce(&Project), expected: &str) {
    let project = Project::new(name);
    spoil(&project);
    assert_eq!(project.refusal().trim_end(), expected);
}

#[test]
fn a_missing_configuration() {
    check(
        "configuration",
        |project| fs::remove_file(project.0.join("seamstress.toml")).unwrap(),
        "error[unreadable-file]: the configuration cannot be read: No such file or directory (os error 2)\n\
         \x20 --> seamstress.toml\n\
         \x20 help: name the configuration file (`seamstress.toml`) on the command line",
    );
}

#[test]
fn a_missing_document() {
    check(
        "document",
        |project| fs::remove_file(project.0.join("openapi.yaml")).unwrap(),
        "error[unreadable-file]: `openapi.yaml` cannot be read: No such file or directory (os error 2)\n\
         \x20 --> openapi.yaml\n\
         \x20 help: correct `path` under `[document]`; relative paths start at the configuration file",
    );
}

#[test]
fn a_missing_overlay() {
    check(
        "overlay",
        |project| fs::remove_file(project.0.join("overlay.yaml")).unwrap(),
        "error[unreadable-file]: `overlay.yaml` cannot be read: No such file or directory (os error 2)\n\
         \x20 --> overlay.yaml\n\
         \x20 help: correct `overlays` under `[document]`; relative paths start at the configuration file",
    );
}

#[test]
fn json_that_is_cut_in_half() {
    check(
        "half",
        |project| {
            project.write(
                "openapi.json",
                "{\n  \"openapi\": \"3.0.3\",\n  \"info\": { \"title\": \"Pe",
            );
            project.replace("seamstress.toml", "openapi.yaml", "openapi.json");
        },
        "error[broken-json]: the JSON ends in the middle: it was cut off\n\
         \x20 --> openapi.json:3:24 at #/info/title\n\
         \x20 help: fetch the document again, or close what is open at its end",
    );
}

#[test]
fn an_alias_bomb() {
    let mut bomb = DOCUMENT.to_owned() + "x0: &x0 [a, a, a, a, a, a, a, a, a, a]\n";
    for level in 1..10 {
        let aliases = vec![format!("*x{}", level - 1); 10].join(", ");
        bomb.push_str(&format!("x{level}: &x{level} [{aliases}]\n"));
    }
    check(
        "bomb",
        |project| project.write("openapi.yaml", bomb),
        "error[alias-bomb]: the aliases stand for too many nodes (alias replay limit exceeded: total_replayed_events=250001 > 250000)\n\
         \x20 --> openapi.yaml:24:10 at #/x5/0/9/3/4/5/3\n\
         \x20 help: replace aliases (`*name`) of anchors that hold aliases themselves",
    );
}

#[test]
fn an_unknown_key_of_the_configuration() {
    check(
        "key",
        |project| project.replace("seamstress.toml", "version", "versoin"),
        "error[bad-configuration]: unknown field `versoin`, expected one of `name`, `version`, `output`, `description`, `license`, `repository`, `homepage`, `keywords`, `categories`, `rust-version`, `runtime-path`, `files`\n\
         \x20 --> seamstress.toml:3:1\n\
         \x20 help: remove it, or correct its name; did you mean `version`?",
    );
}

#[test]
fn webhooks_with_an_event_that_there_is_not() {
    let configured = |name: &str, schema: &str| {
        format!("{CONFIG}[webhooks]\nname = \"{name}\"\nschema = \"{schema}\"\n")
    };
    check(
        "webhook-schema",
        |project| project.write("seamstress.toml", configured("PetWebhook", "Per")),
        "error[unknown-schema]: no component schema is called `Per`, so webhooks have no events\n\
         \x20 help: correct `schema` under `[webhooks]`, or remove the section; did you mean `Pet`?",
    );
    for taken in [
        "Pets",
        "PetsBuilder",
        "Error",
        "HeaderMap",
        "WebhookEvent",
        "runtime",
    ] {
        check(
            "webhook-name",
            |project| project.write("seamstress.toml", configured(taken, "Pet")),
            &format!(
                "error[taken-name]: the crate has a `{taken}` already\n\
                 \x20 help: choose another `name` under `[webhooks]`"
            ),
        );
    }
}

#[test]
fn an_overlay_with_a_bad_path() {
    check(
        "path",
        |project| project.replace("overlay.yaml", "$.info", "$.info["),
        "error[bad-overlay]: `target` is no JSONPath: at character 6 of `$.info[`: parser error\n\
         \x20 --> overlay.yaml:4:13 at #/actions/0/target\n\
         \x20 help: write it as RFC 9535 has it: `$.paths['/devices'].get`, `$..[?@.name == 'x']`",
    );
}

#[test]
fn another_dialect() {
    check(
        "dialect",
        |project| project.replace("openapi.yaml", "openapi: 3.0.3", "asyncapi: 2.0.0"),
        "error[no-openapi]: this is no OpenAPI document: it has no key `openapi`\n\
         \x20 --> openapi.yaml:1:1 at #\n\
         \x20 help: add the version at the top, as in `openapi: 3.0.3`, or name another file",
    );
}

#[test]
fn a_missing_hand_written_file() {
    check(
        "hand",
        |project| {
            project.replace(
                "seamstress.toml",
                "[document]",
                "[package.files]\n\"examples/tour.rs\" = \"tour.rs\"\n\n[document]",
            )
        },
        "error[unreadable-file]: `tour.rs` cannot be read: No such file or directory (os error 2)\n\
         \x20 help: correct its path under `[package.files]`",
    );
}

#[test]
fn a_file_of_someone_else_in_the_way() {
    check(
        "foreign",
        |project| {
            project.replace("seamstress.toml", "\"out\"", "\"other\"");
            fs::create_dir_all(project.0.join("other/src")).unwrap();
            project.write("other/src/lib.rs", "// Mine.\n");
        },
        "error[foreign-file]: `other/src/lib.rs` was not written by an earlier run\n\
         \x20 help: move it away, or set `output` under `[package]` to another folder",
    );
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_output() {
    check(
        "link",
        |project| {
            fs::remove_dir_all(project.0.join("out/src/types")).unwrap();
            fs::create_dir_all(project.0.join("elsewhere")).unwrap();
            std::os::unix::fs::symlink("../../elsewhere", project.0.join("out/src/types")).unwrap();
        },
        "error[outside-output]: `src/types/owner.rs` would be written outside of the output folder\n\
         \x20 help: remove the link, or the steps up, from the path",
    );
}

#[test]
fn an_overlay_action_that_matches_nothing_is_a_warning() {
    let project = Project::new("nothing");
    project.replace("overlay.yaml", "$.info", "$.paths['/dogs']");
    let summary = generate(&project.0.join("seamstress.toml"), Mode::Check).unwrap();
    let said = summary
        .warnings
        .to_string()
        .replace(&format!("{}/", project.0.display()), "");
    assert_eq!(
        said.trim_end(),
        "warning[overlay-no-match]: the overlay action matches nothing: $.paths['/dogs']\n\
         \x20 --> overlay.yaml:4:13 at #/actions/0/target\n\
         \x20 help: correct its `target`, or remove the action if the document no longer needs it"
    );
    assert!(summary.changes.is_empty());
}

#[test]
fn a_check_writes_nothing() {
    let project = Project::new("check");
    project.replace("openapi.yaml", "name:", "names:");
    let before = project.files();
    let summary = generate(&project.0.join("seamstress.toml"), Mode::Check).unwrap();
    let written: Vec<&Path> = summary.changes.written().collect();
    assert_eq!(written, [Path::new("src/types/pet.rs")]);
    assert_eq!(project.files(), before);
}
