//! How schemas of other versions are written in OpenAPI 3.0: before and after, rule by rule.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

use seamstress::document::{Document, Pointer};
use serde_json::Value;

/// Asserts what the schema `before`, of a document of `version`, is read as.
#[track_caller]
fn check(version: &str, before: &str, after: &str) {
    let text = format!(
        "openapi: {version}\ncomponents:\n  schemas:\n    other: {{type: object}}\n    it: {before}\n"
    );
    let (document, warnings) = Document::from_text("a.yaml", &text, []).unwrap();
    assert!(warnings.is_empty(), "{before}: {warnings}");
    let (expected, _) =
        Document::from_text("b.yaml", format!("openapi: 3.0.3\nx-it: {after}\n"), []).unwrap();
    let it = document.root().pointer("/components/schemas/it").unwrap();
    assert_eq!(it, &expected.root()["x-it"], "{before}");
}

#[track_caller]
fn check_all(version: &str, table: &[(&str, &str)]) {
    for (before, after) in table {
        check(version, before, after);
    }
}

const OTHER: &str = "'#/components/schemas/other'";

#[test]
fn types() {
    check_all(
        "3.1.0",
        &[
            ("{type: [string]}", "{type: string}"),
            ("{type: [string, 'null']}", "{type: string, nullable: true}"),
            (
                "{type: ['null', string], enum: [a, null]}",
                "{type: string, nullable: true, enum: [a, null]}",
            ),
            ("{type: 'null'}", "{nullable: true}"),
            ("{type: ['null']}", "{nullable: true}"),
            ("{type: []}", "{}"),
            ("{type: [integer, number]}", "{type: number}"),
            (
                "{type: [integer, number, 'null'], minimum: 1}",
                "{type: number, nullable: true, minimum: 1}",
            ),
            (
                "{type: [string, integer]}",
                "{anyOf: [{type: string}, {type: integer}]}",
            ),
            (
                "{type: [string, integer, 'null'], minLength: 1, maximum: 3, title: t}",
                "{title: t, nullable: true, anyOf: [{type: string, minLength: 1}, {type: integer, maximum: 3}]}",
            ),
            (
                "{type: [array, object], items: {type: [string, 'null']}, properties: {a: {type: [integer]}}, required: [a]}",
                "{anyOf: [{type: array, items: {type: string, nullable: true}}, {type: object, properties: {a: {type: integer}}, required: [a]}]}",
            ),
            (
                "{type: [string, integer], format: int64}",
                "{anyOf: [{type: string}, {type: integer, format: int64}]}",
            ),
            (
                "{type: [string, integer], format: date}",
                "{anyOf: [{type: string, format: date}, {type: integer}]}",
            ),
            (
                "{type: [string, integer], enum: [a, 1, b]}",
                "{anyOf: [{type: string, enum: [a, b]}, {type: integer, enum: [1]}]}",
            ),
            (
                "{type: [string, integer, boolean], enum: [a, true]}",
                "{anyOf: [{type: string, enum: [a]}, {type: boolean, enum: [true]}]}",
            ),
            (
                "{type: [string, number, boolean, object, array, 'null']}",
                "{}",
            ),
            (
                "{type: [object, 'null'], anyOf: [{required: [a]}]}",
                "{type: object, nullable: true, anyOf: [{required: [a]}]}",
            ),
            (
                "{type: [string, integer], oneOf: [{type: string}, {type: integer}]}",
                "{oneOf: [{type: string}, {type: integer}]}",
            ),
        ],
    );
}

#[test]
fn constants() {
    check_all(
        "3.1.0",
        &[
            ("{const: a}", "{type: string, enum: [a]}"),
            (
                "{type: string, const: a, description: d}",
                "{type: string, description: d, enum: [a]}",
            ),
            ("{const: 3}", "{type: integer, enum: [3]}"),
            ("{const: 2.5}", "{type: number, enum: [2.5]}"),
            ("{const: true}", "{type: boolean, enum: [true]}"),
            ("{const: null}", "{nullable: true}"),
            ("{const: {a: 1}}", "{type: object, enum: [{a: 1}]}"),
        ],
    );
}

