//! Changes of one kind: what happened is said once, and where it happened in a list.

use super::super::change::{Change, Verdict};
use super::super::rules::{Rule, rule};

/// Rules of the wire that say nothing of what happened.
const SILENT: &[&str] = &["not-sent", "unreached"];

/// What is alike in changes of one kind: the rules that judge them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cause {
    /// The rule for running clients.
    pub(super) wire: &'static str,
    /// The rule for programs.
    pub(super) source: &'static str,
}

impl Cause {
    pub(super) fn of(change: &Change) -> Self {
        Self {
            wire: change.wire.rule,
            source: change.source.rule,
        }
    }

    /// What happened, in words that fit any of the changes.
    pub(super) fn what(self) -> &'static str {
        let is_silent = SILENT.contains(&self.wire) && self.source != "same";
        match is_silent {
            true => rule(self.source).what,
            false => rule(self.wire).what,
        }
    }

    /// What it means for programs.
    pub(super) fn for_programs(self) -> &'static Rule {
        rule(self.source)
    }

    /// What it means for running clients.
    pub(super) fn for_clients(self) -> &'static Rule {
        rule(self.wire)
    }
}

/// The changes by their causes: what breaks running clients first, and then what is most frequent.
pub(super) fn causes<'a>(changes: &[&'a Change]) -> Vec<(Cause, Vec<&'a Change>)> {
    let mut causes: Vec<(Cause, Vec<&Change>)> = Vec::new();
    for &change in changes {
        let cause = Cause::of(change);
        match causes.iter_mut().find(|(known, _)| *known == cause) {
            Some((_, changes)) => changes.push(change),
            None => causes.push((cause, vec![change])),
        }
    }
    let worst = |changes: &[&Change]| {
        let verdict = |side: fn(&Change) -> Verdict| changes.iter().map(|one| side(one)).max();
        (
            verdict(|one| one.wire.verdict),
            verdict(|one| one.source.verdict),
        )
    };
    causes.sort_by(|(one, these), (other, those)| {
        let key = worst(those).cmp(&worst(these));
        key.then(those.len().cmp(&these.len())).then(one.cmp(other))
    });
    causes
}
