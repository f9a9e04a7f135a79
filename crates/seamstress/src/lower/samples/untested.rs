//! What is said of operations that have no test.

use std::collections::BTreeMap;

use crate::api::Operation;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Document;

/// Why an operation has no test.
pub(super) enum Lack {
    /// No credential of any client suffices for it.
    Credential,
    /// No value can be made of a parameter that is required.
    Argument(String),
}

impl Lack {
    /// The reason, and what can be done about it.
    fn words(&self) -> (&'static str, &'static str) {
        match self {
            Self::Credential => (
                "no client has credentials that suffice",
                "configure a credential for its security schemes under `[[client.credentials]]`",
            ),
            Self::Argument(_) => (
                "no value of a required argument can be made",
                "see to it that the schema of the argument allows a value",
            ),
        }
    }
}

/// A note for each reason, with the number of operations, and the first of them.
pub(super) fn notes(document: &Document, lacking: &[(Lack, &Operation)]) -> Vec<Diagnostic> {
    let mut reasons: BTreeMap<_, Vec<&(Lack, &Operation)>> = BTreeMap::new();
    for one in lacking {
        reasons.entry(one.0.words()).or_default().push(one);
    }
    let note = |((reason, help), lacking): (_, Vec<&(Lack, &Operation)>)| {
        let (lack, first) = lacking.first()?;
        let which = match lack {
            Lack::Argument(name) => format!(" (`{name}`)"),
            Lack::Credential => String::new(),
        };
        let message = match lacking.len() {
            1 => format!("the operation has no test: {reason}{which}"),
            count => format!("{count} operations have no test, this one first: {reason}{which}"),
        };
        let note = document.diagnose(Severity::Note, "no-test", message, &first.pointer);
        Some(note.help(help))
    };
    reasons.into_iter().filter_map(note).collect()
}
