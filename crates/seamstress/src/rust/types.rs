//! Files of types: one per component with what stands inside it, one per resource for what only
//! its operations use, and one for the ids.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::constructors::sent_types;
use super::features::{Condition, Conditions, Set};
use super::{Emitter, ident, source};
use crate::api::{Api, TypeId};
use crate::output::File;

/// The files below `src/types`, and the module that joins them.
pub(super) fn files(emitter: &Emitter<'_>) -> Vec<File> {
    let sent = sent_types(emitter.api);
    let resources = resources(emitter.api);
    let mut conditions = Conditions::new(emitter);
    let mut groups: BTreeMap<String, Vec<TypeId>> = BTreeMap::new();
    for at in 0..emitter.api.types.len() {
        let file = file_of(emitter, TypeId(at), &resources);
        groups.entry(file).or_default().push(TypeId(at));
    }
    let mut files = Vec::new();
    let mut modules = Vec::new();
    for (name, ids) in &groups {
        let features: BTreeSet<&Set> = ids.iter().map(|id| emitter.features.of(*id)).collect();
        let uniform = features.len() == 1;
        let condition = conditions.of(features.into_iter().collect());
        modules.push((name.clone(), condition.tokens));
        files.push(group_file(
            emitter,
            name,
            ids,
            uniform,
            &sent,
            &mut conditions,
        ));
    }
    if !emitter.api.ids.is_empty() {
        modules.push(("ids".to_owned(), TokenStream::new()));
        files.push(ids_file(emitter));
    }
    files.push(joining_file(emitter, &modules));
    files
}

fn group_file<'a>(
    emitter: &'a Emitter<'_>,
    name: &str,
    ids: &[TypeId],
    uniform: bool,
    sent: &BTreeSet<TypeId>,
    conditions: &mut Conditions<'a>,
) -> File {
    let mut items = Vec::new();
    let mut tables = Vec::new();
    for id in ids {
        let condition = match uniform {
            true => Condition::default(),
            false => conditions.of(vec![emitter.features.of(*id)]),
        };
        items.push(emitter.definition(*id, &condition.tokens));
        if sent.contains(id) {
            items.push(emitter.constructors(*id, &condition.tokens));
        }
        let table = emitter.tables(*id, &condition.text);
        tables.extend((!table.is_empty()).then_some(table));
    }
    let body = quote! { #(#items)* };
    emitter.source_with_head(
        &format!("src/types/{name}.rs"),
        imports,
        body,
        &tables.join("\n"),
    )
}

/// What a file uses, of the names that are `used` there.
fn imports(used: &HashSet<&str>) -> TokenStream {
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

/// The first step to the operations of each path; of several, that of the first operation.
fn resources(api: &Api) -> HashMap<&str, Option<&str>> {
    let mut resources = HashMap::new();
    for operation in &api.operations {
        let resource = operation.resource.first().map(String::as_str);
        resources.entry(operation.path.as_str()).or_insert(resource);
    }
    resources
}

/// The file of a type: by the component or the resource that it was first found in.
fn file_of(emitter: &Emitter<'_>, id: TypeId, resources: &HashMap<&str, Option<&str>>) -> String {
    let pointer = &emitter.api.type_def(id).pointer;
    let segments: Vec<_> = pointer.segments().take(3).collect();
    match segments.as_slice() {
        [first, _, name] if first == "components" => ident::module(name),
        [first, path, ..] if first == "paths" => {
            let resource = resources.get(&**path).copied().flatten();
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
