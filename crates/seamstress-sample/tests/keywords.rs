//! Each keyword on a document of its own: samples are valid, and what they must show is there.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

mod common;

use common::Judge;
use seamstress_sample::{Direction, Sampler};
use serde_json::{Value, json};

/// What a set of samples must show: a name, and a sample that shows it.
type Shows<'t> = (&'t str, &'t dyn Fn(&Value) -> bool);

/// Checks the samples of the schema at `#/s` of a document.
#[track_caller]
fn check_document(document: &Value, direction: Direction, shows: &[Shows<'_>]) {
    let sampler = Sampler::new(document).direction(direction).seed(3);
    let coverage = sampler
        .coverage("#/s")
        .unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(coverage.missed, [""; 0], "{document}");
    let covering = coverage.documents;
    assert!(
        covering.len() < 60,
        "{} documents for {document}",
        covering.len()
    );
    for (name, is_shown) in shows {
        assert!(
            covering.iter().any(is_shown),
            "{name} is missing: {covering:?}"
        );
    }
    let judge = Judge::new(document, direction).schema("#/s");
    let random = sampler.random("#/s", 100).unwrap();
    for sample in covering.iter().chain(&random) {
        if let Err(error) = judge.validate(sample) {
            panic!("{sample} of {document}: {error}");
        }
    }
}

#[track_caller]
fn check(schema: Value, shows: &[Shows<'_>]) {
    let old = json!({ "openapi": "3.0.3", "s": schema });
    let new = json!({ "openapi": "3.1.0", "s": schema });
    let is_old =
        schema.to_string().contains("nullable") || schema.to_string().contains("Minimum\":true");
    if !is_old {
        check_document(&new, Direction::Response, shows);
    }
    if schema["type"].is_string() {
        check_document(&old, Direction::Response, shows);
    }
}

fn length(value: &Value) -> usize {
    value.as_array().map_or(usize::MAX, Vec::len)
}

fn characters(value: &Value) -> usize {
    value
        .as_str()
        .map_or(usize::MAX, |text| text.chars().count())
}

#[test]
fn types_and_null() {
    check(
        json!({ "type": ["string", "integer", "null", "boolean"] }),
        &[
            ("a text", &Value::is_string),
            ("a number", &Value::is_i64),
            ("null", &Value::is_null),
            ("true", &|value| value == true),
            ("false", &|value| value == false),
        ],
    );
    check(
        json!({}),
        &[
            ("an object", &Value::is_object),
            ("a list", &Value::is_array),
            ("null", &Value::is_null),
        ],
    );
    let nullable = [
        json!({ "type": "string", "nullable": true }),
        json!({ "type": "string", "enum": ["a"], "nullable": true }),
        json!({ "type": "object", "nullable": true, "oneOf": [{ "type": "string" }, { "required": ["a"] }] }),
    ];
    for schema in &nullable[..2] {
        check(
            schema.clone(),
            &[("null", &Value::is_null), ("a text", &Value::is_string)],
        );
    }
    // Without a `type` beside it, as servers mean it.
    let document =
        json!({ "openapi": "3.0.0", "s": { "nullable": true, "allOf": [{ "type": "integer" }] } });
    let shows: [Shows<'_>; 2] = [("null", &Value::is_null), ("a number", &Value::is_i64)];
    check_document(&document, Direction::Response, &shows);
}

#[test]
fn constants_and_enumerations() {
    check(
        json!({ "const": { "a": [1, null] } }),
        &[("it", &|value| value["a"][0] == 1)],
    );
    check(
        json!({ "enum": ["a", 2, null, [true], "d"] }),
        &[
            ("a", &|value| value == "a"),
            ("2", &|value| value == 2),
            ("null", &Value::is_null),
            ("a list", &|value| length(value) == 1),
            ("d", &|value| value == "d"),
        ],
    );
}

#[test]
fn texts() {
    check(
        json!({ "type": "string" }),
        &[
            ("quotes", &|value| value.as_str().unwrap().contains('"')),
            ("a new line", &|value| {
                value.as_str().unwrap().contains('\n')
            }),
            ("umlauts", &|value| value.as_str().unwrap().contains('ü')),
            ("an emoji", &|value| value.as_str().unwrap().contains('🔑')),
            ("an empty text", &|value| value == ""),
            ("a long text", &|value| characters(value) >= 300),
        ],
    );
    check(
        json!({ "type": "string", "minLength": 2, "maxLength": 7 }),
        &[
            ("the shortest", &|value| characters(value) == 2),
            ("the longest", &|value| characters(value) == 7),
        ],
    );
    check(
        json!({ "type": "string", "maxLength": 0 }),
        &[("nothing", &|value| value == "")],
    );
    check(
        json!({ "type": "string", "pattern": "^[a-z]+(-[a-z]+)*$", "minLength": 3, "maxLength": 20 }),
        &[
            ("the shortest", &|value| characters(value) == 3),
            ("the longest", &|value| characters(value) == 20),
        ],
    );
    check(
        json!({ "type": "string", "pattern": "^(?!ab)[a-z]{2}$" }),
        &[],
    );
    check(
        json!({ "type": "string", "pattern": "b", "minLength": 30 }),
        &[],
    );
}

#[test]
fn formats() {
    let formats = [
        "uuid",
        "date-time",
        "date",
        "time",
        "duration",
        "email",
        "uri",
        "hostname",
        "ipv4",
        "ipv6",
        "byte",
        "binary",
        "password",
        "uri-reference",
        "uri-template",
        "json-pointer",
        "regex",
        "relative-json-pointer",
        "idn-email",
        "idn-hostname",
        "iri",
        "iri-reference",
        "unheard-of",
    ];
    for format in formats {
        check(
            json!({ "type": "string", "format": format }),
            &[("a text", &Value::is_string)],
        );
    }
    let offset = |value: &Value| value.as_str().unwrap().ends_with("+05:30");
    check(
        json!({ "type": "string", "format": "date-time" }),
        &[("an offset", &offset)],
    );
    check(
        json!({ "type": "string", "format": "uuid", "pattern": "^[0-9a-f-]{36}$" }),
        &[],
    );
}

#[test]
fn numbers() {
    check(
        json!({ "type": "integer", "minimum": -3, "maximum": 9 }),
        &[
            ("the least", &|value| value == -3),
            ("the most", &|value| value == 9),
            ("zero", &|value| value == 0),
        ],
    );
    check(
        json!({ "type": "integer", "exclusiveMinimum": 3, "exclusiveMaximum": 6 }),
        &[
            ("the least", &|value| value == 4),
            ("the most", &|value| value == 5),
        ],
    );
    check(
        json!({ "type": "integer", "minimum": 3, "exclusiveMinimum": true, "maximum": 6 }),
        &[
            ("the least", &|value| value == 4),
            ("the most", &|value| value == 6),
        ],
    );
    check(
        json!({ "type": "number", "exclusiveMinimum": 0, "maximum": 1 }),
        &[
            ("the most", &|value| value == 1),
            ("a fraction", &|value| value.is_f64()),
        ],
    );
    check(
        json!({ "type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.01 }),
        &[],
    );
    check(
        json!({ "type": "number" }),
        &[
            ("a fraction", &Value::is_f64),
            ("a negative one", &|value| value.as_f64() < Some(0.0)),
        ],
    );
    check(
        json!({ "type": "integer", "multipleOf": 7, "minimum": 20 }),
        &[("the least", &|value| value == 21)],
    );
    check(
        json!({ "type": "number", "multipleOf": 0.01, "minimum": 0.065 }),
        &[("the least", &|value| value == 0.07)],
    );
    check(
        json!({ "type": "integer", "format": "int32" }),
        &[("the most", &|value| value == i32::MAX)],
    );
    check(
        json!({ "type": "integer", "format": "int64" }),
        &[("the least", &|value| value == i64::MIN)],
    );
    check(
        json!({ "type": "integer", "format": "uint64" }),
        &[("the most", &|value| value == u64::MAX)],
    );
    for format in ["float", "double"] {
        check(
            json!({ "type": "number", "format": format }),
            &[("a fraction", &Value::is_f64)],
        );
    }
}

#[test]
fn lists() {
    check(
        json!({ "type": "array", "items": { "type": "boolean" } }),
        &[
            ("an empty one", &|value| length(value) == 0),
            ("one item", &|value| length(value) == 1),
            ("several", &|value| length(value) == 3),
            ("many", &|value| length(value) >= 10),
        ],
    );
    check(
        json!({ "type": "array", "minItems": 2, "maxItems": 4, "uniqueItems": true, "items": { "enum": ["a", "b", "c", "d"] } }),
        &[
            ("the least", &|value| length(value) == 2),
            ("the most", &|value| length(value) == 4),
        ],
    );
    check(
        json!({ "type": "array", "prefixItems": [{ "type": "string" }, { "type": "integer" }], "items": false, "minItems": 2 }),
        &[("both", &|value| value[0].is_string() && value[1].is_i64())],
    );
    check(
        json!({ "type": "array", "prefixItems": [{ "const": 1 }], "items": { "const": 2 } }),
        &[("several", &|value| value == &json!([1, 2, 2]))],
    );
    check(
        json!({ "type": "array", "uniqueItems": true, "items": { "type": "string", "maxLength": 1 } }),
        &[],
    );
    check(
        json!({ "type": "array", "items": { "enum": ["a", "b"] }, "contains": { "const": "b" }, "minContains": 2 }),
        &[("the least", &|value| value == &json!(["b", "b"]))],
    );
    let behind = |contains: Value, more: Value| {
        let mut schema = json!({ "type": "array", "prefixItems": [{ "type": "integer" }, { "type": "boolean" }], "items": { "enum": ["a", "b"] }, "contains": contains });
        let members = schema.as_object_mut().unwrap();
        members.extend(more.as_object().cloned().unwrap());
        schema
    };
    check(
        behind(json!({ "type": "string" }), json!({})),
        &[
            ("the least", &|value| length(value) == 3),
            ("many", &|value| length(value) >= 10),
        ],
    );
    check(
        behind(json!({ "type": "boolean" }), json!({})),
        &[("one", &|value| length(value) == 2 && value[1].is_boolean())],
    );
    check(
        behind(
            json!({ "const": "b" }),
            json!({ "minContains": 2, "maxContains": 2, "minItems": 6 }),
        ),
        &[("two of four", &|value| {
            value
                .as_array()
                .unwrap()
                .iter()
                .filter(|item| *item == "b")
                .count()
                == 2
        })],
    );
    check(
        json!({ "type": "array", "items": { "enum": ["a", "b"] }, "contains": { "const": "b" }, "minContains": 0, "maxContains": 1 }),
        &[
            ("none", &|value| value == &json!([])),
            ("one among many", &|value| length(value) >= 10),
        ],
    );
}

#[test]
fn objects() {
    check(
        json!({ "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "integer" } }, "required": ["a"] }),
        &[
            ("b", &|value| value.get("b").is_some()),
            ("no b", &|value| value.get("b").is_none()),
            ("an unforeseen member", &|value| {
                value.get("unforeseen").is_some()
            }),
        ],
    );
    check(
        json!({ "type": "object", "properties": { "a": { "const": 1 } }, "additionalProperties": { "type": "integer" } }),
        &[
            ("nothing", &|value| value == &json!({})),
            ("several members", &|value| {
                value.as_object().unwrap().len() >= 3
            }),
        ],
    );
    check(
        json!({ "type": "object", "properties": { "a": { "const": 1 } }, "additionalProperties": false, "required": ["a"] }),
        &[("it", &|value| value == &json!({ "a": 1 }))],
    );
    check(
        json!({ "type": "object", "patternProperties": { "^x-[a-z]+$": { "type": "integer" } }, "additionalProperties": false }),
        &[
            ("nothing", &|value| value == &json!({})),
            ("a match", &|value| value.as_object().unwrap().len() == 1),
        ],
    );
    check(
        json!({ "type": "object", "minProperties": 2, "maxProperties": 3, "additionalProperties": { "type": "boolean" } }),
        &[
            ("the least", &|value| value.as_object().unwrap().len() == 2),
            ("the most", &|value| value.as_object().unwrap().len() == 3),
        ],
    );
    check(
        json!({ "type": "object", "minProperties": 1, "additionalProperties": false,
            "properties": { "a": { "const": 1 }, "b": { "const": 2 } } }),
        &[
            ("a", &|value| value == &json!({ "a": 1 })),
            ("b", &|value| value == &json!({ "b": 2 })),
        ],
    );
    check(
        json!({ "type": "object", "required": ["undeclared"] }),
        &[("it", &|value| value.get("undeclared").is_some())],
    );
    check(
        json!({ "type": "object", "propertyNames": { "maxLength": 8 }, "additionalProperties": { "type": "integer" } }),
        &[],
    );
    check(
        json!({ "type": "object", "properties": { "a": false, "b": true } }),
        &[],
    );
}

#[test]
fn unions() {
    check(
        json!({ "oneOf": [{ "type": "string", "minLength": 1 }, { "type": "number" }, { "type": "boolean" }] }),
        &[
            ("a text", &Value::is_string),
            ("a number", &Value::is_number),
        ],
    );
    check(
        json!({ "anyOf": [
            { "type": "object", "properties": { "kind": { "const": "a" }, "x": { "enum": [1, 2, 3] } }, "required": ["kind", "x"] },
            { "type": "object", "properties": { "kind": { "const": "b" }, "y": { "anyOf": [{ "type": "null" }, { "const": 9 }] } }, "required": ["kind", "y"] },
        ] }),
        &[
            ("3", &|value| value["x"] == 3),
            ("9", &|value| value["y"] == 9),
            ("null", &|value| {
                value["kind"] == "b" && value["y"].is_null()
            }),
        ],
    );
    // Either, but not both: the optional member of the other variant must be left out.
    check(
        json!({ "type": "object", "properties": { "a": { "const": 1 }, "b": { "const": 2 } }, "oneOf": [{ "required": ["a"] }, { "required": ["b"] }],
            "additionalProperties": false }),
        &[],
    );
    check(
        json!({ "allOf": [
            { "type": "object", "properties": { "a": { "type": "string" } }, "required": ["a", "b"] },
            { "properties": { "a": { "minLength": 3 }, "b": { "type": "integer" } } },
            { "oneOf": [{ "properties": { "b": { "maximum": 0 } } }, { "properties": { "b": { "minimum": 5 } } }] },
        ] }),
        &[
            ("low", &|value| value["b"].as_i64() <= Some(0)),
            ("high", &|value| value["b"].as_i64() >= Some(5)),
        ],
    );
}

#[test]
fn an_object_that_is_only_closed_is_empty() {
    check(
        json!({ "additionalProperties": false }),
        &[("an empty one", &|value| value == &json!({}))],
    );
}

#[test]
fn conditions() {
    check(
        json!({
            "type": "object",
            "properties": { "kind": { "type": "string" }, "number": { "type": "string" }, "note": { "type": "string" } },
            "required": ["kind"],
            "if": { "properties": { "kind": { "const": "card" } } },
            "then": { "required": ["number"] },
            "else": { "properties": { "number": false }, "required": ["note"] },
        }),
        &[
            ("a card", &|value| {
                value["kind"] == "card" && value["number"].is_string()
            }),
            ("cash", &|value| {
                value["kind"] != "card" && value["note"].is_string()
            }),
        ],
    );
}

#[test]
fn what_is_refused_is_not_drawn() {
    let numbers =
        json!({ "type": "integer", "minimum": 0, "maximum": 3, "not": { "multipleOf": 3 } });
    for (schema, missed) in [
        (
            json!({ "type": "string", "not": { "enum": [""] } }),
            vec!["#/s: text 4"],
        ),
        (numbers, vec!["#/s: number 0", "#/s: number 1"]),
        (
            json!({ "enum": ["a", "b", "c"], "not": { "const": "b" } }),
            vec!["#/s: value 1 of `enum`"],
        ),
        (
            json!({ "type": "integer", "minimum": 0, "maximum": 9, "if": { "minimum": 5 }, "then": { "multipleOf": 5 } }),
            vec!["#/s: number 1"],
        ),
    ] {
        let document = json!({ "openapi": "3.1.0", "s": schema });
        let sampler = Sampler::new(&document);
        let coverage = sampler.coverage("#/s").unwrap();
        assert_eq!(coverage.missed, missed);
        let judge = Judge::new(&document, Direction::Response).schema("#/s");
        let random = sampler.random("#/s", 100).unwrap();
        assert!(
            coverage
                .documents
                .iter()
                .chain(&random)
                .all(|sample| judge.is_valid(sample))
        );
    }
}

#[test]
fn references() {
    let list = json!({ "openapi": "3.1.0", "s": { "$ref": "#/a~1b/list%20x" }, "a/b": { "list x": {
        "type": "object",
        "properties": { "value": { "type": "integer" }, "next": { "$ref": "#/s" } },
        "required": ["value"],
    } } });
    check_document(
        &list,
        Direction::Response,
        &[("two levels", &|value| value["next"].get("value").is_some())],
    );
    let tree = json!({ "openapi": "3.0.3", "s": {
        "type": "object",
        "properties": { "children": { "type": "array", "items": { "$ref": "#/s" } } },
        "required": ["children"],
    } });
    check_document(
        &tree,
        Direction::Response,
        &[("a leaf", &|value| value["children"] == json!([]))],
    );
    let sibling = json!({ "openapi": "3.1.0", "s": { "$ref": "#/text", "maxLength": 2 }, "text": { "type": "string" } });
    check_document(
        &sibling,
        Direction::Response,
        &[("two", &|value| characters(value) == 2)],
    );
}

#[test]
fn discriminators() {
    let variant = |name: &str| json!({ "type": "object", "properties": { "kind": { "type": "string" }, name: { "type": "integer" } }, "required": ["kind"] });
    let mut document = json!({ "openapi": "3.0.3", "components": { "schemas": { "Cat": variant("lives"), "Dog": variant("bones") } },
        "s": { "anyOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }],
            "discriminator": { "propertyName": "kind", "mapping": { "kitty": "#/components/schemas/Cat", "tom": "Cat" } } } });
    let shows: [Shows<'_>; 3] = [
        ("a mapped name", &|value| {
            value["kind"] == "kitty" && value.get("bones").is_none()
        }),
        ("another one", &|value| value["kind"] == "tom"),
        ("the name of the component", &|value| {
            value["kind"] == "Dog" && value.get("bones").is_some()
        }),
    ];
    check_document(&document, Direction::Response, &shows);
    for sample in Sampler::new(&document).random("#/s", 100).unwrap() {
        assert!(
            ["kitty", "tom", "Dog"].contains(&sample["kind"].as_str().unwrap()),
            "{sample}"
        );
    }

    // Without a union, the schemas that build on this one are its variants.
    let heir = |name: &str| json!({ "allOf": [{ "$ref": "#/s" }, { "type": "object", "properties": { name: { "type": "integer" } }, "required": [name] }] });
    document["components"]["schemas"] = json!({ "Cat": heir("lives"), "Dog": heir("bones") });
    document["s"] = json!({ "type": "object", "properties": { "kind": { "type": "string" } }, "required": ["kind"],
        "discriminator": { "propertyName": "kind", "mapping": { "kitty": "#/components/schemas/Cat" } } });
    let shows: [Shows<'_>; 2] = [
        ("a cat", &|value| {
            value["kind"] == "kitty" && value["lives"].is_i64()
        }),
        ("a dog", &|value| {
            value["kind"] == "Dog" && value["bones"].is_i64()
        }),
    ];
    check_document(&document, Direction::Response, &shows);
    for dog in Sampler::new(&document)
        .covering("#/components/schemas/Dog")
        .unwrap()
    {
        assert_eq!(dog["kind"], "Dog");
    }
}

#[test]
fn directions() {
    let document = json!({ "openapi": "3.0.3", "secret": { "type": "string", "writeOnly": true }, "s": {
        "type": "object",
        "properties": { "id": { "type": "integer", "readOnly": true }, "password": { "$ref": "#/secret" }, "name": { "type": "integer" } },
        "required": ["id", "password", "name"],
    } });
    check_document(
        &document,
        Direction::Response,
        &[("an id", &|value| value.get("id").is_some())],
    );
    check_document(
        &document,
        Direction::Request,
        &[("a password", &|value| value.get("password").is_some())],
    );
    for (direction, hidden) in [
        (Direction::Response, "password"),
        (Direction::Request, "id"),
    ] {
        let samples = Sampler::new(&document)
            .direction(direction)
            .random("#/s", 50)
            .unwrap();
        assert!(samples.iter().all(|sample| sample.get(hidden).is_none()));
    }
}
