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

/// How well an alternative has to fit.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It knows every member and every value.
    Known,
    /// It reads the value as it is; what it does not know is kept.
    Clean,
    /// It reads the value, and mends it.
    Mended,
}

/// How many unions may stand inside each other for the best alternative to be looked for. Further
/// inside, the first that can be read is taken: trying all of all would take for ever.
const TRIALS: usize = 3;

impl<'de> Reader<'de> {
    /// How well the alternatives of a union have to fit, from the best to the worst.
    #[doc(hidden)]
    #[must_use]
    pub fn fits(&self) -> &'static [Fit] {
        match self.trials {
            0..TRIALS => &[Fit::Known, Fit::Clean, Fit::Mended],
            _ => &[Fit::Mended],
        }
    }

    /// Reads the value at hand as one alternative of a union, if it is of this
    /// type, has all these members, and fits this well. False if it is not; nothing
    /// is consumed then.
    ///
    /// # Errors
    ///
    /// A syntax error.
    #[doc(hidden)]
    pub fn attempt(
        &mut self,
        fit: Fit,
        kind: Kind,
        keys: &[&str],
        value: &mut dyn Json,
    ) -> Result<bool, ReadError> {
        if self.kind()? != kind {
            return Ok(false);
        }
        let (start, level) = (self.cursor, self.path.len());
        let before = self.marks();
        for key in keys.iter().filter(|_| kind == Kind::Object) {
            let tag = Tag::find(start, key).map_err(|fault| self.syntax(fault))?;
            if tag.json().is_empty() {
                return Ok(false);
            }
        }
        self.trials += 1;
        let result = value.read(self);
        self.trials -= 1;
        match result {
            Err(error) if error.is_mismatch() => {
                self.rewind(start, level);
                Ok(false)
            }
            Err(error) => Err(error),
            Ok(()) if self.is_fit(fit, before) => Ok(true),
            Ok(()) => {
                self.rewind(start, level);
                self.forget(before);
                Ok(false)
            }
        }
    }

    /// How much there is in the report.
    fn marks(&self) -> [usize; 3] {
        let report = &self.report;
        [
            report.corrections.len(),
            report.rejected.len(),
            report.unknown,
        ]
    }

    /// Whether what was read since `before` fits.
    fn is_fit(&self, fit: Fit, before: [usize; 3]) -> bool {
        let now = self.marks();
        match fit {
            Fit::Known => now == before,
            Fit::Clean => now[..2] == before[..2],
            Fit::Mended => true,
        }
    }

    /// Takes out of the report what was added since `before`.
    fn forget(&mut self, before: [usize; 3]) {
        let [corrections, rejected, unknown] = before;
        self.report.corrections.truncate(corrections);
        self.report.rejected.truncate(rejected);
        self.report.unknown = unknown;
    }
}
