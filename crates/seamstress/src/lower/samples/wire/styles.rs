//! Styles of parameters (OpenAPI 3.0.4, section 4.7.12.5), of which most are RFC 6570's.
//!
//! Left out is what a style has no form for, such as an element with the character in it that
//! separates elements, and texts that are encoded in several ways in good faith.

use serde_json::Value;

use crate::api::{Layout, Parameter};

/// A value as the styles see it: one text, elements, or members.
enum Parts {
    One(String),
    List(Vec<String>),
    Members(Vec<(String, String)>),
}

/// The pairs of a query or of cookies, decoded.
pub(super) fn pairs(parameter: &Parameter, value: &Value) -> Option<Vec<(String, String)>> {
    let (name, style) = (&parameter.name, parameter.style);
    if style.layout == Layout::DeepObject && (value.is_object() || value.is_array()) {
        let mut pairs = Vec::new();
        deep(name, value, &mut pairs)?;
        return (!pairs.is_empty()).then_some(pairs);
    }
    let separator = match style.layout {
        Layout::SpaceDelimited => " ",
        Layout::PipeDelimited => "|",
        _ => ",",
    };
    Some(match parts(parameter, value)? {
        Parts::One(text) => vec![(name.clone(), text)],
        Parts::List(texts) if style.explode => {
            let pair = |text| (name.clone(), text);
            texts.into_iter().map(pair).collect()
        }
        Parts::Members(members) if style.explode => members,
        parts => vec![(name.clone(), flat(parts, separator)?)],
    })
}

/// The text in a path, percent-encoded.
pub(super) fn in_path(parameter: &Parameter, value: &Value) -> Option<String> {
    let style = parameter.style;
    let parts = parts(parameter, value)?.map(encoded);
    let (first, separator) = match style.layout {
        Layout::Label => (".", "."),
        Layout::Matrix => (";", ";"),
        _ => ("", ","),
    };
    let name = match style.layout {
        Layout::Matrix => format!("{}=", encoded(&parameter.name)),
        _ => String::new(),
    };
    let text = match parts {
        Parts::One(text) => format!("{name}{text}"),
        Parts::List(texts) if style.explode => {
            let texts = texts.into_iter().map(|text| format!("{name}{text}"));
            texts.collect::<Vec<_>>().join(separator)
        }
        Parts::Members(members) if style.explode => equations(&members, separator),
        parts => format!("{name}{}", flat(parts, ",")?),
    };
    // An empty step would be another path, and one of dots too.
    let has_dots = text.trim_matches('.').is_empty() || text.contains("..");
    // What looks like an encoded byte may be left as it is there.
    let is_ambiguous = style.reserved && text.contains("%25");
    (!has_dots && !is_ambiguous).then(|| format!("{first}{text}"))
}

/// The text of a header.
pub(super) fn in_header(parameter: &Parameter, value: &Value) -> Option<String> {
    let parts = parts(parameter, value)?;
    let text = match parts {
        Parts::One(text) => text,
        Parts::Members(members) if parameter.style.explode => {
            let holds = |text: &str| text.contains(',');
            let is_ambiguous = members.iter().any(|(_, text)| holds(text));
            (!is_ambiguous).then(|| equations(&members, ","))?
        }
        parts => flat(parts, ",")?,
    };
    (text.trim() == text && text.is_ascii()).then_some(text)
}

/// The parts of a value; nothing where one of them has no text.
fn parts(parameter: &Parameter, value: &Value) -> Option<Parts> {
    Some(match value {
        value if parameter.style.layout == Layout::Json => Parts::One(json(value)),
        Value::Array(values) if !values.is_empty() => {
            Parts::List(values.iter().map(element).collect::<Option<_>>()?)
        }
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().filter(|(_, v)| !v.is_null()).collect();
            members.sort_by_key(|(name, _)| *name);
            let members = members.into_iter();
            let members = members.map(|(name, value)| {
                let is_plain = !name.is_empty() && name.bytes().all(is_unreserved);
                Some((name.clone(), element(value).filter(|_| is_plain)?))
            });
            let members: Vec<_> = members.collect::<Option<_>>()?;
            (!members.is_empty()).then_some(Parts::Members(members))?
        }
        value => Parts::One(text(value)?),
    })
}

