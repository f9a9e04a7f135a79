//! Names of the headers that answers are said to have: constants, one per header and type.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::Ident;

use super::{Names, things};
use crate::api::{AnswerHeader, Api, Operation, Type};
use crate::rust::ident;
use crate::rust::parts::Parts;

/// A header, and the operation whose answers have it.
type Use<'a> = (&'a Operation, &'a AnswerHeader);

/// The names of the constants: one per header and type.
pub(in crate::rust) struct HeaderNames {
    names: BTreeMap<(String, String), Ident>,
    /// For the lock file.
    remembered: BTreeMap<String, String>,
}

impl HeaderNames {
    /// Of all headers; those that are locked keep their names.
    pub(in crate::rust) fn new(api: &Api, types: &Names, parts: &Parts<'_>) -> Self {
        let headers = headers(api);
        let bare: Vec<&str> = headers.keys().map(String::as_str).collect();
        let pinned = |part: &str| parts.of(part).map(str::to_lowercase);
        let known = |at: usize| {
            let alone = ident::alone(bare.get(at)?, &[]);
            let mut uses = headers.get(*bare.get(at)?)?.values();
            let is_own = |uses: &Vec<Use<'_>>| {
                let part = uses.first().map(|first| things::described(types, first.1));
                part.and_then(|part| pinned(&part)).as_ref() == Some(&alone)
            };
            uses.any(is_own).then_some(alone)
        };
        let bare = ident::beside(&bare, &[], &known, &|_| false);
        let mut taken: BTreeSet<String> = bare.iter().cloned().collect();
        let all = headers.values().flatten();
        let held: BTreeSet<String> = all
            .filter_map(|(_, uses)| pinned(&things::described(types, uses.first()?.1)))
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
                let part = things::described(types, first.1);
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
    pub(in crate::rust) fn remembered(&self) -> &BTreeMap<String, String> {
        &self.remembered
    }

    /// The constant of a header.
    pub(in crate::rust) fn of(&self, header: &AnswerHeader) -> Option<&Ident> {
        self.names.get(&key(header))
    }

    /// Whether no header is described.
    pub(in crate::rust) fn is_empty(&self) -> bool {
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
