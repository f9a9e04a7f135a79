//! Places: where inline types stand, which is what they are named after.

use std::collections::{BTreeMap, BTreeSet};

use super::things;
use crate::api::{Api, Member, Returns, Type, TypeId, TypeKind, Union};
use crate::lower::singular;
use crate::rust::ident;

/// A place where an inline type stands.
pub(super) struct Place {
    pub(super) owner: Owner,
    /// Further words after the owner: the case, where only it has the member, and the member.
    pub(super) words: Vec<String>,
    /// What tells the place from all others of its owner, as the lock file has it.
    pub(super) part: String,
}

/// What an inline type stands in.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Owner {
    /// A type.
    Type(TypeId),
    /// An operation, and the steps of a path that is no type: its own, or that of its resource.
    Operation(usize, String),
}

/// All places of inline types.
pub(super) fn places(api: &Api) -> BTreeMap<TypeId, Vec<Place>> {
    let mut places: BTreeMap<TypeId, Vec<Place>> = BTreeMap::new();
    let mut add = |ty: &Type, owner: Owner, before: &[String], member: &str, part: String| {
        let Some(id) = ty.named().filter(|id| api.type_def(*id).name.is_none()) else {
            return;
        };
        let member = if ty.is_collection() {
            singular(member)
        } else {
            member.into()
        };
        let mut words = before.to_vec();
        words.extend(ident::words(&ident::pascal(&member)));
        if matches!(ty, Type::Map(_)) {
            words.push("Value".to_owned());
        }
        places
            .entry(id)
            .or_default()
            .push(Place { owner, words, part });
    };
    for (at, definition) in api.types.iter().enumerate() {
        let owner = || Owner::Type(TypeId(at));
        match &definition.kind {
            TypeKind::Object(object) => {
                for member in &object.members {
                    let part = things::member(&member.name);
                    add(&member.ty, owner(), &[], &member.name, part);
                }
                if let Some(rest) = &object.rest {
                    add(rest, owner(), &[], "value", things::REST.to_owned());
                }
                let cases = object.cases.iter().flat_map(|cases| &cases.cases);
                let all: Vec<&Member> = cases.clone().flat_map(|case| &case.members).collect();
                for case in cases {
                    let value = case.value.text();
                    for member in &case.members {
                        // Where all cases agree on a member, the case says nothing.
                        let differs = all
                            .iter()
                            .any(|m| m.name == member.name && m.ty != member.ty);
                        let words = if differs {
                            ident::words(&ident::pascal(value))
                        } else {
                            Vec::new()
                        };
                        let part = things::member_of(value, &member.name);
                        add(&member.ty, owner(), &words, &member.name, part);
                    }
                }
            }
            TypeKind::Union(Union::Shaped { alternatives }) => {
                for alternative in alternatives {
                    let key = alternative.required.first().map_or("value", String::as_str);
                    add(
                        &alternative.ty,
                        owner(),
                        &[],
                        key,
                        things::shape(alternative),
                    );
                }
            }
            TypeKind::Union(
                Union::Tagged { alternatives, .. } | Union::Dependent { alternatives },
            ) => {
                for (value, ty) in alternatives {
                    add(ty, owner(), &[], value.text(), things::tag(value));
                }
            }
            TypeKind::Alias(ty) => add(ty, owner(), &[], "value", things::ALIAS.to_owned()),
            TypeKind::Enumeration(_) | TypeKind::Numbers(_) => {}
        }
    }
    for (at, operation) in api.operations.iter().enumerate() {
        let path = ident::pascal(&operation.full_path().join("_"));
        let owner = || Owner::Operation(at, path.clone());
        for parameter in &operation.parameters {
            let part = things::parameter(parameter);
            add(&parameter.ty, owner(), &[], &parameter.name, part);
        }
        let resource: Vec<_> = operation
            .resource
            .iter()
            .map(|step| singular(step))
            .collect();
        let resource = Owner::Operation(at, ident::pascal(&resource.join("_")));
        for failure in &operation.failures {
            if let Some(ty) = &failure.ty {
                add(ty, owner(), &[], "error", things::answer(failure.status));
            }
        }
        for header in &operation.headers {
            let part = things::header(&header.name);
            add(&header.ty, owner(), &[], &header.name, part);
        }
        if let Some(stream) = &operation.stream {
            add(&stream.item, owner(), &[], "item", things::ITEM.to_owned());
        }
        let given = things::returned(operation.returns.key());
        match &operation.returns {
            Returns::Value { key: Some(key), ty } => add(ty, resource, &[], key, given),
            Returns::Page {
                key: Some(key),
                item,
                ..
            } => {
                add(item, resource, &[], &singular(key), given);
            }
            Returns::Value { key: None, ty } => add(ty, owner(), &[], "response", given),
            Returns::Page {
                key: None, item, ..
            } => add(item, owner(), &[], "item", given),
            Returns::Stream(stream) => {
                add(&stream.item, owner(), &[], "item", things::ITEM.to_owned());
            }
            Returns::OneOf(outcomes) => {
                for outcome in outcomes {
                    if let Some(ty) = &outcome.ty {
                        add(ty, owner(), &[], "response", things::answer(outcome.status));
                    }
                }
            }
            Returns::Nothing | Returns::Text | Returns::Content => {}
        }
    }
    tell_apart(api, &mut places);
    places
}

/// Types that stand in one place, such as alternatives of one look, are told apart by what they
/// have.
fn tell_apart(api: &Api, places: &mut BTreeMap<TypeId, Vec<Place>>) {
    let mut types: BTreeMap<(&Owner, &str), BTreeSet<TypeId>> = BTreeMap::new();
    for (id, places) in places.iter() {
        for place in places {
            let known = types.entry((&place.owner, &place.part));
            known.or_default().insert(*id);
        }
    }
    let several = types.into_iter().filter(|(_, types)| types.len() > 1);
    let several: BTreeSet<(Owner, String)> = several
        .map(|((owner, part), _)| (owner.clone(), part.to_owned()))
        .collect();
    for (id, places) in places {
        let object = api.type_def(*id).kind.object();
        let members = object.iter().flat_map(|object| &object.members);
        let mut members: Vec<&str> = members.map(|member| member.name.as_str()).collect();
        members.sort_unstable();
        for place in places {
            if several.contains(&(place.owner.clone(), place.part.clone())) {
                place.part = format!("{} #{}", place.part, members.join(" "));
            }
        }
    }
}
