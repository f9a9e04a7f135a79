//! A node of the document, and its keywords.
//!
//! Schemas are read keyword by keyword from the tree and not through `openapiv3`'s schema type:
//! that type reads whole subtrees (so one malformed child would cost the parent), and knows
//! neither 3.1's type arrays nor keywords beside a `$ref`. A keyword of the wrong JSON type
//! counts as absent.

use serde_json::Value;

use crate::document::Pointer;

/// A node of the document and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Node<'d> {
    pub(super) pointer: Pointer,
    pub(super) value: &'d Value,
}

impl<'d> Node<'d> {
    /// The value of a keyword.
    pub(super) fn get(&self, key: &str) -> Option<Node<'d>> {
        let value = self.keyword(key)?;
        Some(Node {
            pointer: self.pointer.child(key),
            value,
        })
    }

    /// What a keyword holds. A schema has a few of them, and is asked for many: looking at each
    /// is quicker than hashing.
    fn keyword(&self, key: &str) -> Option<&'d Value> {
        const FEW: usize = 8;
        let members = self.value.as_object()?;
        if members.len() > FEW {
            return members.get(key);
        }
        let mut members = members.iter();
        members.find_map(|(name, value)| (name == key).then_some(value))
    }

    /// Whether there is such a keyword.
    pub(super) fn has(&self, key: &str) -> bool {
        self.keyword(key).is_some()
    }

    /// The text of a keyword.
    pub(super) fn text(&self, key: &str) -> Option<&'d str> {
        self.keyword(key)?.as_str()
    }

    /// Whether a keyword is `true`.
    pub(super) fn flag(&self, key: &str) -> bool {
        self.keyword(key).and_then(Value::as_bool).unwrap_or(false)
    }

    /// A bound, where it is a whole number.
    pub(super) fn integer(&self, key: &str) -> Option<i64> {
        let value = self.keyword(key)?;
        value.as_i64().or_else(|| {
            let number = value.as_f64()?;
            // Exact in both directions for every bound that documents use.
            #[allow(clippy::cast_possible_truncation, reason = "checked on this very line")]
            (number.fract() == 0.0 && number.abs() < 9.0e15).then_some(number as i64)
        })
    }

    /// A bound of any size, where it is a whole number.
    pub(super) fn whole(&self, key: &str) -> Option<i128> {
        let value = self.keyword(key)?;
        let exact = value.as_i64().map(i128::from);
        exact
            .or_else(|| value.as_u64().map(i128::from))
            .or_else(|| {
                let number = value.as_f64()?;
                // Beyond 128 bits the bound is that of the type.
                #[allow(clippy::cast_possible_truncation, reason = "casts of floats saturate")]
                (number.fract() == 0.0).then_some(number as i128)
            })
    }

    /// The strings of a keyword that lists strings.
    pub(super) fn strings(&self, key: &str) -> Vec<&'d str> {
        let list = self.keyword(key).and_then(Value::as_array);
        list.map(|list| list.iter().filter_map(Value::as_str).collect())
            .unwrap_or_default()
    }

    /// The elements of a keyword that holds a list.
    pub(super) fn elements(&self, key: &str) -> Vec<Node<'d>> {
        let Some(Value::Array(list)) = self.keyword(key) else {
            return Vec::new();
        };
        let pointer = self.pointer.child(key);
        let node = |(index, value)| Node {
            pointer: pointer.index(index),
            value,
        };
        list.iter().enumerate().map(node).collect()
    }

    /// The members of a keyword that holds an object.
    pub(super) fn members(&self, key: &str) -> Vec<(&'d str, Node<'d>)> {
        let Some(Value::Object(map)) = self.keyword(key) else {
            return Vec::new();
        };
        let pointer = self.pointer.child(key);
        let node = |(name, value): (&'d String, _)| {
            (
                name.as_str(),
                Node {
                    pointer: pointer.child(name),
                    value,
                },
            )
        };
        map.iter().map(node).collect()
    }

    /// The members of the node itself.
    pub(super) fn entries(&self) -> Vec<(&'d str, Node<'d>)> {
        let Value::Object(map) = self.value else {
            return Vec::new();
        };
        let node = |(name, value): (&'d String, _)| {
            (
                name.as_str(),
                Node {
                    pointer: self.pointer.child(name),
                    value,
                },
            )
        };
        map.iter().map(node).collect()
    }

    /// The alternatives of a union: `oneOf` or else `anyOf`.
    pub(super) fn alternatives(&self) -> Vec<Node<'d>> {
        let one_of = self.elements("oneOf");
        if one_of.is_empty() {
            self.elements("anyOf")
        } else {
            one_of
        }
    }

    /// Whether the schema describes objects, by itself (references not followed).
    pub(super) fn is_object(&self) -> bool {
        self.text("type") == Some("object")
            || (!self.has("type") && (self.has("properties") || self.has("additionalProperties")))
    }

    /// Whether the schema says no more than that null is a value.
    pub(super) fn is_only_null(&self) -> bool {
        self.flag("nullable") && self.is_only_words()
    }

    /// Whether the schema says nothing about values but whether null is one.
    pub(super) fn is_only_words(&self) -> bool {
        let is_word = |key: &str| {
            let words = [
                "nullable",
                "description",
                "title",
                "example",
                "default",
                "deprecated",
                "readOnly",
                "writeOnly",
                "externalDocs",
            ];
            words.contains(&key) || key.starts_with("x-")
        };
        self.entries().iter().all(|(key, _)| is_word(key))
    }
}
