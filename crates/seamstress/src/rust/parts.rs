//! Parts: names of fields and methods that a lock file holds.
//!
//! Most need none, as a name that is spelled as the text is needs no memory. What is spelled
//! otherwise (`petName`) is held once for all objects, as long as nothing else has that spelling;
//! where something has, each object says which of its members is which.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::lock::Lock;

/// The object that stands for all.
const ANY: &str = "*";

/// A part, and the name that it was given.
pub(super) struct Part {
    /// The name of the type that it is a part of.
    pub(super) scope: String,
    /// What the API calls it.
    pub(super) text: String,
    /// What it is called.
    pub(super) name: String,
    /// What it would be called if nothing stood beside it.
    pub(super) alone: String,
    /// Whether its name is that of something else otherwise.
    pub(super) is_contested: bool,
}

/// The names of parts that are locked.
pub(super) struct Parts<'a> {
    lock: &'a Lock,
    reserved: HashMap<&'a str, HashSet<&'a str>>,
}

impl<'a> Parts<'a> {
    pub(super) fn new(lock: &'a Lock) -> Self {
        let mut reserved: HashMap<&str, HashSet<&str>> = HashMap::new();
        for (part, name) in lock.retired.parts.iter().chain(&lock.live.parts) {
            if let Some((scope, _)) = part.split_once('.') {
                reserved.entry(scope).or_default().insert(name);
            }
        }
        Self { lock, reserved }
    }

    /// The name of what is called `text` in the type `scope`.
    pub(super) fn in_scope(&self, scope: &str, text: &str) -> Option<&'a str> {
        if self.reserved.is_empty() {
            return None;
        }
        self.of(&key(scope, text))
            .or_else(|| self.of(&key(ANY, text)))
    }

    /// The name of a part.
    pub(super) fn of(&self, part: &str) -> Option<&'a str> {
        let (live, retired) = (&self.lock.live.parts, &self.lock.retired.parts);
        let name = live.get(part).or_else(|| retired.get(part));
        name.map(String::as_str)
    }

    /// Whether a part of `scope` has or had a name.
    pub(super) fn is_reserved(&self, scope: &str, name: &str) -> bool {
        let names = self.reserved.get(scope);
        names.is_some_and(|names| names.contains(name))
    }
}

/// Those of the `parts` that have to be remembered.
pub(super) fn remembered(parts: &[Part]) -> BTreeMap<String, String> {
    let mut spelled: HashMap<&str, BTreeSet<&str>> = HashMap::new();
    for part in parts {
        spelled.entry(&part.alone).or_default().insert(&part.text);
    }
    let mut remembered = BTreeMap::new();
    for part in parts {
        let is_only = spelled
            .get(part.alone.as_str())
            .is_some_and(|texts| texts.len() == 1);
        let is_plain = is_only && part.name == part.alone && !part.is_contested;
        let key = match (is_plain, part.name == part.text) {
            (true, true) => continue,
            (true, false) => key(ANY, &part.text),
            (false, _) => key(&part.scope, &part.text),
        };
        remembered.insert(key, part.name.clone());
    }
    remembered
}

fn key(scope: &str, text: &str) -> String {
    format!("{scope}.{text}")
}
