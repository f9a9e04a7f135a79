//! How documents of Swagger 2.0 are written in OpenAPI 3.0: before and after, rule by rule.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

use seamstress::diagnostic::Diagnostics;
use seamstress::document::{Document, Pointer};
use serde_json::Value;

/// What a document of Swagger 2.0 is read as, and what is said of it.
#[track_caller]
fn read(text: &str) -> (Document, Diagnostics) {
    Document::from_text("a.yaml", format!("swagger: '2.0'\n{text}"), []).unwrap()
}

/// Asserts what the node `pointer` of a document is read as.
#[track_caller]
fn check(text: &str, pointer: &str, after: &str) {
    let (document, warnings) = read(text);
    assert!(warnings.is_empty(), "{text}: {warnings}");
    let dangling = document.check_references();
    assert!(dangling.is_empty(), "{text}: {dangling}");
    assert_eq!(
        document.root().pointer(pointer),
        Some(&yaml(after)),
        "{text}"
    );
}

fn yaml(text: &str) -> Value {
    let (document, _) =
        Document::from_text("b.yaml", format!("openapi: 3.0.3\nx-it: {text}\n"), []).unwrap();
    document.root()["x-it"].clone()
}

#[test]
fn servers() {
    for (text, servers) in [
        (
            "host: a.example\nbasePath: /v1\nschemes: [http, https]",
            "[{url: 'https://a.example/v1'}, {url: 'http://a.example/v1'}]",
        ),
        ("host: a.example", "[{url: 'https://a.example'}]"),
        (
            "host: a.example\nbasePath: /\nschemes: [http, ws]",
            "[{url: 'http://a.example'}]",
        ),
        ("basePath: v1/", "[{url: /v1}]"),
        ("host: 'https://a.example'", "[{url: 'https://a.example'}]"),
    ] {
        check(text, "/servers", servers);
    }
}

#[test]
fn components() {
    let text = "\
definitions:
  pet: {type: object, discriminator: kind, properties: {kind: {type: string}, owner: {$ref: '#/definitions/owner'}, photo: {type: file}}}
  owner: {x-nullable: true, type: string}
responses:
  gone: {description: Gone., schema: {$ref: '#/definitions/owner'}}
securityDefinitions:
  a: {type: basic}
  b: {type: apiKey, in: query, name: key}
  c: {type: oauth2, flow: application, tokenUrl: /token, scopes: {x: y}}
  d: {type: oauth2, flow: accessCode, authorizationUrl: /a, tokenUrl: /t}
";
    for (pointer, after) in [
        (
            "/components/schemas/pet",
            "{type: object, discriminator: {propertyName: kind}, properties: {kind: {type: string}, owner: {$ref: '#/components/schemas/owner'}, photo: {type: string, format: binary}}}",
        ),
        ("/components/schemas/owner/nullable", "true"),
        (
            "/components/responses/gone",
            "{description: Gone., content: {application/json: {schema: {$ref: '#/components/schemas/owner'}}}}",
        ),
        (
            "/components/securitySchemes/a",
            "{type: http, scheme: basic}",
        ),
        (
            "/components/securitySchemes/b",
            "{type: apiKey, in: query, name: key}",
        ),
        (
            "/components/securitySchemes/c",
            "{type: oauth2, flows: {clientCredentials: {tokenUrl: /token, scopes: {x: y}}}}",
        ),
        (
            "/components/securitySchemes/d",
            "{type: oauth2, flows: {authorizationCode: {authorizationUrl: /a, tokenUrl: /t, scopes: {}}}}",
        ),
    ] {
        check(text, pointer, after);
    }
}

#[test]
fn parameters() {
    for (before, after) in [
        (
            "{name: a, in: query, type: integer, format: int64, minimum: 1, description: d, required: true, x-a: 1}",
            "{name: a, in: query, description: d, required: true, x-a: 1, schema: {type: integer, format: int64, minimum: 1}}",
        ),
        (
            "{name: a, in: query, type: array, items: {type: string}}",
            "{name: a, in: query, style: form, explode: false, schema: {type: array, items: {type: string}}}",
        ),
        (
            "{name: a, in: query, type: array, items: {type: string}, collectionFormat: multi}",
            "{name: a, in: query, style: form, explode: true, schema: {type: array, items: {type: string}}}",
        ),
        (
            "{name: a, in: query, type: array, items: {type: string}, collectionFormat: ssv}",
            "{name: a, in: query, style: spaceDelimited, explode: false, schema: {type: array, items: {type: string}}}",
        ),
        (
            "{name: a, in: query, type: array, items: {type: string}, collectionFormat: pipes}",
            "{name: a, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}}",
        ),
        (
            "{name: a, in: path, required: true, type: array, items: {type: string}, collectionFormat: csv}",
            "{name: a, in: path, required: true, schema: {type: array, items: {type: string}}}",
        ),
        (
            "{name: a, in: header, type: string, x-nullable: true}",
            "{name: a, in: header, schema: {type: string, x-nullable: true, nullable: true}}",
        ),
        (
            "{$ref: '#/parameters/limit'}",
            "{$ref: '#/components/parameters/limit'}",
        ),
    ] {
        let text = format!(
            "parameters: {{limit: {{name: limit, in: query, type: integer}}}}\npaths: {{/a: {{get: {{parameters: [{before}], responses: {{}}}}}}}}"
        );
        check(&text, "/paths/~1a/get/parameters/0", after);
    }
    check(
        "parameters: {limit: {name: limit, in: query, type: integer}}",
        "/components/parameters/limit",
        "{name: limit, in: query, schema: {type: integer}}",
    );
}

