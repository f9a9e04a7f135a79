//! The changes in short, as an entry of a changelog has them (Keep a Changelog 1.1.0): for whoever
//! uses the crate, with what breaks first.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::super::change::{Change, Kind, Part, Verdict};
use super::cause::{Cause, causes};
use super::markdown::code;
use super::{Diff, plain, resource};

/// How many paths a line has. The report has all of them.
const SHOWN: usize = 3;

/// The parts of an entry, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Section {
    Breaking,
    Added,
    Changed,
    Deprecated,
    Removed,
}

impl Section {
    fn of(change: &Change) -> Self {
        match (change.worst(), change.part, change.kind) {
            (Verdict::Breaking, ..) => Self::Breaking,
            (_, Part::Deprecation, Kind::Added) => Self::Deprecated,
            (_, Part::Deprecation, _) if change.wire.rule == "deprecated" => Self::Deprecated,
            (_, _, Kind::Added) => Self::Added,
            (_, _, Kind::Removed) => Self::Removed,
            (_, _, Kind::Changed | Kind::Renamed) => Self::Changed,
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Breaking => "Breaking",
            Self::Added => "Added",
            Self::Changed => "Changed",
            Self::Deprecated => "Deprecated",
            Self::Removed => "Removed",
        }
    }
}

impl Diff {
    /// The changes as the body of an entry in a changelog, in Markdown: by what they mean, by
    /// resource and by what happened, with the first paths of Rust. Empty where nothing changed.
    #[must_use]
    pub fn changelog(&self) -> String {
        let mut sections: BTreeMap<Section, Vec<&Change>> = BTreeMap::new();
        // Whoever uses the crate sees nothing of the others.
        let is_seen =
            |change: &&Change| change.worst() != Verdict::Compatible || !change.items.is_empty();
        for change in self.changes.iter().filter(is_seen) {
            sections
                .entry(Section::of(change))
                .or_default()
                .push(change);
        }
        let mut out = String::new();
        for (section, changes) in sections {
            let gap = if out.is_empty() { "" } else { "\n" };
            let _ = writeln!(out, "{gap}### {}\n", section.title());
            if section == Section::Breaking {
                clients(&mut out, &changes);
            }
            lines(&mut out, &changes);
        }
        if out.is_empty() && self.is_crate_other {
            out.push_str("### Changed\n\n- Documentation, and what programs cannot name.\n");
        }
        out
    }
}

/// What those should know who do not take the new version.
fn clients(out: &mut String, changes: &[&Change]) {
    let breaks = |change: &&&Change| change.wire.verdict == Verdict::Breaking;
    let count = changes.iter().filter(breaks).count();
    if count > 0 {
        let _ = writeln!(
            out,
            "Where it says \"earlier versions\", the server no longer does what those expect.\n"
        );
    }
}

/// A line for each thing that happened to a resource.
fn lines(out: &mut String, changes: &[&Change]) {
    for (home, changes) in resource::by_home(changes) {
        let mut told: Vec<(String, Vec<String>)> = Vec::new();
        for (cause, changes) in causes(&changes) {
            let what = what(cause);
            let paths = changes.iter().map(|change| path(change));
            match told.iter_mut().find(|(known, _)| *known == what) {
                Some((_, known)) => known.extend(paths),
                None => told.push((what, paths.collect())),
            }
        }
        let title = plain(&resource::title(home));
        for (what, mut paths) in told {
            paths.dedup();
            let more = match paths.len().saturating_sub(SHOWN) {
                0 => String::new(),
                more => format!(", and {more} more"),
            };
            paths.truncate(SHOWN);
            let _ = writeln!(out, "- **{title}**: {what}: {}{more}", paths.join(", "));
        }
    }
}

/// What happened, and what breaks by it.
fn what(cause: Cause) -> String {
    let mut what = cause.what().to_owned();
    if cause.for_programs().verdict == Verdict::Breaking {
        what.push_str(&format!("; {}", cause.for_programs().reason));
    }
    if cause.for_clients().verdict == Verdict::Breaking {
        what.push_str(" (earlier versions)");
    }
    what
}

/// Where the crate has it, and where it had it, if elsewhere.
fn path(change: &Change) -> String {
    let was = change.old.as_ref().and_then(|place| place.rust.as_deref());
    match (change.kind, was, change.rust()) {
        (Kind::Renamed, Some(was), Some(is)) if was != is => {
            format!("{} → {}", code(was), code(is))
        }
        (_, _, Some(rust)) => code(rust),
        (_, _, None) => code(&change.name),
    }
}
