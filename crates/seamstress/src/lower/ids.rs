//! Identifiers: which strings name a thing, and what kind of thing.

use std::collections::BTreeSet;

use heck::ToSnakeCase;

use super::node::Node;
use crate::api::{Operation, Returns, Type, TypeDef, TypeKind, Union};

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
    for definition in types {
        match &definition.kind {
            TypeKind::Object(object) => {
                let cases = object.cases.iter().flat_map(|cases| &cases.cases);
                let members = object
                    .members
                    .iter()
                    .chain(cases.flat_map(|case| &case.members));
                members.for_each(|member| collect(&member.ty, &mut ids));
                object.rest.iter().for_each(|rest| collect(rest, &mut ids));
            }
            TypeKind::Union(Union::Shaped { alternatives }) => {
                alternatives
                    .iter()
                    .for_each(|alternative| collect(&alternative.ty, &mut ids));
            }
            TypeKind::Union(
                Union::Tagged { alternatives, .. } | Union::Dependent { alternatives },
            ) => {
                alternatives
                    .iter()
                    .for_each(|(_, ty)| collect(ty, &mut ids));
            }
            TypeKind::Alias(ty) => collect(ty, &mut ids),
            TypeKind::Enumeration(_) => {}
        }
    }
    for operation in operations {
        operation
            .parameters
            .iter()
            .for_each(|parameter| collect(&parameter.ty, &mut ids));
        match &operation.returns {
            Returns::Value { ty, .. } | Returns::Page { item: ty, .. } => collect(ty, &mut ids),
            Returns::Nothing => {}
        }
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
