//! Small documents, one concern each, with the Rust that they become beside them.
//!
//! `BLESS=1 cargo test -p seamstress --test golden` accepts what is emitted now. Every one of
//! them is compiled too: an expectation that no compiler takes would be none.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

mod golden_support;

use std::fs;
use std::path::{Path, PathBuf};

use golden_support::{Generated, check, generate};

#[test]
fn documents_become_what_is_expected() {
    let bless = std::env::var_os("BLESS").is_some_and(|value| value == "1");
    let mut differing = Vec::new();
    for (path, generated) in all() {
        let expected = path.with_extension("rs");
        let text = generated.golden();
        let known = fs::read_to_string(&expected).unwrap_or_default();
        if known == text {
            continue;
        }
        if bless {
            fs::write(&expected, text).unwrap();
        } else {
            differing.push(format!(
                "{}:\n{}",
                expected.display(),
                first_difference(&known, &text)
            ));
        }
    }
    assert!(
        differing.is_empty(),
        "{}\n\nto accept: BLESS=1 cargo test -p seamstress --test golden",
        differing.join("\n")
    );
}

#[test]
fn what_is_expected_compiles_without_a_warning() {
    let crates: Vec<Generated> = all().into_iter().map(|(_, generated)| generated).collect();
    check("golden", &crates);
}

#[test]
fn every_expectation_has_its_document() {
    for path in files("rs") {
        assert!(
            path.with_extension("yaml").exists(),
            "{} is left over",
            path.display()
        );
    }
    assert!(files("yaml").len() > 20);
}

/// All documents, and the crates that they become.
fn all() -> Vec<(PathBuf, Generated)> {
    let crate_of = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(&path).unwrap();
        let settings = fs::read_to_string(path.with_extension("toml")).unwrap_or_default();
        let generated = generate(&name, &text, &settings);
        (path, generated)
    };
    files("yaml").into_iter().map(crate_of).collect()
}

fn files(extension: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries
        .filter(|path| path.extension().is_some_and(|e| e == extension))
        .collect();
    files.sort();
    files
}

/// The first line that differs, with what stands around it.
fn first_difference(known: &str, text: &str) -> String {
    let same = known
        .lines()
        .zip(text.lines())
        .take_while(|(a, b)| a == b)
        .count();
    let part = |text: &str, mark: &str| {
        let lines = text
            .lines()
            .skip(same)
            .take(5)
            .map(|line| format!("{mark} {line}\n"));
        lines.collect::<String>()
    };
    format!("line {}\n{}{}", same + 1, part(known, "-"), part(text, "+"))
}
