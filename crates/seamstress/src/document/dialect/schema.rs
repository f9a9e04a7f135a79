//! One walk over all schemas of a document, each brought to the form of 3.0.

use serde_json::{Map, Value, json};

use super::{Rewritten, Version, bounds, nulls, types};
use crate::document::Pointer;
use crate::document::grammar::Kind;
use crate::document::moves::Moves;

/// Keywords that compose a schema of others.
pub(super) const COMPOSITIONS: [&str; 4] = ["allOf", "anyOf", "oneOf", "$ref"];

/// Keywords that change what a schema is where they stand beside a `$ref`. Limits do not: they
/// are documented and not enforced.
const STRUCTURE: [&str; 16] = [
    "properties",
    "required",
    "additionalProperties",
    "patternProperties",
    "dependentSchemas",
    "dependentRequired",
    "items",
    "prefixItems",
    "enum",
    "const",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
    "discriminator",
];

/// Whether a keyword says something about a schema, but nothing about its values.
pub(super) fn is_annotation(key: &str) -> bool {
    let annotations = [
        "title",
        "description",
        "default",
        "example",
        "examples",
        "deprecated",
        "readOnly",
        "writeOnly",
        "externalDocs",
        "$comment",
        "xml",
    ];
    annotations.contains(&key) || key.starts_with("x-")
}

/// Rewrites all schemas of a document with the outline of OpenAPI 3.
pub(super) fn rewrite(tree: &mut Value, version: Version) -> Rewritten {
    let mut walk = Walk {
        version,
        rewritten: Rewritten::default(),
    };
    walk.visit(tree, Kind::Root, &mut Pointer::root());
    walk.rewritten
}

struct Walk {
    version: Version,
    rewritten: Rewritten,
}

impl Walk {
    /// Visits a node and all below it. Nodes are rewritten from the outside in, so that an
    /// address is final when it is noted.
    fn visit(&mut self, node: &mut Value, kind: Kind, at: &mut Pointer) {
        if kind == Kind::Data || kind == Kind::Plain {
            return;
        }
        if kind == Kind::Schema
            && let Value::Bool(anything) = node
        {
            // `true` is any value; `false` is none, which no type has.
            *node = if *anything {
                json!({})
            } else {
                json!({"not": {}})
            };
        }
        match node {
            Value::Object(members) => {
                if matches!(kind, Kind::Schema | Kind::SchemaOrFlag) {
                    self.schema(members, at);
                }
                for (name, member) in members {
                    at.push(name);
                    self.visit(member, kind.member(name), at);
                    at.pop();
                }
            }
            Value::Array(elements) => {
                for (index, element) in elements.iter_mut().enumerate() {
                    at.push(&index.to_string());
                    self.visit(element, kind.element(), at);
                    at.pop();
                }
            }
            _ => {}
        }
    }

    fn schema(&mut self, schema: &mut Map<String, Value>, at: &Pointer) {
        // What is used of these has become components.
        schema.shift_remove("$defs");
        schema.shift_remove("definitions");
        let moves = &mut self.rewritten.moves;
        older(schema, at, moves);
        nulls::rewrite(schema, at, moves);
        types::rewrite(schema, at, moves);
        bounds::rewrite(schema, at, moves);
        self.siblings(schema, at);
        absent_properties(schema);
    }

    /// Keywords beside a `$ref`. In 3.0 they count for nothing, in 3.1 as much as the reference;
    /// words, and whether null is allowed, are meant in either.
    fn siblings(&mut self, schema: &mut Map<String, Value>, at: &Pointer) {
        let Some(Value::String(_)) = schema.get("$ref") else {
            return;
        };
        let counts = self.version >= Version::V3_1;
        let is_structure = |key: &String| STRUCTURE.contains(&key.as_str());
        let nullable = schema.get("nullable") == Some(&json!(true));
        let composed = counts && schema.keys().any(is_structure);
        if !composed {
            // The reference says what type it is.
            schema.shift_remove("type");
        }
        if !composed && !nullable {
            return;
        }
        let Some(reference) = schema.shift_remove("$ref") else {
            return;
        };
        if !counts {
            schema.retain(|key, _| !is_structure(key));
        }
        let moves = &mut self.rewritten.moves;
        let origin = moves.origin(at);
        nulls::compose(schema, json!({"$ref": reference}), at, &origin, moves);
    }
}

/// What Swagger 2.0 and its extensions have in another form.
fn older(schema: &mut Map<String, Value>, at: &Pointer, moves: &mut Moves<Pointer>) {
    if let Some(Value::String(_)) = schema.get("discriminator")
        && let Some(name) = schema.shift_remove("discriminator")
    {
        let now = at.child("discriminator").child("propertyName");
        moves.insert(now, moves.origin(&at.child("discriminator")));
        schema.insert("discriminator".to_owned(), json!({"propertyName": name}));
    }
    if schema.get("type").is_some_and(|kind| kind == "file") {
        schema.insert("type".to_owned(), json!("string"));
        schema.insert("format".to_owned(), json!("binary"));
    }
    if let Some(Value::Bool(nullable)) = schema.get("x-nullable").cloned()
        && !schema.contains_key("nullable")
    {
        moves.insert(at.child("nullable"), moves.origin(&at.child("x-nullable")));
        schema.insert("nullable".to_owned(), json!(nullable));
    }
}

/// A property with the schema `false` must not be there: it is as good as not named.
fn absent_properties(schema: &mut Map<String, Value>) {
    let Some(Value::Object(properties)) = schema.get_mut("properties") else {
        return;
    };
    let is_absent = |(_, value): &(&String, &Value)| **value == json!(false);
    let absent: Vec<String> = properties
        .iter()
        .filter(is_absent)
        .map(|(name, _)| name.clone())
        .collect();
    if absent.is_empty() {
        return;
    }
    properties.retain(|name, _| !absent.contains(name));
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.retain(|name| !absent.iter().any(|absent| name == absent));
    }
}
