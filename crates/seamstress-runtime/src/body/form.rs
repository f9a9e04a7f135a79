//! Forms: `application/x-www-form-urlencoded` (WHATWG URL, section 5).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::Encoding;

/// The form of `members`, each written as `encodings` say, or else by `default`.
pub(crate) fn write(
    members: &[(&'static str, Value)],
    encodings: &[(&'static str, Encoding)],
    default: Encoding,
) -> String {
    let mut pairs = Vec::with_capacity(members.len());
    for (name, value) in members {
        let given = encodings.iter().find(|(known, _)| known == name);
        let encoding = given.map_or(default, |(_, encoding)| *encoding);
        field(name, value, encoding, &mut pairs);
    }
    let mut text = String::new();
    for (name, value) in &pairs {
        if !text.is_empty() {
            text.push('&');
        }
        encode(name, &mut text);
        text.push('=');
        encode(value, &mut text);
    }
    text
}

type Pairs = Vec<(String, String)>;

fn field(name: &str, value: &Value, encoding: Encoding, pairs: &mut Pairs) {
    match (encoding, value) {
        (Encoding::Nested, _) => nested(name, value, pairs),
        // A field that is empty is the closest that a form has to null.
        (_, Value::Null) => pairs.push((name.to_owned(), String::new())),
        (Encoding::Spread, Value::Object(members)) => {
            let members = members.iter();
            pairs.extend(members.map(|(name, value)| (name.clone(), text(value))));
        }
        (Encoding::Joined(between), Value::Array(elements)) => {
            let elements: Vec<String> = elements.iter().map(text).collect();
            pairs.push((name.to_owned(), elements.join(between)));
        }
        (Encoding::Joined(between), Value::Object(members)) => {
            let members = members.iter();
            let members: Vec<String> = members
                .flat_map(|(name, value)| [name.clone(), text(value)])
                .collect();
            pairs.push((name.to_owned(), members.join(between)));
        }
        (Encoding::Json | Encoding::Media(_), _) => {
            pairs.push((name.to_owned(), value.to_string()));
        }
        (_, Value::Array(elements)) => {
            let elements = elements.iter();
            pairs.extend(elements.map(|element| (name.to_owned(), text(element))));
        }
        _ => pairs.push((name.to_owned(), text(value))),
    }
}

/// The way to each value in brackets. No specification says how, so this is what widely used
/// servers read: `a[b]=` of objects, `a[]=` of lists of simple values, `a[0][b]=` of others, as
/// `a[][b]=` would not say which members belong together. Null and what is empty is `a=`.
fn nested(path: &str, value: &Value, pairs: &mut Pairs) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (name, value) in members {
                nested(&format!("{path}[{name}]"), value, pairs);
            }
        }
        Value::Array(elements) if !elements.is_empty() => {
            let is_simple = |value: &Value| !value.is_object() && !value.is_array();
            let simple = elements.iter().all(is_simple);
            for (index, element) in elements.iter().enumerate() {
                match simple {
                    true => nested(&format!("{path}[]"), element, pairs),
                    false => nested(&format!("{path}[{index}]"), element, pairs),
                }
            }
        }
        Value::Null | Value::Object(_) | Value::Array(_) => {
            pairs.push((path.to_owned(), String::new()));
        }
        value => pairs.push((path.to_owned(), text(value))),
    }
}

/// A simple value as people write it, anything else as JSON.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// All but ASCII letters, digits and `*-._`; a space is `+`.
fn encode(text: &str, to: &mut String) {
    const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
        .remove(b'*')
        .remove(b'-')
        .remove(b'.')
        .remove(b'_')
        .remove(b' ');
    for part in utf8_percent_encode(text, ENCODED) {
        match part.contains(' ') {
            true => to.push_str(&part.replace(' ', "+")),
            false => to.push_str(part),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(value: Value, encoding: Encoding, expected: &str) {
        let written = write(&[("a", value)], &[("a", encoding)], Encoding::Repeated);
        let decoded = percent_encoding::percent_decode_str(&written);
        assert_eq!(decoded.decode_utf8().unwrap(), expected);
    }

    #[test]
    fn each_encoding_writes_its_own_way() {
        let list = json!(["x", 2, true]);
        let object = json!({"b": 1, "c": {"d": "e f"}});
        let mixed = json!([{"b": 1}, {"b": [2, 3]}]);
        for (value, encoding, expected) in [
            (json!("x y&z"), Encoding::Repeated, "a=x+y&z"),
            (json!(null), Encoding::Repeated, "a="),
            (list.clone(), Encoding::Repeated, "a=x&a=2&a=true"),
            (
                object.clone(),
                Encoding::Repeated,
                r#"a={"b":1,"c":{"d":"e+f"}}"#,
            ),
            (list.clone(), Encoding::Joined(","), "a=x,2,true"),
            (list.clone(), Encoding::Joined("|"), "a=x|2|true"),
            (json!({"b": 1}), Encoding::Joined(","), "a=b,1"),
            (list.clone(), Encoding::Json, r#"a=["x",2,true]"#),
            (json!({"b": 1, "c": "d"}), Encoding::Spread, "b=1&c=d"),
            (list, Encoding::Nested, "a[]=x&a[]=2&a[]=true"),
            (object, Encoding::Nested, "a[b]=1&a[c][d]=e+f"),
            (mixed, Encoding::Nested, "a[0][b]=1&a[1][b][]=2&a[1][b][]=3"),
            (
                json!({"b": null, "c": [], "d": {}}),
                Encoding::Nested,
                "a[b]=&a[c]=&a[d]=",
            ),
            (json!(false), Encoding::Nested, "a=false"),
        ] {
            check(value, encoding, expected);
        }
    }

    #[test]
    fn nothing_of_a_value_separates_fields() {
        let written = write(
            &[("a=b", json!("c&d=e+f%20\r\n")), ("ö", json!("€"))],
            &[],
            Encoding::Repeated,
        );
        assert_eq!(written, "a%3Db=c%26d%3De%2Bf%2520%0D%0A&%C3%B6=%E2%82%AC");
    }
}
