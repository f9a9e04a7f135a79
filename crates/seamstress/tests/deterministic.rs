//! The same document gives the same bytes: every time, and in whatever order its maps stand where
//! their order means nothing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

mod golden_support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use golden_support::{Generated, Golden, generate, golden, root};
use serde_json::Value;

#[test]
fn two_runs_give_the_same_bytes() {
    for document in golden() {
        let (one, other) = (document.generate(), document.generate());
        assert!(one.files == other.files, "{}", one.name);
        assert_eq!(
            one.warnings.to_string(),
            other.warnings.to_string(),
            "{}",
            one.name
        );
    }
}

/// Hash maps are seeded per process, so one process cannot tell whether one of them leaks.
#[test]
fn two_processes_give_the_same_bytes() {
    const SEND: &str = "SEAMSTRESS_TEST_PRINTS_BYTES";
    let text = || {
        let crates = golden().into_iter().map(|document| document.generate());
        crates
            .map(|one| format!("{:?}\n{}\n", one.files, one.warnings))
            .collect::<String>()
    };
    if let Some(path) = std::env::var_os(SEND) {
        fs::write(path, text()).unwrap();
        return;
    }
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("bytes-{}", std::process::id()));
    for _ in 0..2 {
        let status = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "two_processes_give_the_same_bytes"])
            .env(SEND, &path)
            .output()
            .unwrap();
        assert!(status.status.success());
        assert!(
            fs::read_to_string(&path).unwrap() == text(),
            "another process gives other bytes"
        );
    }
    fs::remove_file(path).unwrap();
}

#[test]
fn json_and_yaml_give_the_same_bytes() {
    for document in golden() {
        let json = serde_json::to_string_pretty(&tree(&document)).unwrap();
        let other = generate(document.name(), &json, &document.settings);
        assert!(
            document.generate().files == other.files,
            "{}",
            document.name()
        );
    }
}

/// The order of components, paths, responses and of the keywords of a schema means nothing; the
/// order of properties decides on that of fields, and so is kept.
#[test]
fn the_order_of_maps_does_not_matter() {
    for document in golden() {
        // Where nothing tells alternatives apart, or a schema contains itself, the first found
        // decides, and a warning says so.
        let expected = document.generate();
        if !expected.warnings.is_empty() {
            continue;
        }
        for shuffle in [reversed, sorted] {
            let text = shuffle(&tree(&document), false).to_string();
            let other = generate(document.name(), &text, &document.settings);
            assert_same(&expected, &other);
        }
    }
}

/// A document as it is written, before anything brings it to another shape.
fn tree(golden: &Golden) -> Value {
    let lines = golden.text.lines().map(|line| format!("  {line}\n"));
    // What is in an extension is read, and left alone.
    let text = format!("openapi: 3.0.3\nx-it:\n{}", lines.collect::<String>());
    let (document, _) = seamstress::document::Document::from_text("golden.yaml", text, []).unwrap();
    document.root()["x-it"].clone()
}

/// One name per file, and the same items in each: the order of files' items is the document's.
#[track_caller]
fn assert_same(one: &Generated, other: &Generated) {
    let lines = |generated: &Generated| -> BTreeMap<String, Vec<String>> {
        let sorted = |text: &str| {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            lines.sort();
            lines
        };
        generated
            .rust()
            .map(|(path, text)| (path.to_owned(), sorted(text)))
            .collect()
    };
    let (one_lines, other_lines) = (lines(one), lines(other));
    assert_eq!(
        one_lines.keys().collect::<Vec<_>>(),
        other_lines.keys().collect::<Vec<_>>(),
        "{}",
        one.name
    );
    for (path, lines) in &one_lines {
        let other = &other_lines[path];
        let differing = lines.iter().zip(other).find(|(a, b)| a != b);
        assert!(lines == other, "{}: {path}: {differing:?}", one.name);
    }
}

fn reversed(value: &Value, keeps: bool) -> Value {
    reordered(value, keeps, &|entries| entries.reverse())
}

fn sorted(value: &Value, keeps: bool) -> Value {
    reordered(value, keeps, &|entries| {
        entries.sort_by(|a, b| a.0.cmp(&b.0))
    })
}

/// The members of an object in a new order.
type Order<'a> = &'a dyn Fn(&mut Vec<(String, Value)>);

/// The tree with its maps in another order, but for those of properties and of security schemes.
fn reordered(value: &Value, keeps: bool, order: Order<'_>) -> Value {
    match value {
        Value::Array(elements) => elements
            .iter()
            .map(|element| reordered(element, false, order))
            .collect(),
        Value::Object(members) => {
            let member = |(name, value): (&String, &Value)| {
                let is_schema_map =
                    name == "properties" && value.get("type").is_none_or(Value::is_object);
                // The first scheme is the one that a client is made with.
                let keeps = is_schema_map || name == "securitySchemes";
                (name.clone(), reordered(value, keeps, order))
            };
            let mut entries: Vec<(String, Value)> = members.iter().map(member).collect();
            if !keeps {
                order(&mut entries);
            }
            entries.into_iter().collect()
        }
        other => other.clone(),
    }
}

/// The whole document of a real API, if only once more.
#[test]
fn a_large_document_gives_the_same_bytes() {
    let config = seamstress::config::Config::load(root().join("spec/seamstress.toml")).unwrap();
    let emit = || {
        let (document, mut warnings) =
            seamstress::document::Document::load(&config.document.path, &config.document.overlays)
                .unwrap();
        seamstress::crate_of(&document, &config, &mut warnings)
            .unwrap()
            .1
    };
    assert!(emit() == emit());
}
