//! Nothing panics and nothing overflows, whatever the text.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use proptest::prelude::*;
use seamstress::config::Config;
use seamstress::document::{Document, Pointer, Reach};

const JSON: &str = include_str!("documents/small.json");
const YAML: &str = include_str!("documents/small.yaml");
const SWAGGER: &str = include_str!("golden/swagger2.yaml");
const LATER: &str = include_str!("golden/openapi31.yaml");
const LATEST: &str = include_str!("golden/openapi32.yaml");
const WEBHOOKS: &str = include_str!("golden/webhooks31.yaml");
const SEVERAL: &str = include_str!("golden/several.yaml");
const PART: &str = include_str!("golden/several/schemas/book.yaml");
const OVERLAY: &str = include_str!("documents/overlay.yaml");

/// Reads a document and asks all that can be asked.
fn read(file: &str, text: &str, overlay: &str) {
    let overlays = [(PathBuf::from("overlay.yaml"), overlay.to_owned())];
    let outcome = match Document::from_text(file, text, overlays) {
        Ok((document, warnings)) => {
            for pointer in ["", "/paths", "/components/schemas/a/properties/b", "/x/0/1"] {
                let location = document.locate(&Pointer::parse(pointer).unwrap());
                assert!(location.line >= 1 && location.column >= 1);
            }
            let mut found = document.check_references();
            found.extend(warnings);
            found
        }
        Err(diagnostics) => diagnostics,
    };
    for diagnostic in &outcome {
        assert!(diagnostic.location.is_some(), "{diagnostic}");
        assert!(diagnostic.help.is_some(), "{diagnostic}");
    }
}

/// Reads a document of two files.
fn read_two(text: &str, part: &str) {
    let files = BTreeMap::from([
        (PathBuf::from("several.yaml"), text.to_owned()),
        (PathBuf::from("several/schemas/book.yaml"), part.to_owned()),
    ]);
    if let Ok((document, warnings)) =
        Document::from_files("several.yaml", &files, &Reach::default())
    {
        drop(document.check_references());
        for warning in &warnings {
            assert!(
                warning.location.is_some() && warning.help.is_some(),
                "{warning}"
            );
        }
    }
}

/// A text with some of its bytes replaced, removed or repeated.
fn mutated(text: &'static str) -> impl Strategy<Value = String> {
    let edit = (
        any::<prop::sample::Index>(),
        0_usize..12,
        ".{0,3}|[\\[\\]{}:,\"&*\n\t -]{0,4}",
    );
    prop::collection::vec(edit, 1..8).prop_map(move |edits| {
        let mut characters = text.chars().collect::<Vec<_>>();
        for (at, length, new) in edits {
            let start = at.index(characters.len().max(1)).min(characters.len());
            let end = (start + length).min(characters.len());
            characters.splice(start..end, new.chars());
        }
        characters.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_text(text in "\\PC*", is_json in any::<bool>()) {
        read(if is_json { "a.json" } else { "a.yaml" }, &text, OVERLAY);
        read("a.yaml", YAML, &text);
        drop(Config::from_text("seamstress.toml", &text));
        drop(Pointer::parse(&text));
    }

    #[test]
    fn random_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        read("a.yaml", &String::from_utf8_lossy(&bytes), OVERLAY);
        read("a.json", &format!("{{{}", String::from_utf8_lossy(&bytes)), OVERLAY);
    }

    #[test]
    fn mutated_json(text in mutated(JSON)) {
        read("a.json", &text, OVERLAY);
    }

    #[test]
    fn mutated_yaml(text in mutated(YAML), overlay in mutated(OVERLAY)) {
        read("a.yaml", &text, OVERLAY);
        read("a.yaml", YAML, &overlay);
    }

    #[test]
    fn mutated_dialects(two in mutated(SWAGGER), later in mutated(LATER), latest in mutated(LATEST), webhooks in mutated(WEBHOOKS)) {
        for text in [two, later, latest, webhooks] {
            read("a.yaml", &text, OVERLAY);
        }
    }

    #[test]
    fn mutated_files(text in mutated(SEVERAL), part in mutated(PART)) {
        read_two(&text, PART);
        read_two(SEVERAL, &part);
    }

    #[test]
    fn pointers_survive_writing_and_reading(names in prop::collection::vec(any::<String>(), 0..5)) {
        let pointer = names.iter().fold(Pointer::root(), |pointer, name| pointer.child(name));
        prop_assert_eq!(Pointer::parse(&pointer.to_string()), Some(pointer.clone()));
        prop_assert!(pointer.segments().eq(names.iter().map(String::as_str)));
    }
}

#[test]
fn the_small_documents_themselves_are_good() {
    for (file, text) in [("small.json", JSON), ("small.yaml", YAML)] {
        let overlays = [(PathBuf::from("overlay.yaml"), OVERLAY.to_owned())];
        let (document, warnings) = Document::from_text(file, text, overlays).unwrap();
        assert!(warnings.is_empty(), "{warnings}");
        let dangling = document.check_references();
        assert!(dangling.is_empty(), "{dangling}");
    }
}
