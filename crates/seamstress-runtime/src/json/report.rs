//! What was not as expected in a document that could be read all the same.

use std::borrow::Cow;
use std::fmt;

/// What reading had to mend or leave out. Empty for a document that is as its
/// description says.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Report {
    /// Members whose value is not the server's, in the order of the document.
    pub corrections: Vec<Correction>,
    /// Elements of lists and maps that were left out.
    pub rejected: Vec<Rejected>,
    /// How many values of enumerations, variants and members were met that this version of
    /// the crate does not know. All of them are kept, and nothing is wrong with them.
    pub unknown: usize,
}

impl Report {
    /// True if nothing had to be mended or left out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.corrections.is_empty() && self.rejected.is_empty()
    }
}

/// A member that has a stand-in for a value. What the server sent instead, if
/// anything, is in the `extra` members of the object and is written back.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Correction {
    /// Where, such as `access_codes[3].name`.
    pub path: String,
    /// What was wrong.
    pub kind: CorrectionKind,
    /// What was expected, in words.
    pub expected: Cow<'static, str>,
    /// What was found, cut to about 120 characters; empty if nothing was.
    pub found: String,
}

/// What was wrong with a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CorrectionKind {
    /// A required member is absent: the field has the default of its type.
    Missing,
    /// A member that may not be null is null: the field has the default of its type.
    Null,
    /// The value is of another JSON type than described, or out of range. The
    /// field has the default of its type, or is `None` where it can be.
    Unreadable,
    /// The member that the value of an answer should be is absent, and the one object that
    /// fits stands under another name, which is what was found: it was taken instead.
    Renamed,
    /// The object has the member twice: the first one counts.
    Duplicate,
    /// The string has half of a surrogate pair, which was read as U+FFFD.
    LoneSurrogate,
    /// The text is no date and time of RFC 3339; it is kept, and the timestamp is
    /// the Unix epoch.
    InvalidDateTime,
    /// The text is not of the format that its description promises; it is kept as it is.
    InvalidFormat,
}

impl fmt::Display for Correction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            path,
            kind,
            expected,
            found,
        } = self;
        match kind {
            CorrectionKind::Missing => write!(f, "`{path}` is missing"),
            CorrectionKind::Renamed => write!(f, "`{path}` is missing, and `{found}` was read"),
            CorrectionKind::Duplicate => write!(f, "`{path}` occurs twice"),
            CorrectionKind::LoneSurrogate => write!(f, "`{path}` has half of a surrogate pair"),
            _ => write!(f, "`{path}` should be {expected} and is {found}"),
        }
    }
}

/// An element of a list or map that could not be read and was left out.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Rejected {
    /// Where, such as `access_codes[3]`.
    pub path: String,
    /// The element as the server sent it: JSON text.
    pub raw: String,
    /// Why it could not be read.
    pub reason: String,
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` was left out: {}", self.path, self.reason)
    }
}
