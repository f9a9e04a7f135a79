//! What came of a command, as machines read it.

use std::collections::HashSet;
use std::io::Write;
use std::path::Path;

use seamstress::Summary;
use seamstress::api::Cause;
use seamstress::diagnostic::{Diagnostic, Diagnostics, Severity};
use seamstress::job::Made;
use seamstress::output::{Changes, Mode};
use serde::Serialize;

use super::explained::{Explained, Untyped};

/// The object that `--json` prints. Members are only ever added.
#[derive(Debug, Serialize)]
pub(crate) struct Outcome {
    /// The version of the command.
    pub(crate) seamstress: &'static str,
    /// Which command it was: `generate`, …
    pub(crate) command: &'static str,
    /// Whether the exit code is 0.
    pub(crate) ok: bool,
    /// All complaints, by place.
    pub(crate) diagnostics: Vec<Problem>,
    /// Values without a type, where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) untyped: Option<Vec<Untyped>>,
    /// What a node of the document became, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) explanation: Option<Explained>,
    /// The files that changed, or would.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) files: Option<Files>,
    /// What there is how many of.
    pub(crate) counts: Counts,
    /// How long it took.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) elapsed_ms: Option<u64>,
}

/// A complaint.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Problem {
    /// `error`, `warning` or `note`.
    pub(crate) severity: String,
    /// A stable short name of the kind of complaint.
    pub(crate) code: &'static str,
    /// What is wrong.
    pub(crate) message: String,
    /// What to do about it.
    pub(crate) help: Option<String>,
    /// The JSON pointer of the part of the document, as a URI fragment.
    pub(crate) pointer: Option<String>,
    /// The file that the part stands in.
    pub(crate) file: Option<String>,
    /// Its line, from 1.
    pub(crate) line: Option<u32>,
    /// Its column in characters, from 1.
    pub(crate) column: Option<u32>,
}

/// Files of the crate, by their paths below its folder, and the lock file, as it is named.
#[derive(Debug, Serialize)]
pub(crate) struct Files {
    /// New ones, and ones with new text.
    pub(crate) written: Vec<String>,
    /// Those that are no longer generated.
    pub(crate) removed: Vec<String>,
    /// How many are as they were.
    pub(crate) unchanged: usize,
    /// The same files, with what happens to each.
    pub(crate) changes: Vec<FileChange>,
    /// All of it in one sentence.
    pub(crate) summary: String,
}

/// What happens to a file.
#[derive(Debug, Serialize)]
pub(crate) struct FileChange {
    pub(crate) path: String,
    /// `added`, `changed` or `removed`.
    pub(crate) change: &'static str,
    pub(crate) lines_added: usize,
    pub(crate) lines_removed: usize,
    /// The same in words.
    #[serde(skip)]
    pub(crate) words: String,
}

impl Files {
    fn of(changes: &Changes, mode: Mode) -> Self {
        let name = |path: &Path| path.to_string_lossy().replace('\\', "/");
        let each = changes.files.iter().map(|file| FileChange {
            path: name(&file.path),
            change: file.kind.word(),
            lines_added: file.lines.added,
            lines_removed: file.lines.removed,
            words: file.to_string(),
        });
        Self {
            written: changes.written().map(name).collect(),
            removed: changes.removed().map(name).collect(),
            unchanged: changes.unchanged,
            changes: each.collect(),
            summary: changes.summary(mode),
        }
    }
}

/// What there is how many of.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Counts {
    /// Complaints after which nothing is generated.
    pub(crate) errors: usize,
    /// Complaints that cost a part of the output, or nothing.
    pub(crate) warnings: usize,
    /// What is emitted.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub(crate) emitted: Option<Emitted>,
}

/// How much is emitted.
#[derive(Debug, Serialize)]
pub(crate) struct Emitted {
    /// Operations of the document.
    pub(crate) document_operations: usize,
    /// Operations that became methods.
    pub(crate) operations: usize,
    /// Those of them with a warning.
    pub(crate) degraded_operations: usize,
    pub(crate) types: usize,
    pub(crate) ids: usize,
    /// Schemas whose values have no type, because the document says no more.
    pub(crate) untyped_by_document: usize,
    /// Schemas whose values have no type, because the generator cannot express it.
    pub(crate) untyped_by_generator: usize,
    pub(crate) files: usize,
    /// Lines of Rust.
    pub(crate) lines: usize,
}

impl Outcome {
    /// What came of a run that was refused.
    pub(crate) fn refused(command: &'static str, diagnostics: &Diagnostics) -> Self {
        Self {
            seamstress: env!("CARGO_PKG_VERSION"),
            command,
            ok: false,
            diagnostics: diagnostics.iter().map(Problem::from).collect(),
            untyped: None,
            explanation: None,
            files: None,
            counts: Counts {
                errors: diagnostics.error_count(),
                warnings: diagnostics.warning_count(),
                emitted: None,
            },
            elapsed_ms: None,
        }
    }

    /// What came of a run that made a crate.
    pub(crate) fn made(command: &'static str, made: &Made) -> Self {
        let api = &made.api;
        let untyped = |cause: Cause| api.untyped.iter().filter(|one| one.cause == cause).count();
        let mut outcome = Self::refused(command, &made.warnings);
        outcome.ok = true;
        outcome.counts.emitted = Some(Emitted {
            document_operations: made.document.operation_count(),
            operations: api.operations.len(),
            degraded_operations: degraded(made),
            types: api.types.len(),
            ids: api.ids.len(),
            untyped_by_document: untyped(Cause::Document),
            untyped_by_generator: untyped(Cause::Generator),
            files: made.files.len(),
            lines: made.lines(),
        });
        outcome
    }

    /// Adds what was written, or would be.
    pub(crate) fn written(&mut self, summary: &Summary, mode: Mode) {
        self.files = Some(Files::of(&summary.changes, mode));
        self.elapsed_ms = u64::try_from(summary.elapsed.as_millis()).ok();
    }

    /// Whether files changed, or would.
    pub(crate) fn is_stale(&self) -> bool {
        self.files
            .as_ref()
            .is_some_and(|files| !files.written.is_empty() || !files.removed.is_empty())
    }

    /// Prints it as JSON.
    pub(crate) fn print(&self) {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        // Where nobody reads any more, there is nobody to tell.
        let _ = std::io::stdout().lock().write_all(text.as_bytes());
    }
}

/// How many operations a warning is about.
fn degraded(made: &Made) -> usize {
    let mut touched = HashSet::new();
    for pointer in made
        .warnings
        .iter()
        .filter(|one| one.severity == Severity::Warning)
        .flat_map(|one| &one.pointer)
    {
        let mut pointer = pointer.clone();
        // Where a node was met before, so were all around it.
        while !pointer.is_root() && touched.insert(pointer.clone()) {
            pointer.pop();
        }
    }
    let operations = made.api.operations.iter();
    operations
        .filter(|operation| touched.contains(&made.document.origin(&operation.pointer)))
        .count()
}

impl From<&Diagnostic> for Problem {
    fn from(diagnostic: &Diagnostic) -> Self {
        let location = diagnostic.location.as_ref();
        let number = |number: u32| (number > 0).then_some(number);
        Self {
            severity: diagnostic.severity.to_string(),
            code: diagnostic.code,
            message: diagnostic.message.clone(),
            help: diagnostic.help.clone(),
            pointer: diagnostic.pointer.as_ref().map(ToString::to_string),
            file: location.map(|location| location.file.to_string_lossy().into_owned()),
            line: location.and_then(|location| number(location.line)),
            column: location.and_then(|location| number(location.column)),
        }
    }
}
