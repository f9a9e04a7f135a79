//! Types of values, as tokens.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Emitter, ident};
use crate::api::{Format, Member, Operation, Type, TypeId};

/// What the runtime has for texts of a format, beside `DateTime`.
pub(super) const FORMATS: &[&str] = &["Base64", "CalendarDate", "IsoDuration", "TimeOfDay"];

impl Emitter<'_> {
    /// Those of them that the API uses.
    pub(super) fn formats(&self) -> Vec<&'static str> {
        let of_types = self
            .api
            .types
            .iter()
            .flat_map(|definition| definition.kind.types());
        let of_operations = self.api.operations.iter().flat_map(Operation::types);
        let used: BTreeSet<&str> = of_types
            .chain(of_operations)
            .filter_map(|ty| match ty.innermost() {
                Type::Formatted(format) => Some(format_name(*format)),
                _ => None,
            })
            .collect();
        used.into_iter().collect()
    }

    /// The name of the type of the API that a value consists of.
    pub(super) fn named_type(&self, ty: &Type) -> Option<Ident> {
        match ty.innermost() {
            Type::Id(name) => Some(self.names.id(name)),
            Type::Named(id) => Some(self.names.of(*id).clone()),
            _ => None,
        }
    }

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
            Type::Formatted(format) => {
                let name = ident::ident(format_name(*format));
                quote! { #name }
            }
            Type::Json => quote! { Value },
            Type::Content => quote! { seamstress_runtime::Upload },
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

/// What the runtime has for texts of a format.
fn format_name(format: Format) -> &'static str {
    match format {
        Format::Date => "CalendarDate",
        Format::Time => "TimeOfDay",
        Format::Duration => "IsoDuration",
        Format::Bytes => "Base64",
    }
}

/// The smallest common integer type that holds all values between the bounds.
///
/// Without a bound, 64 bits have to do: no server means more, and what does not fit is kept with
/// the unknown members.
fn integer_type(minimum: Option<i128>, maximum: Option<i128>) -> TokenStream {
    let is_positive = minimum.is_some_and(|minimum| minimum >= 0);
    let least = minimum.unwrap_or_else(|| i64::MIN.into());
    let most = maximum.unwrap_or_else(|| i64::MAX.into());
    if is_positive && most <= u32::MAX.into() {
        quote! { u32 }
    } else if is_positive && most <= u64::MAX.into() {
        quote! { u64 }
    } else if least >= i32::MIN.into() && most <= i32::MAX.into() {
        quote! { i32 }
    } else if least >= i64::MIN.into() && most <= i64::MAX.into() {
        quote! { i64 }
    } else {
        quote! { i128 }
    }
}
