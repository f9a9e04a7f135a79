//! What all rules read, and where they put what they find.

use std::rc::Rc;

use serde_json::Value;

use crate::api::Method;
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::document::{Document, Kind, Part, Pointer, parts};

/// A document on which rules are tried.
pub(super) struct Rules<'d> {
    pub(super) document: &'d Document,
    pub(super) config: &'d Config,
    pub(super) found: Diagnostics,
    /// The nodes that are not marked as undocumented.
    parts: Rc<[Part<'d>]>,
    mark: Option<&'d str>,
}

impl<'d> Rules<'d> {
    pub(super) fn new(document: &'d Document, config: &'d Config) -> Self {
        let mark = config.operations.undocumented.as_deref();
        let mark = mark.filter(|_| !config.document.undocumented);
        let is_left_out = |value: &Value| is_marked(mark, value);
        Self {
            document,
            config,
            found: Diagnostics::new(),
            parts: parts(document.root(), &is_left_out).into(),
            mark,
        }
    }

    /// Whether the configuration leaves a node out of the crate.
    pub(super) fn is_left_out(&self, node: &Value) -> bool {
        is_marked(self.mark, node)
    }

    /// The nodes that are not marked as undocumented.
    pub(super) fn parts(&self) -> Rc<[Part<'d>]> {
        Rc::clone(&self.parts)
    }

    /// All schemas that are objects.
    pub(super) fn schemas(&self) -> impl Iterator<Item = Part<'d>> + use<'d> {
        let parts = self.parts();
        let is_schema = |kind| matches!(kind, Kind::Schema | Kind::SchemaOrFlag);
        (0..parts.len())
            .map(move |index| parts[index].clone())
            .filter(move |part| is_schema(part.kind))
    }

    pub(super) fn warn(
        &mut self,
        code: &'static str,
        at: &Pointer,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let warning = self.document.warning(code, message, at).help(help);
        self.found.push(warning);
    }

    /// The node itself, or what it refers to.
    pub(super) fn follow(&self, at: &Pointer, node: &'d Value) -> Option<(Pointer, &'d Value)> {
        match crate::document::reference_of(node) {
            Some(reference) => self.document.target(reference),
            None => Some((at.clone(), node)),
        }
    }

    /// The operations of paths, with the addresses of their path items.
    pub(super) fn operations(&self) -> Vec<Operation<'d>> {
        let mut operations = Vec::new();
        for (path, item_at, item) in self.paths() {
            for method in Method::ALL {
                let node = item.get(method.name()).filter(|node| node.is_object());
                if let Some(node) = node.filter(|node| !self.is_left_out(node)) {
                    operations.push(Operation {
                        path,
                        item_at: item_at.clone(),
                        item,
                        pointer: item_at.child(method.name()),
                        node,
                    });
                }
            }
        }
        operations
    }

    /// The paths of the document, with their items.
    pub(super) fn paths(&self) -> Vec<(&'d str, Pointer, &'d Value)> {
        let at = Pointer::root().child("paths");
        let paths = self.document.root().get("paths").and_then(Value::as_object);
        let paths = paths.into_iter().flatten();
        let paths = paths.filter(|(path, _)| !path.starts_with("x-"));
        let items = paths.filter_map(|(path, item)| {
            let (pointer, item) = self.follow(&at.child(path), item)?;
            Some((path.as_str(), pointer, item))
        });
        items.collect()
    }
}

/// An operation of a path.
pub(super) struct Operation<'d> {
    pub(super) path: &'d str,
    pub(super) item_at: Pointer,
    pub(super) item: &'d Value,
    pub(super) pointer: Pointer,
    pub(super) node: &'d Value,
}

fn is_marked(mark: Option<&str>, node: &Value) -> bool {
    mark.is_some_and(|mark| node.get(mark).is_some())
}

/// The elements of the member `key`.
pub(super) fn elements<'d>(node: &'d Value, key: &str) -> &'d [Value] {
    let list = node.get(key).and_then(Value::as_array);
    list.map_or(&[], Vec::as_slice)
}

/// The members of the member `key`.
pub(super) fn members<'d>(
    node: &'d Value,
    key: &str,
) -> impl Iterator<Item = (&'d str, &'d Value)> + use<'d> {
    let members = node.get(key).and_then(Value::as_object);
    let members = members.into_iter().flatten();
    members.map(|(name, value)| (name.as_str(), value))
}

/// The text of the member `key`.
pub(super) fn text<'d>(node: &'d Value, key: &str) -> Option<&'d str> {
    node.get(key)?.as_str()
}
