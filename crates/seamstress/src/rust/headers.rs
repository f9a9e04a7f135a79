//! `src/headers.rs`: the headers of answers, as constants that say what each is read as.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::features::{Set, feature_of};
use super::names::Names;
use super::parts::Parts;
use super::{Emitter, ident, source};
use crate::api::{AnswerHeader, Api, Docs, HeaderForm, Operation, Type};
use crate::output::File;

/// A header, and the operation whose answers have it.
type Use<'a> = (&'a Operation, &'a AnswerHeader);

/// The names of the constants: one per header and type.
pub(super) struct HeaderNames {
    names: BTreeMap<(String, String), Ident>,
    /// For the lock file.
    remembered: BTreeMap<String, String>,
}

impl HeaderNames {
    /// Of all headers; those that are locked keep their names.
    pub(super) fn new(api: &Api, types: &Names, parts: &Parts<'_>) -> Self {
        let headers = headers(api);
        let bare: Vec<&str> = headers.keys().map(String::as_str).collect();
        let pinned = |part: &str| parts.of(part).map(str::to_lowercase);
        let known = |at: usize| {
            let alone = ident::alone(bare.get(at)?, &[]);
            let mut uses = headers.get(*bare.get(at)?)?.values();
            let is_own = |uses: &Vec<Use<'_>>| {
                let part = uses.first().map(|first| part(types, first));
                part.and_then(|part| pinned(&part)).as_ref() == Some(&alone)
            };
            uses.any(is_own).then_some(alone)
        };
        let bare = ident::beside(&bare, &[], &known, &|_| false);
        let mut taken: BTreeSet<String> = bare.iter().cloned().collect();
        let all = headers.values().flatten();
        let held: BTreeSet<String> = all
            .filter_map(|(_, uses)| pinned(&part(types, uses.first()?)))
            .collect();
        taken.extend(held.iter().cloned());
        let (mut names, mut remembered) = (BTreeMap::new(), BTreeMap::new());
        for ((header, of_types), bare) in headers.iter().zip(&bare) {
            let mut order: Vec<_> = of_types.iter().collect();
            order.sort_by_key(|(_, uses)| {
                let paths = uses.iter().map(|(operation, _)| operation.full_path());
                (std::cmp::Reverse(uses.len()), paths.min())
            });
            let mut is_bare_free = !held.contains(bare);
            let mut is_first = true;
            for (key, uses) in order {
                let Some(first) = uses.first() else { continue };
                let part = part(types, first);
                let name = match pinned(&part) {
                    Some(name) => name,
                    None if is_first && is_bare_free => bare.clone(),
                    None => {
                        let mut name = format!("{bare}_{}", word(&first.1.ty));
                        while !taken.insert(name.clone()) {
                            name.push_str("_too");
                        }
                        name
                    }
                };
                (is_first, is_bare_free) = (false, is_bare_free && name != *bare);
                let name = name.to_uppercase();
                names.insert((header.clone(), key.clone()), ident::ident(&name));
                remembered.insert(part, name);
            }
        }
        Self { names, remembered }
    }

    /// What the lock file has to remember of these names.
    pub(super) fn remembered(&self) -> &BTreeMap<String, String> {
        &self.remembered
    }

    /// The constant of a header.
    pub(super) fn of(&self, header: &AnswerHeader) -> Option<&Ident> {
        self.names.get(&key(header))
    }

    fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}

/// All headers, by their names and types.
fn headers(api: &Api) -> BTreeMap<String, BTreeMap<String, Vec<Use<'_>>>> {
    let mut headers: BTreeMap<String, BTreeMap<String, Vec<Use<'_>>>> = BTreeMap::new();
    for operation in &api.operations {
        for header in &operation.headers {
            let (name, key) = key(header);
            let known = headers.entry(name).or_default();
            known.entry(key).or_default().push((operation, header));
        }
    }
    headers
}

/// A header of one type, as the lock file has it: `headers@x-total integer`.
fn part(types: &Names, (_, header): &Use<'_>) -> String {
    let form = match header.form {
        HeaderForm::Value => "",
        HeaderForm::List => "list of ",
        HeaderForm::Members => "members of ",
        HeaderForm::Pairs => "pairs of ",
        HeaderForm::Json => "json of ",
    };
    let name = header.name.to_ascii_lowercase();
    format!("headers@{name} {form}{}", type_text(types, &header.ty))
}

fn type_text(types: &Names, ty: &Type) -> String {
    let bound = |bound: &Option<i128>| bound.map_or_else(String::new, |bound| bound.to_string());
    match ty {
        Type::Named(id) => types.of(*id).to_string(),
        Type::Id(name) => types.id(name).to_string(),
        Type::List(inner) => format!("[{}]", type_text(types, inner)),
        Type::Map(inner) => format!("{{{}}}", type_text(types, inner)),
        Type::Nullable(inner) => format!("{}?", type_text(types, inner)),
        Type::Integer {
            minimum: None,
            maximum: None,
        } => "integer".to_owned(),
        Type::Integer { minimum, maximum } => {
            format!("integer {}..{}", bound(minimum), bound(maximum))
        }
        Type::Formatted(format) => format!("{format:?}").to_lowercase(),
        other => format!("{other:?}").to_lowercase(),
    }
}

