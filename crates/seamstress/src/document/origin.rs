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
