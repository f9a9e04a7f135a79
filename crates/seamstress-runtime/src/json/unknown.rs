//! What a union holds that this version of the crate does not know.

use std::fmt;

use serde_json::{Map, Value};

use super::value::parse;
use super::{Json, ReadError, Reader, Tag, Writer};

/// A variant that this version of the crate does not know: its tag and its JSON,
/// kept so that nothing is lost when it is written back.
///
/// It cannot be constructed, so that a variant added later takes nothing away
/// from programs.
#[derive(Clone, Default, PartialEq)]
pub struct Unknown(Option<Box<Inner>>);

#[derive(Clone, Default, PartialEq)]
struct Inner {
    tag: String,
    /// The tag as JSON; `None` if the object has none.
    tag_json: Option<Value>,
    json: Value,
}

/// What [`Unknown::json`] lends when there is nothing.
static NULL: Value = Value::Null;

impl Unknown {
    /// The tag, such as an error code. Empty for unions without a tag, and where
    /// the server sent none.
    #[must_use]
    pub fn tag(&self) -> &str {
        self.0.as_ref().map_or("", |inner| &inner.tag)
    }

    /// The JSON: the whole value, or, for the kind of an object, the members of
    /// that object that are not fields of its own.
    #[must_use]
    pub fn json(&self) -> &Value {
        self.0.as_ref().map_or(&NULL, |inner| &inner.json)
    }

    /// The members of [`json`](Self::json), if that is an object.
    pub fn members(&self) -> impl Iterator<Item = (&str, &Value)> {
        let members = self.json().as_object().into_iter().flatten();
        members.map(|(name, value)| (name.as_str(), value))
    }

    /// One of the [`members`](Self::members).
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.json().get(name)
    }

    /// For macros: an unknown variant that is still to be read.
    #[doc(hidden)]
    #[must_use]
    pub fn with_tag(tag: &Tag<'_>) -> Self {
        if tag.json().is_empty() {
            return Self::default();
        }
        let tag_json = parse(tag.json());
        let text = match &tag_json {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Bool(_) | Value::Number(_)) => tag.json().to_owned(),
            _ => String::new(),
        };
        Self(Some(Box::new(Inner {
            tag: text,
            tag_json,
            json: Value::Null,
        })))
    }

    pub(super) fn json_mut(&mut self) -> &mut Value {
        &mut self.0.get_or_insert_default().json
    }

    pub(super) fn insert(&mut self, name: &str, value: Value) {
        let json = self.json_mut();
        if !json.is_object() {
            *json = Value::Object(Map::new());
        }
        if let Value::Object(members) = json {
            members.insert(name.to_owned(), value);
        }
    }

    pub(super) fn write_tag(&self, name: &str, writer: &mut Writer) {
        if let Some(json) = self.0.as_ref().and_then(|inner| inner.tag_json.as_ref()) {
            writer.key(name);
            json.write(writer);
        }
    }
}

/// As the payload of a union: any JSON. The tag is that of the selection.
impl Json for Unknown {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        reader.met_unknown();
        self.json_mut().read(reader)
    }

    fn write(&self, writer: &mut Writer) {
        self.json().write(writer);
    }
}

impl fmt::Debug for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unknown")
            .field("tag", &self.tag())
            .field("json", self.json())
            .finish()
    }
}

/// A value of an open enum that this version of the crate does not know.
///
/// It cannot be constructed: make the enum from text instead, which gives the
/// variant of that value once there is one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnknownValue(Box<str>);

impl UnknownValue {
    /// The value as the server sent it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// For macros.
    #[doc(hidden)]
    #[must_use]
    pub fn with_text(text: &str) -> Self {
        Self(text.into())
    }
}
