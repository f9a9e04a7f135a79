//! Writing a query.

use std::borrow::Cow;
use std::ops::BitAnd;

use percent_encoding::percent_encode_byte;
use serde_json::Value;

use super::escape::Escaping;
use super::expand::expand;
use super::parts::scalar;
use super::style::{ParameterStyle, Place};
use crate::{Error, ErrorKind};

/// How values are written in a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum QueryStyle {
    /// Each in its style, by default that of OpenAPI (3.0.4, section 4.7.12.2): `style: form`,
    /// `explode: true`. [`Operation::styles`](crate::Operation::styles) has the others.
    ///
    /// A list repeats its name, an object gives each member a parameter of its own, null and
    /// empty lists are left out. Names and values are percent-encoded; a space is `%20`.
    /// Objects and lists inside lists or objects, for which the style has no form, are JSON text;
    /// null in a list is refused.
    Form,
    /// Members of objects by dotted names, everything else so that the server can tell null,
    /// an empty list and an absent parameter apart.
    ///
    /// Parameters are sorted by name. Null and `[]` are `name=`, `""` is left out, a list
    /// repeats its name, a member of an object is `object.member`. Encoded as
    /// `application/x-www-form-urlencoded` (WHATWG URL, section 5): a space is `+`.
    /// Refused are names with a dot, and null, `""`, lists and objects inside lists.
    Dotted {
        /// A parameter after all others wherever there are any, by which the server knows
        /// that the query follows these rules.
        marker: Option<(&'static str, &'static str)>,
    },
}

