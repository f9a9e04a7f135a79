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
