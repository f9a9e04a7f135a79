//! Reports: in words for a terminal, in Markdown for a review, as a page to look at, in JSON for
//! machines, and in short for a changelog.

mod cause;
mod changelog;
mod html;
mod json;
mod markdown;
mod resource;
mod spans;
mod terminal;

pub use html::Page;

use super::change::{Change, Verdict};
use super::{Diff, bump::Bump};
use crate::report::plain;

impl Diff {
    /// All in one line: `major: 3 changes break programs, 1 breaks running clients; 42 compatible`.
    #[must_use]
    pub fn summary(&self) -> String {
        if self.changes.is_empty() {
            return match self.is_crate_other {
                true => "patch: no change but of the documentation".to_owned(),
                false => "no change".to_owned(),
            };
        }
        let count =
            |fits: &dyn Fn(&Change) -> bool| self.changes.iter().filter(|one| fits(one)).count();
        let source = count(&|one| one.source.verdict == Verdict::Breaking);
        let wire = count(&|one| one.wire.verdict == Verdict::Breaking);
        let mut parts = Vec::new();
        if source + wire == 0 {
            parts.push("nothing breaks".to_owned());
        } else {
            let programs = match source {
                0 => "no change breaks programs".to_owned(),
                1 => "1 change breaks programs".to_owned(),
                many => format!("{many} changes break programs"),
            };
            let clients = match wire {
                0 => "none breaks running clients".to_owned(),
                1 => "1 breaks running clients".to_owned(),
                many => format!("{many} break running clients"),
            };
            parts.push(format!("{programs}, {clients}"));
        }
        for verdict in [Verdict::Risky, Verdict::Compatible] {
            let many = count(&|one| one.worst() == verdict);
            if many > 0 {
                parts.push(format!("{many} {}", verdict.word()));
            }
        }
        format!("{}: {}", self.bump().word(), parts.join("; "))
    }

    /// The changes whose worse verdict is this one.
    fn with(&self, verdict: Verdict) -> Vec<&Change> {
        self.changes
            .iter()
            .filter(|change| change.worst() == verdict)
            .collect()
    }

    /// What was compared: `Pets 1.0 → Pets 2.0`.
    fn title(&self) -> String {
        let name = |title: &str, version: &str| format!("{title} {version}").trim().to_owned();
        let (old, new) = (
            name(&self.old.title, &self.old.version),
            name(&self.new.title, &self.new.version),
        );
        let (one, other) = (&self.old.document, &self.new.document);
        match old == new {
            true => format!("{one} → {other}"),
            false => format!("{old} → {new}"),
        }
    }
}

/// The verdicts of a change that say something: those of one side only, or both.
fn verdicts(change: &Change) -> Vec<(&'static str, &super::change::Judgement)> {
    let sides = [
        ("programs", &change.source),
        ("running clients", &change.wire),
    ];
    let worst = change.worst();
    let telling = sides
        .into_iter()
        .filter(|(_, one)| one.verdict != Verdict::Compatible || worst == Verdict::Compatible);
    telling.collect()
}

/// The pointers of a change, each with file and line: one where both sides have the same.
fn pointers(change: &Change) -> Vec<(String, String)> {
    let sides = [&change.old, &change.new].into_iter().flatten();
    let mut pointers: Vec<(String, String)> = Vec::new();
    for place in sides {
        let Some(pointer) = place.pointer.as_ref().map(ToString::to_string) else {
            continue;
        };
        let location = place.location().unwrap_or_default();
        match pointers.last_mut() {
            Some((known, places)) if *known == pointer => {
                places.push_str(" → ");
                places.push_str(&location);
            }
            _ => pointers.push((pointer, location)),
        }
    }
    pointers
}

/// What a version of the crate has to be called: `a new major version`.
fn bump_words(bump: Bump) -> &'static str {
    match bump {
        Bump::None => "no new version",
        Bump::Patch => "a patch version",
        Bump::Minor => "a minor version",
        Bump::Major => "a major version",
    }
}

/// A heading of a word.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
