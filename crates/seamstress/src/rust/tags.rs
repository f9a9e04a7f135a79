//! Tags: members that can have one value only, since it says of which kind an object is.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;
use crate::api::{Api, Member, Scalar, Type, TypeId, TypeKind, Union};

/// The tags of types that are alternatives of unions, by type and name of the member.
pub(super) struct Tags<'a>(BTreeMap<(TypeId, &'a str), &'a Scalar>);

impl<'a> Tags<'a> {
    /// Of all types of `api` that mean the same in every union that they are part of.
    pub(super) fn new(api: &'a Api) -> Self {
        let mut values: BTreeMap<(TypeId, &str), BTreeSet<&Scalar>> = BTreeMap::new();
        for definition in &api.types {
            let TypeKind::Union(Union::Tagged { tag, alternatives }) = &definition.kind else {
                continue;
            };
            for (value, ty) in alternatives {
                if let Type::Named(id) = ty {
                    values.entry((*id, tag)).or_default().insert(value);
                }
            }
        }
        let only =
            |values: BTreeSet<&'a Scalar>| values.first().copied().filter(|_| values.len() == 1);
        let tags = values
            .into_iter()
            .filter_map(|(key, values)| Some((key, only(values)?)));
        Self(tags.collect())
    }
}

impl Emitter<'_> {
    /// The value of `member` in every `id`, where it is such a tag.
    pub(super) fn tag_value(&self, id: TypeId, member: &Member) -> Option<TokenStream> {
        let Scalar::String(value) = self.tags.0.get(&(id, member.name.as_str()))? else {
            return None;
        };
        let tokens = match &member.ty {
            Type::String => quote! { #value.to_owned() },
            Type::Named(ty) => {
                let TypeKind::Enumeration(known) = &self.api.type_def(*ty).kind else {
                    return None;
                };
                let at = known
                    .values
                    .iter()
                    .position(|known| known.value == *value)?;
                let variant = self.scopes.variants(*ty).get(at)?;
                let name = self.names.of(*ty);
                quote! { #name::#variant }
            }
            _ => return None,
        };
        Some(match member.required && !member.nullable {
            true => tokens,
            false => quote! { Some(#tokens) },
        })
    }
}
