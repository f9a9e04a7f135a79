//! One pass over a document that reports every `$ref` which leads nowhere.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use super::{Document, Pointer, ReferenceError, reference_of};
use crate::diagnostic::Diagnostics;

/// Keys of a specification object whose values are data of the API (OpenAPI
/// 3.0, Media Type, Parameter and Schema Object): a `$ref` in there is no reference.
const DATA: [&str; 4] = ["example", "examples", "default", "enum"];

/// Keys whose values are maps from names that the author chose: a property may
/// be called `default`, and so may a schema.
const NAMES: [&str; 16] = [
    "properties",
    "patternProperties",
    "definitions",
    "schemas",
    "responses",
    "parameters",
    "requestBodies",
    "headers",
    "securitySchemes",
    "links",
    "callbacks",
    "paths",
    "content",
    "encoding",
    "variables",
    "dependentSchemas",
];

/// Those of them that may hold extensions beside the names.
const NAMES_AND_EXTENSIONS: [&str; 3] = ["responses", "callbacks", "paths"];

/// What the keys of an object are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keys {
    Fields,
    Names,
    NamesAndExtensions,
}

/// Reports every `$ref` that leads nowhere; a loop once, not at each of its members.
pub(super) fn check(document: &Document) -> Diagnostics {
    let mut check = Check {
        document,
        loops: HashSet::new(),
        known: HashMap::new(),
        diagnostics: Diagnostics::new(),
    };
    check.visit(&mut Pointer::root(), document.root(), Keys::Fields);
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
    /// Visits a node and all below it: at most [`super::MAX_DEPTH`] levels.
    fn visit(&mut self, at: &mut Pointer, node: &Value, keys: Keys) {
        match node {
            Value::Object(members) => self.object(at, node, members, keys),
            Value::Array(elements) => {
                for (index, element) in elements.iter().enumerate() {
                    at.push(&index.to_string());
                    self.visit(at, element, Keys::Fields);
                    at.pop();
                }
            }
            _ => {}
        }
    }

    fn object(&mut self, at: &mut Pointer, node: &Value, members: &Map<String, Value>, keys: Keys) {
        if let (Keys::Fields, Some(reference)) = (keys, reference_of(node)) {
            self.reference(at, reference);
        }
        for (name, member) in members {
            if is_data(name, keys) {
                continue;
            }
            at.push(name);
            self.visit(at, member, keys_of(name, keys));
            at.pop();
        }
    }

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
        diagnostic.help = diagnostic.help.map(|help| self.as_written(&help));
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

fn is_data(name: &str, keys: Keys) -> bool {
    match keys {
        Keys::Fields => DATA.contains(&name) || name.starts_with("x-"),
        Keys::Names => false,
        Keys::NamesAndExtensions => name.starts_with("x-"),
    }
}

fn keys_of(name: &str, keys: Keys) -> Keys {
    if keys != Keys::Fields || !NAMES.contains(&name) {
        Keys::Fields
    } else if NAMES_AND_EXTENSIONS.contains(&name) {
        Keys::NamesAndExtensions
    } else {
        Keys::Names
    }
}
