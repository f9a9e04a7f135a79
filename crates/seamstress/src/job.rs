//! A run of the generator, step by step, as all fronts make it: the command, the build script and
//! the tasks of a repository.
//!
//! ```no_run
//! use seamstress::job::Job;
//! use seamstress::output::Mode;
//!
//! let job = Job { document: Some("openapi.yaml".into()), output: Some("client".into()), ..Job::default() };
//! let opened = job.open()?;
//! let made = opened.make()?;
//! let summary = made.write(Mode::Write)?;
//! println!("{} operations", summary.api.operations.len());
//! # Ok::<(), seamstress::diagnostic::Diagnostics>(())
//! ```

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::time::{Duration, Instant};

use crate::api::Api;
use crate::config::{Config, PackageName};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::Document;
use crate::generate::{Summary, crate_and_lock, crate_of, lines_of_rust};
use crate::lock::Lock;
use crate::output::{File, Mode, write, write_lock};

/// What a front is asked for. What it leaves out comes from the configuration file, and what this
/// leaves out has a default.
#[derive(Clone, Debug, Default)]
pub struct Job {
    /// The configuration file; without one, all settings have their defaults.
    pub config: Option<PathBuf>,
    /// The document, instead of the configured one.
    pub document: Option<PathBuf>,
    /// Overlays, applied after the configured ones.
    pub overlays: Vec<PathBuf>,
    /// Copies of what references of the document name on the web, besides the configured ones.
    pub remote: BTreeMap<String, PathBuf>,
    /// The folder of the crate, instead of the configured one.
    pub output: Option<PathBuf>,
    /// The name of the package, instead of the configured one; without either, the title of the
    /// document gives it.
    pub name: Option<PackageName>,
    /// The folder of the runtime, where it does not come from the registry.
    pub runtime: Option<PathBuf>,
    /// Whether a warning is a failure.
    pub strict: bool,
}

/// A document and its settings, read.
#[derive(Debug)]
pub struct Opened {
    /// The settings.
    pub config: Config,
    /// The document, with its overlays applied.
    pub document: Document,
    /// Complaints about its text.
    pub warnings: Diagnostics,
    strict: bool,
    /// Whether names are remembered: not for another document than the configured one, and not
    /// for a copy of the crate elsewhere.
    remembers: bool,
    since: Instant,
}

/// A crate that is made, and not yet written.
#[derive(Debug)]
pub struct Made {
    /// The settings.
    pub config: Config,
    /// The document.
    pub document: Document,
    /// The model of the API.
    pub api: Api,
    /// The files of the crate.
    pub files: Vec<File>,
    /// Complaints that do not stop the run, by place.
    pub warnings: Diagnostics,
    /// The names that it has, where they are remembered: not for another document, further overlays
    /// or another folder than those of the configuration.
    pub lock: Option<Lock>,
    elapsed: Duration,
}

impl Job {
    /// Reads the configuration, the document and the overlays.
    ///
    /// # Errors
    ///
    /// Where one of them cannot be read, or neither names a document or an output.
    pub fn open(&self) -> Result<Opened, Diagnostics> {
        self.open_with(self.settings()?)
    }

    /// The settings: those of the configuration file, with what the front was asked for.
    pub(crate) fn settings(&self) -> Result<Config, Diagnostics> {
        let mut config = match &self.config {
            Some(path) => Config::load(path)?,
            None => self.defaults()?,
        };
        if let Some(document) = &self.document {
            config.document.path.clone_from(document);
        }
        config.document.overlays.extend(self.overlays.clone());
        if let Some(output) = &self.output {
            config.package.output.clone_from(output);
        }
        config.document.remote.extend(self.remote.clone());
        Ok(config)
    }

    /// Reads the document and the overlays that `config` names.
    pub(crate) fn open_with(&self, mut config: Config) -> Result<Opened, Diagnostics> {
        let since = Instant::now();
        let (document, warnings) = Document::load_with(
            &config.document.path,
            &config.document.overlays,
            &config.document.reach(),
        )
        .map_err(|errors| self.advised(errors))?;
        if let Some(name) = &self.name {
            config.package.name = name.clone();
        } else if self.config.is_none() {
            config.package.name = name_of(&document);
        }
        if let Some(runtime) = &self.runtime {
            config.package.runtime_path = Some(relative(&config.package.output, runtime));
        }
        Ok(Opened {
            config,
            document,
            warnings,
            strict: self.strict,
            remembers: self.document.is_none() && self.overlays.is_empty() && self.output.is_none(),
            since,
        })
    }

    /// Where there is no configuration, advice is not about one.
    fn advised(&self, errors: Diagnostics) -> Diagnostics {
        let advised = errors.into_iter().map(|error| {
            if error.code == "unreadable-file" && self.config.is_none() {
                return error.help("correct the path");
            }
            error
        });
        advised.collect()
    }

