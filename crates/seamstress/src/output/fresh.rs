//! A folder that is not there yet is written beside its place and moved there as a whole: where a run is
//! interrupted, there is none of it, and no half of a crate that the next run would take for
//! someone else's.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{File, unwritable};
use crate::diagnostic::Diagnostic;

/// Writes `files`, whose paths stay in the folder.
pub(super) fn write(folder: &Path, files: &[File]) -> Result<(), Diagnostic> {
    let beside = beside(folder);
    let written = fill(&beside, folder, files)
        .and_then(|()| fs::rename(&beside, folder).map_err(|error| unwritable(folder, &error)));
    if written.is_err() {
        // What cannot be removed is no worse than what could not be written.
        let _ = fs::remove_dir_all(&beside);
    }
    written
}

/// A name that no other process takes.
fn beside(folder: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(folder.file_name().unwrap_or_default());
    name.push(format!(".{}.new", std::process::id()));
    folder.with_file_name(name)
}

fn fill(beside: &Path, folder: &Path, files: &[File]) -> Result<(), Diagnostic> {
    let mut made = HashSet::new();
    for file in files {
        let target = beside.join(&file.path);
        let mut write = || -> io::Result<()> {
            if let Some(parent) = target.parent()
                && !made.contains(parent)
            {
                fs::create_dir_all(parent)?;
                made.insert(parent.to_path_buf());
            }
            fs::write(&target, file.text.as_bytes())
        };
        write().map_err(|error| unwritable(&folder.join(&file.path), &error))?;
    }
    Ok(())
}
