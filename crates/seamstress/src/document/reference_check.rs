//! One pass over a document that reports every `$ref` which leads nowhere.

use std::collections::{HashMap, HashSet};

use super::walk::{Inside, walk};
use super::{Document, Kind, Pointer, ReferenceError, reference_of};
use crate::diagnostic::Diagnostics;

/// Reports every `$ref` that leads nowhere; a loop once, not at each of its members.
pub(super) fn check(document: &Document) -> Diagnostics {
    let mut check = Check {
        document,
        loops: HashSet::new(),
        known: HashMap::new(),
        diagnostics: Diagnostics::new(),
    };
    walk(document.root(), &mut |kind, at, node| {
        // A name that the author chose may be `$ref`.
        let is_map = matches!(kind, Kind::Names(_) | Kind::NamesAndExtensions(_));
        if let Some(reference) = reference_of(node).filter(|_| !is_map) {
            check.reference(at, reference);
        }
        Inside::Enter
    });
    check.diagnostics
}

struct Check<'a> {
    document: &'a Document,
    /// The members of the loops that were reported.
    loops: HashSet<Pointer>,
    /// What is wrong with references that were reported.
    known: HashMap<String, ReferenceError>,
    diagnostics: Diagnostics,
}

impl Check<'_> {
    fn reference(&mut self, at: &Pointer, reference: &str) {
        if self.loops.contains(at) {
            return;
        }
        if self.document.target(reference).is_some() {
            return;
        }
        if let Some(known) = self.known.get(reference).cloned() {
            return self.report(&known, at);
        }
        match self.document.resolve(reference) {
            Ok(_) => {}
            Err(ReferenceError::Loop { pointers }) => self.circle(pointers),
            Err(error) => {
                self.report(&error, at);
                self.known.insert(reference.to_owned(), error);
            }
        }
    }

    /// Reports a loop at its first member, be that where it was met or not.
    fn circle(&mut self, mut pointers: Vec<Pointer>) {
        let first = (0..pointers.len()).min_by_key(|index| pointers.get(*index));
        pointers.rotate_left(first.unwrap_or(0));
        let Some(at) = pointers.first().cloned() else {
            return;
        };
        if self.loops.insert(at.clone()) {
            self.loops.extend(pointers.iter().cloned());
            self.report(&ReferenceError::Loop { pointers }, &at);
        }
    }

    fn report(&mut self, error: &ReferenceError, at: &Pointer) {
        let location = self.document.locate(&at.child("$ref"));
        let mut diagnostic = error.diagnostic();
        diagnostic.message = self.as_written(&diagnostic.message);
        diagnostic.help = diagnostic.help.map(|help| self.as_written(&help).into());
        self.diagnostics
            .push(diagnostic.located(location).at(self.document.origin(at)));
    }

    /// A message with the names that sections have in the text: `#/definitions` in Swagger 2.0.
    fn as_written(&self, message: &str) -> String {
        let components = Pointer::root().child("components");
        let sections = ["schemas", "responses", "parameters", "securitySchemes"];
        let sections = sections.map(|section| components.child(section));
        sections.iter().fold(message.to_owned(), |message, now| {
            let then = self.document.origin(now);
            message.replace(&now.to_string(), &then.to_string())
        })
    }
}
