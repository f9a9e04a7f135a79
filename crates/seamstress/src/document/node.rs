//! Single nodes of a document as the types of [`openapiv3`].
//!
//! Each node is read without its children: in their places stand empty ones.
//! So a malformed child does not spoil the node around it, and reading a whole
//! document node by node costs no more than its size. Whoever wants a child
//! takes it from the tree, by its pointer, and reads it in turn.

use openapiv3::{Operation, Parameter, Schema, SecurityScheme};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

/// Reads a schema. The values of `properties`, the elements of `allOf`, `anyOf`
/// and `oneOf`, `items`, `not` and an `additionalProperties` that is a schema
/// are there, but empty.
///
/// ```
/// use openapiv3::{SchemaKind, Type};
///
/// let node = serde_json::json!({
///     "type": "object",
///     "properties": {"name": {"type": "no such type"}},
///     "required": ["name"],
/// });
/// let schema = seamstress::document::node::schema(&node)?;
/// let SchemaKind::Type(Type::Object(object)) = schema.schema_kind else { unreachable!() };
/// assert_eq!(object.required, ["name"]);
/// assert!(object.properties.contains_key("name"));
/// # Ok::<(), String>(())
/// ```
///
/// # Errors
///
/// What is wrong with a keyword of this schema itself.
pub fn schema(node: &Value) -> Result<Schema, String> {
    read(node, |name, value| match (name, value) {
        ("properties", Value::Object(properties)) => properties
            .keys()
            .map(|name| (name.clone(), json!({})))
            .collect::<Map<_, _>>()
            .into(),
        ("allOf" | "anyOf" | "oneOf", Value::Array(parts)) => vec![json!({}); parts.len()].into(),
        ("items" | "not" | "additionalProperties", Value::Object(_)) => json!({}),
        // Data, which may be large, and which nobody reads from here.
        ("example", _) => Value::Null,
        _ => value.clone(),
    })
}

/// Reads an operation, without its parameters, request body, responses and callbacks.
///
/// # Errors
///
/// What is wrong with a field of this operation itself.
pub fn operation(node: &Value) -> Result<Operation, String> {
    let mut operation = shallow(node, |name, value| match name {
        "parameters" => json!([]),
        "requestBody" => Value::Null,
        "responses" | "callbacks" => json!({}),
        _ => value.clone(),
    })?;
    // Operations without responses are not allowed, but are no reason to lose the rest.
    if let Value::Object(members) = &mut operation {
        members.entry("responses").or_insert_with(|| json!({}));
    }
    deserialize(&operation)
}

/// Reads a parameter, with an empty schema or an empty map of contents.
///
/// # Errors
///
/// What is wrong with a field of this parameter itself.
pub fn parameter(node: &Value) -> Result<Parameter, String> {
    read(node, |name, value| match name {
        "schema" | "content" | "examples" => json!({}),
        "example" => Value::Null,
        _ => value.clone(),
    })
}

/// Reads a security scheme.
///
/// # Errors
///
/// What is wrong with it.
pub fn security_scheme(node: &Value) -> Result<SecurityScheme, String> {
    deserialize(node)
}

fn read<T: DeserializeOwned>(
    node: &Value,
    member: impl Fn(&str, &Value) -> Value,
) -> Result<T, String> {
    deserialize(&shallow(node, member)?)
}

/// A copy of an object, each member as `member` gives it.
fn shallow(node: &Value, member: impl Fn(&str, &Value) -> Value) -> Result<Value, String> {
    let members = node.as_object().ok_or("this must be an object")?;
    let copy = members
        .iter()
        .map(|(name, value)| (name.clone(), member(name, value)));
    Ok(copy.collect::<Map<_, _>>().into())
}

fn deserialize<'a, T: Deserialize<'a>>(node: &'a Value) -> Result<T, String> {
    T::deserialize(node).map_err(|error| error.to_string())
}