    fn defaults(&self) -> Result<Config, Diagnostic> {
        let (Some(document), Some(output)) = (&self.document, &self.output) else {
            let missing = if self.document.is_none() {
                "document"
            } else {
                "output folder"
            };
            let message = format!("no {missing} is named, and no configuration file either");
            return Err(Diagnostic::error("nothing-named", message)
                .help("name the document and the output folder, or a configuration file"));
        };
        let name = PackageName::of_file(document);
        Ok(Config::minimal(name, document, output))
    }
}

impl Opened {
    /// Makes the model of the document, and the crate of the model. Nothing is written.
    ///
    /// # Errors
    ///
    /// Where a file of the configuration cannot be read, a setting names what is not there, or
    /// warnings are failures and there is one.
    pub fn make(self) -> Result<Made, Diagnostics> {
        let mut warnings = self.warnings;
        let is_remembered = self.remembers && self.config.names.lock.file().is_some();
        let made = match is_remembered {
            true => crate_and_lock(&self.document, &self.config, &mut warnings)
                .map(|(api, files, lock)| (api, files, Some(lock))),
            false => crate_of(&self.document, &self.config, &mut warnings)
                .map(|(api, files)| (api, files, None)),
        };
        let (api, files, lock) = made.map_err(|errors| {
            // What was noticed before may be the reason.
            let mut all = std::mem::take(&mut warnings);
            all.extend(errors);
            all
        })?;
        warnings.sort_by_place();
        if self.strict && warnings.warning_count() > 0 {
            warnings.deny_warnings();
            return Err(warnings);
        }
        Ok(Made {
            config: self.config,
            document: self.document,
            api,
            files,
            warnings,
            lock,
            elapsed: self.since.elapsed(),
        })
    }
}

impl Made {
    /// How many lines of Rust there are.
    #[must_use]
    pub fn lines(&self) -> usize {
        lines_of_rust(&self.files)
    }

    /// Writes the crate and then its lock file, or in [`Mode::Check`] only says what would be
    /// written. The lock is left alone where the job named another document, further overlays or
    /// another folder than the configuration.
    ///
    /// # Errors
    ///
    /// As [`write()`].
    pub fn write(self, mode: Mode) -> Result<Summary, Diagnostics> {
        let since = Instant::now();
        let lines = self.lines();
        let files = self.files.len();
        let mut changes = write(&self.config.package.output, self.files, mode)?;
        if let (Some(file), Some(lock)) = (self.config.names.lock.file(), self.lock)
            && let Some(change) = write_lock(file, lock.to_string(), mode)?
        {
            changes.push(change);
        }
        Ok(Summary {
            api: self.api,
            warnings: self.warnings,
            changes,
            files,
            lines,
            elapsed: self.elapsed + since.elapsed(),
        })
    }
}

/// The name of the package where nobody gave one.
fn name_of(document: &Document) -> PackageName {
    let title = document
        .root()
        .pointer("/info/title")
        .and_then(|title| title.as_str())
        .filter(|title| title.chars().any(|letter| letter.is_ascii_alphanumeric()));
    match title {
        Some(title) => PackageName::of_title(title),
        None => PackageName::of_file(document.file()),
    }
}

/// The way from one folder to another, so that the manifest is the same on every machine that has
/// both in the same places to each other. `/` on every system, as manifests have it.
#[must_use]
pub fn relative(from: &Path, to: &Path) -> String {
    let (from_root, to_root) = (absolute(from), absolute(to));
    let shared = from_root
        .iter()
        .zip(&to_root)
        .take_while(|(one, other)| one == other)
        .count();
    // Without anything shared, such as on two drives, only the whole path leads there.
    if shared == 0 {
        return to.to_string_lossy().replace('\\', "/");
    }
    let up = from_root.iter().skip(shared).map(|_| "..");
    let down = to_root.iter().skip(shared).map(String::as_str);
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// The steps of a path from the root, without `.` and `..`.
fn absolute(path: &Path) -> Vec<String> {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut steps = Vec::new();
    for component in path.components() {
        match component {
            Component::ParentDir => {
                steps.pop();
            }
            Component::CurDir => {}
            other => steps.push(other.as_os_str().to_string_lossy().into_owned()),
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_between_two_folders() {
        for (from, to, way) in [
            ("/a/out", "/a/runtime", "../runtime"),
            ("/a/out/", "/a/out/runtime", "runtime"),
            ("/a/b/../out", "/c/./runtime", "../../c/runtime"),
            ("out", "runtime", "../runtime"),
        ] {
            assert_eq!(
                relative(Path::new(from), Path::new(to)),
                way,
                "{from} to {to}"
            );
        }
    }

    #[test]
    fn what_is_not_named_anywhere_is_said() {
        let refusal = Job::default().open().unwrap_err();
        assert!(refusal.to_string().contains("no document is named"));
        let document = Some("openapi.yaml".into());
        let job = Job {
            document,
            ..Job::default()
        };
        let refusal = job.open().unwrap_err();
        assert!(refusal.to_string().contains("no output folder is named"));
    }
}
