//! The files that a document consists of, and what in them has an address of its own.

use std::collections::HashMap;
use std::rc::Rc;

use serde_json::Value;

use super::address::{Address, Refusal};
use super::reach::{Files, MAX_BYTES};
use crate::diagnostic::{Diagnostics, Severity};
use crate::document::moves::Moves;
use crate::document::source::Source;
use crate::document::uri::folder;
use crate::document::{Pointer, read};

/// The most files that one document may consist of.
const MAX_FILES: usize = 10_000;

/// A file that was read.
pub(super) struct Loaded {
    pub(super) address: Address,
    pub(super) tree: Value,
    /// What references of each part of the file are relative to, where `$id` or `$self` says so.
    pub(super) bases: Moves<Address>,
    /// The nodes with a name (`$anchor`), by the resource that they are in.
    anchors: HashMap<(Pointer, String), Pointer>,
}

impl Loaded {
    /// The node around `at` whose fragments are meant there, and its address.
    pub(super) fn resource(&self, at: &Pointer) -> (Pointer, &Address) {
        match self.bases.nearest(at) {
            Some((base, rest)) => (at.without(rest), base),
            None => (Pointer::root(), &self.address),
        }
    }

    /// The node called `name` in a resource, or else anywhere in the file.
    pub(super) fn anchor(&self, resource: &Pointer, name: &str) -> Option<&Pointer> {
        let own = self.anchors.get(&(resource.clone(), name.to_owned()));
        own.or_else(|| {
            let others = self.anchors.iter().filter(|((_, known), _)| known == name);
            others.map(|(_, at)| at).min()
        })
    }
}

/// All files, the document first.
pub(super) struct Store<'a> {
    files: &'a dyn Files,
    pub(super) sources: Vec<Source>,
    pub(super) loaded: Vec<Rc<Loaded>>,
    /// What was asked for, and what came of it.
    known: HashMap<Address, Result<usize, Refusal>>,
    /// Nodes that state their own address.
    ids: HashMap<Address, (usize, Pointer)>,
    /// The files that state theirs: the folder of that, and the one where they are.
    selves: Vec<(String, String)>,
    bytes: u64,
    pub(super) diagnostics: Diagnostics,
}

impl<'a> Store<'a> {
    /// The store that has the document itself, of which `sources` has the text.
    pub(super) fn new(
        files: &'a dyn Files,
        address: Address,
        sources: Vec<Source>,
        tree: Value,
    ) -> Self {
        let mut store = Self {
            files,
            sources,
            loaded: Vec::new(),
            known: HashMap::new(),
            ids: HashMap::new(),
            selves: Vec::new(),
            bytes: 0,
            diagnostics: Diagnostics::new(),
        };
        store.add(address, tree);
        store
    }

    pub(super) fn get(&self, file: usize) -> Rc<Loaded> {
        Rc::clone(&self.loaded[file])
    }

    /// The node at an address: the top of a file, or a schema that states this address.
    pub(super) fn find(&mut self, address: &Address) -> Result<(usize, Pointer), Refusal> {
        if let Some((file, at)) = self.ids.get(address) {
            return Ok((*file, at.clone()));
        }
        let file = match self.known.get(address) {
            Some(known) => known.clone(),
            None => {
                let opened = self.open(address);
                self.known.insert(address.clone(), opened.clone());
                opened
            }
        };
        file.map(|file| (file, Pointer::root()))
    }

    fn open(&mut self, address: &Address) -> Result<usize, Refusal> {
        if let Some(local) = self.beside_self(address) {
            return self.find(&local).map(|(file, _)| file);
        }
        if self.loaded.len() >= MAX_FILES {
            return Err(Refusal::TooLarge);
        }
        let (path, text) = self.files.open(address)?;
        self.bytes += text.len() as u64;
        if self.bytes > MAX_BYTES {
            return Err(Refusal::TooLarge);
        }
        match read::any(&path, text) {
            Ok(parsed) => {
                self.diagnostics.extend(parsed.warnings);
                self.sources.push(parsed.source);
                Ok(self.add(address.clone(), parsed.tree))
            }
            Err(mut complaint) => {
                // It costs what refers to it, and not the whole document.
                complaint.severity = Severity::Warning;
                let message = complaint.message.clone();
                self.diagnostics.push(complaint);
                Err(Refusal::Unreadable(message))
            }
        }
    }

