//! Layout in memory: which fields are boxed.
//!
//! Two reasons: a type that contains itself needs a box on every way back to itself, and a large
//! struct inside another makes lists of the outer one large, most of it empty.

use std::collections::{BTreeMap, BTreeSet};

use crate::api::{Api, Member, Object, Type, TypeId, TypeKind, Union};

/// An optional struct larger than this many bytes is boxed.
const LARGE_OPTIONAL: usize = 96;
/// A struct larger than this many bytes is boxed, even where it is always there.
const LARGE: usize = 256;

/// The decisions for all types of an API.
pub(super) struct Layout {
    /// Other names of types, which no box can stand behind, and the types.
    aliases: BTreeMap<TypeId, TypeId>,
    recursive: BTreeSet<(TypeId, TypeId)>,
    sizes: BTreeMap<TypeId, usize>,
}

impl Layout {
    pub(super) fn new(api: &Api) -> Self {
        let mut layout = Self {
            aliases: aliases(api),
            recursive: BTreeSet::new(),
            sizes: BTreeMap::new(),
        };
        let mut done = BTreeSet::new();
        let all = (0..api.types.len()).map(TypeId);
        for id in in_order(api, all) {
            layout.find_cycles(api, id, &mut Vec::new(), &mut done);
        }
        for at in 0..api.types.len() {
            layout.size_of(api, TypeId(at));
        }
        layout
    }

    /// Whether a field of `owner` with this type is boxed.
    pub(super) fn is_boxed(&self, owner: TypeId, ty: &Type, optional: bool) -> bool {
        let Some(id) = self.held(ty) else {
            return false;
        };
        let limit = if optional { LARGE_OPTIONAL } else { LARGE };
        self.recursive.contains(&(owner, id)) || self.size(id) > limit
    }

    /// About how many bytes a value takes.
    pub(super) fn size(&self, id: TypeId) -> usize {
        self.sizes.get(&id).copied().unwrap_or(0)
    }

    /// About how many bytes the fields of `members` take in `owner`.
    pub(super) fn members_size(&self, owner: TypeId, members: &[Member]) -> usize {
        members
            .iter()
            .map(|member| self.member_size(owner, member))
            .sum()
    }

    /// Marks the edges on which a walk comes back to a type that it is still inside of. Lists and
    /// maps end a walk: what they hold is elsewhere in memory already.
    fn find_cycles(
        &mut self,
        api: &Api,
        id: TypeId,
        inside: &mut Vec<TypeId>,
        done: &mut BTreeSet<TypeId>,
    ) {
        if done.contains(&id) || self.aliases.contains_key(&id) {
            return;
        }
        inside.push(id);
        let parts = parts(&api.type_def(id).kind).into_iter();
        for next in in_order(api, parts.filter_map(|ty| self.held(ty))) {
            if inside.contains(&next) {
                self.recursive.insert((id, next));
            } else {
                self.find_cycles(api, next, inside, done);
            }
        }
        inside.pop();
        done.insert(id);
    }

    /// The type that a value holds in place, by its own name.
    fn held(&self, ty: &Type) -> Option<TypeId> {
        let id = direct(ty)?;
        Some(self.aliases.get(&id).copied().unwrap_or(id))
    }

    fn size_of(&mut self, api: &Api, id: TypeId) -> usize {
        if let Some(size) = self.sizes.get(&id) {
            return *size;
        }
        // What refers back to this type is boxed, so this is never read for a real size.
        self.sizes.insert(id, 8);
        let parts: Vec<Type> = parts(&api.type_def(id).kind).into_iter().cloned().collect();
        for ty in &parts {
            if let Some(next) = self
                .held(ty)
                .filter(|next| !self.recursive.contains(&(id, *next)))
            {
                self.size_of(api, next);
            }
        }
        let size = match &api.type_def(id).kind {
            TypeKind::Object(object) => self.object_size(id, object),
            TypeKind::Enumeration(_) | TypeKind::Numbers(_) => 16,
            TypeKind::Union(_) => {
                8 + parts
                    .iter()
                    .map(|ty| self.type_size(id, ty, true))
                    .max()
                    .unwrap_or(0)
            }
            TypeKind::Alias(ty) => self.type_size(id, &ty.clone(), false),
        };
        self.sizes.insert(id, size);
        size
    }

    fn object_size(&self, id: TypeId, object: &Object) -> usize {
        let members = self.members_size(id, &object.members);
        let cases = object.cases.iter().flat_map(|cases| &cases.cases);
        let largest = cases.map(|case| self.members_size(id, &case.members)).max();
        // The unknown members are kept behind a pointer; an unknown case has a tag beside.
        8 + members + largest.map_or(0, |largest| largest.max(24) + 8)
    }

    fn member_size(&self, owner: TypeId, member: &Member) -> usize {
        self.type_size(owner, &member.ty, !member.required || member.nullable)
    }

    fn type_size(&self, owner: TypeId, ty: &Type, optional: bool) -> usize {
        match ty {
            Type::Boolean | Type::Constant(_) => 1,
            Type::Integer { .. } | Type::Number => 8 + if optional { 8 } else { 0 },
            Type::Id(_) | Type::Formatted(_) => 16,
            Type::String | Type::List(_) | Type::Map(_) => 24,
            Type::DateTime | Type::Json | Type::Content => 32,
            Type::Nullable(inner) => self.type_size(owner, inner, true),
            Type::Named(_) if self.is_boxed(owner, ty, optional) => 8,
            Type::Named(id) => self.size(*id),
        }
    }
}

/// The types in an order that does not depend on that of the document: which way of a circle is
/// boxed must not change with it.
fn in_order(api: &Api, ids: impl Iterator<Item = TypeId>) -> Vec<TypeId> {
    let mut ids: Vec<TypeId> = ids.collect();
    ids.sort_by_key(|id| (api.type_def(*id).pointer.as_str(), *id));
    ids
}

/// The types that are other names of one that a value holds in place, and that one.
fn aliases(api: &Api) -> BTreeMap<TypeId, TypeId> {
    let next = |id: TypeId| match &api.type_def(id).kind {
        TypeKind::Alias(ty) => direct(ty),
        _ => None,
    };
    let last = |id: TypeId| {
        let mut last = next(id)?;
        // The lowering has broken circles; a bound costs nothing.
        for _ in 0..api.types.len() {
            let Some(further) = next(last) else { break };
            last = further;
        }
        Some(last)
    };
    let ids = (0..api.types.len()).map(TypeId);
    ids.filter_map(|id| Some((id, last(id)?))).collect()
}

/// The type that a value holds in place.
fn direct(ty: &Type) -> Option<TypeId> {
    match ty {
        Type::Named(id) => Some(*id),
        Type::Nullable(inner) => direct(inner),
        _ => None,
    }
}

fn parts(kind: &TypeKind) -> Vec<&Type> {
    match kind {
        TypeKind::Object(object) => {
            let cases = object.cases.iter().flat_map(|cases| &cases.cases);
            let members = object
                .members
                .iter()
                .chain(cases.flat_map(|case| &case.members));
            members.map(|member| &member.ty).collect()
        }
        TypeKind::Union(Union::Shaped { alternatives }) => alternatives
            .iter()
            .map(|alternative| &alternative.ty)
            .collect(),
        TypeKind::Union(Union::Tagged { alternatives, .. } | Union::Dependent { alternatives }) => {
            alternatives.iter().map(|(_, ty)| ty).collect()
        }
        TypeKind::Alias(ty) => vec![ty],
        TypeKind::Enumeration(_) | TypeKind::Numbers(_) => Vec::new(),
    }
}
