//! Files of types: one per component with what stands inside it, one per resource for what only
//! its operations use, and one for the ids.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::constructors::sent_types;
use super::{Emitter, ident, source};
use crate::api::TypeId;
use crate::output::File;

/// The files below `src/types`, and the module that joins them.
pub(super) fn files(emitter: &Emitter<'_>) -> Vec<File> {
    let sent = sent_types(emitter.api);
    let mut groups: BTreeMap<String, Vec<TypeId>> = BTreeMap::new();
    for at in 0..emitter.api.types.len() {
        groups
            .entry(file_of(emitter, TypeId(at)))
            .or_default()
            .push(TypeId(at));
    }
    let mut files = Vec::new();
    let mut modules = Vec::new();
    for (name, ids) in &groups {
        let features: BTreeSet<BTreeSet<String>> =
            ids.iter().map(|id| emitter.features.of(*id)).collect();
        let uniform = features.len() == 1;
        let whole = if uniform {
            features.first().cloned().unwrap_or_default()
        } else {
            features.into_iter().flatten().collect()
        };
        modules.push((name.clone(), emitter.features.condition(&whole)));
        files.push(group_file(emitter, name, ids, uniform, &sent));
    }
    if !emitter.api.ids.is_empty() {
        modules.push(("ids".to_owned(), TokenStream::new()));
        files.push(ids_file(emitter));
    }
    files.push(joining_file(emitter, &modules));
    files
}

fn group_file(
    emitter: &Emitter<'_>,
    name: &str,
    ids: &[TypeId],
    uniform: bool,
    sent: &BTreeSet<TypeId>,
) -> File {
    let mut items = Vec::new();
    let mut tables = Vec::new();
    for id in ids {
        let condition = if uniform {
            TokenStream::new()
        } else {
            emitter.features.condition(&emitter.features.of(*id))
        };
        items.push(emitter.definition(*id, &condition));
        if sent.contains(id) {
            items.push(emitter.constructors(*id, &condition));
        }
        let table = emitter.tables(*id, &attribute_text(&condition));
        tables.extend((!table.is_empty()).then_some(table));
    }
    let body = quote! { #(#items)* };
    let imports = imports(&body);
    emitter.source(
        &format!("src/types/{name}.rs"),
        quote! { #imports #body },
        &tables.join("\n"),
    )
}

/// An attribute as one line of text.
fn attribute_text(attribute: &TokenStream) -> String {
    if attribute.is_empty() {
        return String::new();
    }
    let text = prettyplease::unparse(&syn::parse_quote! { #attribute use x; });
    text.lines()
        .filter(|line| *line != "use x;")
        .collect::<Vec<_>>()
        .join("\n")
}

/// What a file uses, by looking for the names.
fn imports(body: &TokenStream) -> TokenStream {
    let mut used = BTreeSet::new();
    source::collect_idents(body.clone(), &mut used);
    let has = |name: &str| used.contains(name);
    let json = [
        "Extra",
        "Nullable",
        "Unknown",
        "UnknownNumber",
        "UnknownValue",
        "Value",
    ];
    let json: Vec<_> = json
        .into_iter()
        .filter(|name| has(name))
        .map(ident::ident)
        .collect();
    let map = has("BTreeMap").then(|| quote! { use std::collections::BTreeMap; });
    let formats = [
        "Base64",
        "CalendarDate",
        "DateTime",
        "IsoDuration",
        "TimeOfDay",
    ];
    let formats: Vec<_> = formats
        .into_iter()
        .filter(|name| has(name))
        .map(ident::ident)
        .collect();
    let date_time = match formats.as_slice() {
        [] => TokenStream::new(),
        [one] => quote! { use seamstress_runtime::#one; },
        several => quote! { use seamstress_runtime::{#(#several),*}; },
    };
    let json = (!json.is_empty()).then(|| quote! { use seamstress_runtime::json::{#(#json),*}; });
    quote! { #map #date_time #json use super::*; }
}

/// The file of a type: by the component or the resource that it was first found in.
fn file_of(emitter: &Emitter<'_>, id: TypeId) -> String {
    let pointer = &emitter.api.type_def(id).pointer;
    let segments: Vec<_> = pointer.segments().take(3).collect();
    match segments.as_slice() {
        [first, _, name] if first == "components" => ident::module(name),
        [first, path, ..] if first == "paths" => {
            let mut operations = emitter.api.operations.iter();
            let operation = operations.find(|operation| operation.path == *path);
            let resource = operation.and_then(|operation| operation.resource.first());
            resource.map_or_else(
                || "operations".to_owned(),
                // A keyword has an underscore already.
                |resource| {
                    let module = ident::module(resource);
                    format!("{}_operations", module.trim_end_matches('_'))
                },
            )
        }
        _ => "shared".to_owned(),
    }
}

fn ids_file(emitter: &Emitter<'_>) -> File {
    let mut tables = Vec::new();
    for name in &emitter.api.ids {
        let thing = name.trim_end_matches("_id").replace('_', " ");
        let thing = source::one_line(&thing);
        let name = emitter.names.id(name);
        let thing = thing.trim();
        let article = if thing.starts_with(['a', 'e', 'i', 'o']) {
            "an"
        } else {
            "a"
        };
        tables.push(format!(
            "seamstress_runtime::id! {{\n    /// Identifies {article} {thing}.\n    {name}\n}}\n"
        ));
    }
    emitter.source("src/types/ids.rs", TokenStream::new(), &tables.join("\n"))
}

fn joining_file(emitter: &Emitter<'_>, modules: &[(String, TokenStream)]) -> File {
    let modules = modules.iter().map(|(name, condition)| {
        let name = format_ident!("{name}");
        quote! { #condition mod #name; #condition pub use #name::*; }
    });
    let tokens = quote! {
        //! All types of the API, by name.

        #(#modules)*
    };
    emitter.source("src/types.rs", tokens, "")
}
