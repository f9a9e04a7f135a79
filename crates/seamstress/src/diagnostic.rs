//! Every complaint of the generator: what is wrong, where, and what to do about it.
//!
//! A diagnostic names its place twice, for two readers. The JSON pointer
//! (RFC 6901) says which part of the *document* is meant and survives any
//! reformatting; file, line and column say where to put the cursor, and lead
//! into an overlay where the part came from one.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use crate::document::Pointer;

mod list;
mod setting;

pub use list::Diagnostics;
pub use setting::Setting;

/// How grave a [`Diagnostic`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is generated.
    Error,
    /// Something is generated, but less or other than the document asks for.
    Warning,
    /// All is as the document asks for; something was decided that it does not say.
    Note,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        })
    }
}

/// A place in a text file, as editors count: from 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// The file, as it was named to the generator; shared by all places in it.
    pub file: Arc<Path>,
    /// The line, from 1; 0 where the whole file is meant.
    pub line: u32,
    /// The column in Unicode scalar values, from 1; 0 where the whole line is meant.
    pub column: u32,
}

impl Location {
    /// A place in `file`.
    pub fn new(file: impl AsRef<Path>, line: u32, column: u32) -> Self {
        Self {
            file: file.as_ref().into(),
            line,
            column,
        }
    }

    /// The whole of `file`, for what has no place inside it (it is missing, or empty).
    pub fn file(file: impl AsRef<Path>) -> Self {
        Self::new(file.as_ref(), 0, 0)
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        match (self.line, self.column) {
            (0, _) => Ok(()),
            (line, 0) => write!(f, ":{line}"),
            (line, column) => write!(f, ":{line}:{column}"),
        }
    }
}

/// One complaint.
///
/// Its [`Display`](fmt::Display) is what a person reads:
///
/// ```
/// use seamstress::diagnostic::{Diagnostic, Location};
/// use seamstress::document::Pointer;
///
/// let diagnostic = Diagnostic::error("dangling-reference", "`$ref` points to nothing")
///     .help("define it, or correct the name")
///     .at(Pointer::root().child("paths").child("/devices"))
///     .located(Location::new("openapi.json", 12, 7));
/// assert_eq!(
///     diagnostic.to_string(),
///     "error[dangling-reference]: `$ref` points to nothing\n  \
///      --> openapi.json:12:7 at #/paths/~1devices\n  \
///      help: define it, or correct the name"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How grave it is.
    pub severity: Severity,
    /// A stable short name of the kind of complaint, such as `dangling-reference`.
    pub code: &'static str,
    /// What is wrong, in one sentence, without its place.
    pub message: String,
    /// What to do about it.
    pub help: Option<Box<str>>,
    /// Which part of the document is meant.
    pub pointer: Option<Pointer>,
    /// Where in which file that part stands.
    pub location: Option<Location>,
    /// Which setting is meant, where it is not the document.
    pub setting: Option<Box<Setting>>,
}

impl Diagnostic {
    /// A complaint after which nothing is generated.
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message)
    }

    /// A complaint that costs a part of the output, or nothing.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message)
    }

    /// A complaint of the given severity, so far without advice and place.
    pub fn new(severity: Severity, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            severity,
            code,
            message: message.into(),
            help: None,
            pointer: None,
            location: None,
            setting: None,
        }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into().into_boxed_str());
        self
    }

    /// Adds which part of the document is meant.
    #[must_use]
    pub fn at(mut self, pointer: Pointer) -> Self {
        self.pointer = Some(pointer);
        self
    }

    /// Adds where in which file it stands.
    #[must_use]
    pub fn located(mut self, location: Location) -> Self {
        self.location = Some(location);
        self
    }

    /// Adds which setting is meant, and which of its values.
    #[must_use]
    pub fn set_by<'v>(
        mut self,
        section: &'static str,
        key: impl Into<String>,
        value: impl Into<Option<&'v str>>,
    ) -> Self {
        let setting = Setting {
            section,
            key: key.into(),
            value: value.into().map(str::to_owned),
        };
        // Few complaints have one, and all are carried around.
        self.setting = Some(Box::new(setting));
        self
    }

    /// Whether nothing may be generated.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]: {}", self.severity, self.code, self.message)?;
        match (&self.location, &self.pointer) {
            (Some(location), Some(pointer)) => write!(f, "\n  --> {location} at {pointer}")?,
            (Some(location), None) => write!(f, "\n  --> {location}")?,
            (None, Some(pointer)) => write!(f, "\n  --> {pointer}")?,
            (None, None) => {}
        }
        match &self.help {
            Some(help) => write!(f, "\n  help: {help}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_as_far_as_they_are_known() {
        for (location, text) in [
            (Location::file("a"), "a"),
            (Location::new("a", 3, 0), "a:3"),
            (Location::new("a", 3, 4), "a:3:4"),
        ] {
            assert_eq!(location.to_string(), text);
        }
    }
}
