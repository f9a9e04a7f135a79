//! Settings: what the runtime is told of the API, as statics.

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;
use crate::config::QueryStyle;

impl Emitter<'_> {
    /// The statics.
    pub(super) fn settings(&self) -> TokenStream {
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
        let error = client.error.clone().unwrap_or_default();
        let object = optional(error.object.as_deref());
        let kind = optional(error.kind.as_deref());
        let message = optional(error.message.as_deref());
        let validation = optional(error.validation.as_deref());
        let messages = optional(error.validation_messages.as_deref());
        let error_id = optional(error.request_id.as_deref());
        let paging = self.config.pagination.as_ref().map(|paging| {
            let (parameter, next) = (&paging.cursor_parameter, &paging.next_cursor);
            let (info, has_next) = (
                optional(paging.info.as_deref()),
                optional(paging.has_next.as_deref()),
            );
            quote! {
                /// How lists come in pages.
                #[allow(dead_code, reason = "some features have no lists")]
                pub(crate) static PAGING: Paging = Paging {
                    cursor_parameter: #parameter,
                    info: #info,
                    has_next: #has_next,
                    next_cursor: #next,
                };
            }
        });
        quote! {
            static SETTINGS: Settings = Settings {
                base_url: #base_url,
                user_agent: #user_agent,
                headers: &[#(#headers),*],
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
        }
    }
}
