//! The history as tables: a line per pair of versions, and what breaks by rule.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};

use seamstress::diff::Verdict;

use super::cover::Break;
use super::pair::Pair;
use super::reasons::of_semver_checks;

/// All pairs of consecutive versions.
#[derive(Default)]
pub(super) struct History {
    pub(super) command: String,
    /// The release of `cargo-semver-checks`, where it was asked.
    pub(super) judge: Option<String>,
    pub(super) pairs: Vec<Pair>,
    /// How many actions of the overlay each version has nothing for.
    pub(super) idle: Vec<(String, usize)>,
}

impl History {
    /// Where the judges do not agree, and nothing explains it.
    pub(super) fn complaints(&self) -> Vec<String> {
        let mut complaints = Vec::new();
        for pair in &self.pairs {
            let versions = format!("{} → {}", pair.old, pair.new);
            if let Some(programs) = &pair.programs {
                for miss in &programs.agreement.misses {
                    complaints.push(format!(
                        "{versions}: {} finds {}, and the diff does not: {}",
                        miss.lint, miss.path, miss.message
                    ));
                }
                let unexplained = |one: &&Break| of_semver_checks(one).is_none();
                for one in programs.agreement.unseen.iter().filter(unexplained) {
                    complaints.push(format!(
                        "{versions}: {} of {} is no break for cargo-semver-checks",
                        one.delta.rule(),
                        one.path
                    ));
                }
            }
            if let Some(clients) = &pair.clients {
                for fault in &clients.misses {
                    complaints.push(format!(
                        "{versions}: skew finds {} of {} not as it came, and the diff does not",
                        fault.place, fault.operation
                    ));
                }
                let unseen = clients.unseen.keys();
                for (rule, _) in unseen.filter(|(_, why)| why.is_none()) {
                    complaints.push(format!("{versions}: skew does not see {rule}"));
                }
            }
        }
        complaints
    }

    /// The text of `docs/history.md`.
    pub(super) fn markdown(&self) -> String {
        let mut text = String::from("# The verdicts, and what has happened\n\n");
        let versions = self.pairs.len();
        let _ = writeln!(
            text,
            "Every version of Seam's document that the npm registry lists, compared with the next \
             one: {versions} pairs. What the diff says of each (`docs/changes.md`) is laid beside \
             what other judges find in the same two.\n\n\
             Made by `{}`, which fails where a judge finds a break that the diff does not call one.\n",
            self.command
        );
        self.overlay(&mut text);
        self.pairs_table(&mut text);
        self.by_rule(&mut text);
        if let Some(judge) = &self.judge {
            self.programs(&mut text, judge);
        }
        if self.pairs.iter().any(|pair| pair.clients.is_some()) {
            self.clients(&mut text);
        }
        text
    }

    fn overlay(&self, text: &mut String) {
        let most = self.idle.iter().map(|(_, idle)| *idle).max().unwrap_or(0);
        let _ = writeln!(
            text,
            "All versions are read with the configuration, the overlay and the lock file of names of \
             today. The overlay fits each of them; up to {most} of its actions are about what a version does not \
             have, and do nothing there.\n"
        );
    }

    fn pairs_table(&self, text: &mut String) {
        text.push_str(
            "## Pairs\n\n\
             *Changes* and verdicts are those of the diff; *items* are the items of the crate that \
             break programs. *Found* is what cargo-semver-checks finds, and *missed* what of that \
             the diff does not call a break. *Unread* and *corrected* are the places in answers \
             that a client of the old version does not read, or reads with a correction, and \
             *unsaid* those of them that the diff says nothing of.\n\n\
             | old | new | changes | version | break programs | items | found | missed | break \
             running clients | risky for them | unread | corrected | unsaid |\n\
             |---|---|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n",
        );
        for pair in &self.pairs {
            let programs = pair.programs.as_ref();
            let clients = pair.clients.as_ref();
            let row = [
                pair.old.clone(),
                pair.new.clone(),
                pair.changes.len().to_string(),
                pair.bump.word().to_owned(),
                pair.count(|change| change.source.verdict == Verdict::Breaking)
                    .to_string(),
                pair.breaks.len().to_string(),
                shown(programs.map(|judged| judged.findings)),
                shown(programs.map(|judged| judged.agreement.misses.len())),
                pair.count(|change| change.wire.verdict == Verdict::Breaking)
                    .to_string(),
                pair.count(|change| change.wire.verdict == Verdict::Risky)
                    .to_string(),
                shown(clients.map(|judged| judged.unread)),
                shown(clients.map(|judged| judged.corrected)),
                shown(clients.map(|judged| judged.misses.len())),
            ];
            let _ = writeln!(text, "| {} |", row.join(" | "));
        }
    }

