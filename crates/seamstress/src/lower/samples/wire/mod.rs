//! What has to be sent for an argument, as the document says it.
//!
//! This follows the specification (OpenAPI 3.0.4, sections 4.7.12.5 and 4.7.15; RFC 6570; RFC
//! 7578) and the dotted queries of the configuration, from the model and not from what the runtime
//! does: each judges the other.

mod forms;
mod parts;
mod styles;

use serde_json::{Map, Value};

use crate::api::{BodyFormat, Layout, Location, Operation, Parameter, SampleBody};
use crate::config::{Config, QueryStyle};
use styles::text;

/// Whether [`query`] and its kin know how an argument is sent.
pub(super) fn is_foreseen(parameter: &Parameter, value: &Value, config: &Config) -> bool {
    let dotted = config.client.query.style == QueryStyle::Dotted;
    match parameter.location {
        Location::Body | Location::Whole => true,
        Location::Query if dotted => is_plain(value),
        Location::Query | Location::Cookie => styles::pairs(parameter, value).is_some(),
        Location::Path => styles::in_path(parameter, value).is_some(),
        Location::Header => styles::in_header(parameter, value).is_some(),
    }
}

/// Whether the order of members would show in the text of an argument, though it says nothing.
pub(super) fn shows_order(parameter: &Parameter, value: &Value) -> bool {
    let style = parameter.style;
    let is_pairs = matches!(parameter.location, Location::Query | Location::Cookie)
        && (style.layout == Layout::Form && style.explode || style.layout == Layout::DeepObject);
    !is_pairs && holds_members(value)
}

/// Whether some object in a value has several members.
fn holds_members(value: &Value) -> bool {
    match value {
        Value::Object(members) => members.len() > 1 || members.values().any(holds_members),
        Value::Array(values) => values.iter().any(holds_members),
        _ => false,
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
        let value = styles::in_path(parameter, value).unwrap_or_default();
        path = path.replace(&format!("{{{}}}", parameter.name), &value);
    }
    path
}

/// The parameters of the query: of the arguments, and of the path itself (`/responses?beta=true`).
pub(super) fn query(
    template: &str,
    given: &[(&Parameter, &Value)],
    config: &Config,
) -> Option<Vec<(String, String)>> {
    let mut query = Vec::new();
    for (parameter, value) in of(given, Location::Query) {
        match config.client.query.style {
            QueryStyle::Dotted => dotted(&parameter.name, value, &mut query)?,
            _ => query.extend(styles::pairs(parameter, value)?),
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
    query.extend(of_path(template, given)?);
    Some(query)
}

/// The query that stands in a path, with its parameters.
fn of_path(template: &str, given: &[(&Parameter, &Value)]) -> Option<Vec<(String, String)>> {
    let path = template.split('#').next().unwrap_or_default();
    let query = path.split_once('?').map_or("", |(_, query)| query);
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let fill = |text: &str| {
        let mut text = text.to_owned();
        for (parameter, value) in of(given, Location::Path) {
            let place = format!("{{{}}}", parameter.name);
            if text.contains(&place) {
                text = text.replace(&place, &self::text(value)?);
            }
        }
        Some(text)
    };
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        Some((fill(name)?, fill(value)?))
    };
    pairs.map(pair).collect()
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
        .filter_map(|(parameter, value)| {
            let text = styles::in_header(parameter, value)?;
            Some((parameter.name.to_lowercase(), text))
        })
        .collect()
}

/// The parameters in cookies.
pub(super) fn cookies(given: &[(&Parameter, &Value)]) -> Vec<(String, String)> {
    let cookies = of(given, Location::Cookie);
    cookies
        .filter_map(|(parameter, value)| styles::pairs(parameter, value))
        .flatten()
        .collect()
}

/// The body.
pub(super) fn body(operation: &Operation, given: &[(&Parameter, &Value)]) -> SampleBody {
    let whole = of(given, Location::Whole).next().map(|(_, value)| *value);
    let mut members: Vec<(&Parameter, &Value)> = of(given, Location::Body).copied().collect();
    let is_given = |name: &str| members.iter().any(|(member, _)| member.name == name);
    let selector = operation.selector.as_ref();
    let chosen = selector.and_then(|selector| selector.chosen(is_given));
    let is_chosen = |name: &String| chosen.is_some_and(|chosen| chosen.members.contains(name));
    // What has to be given is given first, then what the call goes by.
    members.sort_by_key(|(member, _)| (!member.required, !is_chosen(&member.name)));
    match (&operation.body, whole) {
        (BodyFormat::Json { .. }, _) if !members.is_empty() => {
            let members = members.into_iter();
            let members = members.map(|(member, value)| (member.name.clone(), value.clone()));
            SampleBody::Json(Value::Object(members.collect::<Map<String, Value>>()))
        }
        (BodyFormat::JsonValue { .. }, Some(value)) => SampleBody::Json(value.clone()),
        (BodyFormat::Content { media }, Some(Value::String(text))) => SampleBody::Content {
            media: media.clone(),
            text: text.clone(),
        },
        (BodyFormat::Form { styles }, _) => SampleBody::Form(forms::fields(&members, styles)),
        (BodyFormat::Multipart { media }, _) => SampleBody::Parts(parts::parts(&members, media)),
        _ => SampleBody::None,
    }
}

fn of<'g>(
    given: &'g [(&'g Parameter, &'g Value)],
    location: Location,
) -> impl Iterator<Item = &'g (&'g Parameter, &'g Value)> {
    given
        .iter()
        .filter(move |(parameter, _)| parameter.location == location)
}

#[cfg(test)]
mod tests;
