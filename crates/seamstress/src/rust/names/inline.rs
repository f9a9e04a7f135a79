//! Inline types are named after the places where they stand.

use super::naming::Naming;
use super::places::{Owner, Place};
use super::words::{common_words, joined};
use crate::api::{Api, TypeId};
use crate::rust::ident;

/// How many operations take a parameter for its own name alone to be the name of its type.
const MANY: usize = 4;

impl Naming<'_> {
    /// Names all types that have no name yet.
    pub(super) fn inline(&mut self) {
        for at in 0..self.api.types.len() {
            self.name(TypeId(at));
        }
    }

    /// The name of `id`, given now if it has none.
    fn name(&mut self, id: TypeId) -> String {
        if let Some(name) = &self.names[id.0] {
            return name.clone();
        }
        // Guards against a circle of inline types, which sharing cannot make.
        self.names[id.0] = Some(String::new());
        let mut places = self.places.remove(&id).unwrap_or_default();
        // What a component has is named after that, also where operations use it.
        let in_component = |place: &Place| match place.owner {
            Owner::Type(owner) => {
                let pointer = &self.api.type_def(owner).pointer;
                pointer.segments().next().as_deref() == Some("components")
            }
            Owner::Operation(..) => false,
        };
        if places.iter().any(in_component) {
            places.retain(in_component);
        }
        let mut candidates: Vec<Vec<String>> = Vec::new();
        let mut full: Vec<Vec<String>> = Vec::new();
        for place in &places {
            let owner = match &place.owner {
                Owner::Type(owner) => self.name(*owner),
                Owner::Operation(_, path) => path.clone(),
            };
            let words = joined(&ident::words(&owner), &place.words);
            full.push(
                ident::words(&owner)
                    .into_iter()
                    .chain(place.words.clone())
                    .collect(),
            );
            if !candidates.contains(&words) {
                candidates.push(words);
            }
        }
        let is_parameter = places
            .iter()
            .all(|place| matches!(place.owner, Owner::Operation(..)));
        let name = self.choose(candidates, full, is_parameter, id);
        self.give(id, name.clone());
        name
    }

    /// A free name: the words that all `candidates` share, one of them, or one of the `full`
    /// names, which say everything.
    fn choose(
        &self,
        mut candidates: Vec<Vec<String>>,
        full: Vec<Vec<String>>,
        is_parameter: bool,
        id: TypeId,
    ) -> String {
        let common = candidates.split_first().map(|(first, others)| {
            others
                .iter()
                .fold(first.clone(), |common, other| common_words(&common, other))
        });
        let common = common.filter(|words| match words.len() {
            0 => false,
            1 => is_parameter && candidates.len() >= MANY,
            _ => candidates.len() > 1,
        });
        candidates.sort_by_key(|words| words.iter().map(String::len).sum::<usize>());
        let fallback = candidates
            .first()
            .map_or_else(|| pointer_name(self.api, id), |words| words.concat());
        let names = common
            .into_iter()
            .chain(candidates)
            .chain(full)
            .map(|words| words.concat());
        let names: Vec<String> = names.map(|name| ident::type_name(&name)).collect();
        self.free(names, &fallback)
    }
}

/// The name of a type that stands nowhere: after its pointer.
fn pointer_name(api: &Api, id: TypeId) -> String {
    let last = api
        .type_def(id)
        .pointer
        .last()
        .map(|last| ident::pascal(&last));
    last.unwrap_or_else(|| "Anonymous".to_owned())
}