    fn by_rule(&self, text: &mut String) {
        let mut rules: BTreeMap<(&str, &str), [usize; 3]> = BTreeMap::new();
        for pair in &self.pairs {
            let mut met = BTreeSet::new();
            for one in &pair.breaks {
                let rule = (one.delta.rule(), one.kind.word());
                let [items, pairs, names] = rules.entry(rule).or_default();
                *items += 1;
                *pairs += usize::from(met.insert(rule));
                *names += usize::from(pair.by_name.contains(one));
            }
        }
        text.push_str(
            "\n## What breaks programs\n\n\
             The items by rule; in how many of the pairs there are such; and how many of them break \
             although nothing is different on the wire: what the crate calls a type, or where it has \
             a member, is other.\n\n\
             | rule | of | items | pairs | by a name only |\n|---|---|--:|--:|--:|\n",
        );
        let mut rules: Vec<_> = rules.into_iter().collect();
        rules.sort_by_key(|(_, [items, ..])| std::cmp::Reverse(*items));
        for ((rule, kind), [items, pairs, names]) in rules {
            let _ = writeln!(text, "| `{rule}` | {kind} | {items} | {pairs} | {names} |");
        }
    }

    fn programs(&self, text: &mut String, judge: &str) {
        let judged = self.pairs.iter().filter_map(|pair| pair.programs.as_ref());
        let mut reasons: BTreeMap<(&str, &str, &str), usize> = BTreeMap::new();
        for one in judged.flat_map(|programs| &programs.agreement.unseen) {
            let why = of_semver_checks(one).unwrap_or("no reason is known");
            *reasons
                .entry((one.delta.rule(), one.kind.word(), why))
                .or_default() += 1;
        }
        let _ = write!(
            text,
            "\n## cargo-semver-checks\n\n\
             Release {judge}, every lint of what asks for a major version, over the two crates \
             with all of their features. What it names is counted as found by the diff where the \
             diff calls this very item a break, or the one that it belongs to. What the diff calls \
             a break and it does not see:\n\n\
             | rule | of | items | why it does not see it |\n|---|---|--:|---|\n"
        );
        for ((rule, kind, why), items) in reasons {
            let _ = writeln!(text, "| `{rule}` | {kind} | {items} | {why} |");
        }
    }

    fn clients(&self, text: &mut String) {
        let judged = self.pairs.iter().filter_map(|pair| pair.clients.as_ref());
        let mut unseen: BTreeMap<(&str, Option<&str>), usize> = BTreeMap::new();
        let mut answers = 0;
        for clients in judged {
            answers += clients.answers;
            for (of, count) in &clients.unseen {
                *unseen.entry(*of).or_default() += count;
            }
        }
        let _ = write!(
            text,
            "\n## Old clients and new servers\n\n\
             What `cargo xtask skew` finds (`docs/skew.md`): {answers} answers of servers of the \
             new versions, read by clients of the old ones. What is not read, or not written back, \
             has to be called a break of running clients; a correction is none, and has to be \
             called risky. What the diff calls breaking or risky for running clients and skew \
             does not see:\n\n\
             | rule | changes | why skew does not see it |\n|---|--:|---|\n"
        );
        for ((rule, why), changes) in unseen {
            let why = why.unwrap_or("no reason is known");
            let _ = writeln!(text, "| `{rule}` | {changes} | {why} |");
        }
    }
}

/// A figure; nothing where nobody was asked.
fn shown(count: Option<usize>) -> String {
    count.map(|count| count.to_string()).unwrap_or_default()
}

impl fmt::Display for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} → {}: {}", self.old, self.new, self.summary)?;
        if let Some(programs) = &self.programs {
            let (found, missed) = (programs.findings, programs.agreement.misses.len());
            write!(f, "; cargo-semver-checks: {found} found, {missed} missed")?;
        }
        if let Some(clients) = &self.clients {
            let (unread, corrected) = (clients.unread, clients.corrected);
            let missed = clients.misses.len();
            write!(
                f,
                "; skew: {unread} unread, {corrected} corrected, {missed} unsaid"
            )?;
        }
        Ok(())
    }
}
