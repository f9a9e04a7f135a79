//! The fake server's packages, installed by npm from the lock file when they are not yet there.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Stdio};

/// The copy of the lock file that was installed from; older packages are told by it.
const INSTALLED: &str = "node_modules/.installed-from.json";

/// Installs the packages of `folder` unless they are there.
///
/// Tests run in several processes and threads at once; the first one installs, the others wait.
pub(crate) fn install(folder: &Path) -> Result<(), String> {
    // Any file would do to agree on; this one is always there, and npm does not touch it.
    let lock = File::open(folder.join("fake-seam.mjs")).map_err(|error| error.to_string())?;
    lock.lock()
        .map_err(|error| format!("waiting for another installation: {error}"))?;

    let wanted = fs::read(folder.join("package-lock.json"))
        .map_err(|error| format!("package-lock.json: {error}"))?;
    if fs::read(folder.join(INSTALLED)).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    npm_ci(folder)?;
    fs::write(folder.join(INSTALLED), wanted).map_err(|error| format!("{INSTALLED}: {error}"))
    // The lock goes with the file.
}

/// Packages bring no scripts into an installation, and the cache is preferred to the network.
fn npm_ci(folder: &Path) -> Result<(), String> {
    let output = Command::new("npm")
        .args([
            "ci",
            "--ignore-scripts",
            "--prefer-offline",
            "--no-audit",
            "--no-fund",
        ])
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => "Node.js with npm is not installed".to_owned(),
            _ => format!("`npm` cannot be started: {error}"),
        })?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!(
        "`npm ci` failed: {}",
        String::from_utf8_lossy(&output.stderr).trim()
    ))
}
