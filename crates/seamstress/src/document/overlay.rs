//! OpenAPI Overlays, versions 1.0 and 1.1: changes to a document that stay
//! apart from it.
//!
//! The specification lets an action that matches nothing pass in silence. Here
//! it is a warning: a document changes with each release, and an action that
//! has lost its target is knowledge that has been lost.

mod action;
mod header;

use serde_json::Value;

use super::merge::{Conflict, Merge, Origin, is_primitive};
use super::read::Parsed;
use super::source::Source;
use super::{Document, Pointer};
use crate::diagnostic::{Diagnostic, Diagnostics};
use action::{Action, Modifier};

use super::history::Change;

/// The feature set of an overlay: the first two numbers of its version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Version {
    V1_0,
    V1_1,
}

/// Applies an overlay to a document, action by action.
pub(super) fn apply(document: &mut Document, overlay: Parsed) -> Diagnostics {
    let Parsed {
        source,
        tree,
        warnings: mut diagnostics,
    } = overlay;
    let (version, complaints) = header::check(&source, &tree, document.file());
    diagnostics.extend(complaints);
    let mut run = Run {
        document,
        source: &source,
        version,
        diagnostics,
    };
    if !run.diagnostics.has_errors() {
        let actions = tree.get("actions").and_then(Value::as_array);
        for (index, action) in actions.into_iter().flatten().enumerate() {
            run.action(&Pointer::root().child("actions").index(index), action);
        }
    }
    let diagnostics = run.diagnostics;
    document.overlays.push(source);
    diagnostics
}

struct Run<'a> {
    document: &'a mut Document,
    source: &'a Source,
    version: Version,
    diagnostics: Diagnostics,
}

