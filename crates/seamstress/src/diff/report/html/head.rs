//! The top of the page: the version that follows, and what an update means for whom.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use super::super::super::change::{Change, Judgement, Verdict};
use super::super::super::rules::rule;
use super::super::cause::causes;
use super::super::{Diff, bump_words, capital, plain};
use super::Page;
use super::rows::{Words, words};
use crate::diff::Bump;

/// How many examples, and how many reasons of one thing, the summary has.
const SHOWN: usize = 3;

/// The version that follows.
#[derive(Serialize)]
pub(super) struct Next {
    bump: &'static str,
    name: String,
    from: Option<String>,
    to: Option<String>,
    why: &'static str,
}

/// What an update means for someone.
#[derive(Serialize)]
pub(super) struct Side {
    id: &'static str,
    who: &'static str,
    verdict: &'static str,
    answer: String,
    explained: &'static str,
    causes: Vec<Reason>,
}

/// What happened in several places.
#[derive(Serialize)]
struct Reason {
    rule: &'static str,
    count: usize,
    what: Words,
    because: Words,
    examples: Vec<String>,
    has_more: bool,
    href: String,
}

impl Next {
    pub(super) fn new(diff: &Diff, page: &Page) -> Self {
        let bump = diff.bump();
        Self {
            bump: bump.word(),
            name: capital(bump_words(bump)),
            from: page.version.clone(),
            to: page.version.as_deref().map(|version| bump.after(version)),
            why: match bump {
                Bump::None => "The client is the same, byte for byte.",
                Bump::Patch => {
                    "Programs cannot name anything new; documentation or what is sent is other."
                }
                Bump::Minor => {
                    "There is something new or deprecated, and every program compiles as before."
                }
                Bump::Major if page.version.as_deref().is_some_and(is_before_one) => {
                    "There are programs that compiled, and do not compile any more. Before 1.0.0 the second number says so."
                }
                Bump::Major => "There are programs that compiled, and do not compile any more.",
            },
        }
    }
}

fn is_before_one(version: &str) -> bool {
    version.starts_with("0.")
}

/// What it means for programs.
pub(super) fn programs(diff: &Diff) -> Side {
    Side::new(
        diff,
        "programs",
        "Programs that use the client",
        "They notice when they take the new version of the crate, and compile.",
        |change| &change.source,
    )
}

/// What it means for running clients.
pub(super) fn clients(diff: &Diff) -> Side {
    Side::new(
        diff,
        "clients",
        "Clients that run already",
        "They notice when the server does what the new document says, without being touched.",
        |change| &change.wire,
    )
}

impl Side {
    fn new(
        diff: &Diff,
        id: &'static str,
        who: &'static str,
        explained: &'static str,
        side: fn(&Change) -> &Judgement,
    ) -> Self {
        let of = |verdict| {
            let changes = diff.changes.iter();
            let changes = changes.filter(move |change| side(change).verdict == verdict);
            changes.collect::<Vec<&Change>>()
        };
        let (breaking, risky) = (of(Verdict::Breaking), of(Verdict::Risky));
        let verdict = match (breaking.is_empty(), risky.is_empty()) {
            (false, _) => Verdict::Breaking,
            (true, false) => Verdict::Risky,
            (true, true) => Verdict::Compatible,
        };
        let answer = match verdict {
            Verdict::Breaking => format!("Broken in {}", places(breaking.len())),
            Verdict::Risky => format!("At risk in {}", places(risky.len())),
            Verdict::Compatible => "All go on working".to_owned(),
        };
        let told = match verdict {
            Verdict::Breaking => breaking,
            _ => risky,
        };
        Self {
            id,
            who,
            verdict: verdict.word(),
            answer,
            explained,
            causes: reasons(id, verdict, &told, side),
        }
    }
}

fn places(count: usize) -> String {
    match count {
        1 => "1 place".to_owned(),
        many => format!("{many} places"),
    }
}

/// What stops someone, the most frequent first: by the rules for them, with what the API did that
/// leads to it, and the first that it happened to.
fn reasons(
    side: &str,
    verdict: Verdict,
    changes: &[&Change],
    judgement: fn(&Change) -> &Judgement,
) -> Vec<Reason> {
    let mut by_rule: BTreeMap<&'static str, Vec<&Change>> = BTreeMap::new();
    for &change in changes {
        let rule = judgement(change).rule;
        by_rule.entry(rule).or_default().push(change);
    }
    let mut reasons: Vec<_> = by_rule.into_iter().collect();
    reasons.sort_by_key(|(rule, changes)| (Reverse(changes.len()), *rule));
    let reason = |(id, changes): (&'static str, Vec<&Change>)| {
        let what = rule(id).what;
        let because = causes(&changes).into_iter().map(|(cause, _)| cause.what());
        let mut because: Vec<&str> = because.filter(|because| *because != what).collect();
        because.dedup();
        because.truncate(SHOWN);
        Reason {
            rule: id,
            count: changes.len(),
            what: words(&capital(what)),
            because: words(&because.join("; ")),
            examples: changes
                .iter()
                .take(SHOWN)
                .map(|one| plain(&one.name))
                .collect(),
            has_more: changes.len() > SHOWN,
            href: format!("#?who={side}&rule={id}&verdict={}", verdict.word()),
        }
    };
    reasons.into_iter().map(reason).collect()
}
