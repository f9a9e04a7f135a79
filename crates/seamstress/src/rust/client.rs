//! The entry of the crate: `lib.rs` and the client type.

use proc_macro2::Ident;
use quote::{format_ident, quote};

use super::builder::Built;
use super::credentials::has_provider;
use super::features::feature_name;
use super::values::FORMATS;
use super::{
    Emitter, credentials, docs, failures, headers, ident, own, resources, restricted, webhooks,
};
use crate::api::Api;
use crate::config::Config;
use crate::output::File;

/// What the crate shows of the runtime.
pub(super) const REEXPORTED: &[&str] = &[
    "ApiError",
    "Attempt",
    "Client",
    "DateTime",
    "Error",
    "ErrorKind",
    "Hook",
    "Items",
    "Page",
    "Pages",
    "Request",
    "Response",
    "RetryOptions",
    "Sending",
    "Transport",
    "TransportError",
    "ValidationError",
    "WaitOptions",
    "json",
    "jiff",
];

/// `src/lib.rs`.
pub(super) fn lib_file(emitter: &Emitter<'_>) -> File {
    let (client, builder) = emitter.client_names();
    let restricted_modules = emitter.api.restricted.iter().map(|restricted| {
        let module = restricted::module(restricted);
        quote! { pub mod #module; }
    });
    let restricted_names = emitter.api.restricted.iter().map(|restricted| {
        let module = restricted::module(restricted);
        let (client, builder) = restricted::names(restricted);
        quote! { pub use #module::{#client, #builder}; }
    });
    let tokens = has_provider(&emitter.api.credentials).then_some(["Token", "TokenProvider"]);
    let formats = emitter.formats();
    let reexported = REEXPORTED
        .iter()
        .chain(tokens.iter().flatten())
        .chain(&formats);
    let reexported = reexported.map(|name| ident::ident(name));
    let waiting = emitter.waiting_condition().map(|condition| {
        quote! { #condition mod waiting; }
    });
    let webhook = webhooks::module(emitter);
    let (_, own) = own::modules(emitter);
    let (failures, headers) = (failures::module(emitter), headers::module(emitter));
    let tokens = quote! {
        #![doc = include_str!("../README.md")]
        #![forbid(unsafe_code)]
        #![allow(deprecated, reason = "deprecated members are read and written all the same")]
        #![allow(
            clippy::disallowed_names, clippy::module_inception, clippy::self_named_constructors,
            clippy::should_implement_trait, clippy::too_many_arguments,
            reason = "names, and what must be given, are the API's"
        )]
        #![allow(
            clippy::doc_lazy_continuation, clippy::doc_nested_refdefs,
            clippy::doc_overindented_list_items, clippy::doc_suspicious_footnotes,
            clippy::tabs_in_doc_comments,
            reason = "documentation is laid out as the API's owner has it"
        )]

        mod client;
        #failures
        #headers
        #own
        pub mod resources;
        #(#restricted_modules)*
        mod settings;
        #[cfg(feature = "testing")]
        pub mod testing;
        #[allow(unused_imports, reason = "which types a file needs depends on the features")]
        pub mod types;
        #waiting
        #webhook

        pub use client::{#client, #builder};
        #(#restricted_names)*
        pub use seamstress_runtime as runtime;
        #[cfg(feature = "blocking")]
        pub use seamstress_runtime::BlockingIter;
        pub use seamstress_runtime::{#(#reexported),*};
    };
    emitter.source("src/lib.rs", tokens, "")
}

/// `src/client.rs`.
pub(super) fn client_file(emitter: &Emitter<'_>) -> File {
    let (client, builder) = emitter.client_names();
    let accessors = emitter.api.resources.iter().map(|resource| {
        let feature = feature_name(&resource.name);
        let accessor = resources::accessor(emitter, resource);
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
    let credentials = &emitter.api.credentials;
    let constructors = credentials::constructors(credentials, &builder, &emitter.api.exchanges);
    let (exchanges, methods) = emitter.exchanges(&client, &builder);
    let built = Built {
        client: &client,
        builder: &builder,
        settings: &format_ident!("SETTINGS"),
        credentials,
        prefix: "",
        methods,
    };
    let (from_env, builder_code) = (built.environment(emitter), built.builder(emitter));
    let wait = emitter.wait_methods();
    let sending = (!emitter.api.exchanges.is_empty()).then(|| quote! { Sending, });
    let error = has_error(emitter).then(|| quote! { Error, });
    let provider = has_provider(credentials).then(|| quote! { TokenProvider, });
    let tokens = quote! {
        //! The client and its builder.

        use seamstress_runtime::{Client, ClientBuilder, #error #sending #provider};
        use crate::settings::*;
        #[allow(unused_imports, reason = "with no feature there is no resource")]
        use crate::resources::*;

        #docs
        #[derive(Clone, Debug)]
        pub struct #client { client: Client }

        impl #client {
            #constructors
            #exchanges
            #from_env
            /// A builder, for all that can be set.
            pub fn builder() -> #builder { #builder::new() }

            /// The client below, which sends requests of every kind.
            #[must_use]
            pub fn client(&self) -> &Client { &self.client }

            #wait
            #(#accessors)*
        }

        #builder_code
    };
    emitter.source("src/client.rs", tokens, &built.table())
}

/// Whether the client has a constructor that can fail.
fn has_error(emitter: &Emitter<'_>) -> bool {
    let exchanged = |at: usize| emitter.api.exchanges.iter().any(|known| known.from == at);
    (0..emitter.api.credentials.len()).any(|at| !exchanged(at))
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
    if REEXPORTED.contains(&name.as_str())
        || FORMATS.contains(&name.as_str())
        || ["BlockingIter", "Token", "TokenProvider"].contains(&name.as_str())
        || ident::type_name(&name) != name
    {
        return format_ident!("{name}Api");
    }
    ident::ident(&name)
}
