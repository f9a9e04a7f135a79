//! Places: where inline types stand, which is what they are named after.

use std::collections::BTreeMap;

use super::ident;
use crate::api::{Api, Member, Returns, Type, TypeId, TypeKind, Union};
use crate::lower::singular;

/// A place where an inline type stands.
pub(super) struct Place {
    pub(super) owner: Owner,
    /// Further words after the owner: the case, where only it has the member, and the member.
    pub(super) words: Vec<String>,
}

/// What an inline type stands in.
pub(super) enum Owner {
    /// A type.
    Type(TypeId),
    /// Steps of a path that is no type: a resource or an operation.
    Path(String),
}

/// All places of inline types.
pub(super) fn places(api: &Api) -> BTreeMap<TypeId, Vec<Place>> {
    let mut places: BTreeMap<TypeId, Vec<Place>> = BTreeMap::new();
    let mut add = |ty: &Type, owner: Owner, before: &[String], member: &str| {
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
        places.entry(id).or_default().push(Place { owner, words });
    };
    for (at, definition) in api.types.iter().enumerate() {
        let owner = || Owner::Type(TypeId(at));
        match &definition.kind {
            TypeKind::Object(object) => {
                object
                    .members
                    .iter()
                    .for_each(|m| add(&m.ty, owner(), &[], &m.name));
                object
                    .rest
                    .iter()
                    .for_each(|rest| add(rest, owner(), &[], "value"));
                let cases = object.cases.iter().flat_map(|cases| &cases.cases);
                let all: Vec<&Member> = cases.clone().flat_map(|case| &case.members).collect();
                for case in cases {
                    for member in &case.members {
                        // Where all cases agree on a member, the case says nothing.
                        let differs = all
                            .iter()
                            .any(|m| m.name == member.name && m.ty != member.ty);
                        let case = if differs {
                            ident::words(&ident::pascal(case.value.text()))
                        } else {
                            Vec::new()
                        };
                        add(&member.ty, owner(), &case, &member.name);
                    }
                }
            }
            TypeKind::Union(Union::Shaped { alternatives }) => {
                for alternative in alternatives {
                    let key = alternative.required.first().map_or("value", String::as_str);
                    add(&alternative.ty, owner(), &[], key);
                }
            }
            TypeKind::Union(Union::Tagged { alternatives, .. }) => {
                alternatives
                    .iter()
                    .for_each(|(value, ty)| add(ty, owner(), &[], value.text()));
            }
            TypeKind::Union(Union::Dependent { alternatives }) => {
                alternatives
                    .iter()
                    .for_each(|(value, ty)| add(ty, owner(), &[], value.text()));
            }
            TypeKind::Alias(ty) => add(ty, owner(), &[], "value"),
            TypeKind::Enumeration(_) | TypeKind::Numbers(_) => {}
        }
    }
    for operation in &api.operations {
        let path = ident::pascal(&operation.full_path().join("_"));
        for parameter in &operation.parameters {
            add(
                &parameter.ty,
                Owner::Path(path.clone()),
                &[],
                &parameter.name,
            );
        }
        let resource: Vec<_> = operation
            .resource
            .iter()
            .map(|step| singular(step))
            .collect();
        let resource = ident::pascal(&resource.join("_"));
        for failure in operation.failures.iter().filter_map(|one| one.ty.as_ref()) {
            add(failure, Owner::Path(path.clone()), &[], "error");
        }
        for header in &operation.headers {
            add(&header.ty, Owner::Path(path.clone()), &[], &header.name);
        }
        if let Some(stream) = &operation.stream {
            add(&stream.item, Owner::Path(path.clone()), &[], "item");
        }
        match &operation.returns {
            Returns::Value { key: Some(key), ty } => add(ty, Owner::Path(resource), &[], key),
            Returns::Page {
                key: Some(key),
                item,
                ..
            } => {
                add(item, Owner::Path(resource), &[], &singular(key));
            }
            Returns::Value { key: None, ty } => add(ty, Owner::Path(path), &[], "response"),
            Returns::Page {
                key: None, item, ..
            } => add(item, Owner::Path(path), &[], "item"),
            Returns::Stream(stream) => add(&stream.item, Owner::Path(path), &[], "item"),
            Returns::OneOf(outcomes) => {
                for ty in outcomes.iter().filter_map(|outcome| outcome.ty.as_ref()) {
                    add(ty, Owner::Path(path.clone()), &[], "response");
                }
            }
            Returns::Nothing | Returns::Text | Returns::Content => {}
        }
    }
    places
}
