//! Where in a text each node of a tree stands.
//!
//! The tree itself carries no positions: most runs never need one. When the
//! first diagnostic asks, the text is gone through once more, and every node's
//! position is kept for those that follow.

use super::Pointer;
use crate::text::{Position, number};

/// Where a text starts, and so whatever is not found in it.
const START: Position = Position { line: 1, column: 1 };

/// The positions of the nodes of a text: one list, each node before those in it, because the
/// largest documents have millions.
#[derive(Debug, Default)]
pub(super) struct Positions {
    marks: Vec<Mark>,
    /// The names of all members, one after the other.
    names: String,
}

/// The position of one node.
#[derive(Clone, Copy, Debug)]
struct Mark {
    /// Where the key of a member starts; for any other node the same as `value`.
    key: Position,
    /// Where the value starts.
    value: Position,
    /// Where in the names that of a member starts, and that of the next; no element of a list has one.
    name: Option<(u32, u32)>,
    /// How many marks this node and those in it have.
    extent: u32,
}

/// How many bytes of a text a node takes at least, of nearly all documents. Room for more than there
/// are costs nothing until it is written to, where moving a list that grows takes twice its room.
const BYTES_PER_NODE: usize = 12;

impl Positions {
    /// Room for the nodes of a text of some bytes.
    pub(super) fn of_length(bytes: usize) -> Self {
        Self {
            marks: Vec::with_capacity(bytes / BYTES_PER_NODE),
            names: String::with_capacity(bytes / 2),
        }
    }

    /// Where the value at `pointer` starts, or of the nearest node around it that is there.
    pub(super) fn value(&self, pointer: &Pointer) -> Position {
        self.nearest(pointer).map_or(START, |mark| mark.value)
    }

    /// Where the key of the member at `pointer` starts, or the nearest node
    /// around it that is there.
    pub(super) fn key(&self, pointer: &Pointer) -> Position {
        self.nearest(pointer).map_or(START, |mark| mark.key)
    }

    /// Begins a node: where its value starts, and of a member its name and where its key starts.
    /// The nodes in it follow, and then [`Self::end`] with what this returns.
    pub(super) fn begin(&mut self, value: Position, member: Option<(Position, &str)>) -> usize {
        let name = member.map(|(_, name)| {
            let start = number(self.names.len());
            self.names.push_str(name);
            (start, number(self.names.len()))
        });
        self.marks.push(Mark {
            key: member.map_or(value, |(key, _)| key),
            value,
            name,
            extent: 1,
        });
        self.marks.len() - 1
    }

    /// Ends the node that began at `at`.
    pub(super) fn end(&mut self, at: usize) {
        let extent = number(self.marks.len() - at);
        if let Some(mark) = self.marks.get_mut(at) {
            mark.extent = extent;
        }
    }

    /// Whether the text has a node at `pointer`.
    pub(super) fn has(&self, pointer: &Pointer) -> bool {
        let mut segments = pointer.segments();
        let found = segments.try_fold(0, |at, segment| self.child(at, &segment));
        found.is_some()
    }

    fn nearest(&self, pointer: &Pointer) -> Option<Mark> {
        let mut at = 0;
        for segment in pointer.segments() {
            match self.child(at, &segment) {
                Some(child) => at = child,
                None => break,
            }
        }
        self.marks.get(at).copied()
    }

    /// Of several members of one name the last one counts, as in the tree.
    fn child(&self, parent: usize, segment: &str) -> Option<usize> {
        let index = segment.parse::<usize>();
        let end = parent + self.marks.get(parent)?.extent as usize;
        let (mut at, mut nth, mut found) = (parent + 1, 0, None);
        while at < end {
            let mark = self.marks.get(at)?;
            let is_it = match mark.name {
                Some((start, end)) => self.names.get(start as usize..end as usize) == Some(segment),
                None => index.as_ref() == Ok(&nth),
            };
            if is_it {
                found = Some(at);
            }
            nth += 1;
            at += mark.extent as usize;
        }
        found
    }
}
