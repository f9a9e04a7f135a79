//! Which change of the model is the reason for which difference of the crate.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Change, Judgement, Kind, Part, Place};
use super::model::{Draft, Side};
use super::rules::{NOT_SENT, SAME, rule};
use super::surface::{Delta, Difference, ItemKind, names, parent};
use super::unions::Unions;
use crate::api::{Type, TypeId};

/// The changes, each with what it did to the crate; and what no change of the model explains.
pub(super) fn attribute(
    drafts: Vec<Draft>,
    differences: Vec<Difference>,
    old: &Side<'_>,
    new: &Side<'_>,
) -> Vec<Change> {
    let reasons = Reasons::new(&drafts, old, new);
    let mut items: Vec<Vec<Difference>> = vec![Vec::new(); drafts.len()];
    let mut unexplained = Vec::new();
    for difference in differences {
        let found = telling(&drafts, &difference, reasons.of(&difference));
        if found.is_empty() {
            unexplained.push(difference);
            continue;
        }
        for at in found {
            items[at].push(difference.clone());
        }
    }
    let changes = drafts
        .into_iter()
        .zip(items)
        .map(|(draft, items)| change(draft, items));
    changes.chain(alone(unexplained)).collect()
}

/// Of the changes that could explain a difference those that say the same: that something became
/// deprecated, that it went, that it came. All of them where none does.
fn telling(drafts: &[Draft], difference: &Difference, found: BTreeSet<usize>) -> BTreeSet<usize> {
    let says = |at: &usize| {
        let draft = &drafts[*at];
        let is_deprecation = draft.part == Part::Deprecation;
        match difference.delta {
            Delta::Deprecated => is_deprecation,
            Delta::Removed => !is_deprecation && draft.kind != Kind::Added,
            Delta::Added | Delta::AddedToClosed => !is_deprecation && draft.kind != Kind::Removed,
            _ => !is_deprecation,
        }
    };
    let told: BTreeSet<usize> = found.iter().copied().filter(|at| says(at)).collect();
    if told.is_empty() { found } else { told }
}

/// The changes of the model, by what they are the reason for.
struct Reasons {
    claims: BTreeMap<String, BTreeSet<usize>>,
    /// By the types that came or went with them.
    types: BTreeMap<String, BTreeSet<usize>>,
    unions: Unions,
}

impl Reasons {
    fn new(drafts: &[Draft], old: &Side<'_>, new: &Side<'_>) -> Self {
        let mut reasons = Self {
            claims: BTreeMap::new(),
            types: BTreeMap::new(),
            unions: Unions::new([old, new]),
        };
        for (at, draft) in drafts.iter().enumerate() {
            for claim in &draft.claims {
                reasons.claims.entry(claim.clone()).or_default().insert(at);
            }
            for (side, types) in [(old, &draft.old_types), (new, &draft.new_types)] {
                for path in reached(side, types) {
                    reasons.types.entry(path).or_default().insert(at);
                }
            }
        }
        reasons
    }

    /// The changes that explain a difference: those that are about this very item, else those that
    /// brought or took its type, else those that gave a type in it another name, else those of the
    /// alternatives that it is a method for, else those that are about what it belongs to.
    fn of(&self, difference: &Difference) -> BTreeSet<usize> {
        let path = &difference.path;
        let exact: BTreeSet<usize> = keys(difference)
            .iter()
            .filter_map(|key| self.claims.get(key))
            .flatten()
            .copied()
            .collect();
        if !exact.is_empty() {
            return exact;
        }
        if let Some(found) = self.types.get(path) {
            return found.clone();
        }
        let mentioned: BTreeSet<usize> = mentioned(difference)
            .filter_map(|key| self.claims.get(&key))
            .flatten()
            .copied()
            .collect();
        if !mentioned.is_empty() {
            return mentioned;
        }
        if let Some(found) = self.boxed(difference) {
            return found;
        }
        if let Some(found) = self.unions.reasons(&self.claims, path) {
            return found;
        }
        let mut owner = parent(path);
        while let Some(path) = owner {
            if let Some(found) = self.claims.get(path) {
                return found.clone();
            }
            owner = parent(path);
        }
        BTreeSet::new()
    }
}

impl Reasons {
    /// The changes within the type that a field holds, where all that is different is that it is
    /// boxed: large types are.
    fn boxed(&self, difference: &Difference) -> Option<BTreeSet<usize>> {
        let (old, new) = (difference.old.as_ref()?, difference.new.as_ref()?);
        let without = |source: &str| source.replace("Box<", "").replace('>', "");
        if without(old) != without(new) {
            return None;
        }
        let inside = names(new).flat_map(|name| {
            let start = format!("types::{name}::");
            let claims = self.claims.range(start.clone()..);
            claims
                .take_while(move |(claim, _)| claim.starts_with(&start))
                .flat_map(|(_, found)| found)
        });
        let found: BTreeSet<usize> = inside.copied().collect();
        (!found.is_empty()).then_some(found)
    }
}

