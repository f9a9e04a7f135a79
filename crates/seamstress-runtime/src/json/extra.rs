//! Members of an object that no field of its type holds.

use std::collections::{BTreeMap, btree_map};
use std::fmt;

use serde_json::Value;

use super::Nullable;

/// What an object has beside its fields: members that this version of the crate
/// does not know, nulls of members that are left out when `None`, and values
/// that did not fit their field. All of it is written back.
///
/// As small as a pointer, and without an allocation while empty.
///
/// When an object is written, an entry under the name of a field that is `Some`
/// gives way to the field; under the name of a required field, the entry is
/// written in its place. [`remove`](Self::remove) such an entry after setting
/// the field.
#[derive(Clone, Default, PartialEq)]
#[expect(
    clippy::box_collection,
    reason = "one word instead of three in every object"
)]
pub struct Extra(Option<Box<BTreeMap<String, Value>>>);

impl Extra {
    /// True if every member of the object is in its field.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.as_ref().is_none_or(|members| members.is_empty())
    }

    /// How many members there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |members| members.len())
    }

    /// The member of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.as_ref()?.get(name)
    }

    /// The members, ordered by name.
    pub fn iter(&self) -> Iter<'_> {
        Iter(self.0.as_ref().map(|members| members.iter()))
    }

    /// Sets a member, and gives the one it replaces.
    pub fn insert(&mut self, name: impl Into<String>, value: Value) -> Option<Value> {
        self.0.get_or_insert_default().insert(name.into(), value)
    }

    /// What a field becomes that is set to a value or to null: the null of a member that is left
    /// out when `None` is kept here, and is then sent.
    #[must_use]
    pub fn set_nullable<T>(&mut self, name: &str, value: Nullable<T>) -> Option<T> {
        match value {
            Nullable::Null => {
                self.insert(name, Value::Null);
                None
            }
            Nullable::Value(value) => {
                self.remove(name);
                Some(value)
            }
        }
    }

    /// Takes a member out.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        self.0.as_mut()?.remove(name)
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

/// The members of an [`Extra`], ordered by name.
#[derive(Clone, Debug)]
pub struct Iter<'a>(Option<btree_map::Iter<'a, String, Value>>);

impl<'a> Iterator for Iter<'a> {
    type Item = (&'a str, &'a Value);

    fn next(&mut self) -> Option<Self::Item> {
        self.0
            .as_mut()?
            .next()
            .map(|(name, value)| (name.as_str(), value))
    }
}

impl<'a> IntoIterator for &'a Extra {
    type Item = (&'a str, &'a Value);
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}
