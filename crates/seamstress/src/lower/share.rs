//! Sharing: inline types that are equal to a component become that component, and types that
//! nothing refers to any more are dropped.

use std::collections::{BTreeSet, HashMap};

use super::context::{is_small, shape_of};
use crate::api::{Operation, Type, TypeDef, TypeId, TypeKind, Union};

/// The types of the finished model; `operations` and the types refer to them.
pub(super) fn share(mut types: Vec<TypeDef>, operations: &mut [Operation]) -> Vec<TypeDef> {
    let owned = owned(&types);
    for (inline, component) in &owned {
        let definition = types[inline.0].clone();
        let docs = &mut types[component.0].docs;
        docs.text = docs.text.take().or(definition.docs.text);
        types[component.0].kind = definition.kind;
    }
    rename(&mut types, operations, &|id| {
        owned.get(&id).copied().unwrap_or(id)
    });
    while let Some(same) = equal_types(&types) {
        let new = |id: TypeId| same.get(&id).copied().unwrap_or(id);
        for id in same.keys() {
            types[id.0].kind = TypeKind::Alias(Type::Json);
        }
        rename(&mut types, operations, &new);
    }
    let kept = reached(&types, operations);
    let positions: HashMap<TypeId, TypeId> = kept
        .iter()
        .enumerate()
        .map(|(at, id)| (*id, TypeId(at)))
        .collect();
    let mut at = 0;
    types.retain(|_| {
        at += 1;
        kept.contains(&TypeId(at - 1))
    });
    rename(&mut types, operations, &|id| {
        positions.get(&id).copied().unwrap_or(id)
    });
    types
}

/// Inline types that one component is another name for, and that component: its name is theirs.
fn owned(types: &[TypeDef]) -> HashMap<TypeId, TypeId> {
    let mut owners: HashMap<TypeId, Vec<TypeId>> = HashMap::new();
    for (at, definition) in types.iter().enumerate() {
        if definition.name.is_some()
            && let TypeKind::Alias(Type::Named(inline)) = definition.kind
            && types[inline.0].name.is_none()
        {
            owners.entry(inline).or_default().push(TypeId(at));
        }
    }
    let only = |(inline, owners): (TypeId, Vec<TypeId>)| match owners.as_slice() {
        [owner] => Some((inline, *owner)),
        _ => None,
    };
    owners.into_iter().filter_map(only).collect()
}

/// Inline types that are equal to another type, and that one; `None` where all differ. Of two
/// equal components both stay: they have names.
fn equal_types(types: &[TypeDef]) -> Option<HashMap<TypeId, TypeId>> {
    let mut first: HashMap<String, TypeId> = HashMap::new();
    let mut same = HashMap::new();
    let named = types
        .iter()
        .enumerate()
        .filter(|(_, definition)| definition.name.is_some());
    let inline = types
        .iter()
        .enumerate()
        .filter(|(_, definition)| definition.name.is_none());
    for (at, definition) in named.chain(inline) {
        // An enumeration is shared by name and values when it is made.
        if !matches!(definition.kind, TypeKind::Object(_) | TypeKind::Union(_)) {
            continue;
        }
        let known = *first
            .entry(shape_of(&definition.kind))
            .or_insert(TypeId(at));
        let has_name = types[known.0].name.is_some();
        if known != TypeId(at)
            && definition.name.is_none()
            && (has_name || !is_small(&definition.kind))
        {
            same.insert(TypeId(at), known);
        }
    }
    (!same.is_empty()).then_some(same)
}

/// The types that components and operations lead to, in order.
fn reached(types: &[TypeDef], operations: &[Operation]) -> BTreeSet<TypeId> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<TypeId> = Vec::new();
    let components = types
        .iter()
        .enumerate()
        .filter(|(_, definition)| definition.name.is_some());
    open.extend(components.map(|(at, _)| TypeId(at)));
    open.extend(
        operations
            .iter()
            .flat_map(Operation::types)
            .filter_map(Type::named),
    );
    while let Some(id) = open.pop() {
        if reached.insert(id) {
            open.extend(types[id.0].kind.types().into_iter().filter_map(Type::named));
        }
    }
    reached
}

fn rename(types: &mut [TypeDef], operations: &mut [Operation], new: &dyn Fn(TypeId) -> TypeId) {
    let mut apply = |ty: &mut Type| rename_type(ty, new);
    types
        .iter_mut()
        .for_each(|definition| kind_types(&mut definition.kind, &mut apply));
    operations
        .iter_mut()
        .flat_map(Operation::types_mut)
        .for_each(apply);
}

fn rename_type(ty: &mut Type, new: &dyn Fn(TypeId) -> TypeId) {
    match ty {
        Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) => rename_type(inner, new),
        Type::Named(id) => *id = new(*id),
        _ => {}
    }
}

/// Calls `visit` with every type that `kind` consists of.
pub(super) fn kind_types(kind: &mut TypeKind, visit: &mut dyn FnMut(&mut Type)) {
    match kind {
        TypeKind::Object(object) => {
            let cases = object.cases.iter_mut().flat_map(|cases| &mut cases.cases);
            let members = object
                .members
                .iter_mut()
                .chain(cases.flat_map(|case| &mut case.members));
            members.for_each(|member| visit(&mut member.ty));
            object.rest.iter_mut().for_each(visit);
        }
        TypeKind::Union(Union::Shaped { alternatives }) => {
            alternatives
                .iter_mut()
                .for_each(|alternative| visit(&mut alternative.ty));
        }
        TypeKind::Union(Union::Tagged { alternatives, .. } | Union::Dependent { alternatives }) => {
            alternatives.iter_mut().for_each(|(_, ty)| visit(ty));
        }
        TypeKind::Alias(ty) => visit(ty),
        TypeKind::Enumeration(_) | TypeKind::Numbers(_) => {}
    }
}
