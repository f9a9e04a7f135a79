//! The fields of forms: `application/x-www-form-urlencoded` (OpenAPI 3.0.4, section 4.7.15.1.1).

use serde_json::Value;

use super::styles::{json, number};
use crate::api::{FieldStyle, Parameter};

/// Names and texts, in the order in which the members are given.
pub(super) fn fields(
    members: &[(&Parameter, &Value)],
    styles: &[(String, FieldStyle)],
) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for (member, value) in members {
        let name = &member.name;
        let given = styles.iter().find(|(known, _)| known == name);
        let style = given.map_or(FieldStyle::Repeated, |(_, style)| *style);
        field(name, value, style, &mut fields);
    }
    fields
}

fn field(name: &str, value: &Value, style: FieldStyle, fields: &mut Vec<(String, String)>) {
    let mut add = |name: &str, text: String| fields.push((name.to_owned(), text));
    let separator = match style {
        FieldStyle::Commas => Some(","),
        FieldStyle::Spaces => Some(" "),
        FieldStyle::Pipes => Some("|"),
        _ => None,
    };
    match (style, value, separator) {
        (FieldStyle::Nested, _, _) => nested(name, value, fields),
        // Nothing is the closest that a form has to null.
        (_, Value::Null, _) => add(name, String::new()),
        (FieldStyle::Json, _, _) => add(name, json(value)),
        (_, Value::Array(values), Some(between)) => {
            let texts: Vec<String> = values.iter().map(text).collect();
            add(name, texts.join(between));
        }
        (_, Value::Object(members), Some(between)) => {
            let members = members.iter();
            let texts = members.flat_map(|(name, value)| [name.clone(), text(value)]);
            add(name, texts.collect::<Vec<_>>().join(between));
        }
        (_, Value::Array(values), None) => values.iter().for_each(|value| add(name, text(value))),
        (FieldStyle::Spread, Value::Object(members), _) => {
            members
                .iter()
                .for_each(|(name, value)| add(name, text(value)));
        }
        (_, value, _) => add(name, text(value)),
    }
}

/// `a[b][]=`, with numbers where an element has parts itself; nothing after `=` where there is
/// nothing.
fn nested(path: &str, value: &Value, fields: &mut Vec<(String, String)>) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (name, value) in members {
                nested(&format!("{path}[{name}]"), value, fields);
            }
        }
        Value::Array(values) if !values.is_empty() => {
            let is_flat = !values.iter().any(|one| one.is_array() || one.is_object());
            for (at, value) in values.iter().enumerate() {
                match is_flat {
                    true => nested(&format!("{path}[]"), value, fields),
                    false => nested(&format!("{path}[{at}]"), value, fields),
                }
            }
        }
        Value::Array(_) | Value::Object(_) => fields.push((path.to_owned(), String::new())),
        value => fields.push((path.to_owned(), text(value))),
    }
}

/// A scalar as people write it, anything else as JSON.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        Value::Number(_) => number(value).unwrap_or_else(|| value.to_string()),
        value => json(value),
    }
}