/// What makes two headers one: a name in any case, and a type.
fn key(header: &AnswerHeader) -> (String, String) {
    let name = header.name.to_ascii_lowercase();
    (name, format!("{:?} {:?}", header.form, header.ty))
}

/// What tells headers of one name apart.
fn word(ty: &Type) -> &'static str {
    match ty {
        Type::String => "text",
        Type::Boolean => "flag",
        Type::Integer { .. } => "integer",
        Type::DateTime | Type::Formatted(_) => "formatted",
        Type::List(_) => "list",
        Type::Map(_) | Type::Named(_) => "value",
        _ => "number",
    }
}

/// `src/headers.rs`; nothing where no header is described.
pub(super) fn file(emitter: &Emitter<'_>) -> Option<File> {
    let mut known: BTreeMap<&Ident, Vec<Use<'_>>> = BTreeMap::new();
    for operation in &emitter.api.operations {
        for header in &operation.headers {
            if let Some(name) = emitter.headers.of(header) {
                known.entry(name).or_default().push((operation, header));
            }
        }
    }
    if known.is_empty() {
        return None;
    }
    let headers = known.values().flatten().map(|(_, header)| header);
    let types = headers.clone().map(|header| emitter.value_type(&header.ty));
    let types = quote! { #(#types)* }.to_string();
    let used = source::type_names(&types);
    // A type of the API may have the name.
    let (header, import) = match used.contains("Header") {
        true => (format_ident!("Described"), quote! { Header as Described }),
        false => (format_ident!("Header"), quote! { Header }),
    };
    let map = used
        .contains("BTreeMap")
        .then(|| quote! { use std::collections::BTreeMap; });
    let formats = [
        "Base64",
        "CalendarDate",
        "DateTime",
        "IsoDuration",
        "TimeOfDay",
    ];
    let formats = formats.into_iter().filter(|name| used.contains(*name));
    let formats: Vec<Ident> = formats.map(ident::ident).collect();
    // Which of them are there depends on the features.
    let has_types = headers
        .clone()
        .any(|header| emitter.named_type(&header.ty).is_some());
    let (allow, types) = match has_types {
        true => (
            quote! { #![allow(unused_imports, reason = "which types are there depends on the features")] },
            quote! { use crate::types::*; },
        ),
        false => Default::default(),
    };
    let constants = known.iter();
    let constants = constants.map(|(name, uses)| emitter.header_constant(name, &header, uses));
    let tokens = quote! {
        //! Headers of answers, and what they are read as: see
        //! [`Response::header`](crate::Response::header), and
        //! [`Error::header`](crate::Error::header) for those of failures.

        #allow

        #map
        use seamstress_runtime::{#(#formats,)* #import};
        #types
        #(#constants)*
    };
    Some(emitter.source("src/headers.rs", tokens, ""))
}

/// The line of `src/lib.rs` that leads to the file.
pub(super) fn module(emitter: &Emitter<'_>) -> Option<TokenStream> {
    (!emitter.headers.is_empty()).then(|| quote! { pub mod headers; })
}

impl Emitter<'_> {
    fn header_constant(&self, name: &Ident, header: &Ident, uses: &[Use<'_>]) -> TokenStream {
        let Some((_, first)) = uses.first() else {
            return TokenStream::new();
        };
        let ty = self.value_type(&first.ty);
        // Of several descriptions, and of several spellings, one: always the same.
        let texts = uses
            .iter()
            .filter_map(|(_, header)| header.docs.text.as_ref());
        let text = texts.min().cloned();
        let written = uses.iter().map(|(_, header)| &header.name).min();
        let own = written.map(|name| format!("The header `{}`.", super::definitions::code(name)));
        let docs = self.texts.attributes(&Docs {
            text: text.or(own),
            // Where one operation still has it, it is not out of use.
            deprecated: None,
        });
        let features = uses.iter().map(|(one, _)| feature_of(one));
        let features: Set = features.map(|name| name.as_str().into()).collect();
        let is_gated = self.named_type(&first.ty).is_some();
        let condition = is_gated.then(|| self.features.condition(&features));
        let form = format_ident!(
            "{}",
            match first.form {
                HeaderForm::Value => "new",
                HeaderForm::List => "list",
                HeaderForm::Members => "members",
                HeaderForm::Pairs => "pairs",
                HeaderForm::Json => "json",
            }
        );
        quote! {
            #docs
            #condition
            pub const #name: #header<#ty> = #header::#form(#written);
        }
    }

    /// The headers of an operation's answers, as links to their constants.
    pub(super) fn header_links(&self, operation: &Operation) -> String {
        let mut headers: Vec<&AnswerHeader> = operation.headers.iter().collect();
        // The order of a map of headers means nothing.
        headers.sort_by(|a, b| a.name.cmp(&b.name));
        let links = headers.into_iter().filter_map(|header| {
            let (name, constant) = (&header.name, self.headers.of(header)?);
            let name = super::definitions::code(name);
            Some(format!("[`{name}`](crate::headers::{constant})"))
        });
        links.collect::<Vec<String>>().join(", ")
    }
}
