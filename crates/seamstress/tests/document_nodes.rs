//! What `openapiv3` makes of single nodes: all that the generator needs is kept.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

use openapiv3::{
    APIKeyLocation, AdditionalProperties, Parameter, ParameterSchemaOrContent, QueryStyle, Schema,
    SchemaKind, SecurityScheme, StringFormat, Type, VariantOrUnknownOrEmpty,
};
use seamstress::document::node;
use serde_json::{Value, json};

fn schema(node: Value) -> Schema {
    node::schema(&node).expect("a schema that is read")
}

#[test]
fn what_stands_beside_the_type_is_kept() {
    let schema = schema(json!({
        "type": "string", "format": "date-time", "nullable": true, "deprecated": true,
        "readOnly": true, "description": "d", "title": "t", "default": null,
        "x-property-group": "g", "x-null": null, "unknown": 1, "example": {"$ref": 1},
        "pattern": "^a", "minLength": 1, "maxLength": 2,
    }));
    let data = &schema.schema_data;
    assert!(data.nullable && data.deprecated && data.read_only && !data.write_only);
    assert_eq!(
        (data.description.as_deref(), data.title.as_deref()),
        (Some("d"), Some("t"))
    );
    assert_eq!(
        data.extensions.keys().collect::<Vec<_>>(),
        ["x-property-group", "x-null"]
    );
    let SchemaKind::Type(Type::String(string)) = schema.schema_kind else {
        panic!()
    };
    assert_eq!(
        string.format,
        VariantOrUnknownOrEmpty::Item(StringFormat::DateTime)
    );
    assert_eq!((string.min_length, string.max_length), (Some(1), Some(2)));
    assert_eq!(string.pattern.as_deref(), Some("^a"));
}