/// What a change may claim to be the reason for a difference: its path, the request that a method
/// starts, the request that it sends.
fn keys(difference: &Difference) -> Vec<String> {
    let path = &difference.path;
    let mut keys = vec![path.clone()];
    // A client for some credentials has the resources again, in a module of its own.
    let in_resources = path
        .split_once("::")
        .filter(|(module, _)| module.starts_with(char::is_lowercase));
    keys.extend(in_resources.map(|(_, rest)| format!("resources::{rest}")));
    match (difference.kind, difference.delta) {
        (ItemKind::Method, _) => {
            let owner = parent(path).unwrap_or_default();
            if SENDING.iter().any(|name| path.ends_with(name)) {
                keys.push(format!("@result:{owner}"));
            }
            for source in [&difference.old, &difference.new].into_iter().flatten() {
                let returned = source
                    .rsplit_once("-> ")
                    .map_or("", |(_, returned)| returned);
                keys.extend(names(returned).map(|name| format!("@request:resources::{name}")));
            }
        }
        (ItemKind::Variant, Delta::Contents) => keys.push(format!("@owner:{path}")),
        _ => {}
    }
    keys
}

/// The methods that every request has.
const SENDING: &[&str] = &[
    "::send()",
    "::send_with_response()",
    "::pages()",
    "::stream()",
    "::wait()",
    "::events()",
];

/// The types that one side of a difference names and the other does not.
fn mentioned(difference: &Difference) -> impl Iterator<Item = String> {
    let of = |source: &Option<String>| -> BTreeSet<String> {
        source
            .iter()
            .flat_map(|source| names(source))
            .map(str::to_owned)
            .collect()
    };
    let (old, new) = (of(&difference.old), of(&difference.new));
    let is_changed = matches!(
        difference.delta,
        Delta::Type | Delta::Contents | Delta::ArgumentType
    );
    let other: Vec<String> = old.symmetric_difference(&new).cloned().collect();
    other
        .into_iter()
        .filter(move |_| is_changed)
        .map(|name| format!("types::{name}"))
}

/// The paths of types, and of all that they consist of.
fn reached(side: &Side<'_>, types: &[TypeId]) -> BTreeSet<String> {
    let mut met = BTreeSet::new();
    let mut paths = BTreeSet::new();
    let mut open = types.to_vec();
    while let Some(id) = open.pop() {
        if !met.insert(id) {
            continue;
        }
        paths.insert(side.paths.ty(id));
        paths.insert(side.paths.kind(id));
        for part in side.api.type_def(id).kind.types() {
            paths.extend(side.paths.leaf(part));
            open.extend(Type::named(part));
        }
    }
    paths
}

fn change(draft: Draft, mut items: Vec<Difference>) -> Change {
    // What the change is about comes before what went with it.
    items.sort_by_key(|item| !draft.claims.contains(&item.path));
    let source = judged(&items);
    Change {
        part: draft.part,
        kind: draft.kind,
        name: draft.name,
        message: draft.message,
        old: draft.old,
        new: draft.new,
        wire: Judgement::by(draft.rule),
        source,
        features: draft.features,
        items,
    }
}

/// What the differences mean for programs: what the worst of them means.
fn judged(items: &[Difference]) -> Judgement {
    let mut worst = Judgement::by(&SAME);
    for item in items {
        let rule = rule(item.delta.rule());
        if rule.verdict > worst.verdict || worst.rule == SAME.id {
            worst = Judgement {
                reason: format!("{}: {}", item.words(), rule.reason),
                ..Judgement::by(rule)
            };
        }
    }
    worst
}

/// Differences that no change of the model explains, each a change of its own. Those of features are
/// one: they say of many items what a single new use of a type has done.
fn alone(differences: Vec<Difference>) -> Vec<Change> {
    let (features, others): (Vec<_>, Vec<_>) = differences
        .into_iter()
        .partition(|one| one.delta == Delta::Features);
    let mut changes: Vec<Change> = others
        .into_iter()
        .map(|one| unexplained(one.path.clone(), one.words(), vec![one]))
        .collect();
    if !features.is_empty() {
        let message = match features.len() {
            1 => "an item of the crate needs other features".to_owned(),
            many => format!("{many} items of the crate need other features"),
        };
        changes.push(unexplained("features".to_owned(), message, features));
    }
    changes
}

fn unexplained(name: String, message: String, items: Vec<Difference>) -> Change {
    let delta = items.first().map(|item| item.delta);
    let kind = match delta {
        Some(Delta::Removed) => Kind::Removed,
        Some(Delta::Added | Delta::AddedToClosed) => Kind::Added,
        _ => Kind::Changed,
    };
    let place = |is_there: bool| {
        is_there.then(|| Place {
            rust: Some(name.clone()),
            ..Place::default()
        })
    };
    Change {
        part: Part::Item,
        kind,
        old: place(kind != Kind::Added),
        new: place(kind != Kind::Removed),
        message,
        wire: Judgement::by(&NOT_SENT),
        source: judged(&items),
        features: BTreeSet::new(),
        items,
        name,
    }
}
