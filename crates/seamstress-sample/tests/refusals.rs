//! What cannot be sampled is refused, with its place and advice; and what a sampler promises.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

use seamstress_sample::Sampler;
use serde_json::{Value, json};

#[track_caller]
fn check_refusal(schema: Value, expected: &str) {
    let document = json!({ "openapi": "3.1.0", "s": schema });
    let sampler = Sampler::new(&document);
    let error = sampler.covering("#/s").expect_err("it is sampled");
    assert_eq!(error.to_string(), expected);
    assert_eq!(sampler.random("#/s", 1), Err(error));
}

#[test]
fn faults_are_told_with_their_place() {
    let within = |schema: Value| json!({ "type": "object", "properties": { "a": schema } });
    for (schema, expected) in [
        (
            json!({ "$ref": "#/nowhere" }),
            "#/s/properties/a: the reference `#/nowhere` points to nothing; define what it names, or correct the name",
        ),
        (
            json!({ "$ref": "other.json#/a" }),
            "#/s/properties/a: the reference `other.json#/a` is no JSON pointer into this document; copy what it points to into this document",
        ),
        (
            json!({ "type": "string", "pattern": "(" }),
            "#/s/properties/a: the pattern `(` cannot be read: Parsing error at position 1: Opening parenthesis without closing parenthesis; write a simpler pattern, or sample a schema that does without it",
        ),
        (
            json!({ "type": "string", "pattern": ".^" }),
            "#/s/properties/a: no text was found that matches the pattern `.^`; write a simpler pattern, or sample a schema that does without it",
        ),
        (
            json!({ "type": "string", "pattern": "^a{3}$", "maxLength": 2 }),
            "#/s/properties/a: no text was found with all of: pattern `^a{3}$`, at most 2 characters; correct the schemas that apply here together",
        ),
        (
            json!({ "type": "integer", "exclusiveMinimum": 3, "maximum": 3 }),
            "#/s/properties/a: no number lies between 3 and 3; correct `minimum` or `maximum`",
        ),
        (
            json!({ "type": "integer", "exclusiveMinimum": 3, "exclusiveMaximum": 4 }),
            "#/s/properties/a: no number was found that the limits and `multipleOf` allow together; correct the schemas that apply here together",
        ),
        (
            json!({ "minLength": 3, "maxLength": 2 }),
            "#/s/properties/a: `minLength` is 3 and `maxLength` is 2; correct one of them",
        ),
        (
            json!({ "contains": {}, "minContains": 3, "maxContains": 2 }),
            "#/s/properties/a: `minContains` is 3 and `maxContains` is 2; correct one of them",
        ),
        (
            json!({ "contains": {}, "minContains": "3" }),
            "#/s/properties/a: `minContains` is no count; write a whole number from 0",
        ),
        (
            json!({ "type": "string", "not": {} }),
            "#/s/properties/a/not: no value was found that this `not` does not refuse; refuse less, or describe what is allowed",
        ),
        (
            json!({ "oneOf": [{ "type": "string" }, { "type": "string" }] }),
            "#/s/properties/a/oneOf/1: every value of another variant of this `oneOf` was allowed here as well; write `anyOf`, or tell the variants apart by a required constant",
        ),
        (
            json!({ "type": "array", "uniqueItems": true, "minItems": 3, "items": { "type": "boolean" } }),
            "#/s/properties/a/items: 3 items that differ were not found; correct the schemas that apply here together",
        ),
        (
            json!({ "enum": ["a"], "type": "integer" }),
            "#/s/properties/a: other keywords refuse the value \"a\"; correct the schemas that apply here together",
        ),
        (
            json!({ "dependentRequired": { "a": ["b"] } }),
            "#/s/properties/a: the keyword `dependentRequired` is not supported; sample a schema that does without it",
        ),
        (
            json!({ "type": "text" }),
            "#/s/properties/a: \"text\" is no type of JSON Schema; the types are array, boolean, integer, null, number, object, string",
        ),
        (
            json!({ "enum": [] }),
            "#/s/properties/a: `enum` lists nothing; list what is allowed, or remove the keyword",
        ),
        (
            json!(7),
            "#/s/properties/a: a schema is an object, or `true` or `false`; correct the schema",
        ),
    ] {
        check_refusal(within(schema), expected);
    }
}

#[test]
fn a_recursion_needs_a_way_out() {
    let advice = "every value of this schema contains another one, without end; make a member on the way optional, or allow an empty list or null";
    for schema in [
        json!({ "type": "object", "properties": { "a": { "$ref": "#/s" } }, "required": ["a"] }),
        json!({ "type": "array", "items": { "$ref": "#/s" }, "minItems": 1 }),
        json!({ "allOf": [{ "$ref": "#/s" }] }),
    ] {
        check_refusal(schema, &format!("#/s: {advice}"));
    }
    let ways_out = [
        json!({ "type": "object", "properties": { "a": { "oneOf": [{ "$ref": "#/s" }, { "const": 1 }] } }, "required": ["a"] }),
        json!({ "type": ["object", "null"], "properties": { "a": { "$ref": "#/s" } }, "required": ["a"] }),
        json!({ "type": "array", "items": { "$ref": "#/s" }, "maxItems": 2 }),
    ];
    for schema in ways_out {
        let document = json!({ "openapi": "3.1.0", "s": schema });
        let sampler = Sampler::new(&document).depth(8);
        assert!(!sampler.covering("#/s").unwrap().is_empty());
        assert_eq!(sampler.random("#/s", 50).unwrap().len(), 50);
    }
}

