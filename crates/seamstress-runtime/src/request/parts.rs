//! A value as the styles of parameters see it: one text, a list, or members.

use std::fmt::Write;

use serde_json::{Number, Value};

use super::style::{Layout, ParameterStyle};
use crate::{Error, ErrorKind};

/// A value as the styles of parameters see it. The texts are not encoded yet.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Parts {
    /// Nothing at all (RFC 6570, section 2.3: undefined), as null and empty lists are.
    Nothing,
    One(String),
    List(Vec<String>),
    Members(Vec<(String, String)>),
}

impl Parts {
    /// The parts of `value`, a parameter of this style.
    ///
    /// The styles know lists and objects of scalars only. Anything deeper goes as JSON text, but
    /// for `deepObject`, which has names for it.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Request`], where what is sent could be read as something else. The message
    /// names the parameter and not its value.
    pub(super) fn of(style: &ParameterStyle, name: &str, value: &Value) -> Result<Self, Error> {
        let parts = match (style.layout, value) {
            (Layout::Json, value) => Self::One(value.to_string()),
            (Layout::DeepObject, Value::Array(_) | Value::Object(_)) => {
                let mut members = Vec::new();
                deep(name, name, value, &mut members)?;
                Self::Members(members)
            }
            (_, Value::Null) => Self::Nothing,
            (_, Value::Array(elements)) => {
                let texts = elements.iter().map(|element| match element {
                    Value::Null => Err(refused(name, "has null in a list")),
                    element => Ok(text(element)),
                });
                Self::List(texts.collect::<Result<_, _>>()?)
            }
            (_, Value::Object(members)) => {
                let members = members.iter().filter(|(_, value)| !value.is_null());
                Self::Members(
                    members
                        .map(|(key, value)| (key.clone(), text(value)))
                        .collect(),
                )
            }
            (_, scalar) => Self::One(text(scalar)),
        };
        Ok(match parts {
            Self::List(elements) if elements.is_empty() => Self::Nothing,
            Self::Members(members) if members.is_empty() => Self::Nothing,
            parts => parts,
        })
    }

    /// Refuses parts that hold what separates them where it cannot be encoded.
    pub(super) fn check(&self, name: &str, separator: char) -> Result<(), Error> {
        let holds = |text: &String| text.contains(separator);
        let is_ambiguous = match self {
            Self::Nothing | Self::One(_) => false,
            Self::List(elements) => elements.iter().any(holds),
            Self::Members(members) => members
                .iter()
                .any(|(key, value)| holds(key) || key.contains('=') || holds(value)),
        };
        if is_ambiguous {
            let reason = format!("has `{separator}` in an element, which separates elements");
            return Err(refused(name, &reason));
        }
        Ok(())
    }
}

/// The members of members of the parameter `name`, by their names in brackets.
fn deep(
    name: &str,
    path: &str,
    value: &Value,
    members: &mut Vec<(String, String)>,
) -> Result<(), Error> {
    match value {
        Value::Null => {}
        Value::Object(object) => {
            for (key, value) in object {
                deep(name, &format!("{path}[{key}]"), value, members)?;
            }
        }
        Value::Array(elements) => {
            let is_flat = !elements
                .iter()
                .any(|element| element.is_array() || element.is_object());
            for (at, element) in elements.iter().enumerate() {
                let path = match is_flat {
                    true => format!("{path}[]"),
                    false => format!("{path}[{at}]"),
                };
                if element.is_null() {
                    return Err(refused(name, "has null in a list"));
                }
                deep(name, &path, element, members)?;
            }
        }
        scalar => members.push((path.to_owned(), text(scalar))),
    }
    Ok(())
}

/// The text of a scalar, and anything else as JSON.
fn text(value: &Value) -> String {
    scalar(value).unwrap_or_else(|| value.to_string())
}

/// The text of a scalar.
pub(super) fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::Bool(boolean) => Some(boolean.to_string()),
        Value::Number(number) => Some(number_text(number)),
        Value::String(text) => Some(text.clone()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// An integral number has no fraction (`3`, not `3.0`), as in ECMAScript, by whose rules
/// such queries are read.
fn number_text(number: &Number) -> String {
    match number.as_f64() {
        Some(float) if number.is_f64() && float.fract() == 0.0 && float.abs() < 1e21 => {
            format!("{float:.0}")
        }
        _ => number.to_string(),
    }
}

/// JSON in ASCII: what is none stands in strings only, where it can be escaped (RFC 8259,
/// section 7). Headers can hold nothing else that every server reads alike.
pub(super) fn ascii(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for character in json.chars() {
        if character.is_ascii() {
            text.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            // Writing to a string does not fail.
            let _ = write!(text, "\\u{unit:04x}");
        }
    }
    text
}

pub(super) fn refused(name: &str, reason: &str) -> Error {
    Error::new(
        ErrorKind::Request,
        format!("the parameter `{name}` {reason}, which cannot be sent"),
    )
}
