//! Clients for credentials that only some operations accept: they offer those, and no others.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::builder::Built;
use super::definitions::code;
use super::features::feature_name;
use super::{Emitter, credentials, docs, ident, source};
use crate::api::{Operation, Resource, RestrictedClient};
use crate::output::File;

/// A file per client.
pub(super) fn files(emitter: &Emitter<'_>) -> Vec<File> {
    let clients = emitter.api.restricted.iter();
    clients.map(|client| file(emitter, client)).collect()
}

/// The module of a client.
pub(super) fn module(restricted: &RestrictedClient) -> Ident {
    let name = ident::module(&restricted.name);
    match name.as_str() {
        "client" | "operations" | "resources" | "runtime" | "settings" | "types" | "waiting"
        | "webhook" => {
            format_ident!("{name}_client")
        }
        _ => ident::ident(&name),
    }
}

/// The names of a client and of its builder.
pub(super) fn names(restricted: &RestrictedClient) -> (Ident, Ident) {
    let name = ident::ident(&restricted.name);
    let builder = format_ident!("{name}Builder");
    (name, builder)
}

/// The static with the settings of a client: those of the main one, but for the credentials.
pub(super) fn settings(restricted: &RestrictedClient) -> TokenStream {
    let (name, prefix) = (settings_name(restricted), prefix(restricted));
    let (kinds, list) = credentials::statics(&restricted.credentials, &prefix);
    quote! {
        pub(crate) static #name: Settings = Settings { credentials: #list, ..SETTINGS };
        #kinds
    }
}

fn settings_name(restricted: &RestrictedClient) -> Ident {
    format_ident!("{}SETTINGS", prefix(restricted))
}

fn prefix(restricted: &RestrictedClient) -> String {
    format!("{}_", ident::module(&restricted.name).to_uppercase())
}

fn file(emitter: &Emitter<'_>, restricted: &RestrictedClient) -> File {
    let (client, builder) = names(restricted);
    let prefix = prefix(restricted);
    let built = Built {
        client: &client,
        builder: &builder,
        settings: &settings_name(restricted),
        credentials: &restricted.credentials,
        prefix: &prefix,
        methods: TokenStream::new(),
    };
    let (main, _) = emitter.client_names();
    let about = restricted.docs.clone().unwrap_or_else(|| {
        format!("A [`{main}`](crate::{main}) for credentials that only some operations accept.")
    });
    let docs = docs::ours(&format!(
        "{}\n\nIt is cheap to clone: all clones share one pool of connections.",
        about.trim()
    ));
    let constructors = credentials::constructors(&restricted.credentials, &builder, &[]);
    let (from_env, builder_code) = (built.environment(emitter), built.builder(emitter));
    let offered = Offered {
        emitter,
        restricted,
    };
    let accessors = offered.accessors(&emitter.api.resources, true);
    let resources: Vec<TokenStream> = emitter
        .api
        .resources
        .iter()
        .map(|resource| offered.resource(resource, &feature_name(&resource.name)))
        .collect();
    let imports = Offered::imports(&resources);
    let tokens = quote! {
        //! A client for credentials that only some operations accept.

        use seamstress_runtime::{Client, ClientBuilder, Error};
        use crate::settings::*;
        #imports

        #docs
        #[derive(Clone, Debug)]
        pub struct #client { client: Client }

        impl #client {
            #constructors
            #from_env
            /// A builder, for all that can be set.
            pub fn builder() -> #builder { #builder::new() }

            /// The client below, which sends requests of every kind.
            #[must_use]
            pub fn client(&self) -> &Client { &self.client }

            #accessors
        }

        #builder_code
        #(#resources)*
    };
    let path = format!("src/{}.rs", module(restricted));
    emitter.source(&path, tokens, &built.table())
}

