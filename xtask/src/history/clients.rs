//! The client of a version of the package: its model, its source, and what rustdoc knows of it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, anyhow, bail};
use seamstress::job::{Job, Made};
use seamstress::output::{Mode, write};

use crate::hash::sha256;
use crate::repository::{config, root, runtime};
use crate::spec::versions::published;

/// The client of one version.
pub(super) struct Client {
    pub(super) version: String,
    pub(super) made: Made,
    /// A hash of its files and of the runtime that they call, whose macros define items and whose
    /// code reads answers: what was found out about a client is true as long as these are the same.
    pub(super) key: String,
}

impl Client {
    /// Generates the client of `version` as `spec/` says it, in memory.
    ///
    /// # Errors
    ///
    /// Where the version cannot be brought, or no client can be made of it.
    pub(super) fn of(version: &str) -> anyhow::Result<Self> {
        let job = Job {
            config: Some(config()),
            document: Some(published(version)?),
            output: Some(package()),
            runtime: Some(runtime()),
            ..Job::default()
        };
        let made = job.open().and_then(|opened| opened.make());
        let made =
            made.map_err(|errors| anyhow!("no client can be made of {version}:\n{errors}"))?;
        Ok(Self {
            version: version.to_owned(),
            key: key(&made)?,
            made,
        })
    }

    /// A hash of its document, with the overlay: answers are drawn from these.
    pub(super) fn document(&self) -> String {
        short(sha256(self.made.document.root().to_string()))
    }

    /// How many actions of the overlay have nothing to change in this version.
    pub(super) fn idle_actions(&self) -> usize {
        let warnings = self.made.warnings.iter();
        warnings
            .filter(|warning| warning.code == "overlay-no-match")
            .count()
    }

    /// What rustdoc knows of the crate, with all of its features, as JSON. All versions are written
    /// into one folder and documented in one other, so that dependencies are compiled once.
    ///
    /// # Errors
    ///
    /// Where the crate cannot be written or does not compile.
    pub(super) fn rustdoc(&self) -> anyhow::Result<PathBuf> {
        let kept = self.described();
        if kept.is_file() {
            return Ok(kept);
        }
        write(&package(), self.made.files.clone(), Mode::Write).map_err(|errors| {
            anyhow!("the client of {} is not written:\n{errors}", self.version)
        })?;
        let workspace = folder().join("workspace");
        fs::write(
            workspace.join("Cargo.toml"),
            "[workspace]\nmembers = [\"client\"]\nresolver = \"3\"\n",
        )?;
        // The versions of dependencies that the repository is tested with.
        fs::copy(root().join("Cargo.lock"), workspace.join("Cargo.lock"))?;
        let made = folder().join("build/doc/seam_api.json");
        if made.is_file() {
            fs::remove_file(&made)?;
        }
        self.describe(&workspace)?;
        fs::create_dir_all(folder().join("rustdoc"))?;
        fs::rename(&made, &kept).with_context(|| format!("rustdoc wrote no {}", made.display()))?;
        Ok(kept)
    }

    fn describe(&self, workspace: &Path) -> anyhow::Result<()> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let status = Command::new(cargo)
            .args(["rustdoc", "--quiet", "--lib", "--all-features"])
            .args(["--package", "seam-api", "--"])
            .args(["-Z", "unstable-options", "--output-format", "json"])
            .args(["--document-hidden-items", "--cap-lints", "allow"])
            .current_dir(workspace)
            .env("CARGO_TARGET_DIR", folder().join("build"))
            // Rustdoc's JSON is not stable; cargo-semver-checks asks for it in this way, too.
            .env("RUSTC_BOOTSTRAP", "1")
            .status()
            .context("cargo cannot be started")?;
        match status.success() {
            true => Ok(()),
            false => bail!("the client of {} does not compile", self.version),
        }
    }

    /// Throws away what rustdoc knew.
    pub(super) fn forget(&self) {
        // It is only large: the next run makes it anew or finds it.
        let _ = fs::remove_file(self.described());
    }

    /// Where what rustdoc knows is kept.
    fn described(&self) -> PathBuf {
        folder().join(format!("rustdoc/{}.json", self.key))
    }
}

/// A hash of all that a client is compiled from, but for the dependencies of the runtime.
fn key(made: &Made) -> anyhow::Result<String> {
    let mut text = String::new();
    for file in &made.files {
        text.push_str(&format!("{}\0{}\0", file.path.display(), file.text));
    }
    let mut folders = vec![runtime().join("src")];
    let mut sources = BTreeSet::from([runtime().join("Cargo.toml")]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                sources.insert(path);
            }
        }
    }
    for path in sources {
        text.push_str(&fs::read_to_string(&path).with_context(|| path.display().to_string())?);
    }
    Ok(short(sha256(text)))
}

/// As much of a hash as tells clients apart.
fn short(mut hash: String) -> String {
    hash.truncate(16);
    hash
}

/// Where the command keeps what it made.
pub(super) fn folder() -> PathBuf {
    root().join("target/history")
}

/// The folder of the crate that is documented: the same for every version.
fn package() -> PathBuf {
    folder().join("workspace/client")
}
