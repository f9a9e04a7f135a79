//! What a run has to say altogether.

use std::fmt;
use std::ops::Deref;

use super::{Diagnostic, Severity};

/// Complaints in the order in which they were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// No complaint yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a complaint.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Whether any of them forbids output.
    pub fn has_errors(&self) -> bool {
        self.iter().any(Diagnostic::is_error)
    }

    /// How many of them forbid output.
    pub fn error_count(&self) -> usize {
        self.iter()
            .filter(|diagnostic| diagnostic.is_error())
            .count()
    }

    /// How many of them say that something is missing from the output.
    pub fn warning_count(&self) -> usize {
        let is_warning = |known: &&Diagnostic| known.severity == Severity::Warning;
        self.iter().filter(is_warning).count()
    }

    /// Makes every warning an error, as `--strict` asks for. Notes stay what they are.
    pub fn deny_warnings(&mut self) {
        let warnings = self.0.iter_mut();
        for diagnostic in warnings.filter(|known| known.severity == Severity::Warning) {
            diagnostic.severity = Severity::Error;
        }
    }

    /// Orders them as a reader goes through the files: by file, line and column,
    /// those without a place first, and removes repetitions.
    pub fn sort_by_place(&mut self) {
        // The sort is stable: what stands in one place keeps the order in which it was found.
        self.0
            .sort_by(|a, b| (&a.location, &a.pointer).cmp(&(&b.location, &b.pointer)));
        self.0.dedup();
    }
}

impl Deref for Diagnostics {
    type Target = [Diagnostic];

    fn deref(&self) -> &[Diagnostic] {
        &self.0
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Self {
        Self(vec![diagnostic])
    }
}

impl From<Vec<Diagnostic>> for Diagnostics {
    fn from(diagnostics: Vec<Diagnostic>) -> Self {
        Self(diagnostics)
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(diagnostics: I) -> Self {
        Self(diagnostics.into_iter().collect())
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: I) {
        self.0.extend(diagnostics);
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{diagnostic}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostics {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Location;

    fn at(line: u32, message: &str) -> Diagnostic {
        Diagnostic::warning("test", message).located(Location::new("a.json", line, 1))
    }

    #[test]
    fn complaints_are_ordered_by_place_and_told_once() {
        let placeless = Diagnostic::error("test", "no place");
        let mut diagnostics = [at(10, "c"), at(9, "b"), placeless, at(10, "a"), at(9, "b")]
            .into_iter()
            .collect::<Diagnostics>();
        assert_eq!(
            (diagnostics.error_count(), diagnostics.warning_count()),
            (1, 4)
        );
        diagnostics.sort_by_place();
        let messages = diagnostics
            .iter()
            .map(|diagnostic| diagnostic.message.as_str());
        assert_eq!(messages.collect::<Vec<_>>(), ["no place", "b", "c", "a"]);
    }

    #[test]
    fn strictness_makes_warnings_errors() {
        let mut diagnostics = Diagnostics::from(at(1, "a"));
        assert!(!diagnostics.has_errors());
        diagnostics.deny_warnings();
        assert!(diagnostics.has_errors());
        assert_eq!(diagnostics.to_string(), "error[test]: a\n  --> a.json:1:1");
    }
}
