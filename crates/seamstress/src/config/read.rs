//! Reading the configuration file, and saying what is wrong with it.

use std::fs;
use std::path::{Path, PathBuf};

use super::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, Location};
use crate::lock::Lock;
use crate::text::{advise, position_at};

impl Config {
    /// Reads a configuration file; its paths are resolved relative to it.
    ///
    /// # Errors
    ///
    /// One diagnostic, with file, line and column, where the file cannot be
    /// read, is no TOML, has a key that is not known or lacks one that must be
    /// there, or has a value of the wrong form. The lock file that it names is read
    /// too, and judged likewise.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, Diagnostics> {
        let path = path.as_ref();
        let text = fs::read_to_string(path).map_err(|error| {
            Diagnostic::error(
                "unreadable-file",
                format!("the configuration cannot be read: {error}"),
            )
            .located(Location::file(path))
            .help("name the configuration file (`seamstress.toml`) on the command line")
        })?;
        let mut config = Self::from_text(path, &text)?;
        if let Some(lock) = config.names.lock.file() {
            config.names.locked = Lock::load(lock)?;
        }
        Ok(config)
    }

    /// Reads a configuration from its text, as if it stood in `file`. No other file is read: no
    /// name is locked.
    ///
    /// # Errors
    ///
    /// As [`Self::load`].
    pub fn from_text(file: impl AsRef<Path>, text: &str) -> Result<Self, Diagnostics> {
        let file = file.as_ref();
        let mut config: Self = toml::from_str(text).map_err(|error| explain(file, text, &error))?;
        config.resolve_paths(file.parent().unwrap_or(Path::new("")));
        config.names.lock.resolve(file);
        Ok(config)
    }

    fn resolve_paths(&mut self, directory: &Path) {
        let resolve = |path: &mut PathBuf| *path = directory.join(&path);
        resolve(&mut self.package.output);
        resolve(&mut self.document.path);
        self.document.overlays.iter_mut().for_each(resolve);
        self.document.root.iter_mut().for_each(resolve);
        self.document.remote.values_mut().for_each(resolve);
        self.package.files.values_mut().for_each(resolve);
    }
}

/// What a TOML error means, where it is, and what to do.
fn explain(file: &Path, text: &str, error: &toml::de::Error) -> Diagnostic {
    let message = error.message();
    let location = match error.span() {
        Some(span) => {
            let position = position_at(text, span.start);
            Location::new(file, position.line, position.column)
        }
        None => Location::file(file),
    };
    Diagnostic::error("bad-configuration", message)
        .located(location)
        .help(advice(message))
}

/// What to do, told from the wording of the error.
///
/// An unknown key comes as "unknown field `x`, expected one of `a`, `b`": the
/// deserialiser knows the alternatives, but hands them on as text only.
fn advice(message: &str) -> String {
    let quoted = message.split('`').skip(1).step_by(2).collect::<Vec<_>>();
    match quoted.split_first() {
        Some((name, known)) if message.starts_with("unknown ") => {
            advise(name, known, "remove it, or correct its name")
        }
        Some((&name @ ("package" | "document"), _)) if message.starts_with("missing field") => {
            format!("add the section `[{name}]`")
        }
        Some((name, _)) if message.starts_with("missing field") => format!("add `{name} = …`"),
        _ => "correct the value".to_owned(),
    }
}
