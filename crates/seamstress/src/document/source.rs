//! A text, and where in it its nodes stand.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use super::Pointer;
use super::positions::{Place, Positions};
use crate::diagnostic::Location;
use crate::text::Position;

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Json,
    Yaml,
}

/// The text of a document or an overlay.
#[derive(Debug)]
pub(super) struct Source {
    file: Arc<Path>,
    text: String,
    format: Format,
    /// Made by the first question for a place.
    positions: OnceLock<Positions>,
}

impl Source {
    pub(super) fn new(file: &Path, text: String, format: Format) -> Self {
        Self {
            file: file.into(),
            text,
            format,
            positions: OnceLock::new(),
        }
    }

    pub(super) fn file(&self) -> &Path {
        &self.file
    }

    /// Where the value at `pointer` starts, or of the nearest node around it.
    pub(super) fn locate(&self, pointer: &Pointer) -> Location {
        self.location(self.nearest(pointer).value)
    }

    /// Where the key of the member at `pointer` starts, or the nearest node around it.
    pub(super) fn locate_key(&self, pointer: &Pointer) -> Location {
        self.location(self.nearest(pointer).key)
    }

    /// Whether the text has a node at `pointer`.
    pub(super) fn has(&self, pointer: &Pointer) -> bool {
        self.nearest(pointer).exact
    }

    fn location(&self, position: Position) -> Location {
        Location {
            file: Arc::clone(&self.file),
            line: position.line,
            column: position.column,
        }
    }

    fn nearest(&self, pointer: &Pointer) -> Place {
        let positions = self
            .positions
            .get_or_init(|| Positions::new(&self.text, self.format));
        positions.nearest(&self.text, pointer)
    }
}
