//! The command `seamstress` as it is installed: optimised.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, bail};

use crate::repository::root;

/// Builds the command, and says where it is.
pub(crate) fn build() -> anyhow::Result<PathBuf> {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--release", "-p", "seamstress-cli"])
        .args(["--message-format", "json-render-diagnostics"])
        .current_dir(root())
        .stderr(std::process::Stdio::inherit())
        .output()
        .context("cargo cannot be run")?;
    if !output.status.success() {
        bail!("the command `seamstress` does not build");
    }
    let messages = String::from_utf8_lossy(&output.stdout);
    let program = messages.lines().find_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        message.get("executable")?.as_str().map(PathBuf::from)
    });
    program.context("cargo names no executable")
}
