//! Where in a text each node of a tree stands.
//!
//! The tree itself carries no positions: most runs never need one. When the
//! first diagnostic asks, the text is gone through once more, and every node's
//! position is kept for those that follow.

use super::Pointer;
use crate::text::Position;

/// The positions of a text, arranged like its tree.
#[derive(Debug)]
pub(super) struct Positions {
    root: Mark,
}

/// The position of one node.
#[derive(Debug, Default)]
pub(super) struct Mark {
    /// Where the key of a member starts; for any other node the same as `value`.
    pub(super) key: Position,
    /// Where the value starts.
    pub(super) value: Position,
    pub(super) children: Children,
}

#[derive(Debug, Default)]
pub(super) enum Children {
    #[default]
    None,
    Elements(Vec<Mark>),
    Members(Vec<(String, Mark)>),
}

impl Positions {
    pub(super) fn new(root: Mark) -> Self {
        Self { root }
    }

    /// Where the value at `pointer` starts, or of the nearest node around it that is there.
    pub(super) fn value(&self, pointer: &Pointer) -> Position {
        self.nearest(pointer).value
    }

    /// Where the key of the member at `pointer` starts, or of the nearest node
    /// around it that is there.
    pub(super) fn key(&self, pointer: &Pointer) -> Position {
        self.nearest(pointer).key
    }

    /// Whether the text has a node at `pointer`.
    pub(super) fn has(&self, pointer: &Pointer) -> bool {
        let mut segments = pointer.segments();
        segments
            .try_fold(&self.root, |mark, segment| mark.child(&segment))
            .is_some()
    }

    fn nearest(&self, pointer: &Pointer) -> &Mark {
        let mut mark = &self.root;
        for segment in pointer.segments() {
            match mark.child(&segment) {
                Some(child) => mark = child,
                None => break,
            }
        }
        mark
    }
}

impl Mark {
    fn child(&self, segment: &str) -> Option<&Self> {
        match &self.children {
            Children::None => None,
            Children::Elements(marks) => marks.get(segment.parse::<usize>().ok()?),
            // Of several members of one name the last one counts, as in the tree.
            Children::Members(marks) => marks
                .iter()
                .rev()
                .find(|(name, _)| name == segment)
                .map(|(_, mark)| mark),
        }
    }
}
