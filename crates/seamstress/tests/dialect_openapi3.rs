//! What OpenAPI 3.1 and 3.2 have beside schemas: webhooks, further methods, addresses.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

mod golden_support;

use golden_support::{generate, golden};
use seamstress::document::{Document, Pointer};
use serde_json::json;

#[test]
fn payloads_of_webhooks_are_components() {
    let text = "\
openapi: 3.1.0
webhooks:
  a.b: {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {x: {const: 1}}}}}}}}
  c: {post: {requestBody: {$ref: '#/components/requestBodies/c'}}}
  d: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/D'}}}}}}
  e: {post: {requestBody: {content: {text/plain: {schema: {type: string}}}}}}
  A-B: {post: {requestBody: {content: {application/json: {schema: {type: string}}}}}}
  f: null
components:
  requestBodies: {c: {content: {application/json: {schema: {type: object}}}}}
  schemas: {D: {type: object}, other: {$ref: '#/webhooks/a.b/post/requestBody/content/application~1json/schema/properties/x'}}
";
    let (document, warnings) = Document::from_text("a.yaml", text, []).unwrap();
    assert!(warnings.is_empty(), "{warnings}");
    assert!(
        document.check_references().is_empty(),
        "{}",
        document.check_references()
    );
    let schemas = &document.root()["components"]["schemas"];
    let names: Vec<_> = schemas.as_object().unwrap().keys().collect();
    assert_eq!(
        names,
        ["D", "other", "a_b", "c", "A_B_event", "WebhookEvent"]
    );
    let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    assert_eq!(
        schemas["WebhookEvent"]["oneOf"],
        json!([
            reference("a_b"),
            reference("c"),
            reference("D"),
            reference("A_B_event")
        ])
    );
    assert_eq!(schemas["a_b"]["properties"]["x"]["enum"], json!([1]));
    assert_eq!(
        schemas["other"],
        json!({"$ref": "#/components/schemas/a_b/properties/x"})
    );
    let at = Pointer::parse("/components/schemas/a_b/properties").unwrap();
    assert_eq!(document.locate(&at).line, 3);
}

/// Pointers in the configuration are those of the text, whatever becomes of it.
#[test]
fn types_are_renamed_by_their_place_in_the_text() {
    let two = "\
swagger: '2.0'
info: {title: T, version: '1'}
paths: {}
definitions: {a: {type: object, properties: {b: {type: [object, 'null'], properties: {c: {type: string}}}}}}
";
    let three = "\
openapi: 3.1.0
info: {title: T, version: '1'}
components: {schemas: {a: {type: object, properties: {b: {$ref: '#/components/schemas/a/$defs/b'}}, $defs: {b: {anyOf: [{type: 'null'}, {type: object, properties: {c: {type: string}}}]}}}}}
";
    for (name, text, pointer) in [
        ("two", two, "#/definitions/a/properties/b"),
        ("three", three, "#/components/schemas/a/$defs/b"),
    ] {
        let settings = format!("[names.rename]\n\"{pointer}\" = \"Chosen\"\n");
        let generated = generate(name, text, &settings);
        assert!(generated.warnings.is_empty(), "{}", generated.warnings);
        let all: String = generated.rust().map(|(_, text)| text).collect();
        assert!(all.contains("pub struct Chosen {"), "{name}: {all}");
    }
}

#[test]
fn what_is_where_in_the_tree_is_told_by_its_place_in_the_text() {
    let text = "\
swagger: '2.0'
paths: {/a: {post: {parameters: [{in: query, name: q, type: string}, {in: body, name: b, schema: {type: string}}]}}}
definitions: {a: {type: [string, integer], minLength: 1}}
";
    let (document, _) = Document::from_text("a.yaml", text, []).unwrap();
    for (then, now) in [
        ("/definitions/a", "/components/schemas/a"),
        (
            "/definitions/a/minLength",
            "/components/schemas/a/anyOf/0/minLength",
        ),
        (
            "/paths/~1a/post/parameters/1/schema",
            "/paths/~1a/post/requestBody/content/application~1json/schema",
        ),
        (
            "/paths/~1a/post/parameters/0",
            "/paths/~1a/post/parameters/0",
        ),
        ("/info", "/info"),
    ] {
        let pointer = |text| Pointer::parse(text).unwrap();
        assert_eq!(document.current(&pointer(then)), pointer(now));
    }
}

/// Methods of 3.2 are sent as they are called.
#[test]
fn further_methods_are_operations() {
    let documents = golden();
    let document = documents
        .iter()
        .find(|one| one.name() == "openapi32")
        .unwrap();
    let generated = document.generate();
    assert!(generated.warnings.is_empty(), "{}", generated.warnings);
    let all: String = generated.rust().map(|(_, text)| text).collect();
    assert!(all.contains("method: Method::Query,"));
    assert!(all.contains("method: Method::other(\"COPY\"),"));
}

#[test]
fn what_is_no_method_is_left_out() {
    let text = "\
openapi: 3.2.0
info: {title: T, version: '1'}
paths:
  /a:
    get: {responses: {}}
    additionalOperations:
      'A B': {responses: {}}
      GET: {responses: {}}
      '': {responses: {}}
      AVeryLongNameOfAMethodThatNobodyHas: {responses: {}}
";
    let generated = generate("methods", text, "");
    let codes: Vec<_> = generated
        .warnings
        .iter()
        .map(|warning| warning.code)
        .collect();
    assert_eq!(codes, ["bad-method"; 4], "{}", generated.warnings);
}
