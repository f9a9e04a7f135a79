//! What was found, in words and for machines.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Serialize;

use super::Lint;
use super::codes::CODES;
use crate::diagnostic::{Diagnostic, Severity};

/// How many complaints of one code are shown unless all are asked for.
const SHOWN: usize = 3;

/// A complaint, as `seamstress check --json` has it.
#[derive(Serialize)]
struct Problem<'a> {
    severity: String,
    code: &'a str,
    message: &'a str,
    help: Option<&'a str>,
    pointer: Option<String>,
    file: Option<String>,
    line: Option<u32>,
    column: Option<u32>,
}

#[derive(Serialize)]
struct Report<'a> {
    seamstress: &'static str,
    command: &'static str,
    ok: bool,
    diagnostics: Vec<Problem<'a>>,
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
        let mut out = String::new();
        for ((severity, code), group) in self.groups() {
            let shown = if all {
                group.len()
            } else {
                SHOWN.min(group.len())
            };
            let word = paint(severity, &format!("{severity}[{code}]"), coloured);
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
            diagnostics: self.diagnostics.iter().map(problem).collect(),
            counts: Counts {
                errors: self.count(Severity::Error),
                warnings: self.count(Severity::Warning),
                notes: self.count(Severity::Note),
                codes,
            },
        };
        // All keys are text, and nothing in it can fail to be written.
        let mut text = serde_json::to_string_pretty(&report).unwrap_or_default();
        text.push('\n');
        text
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

fn problem(one: &Diagnostic) -> Problem<'_> {
    let location = one.location.as_ref();
    let number = |number: u32| (number > 0).then_some(number);
    Problem {
        severity: one.severity.to_string(),
        code: one.code,
        message: &one.message,
        help: one.help.as_deref(),
        pointer: one.pointer.as_ref().map(ToString::to_string),
        file: location.map(|location| location.file.to_string_lossy().into_owned()),
        line: location.and_then(|location| number(location.line)),
        column: location.and_then(|location| number(location.column)),
    }
}

/// Colours, by the codes that terminals obey (ECMA-48, section 8.3.117).
fn paint(severity: Severity, text: &str, coloured: bool) -> String {
    let code = match severity {
        Severity::Error => 31,
        Severity::Warning => 33,
        Severity::Note => 34,
    };
    match coloured {
        true => format!("\u{1b}[1;{code}m{text}\u{1b}[0m"),
        false => text.to_owned(),
    }
}

/// Text of a document that a terminal shows and does not obey.
fn plain(text: &str) -> String {
    let hidden = |letter: char| {
        letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let shown = |letter: char| if hidden(letter) { '\u{fffd}' } else { letter };
    text.chars().map(shown).collect()
}
