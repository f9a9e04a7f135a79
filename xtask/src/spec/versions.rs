//! Documents by name: files, versions of the npm package, and revisions of this repository.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};

use super::files;
use super::origin::Origin;
use crate::git::{self, git};
use crate::repository::{relative, root};

/// What the document is called in this repository.
const COMMITTED: &str = "spec/openapi.json";

/// The file of the document that `name` means: a file; a version of the npm package, such as
/// `1.724.0`, which is brought once and kept under `target/`; or a revision of this repository, such
/// as `HEAD~3` or `git:v1`.
///
/// # Errors
///
/// Where there is no such file, version or revision.
pub(crate) fn file_of(name: &str) -> anyhow::Result<PathBuf> {
    if Path::new(name).is_file() {
        return Ok(PathBuf::from(name));
    }
    if let Some(revision) = name.strip_prefix("git:") {
        return committed(revision);
    }
    if is_version(name) {
        return published(name);
    }
    committed(name).with_context(|| {
        format!("`{name}` is neither a file, nor a version such as 1.977.0, nor a revision of this repository")
    })
}

/// Whether it can be nothing but a version of the package: three numbers, perhaps with words behind.
pub(crate) fn is_version(name: &str) -> bool {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '.' || letter == '-';
    let numbers = name.split(['.', '-']).take(3);
    let numbers = numbers.filter(|part| part.parse::<u32>().is_ok());
    name.chars().all(is_plain) && numbers.count() == 3
}

/// The document of a version of the npm package.
///
/// # Errors
///
/// Those of `spec pull`.
pub(crate) fn published(version: &str) -> anyhow::Result<PathBuf> {
    ensure!(
        is_version(version),
        "`{version}` is neither a file nor a version"
    );
    let folder = documents().join(version);
    let document = folder.join("openapi.json");
    if !document.is_file() {
        fs::create_dir_all(&folder)?;
        files::pull(&Origin::Package(version.to_owned()), &folder)
            .with_context(|| format!("version {version}"))?;
    }
    Ok(document)
}

/// Where documents are kept, as seen from the current folder, so that reports are short.
fn documents() -> PathBuf {
    relative(&root().join("target/skew/documents"))
}

/// The document as it was in a revision of this repository.
fn committed(revision: &str) -> anyhow::Result<PathBuf> {
    let root = root();
    let commit = git::commit(&root, revision)?;
    let folder = documents().join(&commit);
    let document = folder.join("openapi.json");
    if !document.is_file() {
        let text = git(&root, &["show", &format!("{commit}:{COMMITTED}")])
            .with_context(|| format!("revision `{revision}` has no {COMMITTED}"))?;
        fs::create_dir_all(&folder)?;
        fs::write(&document, text)?;
    }
    Ok(document)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_told_from_revisions() {
        for version in ["1.724.0", "2.0.0-rc.1"] {
            assert!(is_version(version), "{version}");
        }
        for other in [
            "HEAD~3", "main", "4d79dd0", "v1.0", "1.2", "../1.2.3", "latest",
        ] {
            assert!(!is_version(other), "{other}");
        }
    }

    #[test]
    fn what_is_nothing_is_said_to_be_nothing() {
        let error = format!("{:#}", file_of("no such thing").unwrap_err());
        assert!(error.contains("neither a file, nor a version"), "{error}");
        let error = format!("{:#}", file_of("git:--all").unwrap_err());
        assert!(error.contains("there is no revision"), "{error}");
    }
}
