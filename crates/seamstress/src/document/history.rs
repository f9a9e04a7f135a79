//! Where each node of a changed document came from.
//!
//! Overlays move and add nodes after the document was read, so that an address
//! in the tree is no longer one in the text. Every change is noted; the origin
//! of a node is found by undoing them from the last to the first. Nothing is
//! computed unless a diagnostic asks.

use super::Pointer;

/// A change to the tree.
#[derive(Debug)]
pub(super) enum Change {
    /// The node `at` was written, from the node `from` of an overlay.
    Written {
        at: Pointer,
        overlay: usize,
        from: Pointer,
    },
    /// The node `at` was written, from the node `from` of the tree.
    Copied { at: Pointer, from: Pointer },
    /// The element `index` of an array was removed; those after it moved up.
    Removed { array: Pointer, index: usize },
}

/// The changes to a tree, in order.
#[derive(Debug, Default)]
pub(super) struct History(Vec<Change>);

impl History {
    pub(super) fn push(&mut self, change: Change) {
        self.0.push(change);
    }

    /// The overlay (`None` for the document itself) that a node came from, and
    /// its address in there.
    pub(super) fn origin(&self, pointer: &Pointer) -> (Option<usize>, Pointer) {
        let mut pointer = pointer.clone();
        for change in self.0.iter().rev() {
            match change {
                Change::Written { at, overlay, from } => {
                    if let Some(rest) = pointer.below(at) {
                        return (Some(*overlay), from.join(rest));
                    }
                }
                Change::Copied { at, from } => {
                    if let Some(rest) = pointer.below(at) {
                        pointer = from.join(rest);
                    }
                }
                Change::Removed { array, index } => {
                    if let Some(moved) = put_back(&pointer, array, *index) {
                        pointer = moved;
                    }
                }
            }
        }
        (None, pointer)
    }
}

/// The address that a node had before the element `index` of `array` was removed.
fn put_back(pointer: &Pointer, array: &Pointer, index: usize) -> Option<Pointer> {
    let rest = pointer.below(array)?.strip_prefix('/')?;
    let (own, below) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
    let own = own.parse::<usize>().ok()?;
    (own >= index).then(|| array.index(own + 1).join(below))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pointer(text: &str) -> Pointer {
        Pointer::parse(text).unwrap()
    }

    #[test]
    fn changes_are_undone_from_the_last() {
        let mut history = History::default();
        history.push(Change::Removed {
            array: pointer("/list"),
            index: 1,
        });
        history.push(Change::Written {
            at: pointer("/list/2"),
            overlay: 0,
            from: pointer("/actions/1/update"),
        });
        history.push(Change::Removed {
            array: pointer("/list"),
            index: 0,
        });
        history.push(Change::Copied {
            at: pointer("/copy"),
            from: pointer("/list"),
        });
        for (now, overlay, then) in [
            ("/list/0/a", None, "/list/2/a"),
            ("/list/1/a", Some(0), "/actions/1/update/a"),
            ("/copy/0", None, "/list/2"),
            ("/copy/1", Some(0), "/actions/1/update"),
            ("/listing/0", None, "/listing/0"),
            ("/list", None, "/list"),
        ] {
            assert_eq!(
                history.origin(&pointer(now)),
                (overlay, pointer(then)),
                "{now}"
            );
        }
    }
}
