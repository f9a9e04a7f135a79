//! Type lists and constants of 3.1: `nullable`, `anyOf` and `enum` in 3.0.

use serde_json::{Map, Value, json};

use super::schema::COMPOSITIONS;
use crate::document::Pointer;
use crate::document::moves::Moves;

/// The keywords that speak of values of one type only (JSON Schema 2020-12, Validation).
const STRING: &[&str] = &[
    "minLength",
    "maxLength",
    "pattern",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
];
const NUMBER: &[&str] = &[
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
];
const ARRAY: &[&str] = &[
    "items",
    "prefixItems",
    "additionalItems",
    "contains",
    "minContains",
    "maxContains",
    "minItems",
    "maxItems",
    "uniqueItems",
    "unevaluatedItems",
];
const OBJECT: &[&str] = &[
    "properties",
    "required",
    "additionalProperties",
    "patternProperties",
    "propertyNames",
    "minProperties",
    "maxProperties",
    "dependentRequired",
    "dependentSchemas",
    "dependencies",
    "unevaluatedProperties",
    "discriminator",
];

/// Formats of numbers; any other is one of texts (OpenAPI Format Registry).
const NUMBER_FORMATS: &[&str] = &[
    "int8",
    "uint8",
    "int16",
    "uint16",
    "int32",
    "uint32",
    "int64",
    "uint64",
    "int",
    "uint",
    "long",
    "float",
    "double",
    "decimal",
    "decimal128",
    "double-int",
    "unix-time",
];

/// Brings `const` and `type` of the schema at `at` to the form of 3.0.
pub(super) fn rewrite(schema: &mut Map<String, Value>, at: &Pointer, moves: &mut Moves<Pointer>) {
    constant(schema, at, moves);
    let types: Vec<String> = match schema.get("type") {
        Some(Value::Array(types)) => {
            let types = types.iter().filter_map(Value::as_str);
            types.map(str::to_owned).collect()
        }
        Some(Value::String(text)) if text == "null" => vec![text.clone()],
        _ => return,
    };
    let (nulls, mut types): (Vec<_>, Vec<_>) = types.into_iter().partition(|text| text == "null");
    if types.iter().any(|text| text == "number") {
        types.retain(|text| text != "integer");
    }
    types.dedup();
    if is_anything(&types, schema) {
        schema.shift_remove("type");
        return;
    }
    if !nulls.is_empty() {
        moves.insert(at.child("nullable"), moves.origin(&at.child("type")));
        schema.insert("nullable".to_owned(), json!(true));
    }
    match types.as_slice() {
        [] => drop(schema.shift_remove("type")),
        [only] => drop(schema.insert("type".to_owned(), json!(only))),
        // The parts say more about their types than the list does.
        _ if COMPOSITIONS.iter().any(|key| schema.contains_key(*key)) => {
            schema.shift_remove("type");
        }
        several => split(schema, several, at, moves),
    }
}

/// A fixed value is a list of one value.
fn constant(schema: &mut Map<String, Value>, at: &Pointer, moves: &mut Moves<Pointer>) {
    if schema.contains_key("enum") {
        return;
    }
    let Some(value) = schema.shift_remove("const") else {
        return;
    };
    let kind = type_of(&value);
    if value.is_null() {
        schema.insert("type".to_owned(), json!("null"));
        return;
    }
    schema.entry("type").or_insert_with(|| json!(kind));
    let origin = moves.origin(&at.child("const"));
    moves.insert(at.child("enum").index(0), origin);
    schema.insert("enum".to_owned(), json!([value]));
}

/// Whether a list of types allows every value, and nothing is said of any of them.
fn is_anything(types: &[String], schema: &Map<String, Value>) -> bool {
    let all = ["string", "number", "boolean", "object", "array"];
    let keywords = [STRING, NUMBER, ARRAY, OBJECT, &["enum", "format"]].concat();
    all.iter()
        .all(|kind| types.iter().any(|known| known == kind))
        && !keywords.iter().any(|key| schema.contains_key(*key))
}

/// One alternative for each type, with the keywords that speak of it.
fn split(
    schema: &mut Map<String, Value>,
    types: &[String],
    at: &Pointer,
    moves: &mut Moves<Pointer>,
) {
    let origin = moves.origin(at);
    let values = schema.shift_remove("enum");
    let mut parts: Vec<(Map<String, Value>, Vec<&str>)> = Vec::new();
    for kind in types {
        let mut part = Map::new();
        part.insert("type".to_owned(), json!(kind));
        if let Some(Value::Array(values)) = &values {
            let fits =
                |value: &&Value| type_of(value) == kind || (kind == "number" && value.is_number());
            let own: Vec<_> = values.iter().filter(fits).cloned().collect();
            if own.is_empty() {
                continue;
            }
            part.insert("enum".to_owned(), Value::Array(own));
        }
        parts.push((part, keywords(kind, schema)));
    }
    let mut any_of = Vec::new();
    for (index, (mut part, keys)) in parts.into_iter().enumerate() {
        let now = at.child("anyOf").index(index);
        moves.insert(now.clone(), origin.clone());
        for key in keys {
            if let Some(value) = schema.get(key) {
                moves.insert(now.child(key), origin.child(key));
                part.insert(key.to_owned(), value.clone());
            }
        }
        any_of.push(Value::Object(part));
    }
    for key in [STRING, NUMBER, ARRAY, OBJECT, &["format"]].concat() {
        schema.shift_remove(key);
    }
    schema.shift_remove("type");
    schema.insert("anyOf".to_owned(), Value::Array(any_of));
}

/// The keywords of a schema that speak of values of the type `kind`.
fn keywords(kind: &str, schema: &Map<String, Value>) -> Vec<&'static str> {
    let mut keys = match kind {
        "string" => STRING,
        "number" | "integer" => NUMBER,
        "array" => ARRAY,
        "object" => OBJECT,
        _ => &[],
    }
    .to_vec();
    let format = schema.get("format").and_then(Value::as_str);
    let is_number = format.is_some_and(|format| NUMBER_FORMATS.contains(&format));
    match kind {
        "string" if !is_number => keys.push("format"),
        "number" | "integer" if is_number => keys.push("format"),
        _ => {}
    }
    keys
}

/// The type of a value, as schemas name it.
fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
