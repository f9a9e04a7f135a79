//! Text → one tree: formats, overlays, references and source positions.
//!
//! A document is kept as plain JSON, however it was written, with its members
//! in their order. What reads it goes from node to node by [`Pointer`], reads
//! single nodes as typed ones with [`node`], and complains through
//! [`Document::error`] and [`Document::warning`], which find file and line.
//!
//! ```
//! use seamstress::document::{Document, Pointer};
//!
//! let text = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths:\n  /pets:\n    get: {}\n";
//! let (document, warnings) = Document::from_text("pets.yaml", text, [])?;
//! assert!(warnings.is_empty());
//! let get = Pointer::root().child("paths").child("/pets").child("get");
//! assert!(document.node(&get).is_some());
//! assert_eq!(document.locate(&get).to_string(), "pets.yaml:5:10");
//! # Ok::<(), seamstress::diagnostic::Diagnostics>(())
//! ```

mod bundle;
mod dialect;
mod grammar;
mod history;
mod json_positions;
mod json_scan;
mod merge;
mod moves;
pub mod node;
mod open;
mod origin;
mod overlay;
mod pointer;
mod positions;
mod read;
mod reference;
mod reference_check;
mod server;
mod source;
mod tree;
mod uri;
mod walk;
mod yaml;
mod yaml_positions;

use std::path::Path;

use serde_json::{Map, Value};

use crate::api::Method;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use history::History;
use moves::Moves;
use source::Source;

pub use bundle::Reach;
pub(crate) use grammar::Kind;
pub use pointer::Pointer;
pub(crate) use reference::percent_decode;
pub use reference::{ReferenceError, reference_of};
pub(crate) use server::{base_url, own_server_url};
pub(crate) use walk::{Part, parts};

/// How deep a document may nest. The JSON parser has this limit built in; real
/// documents nest up to some 60 levels.
pub const MAX_DEPTH: usize = 128;

/// An OpenAPI document with its overlays applied.
#[derive(Debug)]
pub struct Document {
    tree: Value,
    /// The files that it consists of, the document itself first.
    sources: Vec<Source>,
    overlays: Vec<Source>,
    history: History,
    /// Which file nodes came from, and where they stood there, where bundling put them somewhere.
    bundled: Moves<(usize, Pointer)>,
    /// What each step of bringing the tree to the shape of OpenAPI 3.0 moved, the first first.
    moves: Vec<Moves<Pointer>>,
}

impl Document {
    /// The whole tree, in the shape of OpenAPI 3.0 whatever it was written in.
    pub fn root(&self) -> &Value {
        &self.tree
    }

    /// The file that the document was read from.
    pub fn file(&self) -> &Path {
        self.sources.first().map_or(Path::new(""), Source::file)
    }

    /// All files that it was read from: the document, those that it refers to, and overlays.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.sources.iter().chain(&self.overlays).map(Source::file)
    }

    /// How many operations the document has: the methods of its paths, and of the path items that
    /// these refer to.
    pub fn operation_count(&self) -> usize {
        let paths = self.tree.get("paths").and_then(Value::as_object);
        let items = paths.into_iter().flatten();
        let items = items.filter_map(|(_, item)| match reference_of(item) {
            Some(reference) => Some(self.target(reference)?.1),
            None => Some(item),
        });
        let methods = items.filter_map(Value::as_object).flat_map(Map::keys);
        methods
            .filter(|key| Method::ALL.iter().any(|method| method.name() == *key))
            .count()
    }

    /// The node at an address.
    pub fn node(&self, pointer: &Pointer) -> Option<&Value> {
        pointer.get(&self.tree)
    }

    /// The node that a `$ref` leads to in the end, with its address.
    ///
    /// # Errors
    ///
    /// Where it leads out of the document, to nothing, or in a circle.
    pub fn resolve(&self, reference: &str) -> Result<(Pointer, &Value), ReferenceError> {
        reference::resolve(&self.tree, reference)
    }

    /// The same, where it does not matter why there is none.
    pub fn target(&self, reference: &str) -> Option<(Pointer, &Value)> {
        reference::target(&self.tree, reference)
    }

    /// The node itself, or where it is a `$ref`, the node that this leads to.
    ///
    /// # Errors
    ///
    /// As [`Self::resolve`].
    pub fn follow<'a>(
        &'a self,
        pointer: &Pointer,
        node: &'a Value,
    ) -> Result<(Pointer, &'a Value), ReferenceError> {
        match reference_of(node) {
            Some(reference) => self.resolve(reference),
            None => Ok((pointer.clone(), node)),
        }
    }

    /// Every `$ref` of the document that leads nowhere; none in examples,
    /// defaults, enum values and extensions, where it is data.
    pub fn check_references(&self) -> Diagnostics {
        reference_check::check(self)
    }

    /// A complaint about a node, after which nothing is generated.
    pub fn error(
        &self,
        code: &'static str,
        message: impl Into<String>,
        at: &Pointer,
    ) -> Diagnostic {
        self.diagnose(Severity::Error, code, message, at)
    }

    /// A complaint about a node that costs a part of the output, or nothing.
    pub fn warning(
        &self,
        code: &'static str,
        message: impl Into<String>,
        at: &Pointer,
    ) -> Diagnostic {
        self.diagnose(Severity::Warning, code, message, at)
    }

    /// A complaint about a node, with its place.
    pub fn diagnose(
        &self,
        severity: Severity,
        code: &'static str,
        message: impl Into<String>,
        at: &Pointer,
    ) -> Diagnostic {
        Diagnostic::new(severity, code, message)
            .located(self.locate(at))
            .at(self.origin(at))
    }
}
