//! The OpenAPI document: references, the dialect of its schemas, and the direction of travel.

use std::borrow::Cow;

use serde_json::Value;

use crate::error::SampleError;
use crate::schema::{Keywords, Place, Schema, sorted};

/// Which way a document travels, as `readOnly` and `writeOnly` ask.
///
/// OpenAPI 3.0.3, Schema Object: a `readOnly` property should not be sent in a request and a
/// `writeOnly` one should not be sent in a response, and where such a property is required, it is
/// so in the other direction only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// To the server: properties that are `readOnly` are left out.
    Request,
    /// From the server: properties that are `writeOnly` are left out.
    #[default]
    Response,
}

/// The document that schemas are read from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Document<'a> {
    pub(crate) root: &'a Value,
    pub(crate) direction: Direction,
    /// Whether `nullable` is a keyword, as it is in OpenAPI 3.0 only.
    nullable: bool,
}

impl<'a> Document<'a> {
    pub(crate) fn new(root: &'a Value) -> Self {
        let version = root.get("openapi").and_then(Value::as_str);
        Self {
            root,
            direction: Direction::default(),
            nullable: version.is_none_or(|version| version.starts_with("3.0")),
        }
    }

    /// The schema at a JSON pointer, with or without the `#` of a fragment.
    pub(crate) fn schema(&self, pointer: &str) -> Result<Schema<'a>, SampleError> {
        let path = pointer.strip_prefix('#').unwrap_or(pointer);
        match self.resolve(path) {
            Some((value, place)) => Ok(Schema {
                value,
                place,
                site: 0,
            }),
            None => Err(SampleError::new(
                format!("#{path}"),
                "the document has nothing at this place",
                "pass the JSON pointer of a schema, such as `#/components/schemas/device`",
            )),
        }
    }

    /// The schema that a `$ref` points to, and nothing where there is no `$ref`.
    pub(crate) fn follow(&self, schema: &Schema<'a>) -> Result<Option<Schema<'a>>, SampleError> {
        let Some(reference) = schema.get("$ref").and_then(Value::as_str) else {
            return Ok(None);
        };
        let (value, place) = self.target(reference, schema)?;
        let site = schema.id();
        Ok(Some(Schema { value, place, site }))
    }

    /// What a reference written in `schema` points to.
    pub(crate) fn target(
        &self,
        reference: &str,
        schema: &Schema<'a>,
    ) -> Result<(&'a Value, Place<'a>), SampleError> {
        let pointer = reference
            .strip_prefix('#')
            .filter(|path| path.is_empty() || path.starts_with('/'));
        let Some(pointer) = pointer else {
            return Err(SampleError::new(
                schema.pointer(),
                format!("the reference `{reference}` is no JSON pointer into this document"),
                "copy what it points to into this document",
            ));
        };
        self.resolve(&decode(pointer)).ok_or_else(|| {
            SampleError::new(
                schema.pointer(),
                format!("the reference `{reference}` points to nothing"),
                "define what it names, or correct the name",
            )
        })
    }

    /// Whether the schema allows null besides what its other keywords allow.
    ///
    /// OpenAPI 3.0.0 to 3.0.2 say so of any schema; 3.0.3 only of those with a `type`, which
    /// servers and tools have not followed. Beside a `$ref`, 3.0 ignores all keywords.
    pub(crate) fn is_nullable(&self, schema: &Schema<'a>) -> bool {
        schema
            .value
            .as_object()
            .is_some_and(|schema| self.allows_null(schema))
    }

    /// [`Self::is_nullable`], by the keywords alone.
    pub(crate) fn allows_null(&self, schema: &Keywords) -> bool {
        self.nullable
            && schema.get("nullable") == Some(&Value::Bool(true))
            && !schema.contains_key("$ref")
    }

    /// Whether a property must not travel in this direction.
    pub(crate) fn is_hidden(&self, property: &Schema<'a>) -> bool {
        self.is_hidden_within(property.value, 8)
    }

    /// Whether the schema has a property of this name that must not travel in this direction.
    pub(crate) fn hides(&self, schema: &'a Keywords, name: &str) -> bool {
        let property = schema
            .get("properties")
            .and_then(|properties| properties.get(name));
        property.is_some_and(|property| self.is_hidden_within(property, 8))
    }

    // The keyword may stand behind references and in parts of an `allOf`; a few steps find it.
    fn is_hidden_within(&self, property: &'a Value, steps: usize) -> bool {
        let keyword = match self.direction {
            Direction::Request => "readOnly",
            Direction::Response => "writeOnly",
        };
        if property.get(keyword) == Some(&Value::Bool(true)) {
            return true;
        }
        if steps == 0 {
            return false;
        }
        let reference = property.get("$ref").and_then(Value::as_str);
        let target = reference.and_then(|reference| self.value_at(reference));
        let parts = property.get("allOf").and_then(Value::as_array);
        let mut parts = target.into_iter().chain(parts.into_iter().flatten());
        parts.any(|part| self.is_hidden_within(part, steps - 1))
    }

    /// The names that a schema requires in this direction.
    pub(crate) fn required(&self, schema: &Schema<'a>) -> Vec<&'a str> {
        let mut names = schema.required();
        if let Some(keywords) = schema.value.as_object() {
            names.retain(|name| !self.hides(keywords, name));
        }
        names
    }

    /// The component schemas that have a `$ref` to `schema` in their `allOf`, with their names.
    pub(crate) fn heirs(&self, schema: &Schema<'a>) -> Vec<(&'a str, Schema<'a>)> {
        let components = self
            .root
            .pointer("/components/schemas")
            .and_then(Value::as_object);
        let place = Place::default().child("components").child("schemas");
        let candidates = components
            .into_iter()
            .flat_map(sorted)
            .map(|(name, value)| {
                let place = place.child(name);
                (
                    name,
                    Schema {
                        value,
                        place,
                        site: schema.site,
                    },
                )
            });
        candidates
            .filter(|(_, heir)| {
                heir.list("allOf").iter().any(
                    |part| matches!(self.follow(part), Ok(Some(base)) if base.id() == schema.id()),
                )
            })
            .collect()
    }

    /// The value that a reference points to.
    pub(crate) fn value_at(&self, reference: &str) -> Option<&'a Value> {
        let pointer = decode(reference.strip_prefix('#')?);
        self.root.pointer(&pointer)
    }

    fn resolve(&self, path: &str) -> Option<(&'a Value, Place<'a>)> {
        let mut value = self.root;
        let mut place = Place::default();
        if path.is_empty() {
            return Some((value, place));
        }
        for token in path.strip_prefix('/')?.split('/') {
            let token = token.replace("~1", "/").replace("~0", "~");
            value = match value {
                Value::Object(object) => object.get(&token)?,
                Value::Array(list) => list.get(token.parse::<usize>().ok()?)?,
                _ => return None,
            };
            place = place.child(token);
        }
        Some((value, place))
    }
}

/// Undoes percent-encoding (RFC 3986, section 2.1), as a fragment asks for it.
fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut index = 0;
    while let Some(&byte) = bytes.get(index) {
        let escape = text.get(index + 1..index + 3);
        match escape.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(escaped) if byte == b'%' => {
                decoded.push(escaped);
                index += 3;
            }
            _ => {
                decoded.push(byte);
                index += 1;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned().into()
}
