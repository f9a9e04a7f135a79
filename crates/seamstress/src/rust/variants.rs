//! Variants: the names of what a type has several of, by type, once for all that need them.
//!
//! Of values that are spelled alike, the first in the document has the plain name. Where the type
//! was there before, words of snake_case come first, so that what stands above them in a later
//! document renames none; the rest is held by the lock file.

use std::collections::BTreeMap;

use proc_macro2::Ident;

use super::ident::{self, Wishes};
use super::names::{Names, Pins};
use super::parts::{Part, Parts};
use crate::api::{
    Alternative, Api, Cases, JsonKind, Numbers, Scalar, Type, TypeId, TypeKind, Union,
};
use crate::case;

/// The names of the variants of all types that have some, and what is to be remembered of them.
pub(super) fn variants(
    api: &Api,
    names: &Names,
    pins: &Pins,
    parts: &Parts<'_>,
) -> (BTreeMap<TypeId, Vec<Ident>>, Vec<Part>) {
    let (mut variants, mut remembered) = (BTreeMap::new(), Vec::new());
    for at in 0..api.types.len() {
        let id = TypeId(at);
        let choices = choices(api, names, id);
        if choices.is_empty() {
            continue;
        }
        let has_cases = api.type_def(id).kind.object().is_some();
        let scope = match has_cases {
            true => names.kind(id).to_string(),
            false => names.of(id).to_string(),
        };
        let is_known = pins.is_reserved(&scope);
        let (given, more) = named(&scope, &choices, is_known, parts);
        variants.insert(id, given);
        remembered.extend(more);
    }
    (variants, remembered)
}

/// One of several, and what it is named after.
struct Choice {
    /// What tells it from the others, with the sign of its sort.
    key: String,
    text: String,
    is_evident: bool,
    is_general: bool,
}

impl Choice {
    /// One that is named after its value.
    fn value(text: &str) -> Self {
        Self {
            key: format!("::{text}"),
            text: text.to_owned(),
            is_evident: ident::is_snake(text),
            is_general: true,
        }
    }

    /// One that is named after something that others might have too.
    fn held(key: String, text: String) -> Self {
        Self {
            key,
            text,
            is_evident: false,
            is_general: false,
        }
    }
}

fn named(
    scope: &str,
    choices: &[Choice],
    is_known: bool,
    parts: &Parts<'_>,
) -> (Vec<Ident>, Vec<Part>) {
    let sort = choices.first().and_then(|choice| choice.key.chars().next());
    let reserved = parts.reserved(scope, sort.unwrap_or(':'));
    let texts: Vec<&str> = choices.iter().map(|choice| choice.text.as_str()).collect();
    let pinned = |at: usize| {
        let choice = choices.get(at)?;
        let name = parts.in_scope(scope, &choice.key, choice.is_general)?;
        Some(name.to_owned())
    };
    let names = ident::variants(&Wishes {
        texts: &texts,
        pinned: &pinned,
        is_evident: &|at| is_known && choices.get(at).is_some_and(|one| one.is_evident),
        is_reserved: &|name| reserved.has(name),
    });
    let part = |(choice, name): (&Choice, &String)| Part {
        scope: scope.to_owned(),
        key: choice.key.clone(),
        name: name.clone(),
        alone: ident::variant_alone(&choice.text),
        is_evident: choice.is_evident,
        is_general: choice.is_general,
        is_contested: reserved.has(name),
    };
    let remembered = parts.to_remember(choices.iter().zip(&names).map(part));
    let names = names.iter().map(|name| ident::ident(name));
    (names.collect(), remembered)
}

fn choices(api: &Api, names: &Names, id: TypeId) -> Vec<Choice> {
    match &api.type_def(id).kind {
        TypeKind::Enumeration(known) => {
            let values = known.values.iter();
            values.map(|value| Choice::value(&value.value)).collect()
        }
        TypeKind::Numbers(known) => numbers(known),
        TypeKind::Union(Union::Shaped { alternatives }) => shaped(api, names, alternatives),
        TypeKind::Union(Union::Tagged { alternatives, .. } | Union::Dependent { alternatives }) => {
            tagged(api, alternatives)
        }
        TypeKind::Object(object) => object.cases.as_ref().map(cases).unwrap_or_default(),
        TypeKind::Alias(_) => Vec::new(),
    }
}

