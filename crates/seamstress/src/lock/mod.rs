//! The lock file, `seamstress.lock`: the names that a crate has, so that they stay what they are.
//!
//! Names are made of what the document says, and of what else has a name already. So a new schema
//! could take the name of an older one. The lock is the memory of the generator: it says which
//! thing of the document has which name, and what is there keeps its own. Each run reads it, and
//! writes it again with what is new.
//!
//! Things are known by what does not change when something is added beside them: a component by
//! its name, an operation by method and path, an inline type by the places where it stands, which
//! are members of types that have names themselves. Indexes of the document (`oneOf/7`) are no
//! part of that.
//!
//! *Invariant:* the same document and the same lock give the same names, and the lock that comes
//! of it changes nothing the next time.

mod read;
mod ways;
mod write;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::api::Operation;
pub(crate) use ways::key_of;

/// The names that a crate has, and those that it had.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    /// What is there.
    pub(crate) live: Names,
    /// What was there. Its names are given to nothing else, and to itself when it comes back.
    pub(crate) retired: Names,
}

/// Names, and what has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Names {
    /// The ways to operations, by method and path: `GET /pets` → `pets`, `list`.
    pub(crate) operations: BTreeMap<String, Vec<String>>,
    /// The names of types, and the things that have them: `Pet` → `schema pet`.
    pub(crate) types: BTreeMap<String, Vec<String>>,
    /// The names of parts, by what they are parts of: `Pet.petName` → `pet_name`.
    pub(crate) parts: BTreeMap<String, String>,
}

impl Lock {
    /// Whether it has no name at all, as before the first run.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a type had this name in the last run.
    pub(crate) fn has_type(&self, name: &str) -> bool {
        self.live.types.contains_key(name)
    }

    /// Whether an operation was where it is in the last run.
    pub(crate) fn has_operation(&self, operation: &Operation) -> bool {
        let key = key_of(operation.method.name(), &operation.path);
        let way = self.live.operations.get(&key);
        way.is_some_and(|way| *way == operation.full_path())
    }

    /// What the body of an operation held in the last run, by its key, where that was no JSON.
    pub(crate) fn body(&self, key: &str) -> Option<Held> {
        let known = self.live.parts.get(&body_part(key))?;
        [Held::Parts, Held::Content]
            .into_iter()
            .find(|held| held.word() == known)
    }

    /// The names of types that something has or had.
    pub(crate) fn type_names(&self) -> BTreeSet<&str> {
        let all = self.live.types.keys().chain(self.retired.types.keys());
        all.map(String::as_str).collect()
    }

    /// All names of types with what has them; those that are in use come last, and so overrule.
    pub(crate) fn types(&self) -> impl Iterator<Item = (&str, &[String])> {
        let all = self.retired.types.iter().chain(&self.live.types);
        all.map(|(name, things)| (name.as_str(), things.as_slice()))
    }

    /// The lock after a run that gave the names `now`: what is no longer there is retired.
    pub(crate) fn after(&self, now: Names) -> Self {
        let mut retired = Names::default();
        // A name that is something's own again is no longer that of what had it.
        let parts = now.parts.iter();
        let parts: HashSet<(&str, &String)> =
            parts.map(|(part, name)| (scope_of(part), name)).collect();
        for before in [&self.retired, &self.live] {
            for (name, things) in &before.types {
                if !now.types.contains_key(name) {
                    retired.types.insert(name.clone(), things.clone());
                }
            }
            let ways: BTreeSet<&Vec<String>> = now.operations.values().collect();
            for (key, way) in &before.operations {
                if !now.operations.contains_key(key) && !ways.contains(way) {
                    retired.operations.insert(key.clone(), way.clone());
                }
            }
            for (part, name) in &before.parts {
                // What every part of one spelling has is no name of one.
                let is_one = !part.starts_with('*') && !parts.contains(&(scope_of(part), name));
                if !now.parts.contains_key(part) && is_one {
                    retired.parts.insert(part.clone(), name.clone());
                }
            }
        }
        Self { live: now, retired }
    }
}

/// What a body is that is neither JSON nor a form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Held {
    /// Parts (`multipart/form-data`).
    Parts,
    /// Content as it is.
    Content,
}

impl Held {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Parts => "multipart",
            Self::Content => "content",
        }
    }
}

/// The body of an operation, among parts.
pub(crate) fn body_part(key: &str) -> String {
    format!("body({key})")
}

/// What a part is a part of, with the sign of its sort: `Pet.` of `Pet.petName`.
pub(crate) fn scope_of(part: &str) -> &str {
    let end = part.find(['.', ':', '|', '(', '[', '@']);
    end.and_then(|end| part.get(..=end)).unwrap_or(part)
}
