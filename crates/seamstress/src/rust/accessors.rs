//! Accessors: the methods of a union for the members that all of its alternatives have.
//!
//! They are rows of the union's table, and the runtime writes a `match` for each: as text they would
//! have a line per alternative.

use std::collections::{BTreeSet, HashMap};

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::makers::DERIVED;
use super::tables::spaced;
use super::{Emitter, docs, ident};
use crate::api::{Docs, Member, Object, Type, TypeId, TypeKind, Union};

/// A member that all alternatives of a union have.
struct Shared<'a> {
    /// As the first alternative has it.
    member: &'a Member,
    /// What all of them say of it.
    docs: Docs,
    /// The field, which has one name in all of them.
    field: Ident,
}

impl Emitter<'_> {
    /// The rows behind `all` in the table of a union.
    pub(super) fn accessors(&self, union: &Union) -> Vec<String> {
        let shared = self.shared(union);
        let fields = shared.iter().map(|one| one.field.to_string());
        let fields: Vec<String> = fields.collect();
        let plain = fields.iter().map(|name| name.trim_start_matches("r#"));
        let methods = ident::side_by_side(&plain.collect::<Vec<_>>(), DERIVED);
        let mut rows = Vec::new();
        for ((one, field), method) in shared.iter().zip(&fields).zip(methods) {
            let text = one.docs.text.as_deref().unwrap_or_default();
            let text = docs::lines_of(&docs::sanitize(text));
            rows.extend(text.lines().map(str::to_owned));
            rows.extend(one.docs.deprecated.as_deref().map(docs::deprecated_text));
            let renamed = match ident::unlike_keywords(&method) {
                method if method == one.field => String::new(),
                method => format!(" as {method}"),
            };
            let given = spaced(&self.lent_type(&one.member.ty));
            rows.push(format!("{field}{renamed}: {given},"));
        }
        rows
    }

    /// The members that all alternatives have, in the order of the first.
    fn shared(&self, union: &Union) -> Vec<Shared<'_>> {
        let objects = self.objects(union).unwrap_or_default();
        let Some(((first, object), others)) = objects.split_first() else {
            return Vec::new();
        };
        // The methods of a union of one type would be its fields once more.
        if others.is_empty() {
            return Vec::new();
        }
        let shared = object.members.iter().map(|member| Shared {
            member,
            docs: member.docs.clone(),
            field: self.scopes.field(*first, &member.name),
        });
        let mut shared: Vec<Shared<'_>> = shared
            .filter(|one| one.member.ty.innermost() != &Type::Content)
            .collect();
        for (id, object) in others {
            let members = object.members.iter();
            let members: HashMap<&str, &Member> = members
                .map(|member| (member.name.as_str(), member))
                .collect();
            shared.retain_mut(|one| {
                let Some(other) = members.get(one.member.name.as_str()) else {
                    return false;
                };
                one.docs = common(&one.docs, &other.docs);
                self.is_alike(&one.member.ty, &other.ty)
                    && self.scopes.field(*id, &other.name) == one.field
            });
        }
        shared
    }

    /// The alternatives, each type once; nothing where one is no object.
    fn objects(&self, union: &Union) -> Option<Vec<(TypeId, &Object)>> {
        let mut met = BTreeSet::new();
        let mut objects = Vec::new();
        for ty in union.types() {
            let Type::Named(id) = self.api.meant(ty) else {
                return None;
            };
            let object = self.api.type_def(*id).kind.object()?;
            if met.insert(*id) {
                objects.push((*id, object));
            }
        }
        Some(objects)
    }

    /// Whether the two are one type in Rust, where integers of different bounds often are.
    fn is_alike(&self, one: &Type, other: &Type) -> bool {
        let (one, other) = (self.api.meant(one), self.api.meant(other));
        one == other
            || matches!(
                (one.innermost(), other.innermost()),
                (Type::Integer { .. }, Type::Integer { .. })
            ) && self.value_type(one).to_string() == self.value_type(other).to_string()
    }

    /// The type by which a field is lent.
    fn lent_type(&self, ty: &Type) -> TokenStream {
        let is_copied = |id: &TypeId| matches!(self.api.type_def(*id).kind, TypeKind::Numbers(_));
        match self.api.meant(ty) {
            Type::String => quote! { &str },
            Type::List(inner) => {
                let inner = self.value_type(inner);
                quote! { &[#inner] }
            }
            ty @ (Type::Boolean | Type::Integer { .. } | Type::Number) => self.value_type(ty),
            Type::Named(id) if is_copied(id) => self.value_type(ty),
            _ => {
                let ty = self.value_type(ty);
                quote! { &#ty }
            }
        }
    }
}

/// What both say.
fn common(one: &Docs, other: &Docs) -> Docs {
    let text = one.text.clone().filter(|_| one.text == other.text);
    let reason = one.deprecated.clone();
    Docs {
        text,
        deprecated: reason.filter(|_| other.deprecated.is_some()),
    }
}
