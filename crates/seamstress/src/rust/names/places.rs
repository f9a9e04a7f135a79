//! Places: where inline types stand, which is what they are named after.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::things;
use crate::api::{Api, Object, Operation, Returns, Type, TypeId, TypeKind, Union};
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
    let mut places = Places {
        api,
        found: BTreeMap::new(),
    };
    for (at, definition) in api.types.iter().enumerate() {
        places.in_type(&Owner::Type(TypeId(at)), &definition.kind);
    }
    for (at, operation) in api.operations.iter().enumerate() {
        places.in_operation(at, operation);
    }
    let mut places = places.found;
    tell_apart(api, &mut places);
    places
}

/// Places while they are looked for.
struct Places<'a> {
    api: &'a Api,
    found: BTreeMap<TypeId, Vec<Place>>,
}

impl Places<'_> {
    fn in_type(&mut self, owner: &Owner, kind: &TypeKind) {
        match kind {
            TypeKind::Object(object) => self.in_object(owner, object),
            TypeKind::Union(Union::Shaped { alternatives }) => {
                for one in alternatives {
                    let key = one.required.first().map_or("value", String::as_str);
                    self.add(owner, &one.ty, key, things::shape(one));
                }
            }
            TypeKind::Union(
                Union::Tagged { alternatives, .. } | Union::Dependent { alternatives },
            ) => {
                for (value, ty) in alternatives {
                    self.add(owner, ty, value.text(), things::tag(value));
                }
            }
            TypeKind::Alias(ty) => self.add(owner, ty, "value", things::ALIAS.to_owned()),
            TypeKind::Enumeration(_) | TypeKind::Numbers(_) => {}
        }
    }

    fn in_object(&mut self, owner: &Owner, object: &Object) {
        for member in &object.members {
            self.add(
                owner,
                &member.ty,
                &member.name,
                things::member(&member.name),
            );
        }
        if let Some(rest) = &object.rest {
            self.add(owner, rest, "value", things::REST.to_owned());
        }
        let cases = object.cases.iter().flat_map(|cases| &cases.cases);
        let mut types: HashMap<&str, (&Type, bool)> = HashMap::new();
        for member in cases.clone().flat_map(|case| &case.members) {
            let (first, differs) = types.entry(&member.name).or_insert((&member.ty, false));
            *differs |= **first != member.ty;
        }
        for case in cases {
            let value = case.value.text();
            for member in &case.members {
                // Where all cases agree on a member, the case says nothing.
                let differs = types.get(member.name.as_str()).is_some_and(|(_, it)| *it);
                let words = match differs {
                    true => ident::words(&ident::pascal(value)),
                    false => Vec::new(),
                };
                let part = things::member_of(value, &member.name);
                self.add_in(owner, words, &member.ty, &member.name, part);
            }
        }
    }

    fn in_operation(&mut self, at: usize, operation: &Operation) {
        let path = ident::pascal(&operation.full_path().join("_"));
        let owner = &Owner::Operation(at, path);
        for parameter in &operation.parameters {
            let part = things::parameter(parameter);
            self.add(owner, &parameter.ty, &parameter.name, part);
        }
        for failure in &operation.failures {
            if let Some(ty) = &failure.ty {
                self.add(owner, ty, "error", things::answer(failure.status));
            }
        }
        for header in &operation.headers {
            let part = things::header(&header.name);
            self.add(owner, &header.ty, &header.name, part);
        }
        if let Some(stream) = &operation.stream {
            self.add(owner, &stream.item, "item", things::ITEM.to_owned());
        }
        self.in_answer(at, owner, operation);
    }

    /// What stands in a member of the answer is named after the resource and that member.
    fn in_answer(&mut self, at: usize, owner: &Owner, operation: &Operation) {
        let steps = operation.resource.iter().map(|step| singular(step));
        let resource = ident::pascal(&steps.collect::<Vec<_>>().join("_"));
        let resource = &Owner::Operation(at, resource);
        let given = things::returned(operation.returns.key());
        match &operation.returns {
            Returns::Value { key, ty } => match key {
                Some(key) => self.add(resource, ty, key, given),
                None => self.add(owner, ty, "response", given),
            },
            Returns::Page { key, item, .. } => match key {
                Some(key) => self.add(resource, item, &singular(key), given),
                None => self.add(owner, item, "item", given),
            },
            Returns::Stream(stream) => {
                self.add(owner, &stream.item, "item", things::ITEM.to_owned());
            }
            Returns::OneOf(outcomes) => {
                for outcome in outcomes {
                    if let Some(ty) = &outcome.ty {
                        self.add(owner, ty, "response", things::answer(outcome.status));
                    }
                }
            }
            Returns::Nothing | Returns::Text | Returns::Content => {}
        }
    }

    fn add(&mut self, owner: &Owner, ty: &Type, member: &str, part: String) {
        self.add_in(owner, Vec::new(), ty, member, part);
    }

    /// The same with words between the owner and the member.
    fn add_in(
        &mut self,
        owner: &Owner,
        mut words: Vec<String>,
        ty: &Type,
        member: &str,
        part: String,
    ) {
        let inline = |id: &TypeId| self.api.type_def(*id).name.is_none();
        let Some(id) = ty.named().filter(inline) else {
            return;
        };
        let member = match ty.is_collection() {
            true => singular(member),
            false => member.into(),
        };
        words.extend(ident::words(&ident::pascal(&member)));
        if matches!(ty, Type::Map(_)) {
            words.push("Value".to_owned());
        }
        let owner = owner.clone();
        let places = self.found.entry(id).or_default();
        places.push(Place { owner, words, part });
    }
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
