//! Claims: before anything is named anew, what has a name in the lock file takes it.
//!
//! Inline types are found by the places where they stand, owners first. Where one type became two,
//! the one that stands in more of the locked places keeps the name; where two became one, it has
//! the name of which more places are its own. So what is named by these rules is the same in
//! whatever order the document is.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::naming::Naming;
use super::places::{Owner, Place};
use super::things;
use crate::api::{Operation, Resource, TypeId};
use crate::rust::failures::Alike;

impl Naming<'_> {
    /// Gives locked names to what had them.
    pub(super) fn claim(&mut self, failures: &[Alike]) {
        if self.pins.is_empty() {
            return;
        }
        for at in 0..self.api.types.len() {
            let Some(own) = self.api.types[at].name.clone() else {
                continue;
            };
            let pinned = self.pins.of(&things::schema(&own)).map(str::to_owned);
            if let Some(name) = pinned.filter(|_| self.names[at].is_none())
                && !self.taken.contains(&name)
            {
                self.give(TypeId(at), name);
            }
        }
        for id in &self.api.ids {
            self.claim_thing(things::id(id));
        }
        self.claim_resources(&self.api.resources);
        for operation in &self.api.operations {
            let path = operation.full_path();
            for what in ["request", "answer", "selector"] {
                self.claim_thing(things::at(what, &path));
            }
        }
        self.claim_inline();
        for alike in failures {
            self.claim_failures(alike);
        }
    }

    fn claim_resources(&mut self, resources: &[Resource]) {
        for resource in resources {
            self.claim_thing(things::at("resource", &resource.path));
            self.claim_resources(&resource.children);
        }
    }

    fn claim_thing(&mut self, thing: String) {
        if let Some(name) = self.pins.of(&thing)
            && self.taken.insert(name.to_owned())
        {
            self.claimed.insert(thing, name.to_owned());
        }
    }

    /// The first of those that fail alike stands for all.
    fn claim_failures(&mut self, alike: &Alike) {
        let operations = alike.operations.iter().map(|id| self.api.operation(*id));
        let things: Vec<String> = operations
            .map(|operation| things::at("failure", &operation.full_path()))
            .collect();
        let votes = self.votes(things.iter().map(String::as_str));
        let best = votes
            .into_iter()
            .filter(|(name, _)| !self.taken.contains(name))
            .min_by_key(|(name, votes)| (Reverse(*votes), name.clone()));
        if let (Some((name, _)), Some(first)) = (best, things.into_iter().next()) {
            self.taken.insert(name.clone());
            self.claimed.insert(first, name);
        }
    }

    /// The locked names of some things, and how many of them have each.
    fn votes<'t>(&self, things: impl Iterator<Item = &'t str>) -> BTreeMap<String, usize> {
        let mut votes = BTreeMap::new();
        for name in things.filter_map(|thing| self.pins.of(thing)) {
            *votes.entry(name.to_owned()).or_default() += 1;
        }
        votes
    }

    fn claim_inline(&mut self) {
        for level in self.levels() {
            let mut wishes: Vec<(Reverse<usize>, String, Vec<String>, TypeId)> = Vec::new();
            for id in level {
                if self.names[id.0].is_some() {
                    continue;
                }
                let places = self.places_of(id);
                for (name, votes) in self.votes(places.iter().map(String::as_str)) {
                    wishes.push((Reverse(votes), name, places.clone(), id));
                }
            }
            wishes.sort();
            for (_, name, _, id) in wishes {
                if self.names[id.0].is_none() && !self.taken.contains(&name) {
                    self.give(id, name);
                }
            }
        }
    }

    /// The places of an inline type whose owners have names, as the lock file has them, sorted.
    fn places_of(&self, id: TypeId) -> Vec<String> {
        let places = self.places.get(&id).map(Vec::as_slice).unwrap_or_default();
        let text = |place: &Place| {
            let owner = match &place.owner {
                Owner::Type(owner) => self.names[owner.0].as_ref()?,
                Owner::Operation(at, _) => self.request_of(&self.api.operations[*at])?,
            };
            Some(format!("{owner}{}", place.part))
        };
        let mut places: Vec<String> = places.iter().filter_map(text).collect();
        places.sort();
        places
    }

    fn request_of(&self, operation: &Operation) -> Option<&String> {
        let thing = things::at("request", &operation.full_path());
        self.claimed.get(&thing)
    }

    /// Inline types, those that stand in named things first, then those inside of them.
    fn levels(&self) -> Vec<Vec<TypeId>> {
        let mut known = HashMap::new();
        let mut levels: BTreeMap<usize, Vec<TypeId>> = BTreeMap::new();
        for id in self.places.keys() {
            let level = self.level(*id, &mut known);
            levels.entry(level).or_default().push(*id);
        }
        levels.into_values().collect()
    }

    fn level(&self, id: TypeId, known: &mut HashMap<TypeId, usize>) -> usize {
        if let Some(level) = known.get(&id) {
            return *level;
        }
        // Guards against a circle.
        known.insert(id, 0);
        let places = self.places.get(&id).map(Vec::as_slice).unwrap_or_default();
        let mut level = 0;
        for place in places {
            if let Owner::Type(owner) = place.owner
                && self.api.type_def(owner).name.is_none()
            {
                level = level.max(1 + self.level(owner, known));
            }
        }
        known.insert(id, level);
        level
    }
}
