//! A report for a terminal: by verdict, the breaking changes first.

use std::fmt::Write;

use super::super::change::{Change, Verdict};
use super::{Diff, plain, pointers, verdicts};
use crate::report::{Ink, Paint};

/// How many changes that nobody has to look at are shown.
const SHOWN: usize = 20;

impl Diff {
    /// The report in words, with colours where they are wanted. Of changes that break nothing, the
    /// first are shown.
    #[must_use]
    pub fn terminal(&self, coloured: bool) -> String {
        let paint = Paint { coloured };
        let mut out = String::new();
        let _ = writeln!(out, "{}", paint.with(Ink::Bold, &self.summary()));
        if !self.changes.is_empty() {
            let _ = writeln!(out, "{}", plain(&self.title()));
        }
        for note in &self.notes {
            let _ = writeln!(out, "note: {}", plain(note));
        }
        for verdict in [Verdict::Breaking, Verdict::Risky, Verdict::Compatible] {
            let changes = self.with(verdict);
            if changes.is_empty() {
                continue;
            }
            let heading = format!("{} ({})", verdict.word(), changes.len());
            let _ = writeln!(out, "\n{}", paint.with(ink(verdict), &heading));
            let shown = if verdict == Verdict::Compatible {
                SHOWN
            } else {
                usize::MAX
            };
            for change in changes.iter().take(shown) {
                self.change(&mut out, paint, change);
            }
            if changes.len() > shown {
                let _ = writeln!(
                    out,
                    "  … and {} more: `--format json` has all",
                    changes.len() - shown
                );
            }
        }
        out
    }

    fn change(&self, out: &mut String, paint: Paint, change: &Change) {
        let rust = change.rust().unwrap_or("the client");
        let _ = writeln!(
            out,
            "  {} {}",
            paint.with(Ink::Bold, &plain(rust)),
            plain(&change.message)
        );
        for (side, judgement) in verdicts(change) {
            let verdict = paint.with(ink(judgement.verdict), judgement.verdict.word());
            let _ = writeln!(
                out,
                "    {verdict} for {side}: {} [{}]",
                plain(&judgement.reason),
                judgement.rule
            );
        }
        for (pointer, location) in pointers(change) {
            let line = format!("{pointer} at {location}");
            let _ = writeln!(out, "    {}", paint.with(Ink::Faint, &plain(&line)));
        }
    }
}

fn ink(verdict: Verdict) -> Ink {
    match verdict {
        Verdict::Breaking => Ink::BoldRed,
        Verdict::Risky => Ink::Yellow,
        Verdict::Compatible => Ink::Green,
    }
}
