//! Unions without a tag: alternatives told apart by what they look like.

use super::{Json, Kind, ReadError, Reader, Tag};

/// The JSON types under the names that tables use.
#[doc(hidden)]
#[allow(non_upper_case_globals, missing_docs)]
pub mod alternative {
    use crate::json::Kind;

    pub const string: Kind = Kind::String;
    pub const boolean: Kind = Kind::Boolean;
    /// The type of the field refuses what is no integer.
    pub const integer: Kind = Kind::Number;
    pub const number: Kind = Kind::Number;
    pub const array: Kind = Kind::Array;
    pub const object: Kind = Kind::Object;
}

impl<'de> Reader<'de> {
    /// Reads the value at hand as one alternative of a union, if it is of this
    /// type and has all these members. False if it is not; nothing is consumed then.
    ///
    /// # Errors
    ///
    /// A syntax error.
    #[doc(hidden)]
    pub fn attempt(
        &mut self,
        kind: Kind,
        keys: &[&str],
        value: &mut dyn Json,
    ) -> Result<bool, ReadError> {
        if self.kind()? != kind {
            return Ok(false);
        }
        let (start, level) = (self.cursor, self.path.len());
        for key in keys.iter().filter(|_| kind == Kind::Object) {
            let tag = Tag::find(start, key).map_err(|fault| self.syntax(fault))?;
            if tag.json().is_empty() {
                return Ok(false);
            }
        }
        match value.read(self) {
            Err(error) if error.is_mismatch() => {
                self.rewind(start, level);
                Ok(false)
            }
            result => result.map(|()| true),
        }
    }
}
