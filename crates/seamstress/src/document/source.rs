//! A text, and where in it its nodes stand.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use super::json_positions::json_positions;
use super::positions::Positions;
use super::{MAX_DEPTH, Pointer, yaml};
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
        self.location(self.positions().value(pointer))
    }

    /// Where the key of the member at `pointer` starts, or the nearest node around it.
    pub(super) fn locate_key(&self, pointer: &Pointer) -> Location {
        self.location(self.positions().key(pointer))
    }

    /// Whether the text has a node at `pointer`.
    pub(super) fn has(&self, pointer: &Pointer) -> bool {
        self.positions().has(pointer)
    }

    fn location(&self, position: Position) -> Location {
        Location {
            file: Arc::clone(&self.file),
            line: position.line,
            column: position.column,
        }
    }

    fn positions(&self) -> &Positions {
        self.positions.get_or_init(|| match self.format {
            Format::Json => json_positions(&self.text, MAX_DEPTH),
            Format::Yaml => yaml::positions(&self.text),
        })
    }
}
