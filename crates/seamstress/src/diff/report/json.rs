//! A report for machines. Members are only ever added.

use serde::Serialize;

use super::super::change::{Change, Verdict};
use super::super::{Bump, Release};
use super::Diff;

/// The version of the format: it rises where something is removed or means something else.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Report<'a> {
    format: u32,
    seamstress: &'static str,
    old: &'a Release,
    new: &'a Release,
    summary: String,
    bump: Bump,
    counts: Counts,
    notes: &'a [String],
    changes: &'a [Change],
}

/// How many changes have each verdict as their worse one.
#[derive(Serialize)]
struct Counts {
    breaking: usize,
    risky: usize,
    compatible: usize,
    breaking_source: usize,
    breaking_wire: usize,
}

impl Diff {
    /// The report as JSON, with every change.
    #[must_use]
    pub fn json(&self) -> String {
        let count =
            |fits: &dyn Fn(&Change) -> bool| self.changes.iter().filter(|one| fits(one)).count();
        let report = Report {
            format: FORMAT,
            seamstress: env!("CARGO_PKG_VERSION"),
            old: &self.old,
            new: &self.new,
            summary: self.summary(),
            bump: self.bump(),
            counts: Counts {
                breaking: self.with(Verdict::Breaking).len(),
                risky: self.with(Verdict::Risky).len(),
                compatible: self.with(Verdict::Compatible).len(),
                breaking_source: count(&|one| one.source.verdict == Verdict::Breaking),
                breaking_wire: count(&|one| one.wire.verdict == Verdict::Breaking),
            },
            notes: &self.notes,
            changes: &self.changes,
        };
        // All keys are text, and nothing in it can fail to be written.
        let mut text = serde_json::to_string_pretty(&report).unwrap_or_default();
        text.push('\n');
        text
    }
}
