//! Alternatives that are only null: in 3.0, the schema around them is `nullable`.

use serde_json::{Map, Value, json};

use super::schema::is_annotation;
use crate::document::Pointer;
use crate::document::moves::Moves;

/// Takes the alternatives `null` and `false` out of `anyOf` and `oneOf` of the schema at `at`.
/// An alternative that is left alone is the schema itself.
pub(super) fn rewrite(schema: &mut Map<String, Value>, at: &Pointer, moves: &mut Moves<Pointer>) {
    // What is left alone may have alternatives in turn: each round takes one level away.
    while ["anyOf", "oneOf"]
        .iter()
        .any(|key| alternatives(schema, key, at, moves))
    {}
}

/// Rewrites one list of alternatives, and says whether another may have come up by that.
fn alternatives(
    schema: &mut Map<String, Value>,
    key: &str,
    at: &Pointer,
    moves: &mut Moves<Pointer>,
) -> bool {
    let Some(Value::Array(parts)) = schema.get(key) else {
        return false;
    };
    if !parts
        .iter()
        .any(|part| is_null(part) || part == &json!(false))
    {
        return false;
    }
    let Some(Value::Array(parts)) = schema.shift_remove(key) else {
        return false;
    };
    let list = at.child(key);
    let mut kept: Vec<(Pointer, Value)> = Vec::new();
    for (index, part) in parts.into_iter().enumerate() {
        let origin = moves.origin(&list.index(index));
        if is_null(&part) {
            moves.insert(at.child("nullable"), origin);
            schema.insert("nullable".to_owned(), json!(true));
        } else if part != json!(false) {
            kept.push((origin, part));
        }
    }
    if kept.len() == 1
        && let Some((origin, part)) = kept.pop()
    {
        return absorb(schema, part, at, &origin, moves);
    }
    let mut parts = Vec::new();
    for (index, (origin, part)) in kept.into_iter().enumerate() {
        moves.insert(list.index(index), origin);
        parts.push(part);
    }
    if !parts.is_empty() {
        schema.insert(key.to_owned(), Value::Array(parts));
    }
    false
}

/// Whether a schema allows null and nothing else.
fn is_null(part: &Value) -> bool {
    let Some(part) = part.as_object() else {
        return false;
    };
    let says_null = |(key, value): (&String, &Value)| match key.as_str() {
        "type" => value == "null" || *value == json!(["null"]),
        "const" => value.is_null(),
        "enum" => *value == json!([null]),
        _ => false,
    };
    let is_other = |(key, value): (&String, &Value)| {
        !says_null((key, value)) && !is_annotation(key) && key != "nullable"
    };
    part.iter().any(says_null) && !part.iter().any(is_other)
}

/// Makes `part`, the only alternative, a part of the schema around it.
fn absorb(
    schema: &mut Map<String, Value>,
    part: Value,
    at: &Pointer,
    origin: &Pointer,
    moves: &mut Moves<Pointer>,
) -> bool {
    let Value::Object(part) = part else {
        return false;
    };
    let is_in_the_way = |key: &String| !is_annotation(key) && schema.contains_key(key.as_str());
    let is_reference = part.get("$ref").is_some_and(Value::is_string);
    if is_reference
        || part
            .keys()
            .any(|key| key != "nullable" && is_in_the_way(key))
    {
        compose(schema, Value::Object(part), at, origin, moves);
        return false;
    }
    for (key, value) in part {
        if !schema.contains_key(&key) {
            moves.insert(at.child(&key), origin.child(&key));
            schema.insert(key, value);
        }
    }
    true
}

/// Adds a part, which came from `origin`, to what the schema is composed of.
pub(super) fn compose(
    schema: &mut Map<String, Value>,
    part: Value,
    at: &Pointer,
    origin: &Pointer,
    moves: &mut Moves<Pointer>,
) {
    let all = schema.entry("allOf").or_insert_with(|| json!([]));
    if let Value::Array(all) = all {
        moves.insert(at.child("allOf").index(all.len()), origin.clone());
        all.push(part);
    }
}
