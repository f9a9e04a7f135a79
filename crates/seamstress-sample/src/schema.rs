//! One schema of the document: its value, its place, and the way it was reached.

use std::borrow::Cow;
use std::rc::Rc;

use serde_json::{Map, Value};

/// A schema that is an object: its keywords and their values.
pub(crate) type Keywords = Map<String, Value>;

/// What allows everything, for members that no schema describes.
static ANYTHING: Value = Value::Bool(true);

/// A place in the document, as a list that shares its beginning with those of its neighbours.
#[derive(Clone, Debug, Default)]
pub(crate) struct Place<'a>(Option<Rc<(Place<'a>, Cow<'a, str>)>>);

impl<'a> Place<'a> {
    /// The place of the child `token`.
    pub(crate) fn child(&self, token: impl Into<Cow<'a, str>>) -> Self {
        Self(Some(Rc::new((self.clone(), token.into()))))
    }

    /// The JSON pointer as a fragment (RFC 6901, section 6), readable rather than percent-encoded.
    pub(crate) fn pointer(&self) -> String {
        let mut tokens = Vec::new();
        let mut place = self;
        while let Some(step) = &place.0 {
            tokens.push(step.1.replace('~', "~0").replace('/', "~1"));
            place = &step.0;
        }
        let path = tokens.iter().rev().map(|token| format!("/{token}"));
        std::iter::once("#".to_owned()).chain(path).collect()
    }
}

/// A schema of the document.
#[derive(Clone, Debug)]
pub(crate) struct Schema<'a> {
    /// The schema itself: an object, or `true` or `false`.
    pub(crate) value: &'a Value,
    /// Where it stands.
    pub(crate) place: Place<'a>,
    /// The identity of the `$ref` that led into its component, 0 for none. It keeps apart what is
    /// drawn for two members of one component, at a cost that stays linear in the references.
    pub(crate) site: usize,
}

impl<'a> Schema<'a> {
    /// The schema that allows everything, said to stand at `place`.
    pub(crate) fn anything(place: Place<'a>) -> Self {
        Self {
            value: &ANYTHING,
            place,
            site: 0,
        }
    }

    /// A schema that stands for no place but for a choice that many places have in common.
    pub(crate) fn shared(&self, number: usize) -> Self {
        let schema = Self::anything(self.place.clone());
        Self {
            site: number,
            ..schema
        }
    }

    /// Whether it stands for no place of the document.
    pub(crate) fn is_shared(&self) -> bool {
        std::ptr::eq(self.value, &raw const ANYTHING)
    }

    /// Which node of the document this is. Only ever compared for equality, as addresses differ
    /// from run to run.
    pub(crate) fn id(&self) -> usize {
        std::ptr::from_ref(self.value).addr()
    }

    /// Where it stands, as a JSON pointer.
    pub(crate) fn pointer(&self) -> String {
        self.place.pointer()
    }

    /// The value of a keyword.
    pub(crate) fn get(&self, keyword: &str) -> Option<&'a Value> {
        self.value.as_object()?.get(keyword)
    }

    /// Whether a keyword is `true`.
    pub(crate) fn is(&self, keyword: &str) -> bool {
        self.get(keyword).and_then(Value::as_bool) == Some(true)
    }

    /// The value of a keyword that counts.
    pub(crate) fn count(&self, keyword: &str) -> Option<usize> {
        count(self.value.as_object()?, keyword)
    }

    /// The schema that a keyword holds.
    pub(crate) fn child(&self, keyword: &'a str) -> Option<Self> {
        Some(self.at(self.get(keyword)?, self.place.child(keyword)))
    }

    /// The schemas of a list, such as `allOf`.
    pub(crate) fn list(&self, keyword: &'a str) -> Vec<Self> {
        let Some(list) = self.get(keyword).and_then(Value::as_array) else {
            return Vec::new();
        };
        let place = self.place.child(keyword);
        list.iter()
            .enumerate()
            .map(|(index, value)| self.at(value, place.child(index.to_string())))
            .collect()
    }

    /// The schemas of an object, such as `properties`, in the order of their names.
    pub(crate) fn entries(&self, keyword: &'a str) -> Vec<(&'a str, Self)> {
        let Some(object) = self.get(keyword).and_then(Value::as_object) else {
            return Vec::new();
        };
        let place = self.place.child(keyword);
        sorted(object)
            .into_iter()
            .map(|(name, value)| (name, self.at(value, place.child(name))))
            .collect()
    }

    /// The schema of one member of an object such as `properties`.
    pub(crate) fn entry(&self, keyword: &'a str, name: &str) -> Option<Self> {
        let object = self.get(keyword)?.as_object()?;
        let value = object.get(name)?;
        Some(self.at(value, self.place.child(keyword).child(name.to_owned())))
    }

    /// The names in `required`, sorted.
    pub(crate) fn required(&self) -> Vec<&'a str> {
        let names = self.get("required").and_then(Value::as_array);
        let mut names: Vec<_> = names
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        names.sort_unstable();
        names
    }

    fn at(&self, value: &'a Value, place: Place<'a>) -> Self {
        Self {
            value,
            place,
            site: self.site,
        }
    }
}

/// The value of a keyword that counts.
pub(crate) fn count(schema: &Keywords, keyword: &str) -> Option<usize> {
    let value = schema.get(keyword)?;
    // `3.0` is an integer as well (JSON Schema 2020-12, section 4.2.3).
    let count = value.as_u64().or_else(|| {
        let number = value.as_f64()?;
        (number >= 0.0 && number.fract() == 0.0 && number < 1e15).then_some(number as u64)
    })?;
    usize::try_from(count).ok()
}

/// The members of an object in the order of their names: the order in the text, or that of a
/// map, must not decide on what is drawn.
pub(crate) fn sorted(object: &Map<String, Value>) -> Vec<(&str, &Value)> {
    let mut members: Vec<_> = object
        .iter()
        .map(|(name, value)| (name.as_str(), value))
        .collect();
    members.sort_unstable_by_key(|(name, _)| *name);
    members
}
