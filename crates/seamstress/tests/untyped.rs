//! What has no type is listed, with who is to blame.
#![allow(
    clippy::unwrap_used,
    reason = "the helpers of a test fail as a test does"
)]

use seamstress::api::Cause;
use seamstress::config::Config;
use seamstress::document::Document;
use seamstress::lower;
use serde_json::{Value, json};

/// The untyped schemas below `#/components/schemas/thing`, and their causes.
fn untyped(thing: Value) -> Vec<(String, Cause)> {
    let document = json!({
        "openapi": "3.0.3",
        "info": { "title": "t", "version": "1" },
        "paths": {},
        "components": { "schemas": { "thing": thing } },
    });
    let (document, _) = Document::from_text("openapi.json", document.to_string(), []).unwrap();
    let config = "[package]\nname = \"t\"\nversion = \"0.1.0\"\noutput = \"out\"\n\n\
                  [document]\npath = \"openapi.json\"\n";
    let (api, _) = lower(
        &document,
        &Config::from_text("seamstress.toml", config).unwrap(),
    );
    let place = |pointer: String| {
        let base = "#/components/schemas/thing";
        pointer.strip_prefix(base).unwrap().to_owned()
    };
    let untyped = api.untyped.iter();
    untyped
        .map(|untyped| (place(untyped.pointer.to_string()), untyped.cause))
        .collect()
}

#[test]
fn every_untyped_schema_is_listed_with_its_cause() {
    use Cause::{Document, Generator};
    for (thing, places) in [
        (
            json!({ "type": "object", "properties": { "a": { "type": "string" } } }),
            vec![],
        ),
        (json!({}), vec![("", Document)]),
        (json!({ "type": "object" }), vec![("", Document)]),
        (json!({ "type": "array" }), vec![("", Document)]),
        (
            json!({ "type": "object", "properties": { "a": {}, "b": { "type": "text" } } }),
            vec![("/properties/a", Document), ("/properties/b", Document)],
        ),
        (
            json!({ "type": "array", "items": { "type": "array", "items": {} } }),
            vec![("/items/items", Document)],
        ),
        (
            json!({ "oneOf": [{ "type": "string" }, {}] }),
            vec![("", Document), ("/oneOf/1", Document)],
        ),
        (
            json!({ "type": "array", "items": { "$ref": "#/components/schemas/thing" } }),
            vec![("", Generator)],
        ),
    ] {
        let found = untyped(thing.clone());
        let found: Vec<_> = found
            .iter()
            .map(|(at, cause)| (at.as_str(), *cause))
            .collect();
        assert_eq!(found, places, "{thing}");
    }
}
