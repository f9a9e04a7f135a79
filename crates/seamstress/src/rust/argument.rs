//! Arguments: how a caller passes a value, and how it becomes the value.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::Emitter;
use super::bodies::content_argument;
use super::bound::Bound;
use crate::api::Type;

/// The type of an argument, and the expression that makes the value of it.
pub(super) struct Argument {
    pub(super) ty: TokenStream,
    pub(super) value: TokenStream,
}

impl Emitter<'_> {
    /// The argument of a parameter.
    pub(super) fn parameter(&self, bound: &Bound<'_>) -> Argument {
        if let Some(content) = content_argument(&bound.name, &bound.parameter.ty) {
            return content;
        }
        if bound.parameter.nullable {
            self.nullable_argument(&bound.name, &bound.parameter.ty)
        } else {
            self.argument(&bound.name, &bound.parameter.ty)
        }
    }

    /// An argument `name` of type `ty`: text and ids are taken in every form that they come in.
    pub(super) fn argument(&self, name: &Ident, ty: &Type) -> Argument {
        let plain = self.value_type(ty);
        match ty {
            _ if converts(ty) => Argument {
                ty: quote! { impl Into<#plain> },
                value: quote! { #name.into() },
            },
            // A value that is always the same is made, and not converted.
            Type::List(item) if converts(item) && !matches!(**item, Type::Constant(_)) => {
                let item = self.value_type(item);
                Argument {
                    ty: quote! { impl IntoIterator<Item = impl Into<#item>> },
                    value: quote! { #name.into_iter().map(Into::into).collect::<#plain>() },
                }
            }
            Type::List(item) => {
                let item = self.value_type(item);
                Argument {
                    ty: quote! { impl IntoIterator<Item = #item> },
                    value: quote! { #name.into_iter().collect::<#plain>() },
                }
            }
            Type::Map(item) => {
                let item = self.value_type(item);
                Argument {
                    ty: quote! { impl IntoIterator<Item = (impl Into<String>, impl Into<#item>)> },
                    value: quote! {
                        #name.into_iter().map(|(key, value)| (key.into(), value.into())).collect::<#plain>()
                    },
                }
            }
            _ => Argument {
                ty: plain,
                value: quote! { #name },
            },
        }
    }

    /// An argument that may also be null: a value, or `None`.
    pub(super) fn nullable_argument(&self, name: &Ident, ty: &Type) -> Argument {
        let plain = self.value_type(ty);
        Argument {
            ty: quote! { impl Into<Nullable<#plain>> },
            value: quote! { #name.into() },
        }
    }
}

/// Whether an argument of this type is taken in several forms.
pub(super) fn converts(ty: &Type) -> bool {
    matches!(
        ty,
        Type::String
            | Type::DateTime
            | Type::Formatted(_)
            | Type::Id(_)
            | Type::Json
            | Type::Constant(_)
    )
}
