//! A report in Markdown, for the description of a change that people review.

use std::fmt::Write;

use super::super::change::{Change, Verdict};
use super::spans::spans;
use super::{Diff, bump_words, capital, plain, pointers, verdicts};

impl Diff {
    /// The report in Markdown (CommonMark, with the tables of GitHub). What breaks nothing is folded.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut out = String::new();
        let _ = writeln!(out, "# {}\n", escaped(&self.title()));
        let _ = writeln!(out, "**{}**\n", escaped(&self.summary()));
        for note in &self.notes {
            let _ = writeln!(out, "> {}\n", escaped(note));
        }
        if self.changes.is_empty() {
            return out;
        }
        let forcing = self.forcing().count();
        let _ = writeln!(
            out,
            "{forcing} of {} changes ask for {}.",
            self.changes.len(),
            bump_words(self.bump())
        );
        for verdict in [Verdict::Breaking, Verdict::Risky, Verdict::Compatible] {
            let changes = self.with(verdict);
            if changes.is_empty() {
                continue;
            }
            let heading = format!("{} ({})", capital(verdict.word()), changes.len());
            let is_folded = verdict == Verdict::Compatible;
            if is_folded {
                let _ = writeln!(out, "\n<details>\n<summary>{heading}</summary>\n");
            } else {
                let _ = writeln!(out, "\n## {heading}\n");
            }
            for change in changes {
                row(&mut out, change);
            }
            if is_folded {
                let _ = writeln!(out, "\n</details>");
            }
        }
        out
    }
}

fn row(out: &mut String, change: &Change) {
    let rust = change
        .rust()
        .map(|rust| format!("{}: ", code(rust)))
        .unwrap_or_default();
    let _ = writeln!(out, "- {rust}{}", escaped(&change.message));
    for (side, judgement) in verdicts(change) {
        let (verdict, reason) = (judgement.verdict.word(), escaped(&judgement.reason));
        let _ = writeln!(
            out,
            "  - {verdict} for {side}: {reason} ({})",
            code(judgement.rule)
        );
    }
    let pointers = pointers(change);
    let pointers = pointers
        .iter()
        .map(|(pointer, location)| format!("{} ({})", code(pointer), escaped(location)));
    let pointers: Vec<String> = pointers.collect();
    if !pointers.is_empty() {
        let _ = writeln!(out, "  - {}", pointers.join(" → "));
    }
}

/// A code span (CommonMark 0.31, section 6.1).
pub(super) fn code(text: &str) -> String {
    format!("`{}`", plain(text).replace('`', "'"))
}

/// Text with code spans, in which everything else is text: what comes out of a document is neither
/// Markdown nor HTML.
fn escaped(text: &str) -> String {
    let text = plain(text);
    let mut out = String::new();
    for span in spans(&text) {
        if span.is_code {
            out.push_str(&code(span.text));
            continue;
        }
        for letter in span.text.chars() {
            if r"\`<>&*_[]|#~!".contains(letter) {
                out.push('\\');
            }
            out.push(letter);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_documents_is_text() {
        for (text, expected) in [
            ("`Pet.name` is gone", "`Pet.name` is gone"),
            ("<script> of [x](y)", r"\<script\> of \[x\](y)"),
            ("`a``b` <b>", r"`a``b` \<b\>"),
            ("`a`b` <b>", r"\`a\`b\` \<b\>"),
        ] {
            assert_eq!(escaped(text), expected);
        }
        assert_eq!(code("a`b\nc"), "`a'b c`");
    }
}
