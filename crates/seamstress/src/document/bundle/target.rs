//! What a reference leads to: a file, and a node in it.

use std::collections::HashSet;

use serde_json::Value;

use super::address::Refusal;
use super::store::Store;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::reference::percent_decode;
use crate::document::{Pointer, ReferenceError, reference_of};

/// How many references an address may lead through, each inside the one before.
const MAX_DETOUR: usize = 16;

/// A node of one of the files.
pub(super) type Target = (usize, Pointer);

/// Why a reference leads to nothing that can be used.
pub(super) enum Bad {
    Refused(Refusal),
    Inside(ReferenceError),
}

impl Bad {
    /// The complaint about `reference`, so far without its place.
    pub(super) fn diagnostic(&self, reference: &str) -> Diagnostic {
        let refusal = match self {
            Self::Refused(refusal) => refusal,
            Self::Inside(error) => {
                let mut diagnostic = error.diagnostic();
                diagnostic.severity = Severity::Warning;
                return diagnostic;
            }
        };
        let (why, help) = match refusal {
            Refusal::Absolute => (
                "names a path from the root of the system, which is never opened".to_owned(),
                "write the path as seen from this file",
            ),
            Refusal::Outside => (
                "leads out of the folder of the document, where nothing is opened".to_owned(),
                "move the file into the folder, or name one around both as `root` under `[document]`",
            ),
            Refusal::Scheme(scheme) => (
                format!("has the scheme `{scheme}:`, of which nothing is opened"),
                "write the path as seen from this file",
            ),
            Refusal::Unmapped => (
                "names an address of the web, from where nothing is fetched".to_owned(),
                "fetch it yourself, and name the copy under `[document.remote]`: address = \"path\"",
            ),
            Refusal::Malformed => (
                "is no relative path: it has a backslash, a query, a colon or a control character, \
                 or names no file"
                    .to_owned(),
                "write it as in `schemas/device.yaml#/definitions/device`",
            ),
            Refusal::Unreadable(why) => (
                format!("names a file that cannot be read: {why}"),
                "correct the path, which is seen from this file, or the file itself",
            ),
            Refusal::TooLarge => (
                "is one too many: the document has too many files, or too much in them".to_owned(),
                "split the document into several that are generated apart",
            ),
        };
        Diagnostic::warning("external-reference", format!("`$ref` {why}: {reference}")).help(help)
    }
}

impl Store<'_> {
    /// The node that `reference` names, which stands at `at` of `file`, be it a reference itself.
    pub(super) fn step(
        &mut self,
        file: usize,
        at: &Pointer,
        reference: &str,
    ) -> Result<Target, Bad> {
        self.step_within(file, at, reference, 0)
    }

    fn step_within(
        &mut self,
        file: usize,
        at: &Pointer,
        reference: &str,
        depth: usize,
    ) -> Result<Target, Bad> {
        let (uri, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let own = self.get(file);
        let (own_resource, base) = own.resource(at);
        let (file, resource) = if uri.is_empty() {
            (file, own_resource)
        } else {
            let address = base.join(uri).map_err(Bad::Refused)?;
            self.find(&address).map_err(Bad::Refused)?
        };
        let loaded = self.get(file);
        let fragment = percent_decode(fragment);
        if !fragment.is_empty() && !fragment.starts_with('/') {
            // `#definitions/a` has no anchor's name, and can mean one thing only.
            let sloppy = Pointer::parse(&format!("/{fragment}"));
            let sloppy = sloppy.filter(|at| at.get(&loaded.tree).is_some());
            let anchor = loaded.anchor(&resource, &fragment).cloned().or(sloppy);
            let malformed = || ReferenceError::Malformed {
                reference: reference.to_owned(),
            };
            return anchor
                .map(|at| (file, at))
                .ok_or_else(|| Bad::Inside(malformed()));
        }
        let Some(inside) = Pointer::parse(&fragment) else {
            let reference = reference.to_owned();
            return Err(Bad::Inside(ReferenceError::Malformed { reference }));
        };
        let exact = resource.join(inside.as_str());
        let mut candidates = vec![exact, inside.clone()];
        if uri.is_empty() {
            // Some write `#/$defs/a` for what is in the schema around the reference.
            let around = std::iter::successors(at.parent(), Pointer::parent);
            candidates.extend(around.map(|around| around.join(inside.as_str())));
        }
        let found = candidates
            .iter()
            .find(|candidate| candidate.get(&loaded.tree).is_some());
        if let Some(found) = found {
            return Ok((file, found.clone()));
        }
        let behind = candidates
            .first()
            .and_then(|exact| self.behind(file, exact, depth));
        behind.ok_or_else(|| {
            Bad::Inside(ReferenceError::Dangling {
                reference: reference.to_owned(),
                advice: format!("define {inside} in that file, or correct the reference"),
            })
        })
    }

    /// The node at an address that leads through references: `#/a/b`, where `a` is one.
    fn behind(&mut self, file: usize, at: &Pointer, depth: usize) -> Option<Target> {
        let mut here = (file, Pointer::root());
        for segment in at.segments() {
            let loaded = self.get(here.0);
            if here.1.child(&segment).get(&loaded.tree).is_none() {
                let reference = reference_of(here.1.get(&loaded.tree)?)?;
                if depth > MAX_DETOUR {
                    return None;
                }
                here = self
                    .step_within(here.0, &here.1, reference, depth + 1)
                    .ok()?;
            }
            here.1.push(&segment);
        }
        let loaded = self.get(here.0);
        here.1.get(&loaded.tree).map(|_| here.clone())
    }

    /// The node that `reference` leads to: the first on the way that is no reference, or that
    /// has its place in the document already.
    pub(super) fn target(
        &mut self,
        file: usize,
        at: &Pointer,
        reference: &str,
        is_settled: impl Fn(&Target) -> bool,
    ) -> Result<Target, Bad> {
        let mut target = self.step(file, at, reference)?;
        let mut seen = HashSet::new();
        while !is_settled(&target) {
            if !seen.insert(target.clone()) {
                let pointers = vec![target.1];
                return Err(Bad::Inside(ReferenceError::Loop { pointers }));
            }
            let loaded = self.get(target.0);
            let Some(next) = target.1.get(&loaded.tree).and_then(only_reference) else {
                break;
            };
            target = self.step(target.0, &target.1, next)?;
        }
        Ok(target)
    }
}

/// The `$ref` of a node that consists of nothing else.
pub(super) fn only_reference(node: &Value) -> Option<&str> {
    let is_alone = node.as_object().is_some_and(|members| members.len() == 1);
    reference_of(node).filter(|_| is_alone)
}
