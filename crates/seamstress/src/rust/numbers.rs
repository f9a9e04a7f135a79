//! Numbers out of a list: an enum as of strings, over numbers.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Emitter, ident};
use crate::api::{Numbers, TypeDef, TypeId};

impl Emitter<'_> {
    /// The definition of the enum.
    pub(super) fn numbers(
        &self,
        id: TypeId,
        definition: &TypeDef,
        numbers: &Numbers,
        condition: &TokenStream,
    ) -> TokenStream {
        let (name, docs) = (self.names.of(id), self.type_docs(definition));
        let variants = numbers.values.iter().zip(self.scopes.variants(id));
        let variants = variants.map(|(value, name)| {
            let docs = self.variant_docs(&value.docs, &value.value);
            quote! { #docs #name, }
        });
        // Floats are neither hashed nor ordered.
        let derived = if numbers.whole {
            quote! { Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord }
        } else {
            quote! { Clone, Copy, Debug, PartialEq, PartialOrd }
        };
        let held = ident::ident(held(numbers));
        quote! {
            #condition
            #docs
            #[derive(#derived)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants)*
                /// A number that this version of the crate does not know.
                Unknown(UnknownNumber<#held>),
            }
        }
    }
}

/// The type of the numbers.
pub(super) fn held(numbers: &Numbers) -> &'static str {
    if numbers.whole { "i64" } else { "f64" }
}

/// The rows of the table: the values are literals, which the lowering made of JSON numbers.
pub(super) fn rows(numbers: &Numbers, names: &[Ident]) -> Vec<String> {
    let rows = numbers.values.iter().zip(names);
    rows.map(|(value, name)| {
        let is_float = value.value.contains(['.', 'e', 'E']);
        let point = if numbers.whole || is_float { "" } else { ".0" };
        format!("{}{point} => {name},", value.value)
    })
    .collect()
}
