//! The value of a member that says which variant an object is.

use std::borrow::Cow;

use super::cursor::{Cursor, Fault};

/// The value of a tag, found ahead of reading the object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tag<'a> {
    literal: Cow<'a, str>,
    json: &'a str,
}

impl<'a> Tag<'a> {
    /// The value as a Rust literal (`"set"`, `true`, `3`), so that tables can be
    /// written with `stringify!`. Empty if the object has no such member.
    #[must_use]
    pub fn literal(&self) -> &str {
        &self.literal
    }

    /// The value as it stands in the document: JSON text. Empty if the object
    /// has no such member.
    #[must_use]
    pub fn json(&self) -> &'a str {
        self.json
    }

    /// Looks for a member of the object that begins at `cursor`.
    pub(super) fn find(mut cursor: Cursor<'a>, name: &str) -> Result<Self, Fault> {
        cursor.peek();
        cursor.open()?;
        Self::among(cursor, true, name)
    }

    /// Looks for a member of the open object behind the one whose value is at `cursor`.
    pub(super) fn find_after(mut cursor: Cursor<'a>, name: &str) -> Result<Self, Fault> {
        cursor.skip()?;
        Self::among(cursor, false, name)
    }

    fn among(mut cursor: Cursor<'a>, mut first: bool, name: &str) -> Result<Self, Fault> {
        while let Some(key) = cursor.key(first)? {
            first = false;
            if key.is(name) {
                return Self::take(&mut cursor);
            }
            cursor.skip()?;
        }
        Ok(Self::default())
    }

    /// Consumes the value of a tag.
    pub(super) fn take(cursor: &mut Cursor<'a>) -> Result<Self, Fault> {
        if cursor.peek() != Some(b'"') {
            let json = cursor.skip()?;
            return Ok(Self {
                literal: Cow::Borrowed(json),
                json,
            });
        }
        let start = cursor.at;
        let text = cursor.string()?;
        let json = cursor.since(start);
        let literal = match text.escaped {
            true => Cow::Owned(format!("{:?}", text.resolve())),
            false => Cow::Borrowed(json),
        };
        Ok(Self { literal, json })
    }
}
