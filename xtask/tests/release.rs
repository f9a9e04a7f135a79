//! `cargo xtask release prepare` in a repository of its own: from a tagged release over changes of
//! the document to the next version.

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

const CONFIG: &str = r#"# The configuration, as people wrote it.
[package]
name = "pets"
version = "0.1.0"
output = "../out"

[package.files]
"CHANGELOG.md" = "crate/CHANGELOG.md"

[document]
path = "openapi.json"
"#;

const CHANGELOG: &str = "# Changelog\n\n## [0.1.0] - 2026-01-02\n\nThe first version.\n";

fn document(members: &[&str]) -> String {
    let members = members
        .iter()
        .map(|name| format!(r#""{name}": {{"type": "string"}}"#));
    let members = members.collect::<Vec<_>>().join(", ");
    format!(
        r##"{{"openapi": "3.0.3", "info": {{"title": "Pets", "version": "1"}}, "paths": {{"/pets": {{"get": {{
        "responses": {{"200": {{"description": "Pets", "content": {{"application/json": {{"schema":
        {{"type": "array", "items": {{"$ref": "#/components/schemas/Pet"}}}}}}}}}}}}}}}}}},
        "components": {{"schemas": {{"Pet": {{"type": "object", "properties": {{{members}}}}}}}}}}}"##
    )
}

/// A repository with a document, a configuration, a changelog and the crate.
struct Repository(PathBuf);

impl Repository {
    fn new(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("release-{name}"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("spec/crate")).unwrap();
        let repository = Self(folder);
        repository.write("spec/seamstress.toml", CONFIG);
        repository.write("spec/crate/CHANGELOG.md", CHANGELOG);
        repository.write("spec/openapi.json", &document(&["name", "age"]));
        repository.git(&["init", "--quiet"]);
        let output = repository.xtask(&["generate", "--config", "spec/seamstress.toml"]);
        assert!(output.status.success(), "{output:?}");
        repository.commit();
        repository
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.0.join(path), text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).unwrap()
    }

    fn git(&self, arguments: &[&str]) {
        let mut command = Command::new("git");
        command
            .current_dir(&self.0)
            .env("GIT_CONFIG_GLOBAL", "/dev/null");
        command.args(["-c", "user.name=Test", "-c", "user.email=test@example.com"]);
        let output = command.args(arguments).output().unwrap();
        assert!(output.status.success(), "{output:?}");
    }

    fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", "A state"]);
    }

    fn xtask(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command
            .args(arguments)
            .current_dir(&self.0)
            .output()
            .unwrap()
    }

    /// Prepares a release, twice: the second run has nothing to do.
    fn prepare(&self, further: &[&str]) -> String {
        let arguments = [&["release", "prepare", "--root", "."], further].concat();
        let (one, files) = (self.xtask(&arguments), self.files());
        assert!(one.status.success(), "{one:?}");
        let two = self.xtask(&arguments);
        assert_eq!(self.files(), files, "the second run changed something");
        let two = String::from_utf8(two.stdout).unwrap();
        assert!(
            two.ends_with("up to date\n") || two.starts_with("nothing has been"),
            "{two}"
        );
        let check = self.xtask(&["generate", "--check", "--config", "spec/seamstress.toml"]);
        assert!(check.status.success(), "{check:?}");
        String::from_utf8(one.stdout).unwrap()
    }

    fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.0, &mut files);
        files
    }

    /// The version has to be the same wherever it stands.
    fn has_version(&self, version: &str) {
        let line = format!("version = \"{version}\"\n");
        let config = self.read("spec/seamstress.toml");
        assert_eq!(config, CONFIG.replace("version = \"0.1.0\"\n", &line));
        assert!(self.read("out/Cargo.toml").contains(&line));
        assert_eq!(
            self.read("out/CHANGELOG.md"),
            self.read("spec/crate/CHANGELOG.md")
        );
    }
}

fn collect(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.ends_with(".git") {
            continue;
        }
        match path.is_dir() {
            true => collect(&path, files),
            false => drop(files.insert(path.clone(), fs::read(&path).unwrap())),
        }
    }
}

