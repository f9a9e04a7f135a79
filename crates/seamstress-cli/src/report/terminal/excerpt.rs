//! The line that a complaint is about, with a mark under its place.

use std::collections::HashMap;
use std::fs;

use anstyle::Style;
use seamstress::report::{Problem, plain};

use super::PLACE;

/// How many characters of a line are shown on either side of the place: documents may have all on
/// one line.
const AROUND: usize = 48;

/// The texts that complaints are about, each read once.
#[derive(Default)]
pub(super) struct Excerpts {
    files: HashMap<String, Option<String>>,
}

impl Excerpts {
    /// The line of `problem`, with a mark in the `style` of its severity; nothing where it has no
    /// line, or the file cannot be read any more.
    pub(super) fn of(&mut self, problem: &Problem, style: Style) -> String {
        let (Some(file), Some(line)) = (&problem.file, problem.line) else {
            return String::new();
        };
        let text = self
            .files
            .entry(file.clone())
            .or_insert_with(|| fs::read_to_string(file).ok());
        let at = usize::try_from(line).unwrap_or(usize::MAX);
        let Some(text) = text.as_ref().and_then(|text| text.lines().nth(at - 1)) else {
            return String::new();
        };
        let column = problem
            .column
            .and_then(|column| usize::try_from(column).ok());
        let (shown, mark) = window(text, column);
        let number = line.to_string();
        let gap = " ".repeat(number.len());
        let mut excerpt =
            format!(" {PLACE}{gap} |{PLACE:#}\n {PLACE}{number} |{PLACE:#} {shown}\n");
        if let Some(mark) = mark {
            let before = " ".repeat(mark);
            excerpt.push_str(&format!(
                " {PLACE}{gap} |{PLACE:#} {before}{style}^{style:#}\n"
            ));
        }
        excerpt
    }
}

/// The part of a line around a column, and how many characters of it stand before the column.
fn window(line: &str, column: Option<usize>) -> (String, Option<usize>) {
    let at = column.unwrap_or(1) - 1;
    let start = if at <= 2 * AROUND { 0 } else { at - AROUND };
    let part: String = line.chars().skip(start).take(at - start + AROUND).collect();
    let is_cut = line.chars().nth(at + AROUND).is_some();
    let (before, after) = (
        if start > 0 { "…" } else { "" },
        if is_cut { "…" } else { "" },
    );
    // As many characters as before: tabs count as one column, and are shown as one.
    let shown = plain(&part);
    let mark = column.map(|_| at - start + before.chars().count());
    (format!("{before}{}{after}", shown.trim_end()), mark)
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    reason = "the helpers of a test fail as a test does"
)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_stands_under_the_column() {
        let line = "hé\te: e";
        for (column, letter) in [(1, 'h'), (2, 'é'), (3, ' '), (4, 'e'), (7, 'e')] {
            let (shown, mark) = window(line, Some(column));
            assert_eq!(shown.chars().nth(mark.unwrap()), Some(letter), "{column}");
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let line = format!("{}X{}", "a".repeat(5_000), "b".repeat(5_000));
        let (shown, mark) = window(&line, Some(5_001));
        assert_eq!(shown.chars().nth(mark.unwrap()), Some('X'));
        assert!(shown.chars().count() < 3 * AROUND);
        assert!(shown.starts_with('…') && shown.ends_with('…'));
    }

    #[test]
    fn a_terminal_is_never_told_to_do_anything() {
        let (shown, _) = window("a \u{1b}[31m b \u{202e}", Some(1));
        assert!(!shown.contains(['\u{1b}', '\u{202e}']));
    }
}
