//! Servers of single operations: what the runtime is told of them, and what callers are.

use proc_macro2::TokenStream;
use quote::quote;

use super::definitions::code;
use super::{Emitter, docs};
use crate::api::Operation;

impl Emitter<'_> {
    /// The row of the settings that lists them.
    pub(super) fn servers_row(&self) -> Option<TokenStream> {
        let servers = self.api.servers();
        (!servers.is_empty()).then(|| quote! { servers: &[#(#servers),*], })
    }

    /// The method of a builder that replaces one of them.
    pub(super) fn server_method(&self) -> Option<TokenStream> {
        let servers = self.api.servers().into_iter();
        let servers: Vec<String> = servers
            .map(|server| format!("`{}`", code(server)))
            .collect();
        if servers.is_empty() {
            return None;
        }
        let text = format!(
            "The address that operations with a server of their own go to instead: `of` is one of \
             {}.\n\nWithout it they go to the [`base_url`](Self::base_url), where another one is \
             set than the API's.",
            servers.join(", ")
        );
        let docs = docs::ours(&text);
        Some(quote! {
            #docs
            pub fn server(mut self, of: impl Into<String>, url: impl Into<String>) -> Self {
                self.inner = self.inner.server(of, url);
                self
            }
        })
    }
}

/// Where an operation goes that has a server of its own, as words behind its path.
pub(super) fn at_server(operation: &Operation) -> String {
    let server = operation.server.as_ref();
    server.map_or_else(String::new, |server| format!(" at `{}`", code(server)))
}
