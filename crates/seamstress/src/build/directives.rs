//! What a build script tells Cargo, line by line.

use std::path::PathBuf;

use super::Generated;
use crate::diagnostic::{Diagnostic, Diagnostics};

/// How many warnings are shown: Cargo shows them at every build.
const SHOWN: usize = 10;

/// Tells of a module that was made.
pub(super) fn succeeded(generated: &Generated) {
    inputs(&generated.inputs);
    let quoted = |name: &String| format!("{name:?}");
    let known: Vec<String> = generated.known.iter().map(quoted).collect();
    println!(
        "cargo::rustc-check-cfg=cfg({}, values({}))",
        generated.option,
        known.join(", ")
    );
    for feature in &generated.set {
        println!("cargo::rustc-cfg={}={feature:?}", generated.option);
    }
    let warnings = &generated.warnings;
    for warning in warnings.iter().take(SHOWN) {
        lines("warning", warning);
    }
    if warnings.len() > SHOWN {
        let more = warnings.len() - SHOWN;
        println!("cargo::warning=and {more} more; `seamstress check` shows them all");
    }
}

/// Tells why there is none.
pub(super) fn failed(read: &[PathBuf], errors: &Diagnostics) {
    inputs(read);
    for error in errors {
        lines("error", error);
    }
}

fn inputs(paths: &[PathBuf]) {
    println!("cargo::rerun-if-changed=build.rs");
    for path in paths {
        println!("cargo::rerun-if-changed={}", path.display());
    }
}

/// A directive is one line, and a complaint may be several.
fn lines(directive: &str, diagnostic: &Diagnostic) {
    for line in diagnostic.to_string().lines() {
        println!("cargo::{directive}={line}");
    }
}