fn cases(cases: &Cases) -> Vec<Choice> {
    let cases = cases.cases.iter();
    cases.map(|case| Choice::value(case.value.text())).collect()
}

/// Numbers are named as the document says, or else by themselves in words. Since it may say so
/// later, what they are called is always remembered.
fn numbers(numbers: &Numbers) -> Vec<Choice> {
    let name = |value: &str| match value.strip_prefix('-') {
        Some(positive) => format!("minus {}", ident::pascal_in_full(positive)),
        None => case::pascal(&ident::pascal_in_full(value)),
    };
    let values = numbers.values.iter();
    values
        .map(|value| {
            let text = value.name.clone().unwrap_or_else(|| name(&value.value));
            Choice::held(format!("::{}", value.value), text)
        })
        .collect()
}

/// Alternatives with tags are named after these, or after their types where a tag is no word but an
/// address of something.
fn tagged(api: &Api, alternatives: &[(Scalar, Type)]) -> Vec<Choice> {
    let choice = |(value, ty): &(Scalar, Type)| {
        let own = match ty {
            Type::Named(id) => api.type_def(*id).name.as_deref(),
            _ => None,
        };
        let is_only = alternatives.iter().filter(|(_, other)| other == ty).count() == 1;
        let is_address = value.text().contains(['/', ':', '#', '.']);
        match own.filter(|_| is_only && is_address) {
            Some(own) => Choice::held(format!("::{}", value.text()), own.to_owned()),
            None => Choice::value(value.text()),
        }
    };
    alternatives.iter().map(choice).collect()
}

/// Alternatives without tags are named after their types where these have names, others after what
/// they are in JSON. The names of types are locked, and so say which is which.
fn shaped(api: &Api, names: &Names, alternatives: &[Alternative]) -> Vec<Choice> {
    let is_list = |alternative: &&Alternative| matches!(alternative.ty, Type::List(_));
    let lists = alternatives.iter().filter(is_list).count();
    let choice = |alternative: &Alternative| match &alternative.ty {
        Type::Named(id) => {
            let definition = api.type_def(*id);
            let own = definition.name.as_ref().or(definition.title.as_ref());
            let text = match (own, alternative.required.as_slice()) {
                (Some(name), _) => name.clone(),
                (None, [key, ..]) => key.clone(),
                (None, []) => json_name(alternative.json).to_owned(),
            };
            let ty = names.of(*id).to_string();
            Choice {
                // One that is called as a kind of JSON is called like others.
                is_evident: ident::pascal(&text) == ty
                    && definition.name.as_ref() == Some(&ty)
                    && !is_json_name(&ty),
                ..Choice::held(format!("|{ty}"), text)
            }
        }
        Type::List(item) => {
            let own = format!("{}_list", item_name(api, item));
            let text = match lists {
                ..=1 => json_name(alternative.json).to_owned(),
                _ => own.clone(),
            };
            Choice::held(format!("|{own}"), text)
        }
        _ => {
            let text = json_name(alternative.json).to_owned();
            Choice {
                is_evident: true,
                ..Choice::held(format!("|{text}"), text)
            }
        }
    };
    alternatives.iter().map(choice).collect()
}

/// What tells one list from another: what is in it.
fn item_name(api: &Api, item: &Type) -> String {
    match item {
        Type::Named(id) => {
            let name = &api.type_def(*id).name;
            name.clone().unwrap_or_else(|| "object".to_owned())
        }
        Type::List(item) => format!("{}_list", item_name(api, item)),
        Type::Nullable(item) => item_name(api, item),
        Type::Boolean => "boolean".to_owned(),
        Type::Integer { .. } => "integer".to_owned(),
        Type::Number => "number".to_owned(),
        Type::Map(_) => "map".to_owned(),
        Type::Json => "any".to_owned(),
        _ => "string".to_owned(),
    }
}

fn json_name(kind: JsonKind) -> &'static str {
    match kind {
        JsonKind::String => "string",
        JsonKind::Boolean => "boolean",
        JsonKind::Integer => "integer",
        JsonKind::Number => "number",
        JsonKind::Array => "list",
        JsonKind::Object => "object",
    }
}

fn is_json_name(name: &str) -> bool {
    let names = ["String", "Boolean", "Integer", "Number", "List", "Object"];
    names.contains(&name)
}
