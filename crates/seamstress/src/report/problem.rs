//! A complaint, as machines read it.

use serde::Serialize;

use crate::diagnostic::Diagnostic;

/// A complaint.
#[derive(Clone, Debug, Serialize)]
pub struct Problem {
    /// `error`, `warning` or `note`.
    pub severity: String,
    /// A stable short name of the kind of complaint.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// The JSON pointer of the part of the document, as a URI fragment.
    pub pointer: Option<String>,
    /// The file that the part stands in.
    pub file: Option<String>,
    /// Its line, from 1.
    pub line: Option<u32>,
    /// Its column in characters, from 1.
    pub column: Option<u32>,
}

impl From<&Diagnostic> for Problem {
    fn from(diagnostic: &Diagnostic) -> Self {
        let location = diagnostic.location.as_ref();
        let number = |number: u32| (number > 0).then_some(number);
        Self {
            severity: diagnostic.severity.to_string(),
            code: diagnostic.code,
            message: diagnostic.message.clone(),
            help: diagnostic.help.as_deref().map(str::to_owned),
            pointer: diagnostic.pointer.as_ref().map(ToString::to_string),
            file: location.map(|location| location.file.to_string_lossy().into_owned()),
            line: location.and_then(|location| number(location.line)),
            column: location.and_then(|location| number(location.column)),
        }
    }
}