    /// The place of what is beside a file that states its own address: `$self` says where the
    /// file would be, and not that its neighbours are not here.
    fn beside_self(&self, address: &Address) -> Option<Address> {
        let Address::Remote(text) = address else {
            return None;
        };
        self.selves.iter().find_map(|(stated, real)| {
            let rest = text.strip_prefix(stated)?.strip_prefix('/')?;
            Address::Local(format!("{real}/_")).join(rest).ok()
        })
    }

    fn add(&mut self, address: Address, tree: Value) -> usize {
        let file = self.loaded.len();
        let mut loaded = Loaded {
            address: address.clone(),
            tree: Value::Null,
            bases: Moves::default(),
            anchors: HashMap::new(),
        };
        self.known.insert(address.clone(), Ok(file));
        self.ids.insert(address.clone(), (file, Pointer::root()));
        let mut base = address.clone();
        if let Some(stated) = tree.get("$self").and_then(Value::as_str)
            && let Ok(stated) = address.join(stated.split('#').next().unwrap_or_default())
        {
            if let (Address::Remote(stated), Address::Local(real)) = (&stated, &address) {
                self.selves
                    .push((folder(stated).to_owned(), folder(real).to_owned()));
            }
            self.ids
                .entry(stated.clone())
                .or_insert((file, Pointer::root()));
            loaded.bases.insert(Pointer::root(), stated.clone());
            base = stated;
        }
        let mut index = Index {
            file,
            ids: &mut self.ids,
            loaded: &mut loaded,
        };
        index.visit(&tree, &mut Pointer::root(), &Pointer::root(), &base);
        loaded.tree = tree;
        self.loaded.push(Rc::new(loaded));
        file
    }
}

/// One pass over a file that finds `$id` and `$anchor`.
struct Index<'a> {
    file: usize,
    ids: &'a mut HashMap<Address, (usize, Pointer)>,
    loaded: &'a mut Loaded,
}

impl Index<'_> {
    fn visit(&mut self, node: &Value, at: &mut Pointer, resource: &Pointer, base: &Address) {
        match node {
            Value::Object(members) => {
                let own = node.get("$id").and_then(Value::as_str).and_then(|id| {
                    let id = id.strip_suffix('#').unwrap_or(id);
                    match id.strip_prefix('#') {
                        // Older drafts have anchors in `$id`.
                        Some(name) => {
                            self.anchor(resource, name, at);
                            None
                        }
                        None => base.join(id).ok(),
                    }
                });
                let inner = own.as_ref().map(|own| (at.clone(), own));
                if let Some((at, own)) = &inner {
                    self.ids
                        .entry((*own).clone())
                        .or_insert((self.file, at.clone()));
                    self.loaded.bases.insert(at.clone(), (*own).clone());
                }
                let (resource, base) = inner
                    .as_ref()
                    .map_or((resource, base), |(at, own)| (at, *own));
                for key in ["$anchor", "$dynamicAnchor"] {
                    if let Some(name) = node.get(key).and_then(Value::as_str) {
                        self.anchor(resource, name, at);
                    }
                }
                for (name, member) in members {
                    let is_data = ["example", "examples", "default", "enum", "const"]
                        .contains(&name.as_str());
                    if !is_data && (member.is_object() || member.is_array()) {
                        at.push(name);
                        self.visit(member, at, resource, base);
                        at.pop();
                    }
                }
            }
            Value::Array(elements) => {
                for (index, element) in elements.iter().enumerate() {
                    if element.is_object() || element.is_array() {
                        at.push(&index.to_string());
                        self.visit(element, at, resource, base);
                        at.pop();
                    }
                }
            }
            _ => {}
        }
    }

    fn anchor(&mut self, resource: &Pointer, name: &str, at: &Pointer) {
        let key = (resource.clone(), name.to_owned());
        self.loaded.anchors.entry(key).or_insert_with(|| at.clone());
    }
}
