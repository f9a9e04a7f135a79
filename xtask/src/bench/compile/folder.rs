//! The folder of a crate: what it is called, and how much is in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};
use serde_json::Value;

/// A crate that is compiled.
#[derive(Clone, Debug)]
pub(super) struct Folder {
    /// What tables call it.
    pub(super) name: String,
    /// What Cargo calls it.
    pub(super) package: String,
    pub(super) path: PathBuf,
    pub(super) source: Source,
    features: Vec<String>,
}

/// How much of Rust there is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Source {
    pub(super) files: usize,
    pub(super) lines: usize,
    pub(super) bytes: usize,
}

impl Folder {
    /// The crate in `path`.
    pub(super) fn of(name: &str, path: &Path) -> anyhow::Result<Self> {
        let path = fs::canonicalize(path).with_context(|| format!("`{}`", path.display()))?;
        let package = package(&path)?;
        let mut source = Source::default();
        count(&path.join("src"), &mut source)?;
        let features = package["features"].as_object();
        let features = features.map(|all| all.keys().cloned().collect());
        Ok(Self {
            name: name.to_owned(),
            package: package["name"].as_str().unwrap_or_default().to_owned(),
            path,
            source,
            features: features.unwrap_or_default(),
        })
    }

    pub(super) fn has_feature(&self, name: &str) -> bool {
        self.features.iter().any(|one| one == name)
    }
}

/// What Cargo says of the package in a folder.
fn package(path: &Path) -> anyhow::Result<Value> {
    let manifest = path.join("Cargo.toml");
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .arg("--manifest-path")
        .arg(&manifest)
        .output()
        .context("cargo cannot be run")?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr).trim());
    }
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    let packages = metadata["packages"].as_array();
    let package = packages.into_iter().flatten().find(|package| {
        let of = package["manifest_path"].as_str().map(Path::new);
        of == Some(&manifest)
    });
    package
        .cloned()
        .with_context(|| format!("`{}` is no package", path.display()))
}

fn count(folder: &Path, source: &mut Source) -> anyhow::Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("`{}`", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            count(&path, source)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read(&path)?;
            source.files += 1;
            source.bytes += text.len();
            source.lines += text.iter().filter(|byte| **byte == b'\n').count();
        }
    }
    Ok(())
}
