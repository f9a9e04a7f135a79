//! What was released last, and the document that it was made from.
//!
//! The tag of a release is the record of it: `spec/` as the tagged commit has it, with
//! configuration and overlay, is what the released crate came from.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use seamstress::job::Job;
use tempfile::TempDir;

use super::{CHANGELOG, changelog, manifest};
use crate::git::{self, git};
use crate::repository::CONFIG;
use crate::spec::versions;

/// How tags of releases begin; the version follows.
const TAG: &str = "seam-api-v";

/// What is compared with.
pub(crate) struct Base {
    /// What people call it: a tag, a revision, a version of the npm package.
    pub(crate) name: String,
    /// The version of the crate that was made from it.
    pub(crate) version: String,
    /// The run that would make it again, were it not for the version.
    pub(crate) job: Job,
    /// Where `spec/` was unpacked, as long as it is needed.
    _folder: Option<TempDir>,
}

impl Base {
    /// The base that `from` names, or the last release that the commits of `root` contain; nothing
    /// where there was none.
    ///
    /// # Errors
    ///
    /// Where there is no such revision or version.
    pub(crate) fn find(root: &Path, from: Option<&str>) -> anyhow::Result<Option<Self>> {
        match from {
            Some(version) if versions::is_version(version) => {
                Self::published(root, version).map(Some)
            }
            Some(revision) => {
                let revision = revision.strip_prefix("git:").unwrap_or(revision);
                Self::committed(root, revision).map(Some)
            }
            None => match last_tag(root) {
                Some(tag) => Self::committed(root, &tag).map(Some),
                None => Ok(None),
            },
        }
    }

    /// A document of the npm package, with the present configuration.
    fn published(root: &Path, version: &str) -> anyhow::Result<Self> {
        let released = last_tag(root).and_then(|tag| tag.strip_prefix(TAG).map(str::to_owned));
        let by_hand = || {
            let text = fs::read_to_string(root.join(CHANGELOG)).unwrap_or_default();
            changelog::last_by_hand(&text)
        };
        let released = released.or_else(by_hand);
        Ok(Self {
            name: version.to_owned(),
            version: released.context("no tag and no changelog say what was released last")?,
            job: Job {
                config: Some(root.join(CONFIG)),
                document: Some(versions::published(version)?),
                ..Job::default()
            },
            _folder: None,
        })
    }

    /// All of `spec/` as it was.
    fn committed(root: &Path, revision: &str) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        let commit = git::commit(root, revision)?;
        let archive = git(root, &["archive", "--format=tar", &commit, "spec"])
            .with_context(|| format!("revision `{revision}` has no spec/"))?;
        tar::Archive::new(archive.as_slice()).unpack(folder.path())?;
        let config = folder.path().join(CONFIG);
        let text = fs::read_to_string(&config)
            .with_context(|| format!("revision `{revision}` has no {CONFIG}"))?;
        let version = manifest::version(&text)?;
        as_now(root, folder.path(), &text)?;
        Ok(Self {
            name: revision.to_owned(),
            version,
            job: Job {
                config: Some(config),
                ..Job::default()
            },
            _folder: Some(folder),
        })
    }
}

/// Makes version and changelog of what was those of what is: a release is no reason for a release.
fn as_now(root: &Path, folder: &Path, config: &str) -> anyhow::Result<()> {
    let now = manifest::version(&fs::read_to_string(root.join(CONFIG))?)?;
    fs::write(folder.join(CONFIG), manifest::with_version(config, &now)?)?;
    let changelog: PathBuf = folder.join(CHANGELOG);
    if changelog.is_file() {
        fs::copy(root.join(CHANGELOG), changelog)?;
    }
    Ok(())
}

/// The last tag of a release among the ancestors of the present commit.
fn last_tag(root: &Path) -> Option<String> {
    let pattern = format!("{TAG}[0-9]*");
    let tag = git(
        root,
        &["describe", "--tags", "--abbrev=0", "--match", &pattern],
    )
    .ok()?;
    let tag = String::from_utf8_lossy(&tag).trim().to_owned();
    (!tag.is_empty()).then_some(tag)
}
