//! Where in a text each node of a tree stands.
//!
//! The tree itself carries no positions: most runs never need one. They are found
//! in the text when a diagnostic asks.

use super::json_positions::JsonPositions;
use super::source::Format;
use super::yaml_positions::YamlPositions;
use super::{Pointer, yaml_positions};
use crate::text::Position;

/// The positions of the nodes of a text.
#[derive(Debug)]
pub(super) enum Positions {
    Json(JsonPositions),
    Yaml(Option<YamlPositions>),
}

/// Where a node stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Where the key of a member starts; for any other node the same as `value`.
    pub(super) key: Position,
    /// Where the value starts.
    pub(super) value: Position,
    /// Whether this is the node that was asked for, not the nearest one around it.
    pub(super) exact: bool,
}

impl Positions {
    pub(super) fn new(text: &str, format: Format) -> Self {
        match format {
            Format::Json => Self::Json(JsonPositions::default()),
            Format::Yaml => Self::Yaml(yaml_positions::read(text)),
        }
    }

    /// Where the node at `pointer` stands, or the nearest one around it that is there.
    pub(super) fn nearest(&self, text: &str, pointer: &Pointer) -> Place {
        match self {
            Self::Json(positions) => positions.nearest(text, pointer),
            Self::Yaml(Some(positions)) => positions.nearest(pointer),
            Self::Yaml(None) => Place::START,
        }
    }
}

impl Place {
    /// Where a text starts, and so whatever is not found in it.
    const START: Self = Self {
        key: Position { line: 1, column: 1 },
        value: Position { line: 1, column: 1 },
        exact: false,
    };
}
