//! Documents of OpenAPI 3 that hold a text in every place that holds any.

use serde_json::{Value, json};

/// A document that holds `at(place)` in every place.
pub(crate) fn openapi_3_0(at: &dyn Fn(&str) -> String) -> Value {
    // A reference cannot hold everything that a name can, so what is referred to is plain.
    let plain = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    let body = |schema: Value| json!({ "content": { "application/json": { "schema": schema } } });
    let done = json!({ "204": { "description": at("response_description") } });
    let words =
        |place: &str| json!({ "url": at(place), "description": at(&format!("{place}_words")) });
    let listed = json!({
        "type": "object",
        "required": [at("key"), at("info")],
        "properties": {
            (at("key")): { "type": "array", "items": plain("plain") },
            (at("info")): { "type": "object", "properties": { (at("next")): { "type": "string", "nullable": true } } },
        },
    });
    json!({
        "openapi": "3.0.3",
        "info": {
            "title": at("title"), "description": at("info_description"), "version": at("version"),
            "termsOfService": at("terms"), "contact": { "name": at("contact"), "url": at("contact_url") },
            "license": { "name": at("license_name"), "url": at("license_url") },
        },
        "servers": [{
            "url": format!("https://{{host}}/{}", at("server")),
            "description": at("server_description"),
            "variables": { "host": { "default": at("server_default"), "enum": [at("server_value")], "description": at("variable_description") } },
        }],
        "tags": [{ "name": at("tag"), "description": at("tag_description"), "externalDocs": words("tag_docs") }],
        "externalDocs": words("docs"),
        (format!("x-{}", at("extension"))): { (at("extension_key")): at("extension_value") },
        "security": [{ (at("scheme")): [] }],
        "paths": {
            (format!("/{}", at("path"))): {
                "get": {
                    "tags": [at("tag")],
                    "operationId": at("operation"),
                    "summary": at("summary"),
                    "description": at("operation_description"),
                    "x-title": at("x_title"),
                    "x-key": at("key"),
                    "x-reason": at("reason"),
                    "parameters": [
                        { "name": at("cursor"), "in": "query", "schema": { "type": "string" } },
                        { "name": at("header"), "in": "header", "description": at("header_description"), "schema": { "type": "string" } },
                        { "name": at("query"), "in": "query", "required": true, "description": at("query_description"),
                          "schema": { "type": "string", "enum": [at("query_value"), "b"], "default": at("query_default"), "pattern": at("query_pattern") } },
                    ],
                    "responses": { "200": { "description": at("description"), "content": { "application/json": { "schema": listed } } } },
                },
            },
            (format!("/plain/{}/x", at("step"))): { "post": { "requestBody": body(plain("all")), "responses": done.clone() } },
            "/styled/{id}": { "post": {
                "operationId": at("styled"),
                "servers": [{ "url": format!("https://{{host}}.example/{}", at("own_server")), "variables": { "host": { "default": "a" } } }],
                "externalDocs": words("operation_docs"),
                "parameters": [
                    { "name": "id", "in": "path", "required": true, "style": "matrix", "schema": { "type": "array", "items": { "type": "string" } } },
                    { "name": at("deep"), "in": "query", "style": "deepObject", "schema": { "type": "object", "properties": { (at("deep_key")): { "type": "string" } } } },
                    { "name": at("cookie"), "in": "cookie", "description": at("cookie_description"), "schema": { "type": "string" } },
                    { "name": at("header_list"), "in": "header", "required": true, "schema": { "type": "array", "items": { "type": "string" } } },
                    { "name": at("json"), "in": "query", "content": { "application/json": { "schema": {} } } },
                    { "name": at("media_parameter"), "in": "query", "content": { (at("parameter_media")): { "schema": {} } } },
                    { "name": "style", "in": "query", "style": at("style"), "schema": { "type": "string" } },
                    { "name": "nowhere", "in": at("location"), "schema": { "type": "string" } },
                    { "name": "typed", "in": "query", "schema": { "type": at("type"), "format": at("format") } },
                ],
                "requestBody": { "description": at("body_description"), "content": {
                    (at("request_media")): { "schema": { "type": "object", "properties": { (at("part")): { "type": "string", "format": "binary" } } },
                        "encoding": { (at("part")): { "contentType": at("part_media") } },
                        "examples": { (at("example_name")): { "summary": at("example_summary"), "value": at("example_value") } } },
                } },
                "responses": {
                    "200": { "description": "Done.", "headers": { (at("answer_header")): { "description": at("answer_header_description"), "schema": { "type": "string" } } },
                        "content": { (at("answer_media")): { "schema": { "type": "string" } } },
                        "links": { (at("link")): { "operationId": at("link_operation"), "description": at("link_description") } } },
                    (at("status")): { "description": "Failed." },
                },
                "callbacks": { (at("callback")): { (at("expression")): { "post": { "responses": done.clone() } } } },
            } },
            (format!("/braces/{{{}}}", at("undeclared"))): { "delete": { "responses": done.clone() } },
            "/form": { "post": { "requestBody": { "content": { "multipart/form-data": {
                "schema": { "type": "object", "required": [at("form_part")], "properties": { (at("form_part")): { "type": "string" }, "file": { "type": "string", "format": "binary" } } },
                "encoding": { "file": { "contentType": at("form_media") } },
            } } }, "responses": done.clone() } },
            "/choices": { "post": {
                "security": [{ (at("oauth")): [at("needed_scope")] }, { (at("scheme")): [] }],
                "requestBody": { "content": { "application/json": { "schema": { "oneOf": [
                    { "type": "object", "required": [at("chosen")], "properties": { (at("chosen")): { "type": "string", "description": at("chosen_description") } } },
                    { "type": "object", "description": at("choice"), "required": [at("first_chosen"), at("second_chosen")],
                      "properties": { (at("first_chosen")): { "type": "string" }, (at("second_chosen")): { "type": "string" } } },
                ] } } } },
                "responses": {
                    "200": { "description": "Done.", "headers": {
                        "X-List": { "description": at("header_words"), "schema": { "type": "array", "items": { "type": "string", "enum": [at("header_value"), "b"] } } },
                    } },
                    "404": { "description": at("failure_description"), "content": { "application/json": { "schema": plain("plain") } } },
                    "4XX": { "description": "Refused.", "content": { "application/json": { "schema": { "type": "object", "properties": { (at("reason_member")): { "type": "string" } } } } } },
                },
            } },
            "/plain/{id}": {
                "put": {
                    "summary": at("only_summary"),
                    "parameters": [{ "name": "id", "in": "path", "required": true, "description": at("path_description"), "schema": { "type": "string" } }],
                    "requestBody": body(json!({ "type": "object", "properties": { "sent": plain("all"), (at("body")): { "type": "string", "nullable": true } } })),
                    "responses": done,
                },
            },
        },
        "components": {
            "securitySchemes": {
                (at("scheme")): { "type": "http", "scheme": "bearer", "description": at("scheme_description") },
                (at("header_scheme")): { "type": "apiKey", "in": "header", "name": at("key_header") },
                (at("query_scheme")): { "type": "apiKey", "in": "query", "name": at("key_query") },
                (at("other_scheme")): { "type": "http", "scheme": at("http_scheme") },
                (at("oauth")): { "type": "oauth2", "flows": { "clientCredentials": { "tokenUrl": at("token_url"), "scopes": { (at("scope")): at("scope_description") } } } },
            },
            "schemas": {
                (at("component")): { "type": "object", "description": at("component_description"), "properties": { "x": { "type": "string" } } },
                "plain": { "type": "object", "required": [at("property")], "properties": {
                    (at("property")): { "type": "string", "description": at("property_description"), "default": at("default"), "example": at("example"), "pattern": at("pattern"), "externalDocs": words("property_docs"), "xml": { "name": at("xml") } },
                    (format!("{}_id", at("id"))): { "type": "string" },
                    "old": { "type": "string", "deprecated": true, "x-reason": at("property_reason") },
                } },
                "all": { "type": "object", "title": at("schema_title"), "required": ["tagged"], "properties": {
                    "values": { "type": "string", "enum": [at("value"), "b"] },
                    "one": { "type": "string", "enum": [at("one_value")] },
                    "tagged": { "oneOf": [
                        { "type": "object", "description": at("case_description"), "required": [at("tag_name"), at("case_member")],
                          "properties": { (at("tag_name")): { "type": "string", "enum": [at("tag_value")] }, (at("case_member")): { "type": "string" } } },
                        { "type": "object", "properties": { (at("tag_name")): { "type": "string", "enum": ["b"] } }, "required": [at("tag_name")] },
                    ] },
                    "mapped": { "oneOf": [plain("plain"), plain("all")],
                        "discriminator": { "propertyName": at("discriminator"), "mapping": { (at("mapping")): "#/components/schemas/plain" } } },
                    "shaped": { "oneOf": [
                        { "type": "object", "required": [at("own_key")], "properties": { (at("own_key")): { "type": "string" } } },
                        { "type": "object", "required": ["other"], "properties": { "other": { "type": "string" } } },
                    ] },
                    "rest": { "type": "object", "properties": { (at("beside_rest")): { "type": "string" } }, "additionalProperties": { "type": "string", "description": at("rest_description") } },
                } },
            },
        },
    })
}

