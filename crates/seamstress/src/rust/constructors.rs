//! Constructors and setters of types that requests contain.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::definitions::{case_names, field_name, kind_field, required};
use super::{Emitter, docs, ident};
use crate::api::{Api, Case, Member, Object, Type, TypeId, TypeKind};

/// The types that parameters of operations consist of.
pub(super) fn sent_types(api: &Api) -> BTreeSet<TypeId> {
    let mut sent = BTreeSet::new();
    let parameters = api
        .operations
        .iter()
        .flat_map(|operation| &operation.parameters);
    let mut open: Vec<TypeId> = parameters
        .filter_map(|parameter| parameter.ty.named())
        .collect();
    while let Some(id) = open.pop() {
        if !sent.insert(id) {
            continue;
        }
        if let TypeKind::Object(object) = &api.type_def(id).kind {
            let cases = object.cases.iter().flat_map(|cases| &cases.cases);
            let members = object
                .members
                .iter()
                .chain(cases.flat_map(|case| &case.members));
            open.extend(members.filter_map(|member| member.ty.named()));
        }
    }
    sent
}

impl Emitter<'_> {
    /// What a caller makes a value of the type with.
    pub(super) fn constructors(&self, id: TypeId, condition: &TokenStream) -> TokenStream {
        let TypeKind::Object(object) = &self.api.type_def(id).kind else {
            return TokenStream::new();
        };
        let name = self.names.of(id);
        let new = match &object.cases {
            None => self.constructor(id, object, None),
            Some(cases) => {
                let cases = cases.cases.iter().zip(case_names(cases));
                cases
                    .map(|(case, name)| self.constructor(id, object, Some((case, name))))
                    .collect()
            }
        };
        let setters = object
            .members
            .iter()
            .filter(|member| !member.required || member.nullable)
            .map(|member| self.setter(id, member));
        quote! {
            #condition
            impl #name {
                #new
                #(#setters)*
            }
        }
    }

    fn constructor(
        &self,
        id: TypeId,
        object: &Object,
        case: Option<(&Case, proc_macro2::Ident)>,
    ) -> TokenStream {
        let name = case.as_ref().map_or_else(
            || format_ident!("new"),
            |(case, _)| {
                let name = ident::snake(case.value.text());
                let taken = object
                    .members
                    .iter()
                    .any(|member| field_name(&member.name) == name);
                // A constructor must not stand in front of the methods of derived traits.
                if taken
                    || ["default", "clone", "eq", "ne", "fmt"].contains(&name.to_string().as_str())
                {
                    format_ident!("new_{}", ident::module(case.value.text()))
                } else {
                    name
                }
            },
        );
        let own: &[Member] = case.as_ref().map_or(&[], |(case, _)| &case.members);
        let arguments = required(&object.members)
            .chain(required(own))
            .map(|member| {
                let name = field_name(&member.name);
                let ty = self.argument(&name, &member.ty).ty;
                quote! { #name: #ty }
            });
        let fields: Vec<TokenStream> = required(&object.members)
            .map(|member| self.given(id, member))
            .collect();
        let kind = case.as_ref().map(|(case, variant)| {
            let (field, kind) = (kind_field(object), self.names.kind(id));
            if case.members.is_empty() {
                return quote! { #field: #kind::#variant, };
            }
            let given = case.members.iter().map(|member| {
                if member.required && !member.nullable {
                    return self.given(id, member);
                }
                let name = field_name(&member.name);
                quote! { #name: None, }
            });
            quote! { #field: #kind::#variant { #(#given)* }, }
        });
        let text = match &case {
            None => "A value with what must be there.".to_owned(),
            Some((case, _)) => {
                format!(
                    "One of kind `{}`.",
                    super::definitions::code(case.value.text())
                )
            }
        };
        let docs = docs::comment(&text);
        let none = fields.is_empty() && kind.is_none();
        let value = if none {
            quote! { Self::default() }
        } else {
            quote! { Self { #(#fields)* #kind ..Self::default() } }
        };
        quote! {
            #docs
            #[must_use]
            pub fn #name(#(#arguments),*) -> Self { #value }
        }
    }

    /// The field of a member, out of the argument with its name.
    fn given(&self, id: TypeId, member: &Member) -> TokenStream {
        let name = field_name(&member.name);
        let value = self.argument(&name, &member.ty).value;
        let boxed = self.layout.is_boxed(id, &member.ty, false);
        if boxed {
            quote! { #name: Box::new(#value), }
        } else if name == value.to_string() {
            quote! { #name, }
        } else {
            quote! { #name: #value, }
        }
    }

    fn setter(&self, id: TypeId, member: &Member) -> TokenStream {
        let name = field_name(&member.name);
        let docs = docs::attributes(&member.docs);
        let boxed = self.layout.is_boxed(id, &member.ty, true);
        let (ty, set) = if member.nullable && !matches!(member.ty, Type::Map(_)) {
            let argument = self.nullable_argument(&name, &member.ty);
            let (ty, key) = (argument.ty, &member.name);
            let value = if boxed {
                quote! { .map(Box::new) }
            } else {
                TokenStream::new()
            };
            let set = quote! { self.#name = self.extra.set_nullable(#key, #name.into()) #value; };
            (ty, set)
        } else {
            let argument = self.argument(&name, &member.ty);
            let value = argument.value;
            let value = if boxed {
                quote! { Box::new(#value) }
            } else {
                value
            };
            (argument.ty, quote! { self.#name = Some(#value); })
        };
        quote! {
            #docs
            #[must_use]
            pub fn #name(mut self, #name: #ty) -> Self {
                #set
                self
            }
        }
    }
}