impl Parts {
    fn map(self, change: impl Fn(&str) -> String) -> Self {
        match self {
            Self::One(text) => Self::One(change(&text)),
            Self::List(texts) => Self::List(texts.iter().map(|text| change(text)).collect()),
            Self::Members(members) => {
                let members = members.iter();
                Self::Members(members.map(|(a, b)| (change(a), change(b))).collect())
            }
        }
    }
}

/// Elements, or names and values in turn, with `separator` between; nothing where it occurs in one
/// of them.
fn flat(parts: Parts, separator: &str) -> Option<String> {
    let texts = match parts {
        Parts::One(text) => vec![text],
        Parts::List(texts) => texts,
        Parts::Members(members) => members.into_iter().flat_map(|(a, b)| [a, b]).collect(),
    };
    let is_clear = !texts.iter().any(|text| text.contains(separator));
    is_clear.then(|| texts.join(separator))
}

fn equations(members: &[(String, String)], separator: &str) -> String {
    let members = members.iter();
    let members = members.map(|(name, text)| format!("{name}={text}"));
    members.collect::<Vec<_>>().join(separator)
}

/// `a[b]=1&a[c][]=2`; what the style leaves open is written as most servers read it.
fn deep(path: &str, value: &Value, pairs: &mut Vec<(String, String)>) -> Option<()> {
    match value {
        Value::Object(members) => {
            for (name, value) in members.iter().filter(|(_, value)| !value.is_null()) {
                deep(&format!("{path}[{name}]"), value, pairs)?;
            }
        }
        Value::Array(values) => {
            let is_flat = !values.iter().any(|one| one.is_array() || one.is_object());
            for (at, value) in values.iter().enumerate() {
                match is_flat {
                    true => deep(&format!("{path}[]"), value, pairs)?,
                    false => deep(&format!("{path}[{at}]"), value, pairs)?,
                }
            }
        }
        value => pairs.push((path.to_owned(), text(value)?)),
    }
    Some(())
}

/// The text of an element: what is nested deeper than a style knows is JSON.
fn element(value: &Value) -> Option<String> {
    match value {
        Value::Array(_) | Value::Object(_) => Some(json(value)),
        value => text(value),
    }
}

/// A scalar as text.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        // Anything else is encoded in ways that differ in good faith.
        Value::String(text) => {
            let is_plain = text.is_ascii() && !text.is_empty();
            is_plain.then(|| text.clone())
        }
        Value::Number(_) => number(value),
        Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

/// A number as people write it; nothing where there are several ways.
pub(super) fn number(value: &Value) -> Option<String> {
    let float = value.as_f64()?;
    match value.as_i64() {
        Some(number) => Some(number.to_string()),
        None if float.fract() == 0.0 => (float.abs() < 1e15).then(|| format!("{float:.0}")),
        None => Some(value.to_string()).filter(|text| !text.contains('e')),
    }
}

/// JSON with the members of objects in the order of their names, as maps are written.
pub(super) fn json(value: &Value) -> String {
    let list = |texts: Vec<String>| texts.join(",");
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_by_key(|(name, _)| *name);
            let members = members.into_iter();
            let member =
                |(name, value): (&String, _)| format!("{}:{}", Value::from(&**name), json(value));
            format!("{{{}}}", list(members.map(member).collect()))
        }
        Value::Array(values) => format!("[{}]", list(values.iter().map(json).collect())),
        value => value.to_string(),
    }
}

/// Percent-encoded but for unreserved characters (RFC 3986, section 2.3).
fn encoded(text: &str) -> String {
    let encode = |byte: u8| match is_unreserved(byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    text.bytes().map(encode).collect()
}

fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}
