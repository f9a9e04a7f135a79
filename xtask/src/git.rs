//! Asking Git.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail};

/// What `git` prints in `folder`; an error has its complaint.
pub(crate) fn git(folder: &Path, arguments: &[&str]) -> anyhow::Result<Vec<u8>> {
    let output = Command::new("git")
        .current_dir(folder)
        .args(arguments)
        .output();
    let output = output.context("`git` cannot be started")?;
    match output.status.success() {
        true => Ok(output.stdout),
        false => bail!("git: {}", String::from_utf8_lossy(&output.stderr).trim()),
    }
}

/// The commit that `revision` means in `folder`.
///
/// # Errors
///
/// Where there is no such revision.
pub(crate) fn commit(folder: &Path, revision: &str) -> anyhow::Result<String> {
    // What begins with a dash would be an option; `--end-of-options` is of git 2.24.
    let wanted = format!("{revision}^{{commit}}");
    let arguments = ["rev-parse", "--verify", "--end-of-options"];
    let commit = git(folder, &[&arguments[..], &[&wanted]].concat());
    let commit = commit.with_context(|| format!("there is no revision `{revision}`"))?;
    Ok(String::from_utf8_lossy(&commit).trim().to_owned())
}
