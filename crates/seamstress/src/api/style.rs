//! How values of parameters are written as text.

use super::Location;

/// How the value of a parameter is written as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// What it looks like.
    pub layout: Layout,
    /// Whether every element of a list and every member of an object stands for itself:
    /// `color=blue&color=black` and not `color=blue,black`; `R=100` and not `R,100`.
    pub explode: bool,
    /// Whether characters with a meaning in addresses are not encoded.
    pub reserved: bool,
    /// Whether the name without a value means something, so that null can be sent.
    pub empty: bool,
    /// Whether it is the whole query, without its name.
    pub whole: bool,
}

/// What the value of a parameter looks like. Most are kinds of expressions of RFC 6570.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// `blue,black`
    Simple,
    /// `.blue,black`
    Label,
    /// `;color=blue,black`
    Matrix,
    /// `color=blue,black`
    Form,
    /// `color=blue black`
    SpaceDelimited,
    /// `color=blue|black`
    PipeDelimited,
    /// `color[R]=100`
    DeepObject,
    /// The text of the value as JSON.
    Json,
}

impl Style {
    /// How parameters of a place are written if nothing else is said.
    #[must_use]
    pub fn of(location: Location) -> Self {
        let (layout, explode) = match location {
            Location::Path | Location::Header => (Layout::Simple, false),
            Location::Query | Location::Cookie => (Layout::Form, true),
            Location::Body | Location::Whole => (Layout::Json, false),
        };
        Self {
            layout,
            explode,
            reserved: false,
            empty: false,
            whole: false,
        }
    }
}
