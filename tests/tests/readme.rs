//! The README of the emitted crate says what is true. Its code is compiled as documentation tests.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Every resource is a feature; the README is written by hand, and names all of them.
#[test]
fn every_feature_is_named() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated/seam-api");
    let manifest = fs::read_to_string(package.join("Cargo.toml")).unwrap();
    let readme = fs::read_to_string(package.join("README.md")).unwrap();

    let (_, features) = manifest.split_once("[features]\n").unwrap();
    let (features, _) = features.split_once("\n\n").unwrap();
    let features = features.lines().filter_map(|line| line.split_once(" = "));
    let features: BTreeSet<_> = features
        .map(|(name, _)| name)
        // What begins with `_` is enabled by others, and not for programs to name.
        .filter(|name| *name != "default" && !name.starts_with('_'))
        .collect();
    assert!(features.len() > 15, "{features:?}");

    let (_, named) = readme.split_once("## Features\n").unwrap();
    let named = named
        .lines()
        .filter_map(|line| line.strip_prefix("- `")?.split('`').next());
    let named: BTreeSet<_> = named.collect();
    assert_eq!(named, features);
}
