//! Which changes of the model are the reason for a difference in the methods of a union: those for
//! the members that all of its alternatives have.

use std::collections::{BTreeMap, BTreeSet};

use super::model::Side;
use super::surface::parent;
use crate::api::{Type, TypeId, TypeKind};

/// The paths of the types that are alternatives, by the paths of the unions.
pub(super) struct Unions(BTreeMap<String, BTreeSet<String>>);

impl Unions {
    /// Those of both sides.
    pub(super) fn new(sides: [&Side<'_>; 2]) -> Self {
        let mut unions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for side in sides {
            for (at, definition) in side.api.types.iter().enumerate() {
                let TypeKind::Union(union) = &definition.kind else {
                    continue;
                };
                let types = union.types().into_iter().filter_map(Type::named);
                let known = unions.entry(side.paths.ty(TypeId(at))).or_default();
                known.extend(types.map(|id| side.paths.ty(id)));
            }
        }
        Self(unions)
    }

    /// The changes that explain what happened to the method at `path`: those of its member in any
    /// alternative; else those of the alternatives, as one without the member takes the method away.
    pub(super) fn reasons(
        &self,
        claims: &BTreeMap<String, BTreeSet<usize>>,
        path: &str,
    ) -> Option<BTreeSet<usize>> {
        let union = parent(path)?;
        let member = path.strip_prefix(union)?.strip_suffix("()")?;
        let types = self.0.get(union)?.iter();
        let members = types.filter_map(|ty| claims.get(&format!("{ty}{member}")));
        let found: BTreeSet<usize> = members.flatten().copied().collect();
        if !found.is_empty() {
            return Some(found);
        }
        let start = format!("{union}::");
        let inside = claims.range(start.clone()..);
        let inside = inside.take_while(|(claim, _)| claim.starts_with(&start));
        let found: BTreeSet<usize> = inside.flat_map(|(_, found)| found).copied().collect();
        (!found.is_empty()).then_some(found)
    }
}
