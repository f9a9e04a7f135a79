//! What was found, in words and for machines.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Serialize;

use super::Lint;
use super::codes::CODES;
use crate::diagnostic::{Diagnostic, Severity};
use crate::report::{Ink, Paint, Problem, json, plain};

/// How many complaints of one code are shown unless all are asked for.
const SHOWN: usize = 3;

#[derive(Serialize)]
struct Report<'a> {
    seamstress: &'static str,
    command: &'static str,
    ok: bool,
    diagnostics: Vec<Problem>,
    counts: Counts<'a>,
}

#[derive(Serialize)]
struct Counts<'a> {
    errors: usize,
    warnings: usize,
    notes: usize,
    codes: BTreeMap<&'a str, usize>,
}

impl Lint {
    /// The report for people: by code, errors first, each with the first complaints or with `all`;
    /// `coloured` where a terminal shows colours.
    #[must_use]
    pub fn terminal(&self, all: bool, coloured: bool) -> String {
        let paint = Paint { coloured };
        let mut out = String::new();
        for ((severity, code), group) in self.groups() {
            let shown = if all {
                group.len()
            } else {
                SHOWN.min(group.len())
            };
            let word = paint.with(ink(severity), &format!("{severity}[{code}]"));
            if let [only] = group.as_slice() {
                let _ = writeln!(out, "{word}: {}", plain(&only.message));
                let _ = write!(out, "{}{}", place(only), advice(only));
                out.push('\n');
                continue;
            }
            let what = CODES.iter().find(|known| known.code == code);
            let what = what.map_or("", |known| known.what);
            let _ = writeln!(out, "{word}, {} times: {what}", group.len());
            let mut said = String::new();
            for one in group.iter().take(shown) {
                let _ = writeln!(out, "{}    {}", place(one), plain(&one.message));
                // Advice that is as before is not given again.
                let advice = advice(one);
                if advice != said {
                    out.push_str(&advice);
                    said = advice;
                }
            }
            if group.len() > shown {
                let more = group.len() - shown;
                let _ = writeln!(out, "  … and {more} more; `--all` shows them");
            }
            out.push('\n');
        }
        out.push_str(&self.summary());
        out.push('\n');
        out
    }

    /// How many there are of what, in one line.
    #[must_use]
    pub fn summary(&self) -> String {
        if self.diagnostics.is_empty() {
            return "nothing to complain about".to_owned();
        }
        let counted = |severity: Severity, what: &str| {
            let count = self.count(severity);
            let plural = if count == 1 { "" } else { "s" };
            format!("{count} {what}{plural}")
        };
        format!(
            "{}, {}, {}",
            counted(Severity::Error, "error"),
            counted(Severity::Warning, "warning"),
            counted(Severity::Note, "note")
        )
    }

    /// The report for machines: one JSON object, with every complaint. Members are only ever added.
    #[must_use]
    pub fn json(&self) -> String {
        let mut codes = BTreeMap::new();
        for one in &self.diagnostics {
            *codes.entry(one.code).or_default() += 1;
        }
        let report = Report {
            seamstress: env!("CARGO_PKG_VERSION"),
            command: "lint",
            ok: !self.has_errors(),
            diagnostics: self.diagnostics.iter().map(Problem::from).collect(),
            counts: Counts {
                errors: self.count(Severity::Error),
                warnings: self.count(Severity::Warning),
                notes: self.count(Severity::Note),
                codes,
            },
        };
        json(&report)
    }

    /// Complaints of one severity and code, the gravest first and then by code.
    fn groups(&self) -> BTreeMap<(Severity, &'static str), Vec<&Diagnostic>> {
        let mut groups: BTreeMap<_, Vec<&Diagnostic>> = BTreeMap::new();
        for one in &self.diagnostics {
            groups
                .entry((one.severity, one.code))
                .or_default()
                .push(one);
        }
        groups
    }
}

/// The line that says where it is; nothing where that is not known.
fn place(one: &Diagnostic) -> String {
    let place = match (&one.location, &one.pointer) {
        (Some(location), Some(pointer)) => format!("{location} at {pointer}"),
        (Some(location), None) => location.to_string(),
        (None, Some(pointer)) => pointer.to_string(),
        (None, None) => return String::new(),
    };
    format!("  --> {}\n", plain(&place))
}

/// The line that says what to do.
fn advice(one: &Diagnostic) -> String {
    let help = one.help.as_deref();
    help.map_or_else(String::new, |help| format!("    help: {}\n", plain(help)))
}

fn ink(severity: Severity) -> Ink {
    match severity {
        Severity::Error => Ink::BoldRed,
        Severity::Warning => Ink::BoldYellow,
        Severity::Note => Ink::BoldBlue,
    }
}
