//! Setters of optional members that only some cases of an object have.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::Emitter;
use super::definitions::code;
use crate::api::{Cases, Docs, Member, Object, Type, TypeId};

/// A member, and the cases that have it: their variants, and the values of their tags.
pub(super) struct OfCases<'a> {
    pub(super) member: &'a Member,
    pub(super) variants: Vec<Ident>,
    pub(super) values: Vec<&'a str>,
}

/// The optional members of cases; those of one name and one type have one setter.
pub(super) fn of_cases<'a>(cases: &'a Cases, variants: &[Ident]) -> Vec<OfCases<'a>> {
    let mut found: Vec<OfCases<'_>> = Vec::new();
    for (at, case) in cases.cases.iter().enumerate() {
        let variant = variants.get(at);
        let optional = case.members.iter();
        for member in optional.filter(|member| !member.required || member.nullable) {
            let is_same = |known: &&mut OfCases<'_>| {
                known.member.name == member.name
                    && known.member.ty == member.ty
                    && known.member.nullable == member.nullable
            };
            match found.iter_mut().find(is_same) {
                Some(known) => {
                    known.variants.extend(variant.cloned());
                    known.values.push(case.value.text());
                }
                None => found.push(OfCases {
                    member,
                    variants: variant.cloned().into_iter().collect(),
                    values: vec![case.value.text()],
                }),
            }
        }
    }
    found
}

impl Emitter<'_> {
    /// The setters.
    pub(super) fn case_setters(&self, id: TypeId, object: &Object) -> TokenStream {
        let Some(cases) = &object.cases else {
            return TokenStream::new();
        };
        let setters = of_cases(cases, self.scopes.variants(id));
        let setters = setters.iter().zip(self.scopes.case_setters(id));
        setters
            .map(|(one, name)| self.case_setter(id, &cases.tag, one, name))
            .collect()
    }

    fn case_setter(&self, id: TypeId, tag: &str, one: &OfCases<'_>, method: &Ident) -> TokenStream {
        let (member, variants) = (one.member, &one.variants);
        let (field, kind) = (self.scopes.kind(id), self.names.kind(id));
        let name = self.scopes.field(id, &member.name);
        let boxed = self.layout.is_boxed(id, &member.ty, true);
        let (ty, value) = if member.nullable && !matches!(member.ty, Type::Map(_)) {
            let key = &member.name;
            let boxed = boxed.then(|| quote! { .map(Box::new) });
            let set = quote! { self.extra.set_nullable(#key, #name.into()) #boxed };
            (self.nullable_argument(&name, &member.ty).ty, set)
        } else {
            let argument = self.argument(&name, &member.ty);
            let value = argument.value;
            let value = if boxed {
                quote! { Box::new(#value) }
            } else {
                value
            };
            (argument.ty, quote! { Some(#value) })
        };
        let values: Vec<String> = one
            .values
            .iter()
            .map(|value| format!("`{}`", code(value)))
            .collect();
        let only = format!("Only where `{}` is {}.", code(tag), values.join(" or "));
        let text = match &member.docs.text {
            Some(text) => format!("{}\n\n{only}", text.trim()),
            None => only,
        };
        let docs = self.texts.attributes(&Docs {
            text: Some(text),
            deprecated: member.docs.deprecated.clone(),
        });
        let held = match name == "held" {
            true => quote! { held },
            false => quote! { #name: held },
        };
        quote! {
            #docs
            #[must_use]
            pub fn #method(mut self, #name: #ty) -> Self {
                let value = #value;
                if let #(#kind::#variants { #held, .. })|* = &mut self.#field {
                    *held = value;
                }
                self
            }
        }
    }
}
