//! Parts: names of fields, variants, methods and other parts of types that a lock file holds.
//!
//! Most need none, as a name that is spelled as the text is *evident*: it is given before others
//! that are spelled alike, whatever comes. What is spelled otherwise (`petName`) is held once for
//! all types, as long as nothing else in the API has that spelling; where something has, each type
//! says which of its parts is which, and so it does of what stands beside something alike.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::lock::{Lock, scope_of};

/// The type that stands for all.
const ANY: &str = "*";

/// A part, and the name that it was given.
pub(super) struct Part {
    /// The name of the type that it is a part of.
    pub(super) scope: String,
    /// What it is in that, as the lock file says it, the sign of its sort in front: `.petName`.
    pub(super) key: String,
    /// What it is called.
    pub(super) name: String,
    /// What it would be called if nothing stood beside it.
    pub(super) alone: String,
    /// Whether that is so plainly its name that it has it before all that is spelled alike.
    pub(super) is_evident: bool,
    /// Whether what has this key in another type has the same name when alone.
    pub(super) is_general: bool,
    /// Whether its name is or was that of something else otherwise.
    pub(super) is_contested: bool,
}

impl Part {
    /// The sign of its sort: parts of different sorts do not stand side by side.
    fn sort(&self) -> Option<char> {
        self.key.chars().next()
    }
}

/// The names of parts that are locked.
pub(super) struct Parts<'a> {
    lock: &'a Lock,
    /// Whether a lock is made of this run.
    is_remembering: bool,
    reserved: HashMap<&'a str, HashSet<&'a str>>,
}

impl<'a> Parts<'a> {
    pub(super) fn new(lock: &'a Lock, is_remembering: bool) -> Self {
        let mut reserved: HashMap<&str, HashSet<&str>> = HashMap::new();
        for (part, name) in lock.retired.parts.iter().chain(&lock.live.parts) {
            reserved.entry(scope_of(part)).or_default().insert(name);
        }
        Self {
            lock,
            is_remembering,
            reserved,
        }
    }

    /// All of `parts`, or none, and nothing is done for them, where no lock is made.
    pub(super) fn to_remember(&self, parts: impl Iterator<Item = Part>) -> Vec<Part> {
        match self.is_remembering {
            true => parts.collect(),
            false => Vec::new(),
        }
    }

    /// The name of what has the key `key` in the type `scope`.
    pub(super) fn in_scope(&self, scope: &str, key: &str, is_general: bool) -> Option<&'a str> {
        if self.reserved.is_empty() {
            return None;
        }
        let general = || self.of(&format!("{ANY}{key}"));
        self.of(&format!("{scope}{key}"))
            .or_else(|| general().filter(|_| is_general))
    }

    /// The name of a part.
    pub(super) fn of(&self, part: &str) -> Option<&'a str> {
        let (live, retired) = (&self.lock.live.parts, &self.lock.retired.parts);
        let name = live.get(part).or_else(|| retired.get(part));
        name.map(String::as_str)
    }

    /// The names that parts of the type `scope` have or had, by the sign of their sort.
    pub(super) fn reserved(&self, scope: &str, sort: char) -> Reserved<'_> {
        let is_any = !self.reserved.is_empty();
        let names = is_any.then(|| self.reserved.get(format!("{scope}{sort}").as_str()));
        Reserved(names.flatten())
    }
}

/// Names that something has or had.
#[derive(Clone, Copy)]
pub(super) struct Reserved<'a>(Option<&'a HashSet<&'a str>>);

impl Reserved<'_> {
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.into_iter().flatten().copied()
    }

    pub(super) fn has(self, name: &str) -> bool {
        self.0.is_some_and(|names| names.contains(name))
    }
}

/// Those of the `parts` that have to be remembered.
pub(super) fn remembered(parts: &[Part]) -> BTreeMap<String, String> {
    let mut alike: HashMap<_, BTreeSet<&str>> = HashMap::new();
    let mut beside: HashMap<_, usize> = HashMap::new();
    for part in parts {
        let spelled = (part.sort(), part.alone.as_str());
        alike.entry(spelled).or_default().insert(&part.key);
        *beside.entry((part.scope.as_str(), spelled)).or_default() += 1;
    }
    let mut remembered = BTreeMap::new();
    for part in parts {
        let spelled = (part.sort(), part.alone.as_str());
        let is_single = beside.get(&(part.scope.as_str(), spelled)) == Some(&1);
        let is_only = alike.get(&spelled).is_some_and(|keys| keys.len() == 1);
        let is_plain = is_single && part.name == part.alone && !part.is_contested;
        if is_plain && part.is_evident {
            continue;
        }
        let scope = match is_plain && is_only && part.is_general {
            true => ANY,
            false => part.scope.as_str(),
        };
        remembered.insert(format!("{scope}{}", part.key), part.name.clone());
    }
    remembered
}
