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

mod dialect;
mod grammar;
mod history;
mod json_positions;
mod merge;
mod moves;
pub mod node;
mod overlay;
mod pointer;
mod positions;
mod read;
mod reference;
mod reference_check;
mod source;
mod tree;
mod yaml;

use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use crate::api::Method;
use crate::diagnostic::{Diagnostic, Diagnostics, Location, Severity};
use crate::stack::roomy;
use history::History;
use moves::Moves;
use source::Source;

pub use pointer::Pointer;
pub use reference::{ReferenceError, reference_of};

/// How deep a document may nest. The JSON parser has this limit built in; real
/// documents nest up to some 60 levels.
pub const MAX_DEPTH: usize = 128;

/// An OpenAPI document with its overlays applied.
#[derive(Debug)]
pub struct Document {
    tree: Value,
    source: Source,
    overlays: Vec<Source>,
    history: History,
    /// What each step of bringing the tree to the shape of OpenAPI 3.0 moved, the first first.
    moves: Vec<Moves<Pointer>>,
}

impl Document {
    /// Reads a document and applies overlays to it, in their order.
    ///
    /// References are not followed here: see [`Self::check_references`].
    /// The second part of the result are warnings.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read, is neither JSON nor YAML, is no OpenAPI
    /// document of a supported version or no overlay, or where an action of an
    /// overlay cannot be carried out.
    pub fn load(
        path: impl AsRef<Path>,
        overlays: &[PathBuf],
    ) -> Result<(Self, Diagnostics), Diagnostics> {
        let path = path.as_ref();
        let text = read::file(path, "`path` under `[document]`")?;
        let mut texts = Vec::new();
        for overlay in overlays {
            texts.push((
                overlay.clone(),
                read::file(overlay, "`overlays` under `[document]`")?,
            ));
        }
        Self::from_text(path, text, texts)
    }

    /// Reads a document from its text, as if it stood in `file`; the overlays likewise.
    ///
    /// # Errors
    ///
    /// As [`Self::load`].
    pub fn from_text(
        file: impl AsRef<Path>,
        text: impl Into<String>,
        overlays: impl IntoIterator<Item = (PathBuf, String)>,
    ) -> Result<(Self, Diagnostics), Diagnostics> {
        let (file, text) = (file.as_ref(), text.into());
        let overlays = overlays.into_iter().collect();
        roomy(|| Self::read(file, text, overlays))
    }

    fn read(
        file: &Path,
        text: String,
        overlays: Vec<(PathBuf, String)>,
    ) -> Result<(Self, Diagnostics), Diagnostics> {
        let parsed = read::parse(file, text)?;
        let (version, guessed) = dialect::version(&parsed.source, &parsed.tree)?;
        let mut document = Self {
            tree: parsed.tree,
            source: parsed.source,
            overlays: Vec::new(),
            history: History::default(),
            moves: Vec::new(),
        };
        let mut diagnostics = parsed.warnings;
        diagnostics.extend(guessed);
        for (file, text) in overlays {
            match read::parse(&file, text) {
                Ok(parsed) => diagnostics.extend(overlay::apply(&mut document, parsed)),
                Err(diagnostic) => diagnostics.push(diagnostic),
            }
        }
        if diagnostics.has_errors() {
            return Err(diagnostics);
        }
        diagnostics.extend(document.normalise(version));
        Ok((document, diagnostics))
    }

    /// Brings the tree to the shape of OpenAPI 3.0.
    fn normalise(&mut self, version: dialect::Version) -> Diagnostics {
        let mut diagnostics = Diagnostics::new();
        for step in [dialect::outline, dialect::schemas] {
            let rewritten = step(&mut self.tree, version);
            for (pointer, complaint) in rewritten.complaints {
                let location = self.locate(&pointer);
                diagnostics.push(complaint.located(location).at(self.origin(&pointer)));
            }
            self.moves.push(rewritten.moves);
        }
        diagnostics
    }

    /// The address that a node has in the text that it came from: [`Self::locate`] names that.
    ///
    /// What reads a document sees it in the shape of OpenAPI 3.0; its owner knows it as it was
    /// written.
    pub fn origin(&self, pointer: &Pointer) -> Pointer {
        self.history.origin(&self.before_moves(pointer)).1
    }

    fn before_moves(&self, pointer: &Pointer) -> Pointer {
        let steps = self.moves.iter().rev();
        steps.fold(pointer.clone(), |pointer, moves| moves.origin(&pointer))
    }

    /// The whole tree, in the shape of OpenAPI 3.0 whatever it was written in.
    pub fn root(&self) -> &Value {
        &self.tree
    }

    /// The file that the document was read from.
    pub fn file(&self) -> &Path {
        self.source.file()
    }

    /// How many operations the document has: the methods of its paths, and of the path items that
    /// these refer to.
    pub fn operation_count(&self) -> usize {
        let paths = self.tree.get("paths").and_then(Value::as_object);
        let items = paths.into_iter().flatten();
        let items = items.filter_map(|(_, item)| match reference_of(item) {
            Some(reference) => Some(self.resolve(reference).ok()?.1),
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

    /// Where a node stands: in the document, or in the overlay that wrote it.
    /// For an address of nothing, where the nearest node around it stands.
    pub fn locate(&self, pointer: &Pointer) -> Location {
        let (overlay, origin) = self.history.origin(&self.before_moves(pointer));
        // An index comes from the list itself, so the document is never taken by mistake.
        let source = overlay
            .and_then(|index| self.overlays.get(index))
            .unwrap_or(&self.source);
        source.locate(&origin)
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