#[test]
fn enums_of_every_type_are_kept() {
    let SchemaKind::Type(Type::String(string)) =
        schema(json!({"type": "string", "enum": ["b", "a", "b"]})).schema_kind
    else {
        panic!()
    };
    assert_eq!(
        string.enumeration,
        [Some("b"), Some("a"), Some("b")].map(|v| v.map(str::to_owned))
    );
    let SchemaKind::Type(Type::Boolean(boolean)) =
        schema(json!({"type": "boolean", "enum": [true]})).schema_kind
    else {
        panic!()
    };
    assert_eq!(boolean.enumeration, [Some(true)]);
    // Null among the values, and no type at all.
    for (node, is_typed) in [
        (
            json!({"type": "string", "nullable": true, "enum": ["a", null]}),
            true,
        ),
        (json!({"enum": ["a", 1, true]}), false),
    ] {
        match schema(node.clone()).schema_kind {
            SchemaKind::Type(Type::String(string)) => {
                assert_eq!(string.enumeration, [Some("a".to_owned()), None])
            }
            SchemaKind::Any(any) => {
                assert_eq!(any.typ.is_some(), is_typed);
                assert_eq!(Value::Array(any.enumeration), node["enum"]);
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn objects_keep_their_names_in_order() {
    let schema = schema(json!({
        "type": "object", "required": ["b", "z"], "additionalProperties": false,
        "properties": {"z": {"type": 5}, "b": {"$ref": "#/a"}, "a": "no schema", "$ref": {}},
    }));
    let SchemaKind::Type(Type::Object(object)) = schema.schema_kind else {
        panic!()
    };
    assert_eq!(
        object.properties.keys().collect::<Vec<_>>(),
        ["z", "b", "a", "$ref"]
    );
    assert_eq!(object.required, ["b", "z"]);
    assert_eq!(
        object.additional_properties,
        Some(AdditionalProperties::Any(false))
    );
}

#[test]
fn malformed_children_do_not_spoil_their_parent() {
    for node in [
        json!({"type": "array", "items": {"type": ["string"]}}),
        json!({"allOf": [1, {"type": []}], "description": "d"}),
        json!({"oneOf": [{"type": {}}], "discriminator": {"propertyName": "p", "mapping": {"a": "#/b"}}}),
        json!({"anyOf": [null]}),
        json!({"not": {"required": 1}}),
        json!({"type": "object", "additionalProperties": {"type": 1}}),
        json!({"type": "object", "properties": {"a": {"properties": {"b": []}}}}),
    ] {
        schema(node);
    }
}

#[test]
fn unions_and_their_discriminator_are_kept() {
    let schema = schema(json!({
        "oneOf": [{"type": "object"}, {"$ref": "#/x"}],
        "discriminator": {"propertyName": "kind", "mapping": {"a": "#/x"}},
    }));
    let discriminator = schema.schema_data.discriminator.unwrap();
    assert_eq!(discriminator.property_name, "kind");
    assert_eq!(discriminator.mapping["a"], "#/x");
    assert!(matches!(schema.schema_kind, SchemaKind::OneOf { one_of } if one_of.len() == 2));
}

#[test]
fn keywords_of_several_kinds_are_all_kept() {
    let SchemaKind::Any(any) = schema(json!({
        "type": "object", "properties": {"a": {}}, "oneOf": [{}, {}], "required": ["a"],
    }))
    .schema_kind
    else {
        panic!()
    };
    assert_eq!(
        (any.properties.len(), any.one_of.len(), any.required.len()),
        (1, 2, 1)
    );
}

#[test]
fn numbers_at_the_edge_are_read() {
    for node in [
        json!({"type": "integer", "maximum": u64::MAX}),
        json!({"type": "integer", "minimum": 0.5}),
        json!({"type": "number", "maximum": 1e308, "enum": [1, 2.5]}),
        json!({"type": "integer", "enum": [u64::MAX, 1.5, null]}),
        json!({"type": "integer", "format": "int64", "minimum": i64::MIN}),
    ] {
        schema(node);
    }
}

#[test]
fn what_is_wrong_with_a_schema_itself_is_said() {
    for (node, part) in [
        (
            json!({"type": ["string", "null"]}),
            "invalid type: sequence, expected a string",
        ),
        (json!({"type": "string", "minLength": -1}), "expected usize"),
        (json!({"required": "a"}), "expected a sequence"),
        (json!([]), "this must be an object"),
    ] {
        let error = node::schema(&node).unwrap_err();
        assert!(error.contains(part), "{node}: {error}");
    }
}

#[test]
fn operations_are_read_without_their_parts() {
    let operation = node::operation(&json!({
        "operationId": "o", "tags": ["/a"], "deprecated": true, "summary": "s",
        "parameters": [{"broken": true}], "requestBody": 7,
        "responses": {"200": {"broken": []}, "x": 1}, "callbacks": {"a": 1},
        "security": [{"api_key": []}, {}], "x-response-key": "device", "x-none": null,
    }))
    .unwrap();
    assert_eq!(operation.operation_id.as_deref(), Some("o"));
    assert!(operation.deprecated && operation.parameters.is_empty());
    assert!(operation.request_body.is_none() && operation.responses.responses.is_empty());
    assert_eq!(operation.security.unwrap().len(), 2);
    assert_eq!(operation.extensions["x-response-key"], "device");
    assert!(operation.extensions["x-none"].is_null());
    assert!(node::operation(&json!({})).is_ok());
    assert!(node::operation(&json!({"tags": 5})).is_err());
}

#[test]
fn parameters_are_read_without_their_schemas() {
    let parameter = node::parameter(&json!({
        "name": "p", "in": "query", "required": true, "schema": {"type": 7},
        "style": "deepObject", "explode": true, "x-a": 1, "example": {"a": 1},
    }))
    .unwrap();
    let Parameter::Query {
        parameter_data,
        style,
        ..
    } = parameter
    else {
        panic!()
    };
    assert!(matches!(style, QueryStyle::DeepObject));
    assert!(parameter_data.required && parameter_data.explode == Some(true));
    assert!(matches!(
        parameter_data.format,
        ParameterSchemaOrContent::Schema(_)
    ));
    let body = json!({"name": "p", "in": "header", "content": {"application/json": {"schema": 1}}});
    let data = node::parameter(&body).unwrap().parameter_data();
    assert!(matches!(data.format, ParameterSchemaOrContent::Content(_)));
    for wrong in [
        json!({"name": "p", "in": "body", "schema": {}}),
        json!({"in": "query", "schema": {}}),
    ] {
        assert!(node::parameter(&wrong).is_err(), "{wrong}");
    }
}

#[test]
fn security_schemes_are_read() {
    let bearer = json!({"type": "http", "scheme": "bearer", "bearerFormat": "API Key"});
    assert!(matches!(
        node::security_scheme(&bearer).unwrap(),
        SecurityScheme::HTTP { scheme, .. } if scheme == "bearer"
    ));
    let key = json!({"type": "apiKey", "in": "header", "name": "seam-workspace"});
    assert!(matches!(
        node::security_scheme(&key).unwrap(),
        SecurityScheme::APIKey { location: APIKeyLocation::Header, name, .. } if name == "seam-workspace"
    ));
    assert!(node::security_scheme(&json!({"type": "none"})).is_err());
}
