//! The independent judge: documents in OpenAPI's dialects as JSON Schema 2020-12, for `jsonschema`.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does, and not each test needs all of them"
)]

use jsonschema::{Draft, Registry, Resource, Validator};
use seamstress_sample::Direction;
use serde_json::{Map, Value, json};

const ADDRESS: &str = "urn:judge:document";

/// Judges by one document.
pub(crate) struct Judge {
    registry: Registry<'static>,
}

impl Judge {
    pub(crate) fn new(document: &Value, direction: Direction) -> Self {
        let translator = Translator {
            document,
            is_old: document["openapi"]
                .as_str()
                .is_none_or(|version| version.starts_with("3.0")),
            direction,
        };
        let resource = Resource::from_contents(translator.any(document));
        let registry = Registry::new().draft(Draft::Draft202012);
        let registry = registry
            .add(ADDRESS, resource)
            .expect("the document is known by its address");
        Self {
            registry: registry.prepare().expect("the document can be indexed"),
        }
    }

    /// The judge of the schema at a pointer that begins with `#`.
    pub(crate) fn schema(&self, pointer: &str) -> Validator {
        let pointer = pointer
            .replace('%', "%25")
            .replace('{', "%7B")
            .replace('}', "%7D")
            .replace(' ', "%20");
        jsonschema::options()
            .with_draft(Draft::Draft202012)
            .with_registry(&self.registry)
            .should_validate_formats(true)
            .build(&json!({ "$ref": format!("{ADDRESS}{pointer}") }))
            .unwrap_or_else(|error| panic!("{pointer} is no schema: {error}"))
    }
}

struct Translator<'d> {
    document: &'d Value,
    is_old: bool,
    direction: Direction,
}

impl Translator<'_> {
    fn any(&self, value: &Value) -> Value {
        match value {
            Value::Object(node) => self.node(node),
            Value::Array(items) => items.iter().map(|item| self.any(item)).collect(),
            other => other.clone(),
        }
    }

    fn node(&self, node: &Map<String, Value>) -> Value {
        // OpenAPI 3.0 ignores what stands beside a reference.
        if let Some(reference) = node
            .get("$ref")
            .filter(|reference| self.is_old && reference.is_string())
        {
            return json!({ "$ref": reference });
        }
        let mut translated = Map::new();
        for (keyword, value) in node {
            let value = match (keyword.as_str(), value) {
                ("properties" | "patternProperties" | "schemas", Value::Object(schemas)) => {
                    let schemas = schemas.iter();
                    schemas
                        .map(|(name, schema)| (name.clone(), self.property(schema)))
                        .collect()
                }
                ("required", Value::Array(names)) => {
                    let is_visible = |name: &&Value| {
                        let property = name
                            .as_str()
                            .and_then(|name| node.get("properties")?.get(name));
                        !property.is_some_and(|property| self.is_hidden(property))
                    };
                    names.iter().filter(is_visible).cloned().collect()
                }
                ("enum" | "const" | "default" | "example" | "examples", value) => value.clone(),
                (_, value) => self.any(value),
            };
            translated.insert(keyword.clone(), value);
        }
        if !self.is_old {
            return Value::Object(translated);
        }
        // OpenAPI 3.0 has the flags of draft 4.
        for (limit, flag) in [
            ("minimum", "exclusiveMinimum"),
            ("maximum", "exclusiveMaximum"),
        ] {
            if let Some(Value::Bool(is_exclusive)) = translated.remove(flag) {
                let end = translated.get(limit).cloned();
                if let Some(end) = end.filter(|_| is_exclusive) {
                    translated.insert(flag.to_owned(), end);
                }
            } else if let Some(end) = node.get(flag) {
                translated.insert(flag.to_owned(), end.clone());
            }
        }
        match translated.remove("nullable") {
            Some(Value::Bool(true)) => with_null(translated),
            _ => Value::Object(translated),
        }
    }

    fn property(&self, schema: &Value) -> Value {
        if self.is_hidden(schema) {
            json!(false)
        } else {
            self.any(schema)
        }
    }

    /// Whether a property must not travel in the direction.
    fn is_hidden(&self, schema: &Value) -> bool {
        let keyword = match self.direction {
            Direction::Request => "readOnly",
            Direction::Response => "writeOnly",
        };
        let target = schema["$ref"]
            .as_str()
            .and_then(|reference| self.document.pointer(reference.strip_prefix('#')?));
        schema[keyword] == true || target.is_some_and(|target| target[keyword] == true)
    }
}

/// The schema, which also allows null. Pointers into it stay as they are, but for those into
/// `allOf`, which cannot be told to allow null.
fn with_null(mut schema: Map<String, Value>) -> Value {
    if schema.contains_key("allOf") || schema.contains_key("not") {
        return json!({ "anyOf": [{ "type": "null" }, schema] });
    }
    if let Some(name) = schema.get("type").cloned() {
        schema.insert("type".to_owned(), json!([name, "null"]));
    }
    for (keyword, null) in [("enum", Value::Null), ("anyOf", json!({ "type": "null" }))] {
        if let Some(Value::Array(list)) = schema.get_mut(keyword) {
            list.push(null);
        }
    }
    if let Some(Value::Array(variants)) = schema.get_mut("oneOf") {
        // Exactly one variant may allow it.
        let variant =
            |variant: &mut Value| json!({ "allOf": [variant, { "not": { "type": "null" } }] });
        let allows_null = |schema: &Value| {
            schema["type"]
                .as_array()
                .is_some_and(|names| names.contains(&json!("null")))
        };
        if variants.iter().any(allows_null) {
            variants
                .iter_mut()
                .filter(|schema| allows_null(schema))
                .for_each(|schema| *schema = variant(schema));
        }
        variants.push(json!({ "type": "null" }));
    }
    Value::Object(schema)
}
