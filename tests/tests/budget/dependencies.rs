//! How many packages come with the emitted crate: each is built, and trusted, by whoever uses it.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use crate::at_most;

/// Where the packages are counted: on every machine the same.
const TARGET: &str = "x86_64-unknown-linux-gnu";

/// The packages that the crate is built with, itself and the runtime left out.
fn packages(arguments: &[&str]) -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--package", "seam-api", "--edges", "normal,build"])
        .args(["--locked", "--target", TARGET])
        .args(["--prefix", "none", "--format", "{p}"])
        .args(arguments)
        .current_dir(root)
        .output()
        .unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaint}");
    let lines = String::from_utf8(output.stdout).unwrap();
    let packages = lines.lines().map(|line| line.trim_end_matches(" (*)"));
    packages
        .filter(|line| !line.is_empty() && !line.starts_with("seam"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn with_the_default_features() {
    let packages = packages(&[]);
    let advice = format!(
        "`cargo tree -p seam-api -e normal,build -i PACKAGE` says why one is there: {packages:#?}"
    );
    at_most(58, "packages by default", packages.len(), &advice);
}

#[test]
fn with_everything() {
    let packages = packages(&["--all-features"]);
    let advice = format!("What is optional should need little: {packages:#?}");
    at_most(107, "packages with all features", packages.len(), &advice);
}
