//! Filling the arguments of a path in.
//!
//! Escaping alone does not keep an argument in its segment: URL parsers take `%2e%2e` for
//! `..` and remove it with the segment before (WHATWG URL, "double-dot URL path segment"),
//! and servers decode `%2F` before they route. So an argument that is, or holds, a dot
//! segment is refused, decoded or not. So is a list or an object whose text is or holds one.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use serde_json::Value;

use super::escape::Escaping;
use super::expand::expand;
use super::style::{ParameterStyle, Place};
use crate::{Error, ErrorKind};

/// What no address can hold (RFC 3986, section 2), and paths of documents hold now and then.
const IMPOSSIBLE: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'|');

/// Appends `template` with its `{name}`s replaced by `arguments`, each in its style. What
/// comes after a `#` only tells operations of one path apart, and is not sent.
///
/// # Errors
///
/// Of [`ErrorKind::Request`], where an argument is missing, empty, or would leave its segment.
/// The message names the argument and not its value.
pub(super) fn append(
    target: &mut String,
    template: &'static str,
    arguments: &[(&'static str, Value)],
    styles: &[ParameterStyle],
) -> Result<(), Error> {
    if is_plain(template) {
        target.push_str(template);
        return Ok(());
    }
    if has_dot_segment(template) {
        return Err(refused(
            "the path of the operation",
            "has a segment `.` or `..`",
        ));
    }
    let start = target.len();
    let mut rest = template.split('#').next().unwrap_or_default();
    while let Some((before, from_name)) = rest.split_once('{') {
        let Some((name, after)) = from_name.split_once('}') else {
            break;
        };
        literal(target, before);
        let style = ParameterStyle::of(styles, Place::Path, name);
        let value = arguments.iter().find(|(known, _)| *known == name);
        let value = value.map_or(&Value::Null, |(_, value)| value);
        let plain = expand(&style, name, value, Escaping::None)?;
        check(name, plain.as_deref().unwrap_or_default())?;
        let escaping = match style.reserved {
            true => Escaping::ReservedInPath,
            false => Escaping::Unreserved,
        };
        target.push_str(&expand(&style, name, value, escaping)?.unwrap_or_default());
        rest = after;
    }
    literal(target, rest);
    // Of an argument in the style `matrix`, servers may cut everything off.
    let path = target.get(start..).unwrap_or_default();
    if path.contains(';')
        && path
            .split('/')
            .any(|step| has_dot_segment(before_semicolon(step)))
    {
        return Err(refused("the path", "has a segment `.` or `..`"));
    }
    Ok(())
}

/// Appends what is no argument.
fn literal(target: &mut String, text: &str) {
    match is_plain(text) {
        true => target.push_str(text),
        false => target.extend(utf8_percent_encode(text, IMPOSSIBLE)),
    }
}

/// Whether a text is sent as it is, and means nothing but itself: most paths need no second look.
fn is_plain(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_');
    text.bytes().all(is_plain)
}

fn check(name: &str, plain: &str) -> Result<(), Error> {
    let what = format!("the path argument `{name}`");
    if plain.is_empty() {
        return Err(refused(&what, "is empty"));
    }
    if has_dot_segment(plain) {
        return Err(refused(&what, "would leave its segment of the path"));
    }
    Ok(())
}

fn before_semicolon(step: &str) -> &str {
    step.split_once(';').map_or(step, |(before, _)| before)
}

/// Whether `text` is or holds a segment `.` or `..`, as it stands or decoded. A segment of
/// several arguments cannot become one unless one of them is one itself.
fn has_dot_segment(text: &str) -> bool {
    // Most texts have neither a dot nor an encoded one.
    if !text.contains(['.', '%']) {
        return false;
    }
    let is_dots = |segment: &str| matches!(segment, "." | "..");
    let decoded = percent_decode_str(text).decode_utf8_lossy();
    [text, &decoded]
        .iter()
        .any(|text| text.split(['/', '\\']).any(is_dots))
}

fn refused(what: &str, reason: &str) -> Error {
    Error::new(ErrorKind::Request, format!("{what} {reason}"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fill(template: &'static str, arguments: &[(&'static str, &str)]) -> Result<String, Error> {
        let arguments: Vec<_> = arguments
            .iter()
            .map(|(name, value)| (*name, Value::from(*value)))
            .collect();
        let mut target = "http://h/base".to_owned();
        append(&mut target, template, &arguments, &[])?;
        Ok(target.split_off("http://h/base".len()))
    }

    #[test]
    fn arguments_are_encoded() {
        for (value, expected) in [
            ("plain-._~09AZ", "/d/plain-._~09AZ/x"),
            ("a b", "/d/a%20b/x"),
            ("a/b", "/d/a%2Fb/x"),
            ("?q#f&=+", "/d/%3Fq%23f%26%3D%2B/x"),
            ("100%", "/d/100%25/x"),
            ("%41", "/d/%2541/x"),
            ("ö€😀", "/d/%C3%B6%E2%82%AC%F0%9F%98%80/x"),
            ("\r\n\0", "/d/%0D%0A%00/x"),
            ("{id}", "/d/%7Bid%7D/x"),
            ("...", "/d/.../x"),
            ("a..b", "/d/a..b/x"),
            (".a", "/d/.a/x"),
        ] {
            assert_eq!(fill("/d/{id}/x", &[("id", value)]).unwrap(), expected);
        }
    }

    #[test]
    fn arguments_that_would_leave_their_segment_are_refused() {
        for value in [
            "",
            ".",
            "..",
            "%2e",
            "%2E%2e",
            ".%2e",
            "../a",
            "a/..",
            "a/../b",
            "a\\..",
            "..\\",
            "a%2f..",
            "a%2F%2e%2E%2Fb",
            "%5c..",
            "./a",
        ] {
            let error = fill("/d/{id}/x", &[("id", value)]).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Request, "{value}");
        }
        assert!(fill("/d/{id}", &[]).is_err(), "a missing argument");
    }

    #[test]
    fn arguments_cannot_make_a_dot_segment_together() {
        assert_eq!(fill("/{a}{b}", &[("a", "x"), ("b", "y")]).unwrap(), "/xy");
        for (a, b) in [(".", "."), (".", ""), ("", ".."), (".", "%2e")] {
            assert!(fill("/{a}{b}", &[("a", a), ("b", b)]).is_err());
        }
    }

    #[test]
    fn no_style_lets_an_argument_leave_its_segment() {
        const ID: ParameterStyle = ParameterStyle::path("id");
        let styles = [
            ID,
            ID.label(),
            ID.matrix(),
            ID.explode(true),
            ID.allow_reserved(),
        ];
        let filled = |template, style, value: Value| {
            let mut target = String::new();
            let result = append(&mut target, template, &[("id", value)], &[style]);
            result.map(|()| target)
        };
        for style in styles {
            for value in [
                json!([]),
                json!({}),
                json!(["b", "a/../c"]),
                json!(["b/%2e%2E/"]),
            ] {
                let result = filled("/a/{id}", style, value.clone());
                assert!(result.is_err(), "{style:?} {value}");
            }
            let target = filled("/a/{id}/b", style, json!(["x/y?z", "..;"])).unwrap();
            assert_eq!(
                target.split(['/', '?', '#']).count(),
                4,
                "{style:?} {target}"
            );
        }
        assert!(filled("/a/{id}", ID, json!(["..", "x"])).is_ok());
        for value in ["", "."] {
            assert!(
                filled("/a/{id}", ID.label(), json!(value)).is_err(),
                "{value:?}"
            );
        }
        assert!(filled("/a/..{id}/b", ID.matrix(), json!("x")).is_err());
        assert_eq!(
            filled("/a{id}/b", ID.matrix(), json!("x")).unwrap(),
            "/a;id=x/b"
        );
        let value = json!("..;x");
        assert_eq!(
            filled("/{id}", ID.allow_reserved(), value).unwrap(),
            "/..%3Bx"
        );
    }

    #[test]
    fn a_path_with_dot_segments_is_refused() {
        for template in ["/a/../b", "/./a", "/a/%2e%2E/b", "/.."] {
            assert!(fill(template, &[]).is_err(), "{template}");
        }
    }

    #[test]
    fn braces_that_are_no_argument_stay() {
        assert_eq!(fill("/a/b", &[]).unwrap(), "/a/b");
        assert_eq!(fill("/a{", &[]).unwrap(), "/a{");
    }

    #[test]
    fn paths_of_documents_become_addresses() {
        for (template, expected) in [
            ("/a b/{id}/ö", "/a%20b/x/%C3%B6"),
            ("/a%20b", "/a%20b"),
            ("/#Action=List", "/"),
            ("/{id}?fixed=1", "/x?fixed=1"),
            ("/a\r\nb\"<>", "/a%0D%0Ab%22%3C%3E"),
        ] {
            assert_eq!(fill(template, &[("id", "x")]).unwrap(), expected);
        }
    }
}
