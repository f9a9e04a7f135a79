//! The entry of the crate: `lib.rs` and the client type.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::features::feature_name;
use super::{Emitter, builder, docs, ident, resources};
use crate::api::Api;
use crate::config::{Config, CredentialConfig};
use crate::output::File;

/// What the crate shows of the runtime.
const REEXPORTED: &[&str] = &[
    "ApiError",
    "Client",
    "DateTime",
    "Error",
    "ErrorKind",
    "Items",
    "Page",
    "Pages",
    "Request",
    "Response",
    "ValidationError",
    "WaitOptions",
    "json",
    "jiff",
];

/// `src/lib.rs`.
pub(super) fn lib_file(emitter: &Emitter<'_>) -> File {
    let (client, builder) = emitter.client_names();
    let reexported = REEXPORTED.iter().map(|name| ident::ident(name));
    let waiting = emitter.waiting_condition().map(|condition| {
        quote! { #condition mod waiting; }
    });
    let tokens = quote! {
        #![doc = include_str!("../README.md")]
        #![forbid(unsafe_code)]
        #![allow(deprecated, reason = "deprecated members are read and written all the same")]
        #![allow(
            clippy::module_inception, clippy::self_named_constructors, clippy::too_many_arguments,
            reason = "names, and what must be given, are the API's"
        )]

        mod client;
        pub mod resources;
        #[allow(unused_imports, reason = "which types a file needs depends on the features")]
        pub mod types;
        #waiting

        pub use client::{#client, #builder};
        pub use seamstress_runtime::{#(#reexported),*};
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
    let builder_code = builder::builder(emitter, &client, &builder);
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

impl Emitter<'_> {
    /// The names of the client and of its builder.
    pub(super) fn client_names(&self) -> (Ident, Ident) {
        let name = name(self.api, self.config);
        let builder = format_ident!("{name}Builder");
        (name, builder)
    }
}

/// The name of the client: as configured, or after the title.
pub(super) fn name(api: &Api, config: &Config) -> Ident {
    let given = config
        .client
        .name
        .as_ref()
        .map(|name| name.as_str().to_owned());
    let name = given.unwrap_or_else(|| {
        let title = if api.title.is_empty() {
            "Api"
        } else {
            &api.title
        };
        ident::pascal(title)
    });
    // It stands at the root of the crate, beside what is re-exported there.
    if REEXPORTED.contains(&name.as_str()) || ident::type_name(&name) != name {
        return format_ident!("{name}Api");
    }
    ident::ident(&name)
}
