//! Building the tree of a document, from JSON and from YAML alike.
//!
//! `serde_json::Value` could read itself; this does it in its place to notice
//! what that would pass over: members of one name, and where in the tree the
//! reading stopped when the text turned out to be broken.

use std::cell::RefCell;
use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::map::Entry;
use serde_json::{Map, Number, Value};

use super::Pointer;

/// What was noticed while a tree was read.
#[derive(Debug, Default)]
pub(super) struct Noticed {
    /// Paths of members that occur twice, innermost name first.
    duplicates: RefCell<Vec<Vec<String>>>,
    /// The path of the node that could not be read, innermost name first.
    broken: RefCell<Vec<String>>,
}

impl Noticed {
    /// The members that occur twice in one object.
    pub(super) fn duplicates(&self) -> Vec<Pointer> {
        self.duplicates
            .borrow()
            .iter()
            .map(|path| pointer(path))
            .collect()
    }

    /// The innermost node that was being read when reading failed.
    pub(super) fn broken(&self) -> Pointer {
        pointer(&self.broken.borrow())
    }
}

fn pointer(path: &[String]) -> Pointer {
    path.iter()
        .rev()
        .fold(Pointer::root(), |pointer, name| pointer.child(name))
}

/// Reads a node, and everything below it, into a [`Value`].
#[derive(Clone, Copy)]
pub(super) struct Tree<'a>(pub(super) &'a Noticed);

impl Tree<'_> {
    /// Reads a child, and completes the paths of what was noticed in it.
    fn child<T, E>(
        self,
        name: impl Fn() -> String,
        read: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E> {
        let before = self.0.duplicates.borrow().len();
        let result = read();
        for path in self.0.duplicates.borrow_mut().iter_mut().skip(before) {
            path.push(name());
        }
        if result.is_err() {
            self.0.broken.borrow_mut().push(name());
        }
        result
    }
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<Value, D::Error> {
        input.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object, a list, a text, a number, true, false or null")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        let number = Number::from_f64(value).map(Value::Number);
        number.ok_or_else(|| E::custom(format!("`{value}` is no number of JSON")))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut input: A) -> Result<Value, A::Error> {
        let mut elements = Vec::new();
        loop {
            let name = || elements.len().to_string();
            match self.child(name, || input.next_element_seed(self))? {
                Some(element) => elements.push(element),
                None => break,
            }
        }
        elements.shrink_to_fit();
        Ok(Value::Array(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut input: A) -> Result<Value, A::Error> {
        let mut read = Vec::new();
        while let Some(name) = input.next_key::<String>()? {
            let value = self.child(|| name.clone(), || input.next_value_seed(self))?;
            read.push((name, value));
        }
        // Not inserted one by one: maps grow by doubling, and half of a large document would be
        // room for members that never come.
        let mut members = Map::with_capacity(read.len());
        for (name, value) in read {
            match members.entry(name) {
                Entry::Vacant(free) => {
                    free.insert(value);
                }
                Entry::Occupied(mut taken) => {
                    let path = vec![taken.key().clone()];
                    self.0.duplicates.borrow_mut().push(path);
                    taken.insert(value);
                }
            }
        }
        Ok(Value::Object(members))
    }
}
