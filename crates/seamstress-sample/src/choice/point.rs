//! A point where a document could be otherwise: its alternatives, and what became of each.

use crate::schema::Schema;

/// What is chosen at a point. A point is a schema, a kind, and the reference that led there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// A value, or the null of `nullable`.
    Null,
    /// A variant of `oneOf`.
    OneOf,
    /// A variant of `anyOf`.
    AnyOf,
    /// Whether the value fulfils `if`: 0 is yes, 1 is no.
    If,
    /// One of the schemas that a discriminator names.
    Heir,
    /// A text of a discriminator.
    Tag,
    /// A value of `enum`.
    Enum,
    /// A type, where there are several.
    Type,
    /// Whether an optional property is there: 0 is yes, 1 is no.
    Presence,
    /// How many members there are that no schema names: 0 is none, 1 one, 2 several. Where no
    /// schema speaks of them, there are only the first two, and none need not be covered for its
    /// own sake: that would double the documents for no other gain.
    Extra,
    /// How long a list is.
    Length,
    /// What a text looks like.
    Text,
    /// A number.
    Number,
    /// True or false.
    Boolean,
}

impl Kind {
    /// An alternative of this kind, in words.
    pub(crate) fn describe(self, number: usize) -> String {
        match self {
            Self::Null => ["not null", "null"]
                .get(number)
                .copied()
                .unwrap_or_default()
                .to_owned(),
            Self::OneOf => format!("variant {number} of `oneOf`"),
            Self::AnyOf => format!("variant {number} of `anyOf`"),
            Self::If => ["`then`", "`else`"]
                .get(number)
                .copied()
                .unwrap_or_default()
                .to_owned(),
            Self::Heir => format!("schema {number} of the discriminator"),
            Self::Tag => format!("text {number} of the discriminator"),
            Self::Enum => format!("value {number} of `enum`"),
            Self::Type => format!("type {number}"),
            Self::Presence => ["present", "absent"]
                .get(number)
                .copied()
                .unwrap_or_default()
                .to_owned(),
            Self::Extra => format!("number {number} of additional members"),
            Self::Length => format!("length {number}"),
            Self::Text => format!("text {number}"),
            Self::Number => format!("number {number}"),
            Self::Boolean => format!("boolean {number}"),
        }
    }
}

/// How many contradictions an alternative may meet before it counts as one that cannot be taken.
const PATIENCE: u32 = 3;

/// How often an alternative may lack room before it counts as one that never has enough.
const CUTS: u32 = 8;

/// A place where a document could be otherwise, and what was tried there.
#[derive(Debug)]
pub(super) struct Point<'a> {
    pub(super) kind: Kind,
    pub(super) schema: Schema<'a>,
    pub(super) alternatives: Vec<Alternative>,
    /// The points from which this one was met.
    pub(super) above: Vec<usize>,
}

/// One of the ways in which it could be.
#[derive(Clone, Debug, Default)]
pub(super) struct Alternative {
    pub(super) taken: u32,
    /// How often it was in contradiction to its surroundings.
    pub(super) failed: u32,
    /// How often there was no room for all that follows from it.
    pub(super) cut: u32,
    /// Whether there once was.
    pub(super) is_whole: bool,
    /// The points that were met after it was taken.
    pub(super) leads_to: Vec<usize>,
}

impl Point<'_> {
    /// Whether the first alternative is only there to leave something out.
    pub(super) fn is_by_the_way(&self) -> bool {
        self.kind == Kind::Extra && self.alternatives.len() == 2
    }

    /// Whether an alternative has to be taken yet.
    pub(super) fn is_new(&self, alternative: usize) -> bool {
        let is_needed = alternative > 0 || !self.is_by_the_way();
        // Elsewhere the surroundings may be others; but there may be no such place.
        let may_be_taken = |one: &Alternative| one.taken == 0 && one.failed < PATIENCE;
        is_needed && self.alternatives.get(alternative).is_some_and(may_be_taken)
    }
}

impl Alternative {
    /// Whether it has to be taken again, in a document with more room for it.
    pub(super) fn lacks_room(&self) -> bool {
        self.taken > 0 && !self.is_whole && (1..=CUTS).contains(&self.cut)
    }
}
