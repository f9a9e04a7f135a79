//! Definitions: the structs and enums that a type becomes.

use std::collections::HashMap;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Emitter, docs, ident};
use crate::api::{
    Api, Cases, Docs, Enumeration, Member, Object, Type, TypeDef, TypeId, TypeKind, Union,
};
use crate::document::Pointer;

/// Variants that differ by more bytes than this are what clippy calls a large difference.
const LARGE_DIFFERENCE: usize = 150;

impl Emitter<'_> {
    /// The definition of a type, with `condition` before each item.
    pub(super) fn definition(&self, id: TypeId, condition: &TokenStream) -> TokenStream {
        let definition = self.api.type_def(id);
        match &definition.kind {
            TypeKind::Object(object) => self.object(id, definition, object, condition),
            TypeKind::Enumeration(values) => self.enumeration(id, definition, values, condition),
            TypeKind::Numbers(numbers) => self.numbers(id, definition, numbers, condition),
            TypeKind::Union(union) => self.union(id, definition, union, condition),
            // A component that is an id: `ids.rs` has the type, under the same name.
            TypeKind::Alias(Type::Id(id_name)) if self.names.id(id_name) == *self.names.of(id) => {
                TokenStream::new()
            }
            TypeKind::Alias(ty) => {
                let (name, docs) = (self.names.of(id), self.type_docs(definition));
                let ty = self.value_type(ty);
                quote! { #condition #docs pub type #name = #ty; }
            }
        }
    }

    fn object(
        &self,
        id: TypeId,
        definition: &TypeDef,
        object: &Object,
        condition: &TokenStream,
    ) -> TokenStream {
        let (name, docs) = (self.names.of(id), self.type_docs(definition));
        let fields = object.members.iter().map(|member| {
            let (name, docs) = (
                self.scopes.field(id, &member.name),
                self.texts.attributes(&member.docs),
            );
            let ty = self.field_type(id, member);
            quote! { #docs pub #name: #ty, }
        });
        let rest = object.rest.as_ref().map(|rest| {
            let (name, ty) = (self.scopes.rest(id), self.value_type(rest));
            quote! {
                /// All further members.
                pub #name: BTreeMap<String, #ty>,
            }
        });
        let kind = object
            .cases
            .as_ref()
            .map(|cases| self.kind_field(id, cases));
        let kind_enum = object
            .cases
            .as_ref()
            .map(|cases| self.kind_enum(id, cases, condition));
        quote! {
            #condition
            #docs
            #[derive(Clone, Debug, Default, PartialEq)]
            #[non_exhaustive]
            pub struct #name {
                #(#fields)*
                #rest
                #kind
                /// Members that this version of the crate does not know.
                pub extra: Extra,
            }
            #kind_enum
        }
    }

    fn kind_field(&self, id: TypeId, cases: &Cases) -> TokenStream {
        let (field, kind) = (self.scopes.kind(id), self.names.kind(id));
        let text = format!(
            "The `{}`, and what only objects with this one have.",
            code(&cases.tag)
        );
        let docs = docs::comment(&text);
        quote! { #docs pub #field: #kind, }
    }

    fn kind_enum(&self, id: TypeId, cases: &Cases, condition: &TokenStream) -> TokenStream {
        let (name, owner) = (self.names.kind(id), self.names.of(id));
        let docs = docs::ours(&format!("The `{}` of [`{owner}`].", code(&cases.tag)));
        let variants = cases
            .cases
            .iter()
            .zip(self.scopes.variants(id))
            .map(|(case, variant)| {
                let docs = self.variant_docs(&case.docs, case.value.text());
                if case.members.is_empty() {
                    return quote! { #docs #variant, };
                }
                let fields = case.members.iter().map(|member| {
                    let (name, docs) = (
                        self.scopes.field(id, &member.name),
                        self.texts.attributes(&member.docs),
                    );
                    let ty = self.field_type(id, member);
                    quote! { #docs #name: #ty, }
                });
                quote! { #docs #[non_exhaustive] #variant { #(#fields)* }, }
            });
        let sizes = cases
            .cases
            .iter()
            .map(|case| self.layout.members_size(id, &case.members));
        let large = large_variants(sizes);
        quote! {
            #condition
            #docs
            #large
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants)*
                /// One that this version of the crate does not know.
                Unknown(Unknown),
            }
        }
    }

    fn enumeration(
        &self,
        id: TypeId,
        definition: &TypeDef,
        enumeration: &Enumeration,
        condition: &TokenStream,
    ) -> TokenStream {
        let (name, docs) = (self.names.of(id), self.type_docs(definition));
        let names = self.scopes.variants(id);
        let variants = enumeration.values.iter().zip(names).map(|(value, name)| {
            let docs = self.variant_docs(&value.docs, &value.value);
            quote! { #docs #name, }
        });
        quote! {
            #condition
            #docs
            #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants)*
                /// A value that this version of the crate does not know.
                Unknown(UnknownValue),
            }
        }
    }

    fn union(
        &self,
        id: TypeId,
        definition: &TypeDef,
        union: &Union,
        condition: &TokenStream,
    ) -> TokenStream {
        let (name, docs) = (self.names.of(id), self.type_docs(definition));
        let names = self.scopes.variants(id);
        let types = union.types();
        let tags: Vec<Option<&str>> = match union {
            Union::Shaped { alternatives } => vec![None; alternatives.len()],
            Union::Tagged { alternatives, .. } | Union::Dependent { alternatives } => alternatives
                .iter()
                .map(|(value, _)| Some(value.text()))
                .collect(),
        };
        let variants = names.iter().zip(&types).zip(tags).map(|((name, ty), tag)| {
            let docs = match tag {
                Some(tag) => docs::comment(&format!("`{}`", code(tag))),
                None => docs::comment(&shape_docs(name)),
            };
            let ty = self.held_type(id, ty, true);
            quote! { #docs #name(#ty), }
        });
        quote! {
            #condition
            #docs
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants)*
                /// One that this version of the crate does not know.
                Unknown(Unknown),
            }
        }
    }

    pub(super) fn type_docs(&self, definition: &TypeDef) -> TokenStream {
        let mut docs = definition.docs.clone();
        if docs.text.is_none() {
            let names = definition.pointer.segments().filter(|segment| {
                !matches!(
                    &**segment,
                    "items" | "schema" | "properties" | "oneOf" | "additionalProperties"
                ) && segment.parse::<u32>().is_err()
            });
            let place = names.last().map(|place| match &*place {
                "parameters" => self.parameter_at(&definition.pointer, &place),
                _ => place.into_owned(),
            });
            docs.text = place.map(|place| format!("`{}`", code(&place)));
        }
        self.texts.attributes(&docs)
    }

    /// What the document says of a value, and the value itself.
    pub(super) fn variant_docs(&self, docs: &Docs, value: &str) -> TokenStream {
        let value = format!("`{}`", code(value));
        let text = match &docs.text {
            Some(text) => format!("{}\n\n{value}", text.trim()),
            None => value,
        };
        self.texts.attributes(&Docs {
            text: Some(text),
            deprecated: docs.deprecated.clone(),
        })
    }

    /// The name of the parameter whose schema is at `pointer`, or else `default`.
    fn parameter_at(&self, pointer: &Pointer, default: &str) -> String {
        let around = std::iter::successors(Some(pointer.clone()), Pointer::parent);
        let parameters = around.filter_map(|pointer| self.parameters.get(&pointer));
        let first = parameters.min_by_key(|(at, _)| *at);
        first.map_or(default, |(_, name)| name).to_owned()
    }
}

/// The names of parameters by where they stand, and their order; of those that stand in one place,
/// the first.
pub(super) fn parameters(api: &Api) -> HashMap<&Pointer, (usize, &str)> {
    let operations = api.operations.iter();
    let all = operations.flat_map(|operation| &operation.parameters);
    let mut parameters = HashMap::new();
    for (at, parameter) in all.enumerate() {
        let known = parameters.entry(&parameter.pointer);
        known.or_insert((at, parameter.name.as_str()));
    }
    parameters
}

fn shape_docs(name: &Ident) -> String {
    let name = name.to_string();
    let words: Vec<String> = ident::words(&name)
        .iter()
        .map(|word| word.to_lowercase())
        .collect();
    let article = if name.starts_with(['A', 'E', 'I', 'O', 'U']) {
        "An"
    } else {
        "A"
    };
    format!("{article} {}.", words.join(" "))
}

/// Text for inside a code span.
pub(super) fn code(text: &str) -> String {
    super::source::one_line(text)
}

fn large_variants(sizes: impl Iterator<Item = usize>) -> TokenStream {
    let mut sizes: Vec<usize> = sizes.chain([32]).collect();
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    match sizes.as_slice() {
        [largest, second, ..] if largest - second > LARGE_DIFFERENCE => {
            quote! { #[allow(clippy::large_enum_variant)] }
        }
        _ => TokenStream::new(),
    }
}

/// The members that `new` takes: those that must be there and cannot be null.
pub(super) fn required<'a>(
    members: impl IntoIterator<Item = &'a Member>,
) -> impl Iterator<Item = &'a Member> {
    members
        .into_iter()
        .filter(|member| member.required && !member.nullable)
}
