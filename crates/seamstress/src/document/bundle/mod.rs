//! Bundling: a document of several files becomes one tree.
//!
//! What a reference into another file names becomes a component, named after the fragment or the
//! file; where a component is nothing but such a reference, it takes that place itself. Schemas
//! inside of schemas (`$defs`) become components in the same way. Where the specification has no
//! components for something, such as a path item, it is put in the place of the reference.
//!
//! *Invariant:* no file is opened outside of the folders of [`Reach`], and nothing is fetched.
//!
//! All files are read as they are; what is to change is noted and done at the end, on the tree of
//! the document.

mod address;
mod components;
mod copies;
mod names;
mod reach;
mod store;
mod target;
mod walk;

use std::collections::HashMap;
use std::path::Path;
use std::rc::Rc;

use serde_json::Value;

use super::dialect::Version;
use super::grammar::Kind;
use super::moves::Moves;
use super::source::Source;
use super::{MAX_DEPTH, Pointer, merge, reference_of};
use crate::diagnostic::{Diagnostic, Diagnostics};
use address::Address;
use copies::Copies;
use names::Names;
use store::Store;
use target::Target;

pub use reach::Reach;
pub(super) use reach::{Disk, Files, Memory};

/// A document in one tree.
pub(super) struct Bundled {
    pub(super) tree: Value,
    /// The files, the document first.
    pub(super) sources: Vec<Source>,
    /// The file and the address there that nodes came from, where they moved.
    pub(super) moves: Moves<(usize, Pointer)>,
    /// Complaints with their place.
    pub(super) diagnostics: Diagnostics,
    /// Complaints about nodes of the files, so far without their place.
    pub(super) complaints: Vec<(usize, Pointer, Diagnostic)>,
}

/// Brings all that a document refers to into its tree.
pub(super) fn bundle(
    files: &dyn Files,
    path: &Path,
    sources: Vec<Source>,
    tree: Value,
    version: Version,
) -> Bundled {
    let mut bundle = Bundle {
        store: Store::new(files, Address::Local(slashes(path)), sources, tree),
        version,
        homes: HashMap::new(),
        names: HashMap::new(),
        queue: Vec::new(),
        copies: Copies::default(),
        complaints: Vec::new(),
        inlining: Vec::new(),
        is_full: false,
    };
    bundle.settle_components();
    bundle.place(Kind::Root, (0, Pointer::root()), &Pointer::root());
    while let Some((kind, target, to)) = bundle.queue.pop() {
        bundle.place(kind, target, &to);
    }
    bundle.finish()
}

/// A path with `/` between its steps, on every system.
fn slashes(path: &Path) -> String {
    let steps = path
        .components()
        .map(|step| step.as_os_str().to_string_lossy());
    steps.collect::<Vec<_>>().join("/")
}

/// The state of bundling one document.
struct Bundle<'a> {
    store: Store<'a>,
    version: Version,
    /// Where nodes have come to stand, by where they stood and the section that they are in.
    homes: HashMap<(Target, &'static str), Pointer>,
    names: HashMap<&'static str, Names>,
    /// What has its place, and is still to be gone through.
    queue: Vec<(Kind, Target, Pointer)>,
    copies: Copies,
    complaints: Vec<(usize, Pointer, Diagnostic)>,
    /// The nodes that are being put in the place of references, each inside the one before.
    inlining: Vec<Target>,
    /// Whether there was too much to copy, which is told once.
    is_full: bool,
}

impl Bundle<'_> {
    /// Goes through the node `target`, which is to stand at `to`.
    fn place(&mut self, kind: Kind, target: Target, to: &Pointer) {
        let (file, mut from) = target;
        let loaded = self.store.get(file);
        if let Some(node) = from.get(&loaded.tree) {
            let mut to = to.clone();
            self.visit(node, kind, file, &mut from, &mut to);
        }
    }

    fn finish(self) -> Bundled {
        let mut loaded = self.store.loaded;
        loaded.truncate(1);
        let own = loaded.pop().and_then(|own| Rc::try_unwrap(own).ok());
        let mut tree = own.map(|own| own.tree).unwrap_or_default();
        Bundled {
            moves: self.copies.write(&mut tree),
            tree,
            sources: self.store.sources,
            diagnostics: self.store.diagnostics,
            complaints: self.complaints,
        }
    }
}
