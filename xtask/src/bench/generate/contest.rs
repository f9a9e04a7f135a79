//! Generators, ours and others, as commands that take a document and a folder.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::repository;

/// A generator.
pub(super) struct Contestant {
    pub(super) name: String,
    pub(super) is_ours: bool,
    how: How,
}

enum How {
    /// The command `seamstress`.
    Seamstress(PathBuf),
    /// A line for the shell, with `{document}` and `{out}` in it.
    Shell(String),
}

impl Contestant {
    pub(super) fn new(name: String, line: String) -> Self {
        Self {
            name,
            is_ours: false,
            how: How::Shell(line),
        }
    }

    pub(super) fn ours(program: &Path) -> Self {
        Self {
            name: "ours".to_owned(),
            is_ours: true,
            how: How::Seamstress(program.to_path_buf()),
        }
    }

    /// The command that makes the crate of `document` in `out`.
    pub(super) fn command(&self, document: &Path, out: &Path) -> Command {
        match &self.how {
            How::Seamstress(program) => {
                let mut command = Command::new(program);
                command.arg("generate").arg(document).arg("--out").arg(out);
                let runtime = repository::runtime();
                command.arg("--runtime-path").arg(runtime).arg("--json");
                command
            }
            How::Shell(line) => {
                // Paths are arguments of the shell, so that no character of theirs means anything.
                let line = line
                    .replace("{document}", "\"$1\"")
                    .replace("{out}", "\"$2\"");
                let mut command = Command::new("sh");
                command.args(["-c", &line, "sh"]).arg(document).arg(out);
                command
            }
        }
    }
}
