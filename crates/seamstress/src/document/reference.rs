//! `$ref`: following references inside one document.
//!
//! A reference is a URI with a JSON pointer as its fragment (OpenAPI 3.0,
//! Reference Object; RFC 6901, section 6): percent-encoding is undone first, then
//! `~1` and `~0`. A reference to another file or to an address is refused, so
//! that reading a document never reaches for anything besides it.

use std::borrow::Cow;
use std::collections::HashSet;

use serde_json::Value;

use super::Pointer;
use crate::diagnostic::Diagnostic;
use crate::text::advise;

/// Why a `$ref` leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReferenceError {
    /// The reference leads out of the document.
    #[error("`$ref` leads out of the document, which is not supported: {reference}")]
    External {
        /// The reference as it was written.
        reference: String,
    },
    /// The reference is no JSON pointer.
    #[error("`$ref` is no JSON pointer: {reference}")]
    Malformed {
        /// The reference as it was written.
        reference: String,
    },
    /// The reference names something that is not there.
    #[error("`$ref` points to nothing: {reference}")]
    Dangling {
        /// The reference as it was written.
        reference: String,
        /// What to do, with the nearest name that is there.
        advice: String,
    },
    /// The reference leads to a reference that leads back, and never to a value.
    #[error("`$ref` leads in a circle: {}", circle(.pointers))]
    Loop {
        /// The nodes of the loop, in the order in which they are reached.
        pointers: Vec<Pointer>,
    },
}

impl ReferenceError {
    /// The complaint about the reference, so far without its place. What refers to nowhere costs
    /// itself only.
    pub fn diagnostic(&self) -> Diagnostic {
        let (code, help) = match self {
            Self::External { .. } => (
                "external-reference",
                "copy what it points to into this document",
            ),
            Self::Malformed { .. } => (
                "malformed-reference",
                "write it as in `#/components/schemas/device`",
            ),
            Self::Dangling { advice, .. } => ("dangling-reference", advice.as_str()),
            Self::Loop { .. } => (
                "reference-loop",
                "put a schema in the place of one of these references",
            ),
        };
        Diagnostic::warning(code, self.to_string()).help(help)
    }
}

fn circle(pointers: &[Pointer]) -> String {
    let mut names = pointers.iter().map(Pointer::to_string).collect::<Vec<_>>();
    names.extend(names.first().cloned());
    names.join(" → ")
}

/// The `$ref` of a node, where it is a reference.
///
/// Only a text makes a reference: an object may have a property of that name.
pub fn reference_of(node: &Value) -> Option<&str> {
    node.get("$ref")?.as_str()
}

/// The node that a reference leads to in the end, with its address.
pub(super) fn resolve<'a>(
    tree: &'a Value,
    reference: &str,
) -> Result<(Pointer, &'a Value), ReferenceError> {
    let (mut pointer, mut node) = step(tree, reference)?;
    let mut seen = HashSet::new();
    let mut path = Vec::new();
    while let Some(next) = reference_of(node) {
        if !seen.insert(pointer.clone()) {
            let start = path
                .iter()
                .position(|earlier| *earlier == pointer)
                .unwrap_or(0);
            return Err(ReferenceError::Loop {
                pointers: path.split_off(start),
            });
        }
        path.push(pointer);
        (pointer, node) = step(tree, next)?;
    }
    Ok((pointer, node))
}

/// The same, where nobody asks why there is none: looking for a name that is near takes long.
pub(super) fn target<'a>(tree: &'a Value, reference: &str) -> Option<(Pointer, &'a Value)> {
    let mut seen = HashSet::new();
    let mut reference = reference;
    loop {
        let pointer = address(reference).ok()?;
        let node = pointer.get(tree)?;
        let Some(next) = reference_of(node) else {
            return Some((pointer, node));
        };
        if !seen.insert(pointer) {
            return None;
        }
        reference = next;
    }
}

/// The address that a reference states.
fn address(reference: &str) -> Result<Pointer, ReferenceError> {
    let Some(fragment) = reference.strip_prefix('#') else {
        return Err(ReferenceError::External {
            reference: reference.to_owned(),
        });
    };
    let fragment = match fragment.contains('%') {
        true => Cow::Owned(percent_decode(fragment)),
        false => Cow::Borrowed(fragment),
    };
    Pointer::parse(&fragment).ok_or_else(|| ReferenceError::Malformed {
        reference: reference.to_owned(),
    })
}

/// The node that a reference names, be it a reference itself.
fn step<'a>(tree: &'a Value, reference: &str) -> Result<(Pointer, &'a Value), ReferenceError> {
    let pointer = address(reference)?;
    match pointer.get(tree) {
        Some(node) => Ok((pointer, node)),
        None => Err(ReferenceError::Dangling {
            reference: reference.to_owned(),
            advice: advice(tree, &pointer),
        }),
    }
}

