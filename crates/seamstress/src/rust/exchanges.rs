//! Exchanges: credentials that the API gives for others.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::credentials::{constant, method};
use super::{Emitter, docs, ident};
use crate::api::Credential;

impl Emitter<'_> {
    /// The constructor of the client and the method of the builder that obtain a credential.
    pub(super) fn exchanges(&self, client: &Ident, builder: &Ident) -> (TokenStream, TokenStream) {
        let mut constructors = TokenStream::new();
        let mut methods = TokenStream::new();
        for exchange in &self.api.exchanges {
            let from = &self.api.credentials[exchange.from];
            let to = &self.api.credentials[exchange.to];
            let place = method(from).to_string();
            let place = place.trim_start_matches("r#");
            let (constructor, build) = (
                format_ident!("from_{place}"),
                format_ident!("build_from_{place}"),
            );
            let constant = exchange_constant(from);
            let secret = ident::snake(&from.name);
            let names: Vec<Ident> = exchange.arguments.iter().map(|a| ident::snake(a)).collect();
            let arguments = &exchange.arguments;
            let own = exchange.docs.clone().unwrap_or_else(|| {
                let (from, to) = (
                    super::definitions::code(&from.name),
                    super::definitions::code(&to.name),
                );
                format!("A client with the `{to}` that the API gives for this `{from}`.")
            });
            let docs = docs::comment(own.trim());
            let list = quote! { #secret: impl Into<String> #(, #names: impl Into<String>)* };
            constructors.extend(quote! {
                #docs
                ///
                /// # Errors
                ///
                /// Where the credential is of another kind or cannot be sent, TLS cannot be set
                /// up, or the call fails that obtains the other one.
                pub fn #constructor(#list) -> Sending<Self> {
                    #builder::new().#build(#secret #(, #names)*)
                }
            });
            methods.extend(quote! {
                #docs
                ///
                /// # Errors
                ///
                /// Those of [`build`](Self::build), and of the call that obtains it.
                pub fn #build(self, #list) -> Sending<#client> {
                    let arguments = vec![#((#arguments, #names.into())),*];
                    let sending = self.inner.exchange(&#constant, #secret, arguments);
                    sending.map(|client| #client { client })
                }
            });
        }
        (constructors, methods)
    }

    /// The statics of exchanges, with their operations.
    pub(super) fn exchange_statics(&self) -> (TokenStream, String) {
        let mut statics = TokenStream::new();
        let mut operations = String::new();
        for exchange in &self.api.exchanges {
            let from = &self.api.credentials[exchange.from];
            let to = &self.api.credentials[exchange.to];
            let name = exchange_constant(from);
            let operation = format_ident!("{name}_OPERATION");
            let (from, to) = (constant(from, ""), constant(to, ""));
            let token = &exchange.token;
            statics.extend(quote! {
                pub(crate) static #name: Exchange = Exchange {
                    from: &#from,
                    operation: &#operation,
                    token: #token,
                    to: &#to,
                };
            });
            let called = self.api.operation(exchange.operation);
            operations.push_str(&self.operation_static(called, &operation));
        }
        (statics, operations)
    }
}

fn exchange_constant(from: &Credential) -> Ident {
    let name = constant(from, "");
    format_ident!("{name}_EXCHANGE")
}
