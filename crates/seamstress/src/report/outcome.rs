//! What came of a command, as machines read it.

use std::collections::HashSet;
use std::path::Path;

use crate::Summary;
use crate::api::Cause;
use crate::diagnostic::{Diagnostics, Severity};
use crate::job::Made;
use crate::output::{Changes, Mode};
use serde::Serialize;

use super::{Explained, Problem, Untyped};

/// The object that `--json` prints. Members are only ever added.
#[derive(Debug, Serialize)]
pub struct Outcome {
    /// The version of the command.
    pub seamstress: &'static str,
    /// Which command it was: `generate`, …
    pub command: &'static str,
    /// Whether the exit code is 0.
    pub ok: bool,
    /// All complaints, by place.
    pub diagnostics: Vec<Problem>,
    /// Values without a type, where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub untyped: Option<Vec<Untyped>>,
    /// What a node of the document became, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Explained>,
    /// The files that changed, or would.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub files: Option<Files>,
    /// What there is how many of.
    pub counts: Counts,
    /// How long it took.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elapsed_ms: Option<u64>,
}

/// Files of the crate, by their paths below its folder, and the lock file, as it is named.
#[derive(Debug, Serialize)]
pub struct Files {
    /// New ones, and ones with new text.
    pub written: Vec<String>,
    /// Those that are no longer generated.
    pub removed: Vec<String>,
    /// How many are as they were.
    pub unchanged: usize,
    /// The same files, with what happens to each.
    pub changes: Vec<FileChange>,
    /// All of it in one sentence.
    pub summary: String,
}

/// What happens to a file.
#[derive(Debug, Serialize)]
pub struct FileChange {
    /// The path, with `/` between the steps.
    pub path: String,
    /// `added`, `changed` or `removed`.
    pub change: &'static str,
    /// How many lines come.
    pub lines_added: usize,
    /// How many lines go.
    pub lines_removed: usize,
    /// The same in words.
    #[serde(skip)]
    pub words: String,
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
pub struct Counts {
    /// Complaints after which nothing is generated.
    pub errors: usize,
    /// Complaints that cost a part of the output, or nothing.
    pub warnings: usize,
    /// What is emitted.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub emitted: Option<Emitted>,
}

/// How much is emitted.
#[derive(Debug, Serialize)]
pub struct Emitted {
    /// Operations of the document.
    pub document_operations: usize,
    /// Operations that became methods.
    pub operations: usize,
    /// Those of them with a warning.
    pub degraded_operations: usize,
    /// Types, those of the runtime not counted.
    pub types: usize,
    /// Types of ids.
    pub ids: usize,
    /// Schemas whose values have no type, because the document says no more.
    pub untyped_by_document: usize,
    /// Schemas whose values have no type, because the generator cannot express it.
    pub untyped_by_generator: usize,
    /// Files of the crate.
    pub files: usize,
    /// Lines of Rust.
    pub lines: usize,
}

impl Outcome {
    /// What came of a run that was refused.
    #[must_use]
    pub fn refused(command: &'static str, diagnostics: &Diagnostics) -> Self {
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
    #[must_use]
    pub fn made(command: &'static str, made: &Made) -> Self {
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
    pub fn written(&mut self, summary: &Summary, mode: Mode) {
        self.files = Some(Files::of(&summary.changes, mode));
        self.elapsed_ms = u64::try_from(summary.elapsed.as_millis()).ok();
    }

    /// Whether files changed, or would.
    #[must_use]
    pub fn is_stale(&self) -> bool {
        self.files
            .as_ref()
            .is_some_and(|files| !files.written.is_empty() || !files.removed.is_empty())
    }

    /// The report for machines: one JSON object, with a line end behind.
    #[must_use]
    pub fn json(&self) -> String {
        json(self)
    }
}

/// A value as one JSON text, with a line end behind.
pub(crate) fn json(report: &impl Serialize) -> String {
    // All keys are text, and nothing in a report can fail to be written.
    let mut text = serde_json::to_string_pretty(report).unwrap_or_default();
    text.push('\n');
    text
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
