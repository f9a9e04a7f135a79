//! `src/settings.rs`: what the runtime is told of the API, as statics.

use std::collections::HashSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Emitter, credentials, ident, restricted};
use crate::config::QueryStyle;
use crate::output::File;

/// `src/settings.rs`.
pub(super) fn file(emitter: &Emitter<'_>) -> File {
    let settings = emitter.settings();
    let (exchanges, operations) = emitter.exchange_statics();
    let restricted = emitter.api.restricted.iter().map(restricted::settings);
    let body = quote! { #settings #exchanges #(#restricted)* };
    emitter.source_with_head("src/settings.rs", head, body, &operations)
}

/// What the file says first, and which of the names `used` come from the runtime.
fn head(used: &HashSet<&str>) -> TokenStream {
    let runtime = [
        "Body",
        "Companion",
        "CredentialKind",
        "ErrorBody",
        "Exchange",
        "Grant",
        "Method",
        "NextPage",
        "Operation",
        "Paging",
        "ParameterStyle",
        "Placement",
        "QueryStyle",
        "Settings",
    ];
    let runtime = runtime.into_iter().filter(|name| used.contains(*name));
    let runtime = runtime.map(ident::ident);
    quote! {
        //! What the runtime is told of the API.

        use seamstress_runtime::{#(#runtime),*};
    }
}

impl Emitter<'_> {
    /// The settings of the client, and what they refer to.
    fn settings(&self) -> TokenStream {
        let client = &self.config.client;
        let base_url = client
            .base_url
            .clone()
            .or_else(|| self.api.base_url.clone())
            .unwrap_or_default();
        let user_agent = self.config.user_agent();
        let headers = self.config.headers();
        let headers = headers
            .iter()
            .map(|(name, value)| quote! { (#name, #value) });
        let query = match (client.query.style, &client.query.strict_marker) {
            (QueryStyle::Dotted, Some(marker)) => {
                quote! { QueryStyle::Dotted { marker: Some((#marker, "true")) } }
            }
            (QueryStyle::Dotted, None) => quote! { QueryStyle::Dotted { marker: None } },
            _ => quote! { QueryStyle::Form },
        };
        let optional = |name: Option<&str>| match name {
            Some(name) => quote! { Some(#name) },
            None => quote! { None },
        };
        let request_id = optional(client.request_id_header.as_ref().map(|name| name.as_str()));
        let (kinds, list) = credentials::statics(&self.api.credentials, "");
        let list = (!self.api.credentials.is_empty()).then(|| quote! { credentials: #list, });
        let exclusive = client.exclusive_credentials;
        let exclusive = exclusive.then(|| quote! { exclusive_credentials: true, });
        let variables = |names: &[String], field: &str| {
            let field = ident::ident(field);
            (!names.is_empty()).then(|| quote! { #field: &[#(#names),*], })
        };
        let urls = variables(&client.environment.base_url, "base_url_variables");
        let old = &client.environment.deprecated_base_url;
        let old = variables(old, "deprecated_base_url_variables");
        let error = client.error.clone().unwrap_or_default();
        let object = optional(error.object.as_deref());
        let kind = optional(error.kind.as_deref());
        let message = optional(error.message.as_deref());
        let validation = optional(error.validation.as_deref());
        let messages = optional(error.validation_messages.as_deref());
        let error_id = optional(error.request_id.as_deref());
        let paging = self.paging_statics();
        let servers = self.servers_row();
        quote! {
            pub(crate) static SETTINGS: Settings = Settings {
                base_url: #base_url,
                #servers
                user_agent: #user_agent,
                headers: &[#(#headers),*],
                #list
                #exclusive
                #urls
                #old
                query_style: #query,
                error_body: &ERROR_BODY,
                request_id_header: #request_id,
                ..Settings::DEFAULT
            };

            static ERROR_BODY: ErrorBody = ErrorBody {
                object: #object,
                kind: #kind,
                message: #message,
                validation: #validation,
                validation_messages: #messages,
                request_id: #error_id,
            };

            #paging
            #kinds
        }
    }
}