#[test]
fn a_place_without_a_schema_is_told() {
    let error = Sampler::new(&json!({})).covering("/a/b").unwrap_err();
    assert_eq!(error.pointer(), "#/a/b");
    assert_eq!(error.reason(), "the document has nothing at this place");
    assert!(error.advice().starts_with("pass the JSON pointer"));
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let members = [
        ("b", json!({ "type": "string", "format": "uuid" })),
        (
            "a",
            json!({ "type": "array", "items": { "type": "number" } }),
        ),
        ("c", json!({})),
        ("d", json!({ "enum": [{ "z": 1, "y": 2 }, 3] })),
    ];
    let schema = |members: &mut dyn Iterator<Item = &(&str, Value)>| {
        let properties = members.map(|(name, schema)| ((*name).to_owned(), schema.clone()));
        json!({ "type": "object", "properties": properties.collect::<Value>() })
    };
    let (schema, turned) = (
        schema(&mut members.iter()),
        schema(&mut members.iter().rev()),
    );
    let document = json!({ "openapi": "3.1.0", "s": schema, "t": schema });
    // The order in the text must not matter, where maps keep it.
    let turned = json!({ "openapi": "3.1.0", "s": turned });
    let draw = |document: &Value, seed| {
        let sampler = Sampler::new(document).seed(seed);
        let mut documents = sampler.covering("#/s").unwrap();
        documents.extend(sampler.random("#/s", 30).unwrap());
        serde_json::to_string(&documents).unwrap()
    };
    assert_eq!(draw(&document, 1), draw(&turned, 1));
    assert_ne!(draw(&document, 1), draw(&document, 2));
    let sampler = Sampler::new(&document);
    assert_ne!(
        sampler.random("#/s", 30),
        sampler.random("#/t", 30),
        "streams have names"
    );
    // One number that must be the same on every machine and in every release.
    let text = draw(&document, 1);
    let sum = text.bytes().fold(0_u64, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(byte.into())
    });
    assert_eq!(sum, 15_780_119_763_426_581_581);
}

#[test]
fn documents_stay_small_whatever_refers_to_what() {
    // Thirty schemas, each with members of all the others: without limits, as good as endless.
    let names: Vec<_> = (0..30).map(|number| format!("c{number}")).collect();
    let properties: Value = names
        .iter()
        .map(|name| {
            (
                name.clone(),
                json!({ "$ref": format!("#/components/schemas/{name}") }),
            )
        })
        .collect();
    let schema = json!({ "type": "object", "properties": properties });
    let schemas: Value = names
        .iter()
        .map(|name| (name.clone(), schema.clone()))
        .collect();
    let document = json!({ "openapi": "3.1.0", "components": { "schemas": schemas } });
    let sampler = Sampler::new(&document).values(500);
    for sample in sampler.covering("#/components/schemas/c0").unwrap() {
        assert!(sample.to_string().len() < 40_000);
    }
    for sample in sampler.random("#/components/schemas/c0", 20).unwrap() {
        assert!(sample.to_string().len() < 20_000);
    }
}

#[test]
fn operations_and_components_are_found() {
    let json_body = |media: &str| json!({ "content": { "text/plain": {}, media: { "schema": { "type": "integer" } } } });
    let document = json!({
        "openapi": "3.1.0",
        "paths": { "/a/{b}": { "$ref": "#/components/pathItems/a" } },
        "components": {
            "pathItems": { "a": {
                "parameters": [],
                "post": { "requestBody": { "$ref": "#/components/requestBodies/r" }, "responses": {
                    "200": json_body("application/json; charset=utf-8"), "2XX": { "$ref": "#/components/responses/ok" }, "404": json_body("application/json") } },
                "delete": { "responses": { "204": { "description": "" } } },
            } },
            "responses": { "ok": json_body("application/vnd.a+json") },
            "requestBodies": { "r": json_body("application/json") },
            "schemas": { "x/y": {} },
        },
    });
    let sampler = Sampler::new(&document);
    let responses = sampler.responses().unwrap();
    let found = responses.iter().map(|body| {
        (
            body.method.as_str(),
            body.path.as_str(),
            body.status.as_deref(),
            body.pointer.as_str(),
        )
    });
    let operation = "#/components/pathItems/a/post";
    let first =
        format!("{operation}/responses/200/content/application~1json; charset=utf-8/schema");
    assert_eq!(
        found.collect::<Vec<_>>(),
        [
            ("post", "/a/{b}", Some("200"), first.as_str()),
            (
                "post",
                "/a/{b}",
                Some("2XX"),
                "#/components/responses/ok/content/application~1vnd.a+json/schema"
            ),
        ]
    );
    assert_eq!(
        sampler.requests().unwrap()[0].pointer,
        "#/components/requestBodies/r/content/application~1json/schema"
    );
    assert_eq!(
        sampler.components(),
        [("x/y".to_owned(), "#/components/schemas/x~1y".to_owned())]
    );
    assert!(sampler.random(&first, 3).unwrap().iter().all(Value::is_i64));
}