impl Run<'_> {
    fn action(&mut self, at: &Pointer, action: &Value) {
        let action = match action::read(self.source, self.version, at, action) {
            Ok(action) => action,
            Err(complaints) => return self.diagnostics.extend(complaints),
        };
        let targets = action.targets(self.document.root());
        if targets.is_empty() {
            self.diagnostics.push(no_match(self.source, at, &action));
            return;
        }
        let outcome = match &action.modifier {
            Modifier::Remove => self.remove(at, targets),
            Modifier::Update(update) => self.update(at, &targets, update),
            Modifier::Copy(path) => self.copy(at, &targets, path),
        };
        self.diagnostics.extend(outcome.err());
    }

    /// Removes nodes, the last first: an element that is removed moves those after it.
    fn remove(&mut self, at: &Pointer, mut targets: Vec<Pointer>) -> Result<(), Diagnostic> {
        targets.sort_by_cached_key(order);
        targets.dedup();
        for target in targets.iter().rev() {
            let (Some(parent), Some(name)) = (target.parent(), target.last()) else {
                return Err(self
                    .complaint("bad-overlay", "the whole document cannot be removed", at)
                    .help("name what is to be removed as the `target`"));
            };
            match self.document.tree.pointer_mut(parent.as_str()) {
                Some(Value::Object(members)) => drop(members.shift_remove(name.as_ref())),
                Some(Value::Array(elements)) => {
                    let index = name
                        .parse::<usize>()
                        .ok()
                        .filter(|index| *index < elements.len());
                    if let Some(index) = index {
                        elements.remove(index);
                        self.document.history.push(Change::Removed {
                            array: parent,
                            index,
                        });
                    }
                }
                // What a target was found in cannot be anything else.
                _ => {}
            }
        }
        Ok(())
    }

    fn update(
        &mut self,
        at: &Pointer,
        targets: &[Pointer],
        update: &Value,
    ) -> Result<(), Diagnostic> {
        self.check_kinds(at, targets)?;
        let origin = Origin::Overlay(self.document.overlays.len());
        for target in targets {
            self.write(at, target, update, origin, &at.child("update"))?;
        }
        Ok(())
    }

    fn copy(
        &mut self,
        at: &Pointer,
        targets: &[Pointer],
        path: &action::Path,
    ) -> Result<(), Diagnostic> {
        let found = path.locate(self.document.root());
        let [from] = found.as_slice() else {
            let message = format!("`copy` must match one node, and matches {}", found.len());
            return Err(self
                .complaint("bad-overlay", message, &at.child("copy"))
                .help("correct the path so that it names the one node to copy"));
        };
        self.check_kinds(at, targets)?;
        let value = self.document.node(from).cloned().unwrap_or_default();
        for target in targets {
            self.write(at, target, &value, Origin::Tree, from)?;
        }
        Ok(())
    }

    /// All targets of one action are of one kind (Overlay 1.1.0, Action Object).
    fn check_kinds(&self, at: &Pointer, targets: &[Pointer]) -> Result<(), Diagnostic> {
        let nodes = || {
            targets
                .iter()
                .filter_map(|target| self.document.node(target))
        };
        let kinds = [
            nodes().any(Value::is_object),
            nodes().any(Value::is_array),
            nodes().any(is_primitive),
        ];
        let primitive = kinds == [false, false, true];
        let target = at.child("target");
        if kinds.iter().filter(|is_there| **is_there).count() > 1 {
            let message = "`target` matches nodes of several kinds";
            return Err(self
                .complaint("bad-overlay", message, &target)
                .help("write one action for objects, one for lists, and one for other values"));
        }
        if primitive && self.version == Version::V1_0 {
            let message = "`target` matches a value that is neither an object nor a list";
            return Err(self
                .complaint("bad-overlay", message, &target)
                .help("name the object around it, or write `overlay: 1.1.0`, which allows this"));
        }
        Ok(())
    }

    fn write(
        &mut self,
        at: &Pointer,
        target: &Pointer,
        value: &Value,
        origin: Origin,
        from: &Pointer,
    ) -> Result<(), Diagnostic> {
        // A target was found a moment ago, and writing removes nothing.
        let Some(node) = self.document.tree.pointer_mut(target.as_str()) else {
            return Ok(());
        };
        let history = &mut self.document.history;
        let mut merge = Merge {
            history,
            origin,
            at: target.clone(),
            from: from.clone(),
        };
        let written = match node {
            // Version 1.0 appends any value as one element, a list too; version 1.1
            // concatenates lists.
            Value::Array(elements) if self.version == Version::V1_0 || !value.is_array() => {
                merge.append(elements, value)
            }
            node => merge.merge(node, value),
        };
        written.map_err(|conflict| self.conflict(at, &conflict, origin))
    }

    fn conflict(&self, at: &Pointer, conflict: &Conflict, origin: Origin) -> Diagnostic {
        let place = match origin {
            Origin::Overlay(_) => conflict.from.clone(),
            Origin::Tree => at.child("copy"),
        };
        let message = format!("{} at {}", conflict.reason, conflict.at);
        self.complaint("overlay-conflict", message, &place)
            .help("remove the node by an action of its own first, or make both of one kind")
    }

    fn complaint(
        &self,
        code: &'static str,
        message: impl Into<String>,
        at: &Pointer,
    ) -> Diagnostic {
        Diagnostic::error(code, message)
            .located(self.source.locate(at))
            .at(at.clone())
    }
}

fn no_match(source: &Source, at: &Pointer, action: &Action<'_>) -> Diagnostic {
    let target = at.child("target");
    let message = format!("the overlay action matches nothing: {}", action.target);
    Diagnostic::warning("overlay-no-match", message)
        .located(source.locate(&target))
        .at(target)
        .help("correct its `target`, or remove the action if the document no longer needs it")
}

/// A key that sorts the elements of a list by number, and what is inside a node after it.
fn order(pointer: &Pointer) -> Vec<(Option<usize>, String)> {
    let key = |segment: std::borrow::Cow<'_, str>| (segment.parse().ok(), segment.into_owned());
    pointer.segments().map(key).collect()
}
