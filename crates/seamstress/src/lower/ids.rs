//! Identifiers: which strings name a thing, and what kind of thing.

use std::collections::{BTreeSet, HashSet};

use super::node::Node;
use crate::api::{Operation, Type, TypeDef};
use crate::case;

/// The ids that components give themselves: `device_id` in `device`.
pub(super) fn of_components(components: &[(&str, Node<'_>)]) -> HashSet<String> {
    components
        .iter()
        .map(|(name, node)| (format!("{}_id", case::snake(name)), node))
        .filter(|(id, node)| {
            node.members("properties")
                .iter()
                .any(|(name, _)| name == id)
        })
        .map(|(id, _)| id)
        .collect()
}

/// The name of the id that a string member is, if it is one.
///
/// `owner_user_identity_id` names a user identity as `user_identity_id` does, so both have one
/// type and can be passed on as they are. A bare `id` belongs to the type it stands in.
pub(super) fn name_of(member: &str, owner: &str, known: &HashSet<String>) -> Option<String> {
    let name = case::snake(member);
    if name == "id" {
        return Some(format!("{}_id", case::snake(owner))).filter(|name| name != "_id");
    }
    if !name.ends_with("_id") {
        return None;
    }
    // The longest first: each word may be where the id of a component begins.
    let starts = std::iter::once(0).chain(name.match_indices('_').map(|(at, _)| at + 1));
    let mut endings = starts.filter_map(|at| name.get(at..));
    let known = endings
        .find(|ending| known.contains(*ending))
        .map(str::to_owned);
    Some(known.unwrap_or(name))
}

/// The names of the ids that the finished model uses.
pub(super) fn used(types: &[TypeDef], operations: &[Operation]) -> Vec<String> {
    let mut ids = BTreeSet::new();
    let defined = types.iter().flat_map(|definition| definition.kind.types());
    for ty in defined.chain(operations.iter().flat_map(Operation::types)) {
        collect(ty, &mut ids);
    }
    ids.into_iter().collect()
}

fn collect(ty: &Type, ids: &mut BTreeSet<String>) {
    match ty {
        Type::Id(name) => {
            ids.insert(name.clone());
        }
        Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) => collect(inner, ids),
        _ => {}
    }
}