/// Whether a client has the credentials that an operation accepts: one that suffices alone, or a set
/// of them.
pub(super) fn offers(restricted: &RestrictedClient, operation: &Operation) -> bool {
    let has = |scheme: &String| {
        let mut credentials = restricted.credentials.iter();
        credentials.any(|credential| credential.schemes.contains(scheme))
    };
    let mut sets = operation.security_sets.iter();
    operation.security.iter().any(has) || sets.any(|set| set.iter().all(has))
}

/// The part of the API that the credentials of a client open.
struct Offered<'a> {
    emitter: &'a Emitter<'a>,
    restricted: &'a RestrictedClient,
}

impl Offered<'_> {
    fn operations<'r>(&self, resource: &'r Resource) -> Vec<&Operation>
    where
        Self: 'r,
    {
        let operations = resource.operations.iter();
        let operations = operations.map(|id| self.emitter.api.operation(*id));
        operations
            .filter(|operation| offers(self.restricted, operation))
            .collect()
    }

    /// Whether there is anything to call below `resource`.
    fn reaches(&self, resource: &Resource) -> bool {
        !self.operations(resource).is_empty()
            || resource.children.iter().any(|child| self.reaches(child))
    }

    /// The methods that lead to resources.
    fn accessors(&self, resources: &[Resource], at_top: bool) -> TokenStream {
        let reached = resources.iter().filter(|resource| self.reaches(resource));
        let accessors = reached.map(|resource| {
            let accessor = super::resources::accessor(self.emitter, resource);
            let feature = feature_name(&resource.name);
            let condition = at_top.then(|| quote! { #[cfg(feature = #feature)] });
            quote! { #condition #accessor }
        });
        quote! { #(#accessors)* }
    }

    /// The structs of a resource and of those below.
    fn resource(&self, resource: &Resource, feature: &str) -> TokenStream {
        if !self.reaches(resource) {
            return TokenStream::new();
        }
        let name = self.emitter.names.resource(&resource.path);
        let docs = docs::comment(&format!(
            "The operations of `{}` that these credentials can call.",
            code(&resource.path.join("."))
        ));
        let accessors = self.accessors(&resource.children, false);
        let full = quote! { crate::resources::#name };
        let operations = self.operations(resource);
        let methods = operations
            .into_iter()
            .map(|operation| self.emitter.forwarding_method(operation, &full));
        let below = resource.children.iter();
        let below = below.map(|child| self.resource(child, feature));
        quote! {
            #docs
            #[cfg(feature = #feature)]
            #[derive(Clone, Debug)]
            pub struct #name { client: Client }

            #[cfg(feature = #feature)]
            impl #name {
                fn new(client: &Client) -> Self { Self { client: client.clone() } }
                #accessors
                #(#methods)*
            }
            #(#below)*
        }
    }

    /// What the methods name.
    fn imports(resources: &[TokenStream]) -> TokenStream {
        let text = quote! { #(#resources)* }.to_string();
        let used = source::type_names(&text);
        let map = used
            .contains("BTreeMap")
            .then(|| quote! { use std::collections::BTreeMap; });
        let runtime = [
            "Base64",
            "CalendarDate",
            "DateTime",
            "IsoDuration",
            "TimeOfDay",
        ]
        .into_iter()
        .filter(|name| used.contains(*name));
        let runtime: Vec<Ident> = runtime.map(ident::ident).collect();
        let runtime =
            (!runtime.is_empty()).then(|| quote! { use seamstress_runtime::{#(#runtime),*}; });
        let json = ["Nullable", "Value"]
            .into_iter()
            .filter(|name| used.contains(*name));
        let json: Vec<Ident> = json.map(ident::ident).collect();
        let json =
            (!json.is_empty()).then(|| quote! { use seamstress_runtime::json::{#(#json),*}; });
        let types = quote! {
            #[allow(unused_imports, reason = "which types there are depends on the features")]
            use crate::types::*;
        };
        quote! { #map #runtime #json #types }
    }
}
