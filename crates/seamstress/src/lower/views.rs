//! Views: what a type is where it is sent, and what it is where it comes back.
//!
//! A member that only the server sets (`readOnly`) is no part of a request, and one that only
//! requests have (`writeOnly`) need not arrive. A type that goes one way has the members of that
//! way. A type that goes both ways, and could not be made without a member that only the server
//! knows, becomes two: the one that comes back keeps the name, the one that is sent is its input.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::share::kind_types;
use crate::api::{Location, Member, Operation, Type, TypeDef, TypeId, TypeKind, Way};
use crate::document::Pointer;

/// Gives every type of `types` the members of the ways that it goes.
///
/// `of_the_server` are the places of members that only the server sets: those that stand in a body
/// of named members are no parameters.
pub(super) fn split(
    types: &mut Vec<TypeDef>,
    operations: &mut [Operation],
    of_the_server: &BTreeSet<Pointer>,
) {
    for operation in operations.iter_mut() {
        operation.parameters.retain(|parameter| {
            parameter.location != Location::Body || !of_the_server.contains(&parameter.pointer)
        });
    }
    let parameters = operations
        .iter()
        .flat_map(|operation| &operation.parameters);
    let sent = reached(types, parameters.map(|parameter| &parameter.ty));
    let returned = operations.iter().flat_map(|operation| {
        let given = operation.parameters.len();
        operation.types().into_iter().skip(given)
    });
    let received = reached(types, returned);
    let inputs = inputs(types, &sent, &received);
    let input = |ty: &mut Type| rename(ty, &inputs);
    // Inputs hold inputs, and so does what is only sent.
    let ids: Vec<TypeId> = inputs.keys().copied().collect();
    for id in &ids {
        let mut definition = types[id.0].clone();
        definition.name = definition.name.map(|name| format!("{name}_input"));
        definition.title = definition.title.map(|title| format!("{title}_input"));
        definition.pointer = definition.pointer.child("readOnly");
        types.push(definition);
    }
    let only_sent = sent.iter().filter(|id| !received.contains(id)).copied();
    let rewritten: Vec<TypeId> = only_sent.chain(inputs.values().copied()).collect();
    for id in rewritten {
        let kind = &mut types[id.0].kind;
        kind_types(kind, &mut |ty| input(ty));
        members(kind, &mut |members| {
            members.retain(|member| member.way != Way::Received)
        });
    }
    for id in received {
        members(&mut types[id.0].kind, &mut |members| {
            for member in members.iter_mut().filter(|member| member.way == Way::Sent) {
                member.required = false;
            }
        });
    }
    for operation in operations {
        let given = operation.parameters.iter_mut();
        given.for_each(|parameter| input(&mut parameter.ty));
    }
}

/// The types that go both ways and need a view of their own where they are sent, and the place
/// where that will stand: those with a member that must be there and that only the server sets,
/// and those that hold such a type.
fn inputs(
    types: &[TypeDef],
    sent: &BTreeSet<TypeId>,
    received: &BTreeSet<TypeId>,
) -> BTreeMap<TypeId, TypeId> {
    let mut split: BTreeSet<TypeId> = sent
        .iter()
        .filter(|id| asks_for_the_servers(&types[id.0].kind))
        .copied()
        .collect();
    let mut holders: HashMap<TypeId, Vec<TypeId>> = HashMap::new();
    for id in sent.intersection(received) {
        let parts = types[id.0].kind.types().into_iter();
        for part in parts.filter_map(Type::named) {
            holders.entry(part).or_default().push(*id);
        }
    }
    let mut open: Vec<TypeId> = split.intersection(received).copied().collect();
    while let Some(part) = open.pop() {
        let holders = holders.remove(&part).unwrap_or_default();
        open.extend(holders.into_iter().filter(|id| split.insert(*id)));
    }
    let split = split.into_iter().filter(|id| received.contains(id));
    split.zip((types.len()..).map(TypeId)).collect()
}

/// Whether a value cannot be made without what only the server knows.
fn asks_for_the_servers(kind: &TypeKind) -> bool {
    let asks = |member: &Member| member.way == Way::Received && member.required && !member.nullable;
    match kind {
        TypeKind::Object(object) => {
            let cases = object.cases.iter().flat_map(|cases| &cases.cases);
            let own = cases.flat_map(|case| &case.members);
            object.members.iter().chain(own).any(asks)
        }
        _ => false,
    }
}

/// The types that `roots` lead to.
fn reached<'a>(types: &[TypeDef], roots: impl Iterator<Item = &'a Type>) -> BTreeSet<TypeId> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<TypeId> = roots.filter_map(Type::named).collect();
    while let Some(id) = open.pop() {
        if reached.insert(id) {
            open.extend(types[id.0].kind.types().into_iter().filter_map(Type::named));
        }
    }
    reached
}

/// Calls `visit` with the lists of members of an object.
fn members(kind: &mut TypeKind, visit: &mut dyn FnMut(&mut Vec<Member>)) {
    if let TypeKind::Object(object) = kind {
        visit(&mut object.members);
        let cases = object.cases.iter_mut().flat_map(|cases| &mut cases.cases);
        cases.for_each(|case| visit(&mut case.members));
    }
}

fn rename(ty: &mut Type, inputs: &BTreeMap<TypeId, TypeId>) {
    match ty {
        Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) => rename(inner, inputs),
        Type::Named(id) => *id = inputs.get(id).copied().unwrap_or(*id),
        _ => {}
    }
}
