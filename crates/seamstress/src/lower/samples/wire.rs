//! What has to be sent for an argument, as the document says it.
//!
//! This knows the plain forms of the specification (OpenAPI 3.0.4, section 4.7.12.5) and the
//! dotted queries of the configuration; what has another form is left out of samples.

use serde_json::{Map, Value};

use crate::api::{BodyFormat, Layout, Location, Operation, Parameter};
use crate::config::{Config, QueryStyle};

/// Whether [`query`] and its kin know how an argument is sent.
pub(super) fn is_foreseen(parameter: &Parameter, value: &Value, config: &Config) -> bool {
    let dotted = config.client.query.style == QueryStyle::Dotted;
    match parameter.location {
        Location::Body => true,
        Location::Whole | Location::Cookie => false,
        Location::Query if dotted => is_plain(value),
        Location::Query => {
            let form = parameter.style.layout == Layout::Form && parameter.style.explode;
            form && match value {
                Value::Array(values) => {
                    !values.is_empty() && values.iter().all(|v| text(v).is_some())
                }
                value => text(value).is_some(),
            }
        }
        // An empty step would be another path, and one of dots too.
        Location::Path => {
            let plain = parameter.style.layout == Layout::Simple;
            plain && text(value).is_some_and(|text| !text.trim_matches('.').is_empty())
        }
        Location::Header => text(value).is_some_and(|text| text.trim() == text),
    }
}

/// Whether all texts are plain, so that a dotted query can tell each from no text at all.
fn is_plain(value: &Value) -> bool {
    match value {
        Value::Array(values) => values.iter().all(|value| text(value).is_some()),
        Value::Object(members) => members.values().all(is_plain),
        value => text(value).is_some(),
    }
}

/// The path with its parameters.
pub(super) fn path(template: &str, given: &[(&Parameter, &Value)]) -> String {
    let mut path = template
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .to_owned();
    for (parameter, value) in of(given, Location::Path) {
        let value = encoded(&text(value).unwrap_or_default());
        path = path.replace(&format!("{{{}}}", parameter.name), &value);
    }
    path
}

/// The parameters of the query.
pub(super) fn query(
    given: &[(&Parameter, &Value)],
    config: &Config,
) -> Option<Vec<(String, String)>> {
    let mut query = Vec::new();
    for (parameter, value) in of(given, Location::Query) {
        match (config.client.query.style, value) {
            (QueryStyle::Dotted, value) => dotted(&parameter.name, value, &mut query)?,
            (_, Value::Array(values)) => {
                for value in values {
                    query.push((parameter.name.clone(), text(value)?));
                }
            }
            (_, value) => query.push((parameter.name.clone(), text(value)?)),
        }
    }
    if let Some(marker) = config
        .client
        .query
        .strict_marker
        .as_ref()
        .filter(|_| !query.is_empty())
    {
        query.push((marker.clone(), "true".to_owned()));
    }
    Some(query)
}

/// `a.b=1&c=2&c=3`, and an empty value for null and for a list without elements.
fn dotted(name: &str, value: &Value, query: &mut Vec<(String, String)>) -> Option<()> {
    match value {
        Value::Object(members) => {
            for (member, value) in members {
                dotted(&format!("{name}.{member}"), value, query)?;
            }
        }
        Value::Array(values) if !values.is_empty() => {
            for value in values {
                query.push((name.to_owned(), text(value)?));
            }
        }
        Value::Array(_) | Value::Null => query.push((name.to_owned(), String::new())),
        value => query.push((name.to_owned(), text(value)?)),
    }
    Some(())
}

/// The parameters in headers.
pub(super) fn headers(given: &[(&Parameter, &Value)]) -> Vec<(String, String)> {
    let headers = of(given, Location::Header);
    headers
        .filter_map(|(parameter, value)| Some((parameter.name.to_lowercase(), text(value)?)))
        .collect()
}

/// The body, where it is a JSON object.
pub(super) fn body(operation: &Operation, given: &[(&Parameter, &Value)]) -> Option<Value> {
    let members = of(given, Location::Body);
    let members: Map<String, Value> = members
        .map(|(parameter, value)| (parameter.name.clone(), (*value).clone()))
        .collect();
    let is_json = matches!(operation.body, BodyFormat::Json { .. });
    (is_json && !members.is_empty()).then_some(Value::Object(members))
}

fn of<'g>(
    given: &'g [(&'g Parameter, &'g Value)],
    location: Location,
) -> impl Iterator<Item = &'g (&'g Parameter, &'g Value)> {
    given
        .iter()
        .filter(move |(parameter, _)| parameter.location == location)
}

/// A scalar as text.
fn text(value: &Value) -> Option<String> {
    match value {
        // Anything else is encoded in ways that differ in good faith.
        Value::String(text) => {
            let is_plain = text.is_ascii() && !text.is_empty();
            is_plain.then(|| text.clone())
        }
        Value::Number(number) => number.as_i64().map(|number| number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

/// Percent-encoded but for unreserved characters (RFC 3986, section 2.3).
fn encoded(text: &str) -> String {
    let encode = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
            char::from(byte).to_string()
        }
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(encode).collect()
}
