//! Two consecutive versions, and what every judge says of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use seamstress::api::{Api, Operation};
use seamstress::diff::{Bump, Change, Diff, Verdict, diff};
use serde::{Deserialize, Serialize};

use super::clients::{Client, folder};
use super::cover::{Agreement, Break, breaks, by_name};
use super::reasons::of_skew;
use super::semver_checks::{Finding, judge};
use crate::skew::{self, Fault, Grade};

/// How many random answers skew draws for each operation, besides those that cover its schema.
const RANDOM: usize = 10;

/// Two consecutive versions.
pub(super) struct Pair {
    pub(super) old: String,
    pub(super) new: String,
    pub(super) summary: String,
    pub(super) bump: Bump,
    pub(super) changes: Vec<Change>,
    /// Items that break programs.
    pub(super) breaks: BTreeSet<Break>,
    /// Those of them that only a name in the crate is the reason for.
    pub(super) by_name: BTreeSet<Break>,
    pub(super) programs: Option<Programs>,
    pub(super) clients: Option<Clients>,
}

/// What `cargo-semver-checks` says.
pub(super) struct Programs {
    pub(super) findings: usize,
    pub(super) agreement: Agreement,
}

/// What `skew` says.
pub(super) struct Clients {
    pub(super) answers: usize,
    /// Places that were not read, or not as they came.
    pub(super) unread: usize,
    pub(super) corrected: usize,
    /// Those that the diff says nothing of.
    pub(super) misses: Vec<Fault>,
    /// What the diff calls breaking or risky and skew does not see, by rule, and why; nothing where
    /// it should have.
    pub(super) unseen: BTreeMap<(&'static str, Option<&'static str>), usize>,
}

impl Pair {
    pub(super) fn of(old: &Client, new: &Client) -> Self {
        let diff: Diff = diff(&old.made, &new.made);
        Self {
            old: old.version.clone(),
            new: new.version.clone(),
            summary: diff.summary(),
            bump: diff.bump(),
            breaks: breaks(&diff),
            by_name: by_name(&diff),
            changes: diff.changes,
            programs: None,
            clients: None,
        }
    }

    /// Lets `cargo-semver-checks` of this version judge the crates.
    pub(super) fn judge_programs(
        &mut self,
        old: &Client,
        new: &Client,
        version: &str,
    ) -> anyhow::Result<()> {
        let findings: Vec<Finding> = judge(old, new, version)?;
        self.programs = Some(Programs {
            findings: findings.len(),
            agreement: Agreement::of(&self.breaks, &findings),
        });
        Ok(())
    }

    /// Lets a client of the old version read what a server of the new one sends.
    pub(super) fn judge_clients(&mut self, old: &Client, new: &Client) -> anyhow::Result<()> {
        let Read { answers, faults } = read(old, new)?;
        let count = |grade| faults.iter().filter(|fault| fault.grade == grade).count();
        let (unread, corrected) = (count(Grade::Unread), count(Grade::Corrected));
        let features = features(&old.made.api);
        let says = |change: &Change, fault: &Fault| {
            says(change, fault, features.get(fault.operation.as_str()))
        };
        let mut unseen = BTreeMap::new();
        for change in &self.changes {
            let is_seen = faults.iter().any(|fault| says(change, fault));
            if change.wire.verdict != Verdict::Compatible && !is_seen {
                let why = of_skew(change, new.made.document.root());
                *unseen.entry((change.wire.rule, why)).or_default() += 1;
            }
        }
        let misses = faults.into_iter().filter(|fault| {
            let mut changes = self.changes.iter();
            !changes.any(|change| change.wire.verdict >= least(fault) && says(change, fault))
        });
        self.clients = Some(Clients {
            answers,
            unread,
            corrected,
            misses: misses.collect(),
            unseen,
        });
        Ok(())
    }

    pub(super) fn count(&self, fits: impl Fn(&Change) -> bool) -> usize {
        self.changes.iter().filter(|change| fits(change)).count()
    }
}

/// The verdict that a fault asks for: a correction is no break.
fn least(fault: &Fault) -> Verdict {
    match fault.grade {
        Grade::Corrected => Verdict::Risky,
        Grade::Unread => Verdict::Breaking,
    }
}

/// The features of the crate that operations belong to, by their paths.
fn features(api: &Api) -> BTreeMap<&str, String> {
    let of = |operation: &'_ Operation| {
        let resource = operation.resource.first();
        resource.map_or_else(String::new, |resource| resource.replace('_', "-"))
    };
    let operations = api.operations.iter();
    operations
        .map(|operation| (operation.path.as_str(), of(operation)))
        .collect()
}

/// Whether a change is about the place of a fault: it names the operation, or the last member of
/// the place in something that the operation's feature has. Names of types do not tell: skew knows
/// them not.
fn says(change: &Change, fault: &Fault, feature: Option<&String>) -> bool {
    if !feature.is_some_and(|feature| change.features.contains(feature)) {
        return false;
    }
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '/';
    let mut words = change.name.split(|letter| !is_name(letter));
    let member = fault.place.rsplit('.').next().unwrap_or_default();
    words.any(|word| !word.is_empty() && (word == member || word == fault.operation))
}

/// What came of reading. It takes a minute to find out, and is kept as long as the client is the
/// same, and the document that answers are drawn from.
#[derive(Deserialize, Serialize)]
struct Read {
    answers: usize,
    faults: Vec<Fault>,
}

fn read(old: &Client, new: &Client) -> anyhow::Result<Read> {
    let name = format!("skew/{}-{}-{RANDOM}.json", old.key, new.document());
    let kept = folder().join(name);
    if let Ok(text) = fs::read_to_string(&kept) {
        return Ok(serde_json::from_str(&text)?);
    }
    let row = skew::read(&old.version, &new.version, RANDOM)?;
    let read = Read {
        answers: row.answers(),
        faults: row.faults().collect(),
    };
    fs::create_dir_all(folder().join("skew"))?;
    fs::write(kept, serde_json::to_string_pretty(&read)?)?;
    Ok(read)
}

#[cfg(test)]
pub(super) mod tests {
    use seamstress::diff::{Judgement, Kind, Part};

    use super::*;

    pub(in crate::history) fn change(name: &str, feature: &str) -> Change {
        let judgement = || Judgement {
            verdict: Verdict::Risky,
            rule: "member-may-be-absent",
            reason: String::new(),
        };
        Change {
            part: Part::Member,
            kind: Kind::Changed,
            name: name.to_owned(),
            message: String::new(),
            old: None,
            new: None,
            wire: judgement(),
            source: judgement(),
            features: BTreeSet::from([feature.to_owned()]),
            items: Vec::new(),
        }
    }

    #[test]
    fn a_fault_is_said_by_its_member_or_its_operation() {
        let fault = Fault {
            operation: "/pets/list".to_owned(),
            grade: Grade::Corrected,
            place: "pets.owner.name".to_owned(),
        };
        let feature = "pets".to_owned();
        for name in ["Owner.name", "Pet[dog].name", "GET /pets/list"] {
            assert!(
                says(&change(name, "pets"), &fault, Some(&feature)),
                "{name}"
            );
            let other = change(name, "orders");
            assert!(!says(&other, &fault, Some(&feature)), "{name} of orders");
        }
        for name in ["Owner.names", "Pet.owner", "GET /pets/list_all", ""] {
            let silent = change(name, "pets");
            assert!(!says(&silent, &fault, Some(&feature)), "{name}");
        }
        assert_eq!(least(&fault), Verdict::Risky);
    }
}
