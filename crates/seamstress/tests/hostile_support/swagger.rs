//! A document of Swagger 2.0 that holds a text in every place that holds any.

use serde_json::{Value, json};

/// A document that holds `at(place)` in every place.
pub(crate) fn swagger_2_0(at: &dyn Fn(&str) -> String) -> Value {
    let plain = json!({ "$ref": "#/definitions/plain" });
    let done = json!({ "204": { "description": at("response_description") } });
    json!({
        "swagger": "2.0",
        "info": { "title": at("title"), "description": at("info_description"), "version": at("version") },
        "host": at("host"),
        "basePath": format!("/{}", at("base_path")),
        "schemes": ["https", at("url_scheme")],
        "consumes": ["application/json", at("consumes")],
        "produces": ["application/json", at("produces")],
        "tags": [{ "name": at("tag"), "description": at("tag_description"), "externalDocs": { "url": at("tag_docs") } }],
        "security": [{ (at("scheme")): [at("scope")] }],
        "externalDocs": { "url": at("docs"), "description": at("docs_words") },
        "paths": {
            (format!("/{}", at("path"))): { "get": {
                "tags": [at("tag")],
                "operationId": at("operation"),
                "summary": at("summary"),
                "description": at("operation_description"),
                "produces": [at("own_produces")],
                "parameters": [
                    { "$ref": "#/parameters/shared" },
                    { "name": at("query"), "in": "query", "type": "array", "collectionFormat": "pipes", "description": at("query_description"),
                      "items": { "type": "string", "enum": [at("query_value"), "b"] }, "default": [at("query_default")] },
                    { "name": at("header"), "in": "header", "type": "string", "required": true, "pattern": at("header_pattern") },
                    { "name": "format", "in": "query", "type": "array", "items": { "type": "string" }, "collectionFormat": at("collection_format") },
                ],
                "responses": {
                    "200": { "description": at("description"), "schema": { "type": "array", "items": plain.clone() },
                        "headers": { (at("answer_header")): { "type": "string", "description": at("answer_header_description") } },
                        "examples": { (at("example_media")): at("example_value") } },
                    "default": { "$ref": "#/responses/failed" },
                },
            } },
            "/form/{id}": { "post": {
                "operationId": at("form_operation"),
                "consumes": ["multipart/form-data"],
                "parameters": [
                    { "name": "id", "in": "path", "required": true, "type": "string", "description": at("path_description") },
                    { "name": at("form_field"), "in": "formData", "type": "string", "description": at("form_description") },
                    { "name": at("form_file"), "in": "formData", "type": "file" },
                ],
                "responses": done.clone(),
            } },
            "/body": { "put": {
                "operationId": "put",
                "parameters": [{ "name": at("body"), "in": "body", "description": at("body_description"), "schema": plain.clone() }],
                "responses": done,
            } },
        },
        "parameters": { "shared": { "name": at("shared"), "in": "query", "type": "string" } },
        "responses": { "failed": { "description": at("failed"), "schema": { "type": "object", "properties": { (at("error_key")): { "type": "string" } } } } },
        "securityDefinitions": {
            (at("scheme")): { "type": "oauth2", "flow": "application", "tokenUrl": at("token_url"), "scopes": { (at("scope")): at("scope_description") } },
            (at("header_scheme")): { "type": "apiKey", "in": "header", "name": at("key_header"), "description": at("scheme_description") },
            (at("basic_scheme")): { "type": "basic" },
        },
        "definitions": {
            (at("component")): { "type": "object", "title": at("component_title"), "description": at("component_description"), "properties": { "x": { "type": "string" } } },
            "plain": { "type": "object", "required": [at("property")], "properties": {
                (at("property")): { "type": "string", "description": at("property_description"), "default": at("default"), "example": at("example") },
                (format!("{}_id", at("id"))): { "type": "string", "x-nullable": true },
                "values": { "type": "string", "enum": [at("value"), "b"] },
                "map": { "type": "object", "additionalProperties": { "type": "string", "description": at("map_description") } },
            } },
            "animal": { "type": "object", "discriminator": at("discriminator"), "required": [at("discriminator")], "properties": { (at("discriminator")): { "type": "string" } } },
            "cat": { "allOf": [{ "$ref": "#/definitions/animal" }, { "type": "object", "properties": { (at("cat_key")): { "type": "string" } } }] },
        },
    })
}
