//! Unions of objects that a property tells apart, which the document does not say.

use serde_json::Value;

use super::properties::{Properties, Through};
use super::rules::{Rules, elements};
use crate::document::{Document, reference_of};

/// A `discriminator` says which property tells the alternatives apart (OpenAPI 3.0.4, section
/// 4.8.25). Where there is none, the generator finds it; other readers do not.
pub(super) fn check(rules: &mut Rules<'_>) {
    for part in rules.schemas() {
        if part.value.get("discriminator").is_some() {
            continue;
        }
        for list in ["oneOf", "anyOf"] {
            let alternatives = elements(part.value, list);
            let Some(tag) = tag(rules.document, alternatives) else {
                continue;
            };
            let message =
                format!("`{tag}` tells the alternatives apart, and the document does not say so");
            // Inline schemas are not considered (the same section).
            let help = match alternatives.iter().all(|one| reference_of(one).is_some()) {
                true => format!("add `discriminator: {{propertyName: {tag}}}`"),
                false => format!(
                    "make components of the alternatives, and add `discriminator: {{propertyName: {tag}}}`"
                ),
            };
            rules.warn("missing-discriminator", &part.pointer, message, help);
        }
    }
}

/// The first property that has one value in each alternative, and another in each.
fn tag<'d>(document: &'d Document, alternatives: &'d [Value]) -> Option<&'d str> {
    let (first, others) = alternatives
        .split_first()
        .filter(|(_, others)| !others.is_empty())?;
    let tags = fixed(document, first);
    let mut values: Vec<Vec<&str>> = tags.iter().map(|(_, value)| vec![*value]).collect();
    for other in others {
        let known = fixed(document, other);
        for ((name, _), values) in tags.iter().zip(&mut values) {
            let value = known.iter().find(|(known, _)| known == name);
            values.extend(value.map(|(_, value)| *value));
        }
    }
    let distinct = |values: &mut Vec<&str>| {
        values.sort_unstable();
        values.dedup();
        values.len() == alternatives.len()
    };
    let at = values.iter_mut().position(distinct)?;
    tags.get(at).map(|(name, _)| *name)
}

/// The properties of a schema that have one value only, a text.
fn fixed<'d>(document: &'d Document, schema: &'d Value) -> Vec<(&'d str, &'d str)> {
    let properties = Properties::of(document, schema, Through::Every);
    let fixed = properties.all.into_iter().filter_map(|(name, property)| {
        let value = match elements(property, "enum") {
            [value] => value.as_str(),
            _ => property.get("const").and_then(Value::as_str),
        };
        Some((name, value?))
    });
    fixed.collect()
}
