//! Pins: names that a lock file holds for the things that had them.

use std::collections::{HashMap, HashSet};

use super::things;
use super::ways::name_of_way;
use crate::lock::Lock;

/// The names of types that are locked.
pub(in crate::rust) struct Pins {
    names: HashMap<String, String>,
    reserved: HashSet<String>,
}

impl Pins {
    pub(in crate::rust) fn new(lock: &Lock) -> Self {
        let mut names = HashMap::new();
        for (name, things) in lock.types() {
            for thing in things {
                names.insert(thing.clone(), name.to_owned());
            }
        }
        let mut reserved: HashSet<String> =
            lock.type_names().into_iter().map(String::from).collect();
        // What is named after its way only is not listed.
        for way in lock.all_ways() {
            for end in 1..=way.len() {
                let what = if end == way.len() {
                    "request"
                } else {
                    "resource"
                };
                let (thing, name) = (things::at(what, &way[..end]), name_of_way(&way[..end]));
                if !names.contains_key(&thing) && reserved.insert(name.clone()) {
                    names.insert(thing, name);
                }
            }
        }
        Self { names, reserved }
    }

    /// The name that a thing has or had.
    pub(in crate::rust) fn of(&self, thing: &str) -> Option<&str> {
        self.names.get(thing).map(String::as_str)
    }

    /// Whether something has or had a name.
    pub(in crate::rust) fn is_reserved(&self, name: &str) -> bool {
        self.reserved.contains(name)
    }

    /// Whether nothing is locked.
    pub(in crate::rust) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}
