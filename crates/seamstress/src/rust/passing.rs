//! Passing: the statements by which arguments become parts of a call.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::Emitter;
use super::argument::converts;
use super::bodies::set_content;
use super::bound::Bound;
use crate::api::{Location, Operation, Type, TypeKind};

/// The longest statement, in tokens with spaces between, that fits on a line of a method.
const LINE: usize = 92;

impl Emitter<'_> {
    /// The call of a method that puts an argument into the path.
    pub(super) fn set_path(&self, bound: &Bound<'_>) -> TokenStream {
        let (name, variable) = (&bound.parameter.name, &bound.name);
        let plain = self.value_type(&bound.parameter.ty);
        match self.api.meant(&bound.parameter.ty) {
            Type::Json => quote! { .path_value_into::<#plain>(#name, #variable) },
            meant if !self.is_text(meant) => {
                let value = self.parameter(bound).value;
                quote! { .path_value(#name, &#value) }
            }
            Type::Named(_) => quote! { .path(#name, #variable.as_str()) },
            _ if converts(&bound.parameter.ty) => {
                quote! { .path_into::<#plain>(#name, #variable) }
            }
            _ => quote! { .path(#name, #variable) },
        }
    }

    /// The statement that passes the argument of a parameter on to `call`.
    pub(super) fn set(
        &self,
        operation: &Operation,
        bound: &Bound<'_>,
        call: &TokenStream,
    ) -> TokenStream {
        let Bound {
            parameter,
            name: variable,
            ..
        } = bound;
        let name = &parameter.name;
        let content = set_content(parameter.location, name, &parameter.ty, variable, call);
        if let Some(content) = content {
            return content;
        }
        let plain = self.value_type(&parameter.ty);
        let into = match (parameter.nullable, converts(&parameter.ty)) {
            (true, _) => Some(quote! { Nullable<#plain> }),
            (false, true) => Some(plain),
            (false, false) => None,
        };
        // A query beside a body needs to be told apart from it.
        let aside = parameter.location == Location::Query && operation.body.has_members();
        let method = if aside {
            format_ident!("set_query")
        } else {
            format_ident!("set")
        };
        match (parameter.location, into) {
            (Location::Cookie, Some(ty)) => quote! { #call.cookie_into::<#ty>(#name, #variable); },
            (Location::Cookie, None) => {
                let value = self.parameter(bound).value;
                quote! { #call.cookie(#name, &#value); }
            }
            (Location::Header, into) if !self.is_text(&parameter.ty) => {
                let made = into.map(|ty| quote! { let #variable: #ty = #variable.into(); });
                let value = match made.is_some() {
                    true => quote! { #variable },
                    false => self.parameter(bound).value,
                };
                quote! { #made #call.header_value(#name, &#value); }
            }
            (Location::Header, Some(ty)) => quote! { #call.header_into::<#ty>(#name, #variable); },
            (Location::Header, None) => quote! { #call.header(#name, #variable); },
            (Location::Whole, Some(ty)) => quote! { #call.body_into::<#ty>(#variable); },
            (Location::Whole, None) => {
                let value = self.parameter(bound).value;
                quote! { #call.body(&#value); }
            }
            (_, Some(ty)) => {
                let line = quote! { #call.set_into::<#ty>(#name, #variable); };
                // The formatter breaks longer lines inside the type, where nobody reads well.
                if !aside && line.to_string().len() <= LINE {
                    return line;
                }
                quote! { let #variable: #ty = #variable.into(); #call.#method(#name, &#variable); }
            }
            (_, None) => {
                let value = self.parameter(bound).value;
                quote! { #call.#method(#name, &#value); }
            }
        }
    }

    /// Whether values of a type are texts without parts.
    fn is_text(&self, ty: &Type) -> bool {
        match self.api.meant(ty) {
            Type::Named(id) => {
                matches!(self.api.type_def(*id).kind, TypeKind::Enumeration(_))
            }
            Type::List(_) | Type::Map(_) | Type::Nullable(_) | Type::Json => false,
            _ => true,
        }
    }
}
