//! The whole road: configuration, document and overlays in, a crate out.

use std::borrow::Cow;
use std::path::Path;
use std::time::Duration;

use crate::api::{Api, Operation};
use crate::config::{Config, NewName, Renamed};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::{Document, Pointer};
use crate::job::Job;
use crate::lock::Lock;
use crate::lower::lower;
use crate::output::{Changes, File, Mode};
use crate::rust::{emit, emit_and_lock};

/// What a run did.
#[derive(Debug)]
pub struct Summary {
    /// The model of the API, as it was emitted.
    pub api: Api,
    /// Complaints that did not stop the run.
    pub warnings: Diagnostics,
    /// The files that changed.
    pub changes: Changes,
    /// How many files there are.
    pub files: usize,
    /// How many lines of Rust there are, without tests and examples.
    pub lines: usize,
    /// How long it took.
    pub elapsed: Duration,
}

/// Generates the crate that the configuration file at `path` describes.
///
/// # Errors
///
/// Where the configuration, the document or an overlay cannot be read, or the output cannot be
/// written. Nothing is written before everything has been read and emitted.
pub fn generate(path: &Path, mode: Mode) -> Result<Summary, Diagnostics> {
    let job = Job {
        config: Some(path.to_path_buf()),
        ..Job::default()
    };
    job.open()?.make()?.write(mode)
}

/// How many lines of Rust there are in `files`, without tests and examples.
pub(crate) fn lines_of_rust(files: &[File]) -> usize {
    files
        .iter()
        .filter(|file| file.path.starts_with("src"))
        .filter(|file| file.path.extension().is_some_and(|e| e == "rs"))
        .map(|file| file.text.bytes().filter(|byte| *byte == b'\n').count())
        .sum()
}

/// The crate of a document: its model, and its files. Warnings are added to `warnings`.
///
/// # Errors
///
/// Where a setting names what is not there, or a hand-written file cannot be read.
pub fn crate_of(
    document: &Document,
    config: &Config,
    warnings: &mut Diagnostics,
) -> Result<(Api, Vec<File>), Diagnostics> {
    let emit = |api: &Api, config: &Config| Ok((emit(api, config)?, ()));
    let (api, files, ()) = crate_with(document, config, warnings, emit)?;
    Ok((api, files))
}

/// The same, and the names that it has: with these in `config.names.locked`, the crate of another
/// document calls the same things by the same names.
///
/// # Errors
///
/// As [`crate_of`].
pub fn crate_and_lock(
    document: &Document,
    config: &Config,
    warnings: &mut Diagnostics,
) -> Result<(Api, Vec<File>, Lock), Diagnostics> {
    crate_with(document, config, warnings, emit_and_lock)
}

/// The crate, with what `emit` gives beside its files.
fn crate_with<T>(
    document: &Document,
    config: &Config,
    warnings: &mut Diagnostics,
    emit: impl Fn(&Api, &Config) -> Result<(Vec<File>, T), Diagnostics>,
) -> Result<(Api, Vec<File>, T), Diagnostics> {
    warnings.extend(document.check_references());
    let config = &renames_in(document, config);
    let (mut api, complaints) = lower(document, config);
    for untyped in &mut api.untyped {
        untyped.pointer = document.origin(&untyped.pointer);
    }
    warnings.extend(complaints);
    warnings.extend(unused_renames(&api, document, config));
    let (mut files, more) = emit(&api, config)?;
    for (path, source) in &config.package.files {
        let text = std::fs::read_to_string(source).map_err(|error| {
            let message = format!("`{}` cannot be read: {error}", source.display());
            Diagnostic::error("unreadable-file", message)
                .help("correct its path under `[package.files]`")
        })?;
        files.push(File {
            path: path.as_path().to_path_buf(),
            text,
        });
    }
    Ok((api, files, more))
}

/// The settings with the pointers of `[names.rename]`, which name nodes of the text, as they are in
/// the tree.
fn renames_in<'a>(document: &Document, config: &'a Config) -> Cow<'a, Config> {
    let is_moved = |(renamed, _): (&Renamed, &NewName)| match renamed {
        Renamed::Pointer(pointer) => document.current(pointer) != *pointer,
        Renamed::Operation(_) => false,
    };
    if !config.names.rename.iter().any(is_moved) {
        return Cow::Borrowed(config);
    }
    let mut config = config.clone();
    let renames = std::mem::take(&mut config.names.rename).into_iter();
    let current = |(renamed, new)| match renamed {
        Renamed::Pointer(pointer) => (Renamed::Pointer(document.current(&pointer)), new),
        operation @ Renamed::Operation(_) => (operation, new),
    };
    config.names.rename = renames.map(current).collect();
    Cow::Owned(config)
}

/// A warning for every `[names.rename]` that names nothing: whose pointer is that of no type and
/// of no operation, whose `operationId` no operation has, or which wants a type to be a way, or to
/// have a name that emitted code needs.
fn unused_renames(api: &Api, document: &Document, config: &Config) -> Diagnostics {
    let warning = |(renamed, new): (&Renamed, &NewName)| {
        let is_type = |pointer: &Pointer| api.types.iter().any(|known| known.pointer == *pointer);
        let id = |operation: &Operation| {
            let node = operation.pointer.get(document.root())?;
            node.get("operationId")?.as_str().map(str::to_owned)
        };
        let message = match renamed {
            Renamed::Pointer(pointer) if is_type(pointer) && new.single().is_none() => {
                "a type has one name, and no way to it"
            }
            Renamed::Pointer(pointer) if is_type(pointer) && new.type_name().is_none() => {
                "emitted code has something of this name itself, so nothing is renamed"
            }
            Renamed::Pointer(pointer) => {
                let is_operation = api.operations.iter().any(|known| known.pointer == *pointer);
                match is_type(pointer) || is_operation {
                    true => return None,
                    false => {
                        "no type and no operation stands at this pointer, so nothing is renamed"
                    }
                }
            }
            Renamed::Operation(wanted) => {
                match api
                    .operations
                    .iter()
                    .any(|known| id(known).as_ref() == Some(wanted))
                {
                    true => return None,
                    false => "no operation has this `operationId`, so nothing is renamed",
                }
            }
        };
        let diagnostic = match renamed {
            Renamed::Pointer(pointer) => document.warning("unused-rename", message, pointer),
            Renamed::Operation(id) => Diagnostic::warning(
                "unused-rename",
                format!("`{id}`: {message}"),
            )
            .set_by("names.rename", id, None),
        };
        Some(diagnostic.help("correct the line under `[names.rename]`, or remove it"))
    };
    config.names.rename.iter().filter_map(warning).collect()
}
