//! What inline schemas came to, so that each is made once for a place.
//!
//! A union of a component and an inline object is made of the members of both, and these may be
//! such unions again. Without a memory, every way through such a document would be followed: more
//! ways than anyone can count.

use std::collections::HashMap;

use super::node::Node;
use super::schema::{Lowered, Place};
use crate::document::Pointer;

/// The memory.
#[derive(Default)]
pub(super) struct Known {
    made: HashMap<Key, Lowered>,
    /// What was made while a schema around it was: where that is a part of it again, it was cut
    /// off there, which it need not be elsewhere.
    cut_off: HashMap<Key, Lowered>,
    cuts: usize,
}

/// A schema, and the place that it is made for: names depend on that.
#[derive(PartialEq, Eq, Hash)]
struct Key {
    pointer: Pointer,
    owner: String,
    member: String,
}

impl Known {
    /// What the schema at `node` came to before.
    pub(super) fn get(&self, place: Place<'_>, node: &Node<'_>) -> Option<Lowered> {
        let key = key(place, node)?;
        self.made
            .get(&key)
            .or_else(|| self.cut_off.get(&key))
            .cloned()
    }

    /// Notes that a schema was cut off, because it is a part of itself.
    pub(super) fn cut(&mut self) {
        self.cuts += 1;
    }

    /// How often that happened.
    pub(super) fn cuts(&self) -> usize {
        self.cuts
    }

    /// Keeps what `node` came to. `cuts` is how many there were before it was made, and
    /// `is_outermost` whether no schema is being made around it any more.
    pub(super) fn keep(
        &mut self,
        place: Place<'_>,
        node: &Node<'_>,
        lowered: &Lowered,
        cuts: usize,
        is_outermost: bool,
    ) {
        if is_outermost {
            self.cut_off.clear();
        }
        let Some(key) = key(place, node) else { return };
        if cuts == self.cuts {
            self.made.insert(key, lowered.clone());
        } else if !is_outermost {
            self.cut_off.insert(key, lowered.clone());
        }
    }
}

/// The key of a schema that is worth it: one with schemas inside.
fn key(place: Place<'_>, node: &Node<'_>) -> Option<Key> {
    let is_composed = ["properties", "allOf", "oneOf", "anyOf"]
        .iter()
        .any(|keyword| node.has(keyword));
    is_composed.then(|| Key {
        pointer: node.pointer.clone(),
        owner: place.owner.to_owned(),
        member: place.member.to_owned(),
    })
}
