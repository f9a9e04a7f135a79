//! Where the nodes of the tree came from.
//!
//! Overlays write into the document as it stands in its file, bundling brings nodes of other files
//! in, and normalising moves what is there: an address is traced back through these in turn.

use super::source::Source;
use super::{Document, Pointer};
use crate::diagnostic::Location;

/// Where a node came from: a file of the document, or an overlay, and the address there.
struct Origin {
    file: usize,
    overlay: Option<usize>,
    pointer: Pointer,
}

impl Document {
    /// The address that a node has in the text that it came from: [`Self::locate`] names that.
    ///
    /// What reads a document sees it in the shape of OpenAPI 3.0; its owner knows it as it was
    /// written.
    pub fn origin(&self, pointer: &Pointer) -> Pointer {
        self.trace(pointer).pointer
    }

    /// Where a node stands: in a file of the document, or in the overlay that wrote it.
    /// For an address of nothing, where the nearest node around it stands.
    pub fn locate(&self, pointer: &Pointer) -> Location {
        let origin = self.trace(pointer);
        let overlay = origin.overlay.and_then(|index| self.overlays.get(index));
        let source = overlay.or_else(|| self.sources.get(origin.file));
        // An index comes from the list itself: there is always one.
        let located = source.map(|source: &Source| source.locate(&origin.pointer));
        located.unwrap_or_else(|| Location::file(self.file()))
    }

    /// Whether somebody wrote this node: others are made when a document is brought to one shape.
    pub(crate) fn is_written(&self, pointer: &Pointer) -> bool {
        let origin = self.trace(pointer);
        let overlay = origin.overlay.and_then(|index| self.overlays.get(index));
        let source = overlay.or_else(|| self.sources.get(origin.file));
        source.is_some_and(|source| source.has(&origin.pointer))
    }

    /// Where a node is that stands at `pointer` in the text of the document: the other way round
    /// than [`Self::origin`].
    pub fn current(&self, pointer: &Pointer) -> Pointer {
        let mut current = self.bundled_to(pointer).unwrap_or_else(|| pointer.clone());
        for moves in &self.moves {
            current = moves.current(&current);
        }
        current
    }

    /// Where bundling put a node of the document itself, if it did not leave it where it was.
    fn bundled_to(&self, pointer: &Pointer) -> Option<Pointer> {
        if self.origin(pointer) == *pointer && self.node(pointer).is_some() {
            return None;
        }
        let places = self.bundled.iter().filter_map(|(now, (file, then))| {
            let rest = pointer.below(then).filter(|_| *file == 0)?;
            Some((then.as_str().len(), now.join(rest)))
        });
        let longest = places.max_by(|(a, one), (b, other)| (a, other).cmp(&(b, one)));
        longest.map(|(_, now)| now)
    }

    fn trace(&self, pointer: &Pointer) -> Origin {
        let steps = self.moves.iter().rev();
        let pointer = steps.fold(pointer.clone(), |pointer, moves| moves.origin(&pointer));
        match self.bundled.nearest(&pointer) {
            Some(((file, at), rest)) => self.trace_in_file(*file, at.join(rest)),
            None => self.trace_in_file(0, pointer),
        }
    }

    /// What an address of one of the files is, once overlays are undone: they are of the first.
    fn trace_in_file(&self, file: usize, pointer: Pointer) -> Origin {
        let (overlay, pointer) = match file {
            0 => self.history.origin(&pointer),
            _ => (None, pointer),
        };
        Origin {
            file,
            overlay,
            pointer,
        }
    }

    /// The place of a node of one of the files, as it was before anything was moved.
    pub(super) fn locate_in_file(&self, file: usize, pointer: &Pointer) -> (Location, Pointer) {
        let origin = self.trace_in_file(file, pointer.clone());
        let overlay = origin.overlay.and_then(|index| self.overlays.get(index));
        let source = overlay.or_else(|| self.sources.get(file));
        let located = source.map(|source| source.locate(&origin.pointer));
        let location = located.unwrap_or_else(|| Location::file(self.file()));
        (location, origin.pointer)
    }
}
