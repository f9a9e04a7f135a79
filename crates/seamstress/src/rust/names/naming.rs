//! Naming: what has a name of its own gets it first, and no name is given twice.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::pins::Pins;
use super::places::{Place, places};
use super::things;
use crate::api::{Api, TypeId, TypeKind};
use crate::document::Pointer;
use crate::rust::ident;

/// Names while they are given.
pub(super) struct Naming<'a> {
    pub(super) api: &'a Api,
    pub(super) pins: &'a Pins,
    /// What things that are no types of the document took, by thing.
    pub(super) claimed: HashMap<String, String>,
    pub(super) places: BTreeMap<TypeId, Vec<Place>>,
    pub(super) names: Vec<Option<String>>,
    pub(super) taken: BTreeSet<String>,
    /// The enums of the cases of objects.
    pub(super) kinds: BTreeMap<TypeId, String>,
}

impl<'a> Naming<'a> {
    /// Nothing has a name yet.
    pub(super) fn new(api: &'a Api, pins: &'a Pins) -> Self {
        Self {
            api,
            pins,
            claimed: HashMap::new(),
            places: places(api),
            names: vec![None; api.types.len()],
            taken: BTreeSet::new(),
            kinds: BTreeMap::new(),
        }
    }

    /// Names what the configuration renames.
    pub(super) fn renamed(&mut self, renames: &dyn Fn(&Pointer) -> Option<String>) {
        for (at, definition) in self.api.types.iter().enumerate() {
            if let Some(name) = renames(&definition.pointer) {
                let name = self.own(&name, [format!("{name}Schema")]);
                self.give(TypeId(at), name);
            }
        }
    }

    /// Names components after themselves.
    pub(super) fn components(&mut self) {
        for (at, definition) in self.api.types.iter().enumerate() {
            if let (None, Some(own)) = (&self.names[at], &definition.name) {
                let name = ident::type_name(&ident::pascal(own));
                let name = self.own(&name, [format!("{name}Schema")]);
                self.give(TypeId(at), name);
            }
        }
    }

    /// Names inline types after what the document calls them, where it calls no other type so.
    pub(super) fn titles(&mut self) {
        let mut titled: BTreeMap<String, Vec<TypeId>> = BTreeMap::new();
        for (at, definition) in self.api.types.iter().enumerate() {
            if let (None, Some(title)) = (&definition.name, &definition.title) {
                let name = ident::type_name(&ident::pascal(title));
                titled.entry(name).or_default().push(TypeId(at));
            }
        }
        for (name, ids) in titled {
            if let [id] = ids.as_slice()
                && self.names[id.0].is_none()
                && self.is_free(&name)
            {
                self.give(*id, name);
            }
        }
    }

    /// Gives a type its name, and one after that to the enum of its cases.
    pub(super) fn give(&mut self, id: TypeId, name: String) {
        if let TypeKind::Object(object) = &self.api.type_def(id).kind
            && let Some(cases) = &object.cases
        {
            let suffix = things::suffix(cases);
            let pinned = self.pins.of(&things::cases(&name, suffix));
            let pinned = pinned.filter(|pinned| !self.taken.contains(*pinned));
            let kind = match pinned {
                Some(pinned) => pinned.to_owned(),
                None => self.free([format!("{name}{suffix}")], &format!("{name}{suffix}")),
            };
            self.taken.insert(kind.clone());
            self.kinds.insert(id, kind);
        }
        self.taken.insert(name.clone());
        self.names[id.0] = Some(name);
    }

    /// The first of `names` that nothing has yet; else `fallback` with words that say no more
    /// than that it is something else.
    pub(super) fn free(&self, names: impl IntoIterator<Item = String>, fallback: &str) -> String {
        let usable = |name: &String| !name.is_empty() && self.is_free(name);
        if let Some(name) = names.into_iter().find(usable) {
            return name;
        }
        let mut name = ident::type_name(fallback);
        for word in ["Details", "Content", "Body", "Data"].iter().cycle() {
            name.push_str(word);
            if self.is_free(&name) {
                break;
            }
        }
        name
    }

    /// The name that a thing has of itself, even if something else had it once; where something
    /// has it now, one of the `others`.
    pub(super) fn own(&self, name: &str, others: impl IntoIterator<Item = String>) -> String {
        match name.is_empty() || self.taken.contains(name) {
            true => self.free(others, name),
            false => name.to_owned(),
        }
    }

    /// Whether nothing has a name, and nothing had it.
    pub(super) fn is_free(&self, name: &str) -> bool {
        !self.taken.contains(name) && !self.pins.is_reserved(name)
    }
}
