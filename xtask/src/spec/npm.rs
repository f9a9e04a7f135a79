//! The ordinary npm client, called for two things: what the registry knows of a version, and its file.

use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use anyhow::{Context, anyhow, bail, ensure};
use serde::Deserialize;

/// No version of the package is larger than a few megabytes; this only keeps a mistake small.
const MAX_TARBALL_BYTES: u64 = 64 << 20;

/// What the registry records of one published version.
#[derive(Debug, Deserialize)]
pub(crate) struct Published {
    /// The exact version, also where a tag such as `latest` was asked for.
    pub(crate) version: String,
    /// Subresource integrity of the tarball: `sha512-` and the hash in base64.
    #[serde(rename = "dist.integrity")]
    pub(crate) integrity: String,
    /// The licence as the package names it (SPDX).
    pub(crate) license: String,
}

/// Asks the registry for a version of a package.
///
/// # Errors
///
/// When npm is not installed, when there is no such version, or when npm cannot reach the registry.
pub(crate) fn view(package: &str, version: &str) -> anyhow::Result<Published> {
    check_version(version)?;
    let spec = format!("{package}@{version}");
    let fields = ["version", "dist.integrity", "license"];
    let output = npm(Command::new("npm")
        .args(["view", &spec, "--json"])
        .args(fields))?;
    if !output.status.success() {
        return Err(failure(&spec, &output));
    }
    // An exact version that does not exist is an empty answer for some releases of npm.
    ensure!(
        !output.stdout.trim_ascii().is_empty(),
        no_such_version(&spec)
    );
    serde_json::from_slice(&output.stdout)
        .with_context(|| format!("npm's answer about {spec} cannot be read"))
}

/// The versions of a package that the registry lists, the oldest first.
///
/// # Errors
///
/// When npm is not installed, or cannot reach the registry.
pub(crate) fn versions(package: &str) -> anyhow::Result<Vec<String>> {
    let output = npm(Command::new("npm").args(["view", package, "versions", "--json"]))?;
    if !output.status.success() {
        return Err(failure(package, &output));
    }
    serde_json::from_slice(&output.stdout)
        .with_context(|| format!("npm's list of the versions of {package} cannot be read"))
}

/// Brings the tarball of an exact version and returns its bytes. Nothing of it is run or installed.
///
/// # Errors
///
/// As for [`view`].
pub(crate) fn pack(package: &str, version: &str) -> anyhow::Result<Vec<u8>> {
    check_version(version)?;
    let spec = format!("{package}@{version}");
    let folder = tempfile::tempdir().context("no temporary folder could be made")?;
    let output = npm(Command::new("npm")
        .args([
            "pack",
            &spec,
            "--ignore-scripts",
            "--json",
            "--pack-destination",
        ])
        .arg(folder.path())
        // Away from this repository, so that no project configuration of npm changes what happens.
        .current_dir(folder.path()))?;
    if !output.status.success() {
        return Err(failure(&spec, &output));
    }
    read_only_tarball(folder.path()).with_context(|| format!("npm packed {spec}, but"))
}

fn npm(command: &mut Command) -> anyhow::Result<Output> {
    match command.stdin(Stdio::null()).output() {
        Ok(output) => Ok(output),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            bail!("`npm` was not found: install Node.js, which brings it, and try again")
        }
        Err(error) => Err(error).context("`npm` cannot be started"),
    }
}

/// npm reports a failure as JSON on standard output; its standard error is for people.
fn failure(spec: &str, output: &Output) -> anyhow::Error {
    #[derive(Deserialize)]
    struct Report {
        error: Problem,
    }
    #[derive(Deserialize)]
    struct Problem {
        code: Option<String>,
        summary: Option<String>,
    }
    match serde_json::from_slice::<Report>(&output.stdout) {
        Ok(Report { error }) if matches!(error.code.as_deref(), Some("E404" | "ETARGET")) => {
            anyhow!(no_such_version(spec))
        }
        Ok(Report {
            error:
                Problem {
                    summary: Some(summary),
                    ..
                },
        }) => {
            anyhow!("npm cannot bring {spec}: {summary}")
        }
        _ => anyhow!(
            "npm cannot bring {spec}: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        ),
    }
}

fn no_such_version(spec: &str) -> String {
    format!("there is no {spec}; `npm view @seamapi/types versions` lists those that exist")
}

/// Only exact versions and tags: a range would bring whatever is newest, and npm would read a
/// folder or an address as a package.
fn check_version(version: &str) -> anyhow::Result<()> {
    let is_plain = !version.is_empty()
        && version.starts_with(|c: char| c.is_ascii_alphanumeric())
        && version
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || ".-+".contains(c));
    ensure!(
        is_plain,
        "`{version}` is neither a version, such as 1.977.0, nor `latest`"
    );
    Ok(())
}

fn read_only_tarball(folder: &Path) -> anyhow::Result<Vec<u8>> {
    let mut tarballs = Vec::new();
    for entry in fs::read_dir(folder).context("its folder cannot be read")? {
        let path = entry.context("its folder cannot be read")?.path();
        if path.extension() == Some(OsStr::new("tgz")) {
            tarballs.push(path);
        }
    }
    let [tarball] = tarballs.as_slice() else {
        bail!("{} tarballs came instead of one", tarballs.len());
    };
    let bytes = fs::metadata(tarball)
        .context("its tarball cannot be read")?
        .len();
    ensure!(
        bytes <= MAX_TARBALL_BYTES,
        "its tarball has {bytes} bytes, too many for a document"
    );
    fs::read(tarball).context("its tarball cannot be read")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_and_tags_are_told_from_what_npm_would_read_otherwise() {
        for good in ["1.977.0", "latest", "2.0.0-rc.1", "1.0.0+build"] {
            assert!(check_version(good).is_ok(), "{good}");
        }
        for bad in [
            "", "^1.0.0", ">=1", "--help", "1 2", "../x", "file:x", "a/b", "*",
        ] {
            assert!(check_version(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_answer_of_npm_is_read() {
        let answer = r#"{"version":"1.2.3","dist.integrity":"sha512-AA==","license":"MIT"}"#;
        let published: Published = serde_json::from_str(answer).unwrap();
        assert_eq!(published.version, "1.2.3");
        assert_eq!(published.integrity, "sha512-AA==");
        assert_eq!(published.license, "MIT");
    }
}
