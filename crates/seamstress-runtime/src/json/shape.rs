//! Tables: what generated types say about themselves.

use super::Json;
use super::unknown::Unknown;

/// How a member of an object may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Must be there and not null.
    Required,
    /// Must be there, and may be null: the field is an `Option`.
    Nullable,
    /// May be left out: the field is an `Option`.
    Optional,
    /// The tag of the field, an enum whose variants hold further members of the
    /// same object.
    Kind,
}

/// The presences under the names that tables use.
#[doc(hidden)]
#[allow(non_upper_case_globals, missing_docs)]
pub mod presence {
    use super::Presence;

    pub const required: Presence = Presence::Required;
    pub const nullable: Presence = Presence::Nullable;
    pub const optional: Presence = Presence::Optional;
    pub const kind: Presence = Presence::Kind;
}

/// A member of an object that has a field.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// Its name in JSON.
    pub name: &'static str,
    /// How it may be missing.
    pub presence: Presence,
    /// The member of the same object, if any, whose value decides on the type.
    pub by: &'static [&'static str],
}

/// The table of an object.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// The name of the type, for messages.
    pub name: &'static str,
    /// Its members, in the order of the fields.
    pub members: &'static [Member],
    /// Whether any member is the tag of a kind.
    pub(super) has_kinds: bool,
}

impl Shape {
    /// A table, computed when the program is compiled.
    #[must_use]
    pub const fn new(name: &'static str, members: &'static [Member]) -> Self {
        let mut has_kinds = false;
        let mut rest = members;
        while let [first, tail @ ..] = rest {
            has_kinds |= matches!(first.presence, Presence::Kind);
            rest = tail;
        }
        Self {
            name,
            members,
            has_kinds,
        }
    }
}

/// A variant of a kind: what it is called, and what it holds.
pub struct Variant<'a> {
    pub(super) tag: VariantTag<'a>,
    pub(super) members: &'static [Member],
    pub(super) fields: Vec<&'a dyn Json>,
}

pub(super) enum VariantTag<'a> {
    Known(KnownTag),
    Unknown(&'a Unknown),
    /// A field that is listed as a kind and is none.
    None,
}

/// The tag of a variant that this version of the crate knows.
#[derive(Clone, Copy, Debug)]
pub(super) struct KnownTag {
    /// What it says: `device_offline`, `true`.
    pub(super) text: &'static str,
    /// The literal in the table: `"device_offline"`, `true`.
    pub(super) literal: &'static str,
}

impl<'a> Variant<'a> {
    /// A variant in the table.
    #[must_use]
    pub fn known(
        text: &'static str,
        literal: &'static str,
        members: &'static [Member],
        fields: Vec<&'a dyn Json>,
    ) -> Self {
        Self {
            tag: VariantTag::Known(KnownTag { text, literal }),
            members,
            fields,
        }
    }

    pub(super) fn none() -> Self {
        Self {
            tag: VariantTag::None,
            members: &[],
            fields: Vec::new(),
        }
    }

    /// The variant for all others.
    #[must_use]
    pub fn unknown(unknown: &'a Unknown) -> Self {
        Self {
            tag: VariantTag::Unknown(unknown),
            members: &[],
            fields: Vec::new(),
        }
    }
}

/// A variant of a kind, to be filled.
pub struct VariantMut<'a> {
    pub(super) members: &'static [Member],
    pub(super) fields: Vec<&'a mut dyn Json>,
    pub(super) unknown: Option<&'a mut Unknown>,
}

impl<'a> VariantMut<'a> {
    /// A variant in the table.
    #[must_use]
    pub fn known(members: &'static [Member], fields: Vec<&'a mut dyn Json>) -> Self {
        Self {
            members,
            fields,
            unknown: None,
        }
    }

    pub(super) fn none() -> Self {
        Self {
            members: &[],
            fields: Vec::new(),
            unknown: None,
        }
    }

    /// The variant for all others.
    #[must_use]
    pub fn unknown(unknown: &'a mut Unknown) -> Self {
        Self {
            members: &[],
            fields: Vec::new(),
            unknown: Some(unknown),
        }
    }
}