/// What to do about a pointer to nothing, told from the names where it leads astray.
fn advice(tree: &Value, pointer: &Pointer) -> String {
    let mut reached = Pointer::root();
    let mut node = tree;
    for segment in pointer.segments() {
        let inside = reached.child(&segment);
        match inside.get(tree) {
            Some(child) => (reached, node) = (inside, child),
            None => {
                let names = node
                    .as_object()
                    .into_iter()
                    .flat_map(|members| members.keys());
                let names = names.map(String::as_str).collect::<Vec<_>>();
                let otherwise = format!("define `{segment}` in {reached}, or correct the name");
                return advise(&segment, &names, &otherwise);
            }
        }
    }
    "correct the reference".to_owned()
}

/// Undoes percent-encoding; a `%` that starts no escape is kept, because
/// documents are often written without any encoding.
pub(crate) fn percent_decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let escaped = match (byte, after) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)),
            _ => None,
        };
        match escaped {
            Some((high, low)) => bytes.push(high << 4 | low),
            None => bytes.push(byte),
        }
        rest = if escaped.is_some() {
            after.get(2..).unwrap_or_default()
        } else {
            after
        };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn tree() -> Value {
        json!({
            "components": {"schemas": {
                "device": {"type": "object"}, "a/b": 1, "m~n": 2, "ü ": 3, "100%": 4,
                "x": {"$ref": "#/components/schemas/y"},
                "y": {"$ref": "#/components/schemas/device"},
                "self": {"$ref": "#/components/schemas/self"},
                "p": {"$ref": "#/components/schemas/q"},
                "q": {"$ref": "#/components/schemas/p"},
                "into": {"$ref": "#/components/schemas/p"},
                "named": {"properties": {"$ref": {"type": "string"}}},
            }},
        })
    }

    fn resolved(name: &str) -> Result<String, ReferenceError> {
        let (tree, reference) = (tree(), format!("#/components/schemas/{name}"));
        let resolved = resolve(&tree, &reference);
        assert_eq!(resolved.clone().ok(), target(&tree, &reference), "{name}");
        resolved.map(|(at, _)| at.to_string())
    }

    #[test]
    fn names_are_decoded_and_chains_followed() {
        for (name, reached) in [
            ("device", "device"),
            ("a~1b", "a~1b"),
            ("m~0n", "m~0n"),
            ("%C3%BC%20", "ü "),
            ("ü ", "ü "),
            ("100%", "100%"),
            ("100%25", "100%"),
            ("a%7E1b", "a~1b"),
            ("x", "device"),
            ("named/properties/$ref", "named/properties/$ref"),
        ] {
            assert_eq!(
                resolved(name),
                Ok(format!("#/components/schemas/{reached}")),
                "{name}"
            );
        }
        assert_eq!(resolve(&tree(), "#").unwrap().0, Pointer::root());
    }

    #[test]
    fn loops_name_all_their_members() {
        for (name, pointers) in [
            ("self", vec!["self"]),
            ("p", vec!["p", "q"]),
            ("into", vec!["p", "q"]),
        ] {
            let pointers = pointers
                .iter()
                .map(|name| {
                    Pointer::root()
                        .child("components")
                        .child("schemas")
                        .child(name)
                })
                .collect();
            assert_eq!(
                resolved(name),
                Err(ReferenceError::Loop { pointers }),
                "{name}"
            );
        }
        let message = resolved("p").unwrap_err().to_string();
        assert!(message.ends_with("schemas/p → #/components/schemas/q → #/components/schemas/p"));
    }

    #[test]
    fn what_leads_nowhere_is_explained() {
        for (reference, code, part) in [
            (
                "#/components/schemas/device2",
                "dangling-reference",
                "did you mean `device`?",
            ),
            (
                "#/components/schema/device",
                "dangling-reference",
                "did you mean `schemas`?",
            ),
            (
                "#/components/schemas/device/0",
                "dangling-reference",
                "define `0` in",
            ),
            (
                "#/components/schemas/~1",
                "dangling-reference",
                "define `/` in",
            ),
            (
                "other.yaml#/a",
                "external-reference",
                "copy what it points to",
            ),
            (
                "http://example.com/a.json",
                "external-reference",
                "copy what it points to",
            ),
            ("", "external-reference", "copy what it points to"),
            ("#device", "malformed-reference", "write it as in"),
            ("#/~2", "malformed-reference", "write it as in"),
        ] {
            let diagnostic = resolve(&tree(), reference).unwrap_err().diagnostic();
            assert_eq!(diagnostic.code, code, "{reference}");
            assert!(
                diagnostic.to_string().contains(part),
                "{reference}: {diagnostic}"
            );
        }
    }
}