#[test]
fn bodies() {
    let json = "{required: true, content: {application/json: {schema: {$ref: '#/components/schemas/pet'}}}}";
    let body = "{name: pet, in: body, required: true, schema: {$ref: '#/definitions/pet'}}";
    for (operation, after) in [
        (format!("parameters: [{body}]"), json.to_owned()),
        (format!("consumes: [application/json, text/plain], parameters: [{body}]"), "{required: true, content: {application/json: {schema: {$ref: '#/components/schemas/pet'}}, text/plain: {schema: {$ref: '#/components/schemas/pet'}}}}".to_owned()),
        ("parameters: [{$ref: '#/parameters/pet'}]".to_owned(), "{$ref: '#/components/requestBodies/pet'}".to_owned()),
        ("consumes: [application/json], parameters: [{$ref: '#/parameters/pet'}]".to_owned(), json.to_owned()),
        (
            "parameters: [{name: a, in: formData, type: integer, required: true, description: d}, {$ref: '#/parameters/field'}]".to_owned(),
            "{required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: integer, description: d}, b: {type: array, items: {type: string}}}, required: [a]}, encoding: {b: {style: form, explode: true}}}}}".to_owned(),
        ),
        (
            "consumes: [application/x-www-form-urlencoded], parameters: [{name: f, in: formData, type: file}]".to_owned(),
            "{required: false, content: {multipart/form-data: {schema: {type: object, properties: {f: {type: string, format: binary}}}}}}".to_owned(),
        ),
        (
            "consumes: [multipart/form-data], parameters: [{name: f, in: formData, type: string}]".to_owned(),
            "{required: false, content: {multipart/form-data: {schema: {type: object, properties: {f: {type: string}}}}}}".to_owned(),
        ),
    ] {
        let text = format!(
            "definitions: {{pet: {{type: object}}}}\nparameters: {{pet: {body}, field: {{name: b, in: formData, type: array, items: {{type: string}}, collectionFormat: multi}}}}\npaths: {{/a: {{post: {{{operation}, responses: {{}}}}}}}}"
        );
        check(&text, "/paths/~1a/post/requestBody", &after);
        let (document, _) = read(&text);
        let parameters = document.root().pointer("/paths/~1a/post/parameters");
        assert_eq!(parameters, None);
    }
}

#[test]
fn a_body_that_the_path_shares_is_that_of_each_operation() {
    let text = "paths: {/a: {parameters: [{name: b, in: body, schema: {type: string}}, {name: q, in: query, type: string}], put: {responses: {}}, post: {parameters: [{name: h, in: header, type: string}], responses: {}}}}";
    let body = "{content: {application/json: {schema: {type: string}}}}";
    check(text, "/paths/~1a/put/requestBody", body);
    check(text, "/paths/~1a/post/requestBody", body);
    check(
        text,
        "/paths/~1a/parameters",
        "[{name: q, in: query, schema: {type: string}}]",
    );
}

#[test]
fn responses() {
    for (operation, after) in [
        (
            "responses: {'200': {description: d, schema: {type: string}}}",
            "{description: d, content: {application/json: {schema: {type: string}}}}",
        ),
        (
            "produces: [text/csv], responses: {'200': {description: d, schema: {type: string}, examples: {text/csv: a}}}",
            "{description: d, content: {text/csv: {schema: {type: string}, example: a}}}",
        ),
        (
            "responses: {'200': {description: d, schema: {type: file}}}",
            "{description: d, content: {application/octet-stream: {schema: {type: string, format: binary}}}}",
        ),
        (
            "produces: [application/json, image/png], responses: {'200': {description: d, schema: {type: file}}}",
            "{description: d, content: {image/png: {schema: {type: string, format: binary}}}}",
        ),
        (
            "responses: {'200': {description: d, headers: {x: {type: integer, description: h}}}}",
            "{description: d, headers: {x: {description: h, schema: {type: integer}}}}",
        ),
        ("responses: {'200': {description: d}}", "{description: d}"),
    ] {
        let text = format!("paths: {{/a: {{get: {{{operation}}}}}}}");
        check(&text, "/paths/~1a/get/responses/200", after);
    }
}

