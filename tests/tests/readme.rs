//! The READMEs say what is true, and the licences go with the emitted crate. Code in the README of the
//! crate is compiled as documentation tests.

#![allow(
    clippy::unwrap_used,
    reason = "the helpers of a test fail as a test does"
)]

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

/// The README of the repository is about this crate. It rounds, so that not every change of the
/// generator is one of the README, too.
#[test]
fn the_lines_of_the_package_are_about_those_that_the_readme_tells() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let (_, told) = readme.split_once("`seam-api` has some ").unwrap();
    let (told, _) = told.split_once(" lines").unwrap();
    let told: usize = told.replace(',', "").parse().unwrap();

    let package = root.join("generated/seam-api/src");
    let lines = lines(&package);
    assert!(told.abs_diff(lines) <= lines / 50, "{told} and {lines}");
}

/// The lines of all files of Rust below a folder.
fn lines(folder: &Path) -> usize {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let of = |path: std::path::PathBuf| match path.extension() {
        _ if path.is_dir() => lines(&path),
        Some(kind) if kind == "rs" => fs::read_to_string(&path).unwrap().lines().count(),
        _ => 0,
    };
    entries.map(of).sum()
}

/// The texts that the emitted crate is published with are those of the repository, of which `spec/`
/// has copies: a release is made from that folder alone.
#[test]
fn the_package_has_the_licences() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for (ours, of) in [
        ("LICENSE-MIT", ""),
        ("LICENSE-APACHE", ""),
        ("LICENSE-seamapi-types.txt", "spec"),
    ] {
        let text = |folder: &str| fs::read_to_string(root.join(folder).join(ours)).unwrap();
        assert_eq!(text("generated/seam-api"), text(of), "{ours}");
    }
}

/// The README, the workspace and the emitted crate name one oldest version of Rust.
#[test]
fn the_oldest_rust_is_the_same_everywhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let text = |file: &str| fs::read_to_string(root.join(file)).unwrap();
    let oldest = |manifest: &str| {
        let manifest = text(manifest);
        let line = manifest
            .lines()
            .find_map(|line| line.strip_prefix("rust-version = "));
        line.unwrap().trim_matches('"').to_owned()
    };
    let ours = oldest("Cargo.toml");
    assert_eq!(oldest("generated/seam-api/Cargo.toml"), ours);
    assert!(text("README.md").contains(&format!("Rust {ours} or later")));
}
