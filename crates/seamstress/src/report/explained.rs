//! What became of nodes of the document, as machines read it.

use crate::api;
use crate::diagnostic::Location;
use crate::explain::Explanation;
use crate::job::Made;
use serde::Serialize;

/// A schema whose values have no type but JSON.
#[derive(Debug, Serialize)]
pub struct Untyped {
    /// The JSON pointer, as a URI fragment.
    pub pointer: String,
    /// The file that it stands in.
    pub file: String,
    /// Its line, from 1.
    pub line: u32,
    /// Its column in characters, from 1.
    pub column: u32,
    /// `document` or `generator`.
    pub cause: &'static str,
    /// Why, in one sentence.
    pub reason: String,
}

impl Untyped {
    /// All of a crate, by place.
    #[must_use]
    pub fn all(made: &Made) -> Vec<Self> {
        let untyped = made.api.untyped.iter();
        let mut all: Vec<Self> = untyped.map(|one| Self::new(made, one)).collect();
        all.sort_by(|a, b| {
            (&a.file, a.line, a.column, &a.pointer).cmp(&(&b.file, b.line, b.column, &b.pointer))
        });
        all
    }

    fn new(made: &Made, untyped: &api::Untyped) -> Self {
        let document = &made.document;
        let location = document.locate(&document.current(&untyped.pointer));
        Self {
            pointer: untyped.pointer.to_string(),
            file: file_of(&location),
            line: location.line,
            column: location.column,
            cause: match untyped.cause {
                api::Cause::Document => "document",
                api::Cause::Generator => "generator",
            },
            reason: untyped.reason.clone(),
        }
    }
}

/// What a node became.
#[derive(Debug, Serialize)]
pub struct Explained {
    /// The node: the one that was asked for, the one that it refers to, or one around it.
    pub pointer: String,
    /// The file that it stands in.
    pub file: String,
    /// Its line, from 1.
    pub line: u32,
    /// Its column in characters, from 1.
    pub column: u32,
    /// What of the crate it became.
    pub became: Vec<Became>,
    /// Values in it without a type.
    pub untyped: Vec<Untyped>,
}

/// A part of the crate.
#[derive(Debug, Serialize)]
pub struct Became {
    /// `type`, `field`, `operation` or `parameter`.
    pub what: &'static str,
    /// Its name, with that of what it is a part of.
    pub name: String,
    /// Why it became that.
    pub rule: String,
    /// The file below the folder of the crate.
    pub file: Option<String>,
    /// The line in it, from 1.
    pub line: Option<usize>,
    /// The source there.
    pub code: String,
}

impl Explained {
    /// What was explained of a crate.
    #[must_use]
    pub fn new(made: &Made, explanation: &Explanation) -> Self {
        let became = explanation.became.iter().map(|one| Became {
            what: one.what,
            name: one.name.clone(),
            rule: one.rule.clone(),
            file: one
                .file
                .as_ref()
                .map(|file| file.to_string_lossy().replace('\\', "/")),
            line: one.line,
            code: one.code.clone(),
        });
        let location = &explanation.location;
        Self {
            pointer: explanation.pointer.to_string(),
            file: file_of(location),
            line: location.line,
            column: location.column,
            became: became.collect(),
            untyped: explanation
                .untyped
                .iter()
                .map(|one| Untyped::new(made, one))
                .collect(),
        }
    }

    /// File, line and column.
    #[must_use]
    pub fn place(&self) -> String {
        format!("{}:{}:{}", self.file, self.line, self.column)
    }
}

fn file_of(location: &Location) -> String {
    location.file.to_string_lossy().into_owned()
}
