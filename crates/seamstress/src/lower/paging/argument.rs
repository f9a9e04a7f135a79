//! What an operation can be given, as far as it matters for pages.

use super::super::node::Node;
use super::words::{CURSORS, NUMBERS, OFFSETS, plain};

#[derive(Debug)]
pub(super) struct Argument {
    pub(super) name: String,
    pub(super) plain: String,
    pub(super) docs: String,
    pub(super) kind: Kind,
    /// The number of the first page, where it is the number of a page.
    pub(super) first: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Integer,
    Boolean,
    /// A time, a list, an object: never a cursor.
    Other,
}

impl Argument {
    pub(super) fn new(name: &str, docs: Option<&str>, schema: Option<&Node<'_>>) -> Self {
        let format = schema.and_then(|schema| schema.text("format"));
        let kind = match schema.and_then(|schema| schema.text("type")) {
            Some("integer" | "number") => Kind::Integer,
            Some("boolean") => Kind::Boolean,
            Some("string") if !matches!(format, Some("date" | "date-time")) => Kind::Text,
            None if schema.is_none_or(|schema| !schema.has("properties")) => Kind::Text,
            _ => Kind::Other,
        };
        let bound = |key: &str| schema.and_then(|schema| schema.integer(key));
        let is_zero = bound("default") == Some(0)
            || (bound("default").is_none() && bound("minimum") == Some(0));
        let own = schema.and_then(|schema| schema.text("description"));
        Self {
            name: name.to_owned(),
            plain: plain(name),
            docs: docs.or(own).unwrap_or_default().to_lowercase(),
            kind,
            first: u64::from(!is_zero),
        }
    }

    /// Whether its name is one of those by which pages are asked for.
    pub(super) fn asks_for_a_page(&self) -> bool {
        let names = [CURSORS, OFFSETS, NUMBERS];
        self.kind != Kind::Other && names.iter().any(|names| names.contains(&&*self.plain))
    }
}
