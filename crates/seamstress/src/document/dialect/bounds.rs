//! Keywords that 3.1 writes in another way than 3.0, each by itself.

use serde_json::{Map, Value, json};

use crate::document::Pointer;
use crate::document::moves::Moves;

/// Brings single keywords of the schema at `at` to the form of 3.0.
pub(super) fn rewrite(schema: &mut Map<String, Value>, at: &Pointer, moves: &mut Moves<Pointer>) {
    exclusive(schema, at, moves, "minimum", "exclusiveMinimum", |a, b| {
        a > b
    });
    exclusive(schema, at, moves, "maximum", "exclusiveMaximum", |a, b| {
        a < b
    });
    example(schema, at, moves);
    contents(schema);
    tuple(schema, at, moves);
}

/// `exclusiveMinimum: 3` says what 3.0 says with `minimum: 3` and `exclusiveMinimum: true`.
fn exclusive(
    schema: &mut Map<String, Value>,
    at: &Pointer,
    moves: &mut Moves<Pointer>,
    bound: &str,
    exclusive: &str,
    is_stronger: impl Fn(f64, f64) -> bool,
) {
    let Some(Value::Number(limit)) = schema.get(exclusive).cloned() else {
        return;
    };
    let other = schema.get(bound).and_then(Value::as_f64);
    if other
        .zip(limit.as_f64())
        .is_some_and(|(other, limit)| is_stronger(other, limit))
    {
        schema.shift_remove(exclusive);
        return;
    }
    let origin = moves.origin(&at.child(exclusive));
    moves.insert(at.child(bound), origin);
    schema.insert(bound.to_owned(), Value::Number(limit));
    schema.insert(exclusive.to_owned(), Value::Bool(true));
}

/// Of the `examples` of a schema, 3.0 has the first.
fn example(schema: &mut Map<String, Value>, at: &Pointer, moves: &mut Moves<Pointer>) {
    let Some(Value::Array(_)) = schema.get("examples") else {
        return;
    };
    let Some(Value::Array(examples)) = schema.shift_remove("examples") else {
        return;
    };
    if let Some(first) = examples.into_iter().next()
        && !schema.contains_key("example")
    {
        let origin = moves.origin(&at.child("examples")).index(0);
        moves.insert(at.child("example"), origin);
        schema.insert("example".to_owned(), first);
    }
}

/// `contentEncoding` and `contentMediaType` are formats of 3.0 (OpenAPI 3.1.1, section 4.8.24.6).
fn contents(schema: &mut Map<String, Value>) {
    if schema.contains_key("format") || schema.contains_key("$ref") {
        return;
    }
    let text = |key: &str| {
        schema
            .get(key)
            .and_then(Value::as_str)
            .map(str::to_ascii_lowercase)
    };
    let format = match (text("contentEncoding"), text("contentMediaType")) {
        (Some(encoding), _) if encoding == "base64" => "byte",
        (Some(encoding), _) if encoding == "base64url" => "base64url",
        (None, Some(media)) if is_binary(&media) => "binary",
        _ => return,
    };
    schema.insert("format".to_owned(), json!(format));
    schema.entry("type").or_insert_with(|| json!("string"));
}

/// Whether a media type is of bytes that are no text.
fn is_binary(media: &str) -> bool {
    let media = media.split(';').next().unwrap_or_default().trim();
    let families = ["image/", "audio/", "video/", "font/"];
    let types = [
        "application/octet-stream",
        "application/pdf",
        "application/zip",
        "application/gzip",
    ];
    // SVG is text.
    !media.ends_with("+xml")
        && (types.contains(&media) || families.iter().any(|family| media.starts_with(family)))
}

/// Older drafts of JSON Schema have a tuple as a list in `items`, and what may follow it in
/// `additionalItems`.
fn tuple(schema: &mut Map<String, Value>, at: &Pointer, moves: &mut Moves<Pointer>) {
    let Some(Value::Array(_)) = schema.get("items") else {
        return;
    };
    if schema.contains_key("prefixItems") {
        return;
    }
    let origin = moves.origin(at);
    if let Some(items) = schema.shift_remove("items") {
        schema.insert("prefixItems".to_owned(), items);
        moves.insert(at.child("prefixItems"), origin.child("items"));
    }
    if let Some(rest) = schema.shift_remove("additionalItems") {
        schema.insert("items".to_owned(), rest);
        moves.insert(at.child("items"), origin.child("additionalItems"));
    }
}
