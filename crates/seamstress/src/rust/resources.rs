//! Files of resources: one per node of the tree, each with its operations.

use std::collections::{BTreeSet, HashSet};

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::definitions::code;
use super::features::feature_name;
use super::{Emitter, docs, ident};
use crate::api::{Operation, Resource};
use crate::output::File;

/// How a resource is made.
const NEW: &str =
    "pub(crate) fn new(client: &Client) -> Self {\n    Self { client: client.clone() }\n}";

/// The formatter leaves shorter lines of methods as they are.
const NEVER_BROKEN: usize = 80;

/// The files below `src/resources`, and the module that joins them.
pub(super) fn files(emitter: &Emitter<'_>) -> Vec<File> {
    let mut files = Vec::new();
    for resource in &emitter.api.resources {
        resource_files(emitter, resource, "src/resources", &mut files);
    }
    let modules = emitter.api.resources.iter().map(|resource| {
        let (name, feature) = (
            format_ident!("{}", emitter.scopes.module(resource)),
            feature_name(&resource.name),
        );
        quote! {
            #[cfg(feature = #feature)]
            mod #name;
            #[cfg(feature = #feature)]
            pub use #name::*;
        }
    });
    let (own, _) = super::own::modules(emitter);
    let tokens = quote! {
        //! Resources, their operations, and the requests that these start.

        #(#modules)*
        #own
    };
    files.push(emitter.source("src/resources.rs", tokens, ""));
    files
}

fn resource_files(emitter: &Emitter<'_>, resource: &Resource, folder: &str, files: &mut Vec<File>) {
    let module = emitter.scopes.module(resource);
    let path = format!("{folder}/{module}");
    for child in &resource.children {
        resource_files(emitter, child, &path, files);
    }
    let operations: Vec<_> = resource
        .operations
        .iter()
        .map(|id| emitter.api.operation(*id))
        .collect();
    let name = emitter.names.resource(&resource.path);
    let place = code(&resource.path.join("."));
    let definition = emitter.texts.lines(format!(
        "{}\n#[derive(Clone, Debug)]\npub struct {name} {{\n    client: Client,\n}}",
        docs::lines_of(&docs::sanitize(&format!("The operations of `{place}`.")))
    ));
    let new = emitter.texts.lines(NEW.to_owned());
    let children = resource.children.iter().map(|child| {
        let module = format_ident!("{}", emitter.scopes.module(child));
        quote! { mod #module; pub use #module::*; }
    });
    let accessors = resource
        .children
        .iter()
        .map(|child| accessor(emitter, child));
    let methods = operations.iter().map(|operation| emitter.method(operation));
    let requests = operations
        .iter()
        .map(|operation| emitter.request(operation));
    let body = quote! {
        #(#children)*

        #definition

        impl #name {
            #new
            #(#accessors)*
            #(#methods)*
        }
        #(#requests)*
    };
    let statics = operations
        .iter()
        .map(|operation| emitter.operation_static(operation, &emitter.static_name(operation)));
    let rows = operations
        .iter()
        .map(|operation| emitter.operation_table(operation));
    let tables: String = statics.chain(rows).collect();
    let head = |used: &HashSet<&str>| imports(emitter, &operations, used);
    files.push(emitter.source_with_head(&format!("{path}.rs"), head, body, &tables));
}

/// The method that leads to a resource.
pub(super) fn accessor(emitter: &Emitter<'_>, resource: &Resource) -> TokenStream {
    let (method, name) = (
        emitter.scopes.accessor(resource),
        emitter.names.resource(&resource.path),
    );
    let place = code(&resource.path.join("."));
    let docs = docs::lines_of(&docs::sanitize(&format!("The operations of `{place}`.")));
    let signature = format!("pub fn {method}(&self) -> {name} {{");
    let body = format!("{name}::new(&self.client)");
    if signature.len().max(body.len()) < NEVER_BROKEN {
        let method = format!("{docs}\n#[must_use]\n{signature}\n    {body}\n}}");
        return emitter.texts.lines(method);
    }
    let docs = emitter.texts.verbatim(docs);
    quote! {
        #docs
        #[must_use]
        pub fn #method(&self) -> #name { #name::new(&self.client) }
    }
}

/// What a file of operations uses: names of the runtime, where they are among those `used`, and
/// types of the API.
pub(super) fn imports(
    emitter: &Emitter<'_>,
    operations: &[&Operation],
    used: &HashSet<&str>,
) -> TokenStream {
    let has = |name: &str| used.contains(name);
    let runtime = [
        "Base64",
        "Body",
        "CalendarDate",
        "Call",
        "Client",
        "DateTime",
        "IsoDuration",
        "Method",
        "Operation",
        "Paging",
        "ParameterStyle",
        "TimeOfDay",
    ];
    let runtime: Vec<_> = runtime
        .into_iter()
        .filter(|name| has(name))
        .map(ident::ident)
        .collect();
    let json: Vec<_> = ["Nullable", "Value"]
        .into_iter()
        .filter(|name| has(name))
        .map(ident::ident)
        .collect();
    let json = (!json.is_empty()).then(|| quote! { use seamstress_runtime::json::{#(#json),*}; });
    let map = has("BTreeMap").then(|| quote! { use std::collections::BTreeMap; });
    // Operations, statics and variants may be called as types are, so only what stands where a
    // type stands counts.
    let types = operations
        .iter()
        .flat_map(|operation| emitter.operation_types(operation));
    let types: BTreeSet<Ident> = types.collect();
    let types: Vec<Ident> = types.into_iter().collect();
    let types = (!types.is_empty()).then(|| quote! { use crate::types::{#(#types),*}; });
    quote! { #map use seamstress_runtime::{#(#runtime),*}; #json #types }
}
