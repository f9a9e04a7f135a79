//! Whether two judges of programs agree: the diff, and `cargo-semver-checks`.

use std::collections::{BTreeMap, BTreeSet};

use seamstress::diff::{Delta, Diff, Difference, ItemKind, RULES, Verdict};

use super::semver_checks::Finding;

/// What the diff says breaks programs: items, with what is different about them. An item may be
/// different in several ways, and several changes may be the reason.
pub(super) fn breaks(diff: &Diff) -> BTreeSet<Break> {
    let changes = diff.changes.iter();
    let breaking = changes.filter(|change| change.source.verdict == Verdict::Breaking);
    let items = breaking.flat_map(|change| &change.items);
    items
        .filter(|item| is_breaking(item))
        .map(Break::of)
        .collect()
}

/// Those of them that only a name in the crate is the reason for: that nothing else explains.
pub(super) fn by_name(diff: &Diff) -> BTreeSet<Break> {
    let of = |is_name: bool| -> BTreeSet<Break> {
        let changes = diff.changes.iter();
        let changes = changes.filter(|change| (change.wire.rule == "name-only") == is_name);
        let items = changes.flat_map(|change| &change.items);
        let items = items.filter(|item| is_breaking(item));
        items.map(Break::of).collect()
    };
    of(true).difference(&of(false)).cloned().collect()
}

/// An item that breaks programs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Break {
    pub(super) path: String,
    pub(super) delta: Delta,
    pub(super) kind: ItemKind,
}

impl Break {
    fn of(item: &Difference) -> Self {
        Self {
            path: item.path.clone(),
            delta: item.delta,
            kind: item.kind,
        }
    }
}

fn is_breaking(item: &Difference) -> bool {
    let id = item.delta.rule();
    RULES
        .iter()
        .any(|rule| rule.id == id && rule.verdict == Verdict::Breaking)
}

/// What comes of laying the two side by side.
#[derive(Debug, Default)]
pub(super) struct Agreement {
    /// What the judge found and the diff does not call a break.
    pub(super) misses: Vec<Finding>,
    /// What the diff calls a break and the judge does not find.
    pub(super) unseen: Vec<Break>,
}

impl Agreement {
    pub(super) fn of(breaks: &BTreeSet<Break>, findings: &[Finding]) -> Self {
        let mut by_path: BTreeMap<&str, bool> = breaks
            .iter()
            .map(|one| (one.path.as_str(), false))
            .collect();
        let mut misses = Vec::new();
        for finding in findings {
            // What belongs to an item that is gone or is something else goes with it.
            let owner = owners(&finding.path).find(|path| by_path.contains_key(path));
            // A module is gone where all is gone that was in it.
            let inside = format!("{}::", finding.path);
            let is_module = finding.lint == "module_missing";
            match owner {
                Some(owner) => {
                    by_path.insert(owner, true);
                }
                None if is_module && by_path.keys().any(|path| path.starts_with(&inside)) => {}
                None => misses.push(finding.clone()),
            }
        }
        let unseen = breaks
            .iter()
            .filter(|one| by_path.get(one.path.as_str()) == Some(&false));
        Self {
            misses,
            unseen: unseen.cloned().collect(),
        }
    }
}

/// The path, and those of all that it belongs to.
fn owners(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path), |path| {
        let owner = path.rsplit_once(": ").or_else(|| path.rsplit_once("::"));
        owner.map(|(owner, _)| owner)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(path: &str, delta: Delta, kind: ItemKind) -> Break {
        let path = path.to_owned();
        Break { path, delta, kind }
    }

    fn finding(lint: &str, path: &str) -> Finding {
        Finding {
            lint: lint.to_owned(),
            path: path.to_owned(),
            message: String::new(),
        }
    }

    #[test]
    fn an_item_goes_with_what_it_belongs_to_and_with_nothing_else() {
        let breaks = BTreeSet::from([
            one("types::Pet", Delta::Removed, ItemKind::Struct),
            one("types::Kind::Cat", Delta::Contents, ItemKind::Variant),
            one("types::Kind::name", Delta::Type, ItemKind::Field),
        ]);
        let findings = [
            finding("struct_pub_field_missing", "types::Pet::name"),
            finding("derive_trait_impl_removed", "types::Pet: Clone"),
            finding(
                "enum_struct_variant_field_missing",
                "types::Kind::Cat::lives",
            ),
            finding("enum_missing", "types::Kind"),
            finding("struct_missing", "types::Pets"),
        ];
        let agreement = Agreement::of(&breaks, &findings);
        let misses: Vec<&str> = agreement
            .misses
            .iter()
            .map(|one| one.path.as_str())
            .collect();
        assert_eq!(misses, ["types::Kind", "types::Pets"]);
        let unseen: Vec<&str> = agreement
            .unseen
            .iter()
            .map(|one| one.path.as_str())
            .collect();
        assert_eq!(unseen, ["types::Kind::name"]);
    }

    #[test]
    fn a_module_is_gone_with_all_that_was_in_it() {
        let breaks = BTreeSet::from([one("pets::Pets", Delta::Removed, ItemKind::Struct)]);
        let module = [finding("module_missing", "pets")];
        assert_eq!(Agreement::of(&breaks, &module).misses, []);
        let other = [finding("module_missing", "pet")];
        assert_eq!(Agreement::of(&breaks, &other).misses, other);
    }
}
