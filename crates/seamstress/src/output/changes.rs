//! What a run changes on disk, and the words for it that all fronts use.

use std::fmt;
use std::path::{Path, PathBuf};

use super::{Lines, Mode};

/// What changed, or in [`Mode::Check`] would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The files that are new, other, or gone, by what happens to them and then as they are made.
    pub files: Vec<Change>,
    /// How many files are as they were.
    pub unchanged: usize,
}

/// A file that changed, or would.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The path below the output folder; that of the lock file as it is named.
    pub path: PathBuf,
    /// What happens to it.
    pub kind: ChangeKind,
    /// How many lines come and go.
    pub lines: Lines,
}

/// What happens to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It has new text.
    Changed,
    /// It is no longer generated.
    Removed,
}

impl ChangeKind {
    /// What people and machines call it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Removed => "removed",
        }
    }
}

impl Changes {
    /// Adds a file behind those that the same happens to.
    pub(crate) fn push(&mut self, change: Change) {
        let at = self
            .files
            .partition_point(|known| known.kind <= change.kind);
        self.files.insert(at, change);
    }

    /// Whether everything is as it was.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The files that are written: those that are new or have new text.
    pub fn written(&self) -> impl Iterator<Item = &Path> {
        let written = self.files.iter();
        let written = written.filter(|file| file.kind != ChangeKind::Removed);
        written.map(|file| file.path.as_path())
    }

    /// The files that are no longer generated.
    pub fn removed(&self) -> impl Iterator<Item = &Path> {
        let removed = self.files.iter();
        let removed = removed.filter(|file| file.kind == ChangeKind::Removed);
        removed.map(|file| file.path.as_path())
    }

    /// All in one sentence: `2 files would be added, 1 changed, 0 removed: +80 −3 lines`.
    #[must_use]
    pub fn summary(&self, mode: Mode) -> String {
        let of = |kind: ChangeKind| self.files.iter().filter(|file| file.kind == kind).count();
        let mut lines = Lines::default();
        self.files.iter().for_each(|file| lines += file.lines);
        let added = of(ChangeKind::Added);
        let (plural, would) = (
            if added == 1 { "" } else { "s" },
            if mode == Mode::Write { "" } else { "would be " },
        );
        format!(
            "{added} file{plural} {would}added, {} changed, {} removed: {lines} lines",
            of(ChangeKind::Changed),
            of(ChangeKind::Removed),
        )
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.to_string_lossy().replace('\\', "/");
        write!(f, "{:7} {path} {}", self.kind.word(), self.lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_stand_by_what_happens_to_them_and_then_as_they_came() {
        let mut changes = Changes::default();
        for (path, kind) in [
            ("b", ChangeKind::Changed),
            ("gone", ChangeKind::Removed),
            ("new", ChangeKind::Added),
            ("a", ChangeKind::Changed),
        ] {
            changes.push(Change {
                path: path.into(),
                kind,
                lines: Lines::default(),
            });
        }
        let paths = changes.files.iter().map(|file| file.path.to_string_lossy());
        assert_eq!(paths.collect::<Vec<_>>(), ["new", "b", "a", "gone"]);
    }
}
