//! Writing into the tree, by the merge rules of overlays.

use serde_json::{Map, Value};

use super::history::{Change, History};
use super::{MAX_DEPTH, Pointer};

/// Where what is written comes from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Origin {
    /// From the overlay of this index.
    Overlay(usize),
    /// From another place of the tree.
    Tree,
}

/// Two nodes that cannot be merged.
#[derive(Debug)]
pub(super) struct Conflict {
    /// The node of the document.
    pub(super) at: Pointer,
    /// The node that was to be merged into it.
    pub(super) from: Pointer,
    /// Why not.
    pub(super) reason: String,
}

/// One merge: a cursor in the document, one in what is merged, and the notes.
pub(super) struct Merge<'a> {
    pub(super) history: &'a mut History,
    pub(super) origin: Origin,
    pub(super) at: Pointer,
    pub(super) from: Pointer,
}

impl Merge<'_> {
    /// Merges `update` into `target`, as the Overlay Specification has it (1.1.0,
    /// Action Object): objects merge member by member, lists are concatenated,
    /// a primitive value replaces a primitive value, and nothing else fits.
    pub(super) fn merge(&mut self, target: &mut Value, update: &Value) -> Result<(), Conflict> {
        match (target, update) {
            (Value::Object(members), Value::Object(update)) => self.members(members, update),
            (Value::Array(elements), Value::Array(update)) => self.concatenate(elements, update),
            (target, update) if is_primitive(target) && is_primitive(update) => {
                *target = update.clone();
                self.written();
                Ok(())
            }
            (target, update) => {
                let (is, to) = (kind(target), kind(update));
                Err(self.conflict(format!("{to} cannot be merged into {is}")))
            }
        }
    }

    /// Appends one element to a list.
    pub(super) fn append(
        &mut self,
        elements: &mut Vec<Value>,
        element: &Value,
    ) -> Result<(), Conflict> {
        self.at.push(&elements.len().to_string());
        self.insert(element, |element| elements.push(element))?;
        self.at.pop();
        Ok(())
    }

    fn concatenate(&mut self, elements: &mut Vec<Value>, update: &[Value]) -> Result<(), Conflict> {
        for (index, element) in update.iter().enumerate() {
            self.from.push(&index.to_string());
            self.append(elements, element)?;
            self.from.pop();
        }
        Ok(())
    }

    fn members(
        &mut self,
        members: &mut Map<String, Value>,
        update: &Map<String, Value>,
    ) -> Result<(), Conflict> {
        for (name, value) in update {
            self.at.push(name);
            self.from.push(name);
            match members.get_mut(name) {
                Some(member) => self.merge(member, value)?,
                None => self.insert(value, |value| drop(members.insert(name.clone(), value)))?,
            }
            self.at.pop();
            self.from.pop();
        }
        Ok(())
    }

    /// Puts a copy of `value` where the cursor is.
    fn insert(&mut self, value: &Value, put: impl FnOnce(Value)) -> Result<(), Conflict> {
        // Each action could otherwise copy the tree into itself, and so double its depth.
        if self.at.segments().count() + depth(value) > MAX_DEPTH {
            return Err(self.conflict(format!(
                "the document would nest deeper than {MAX_DEPTH} levels"
            )));
        }
        put(value.clone());
        self.written();
        Ok(())
    }

    fn written(&mut self) {
        let (at, from) = (self.at.clone(), self.from.clone());
        self.history.push(match self.origin {
            Origin::Overlay(overlay) => Change::Written { at, overlay, from },
            Origin::Tree => Change::Copied { at, from },
        });
    }

    fn conflict(&self, reason: String) -> Conflict {
        Conflict {
            at: self.at.clone(),
            from: self.from.clone(),
            reason,
        }
    }
}

/// Whether a node is neither an object nor a list.
pub(super) fn is_primitive(node: &Value) -> bool {
    !node.is_object() && !node.is_array()
}

/// What a node is, for messages.
pub(super) fn kind(node: &Value) -> &'static str {
    match node {
        Value::Object(_) => "an object",
        Value::Array(_) => "a list",
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
    }
}

/// How many levels a node has.
pub(super) fn depth(value: &Value) -> usize {
    let below = match value {
        Value::Object(members) => members.values().map(depth).max(),
        Value::Array(elements) => elements.iter().map(depth).max(),
        _ => return 0,
    };
    below.unwrap_or(0) + 1
}
