//! The builder of the client.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Emitter, docs, ident};

/// The struct of the builder, and all that can be set.
pub(super) fn builder(emitter: &Emitter<'_>, client: &Ident, builder: &Ident) -> TokenStream {
    let docs = docs::ours(&format!("Sets up a [`{client}`]."));
    let credentials = emitter.config.client.credentials.iter().map(|credential| {
        let name = ident::snake(credential.name.as_str());
        let schemes = &credential.schemes;
        let text = credential.description.clone();
        let text = text.unwrap_or_else(|| "The credential, sent as a bearer token.".to_owned());
        let docs = docs::comment(&text);
        quote! {
            #docs
            pub fn #name(mut self, #name: impl Into<String>) -> Self {
                self.credentials.push((&[#(#schemes),*], #name.into()));
                self
            }
        }
    });
    quote! {
        #docs
        #[must_use = "a builder does nothing until it is built"]
        pub struct #builder {
            inner: ClientBuilder,
            credentials: Vec<(&'static [&'static str], String)>,
        }

        impl #builder {
            fn new() -> Self {
                Self { inner: Client::builder(&SETTINGS), credentials: Vec::new() }
            }

            #(#credentials)*

            /// The base URL of the API.
            #[doc(alias = "base_url")]
            pub fn endpoint(mut self, url: impl Into<String>) -> Self {
                self.inner = self.inner.base_url(url);
                self
            }

            /// The time for one attempt at a request: 30 seconds unless set.
            pub fn timeout(mut self, timeout: Duration) -> Self {
                self.inner = self.inner.timeout(timeout);
                self
            }

            /// A header of every request.
            pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
                self.inner = self.inner.header(name, value);
                self
            }

            /// The largest answer that is read, in bytes after decoding: 64 MiB unless set.
            pub fn max_response_bytes(mut self, bytes: u64) -> Self {
                self.inner = self.inner.max_response_bytes(bytes);
                self
            }

            /// Sends requests by other means than the built-in HTTP client.
            pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
                self.inner = self.inner.transport(transport);
                self
            }

            /// The client.
            ///
            /// # Errors
            ///
            /// Where a setting cannot be used, or TLS cannot be set up.
            pub fn build(self) -> Result<#client, Error> {
                let mut inner = self.inner;
                for (schemes, secret) in self.credentials {
                    inner = inner.credential(Credential::bearer(schemes, &secret)?);
                }
                Ok(#client { client: inner.build()? })
            }
        }

        impl std::fmt::Debug for #builder {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!(#builder)).finish_non_exhaustive()
            }
        }
    }
}