#[test]
fn versions_follow_from_what_changed_since_the_release() {
    let pets = Repository::new("versions");
    let said = pets.prepare(&[]);
    assert_eq!(
        said,
        "nothing has been released yet: version 0.1.0 will be the first\n"
    );
    pets.has_version("0.1.0");

    pets.git(&["tag", "seam-api-v0.1.0"]);
    let said = pets.prepare(&[]);
    assert!(
        said.contains("no change") && said.ends_with("up to date\n"),
        "{said}"
    );

    // Something new, and a word by hand beside it.
    pets.write("spec/openapi.json", &document(&["name", "age", "colour"]));
    let said = pets.prepare(&[]);
    assert!(said.contains("the next version is 0.1.1"), "{said}");
    pets.has_version("0.1.1");
    let entry = pets.read("spec/crate/CHANGELOG.md");
    assert!(entry.contains("## [0.1.1] - unreleased\n"), "{entry}");
    assert!(
        entry.contains("### Added\n\n- **Pets**: ") && entry.contains("`types::Pet::colour`"),
        "{entry}"
    );
    pets.write(
        "spec/crate/CHANGELOG.md",
        &entry.replacen("unreleased\n", "unreleased\n\nPets have colours.\n", 1),
    );

    // Something gone: the same entry, with another version.
    pets.commit();
    pets.write("spec/openapi.json", &document(&["name", "colour"]));
    pets.prepare(&[]);
    pets.has_version("0.2.0");
    let entry = pets.read("spec/crate/CHANGELOG.md");
    assert!(
        entry.contains("## [0.2.0] - unreleased\n\nPets have colours.\n"),
        "{entry}"
    );
    assert!(
        entry.contains("### Breaking") && !entry.contains("0.1.1"),
        "{entry}"
    );
    assert!(
        entry.ends_with("## [0.1.0] - 2026-01-02\n\nThe first version.\n"),
        "{entry}"
    );

    // Released: what comes after is an entry of its own.
    pets.prepare(&["--date", "2026-03-04"]);
    pets.commit();
    pets.git(&["tag", "seam-api-v0.2.0"]);
    let released = pets.read("spec/crate/CHANGELOG.md");
    assert!(released.contains("## [0.2.0] - 2026-03-04\n"), "{released}");
    pets.prepare(&[]);
    assert_eq!(pets.read("spec/crate/CHANGELOG.md"), released);
    pets.write("spec/openapi.json", &document(&["name", "colour", "age"]));
    pets.prepare(&[]);
    pets.has_version("0.2.1");
    let entry = pets.read("spec/crate/CHANGELOG.md");
    assert!(
        entry.contains("## [0.2.1] - unreleased\n") && entry.contains(&released[13..]),
        "{entry}"
    );
}

#[test]
fn what_was_taken_back_asks_for_no_version() {
    let pets = Repository::new("back");
    pets.git(&["tag", "seam-api-v0.1.0"]);
    let before = pets.files();
    pets.write("spec/openapi.json", &document(&["name"]));
    pets.prepare(&[]);
    pets.has_version("0.2.0");
    pets.write("spec/openapi.json", &document(&["name", "age"]));
    let said = pets.prepare(&[]);
    assert!(said.contains("version 0.1.0 stays"), "{said}");
    assert_eq!(pets.files(), before);

    // A sentence by hand is no reason to keep what a run wrote beside it.
    pets.write("spec/openapi.json", &document(&["name"]));
    pets.prepare(&[]);
    let entry = pets.read("spec/crate/CHANGELOG.md");
    pets.write(
        "spec/crate/CHANGELOG.md",
        &entry.replacen("unreleased\n", "unreleased\n\nPets are ageless.\n", 1),
    );
    pets.write("spec/openapi.json", &document(&["name", "age"]));
    pets.prepare(&[]);
    pets.has_version("0.1.0");
    let entry = pets.read("spec/crate/CHANGELOG.md");
    assert!(
        entry.contains("## [unreleased]\n\nPets are ageless.\n"),
        "{entry}"
    );
    assert!(
        !entry.contains("0.2.0") && !entry.contains("### Breaking"),
        "{entry}"
    );
}

#[test]
fn a_revision_may_be_named() {
    let pets = Repository::new("revision");
    pets.write("spec/openapi.json", &document(&["name"]));
    let before = pets.files();
    let refused = |further: &[&str], expected: &str| {
        let output = pets.xtask(&[&["release", "prepare", "--root", "."], further].concat());
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{text}");
        assert!(text.contains(expected), "{text}");
        assert_eq!(pets.files(), before);
    };
    refused(&["--from", "nowhere"], "there is no revision `nowhere`");
    refused(&["--from", "--all"], "there is no revision `--all`");
    refused(&["--date", "tomorrow"], "is no day");
    let said = pets.prepare(&["--from", "HEAD"]);
    assert!(
        said.starts_with("since HEAD (version 0.1.0): major: "),
        "{said}"
    );
    pets.has_version("0.2.0");
}
