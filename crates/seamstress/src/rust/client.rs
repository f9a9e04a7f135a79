//! The entry of the crate: `lib.rs`, the client type and its builder.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::features::feature_name;
use super::{Emitter, docs, ident, resources};
use crate::api::{Api, TypeId, TypeKind};
use crate::config::{CredentialConfig, QueryStyle, WaitingConfig};
use crate::output::File;

/// `src/lib.rs`.
pub(super) fn lib_file(emitter: &Emitter<'_>) -> File {
    let (client, builder) = emitter.client_names();
    let waiting = emitter.waiting_condition().map(|condition| {
        quote! { #condition mod waiting; }
    });
    let tokens = quote! {
        #![doc = include_str!("../README.md")]
        #![forbid(unsafe_code)]
        #![allow(deprecated, reason = "deprecated members are read and written all the same")]

        mod client;
        pub mod resources;
        #[allow(unused_imports, reason = "which types a file needs depends on the features")]
        pub mod types;
        #waiting

        pub use client::{#client, #builder};
        pub use seamstress_runtime::{
            ApiError, Client, DateTime, Error, ErrorKind, Items, Page, Pages, Request, Response,
            ValidationError, WaitOptions, json, jiff,
        };
    };
    emitter.source("src/lib.rs", tokens, "")
}

/// `src/client.rs`.
pub(super) fn client_file(emitter: &Emitter<'_>) -> File {
    let (client, builder) = emitter.client_names();
    let settings = emitter.settings();
    let accessors = emitter.api.resources.iter().map(|resource| {
        let feature = feature_name(&resource.name);
        let accessor = resources::accessor(emitter, resource, &quote! { self.client });
        quote! { #[cfg(feature = #feature)] #accessor }
    });
    let about = emitter.api.description.clone().unwrap_or_else(|| {
        format!(
            "The client of the {} API.",
            super::definitions::code(&emitter.api.title)
        )
    });
    let docs = docs::comment(&format!(
        "{}\n\nIt is cheap to clone: all clones share one pool of connections.",
        about.trim()
    ));
    let credentials = &emitter.config.client.credentials;
    let new = credentials.first().map(|first| new_method(first, &builder));
    let from_env = from_env(emitter, &builder);
    let builder_code = builder_code(emitter, &client, &builder);
    let paging = emitter
        .config
        .pagination
        .as_ref()
        .map(|_| quote! { Paging, });
    let tokens = quote! {
        //! The client and its builder.

        use std::time::Duration;

        use seamstress_runtime::{Client, ClientBuilder, Credential, Error, ErrorBody, #paging QueryStyle, Settings, Transport};

        #[allow(unused_imports, reason = "with no feature there is no resource")]
        use crate::resources::*;

        #docs
        #[derive(Clone, Debug)]
        pub struct #client { client: Client }

        impl #client {
            #new
            #from_env
            /// A builder, for all that can be set.
            pub fn builder() -> #builder { #builder::new() }

            /// The client below, which sends requests of every kind.
            #[must_use]
            pub fn client(&self) -> &Client { &self.client }

            #(#accessors)*
        }

        #builder_code
        #settings
    };
    emitter.source("src/client.rs", tokens, "")
}

fn new_method(credential: &CredentialConfig, builder: &Ident) -> TokenStream {
    let name = ident::snake(credential.name.as_str());
    quote! {
        /// A client with this credential, and defaults for the rest.
        ///
        /// # Errors
        ///
        /// Where the credential cannot be sent, or TLS cannot be set up.
        pub fn new(#name: impl Into<String>) -> Result<Self, Error> {
            #builder::new().#name(#name).build()
        }
    }
}

fn from_env(emitter: &Emitter<'_>, builder: &Ident) -> Option<TokenStream> {
    let client = &emitter.config.client;
    let credentials: Vec<_> = client
        .credentials
        .iter()
        .filter_map(|c| Some((c, c.environment.as_ref()?)))
        .collect();
    if credentials.is_empty() {
        return None;
    }
    let names: Vec<String> = credentials
        .iter()
        .map(|(_, name)| format!("`{name}`"))
        .collect();
    let urls = &client.environment.base_url;
    let mut text = format!("A client with the credential in {}.", names.join(" or "));
    if !urls.is_empty() {
        let urls: Vec<String> = urls.iter().map(|name| format!("`{name}`")).collect();
        text.push_str(&format!(
            " The endpoint is taken from {}, where that is set.",
            urls.join(" or ")
        ));
    }
    let docs = docs::comment(&text);
    let set = credentials.iter().map(|(credential, name)| {
        let method = ident::snake(credential.name.as_str());
        quote! {
            if let Some(value) = variable(#name) {
                builder = builder.#method(value);
                found = true;
            }
        }
    });
    let missing = format!(
        "no credential: set the environment variable {}",
        names.join(" or ").replace('`', "")
    );
    Some(quote! {
        #docs
        ///
        /// # Errors
        ///
        /// Where no credential is set, it cannot be sent, or TLS cannot be set up.
        pub fn from_env() -> Result<Self, Error> {
            let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
            let mut builder = #builder::new();
            let mut found = false;
            #(#set)*
            if !found {
                return Err(Error::configuration(#missing));
            }
            if let Some(url) = [#(#urls),*].into_iter().find_map(variable) {
                builder = builder.endpoint(url);
            }
            builder.build()
        }
    })
}

fn builder_code(emitter: &Emitter<'_>, client: &Ident, builder: &Ident) -> TokenStream {
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

impl Emitter<'_> {
    /// The names of the client and of its builder.
    pub(super) fn client_names(&self) -> (Ident, Ident) {
        let name = self.config.client.name.as_ref();
        let name = name.map_or_else(
            || ident::pascal(&self.api.title),
            |name| name.as_str().to_owned(),
        );
        let name = ident::ident(&ident::type_name(&name));
        let builder = format_ident!("{name}Builder");
        (name, builder)
    }

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

    /// The type of long-running actions, where the configuration names one that can be awaited.
    pub(super) fn waiting_type(&self) -> Option<TypeId> {
        let waiting = self.config.waiting.as_ref()?;
        let id = component(self.api, &waiting.schema)?;
        self.api
            .operations
            .iter()
            .find(|operation| operation.path == waiting.poll)?;
        self.progress(id, waiting).map(|_| id)
    }

    fn waiting_condition(&self) -> Option<TokenStream> {
        let id = self.waiting_type()?;
        Some(self.features.condition(&self.features.of(id)))
    }

    /// The implementation of `Waitable`: what the status means.
    pub(super) fn progress(&self, id: TypeId, waiting: &WaitingConfig) -> Option<TokenStream> {
        let TypeKind::Object(object) = &self.api.type_def(id).kind else {
            return None;
        };
        let name = self.names.of(id);
        let (pending, success, error) = (&waiting.pending, &waiting.success, &waiting.error);
        let cases = object
            .cases
            .as_ref()
            .filter(|cases| cases.tag == waiting.status);
        let (field, failed) = match cases {
            Some(cases) => {
                let field = super::definitions::kind_field(object);
                let kind = self.names.kind(id);
                let names = super::definitions::case_names(cases);
                let case = cases
                    .cases
                    .iter()
                    .zip(names)
                    .find(|(case, _)| case.value.text() == error);
                let failed = case.and_then(|(case, variant)| {
                    let member = case.members.first()?;
                    let (code, message) = self.failure(&member.ty)?;
                    let binding = super::definitions::field_name(&member.name);
                    Some(quote! {
                        if let #kind::#variant { #binding, .. } = &self.#field {
                            return Progress::Failed {
                                code: #binding.#code.as_str(),
                                message: #binding.#message.as_str(),
                            };
                        }
                    })
                });
                (field, failed)
            }
            None => {
                object
                    .members
                    .iter()
                    .find(|member| member.name == waiting.status && member.required)?;
                (super::definitions::field_name(&waiting.status), None)
            }
        };
        Some(quote! {
            impl Waitable for #name {
                fn progress(&self) -> Progress<'_> {
                    #failed
                    match self.#field.as_str() {
                        #pending => Progress::Pending,
                        #success => Progress::Done,
                        #error => Progress::Failed { code: #error, message: "" },
                        other => Progress::Unknown(other),
                    }
                }
            }
        })
    }

    /// The fields of an error object with its code and its message.
    fn failure(&self, ty: &crate::api::Type) -> Option<(Ident, Ident)> {
        let TypeKind::Object(object) = &self.api.type_def(ty.named()?).kind else {
            return None;
        };
        let error = self.config.client.error.clone().unwrap_or_default();
        let field = |name: Option<String>, default: &str| {
            let name = name.unwrap_or_else(|| default.to_owned());
            let member = object.members.iter().find(|member| member.name == name)?;
            (member.required && !member.nullable).then(|| super::definitions::field_name(&name))
        };
        Some((field(error.kind, "type")?, field(error.message, "message")?))
    }
}

fn component(api: &Api, name: &str) -> Option<TypeId> {
    let at = api
        .types
        .iter()
        .position(|definition| definition.name.as_deref() == Some(name))?;
    Some(TypeId(at))
}
