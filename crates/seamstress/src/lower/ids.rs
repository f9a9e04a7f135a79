//! Identifiers: which strings name a thing, and what kind of thing.

use std::collections::BTreeSet;

use heck::ToSnakeCase;

use super::node::Node;
use crate::api::{Operation, Type, TypeDef};

/// The ids that components give themselves (`device_id` in `device`), longest first.
pub(super) fn of_components(components: &[(&str, Node<'_>)]) -> Vec<String> {
    let mut ids: Vec<String> = components
        .iter()
        .map(|(name, node)| (format!("{}_id", name.to_snake_case()), node))
        .filter(|(id, node)| {
            node.members("properties")
                .iter()
                .any(|(name, _)| name == id)
        })
        .map(|(id, _)| id)
        .collect();
    ids.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    ids
}

/// The name of the id that a string member is, if it is one.
///
/// `owner_user_identity_id` names a user identity as `user_identity_id` does, so both have one
/// type and can be passed on as they are. A bare `id` belongs to the type it stands in.
pub(super) fn name_of(member: &str, owner: &str, known: &[String]) -> Option<String> {
    let name = member.to_snake_case();
    if name == "id" {
        return Some(format!("{}_id", owner.to_snake_case())).filter(|name| name != "_id");
    }
    if !name.ends_with("_id") {
        return None;
    }
    let means = |id: &&String| name == **id || name.ends_with(&format!("_{id}"));
    Some(known.iter().find(means).cloned().unwrap_or(name))
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
