//! Unions of objects that a property tells apart, which the document does not say.

use serde_json::Value;

use super::rules::{Rules, elements, members};
use crate::document::{Document, reference_of};

/// How deep `allOf` and references are followed to the properties of an alternative.
const DEPTH: usize = 4;

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
    let mut tags = Vec::new();
    fixed(document, first, DEPTH, &mut tags);
    let mut values: Vec<Vec<&str>> = tags.iter().map(|(_, value)| vec![*value]).collect();
    for other in others {
        let mut known = Vec::new();
        fixed(document, other, DEPTH, &mut known);
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
fn fixed<'d>(
    document: &'d Document,
    schema: &'d Value,
    depth: usize,
    tags: &mut Vec<(&'d str, &'d str)>,
) {
    let Some(depth) = depth.checked_sub(1) else {
        return;
    };
    if let Some(reference) = reference_of(schema) {
        if let Some((_, target)) = document.target(reference) {
            fixed(document, target, depth, tags);
        }
        return;
    }
    for (name, property) in members(schema, "properties") {
        let value = match elements(property, "enum") {
            [value] => value.as_str(),
            _ => property.get("const").and_then(Value::as_str),
        };
        tags.extend(value.map(|value| (name, value)));
    }
    for part in elements(schema, "allOf") {
        fixed(document, part, depth, tags);
    }
}
