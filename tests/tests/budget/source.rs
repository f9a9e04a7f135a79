//! How much is emitted: whoever uses the crate compiles all of it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use seam_api::testing::ANSWERS;

use crate::at_most;

/// The text of every file of the emitted crate's source.
fn source() -> Vec<String> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated/seam-api/src");
    let mut files = Vec::new();
    rust_files(&source, &mut files);
    files
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

#[test]
fn lines() {
    let lines = source().iter().map(|text| text.lines().count()).sum();
    let advice = "`git diff --stat generated/` says where lines came in.";
    at_most(37_000, "lines emitted", lines, advice);
}

#[test]
fn bytes() {
    let bytes = source().iter().map(String::len).sum();
    let advice = "Is a text of the document said more than once?";
    at_most(1_490_000, "bytes emitted", bytes, advice);
}

#[test]
fn types() {
    let is_type = |line: &&str| line.starts_with("pub struct ") || line.starts_with("pub enum ");
    let types = source()
        .iter()
        .map(|text| text.lines().filter(is_type).count())
        .sum();
    let advice = "Equal inline schemas are one type, and builders are one per operation: which of \
                  them are new?";
    at_most(645, "public types", types, advice);
}

/// Fewer would be operations lost.
#[test]
fn operations() {
    // An operation may have several values in its answer.
    let operations: BTreeSet<_> = ANSWERS
        .iter()
        .map(|answer| (answer.path, answer.method.as_str()))
        .collect();
    assert_eq!(
        operations.len(),
        201,
        "operations with an answer: the document has another number of documented paths, or some \
         were left out: `cargo xtask generate` warns of those. If it is the document, change this test."
    );
}