#[test]
fn references_into_what_moved_are_led_there() {
    let text = "\
definitions:
  a: {type: object, properties: {b: {type: string}}}
  c: {properties: {b: {$ref: '#/definitions/a/properties/b'}, d: {$ref: '#/parameters/body/schema'}, e: {$ref: '#/paths/~1a/get/responses/200/schema/items'}}}
parameters:
  body: {name: body, in: body, schema: {type: integer}}
paths:
  /a: {get: {responses: {'200': {description: d, schema: {type: array, items: {type: number}}}}}}
";
    let (document, _) = read(text);
    for (name, kind) in [("b", "string"), ("d", "integer"), ("e", "number")] {
        let reference = document.root()["components"]["schemas"]["c"]["properties"][name]["$ref"]
            .as_str()
            .unwrap();
        let (_, target) = document.resolve(reference).unwrap();
        assert_eq!(target["type"], kind, "{reference}");
    }
}

#[test]
fn references_to_nowhere_are_told_as_they_are_written() {
    let (document, _) =
        read("definitions: {pet: {type: object}, x: {items: {$ref: '#/definitions/pets'}}}\n");
    let found = document.check_references().to_string();
    assert!(
        found.contains("`$ref` points to nothing: #/definitions/pets\n"),
        "{found}"
    );
    assert!(
        found.contains("define `pets` in #/definitions, or"),
        "{found}"
    );
    assert!(found.contains(" at #/definitions/x/items\n"), "{found}");
}

#[test]
fn what_has_no_counterpart_is_told_with_its_place() {
    let text = "\
paths:
  /a:
    post:
      parameters:
        - {name: q, in: query, type: array, items: {type: string}, collectionFormat: tsv}
        - {name: b, in: body, schema: {}}
        - {name: f, in: formData, type: string}
      responses: {}
";
    let (_, warnings) = read(text);
    assert_eq!(
        warnings.to_string(),
        "warning[unsupported-collection-format]: lists cannot be written as `tsv` here\n  \
         --> a.yaml:6:11 at #/paths/~1a/post/parameters/0\n  \
         help: they are written with commas; write `collectionFormat: csv` if so\n\
         warning[bad-parameter]: an operation has a body or a form, and not both\n  \
         --> a.yaml:8:11 at #/paths/~1a/post/parameters/2\n  \
         help: remove the parameters in `formData`, which are left out, or the body"
    );
}

#[test]
fn places_in_the_text_are_found() {
    let text = "\
definitions:
  a:
    type: object
    properties:
      b: {type: [string, 'null']}
paths:
  /a:
    post:
      parameters:
        - in: body
          name: x
          schema: {$ref: '#/definitions/a'}
        - {in: query, name: q, type: string}
      responses:
        '200':
          description: d
          schema: {type: string}
";
    let (document, _) = read(text);
    for (now, then, line) in [
        (
            "/components/schemas/a/properties/b/nullable",
            "/definitions/a/properties/b/type",
            6,
        ),
        (
            "/paths/~1a/post/requestBody",
            "/paths/~1a/post/parameters/0",
            11,
        ),
        (
            "/paths/~1a/post/requestBody/content/application~1json/schema",
            "/paths/~1a/post/parameters/0/schema",
            13,
        ),
        (
            "/paths/~1a/post/parameters/0",
            "/paths/~1a/post/parameters/1",
            14,
        ),
        (
            "/paths/~1a/post/parameters/0/schema/type",
            "/paths/~1a/post/parameters/1/type",
            14,
        ),
        (
            "/paths/~1a/post/responses/200/content/application~1json/schema",
            "/paths/~1a/post/responses/200/schema",
            18,
        ),
    ] {
        let now = Pointer::parse(now).unwrap();
        assert!(document.node(&now).is_some(), "{now}");
        assert_eq!(document.origin(&now), Pointer::parse(then).unwrap());
        assert_eq!(document.locate(&now).line, line, "{now}");
    }
}

/// Nothing here is what it should be; all of it is read, and nothing panics.
#[test]
fn malformed_parts_cost_themselves_only() {
    for part in [
        "null",
        "[]",
        "{}",
        "text",
        "1",
        "[1, null, {}]",
        "{a: 1, b: null, c: []}",
    ] {
        for text in [
            "definitions: @",
            "parameters: @",
            "responses: @",
            "securityDefinitions: @",
            "paths: @",
            "host: @\nschemes: @\nbasePath: @\nconsumes: @\nproduces: @",
            "paths: {/a: @}",
            "paths: {/a: {parameters: @, get: @}}",
            "paths: {/a: {get: {parameters: @, responses: @}}}",
            "paths: {/a: {get: {consumes: @, produces: @, parameters: [{in: body, schema: @}], responses: {'200': @}}}}",
            "paths: {/a: {get: {parameters: [{in: formData, name: @, type: @}], responses: {'200': {schema: @, headers: @, examples: @}}}}}",
            "parameters: {a: @, b: {in: body}}\npaths: {/a: {get: {parameters: [{$ref: '#/parameters/a'}, {$ref: '#/parameters/~2'}, {$ref: @}]}}}",
            "components: @\nservers: @",
        ] {
            let (document, _) = read(&text.replace('@', part));
            drop(document.check_references());
        }
    }
}
