//! What the page shows, ready for the template: all text, nothing of it HTML.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::super::super::change::{Change, Judgement, Verdict};
use super::super::super::rules::rule;
use super::super::cause::causes;
use super::super::{Diff, bump_words, capital, plain, resource};
use super::Page;
use super::rows::{Anchors, Row, Words, words};
use crate::diff::Bump;

/// How many examples, and how many reasons of one thing, the summary has.
const SHOWN: usize = 3;

/// The page.
#[derive(Serialize)]
pub(super) struct View {
    api: String,
    title: String,
    headline: String,
    next: Next,
    sides: Vec<Side>,
    notes: Vec<String>,
    total: usize,
    resources: Vec<Choice>,
    sections: Vec<Section>,
    generator: &'static str,
}

/// The version that follows.
#[derive(Serialize)]
struct Next {
    bump: &'static str,
    name: String,
    from: Option<String>,
    to: Option<String>,
    why: &'static str,
}

/// What an update means for someone.
#[derive(Serialize)]
struct Side {
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

/// A resource to filter by.
#[derive(Serialize)]
struct Choice {
    feature: String,
    name: String,
}

/// The changes of one verdict.
#[derive(Serialize)]
struct Section {
    id: &'static str,
    title: &'static str,
    explained: &'static str,
    count: usize,
    groups: Vec<Group>,
}

/// The changes of one resource.
#[derive(Serialize)]
struct Group {
    id: String,
    name: String,
    count: usize,
    kinds: Vec<Kind>,
}

/// The changes that one sentence says all about.
#[derive(Serialize)]
struct Kind {
    id: String,
    rules: String,
    what: Words,
    count: usize,
    programs: Said,
    clients: Said,
    rows: Vec<Row>,
}

/// A verdict and its reason.
#[derive(Serialize)]
struct Said {
    verdict: &'static str,
    reason: Words,
}

impl View {
    pub(super) fn new(diff: &Diff, page: &Page) -> Self {
        let mut anchors = Anchors::default();
        let sections = [Verdict::Breaking, Verdict::Risky, Verdict::Compatible];
        let sections = sections
            .into_iter()
            .filter_map(|verdict| Section::new(verdict, diff, page, &mut anchors));
        Self {
            api: plain(&diff.new.title),
            title: plain(&diff.title()),
            headline: headline(diff),
            next: Next::new(diff, page),
            sides: vec![programs(diff), clients(diff)],
            notes: diff.notes.iter().map(|note| plain(note)).collect(),
            total: diff.changes.len(),
            resources: choices(diff),
            sections: sections.collect(),
            generator: concat!("seamstress ", env!("CARGO_PKG_VERSION")),
        }
    }
}

/// The whole page in one sentence.
fn headline(diff: &Diff) -> String {
    let breaks = |side: fn(&Change) -> &Judgement| {
        let mut changes = diff.changes.iter();
        changes.any(|change| side(change).verdict == Verdict::Breaking)
    };
    let text = match (breaks(|one| &one.source), breaks(|one| &one.wire)) {
        (true, true) => "This update breaks programs, and clients that run already",
        (true, false) => "This update breaks programs; clients that run already go on working",
        (false, true) => "This update breaks clients that run already; programs compile as before",
        (false, false) if diff.changes.is_empty() && !diff.is_crate_other => "Nothing changes",
        (false, false) => "This update breaks nothing",
    };
    text.to_owned()
}

impl Next {
    fn new(diff: &Diff, page: &Page) -> Self {
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

fn programs(diff: &Diff) -> Side {
    Side::new(
        diff,
        "programs",
        "Programs that use the client",
        "They notice when they take the new version of the crate, and compile.",
        |change| &change.source,
    )
}

fn clients(diff: &Diff) -> Side {
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

/// The resources that changes concern.
fn choices(diff: &Diff) -> Vec<Choice> {
    let features = diff.changes.iter().flat_map(|change| &change.features);
    let features: BTreeSet<&String> = features.collect();
    let choice = |feature: &String| Choice {
        feature: plain(feature),
        name: plain(&resource::title(Some(feature))),
    };
    features.into_iter().map(choice).collect()
}

impl Section {
    fn new(verdict: Verdict, diff: &Diff, page: &Page, anchors: &mut Anchors) -> Option<Self> {
        let changes = diff.with(verdict);
        let mut groups: BTreeMap<(bool, Option<&str>), Vec<&Change>> = BTreeMap::new();
        for &change in &changes {
            let home = resource::home(change);
            // What is shared comes last.
            groups
                .entry((home.is_none(), home))
                .or_default()
                .push(change);
        }
        let groups = groups.into_iter();
        let groups =
            groups.map(|((_, home), changes)| Group::new(verdict, home, &changes, page, anchors));
        let (title, explained) = match verdict {
            Verdict::Breaking => (
                "What breaks",
                "Something that works stops, for programs, for running clients, or for both.",
            ),
            Verdict::Risky => (
                "What may break",
                "It depends on what the server or the program does; the reason says on what.",
            ),
            Verdict::Compatible => ("What breaks nothing", "Nothing that works stops."),
        };
        (!changes.is_empty()).then(|| Self {
            id: verdict.word(),
            title,
            explained,
            count: changes.len(),
            groups: groups.collect(),
        })
    }
}

impl Group {
    fn new(
        verdict: Verdict,
        home: Option<&str>,
        changes: &[&Change],
        page: &Page,
        anchors: &mut Anchors,
    ) -> Self {
        let id = format!("{}-{}", verdict.word(), slug(home.unwrap_or("shared")));
        let kinds = causes(changes).into_iter().map(|(cause, changes)| {
            let rows = changes.iter().map(|change| Row::new(change, page, anchors));
            Kind {
                id: format!("{id}-{}-{}", cause.wire, cause.source),
                rules: format!("{} {}", cause.wire, cause.source),
                what: words(&capital(cause.what())),
                count: changes.len(),
                programs: Said {
                    verdict: cause.for_programs().verdict.word(),
                    reason: words(cause.for_programs().reason),
                },
                clients: Said {
                    verdict: cause.for_clients().verdict.word(),
                    reason: words(cause.for_clients().reason),
                },
                rows: rows.collect(),
            }
        });
        Self {
            name: plain(&resource::title(home)),
            count: changes.len(),
            kinds: kinds.collect(),
            id: id.clone(),
        }
    }
}

/// A part of an address: small letters, digits and dashes.
fn slug(text: &str) -> String {
    let parts = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join("-").to_ascii_lowercase()
}
