//! Examples and defaults that their schemas do not allow.

use serde_json::Value;

use super::judge::fault;
use super::rules::{Rules, elements, members, text};
use crate::document::{Kind, Pointer};

pub(super) fn check(rules: &mut Rules<'_>) {
    for part in rules.parts().iter() {
        match part.kind {
            Kind::Schema | Kind::SchemaOrFlag => {
                let node = part.value;
                if let Some(value) = node.get("default") {
                    judge(rules, DEFAULT, node, &part.pointer.child("default"), value);
                }
                examples(rules, node, &part.pointer, node);
            }
            Kind::Parameter | Kind::Header => {
                if let Some(schema) = part.value.get("schema") {
                    examples(rules, schema, &part.pointer, part.value);
                }
            }
            Kind::MediaType => {
                let name = part.pointer.last().unwrap_or_default();
                let is_json = name.contains("json");
                // What is no JSON may be given as text (OpenAPI 3.0.4, section 4.8.19.1).
                if let Some(schema) = part.value.get("schema").filter(|_| is_json) {
                    examples(rules, schema, &part.pointer, part.value);
                }
            }
            _ => {}
        }
    }
}

const DEFAULT: (&str, &str) = ("invalid-default", "the default");
const EXAMPLE: (&str, &str) = ("invalid-example", "the example");

/// Judges `example` and `examples` of a node by a schema.
fn examples<'d>(rules: &mut Rules<'d>, schema: &Value, at: &Pointer, node: &'d Value) {
    if let Some(value) = node.get("example") {
        judge(rules, EXAMPLE, schema, &at.child("example"), value);
    }
    let at = at.child("examples");
    for (index, value) in elements(node, "examples").iter().enumerate() {
        judge(rules, EXAMPLE, schema, &at.index(index), value);
    }
    for (name, example) in members(node, "examples") {
        let at = at.child(name);
        let Some((at, example)) = rules.follow(&at, example) else {
            continue;
        };
        if let Some(value) = example.get("value") {
            judge(rules, EXAMPLE, schema, &at.child("value"), value);
        }
    }
}

fn judge(
    rules: &mut Rules<'_>,
    (code, what): (&'static str, &str),
    schema: &Value,
    at: &Pointer,
    value: &Value,
) {
    let Some(fault) = fault(rules.document, schema, value) else {
        return;
    };
    let what = match fault.place.is_empty() {
        true => what.to_owned(),
        false => format!("`{}` of {what}", fault.place.trim_start_matches('.')),
    };
    let message = format!("{what} {}", fault.why);
    let is_text_in_disguise = text(schema, "type") == Some("string")
        && (value.is_number() || value.is_boolean())
        && fault.place.is_empty();
    let help = match is_text_in_disguise {
        true => "put it in quotation marks, or correct the schema",
        false => "correct it, or the schema",
    };
    rules.warn(code, at, message, help);
}
