//! What the page shows, ready for the template: all text, nothing of it HTML.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::super::change::{Change, Judgement, Verdict};
use super::super::{Diff, plain, resource};
use super::Page;
use super::head::{Next, Side, clients, programs};
use super::rows::Anchors;
use super::sections::Section;

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

/// A resource to filter by.
#[derive(Serialize)]
struct Choice {
    feature: String,
    name: String,
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
