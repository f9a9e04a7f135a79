//! Types of values, as tokens.

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;
use crate::api::{Member, Type, TypeId};

impl Emitter<'_> {
    /// The type of a field of `owner`: an `Option` where there may be no value, a box where the
    /// layout asks for one.
    pub(super) fn field_type(&self, owner: TypeId, member: &Member) -> TokenStream {
        let optional = !member.required || member.nullable;
        let ty = self.held_type(owner, &member.ty, optional);
        if optional {
            quote! { Option<#ty> }
        } else {
            ty
        }
    }

    /// The type of a value that `owner` holds in place.
    pub(super) fn held_type(&self, owner: TypeId, ty: &Type, optional: bool) -> TokenStream {
        let held = self.value_type(ty);
        if self.layout.is_boxed(owner, ty, optional) {
            quote! { Box<#held> }
        } else {
            held
        }
    }

    /// The type of a value.
    pub(super) fn value_type(&self, ty: &Type) -> TokenStream {
        match ty {
            Type::String | Type::Constant(_) => quote! { String },
            Type::Boolean => quote! { bool },
            Type::Integer { minimum, maximum } => integer_type(*minimum, *maximum),
            Type::Number => quote! { f64 },
            Type::DateTime => quote! { DateTime },
            Type::Json => quote! { Value },
            Type::Content => quote! { Upload },
            Type::Id(name) => {
                let name = self.names.id(name);
                quote! { #name }
            }
            Type::List(inner) => {
                let inner = self.value_type(inner);
                quote! { Vec<#inner> }
            }
            Type::Map(inner) => {
                let inner = self.value_type(inner);
                quote! { BTreeMap<String, #inner> }
            }
            Type::Nullable(inner) => {
                let inner = self.value_type(inner);
                quote! { Option<#inner> }
            }
            Type::Named(id) => {
                let name = self.names.of(*id);
                quote! { #name }
            }
        }
    }
}

/// The smallest common integer type that holds all values between the bounds.
fn integer_type(minimum: Option<i64>, maximum: Option<i64>) -> TokenStream {
    match (minimum.is_some_and(|minimum| minimum >= 0), maximum) {
        (true, Some(maximum)) if maximum <= i64::from(u32::MAX) => quote! { u32 },
        (true, _) => quote! { u64 },
        (false, _) => quote! { i64 },
    }
}
