//! Crates of a sample, compiled in one workspace, so that what they depend on is built once.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Context;
use serde_json::Value;

use super::child::Seamstress;
use super::documents::Document;
use crate::repository::root;

/// A crate of the sample, and what the compiler says of it.
#[derive(Debug)]
pub(super) struct Checked {
    /// The document.
    pub(super) at: usize,
    /// How many errors and warnings there are.
    pub(super) complaints: usize,
    /// The first of them.
    pub(super) first: Option<String>,
}

impl Checked {
    pub(super) fn is_good(&self) -> bool {
        self.first.is_none()
    }
}

/// Emits the crates of the `chosen` documents and compiles them, with clippy's lints where it is
/// installed.
pub(super) fn check(
    seamstress: &Seamstress,
    documents: &[Document],
    chosen: &[usize],
) -> anyhow::Result<Vec<Checked>> {
    let workspace = root().join("target/corpus/crates");
    if workspace.exists() {
        fs::remove_dir_all(&workspace)?;
    }
    fs::create_dir_all(&workspace)?;
    let mut checked = Vec::new();
    let mut members = Vec::new();
    for at in chosen {
        let name = name(*at);
        let refusal = seamstress
            .write(&documents[*at], &workspace.join(&name), &name)
            .err();
        if refusal.is_none() {
            members.push(format!("{name:?}"));
        }
        checked.push(Checked {
            at: *at,
            complaints: usize::from(refusal.is_some()),
            first: refusal.map(|refusal| format!("{refusal:#}")),
        });
    }
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [{}]\n",
        members.join(", ")
    );
    fs::write(workspace.join("Cargo.toml"), manifest)?;
    fs::copy(root().join("Cargo.lock"), workspace.join("Cargo.lock"))?;
    let mut complaints = compile(&workspace)?;
    for one in &mut checked {
        if let Some((count, first)) = complaints.remove(&name(one.at)) {
            one.complaints += count;
            one.first.get_or_insert(first);
        }
    }
    Ok(checked)
}

fn name(at: usize) -> String {
    format!("document-{at}")
}

/// The number of complaints about each crate that has any, and the first of them.
fn compile(workspace: &Path) -> anyhow::Result<BTreeMap<String, (usize, String)>> {
    let command = if has_clippy() { "clippy" } else { "check" };
    let output = Command::new(env!("CARGO"))
        .args([command, "--workspace", "--all-features", "--keep-going"])
        .args(["--message-format", "json"])
        .current_dir(workspace)
        .env("CARGO_TARGET_DIR", workspace.with_file_name("build"))
        .env("CARGO_INCREMENTAL", "0")
        .stderr(std::process::Stdio::inherit())
        .output()
        .context("cargo cannot be run")?;
    let mut complaints: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Some((name, complaint)) = complaint(line) else {
            continue;
        };
        let (count, _) = complaints.entry(name).or_insert((0, complaint));
        *count += 1;
    }
    if !output.status.success() && complaints.is_empty() {
        anyhow::bail!("cargo {command} fails, and names no crate");
    }
    Ok(complaints)
}

/// The crate that a message of cargo's is about, and its first lines, where it is a complaint.
fn complaint(line: &str) -> Option<(String, String)> {
    let message: Value = serde_json::from_str(line).ok()?;
    if message.get("reason")? != "compiler-message" {
        return None;
    }
    let name = message.pointer("/target/name")?.as_str()?.replace('_', "-");
    let rendered = message.pointer("/message/rendered")?.as_str()?;
    let level = message.pointer("/message/level")?.as_str()?;
    if !["error", "warning"].contains(&level) {
        return None;
    }
    let first: Vec<&str> = rendered.trim().lines().take(6).map(str::trim).collect();
    Some((name, first.join(" ")))
}

fn has_clippy() -> bool {
    let version = Command::new(env!("CARGO"))
        .args(["clippy", "--version"])
        .output();
    version.is_ok_and(|output| output.status.success())
}