#[test]
fn nulls() {
    check_all(
        "3.1.0",
        &[
            (
                "{anyOf: [{type: string}, {type: 'null'}]}",
                "{type: string, nullable: true}",
            ),
            (
                "{anyOf: [{type: 'null'}, {type: string}, {type: integer}]}",
                "{nullable: true, anyOf: [{type: string}, {type: integer}]}",
            ),
            (
                &format!("{{oneOf: [{{$ref: {OTHER}}}, {{type: 'null'}}], description: d}}"),
                &format!("{{description: d, nullable: true, allOf: [{{$ref: {OTHER}}}]}}"),
            ),
            (
                "{anyOf: [{const: null}, {enum: [a]}], title: t}",
                "{title: t, nullable: true, enum: [a]}",
            ),
            (
                "{anyOf: [{enum: [null]}, {type: array, items: true}]}",
                "{nullable: true, type: array, items: true}",
            ),
            (
                "{anyOf: [{type: 'null', description: none}, {anyOf: [{type: 'null'}, {type: string}]}]}",
                "{nullable: true, type: string}",
            ),
            (
                "{title: outer, anyOf: [{type: string, title: inner, description: d}, {type: 'null'}]}",
                "{title: outer, nullable: true, type: string, description: d}",
            ),
            (
                "{type: object, anyOf: [{type: object, properties: {a: {}}}, {type: 'null'}]}",
                "{type: object, nullable: true, allOf: [{type: object, properties: {a: {}}}]}",
            ),
            ("{oneOf: [{type: 'null'}]}", "{nullable: true}"),
            ("{anyOf: [false, {type: string}]}", "{type: string}"),
            // One alternative alone is left as it is.
            ("{anyOf: [{type: string}]}", "{anyOf: [{type: string}]}"),
        ],
    );
}

#[test]
fn references_with_siblings() {
    check_all(
        "3.1.0",
        &[
            (
                &format!("{{$ref: {OTHER}, description: d, deprecated: true}}"),
                &format!("{{$ref: {OTHER}, description: d, deprecated: true}}"),
            ),
            (
                &format!("{{$ref: {OTHER}, type: object}}"),
                &format!("{{$ref: {OTHER}}}"),
            ),
            (
                &format!("{{$ref: {OTHER}, nullable: true}}"),
                &format!("{{nullable: true, allOf: [{{$ref: {OTHER}}}]}}"),
            ),
            (
                &format!("{{$ref: {OTHER}, properties: {{a: {{const: 1}}}}, description: d}}"),
                &format!(
                    "{{description: d, properties: {{a: {{type: integer, enum: [1]}}}}, allOf: [{{$ref: {OTHER}}}]}}"
                ),
            ),
            (
                &format!("{{$ref: {OTHER}, allOf: [{{required: [a]}}]}}"),
                &format!("{{allOf: [{{required: [a]}}, {{$ref: {OTHER}}}]}}"),
            ),
        ],
    );
    // 3.0 ignores what stands beside a reference, but everybody who writes this means it.
    check_all(
        "3.0.3",
        &[
            (
                &format!("{{$ref: {OTHER}, nullable: true, required: [a]}}"),
                &format!("{{nullable: true, allOf: [{{$ref: {OTHER}}}]}}"),
            ),
            (
                &format!("{{$ref: {OTHER}, required: [a]}}"),
                &format!("{{$ref: {OTHER}, required: [a]}}"),
            ),
        ],
    );
}