impl QueryStyle {
    /// Writes `parameters`, without a question mark.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Request`], where a value has no form. The message names the parameter
    /// and not its value.
    pub(crate) fn write(
        self,
        parameters: &[(&'static str, Value)],
        styles: &[ParameterStyle],
    ) -> Result<String, Error> {
        // Room for the marker, too.
        let mut pairs = Vec::with_capacity(parameters.len() + 1);
        match self {
            Self::Form => styled(parameters, styles),
            Self::Dotted { marker } => {
                for (name, value) in parameters {
                    dotted(Cow::Borrowed(name), name, value, &mut pairs)?;
                }
                // Stable, so that the elements of a list keep their order.
                pairs.sort_by(|(a, _), (b, _)| a.cmp(b));
                if let (Some((name, value)), false) = (marker, pairs.is_empty()) {
                    pairs.push((Cow::Borrowed(name), Cow::Borrowed(value)));
                }
                Ok(join(&pairs))
            }
        }
    }
}

/// Names and values. Most are borrowed: a parameter is rarely more than one text.
type Pairs<'a> = Vec<(Cow<'a, str>, Cow<'a, str>)>;

/// Each parameter in its style.
fn styled(
    parameters: &[(&'static str, Value)],
    styles: &[ParameterStyle],
) -> Result<String, Error> {
    let mut query = String::new();
    for (name, value) in parameters {
        let style = ParameterStyle::of(styles, Place::Query, name);
        let escaping = match style.reserved {
            true => Escaping::ReservedInQuery,
            false => Escaping::Unreserved,
        };
        if let Some(text) = expand(&style, name, value, escaping)? {
            if !query.is_empty() {
                query.push('&');
            }
            query.push_str(&text);
        }
    }
    Ok(query)
}

/// Writes `value`, a part of the parameter `parameter`, which is called `name` by its own
/// parent and `path` in the query.
fn dotted<'a>(
    path: Cow<'a, str>,
    name: &str,
    value: &'a Value,
    pairs: &mut Pairs<'a>,
) -> Result<(), Error> {
    if name.contains('.') {
        let message = format!("the query parameter `{path}` has a dot in a name");
        return Err(Error::new(ErrorKind::Request, message));
    }
    match value {
        Value::Null => pairs.push((path, Cow::Borrowed(""))),
        Value::String(text) if text.is_empty() => {}
        Value::String(text) => pairs.push((path, Cow::Borrowed(text))),
        Value::Array(elements) if elements.is_empty() => pairs.push((path, Cow::Borrowed(""))),
        Value::Array(elements) => {
            for element in elements {
                let text = scalar(element)
                    .filter(|text| !text.is_empty())
                    .ok_or_else(|| no_form(&path, "in a list", element))?;
                pairs.push((path.clone(), Cow::Owned(text)));
            }
        }
        Value::Object(members) => {
            for (member, value) in members {
                dotted(Cow::Owned(format!("{path}.{member}")), member, value, pairs)?;
            }
        }
        other => pairs.extend(scalar(other).map(|text| (path, Cow::Owned(text)))),
    }
    Ok(())
}

fn no_form(name: &str, place: &str, value: &Value) -> Error {
    let what = match value {
        Value::Null => "null",
        Value::String(_) => "an empty text",
        Value::Array(_) => "a list",
        _ => "an object",
    };
    let message =
        format!("the query parameter `{name}` has {what} {place}, which no query can carry");
    Error::new(ErrorKind::Request, message)
}

fn join(pairs: &Pairs<'_>) -> String {
    let length = pairs
        .iter()
        .map(|(name, value)| name.len() + value.len() + 2);
    let mut query = String::with_capacity(length.sum());
    for (name, value) in pairs {
        if !query.is_empty() {
            query.push('&');
        }
        urlencoded(name, &mut query);
        query.push('=');
        urlencoded(value, &mut query);
    }
    query
}

/// WHATWG URL, section 5.2: all but ASCII letters, digits and `*-._`; a space is `+`.
fn urlencoded(text: &str, query: &mut String) {
    let is_plain =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'*' | b'-' | b'.' | b'_');
    // To look at all of them is faster than to stop: it takes many at a time.
    if text.bytes().map(is_plain).fold(true, BitAnd::bitand) {
        query.push_str(text);
        return;
    }
    for byte in text.bytes() {
        match byte {
            b' ' => query.push('+'),
            byte if is_plain(byte) => query.push(char::from(byte)),
            byte => query.push_str(percent_encode_byte(byte)),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const DOTTED: QueryStyle = QueryStyle::Dotted { marker: None };

    fn write(style: QueryStyle, parameters: Value) -> Result<String, ErrorKind> {
        let Value::Object(members) = parameters else {
            panic!("a table row is an object");
        };
        let parameters: Vec<(&'static str, Value)> = members
            .into_iter()
            .map(|(name, value)| (&*String::leak(name), value))
            .collect();
        style.write(&parameters, &[]).map_err(|error| error.kind())
    }

    #[test]
    fn dotted() {
        for (parameters, expected) in [
            (json!({}), ""),
            (json!({"b": "2", "a": "1"}), "a=1&b=2"),
            (json!({"a": null}), "a="),
            (json!({"a": ""}), ""),
            (json!({"a": true, "b": false}), "a=true&b=false"),
            (
                json!({"a": 1, "b": -2, "c": 1.5, "d": 3.0}),
                "a=1&b=-2&c=1.5&d=3",
            ),
            (
                json!({"a": 18446744073709551615u64}),
                "a=18446744073709551615",
            ),
            (json!({"a": ["z", "b", 1, true]}), "a=z&a=b&a=1&a=true"),
            (json!({"a": []}), "a="),
            (json!({"a": {"c": 1, "b": {"d": null}}}), "a.b.d=&a.c=1"),
            (json!({"a": {}}), ""),
            (json!({"a": {"x": [1, 2]}, "a_b": 1}), "a.x=1&a.x=2&a_b=1"),
            (
                json!({"a": "x y+z&=?/ö*-._~"}),
                "a=x+y%2Bz%26%3D%3F%2F%C3%B6*-._%7E",
            ),
            (
                json!({"a": "2025-06-16T16:54:17.946Z"}),
                "a=2025-06-16T16%3A54%3A17.946Z",
            ),
        ] {
            assert_eq!(
                write(DOTTED, parameters.clone()).as_deref(),
                Ok(expected),
                "{parameters}"
            );
        }
    }

    /// Each character by itself, and among others, where the short way is not taken.
    #[test]
    fn every_byte_is_encoded_as_browsers_do() {
        for byte in 0..=127 {
            let letter = char::from(byte);
            let expected = match byte {
                b' ' => "+".to_owned(),
                b'*' | b'-' | b'.' | b'_' => letter.to_string(),
                byte if byte.is_ascii_alphanumeric() => letter.to_string(),
                byte => format!("%{byte:02X}"),
            };
            for (before, encoded) in [("", ""), ("a/", "a%2F")] {
                let mut query = String::new();
                urlencoded(&format!("{before}{letter}"), &mut query);
                assert_eq!(query, format!("{encoded}{expected}"));
            }
        }
    }

    #[test]
    fn dotted_refuses_what_could_not_be_told_apart() {
        for parameters in [
            json!({"a.b": 1}),
            json!({"a": {"b.c": 1}}),
            json!({"a": [null]}),
            json!({"a": ["x", ""]}),
            json!({"a": [[1]]}),
            json!({"a": [{}]}),
        ] {
            assert_eq!(
                write(DOTTED, parameters.clone()),
                Err(ErrorKind::Request),
                "{parameters}"
            );
        }
    }

    #[test]
    fn the_marker_follows_what_is_there() {
        let style = QueryStyle::Dotted {
            marker: Some(("_strict", "true")),
        };
        assert_eq!(
            write(style, json!({"z": 1})).as_deref(),
            Ok("z=1&_strict=true")
        );
        assert_eq!(
            write(style, json!({"z": null})).as_deref(),
            Ok("z=&_strict=true")
        );
        assert_eq!(write(style, json!({})).as_deref(), Ok(""));
        assert_eq!(write(style, json!({"z": ""})).as_deref(), Ok(""));
    }

    #[test]
    fn form() {
        for (parameters, expected) in [
            (json!({}), ""),
            (json!({"a": "x y~", "b": ""}), "a=x%20y~&b="),
            (json!({"a": null, "b": []}), ""),
            (json!({"a": ["x", "y"]}), "a=x&a=y"),
            (json!({"a": {"g": 200, "r": 100}}), "g=200&r=100"),
            (
                json!({"a": [[1]], "b": {"c": {"d": 1}}}),
                "a=%5B1%5D&c=%7B%22d%22%3A1%7D",
            ),
            (json!({"a": {"b": null}, "c": {"b": null, "d": ""}}), "d="),
        ] {
            let written = write(QueryStyle::Form, parameters.clone());
            assert_eq!(written.as_deref(), Ok(expected), "{parameters}");
        }
        let written = write(QueryStyle::Form, json!({"a": [null]}));
        assert_eq!(written, Err(ErrorKind::Request));
    }
}
