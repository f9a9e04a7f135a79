//! The builder of a client.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Emitter, credentials, docs};
use crate::api::Credential;
use crate::config::EnvironmentConfig;

/// What a builder is made for.
pub(super) struct Built<'a> {
    pub(super) client: &'a Ident,
    pub(super) builder: &'a Ident,
    /// The static with its settings.
    pub(super) settings: &'a Ident,
    pub(super) credentials: &'a [Credential],
    /// What the names of the statics of its credentials begin with.
    pub(super) prefix: &'a str,
    /// Further methods.
    pub(super) methods: TokenStream,
}

impl Built<'_> {
    /// The struct of the builder, and all that can be set.
    pub(super) fn builder(&self, emitter: &Emitter<'_>) -> TokenStream {
        let Self {
            client,
            builder,
            settings,
            methods,
            ..
        } = self;
        let docs = docs::ours(&format!("Sets up a [`{client}`]."));
        let setters = credentials::setters(self.credentials, self.prefix);
        let server = emitter.server_method();
        let from_env = self.variables(emitter).map(|text| {
            let docs = docs::ours(&format!(
                "A builder with what the environment says: {text}\n\nTo have no credential is \
                 then an error of [`build`](Self::build)."
            ));
            quote! {
                #docs
                pub fn from_env() -> Self {
                    let inner = Client::builder(&#settings);
                    Self { inner: inner.environment(|name| std::env::var(name).ok()) }
                }
            }
        });
        quote! {
            #docs
            #[derive(Clone, Debug)]
            #[must_use = "a builder does nothing until it is built"]
            pub struct #builder { inner: ClientBuilder }

            impl #builder {
                fn new() -> Self { Self { inner: Client::builder(&#settings) } }

                #from_env
                #setters
                #methods
                #server
            }
        }
    }

    /// The line that gives the builder what all builders have.
    pub(super) fn table(&self) -> String {
        let Self {
            client, builder, ..
        } = self;
        format!("seamstress_runtime::client_builder! {{ {builder} => {client} }}\n")
    }

    /// The constructor of the client out of the environment.
    pub(super) fn environment(&self, emitter: &Emitter<'_>) -> Option<TokenStream> {
        let builder = self.builder;
        let text = self.variables(emitter)?;
        let docs = docs::comment(&format!("A client as the environment says: {text}"));
        Some(quote! {
            #docs
            ///
            /// # Errors
            ///
            /// Where no credential is set, or one that cannot be used, or TLS cannot be set up.
            pub fn from_env() -> Result<Self, Error> { #builder::from_env().build() }
        })
    }

    /// The variables of the environment, in a sentence; nothing where there are none.
    fn variables(&self, emitter: &Emitter<'_>) -> Option<String> {
        let ways: Vec<String> = self
            .credentials
            .iter()
            .filter_map(|credential| {
                let variable = code(credential.variable.as_ref()?);
                let variable = match &credential.user_variable {
                    Some(user) => format!("{} with {variable}", code(user)),
                    None => variable,
                };
                let companion = credential.companion.as_ref();
                let companion = companion.and_then(|companion| companion.variable.as_ref());
                Some(match companion {
                    Some(companion) => format!("{variable} with {}", code(companion)),
                    None => variable,
                })
            })
            .collect();
        if ways.is_empty() {
            return None;
        }
        let mut text = format!("the credential in {}.", ways.join(", or "));
        let EnvironmentConfig {
            base_url,
            deprecated_base_url,
            ..
        } = &emitter.config.client.environment;
        let urls: Vec<String> = base_url.iter().map(|name| code(name)).collect();
        let old = deprecated_base_url.iter().map(|name| code(name));
        let urls: Vec<String> = urls
            .into_iter()
            .chain(old.map(|name| format!("{name} (deprecated)")))
            .collect();
        if !urls.is_empty() {
            text.push_str(&format!(
                " The base URL is taken from {}, where that is set.",
                urls.join(" or ")
            ));
        }
        Some(text)
    }
}

fn code(name: &str) -> String {
    format!("`{}`", super::definitions::code(name))
}
