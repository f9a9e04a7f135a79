//! The changes on the page: by verdict, by resource and by what happened.

use serde::Serialize;

use super::super::super::change::{Change, Verdict};
use super::super::cause::causes;
use super::super::{Diff, capital, plain, resource};
use super::Page;
use super::rows::{Anchors, Row, Words, words};

/// The changes of one verdict.
#[derive(Serialize)]
pub(super) struct Section {
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

impl Section {
    /// The section of a verdict, if anything is judged so.
    pub(super) fn new(
        verdict: Verdict,
        diff: &Diff,
        page: &Page,
        anchors: &mut Anchors,
    ) -> Option<Self> {
        let changes = diff.with(verdict);
        let groups = resource::by_home(&changes).into_iter();
        let groups =
            groups.map(|(home, changes)| Group::new(verdict, home, &changes, page, anchors));
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
