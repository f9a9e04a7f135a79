//! Webhooks of 3.1: what they deliver becomes components, and one union of all.
//!
//! No operation of the client has to do with a webhook, so that its payload would be nowhere. A
//! receiver wants the type of each, and one that tells them apart.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::references::{self, written};
use super::{Rewritten, Version};
use crate::document::grammar::METHODS;
use crate::document::{Pointer, reference_of};

/// The component that is any of the payloads.
const UNION: &str = "WebhookEvent";

/// Makes components of the payloads of all webhooks, and a union of them.
pub(super) fn rewrite(tree: &mut Value, _: Version) -> Rewritten {
    let mut rewritten = Rewritten::default();
    let payloads = payloads(tree);
    if payloads.is_empty() {
        return rewritten;
    }
    let section = Pointer::root().child("components").child("schemas");
    let mut names: BTreeSet<String> = section
        .get(tree)
        .and_then(Value::as_object)
        .map(|schemas| schemas.keys().map(|name| key(name)).collect())
        .unwrap_or_default();
    let mut references: Vec<String> = Vec::new();
    for (name, at) in payloads {
        let Some(schema) = tree.pointer_mut(at.as_str()) else {
            continue;
        };
        let reference = match reference_of(schema) {
            Some(reference) => reference.to_owned(),
            None => {
                let Some(name) = free(&name, &mut names) else {
                    continue;
                };
                let home = section.child(&name);
                let reference = written(&home);
                let schema = std::mem::replace(schema, json!({"$ref": reference}));
                rewritten.moves.insert(home, at);
                schemas_of(tree).map(|schemas| schemas.insert(name, schema));
                reference
            }
        };
        if !references.contains(&reference) {
            references.push(reference);
        }
    }
    if references.len() > 1
        && names.insert(key(UNION))
        && let Some(schemas) = schemas_of(tree)
    {
        let any_of: Vec<Value> = references
            .iter()
            .map(|reference| json!({"$ref": reference}))
            .collect();
        let description = "What is delivered to webhooks: any of the events.";
        schemas.insert(
            UNION.to_owned(),
            json!({"description": description, "oneOf": any_of}),
        );
    }
    references::rewrite(tree, &rewritten.moves);
    rewritten
}

/// The name of each webhook, and where the schema of what it delivers stands.
fn payloads(tree: &Value) -> Vec<(String, Pointer)> {
    let root = Pointer::root().child("webhooks");
    let webhooks = root.get(tree).and_then(Value::as_object);
    let mut payloads = Vec::new();
    for (name, item) in webhooks.into_iter().flatten() {
        for method in METHODS {
            let at = root.child(name).child(method).child("requestBody");
            let Some(body) = item
                .get(method)
                .and_then(|operation| operation.get("requestBody"))
            else {
                continue;
            };
            let (at, body) = match reference_of(body).and_then(Pointer::parse) {
                Some(target) => match target.get(tree) {
                    Some(body) => (target, body),
                    None => continue,
                },
                None => (at, body),
            };
            let content = body.get("content").and_then(Value::as_object);
            let media = content.into_iter().flatten().find(|(kind, media)| {
                kind.contains("json") && media.get("schema").is_some_and(Value::is_object)
            });
            if let Some((kind, _)) = media {
                payloads.push((
                    name.clone(),
                    at.child("content").child(kind).child("schema"),
                ));
            }
        }
    }
    payloads
}

/// A name of a component for the payload of a webhook.
fn free(name: &str, names: &mut BTreeSet<String>) -> Option<String> {
    let letter = |letter: char| {
        if letter.is_alphanumeric() {
            letter
        } else {
            '_'
        }
    };
    let name: String = name.chars().map(letter).collect();
    let candidates = [
        name.clone(),
        format!("{name}_event"),
        format!("{name}_webhook_event"),
    ];
    candidates.into_iter().find(|name| names.insert(key(name)))
}

/// What makes names the same, as far as identifiers are concerned.
fn key(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The schemas among the components, be there none so far.
fn schemas_of(tree: &mut Value) -> Option<&mut Map<String, Value>> {
    let components = tree
        .as_object_mut()?
        .entry("components")
        .or_insert_with(|| json!({}));
    let schemas = components
        .as_object_mut()?
        .entry("schemas")
        .or_insert_with(|| json!({}));
    schemas.as_object_mut()
}
