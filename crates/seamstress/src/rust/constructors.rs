//! Constructors and setters of types that requests contain.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::definitions::required;
use super::{Emitter, docs};
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
        let parts = api.type_def(id).kind.types();
        open.extend(parts.into_iter().filter_map(Type::named));
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
            None => self.constructor(id, object, format_ident!("new"), None),
            Some(cases) => {
                let names = self.scopes.constructors(id);
                let cases = cases.cases.iter().zip(self.scopes.variants(id)).zip(names);
                cases
                    .map(|(case, name)| self.constructor(id, object, name.clone(), Some(case)))
                    .collect()
            }
        };
        let setters = object
            .members
            .iter()
            .filter(|member| !member.required || member.nullable)
            .map(|member| self.setter(id, member));
        let of_cases = self.case_setters(id, object);
        quote! {
            #condition
            impl #name {
                #new
                #(#setters)*
                #of_cases
            }
        }
    }

    /// The name of a setter: that of the field, unless a method has it.
    pub(super) fn setter_name(&self, id: TypeId, member: &Member) -> Ident {
        self.scopes.setter(id, &member.name)
    }

    fn constructor(
        &self,
        id: TypeId,
        object: &Object,
        name: Ident,
        case: Option<(&Case, &Ident)>,
    ) -> TokenStream {
        let own: &[Member] = case.as_ref().map_or(&[], |(case, _)| &case.members);
        let (tags, asked): (Vec<&Member>, Vec<&Member>) = object
            .members
            .iter()
            .partition(|member| self.tag_value(id, member).is_some());
        let asked = || required(asked.iter().copied());
        let arguments = asked().chain(required(own)).map(|member| {
            let name = self.scopes.field(id, &member.name);
            let ty = self.argument(&name, &member.ty).ty;
            quote! { #name: #ty }
        });
        let tags = tags.into_iter().filter_map(|member| {
            let (name, value) = (
                self.scopes.field(id, &member.name),
                self.tag_value(id, member)?,
            );
            Some(quote! { #name: #value, })
        });
        let fields: Vec<TokenStream> = tags
            .chain(asked().map(|member| self.given(id, member)))
            .collect();
        let kind = case.as_ref().map(|(case, variant)| {
            let (field, kind) = (self.scopes.kind(id), self.names.kind(id));
            if case.members.is_empty() {
                return quote! { #field: #kind::#variant, };
            }
            let given = case.members.iter().map(|member| {
                if member.required && !member.nullable {
                    return self.given(id, member);
                }
                let name = self.scopes.field(id, &member.name);
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
        let name = self.scopes.field(id, &member.name);
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
        let name = self.scopes.field(id, &member.name);
        let docs = self.texts.attributes(&member.docs);
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
        let method = self.setter_name(id, member);
        quote! {
            #docs
            #[must_use]
            pub fn #method(mut self, #name: #ty) -> Self {
                #set
                self
            }
        }
    }
}
