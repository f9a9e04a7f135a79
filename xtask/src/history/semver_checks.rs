//! What `cargo-semver-checks` finds between two crates: the independent judge of what no longer
//! compiles.
//!
//! It has no report for machines. The values that its lints found are printed as JSON where it is
//! asked to be very verbose; they name items by their whole path, which its messages do not.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::clients::{Client, folder};

/// A break that it found.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(super) struct Finding {
    /// Its lint: `enum_variant_missing`.
    pub(super) lint: String,
    /// The item, by the path that [`seamstress::diff::Surface`] gives it: `types::Pet::Cat`.
    pub(super) path: String,
    /// What it says of it.
    pub(super) message: String,
}

/// What it finds between two clients. What was found once is kept as long as both crates and the
/// judge are the same.
///
/// # Errors
///
/// Where it cannot be started or says nothing, or where a client does not compile.
pub(super) fn judge(old: &Client, new: &Client, version: &str) -> anyhow::Result<Vec<Finding>> {
    let kept = kept(old, new, version);
    if let Ok(text) = fs::read_to_string(&kept) {
        return Ok(serde_json::from_str(&text)?);
    }
    let findings = compare(&old.rustdoc()?, &new.rustdoc()?)?;
    if let Some(folder) = kept.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(kept, serde_json::to_string_pretty(&findings)?)?;
    Ok(findings)
}

/// Which release of it there is: `0.51.0`.
///
/// # Errors
///
/// Where there is none.
pub(super) fn version() -> anyhow::Result<String> {
    let output = Command::new(program())
        .args(["semver-checks", "--version"])
        .output()
        .context("cargo-semver-checks was not found: `cargo install cargo-semver-checks`")?;
    let text = String::from_utf8_lossy(&output.stdout);
    Ok(text
        .split_whitespace()
        .last()
        .unwrap_or_default()
        .to_owned())
}

/// The judge, which may be named by `CARGO_SEMVER_CHECKS`.
fn program() -> OsString {
    std::env::var_os("CARGO_SEMVER_CHECKS").unwrap_or_else(|| "cargo-semver-checks".into())
}

fn kept(old: &Client, new: &Client, version: &str) -> PathBuf {
    let (was, is) = (&old.key, &new.key);
    folder().join(format!("findings/{version}-{was}-{is}.json"))
}

fn compare(old: &Path, new: &Path) -> anyhow::Result<Vec<Finding>> {
    // A release that may add and not break: every lint of what breaks applies.
    let output = Command::new(program())
        .args(["semver-checks", "--release-type", "minor", "-vv"])
        .args(["--color", "never", "--baseline-rustdoc"])
        .arg(old)
        .arg("--current-rustdoc")
        .arg(new)
        .output()
        .context("cargo-semver-checks cannot be started")?;
    let told = String::from_utf8_lossy(&output.stdout);
    let findings = findings(&told)?;
    // It ends with a failure where it finds something, and where it could not look.
    if output.status.success() == findings.is_empty() {
        return Ok(findings);
    }
    bail!(
        "cargo-semver-checks: {}",
        String::from_utf8_lossy(&output.stderr).trim()
    )
}

/// Its words, read: `--- failure LINT: …`, and for each finding a message and its values.
fn findings(told: &str) -> anyhow::Result<Vec<Finding>> {
    const VALUES: &str = "lint rule output values:";
    let mut found = Vec::new();
    let (mut lint, mut message) = (None, "");
    let mut lines = told.lines();
    while let Some(line) = lines.next() {
        if let Some(header) = line.strip_prefix("--- ") {
            let failure = header.strip_prefix("failure ");
            lint = failure.and_then(|failure| Some(failure.split_once(':')?.0));
        } else if line.trim() == VALUES {
            let mut values = String::new();
            for line in lines.by_ref() {
                values.push_str(line);
                if line == "    }" {
                    break;
                }
            }
            let values: Value =
                serde_json::from_str(&values).context("the values of a lint cannot be read")?;
            if let Some(lint) = lint {
                found.push(Finding {
                    lint: lint.to_owned(),
                    path: path(lint, &values),
                    message: message.trim().to_owned(),
                });
            }
        } else {
            message = line;
        }
    }
    Ok(found)
}

/// The path of an item by the values of a lint.
fn path(lint: &str, values: &Value) -> String {
    let text = |name: &str| values.get(name).and_then(Value::as_str);
    let steps = values.get("path").and_then(Value::as_array);
    let steps = steps.into_iter().flatten().filter_map(Value::as_str);
    // The first step is the crate.
    let mut path = steps.skip(1).collect::<Vec<_>>().join("::");
    if lint.starts_with("pub_static") || lint.starts_with("pub_module_level_const") {
        return path;
    }
    for member in ["variant_name", "field_name", "associated_constant"] {
        if let Some(name) = text(member) {
            path = format!("{path}::{name}");
        }
    }
    if let Some(name) = text("method_name") {
        path = format!("{path}::{name}()");
    }
    if let Some(name) = text("trait_name") {
        path = format!("{path}: {name}");
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What release 0.51.0 said of two small crates.
    const TOLD: &str = include_str!("findings.txt");

    #[test]
    fn what_it_finds_is_read_with_whole_paths() {
        let found = findings(TOLD).unwrap();
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|one| (one.lint.as_str(), one.path.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                ("derive_trait_impl_removed", "types::Pet: Clone"),
                (
                    "enum_struct_variant_field_missing",
                    "types::Kind::Fish::eyes"
                ),
                ("method_parameter_count_changed", "types::Pet::new()"),
                ("pub_static_missing", "types::TABLE"),
            ]
        );
    }

    #[test]
    fn warnings_and_silence_are_no_findings() {
        let warned = TOLD.replace("--- failure ", "--- warning ");
        assert_eq!(findings(&warned).unwrap(), []);
        assert_eq!(findings("").unwrap(), []);
    }
}
