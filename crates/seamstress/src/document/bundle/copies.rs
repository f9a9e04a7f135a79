//! What is copied into the document, and written over in it.
//!
//! It is noted first, and written when all files have been gone through: until then, every tree is
//! as it was read.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::address::Refusal;
use super::store::Loaded;
use super::target::{Bad, Target};
use super::{MAX_DEPTH, Moves, Pointer, merge};

/// The most nodes that may be copied to the places where they are referred to.
const MAX_NODES: usize = 4_000_000;

/// The most of them that may be copies of what was copied before: path items that refer to each
/// other could otherwise stand for more than any memory holds.
const MAX_REPEATED: usize = 100_000;

/// The deepest that a document may become by what is put into it.
const MAX_BUNDLED_DEPTH: usize = 2 * MAX_DEPTH;

/// All changes to the document, in their order.
#[derive(Default)]
pub(super) struct Copies {
    /// What is to be written where, or taken out.
    changes: Vec<(Pointer, Option<Value>)>,
    moves: Moves<(usize, Pointer)>,
    /// What was copied, and how many nodes that were: in all, and for a second time.
    known: HashSet<Target>,
    copied: usize,
    repeated: usize,
}

impl Copies {
    /// A copy of `target`, a node of the file `loaded`, is to stand at `to`.
    pub(super) fn put(
        &mut self,
        loaded: &Loaded,
        target: &Target,
        to: &Pointer,
    ) -> Result<(), Bad> {
        let node = target.1.get(&loaded.tree).unwrap_or(&Value::Null);
        let size = count(node);
        self.copied += size;
        if !self.known.insert(target.clone()) {
            self.repeated += size;
        }
        let is_too_much = self.copied > MAX_NODES || self.repeated > MAX_REPEATED;
        let depth = to.segments().count() + merge::depth(node);
        if is_too_much || depth > MAX_BUNDLED_DEPTH {
            return Err(Bad::Refused(Refusal::TooLarge));
        }
        self.moved(to, target.clone());
        self.set(to.clone(), node.clone());
        Ok(())
    }

    /// What stands at `to` came from there.
    pub(super) fn moved(&mut self, to: &Pointer, from: Target) {
        self.moves.insert(to.clone(), from);
    }

    /// The node at `to` is to be `value`.
    pub(super) fn set(&mut self, to: Pointer, value: Value) {
        self.changes.push((to, Some(value)));
    }

    /// There is to be nothing at `to`.
    pub(super) fn remove(&mut self, to: Pointer) {
        self.changes.push((to, None));
    }

    /// Changes the tree, and says where its nodes came from.
    pub(super) fn write(self, tree: &mut Value) -> Moves<(usize, Pointer)> {
        for (at, value) in self.changes {
            write(tree, &at, value);
        }
        self.moves
    }
}

fn count(node: &Value) -> usize {
    match node {
        Value::Object(members) => members.values().map(count).sum::<usize>() + 1,
        Value::Array(elements) => elements.iter().map(count).sum::<usize>() + 1,
        _ => 1,
    }
}

/// Writes a node into a tree, with the objects around it where they are missing; without a value,
/// takes a member out.
fn write(tree: &mut Value, at: &Pointer, value: Option<Value>) {
    let (Some(parent), Some(name)) = (at.parent(), at.last()) else {
        *tree = value.unwrap_or_default();
        return;
    };
    if value.is_some() && parent.get(tree).is_none() {
        write(tree, &parent, Some(json!({})));
    }
    match (tree.pointer_mut(parent.as_str()), value) {
        (Some(Value::Object(members)), Some(value)) => {
            members.insert(name.into_owned(), value);
        }
        (Some(Value::Object(members)), None) => drop(members.shift_remove(name.as_ref())),
        (Some(Value::Array(elements)), Some(value)) => {
            let index = name.parse::<usize>().ok();
            if let Some(element) = index.and_then(|index| elements.get_mut(index)) {
                *element = value;
            }
        }
        _ => {}
    }
}