#[test]
fn single_keywords() {
    check_all(
        "3.1.0",
        &[
            (
                "{type: number, exclusiveMinimum: 3}",
                "{type: number, exclusiveMinimum: true, minimum: 3}",
            ),
            (
                "{type: number, minimum: 5, exclusiveMinimum: 3}",
                "{type: number, minimum: 5}",
            ),
            (
                "{type: number, maximum: 5, exclusiveMaximum: 3}",
                "{type: number, maximum: 3, exclusiveMaximum: true}",
            ),
            (
                "{type: number, minimum: 1, exclusiveMinimum: true}",
                "{type: number, minimum: 1, exclusiveMinimum: true}",
            ),
            (
                "{type: string, examples: [a, b]}",
                "{type: string, example: a}",
            ),
            (
                "{type: string, examples: [], example: c}",
                "{type: string, example: c}",
            ),
            (
                "{type: string, contentEncoding: base64}",
                "{type: string, contentEncoding: base64, format: byte}",
            ),
            (
                "{contentMediaType: application/octet-stream}",
                "{contentMediaType: application/octet-stream, type: string, format: binary}",
            ),
            (
                "{type: string, contentMediaType: image/png, contentEncoding: base64}",
                "{type: string, contentMediaType: image/png, contentEncoding: base64, format: byte}",
            ),
            (
                "{type: string, contentMediaType: application/json}",
                "{type: string, contentMediaType: application/json}",
            ),
            (
                "{type: array, items: [{type: string}, true], additionalItems: false}",
                "{type: array, prefixItems: [{type: string}, {}], items: false}",
            ),
            (
                "{properties: {a: true, b: false, c: {}}, required: [a, b, d]}",
                "{properties: {a: {}, c: {}}, required: [a, d]}",
            ),
            (
                "{additionalProperties: false, allOf: [true]}",
                "{additionalProperties: false, allOf: [{}]}",
            ),
            ("true", "{}"),
            ("false", "{not: {}}"),
            // What is no schema is left alone, whatever it looks like.
            (
                "{default: {type: [a, b]}, example: {const: 1}, enum: [{type: [x]}], x-a: {const: 1}}",
                "{default: {type: [a, b]}, example: {const: 1}, enum: [{type: [x]}], x-a: {const: 1}}",
            ),
            (
                "{properties: {type: {const: a}, const: {type: [string]}}}",
                "{properties: {type: {enum: [a], type: string}, const: {type: string}}}",
            ),
            (
                "{type: string, x-nullable: true}",
                "{type: string, x-nullable: true, nullable: true}",
            ),
            (
                "{discriminator: kind}",
                "{discriminator: {propertyName: kind}}",
            ),
        ],
    );
}

#[test]
fn complaints_name_the_place_in_the_text() {
    let text = "\
openapi: 3.1.0
components:
  schemas:
    it:
      type: [object, string]
      properties:
        a:
          anyOf:
            - type: 'null'
            - type: array
              items: {const: x}
";
    let (document, _) = Document::from_text("a.yaml", text, []).unwrap();
    for (now, then, line) in [
        (
            "/components/schemas/it/anyOf/0/properties/a",
            "/components/schemas/it/properties/a",
            8,
        ),
        (
            "/components/schemas/it/anyOf/0/properties/a/items",
            "/components/schemas/it/properties/a/anyOf/1/items",
            11,
        ),
        (
            "/components/schemas/it/anyOf/0/properties/a/items/enum/0",
            "/components/schemas/it/properties/a/anyOf/1/items/const",
            11,
        ),
        (
            "/components/schemas/it/anyOf/0/properties/a/nullable",
            "/components/schemas/it/properties/a/anyOf/0",
            9,
        ),
    ] {
        let now = Pointer::parse(now).unwrap();
        assert!(
            document.node(&now).is_some(),
            "{now} in {}",
            document.root()
        );
        assert_eq!(document.origin(&now), Pointer::parse(then).unwrap());
        assert_eq!(document.locate(&now).line, line, "{now}");
        let warning = document.warning("test", "m", &now);
        assert_eq!(warning.pointer, Pointer::parse(then));
    }
}

#[test]
fn references_into_what_moved_are_led_there() {
    let text = "\
openapi: 3.1.0
components:
  schemas:
    it: {type: [object, string], properties: {a: {anyOf: [{type: 'null'}, {type: string}, {type: integer}]}}}
    a: {$ref: '#/components/schemas/it/properties/a'}
    b: {$ref: '#/components/schemas/it/properties/a/anyOf/2'}
    c: {$ref: '#/components/schemas/it'}
";
    let (document, _) = Document::from_text("a.yaml", text, []).unwrap();
    let target = |name: &str| document.root()["components"]["schemas"][name]["$ref"].clone();
    assert_eq!(target("a"), "#/components/schemas/it/anyOf/0/properties/a");
    assert_eq!(
        target("b"),
        "#/components/schemas/it/anyOf/0/properties/a/anyOf/1"
    );
    assert_eq!(target("c"), Value::from("#/components/schemas/it"));
    assert!(document.check_references().is_empty());
}