/// The same in the words of OpenAPI 3.1, with what it has besides.
pub(crate) fn openapi_3_1(at: &dyn Fn(&str) -> String) -> Value {
    let mut document = openapi_3_0(at);
    modernise(&mut document);
    let event = json!({ "type": "object", "required": [at("event_key")], "properties": {
        (at("event_key")): { "const": at("event_value") }, "data": { "$ref": "#/components/schemas/plain" },
    }, "$defs": { (at("definition")): { "type": ["string", "null"], "title": at("definition_title") } } });
    document["openapi"] = json!("3.1.0");
    document["jsonSchemaDialect"] = json!(at("dialect"));
    document["info"]["summary"] = json!(at("info_summary"));
    document["webhooks"] = json!({ (at("webhook")): { "post": {
        "summary": at("webhook_summary"),
        "requestBody": { "content": { "application/json": { "schema": event } } },
        "responses": {},
    } } });
    document["components"]["schemas"]["modern"] = json!({
        "$comment": at("comment"), "$anchor": at("anchor"), "type": "object",
        "properties": {
            "tuple": { "prefixItems": [{ "const": at("first") }, { "type": ["integer", "null"] }] },
            "bytes": { "type": "string", "contentEncoding": at("encoding"), "contentMediaType": at("content_media") },
            "referred": { "$ref": "#/components/schemas/plain", "description": at("sibling") },
        },
        "patternProperties": { (at("key_pattern")): { "type": "string" } },
        "examples": [at("schema_example")],
    });
    document
}

/// `nullable` and single values, as OpenAPI 3.1 has them.
fn modernise(node: &mut Value) {
    match node {
        Value::Object(members) => {
            if members.remove("nullable") == Some(Value::Bool(true))
                && let Some(ty @ Value::String(_)) = members.get_mut("type")
            {
                *ty = json!([ty, "null"]);
            }
            if let Some(Value::Array(values)) = members.get("enum")
                && let [value] = values.as_slice()
            {
                let value = value.clone();
                members.remove("enum");
                members.insert("const".to_owned(), value);
            }
            members.values_mut().for_each(modernise);
        }
        Value::Array(elements) => elements.iter_mut().for_each(modernise),
        _ => {}
    }
}
