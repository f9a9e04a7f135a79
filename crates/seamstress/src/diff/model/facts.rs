//! What the documents say of a value beside its type: what stands for one that is left out, and the
//! range of what may be given. The model has these in words only.

use serde_json::{Map, Value};

use super::super::change::{Kind, Part, Place};
use super::super::rules::{DEFAULT_CHANGED, LIMIT_LOOSER, LIMIT_OTHER, LIMIT_TIGHTER};
use super::{Draft, Side, Walk};
use crate::document::Pointer;

/// Limits from below, and from above (JSON Schema, draft 5, section 5).
const LEAST: &[&str] = &["minimum", "minLength", "minItems", "minProperties"];
const MOST: &[&str] = &["maximum", "maxLength", "maxItems", "maxProperties"];
/// Limits that forbid more where they are there, and that nobody can order.
const OTHER: &[&str] = &[
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "pattern",
    "uniqueItems",
];

/// How a limit has moved.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Moved {
    Tighter,
    Looser,
    Other,
}

impl Walk<'_> {
    /// What is different in the default and the limits of something that is sent.
    pub(super) fn facts(&mut self, name: &str, old: (&Pointer, Place), new: (&Pointer, Place)) {
        let none = Map::new();
        let was = schema(self.old, old.0).unwrap_or(&none);
        let is = schema(self.new, new.0).unwrap_or(&none);
        let default = |schema: &Map<String, Value>| {
            schema
                .get("default")
                .filter(|value| !value.is_null())
                .cloned()
        };
        let (one, other) = (default(was), default(is));
        if one != other {
            let words = |value: Option<Value>| {
                value.map_or_else(|| "nothing".to_owned(), |value| format!("`{value}`"))
            };
            let message = format!(
                "what is left out of `{name}` means {} instead of {}",
                words(other),
                words(one)
            );
            let draft = Draft::new(
                Part::Default,
                Kind::Changed,
                name,
                message,
                &DEFAULT_CHANGED,
            );
            self.drafts.push(draft.was(old.1.clone()).is(new.1.clone()));
        }
        let moved = limits(was, is);
        let has = |wanted: Moved| moved.iter().any(|(_, moved)| *moved == wanted);
        let rule = match (has(Moved::Tighter), has(Moved::Looser), has(Moved::Other)) {
            (false, false, false) => return,
            (true, ..) => &LIMIT_TIGHTER,
            (_, _, true) => &LIMIT_OTHER,
            (_, true, _) => &LIMIT_LOOSER,
        };
        let words = |schema: &Map<String, Value>, key: &str| match schema.get(key) {
            Some(value) => format!("`{key}: {value}`"),
            None => format!("no `{key}`"),
        };
        let words: Vec<String> = moved
            .iter()
            .map(|(key, _)| format!("{} instead of {}", words(is, key), words(was, key)))
            .collect();
        let message = format!("`{name}` has {}", words.join(", "));
        let draft = Draft::new(Part::Limit, Kind::Changed, name, message, rule);
        self.drafts.push(draft.was(old.1).is(new.1));
    }
}

/// The limits that are other than they were.
fn limits(old: &Map<String, Value>, new: &Map<String, Value>) -> Vec<(&'static str, Moved)> {
    let number = |schema: &Map<String, Value>, key: &str| schema.get(key).and_then(Value::as_f64);
    let ordered = |keys: &'static [&'static str], is_least: bool| {
        keys.iter().filter_map(move |key| {
            let (was, is) = (number(old, key), number(new, key));
            let is_higher = match (was, is) {
                (was, is) if was == is => return None,
                (Some(was), Some(is)) => is > was,
                // Without a limit from below it is as low as can be, from above as high.
                (None, _) => is_least,
                (_, None) => !is_least,
            };
            Some((
                *key,
                if is_higher == is_least {
                    Moved::Tighter
                } else {
                    Moved::Looser
                },
            ))
        })
    };
    let is_set = |value: Option<&Value>| value.is_some_and(|value| *value != Value::Bool(false));
    let others = OTHER
        .iter()
        .filter_map(|key| match (old.get(*key), new.get(*key)) {
            (was, is) if was == is => None,
            (was, is) if !is_set(was) && is_set(is) => Some((*key, Moved::Tighter)),
            (was, is) if is_set(was) && !is_set(is) => Some((*key, Moved::Looser)),
            (was, is) if !is_set(was) && !is_set(is) => None,
            _ => Some((*key, Moved::Other)),
        });
    ordered(LEAST, true)
        .chain(ordered(MOST, false))
        .chain(others)
        .collect()
}

/// The schema of what stands at `pointer`: a schema, or a parameter that has one.
fn schema<'a>(side: &Side<'a>, pointer: &Pointer) -> Option<&'a Map<String, Value>> {
    let document = &side.made.document;
    let (at, node) = document.follow(pointer, document.node(pointer)?).ok()?;
    let node = match node.get("schema") {
        Some(schema) if node.get("in").is_some() => {
            document.follow(&at.child("schema"), schema).ok()?.1
        }
        _ => node,
    };
    node.as_object()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn limits_tighten_and_loosen() {
        for (old, new, expected) in [
            (json!({"maximum": 10}), json!({"maximum": 10}), ""),
            (json!({"maximum": 10}), json!({"maximum": 5}), "tighter"),
            (json!({"maximum": 10}), json!({}), "looser"),
            (json!({}), json!({"minLength": 1}), "tighter"),
            (json!({"minLength": 2}), json!({"minLength": 1}), "looser"),
            (json!({"pattern": "a"}), json!({"pattern": "b"}), "other"),
            (json!({}), json!({"uniqueItems": false}), ""),
            (json!({}), json!({"uniqueItems": true}), "tighter"),
        ] {
            let (was, is) = (old.as_object().unwrap(), new.as_object().unwrap());
            let words = limits(was, is).into_iter().map(|(_, moved)| match moved {
                Moved::Tighter => "tighter",
                Moved::Looser => "looser",
                Moved::Other => "other",
            });
            assert_eq!(words.collect::<String>(), expected, "{old} {new}");
        }
    }
}
