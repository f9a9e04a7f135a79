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
mod names;
mod reach;
mod store;
mod target;

use std::collections::{HashMap, HashSet};
use std::path::Path;

use serde_json::{Value, json};

use super::dialect::{Version, written};
use super::grammar::Kind;
use super::moves::Moves;
use super::source::Source;
use super::{MAX_DEPTH, Pointer, merge, reference_of};
use crate::diagnostic::{Diagnostic, Diagnostics};
use address::{Address, Refusal};
use names::Names;
use store::Store;
use target::{Bad, Target, only_reference};

pub use reach::Reach;
pub(super) use reach::{Disk, Files, Memory};

/// The most nodes that may be copied to the places where they are referred to.
const MAX_NODES: usize = 4_000_000;

/// The most of them that may be copies of what was copied before: path items that refer to each
/// other could otherwise stand for more than any memory holds.
const MAX_REPEATED: usize = 100_000;

/// How many references may be replaced by what they lead to, each inside the one before.
const MAX_INLINED: usize = 16;

/// The deepest that a document may become by what is put into it.
const MAX_BUNDLED_DEPTH: usize = 2 * MAX_DEPTH;

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
        puts: Vec::new(),
        moves: Moves::default(),
        complaints: Vec::new(),
        inlining: Vec::new(),
        known: HashSet::new(),
        copied: 0,
        repeated: 0,
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

struct Bundle<'a> {
    store: Store<'a>,
    version: Version,
    /// Where nodes have come to stand, by where they stood and the section that they are in.
    homes: HashMap<(Target, &'static str), Pointer>,
    names: HashMap<&'static str, Names>,
    /// What has its place, and is still to be gone through.
    queue: Vec<(Kind, Target, Pointer)>,
    /// What is to be written where, or taken out, in this order.
    puts: Vec<(Pointer, Option<Value>)>,
    moves: Moves<(usize, Pointer)>,
    complaints: Vec<(usize, Pointer, Diagnostic)>,
    /// The nodes that are being put in the place of references, each inside the one before.
    inlining: Vec<Target>,
    /// What was copied, and how many nodes that were: in all, and for a second time.
    known: HashSet<Target>,
    copied: usize,
    repeated: usize,
    /// Whether that was too much, which is told once.
    is_full: bool,
}

impl Bundle<'_> {
    /// Gives what a component consists of the place of that component, before anything else
    /// refers to it, and keeps the names that there are.
    fn settle_components(&mut self) {
        for section in SECTIONS {
            let at = self.section(section);
            let Some((file, from)) = self.behind(&at) else {
                continue;
            };
            let loaded = self.store.get(file);
            let members = from.get(&loaded.tree).and_then(Value::as_object);
            for (name, member) in members.into_iter().flatten() {
                self.names.entry(section).or_default().take(name);
                let (from, to) = (from.child(name), at.child(name));
                let target = match only_reference(member) {
                    Some(reference) if self.is_plain(file, reference) => continue,
                    Some(reference) => self.target(file, &from, reference).ok(),
                    None => Some((file, from)),
                };
                if let Some(target) = target.filter(|target| !self.is_settled(target)) {
                    self.homes.entry((target, section)).or_insert(to);
                }
            }
        }
    }

    /// The node at an address of the document, where it may be in another file as a whole.
    fn behind(&mut self, at: &Pointer) -> Option<Target> {
        let mut here = (0, Pointer::root());
        for segment in at.segments() {
            here.1.push(&segment);
            let loaded = self.store.get(here.0);
            if let Some(reference) = reference_of(here.1.get(&loaded.tree)?) {
                here = self.target(here.0, &here.1, reference).ok()?;
            }
        }
        Some(here)
    }

    /// Goes through the node `target`, which is to stand at `to`.
    fn place(&mut self, kind: Kind, target: Target, to: &Pointer) {
        let (file, mut from) = target;
        let loaded = self.store.get(file);
        if let Some(node) = from.get(&loaded.tree) {
            let mut to = to.clone();
            self.visit(node, kind, file, &mut from, &mut to);
        }
    }

    /// Goes through a node of `file` that stands at `from` and comes to stand at `to`.
    fn visit(
        &mut self,
        node: &Value,
        kind: Kind,
        file: usize,
        from: &mut Pointer,
        to: &mut Pointer,
    ) {
        if kind == Kind::Data {
            return;
        }
        match node {
            Value::Object(members) => {
                let is_schema = matches!(kind, Kind::Schema | Kind::SchemaOrFlag);
                let reference = match reference_of(node) {
                    Some(reference) => Some((reference, "$ref")),
                    None if is_schema => dynamic(node),
                    None => None,
                };
                if let Some((reference, key)) = reference
                    && self.reference(node, (reference, key), kind, file, from, to)
                {
                    return;
                }
                for (name, member) in members {
                    if is_schema && (name == "$defs" || name == "definitions") {
                        // Whatever is used in there becomes a component.
                        continue;
                    }
                    from.push(name);
                    to.push(name);
                    if kind == Kind::Discriminator && name == "mapping" {
                        self.mapping(member, file, from, to);
                    } else {
                        self.visit(member, kind.member(name), file, from, to);
                    }
                    from.pop();
                    to.pop();
                }
            }
            Value::Array(elements) => {
                for (index, element) in elements.iter().enumerate() {
                    let index = index.to_string();
                    from.push(&index);
                    to.push(&index);
                    self.visit(element, kind.element(), file, from, to);
                    from.pop();
                    to.pop();
                }
            }
            _ => {}
        }
    }

    /// Leads a reference to where its target is or comes to be, and says whether the node is
    /// done with by that.
    fn reference(
        &mut self,
        node: &Value,
        (reference, key): (&str, &str),
        kind: Kind,
        file: usize,
        from: &Pointer,
        to: &Pointer,
    ) -> bool {
        let section = section_of(kind, self.version);
        if matches!(kind, Kind::Example | Kind::Link) {
            // Nobody reads these, so that nothing is opened for them.
            if !reference.starts_with("#/") {
                self.puts.push((to.clone(), Some(json!({}))));
            }
            return true;
        }
        let has_bases = !self.store.get(file).bases.is_empty();
        if file == 0
            && section.is_some()
            && key == "$ref"
            && !has_bases
            && self.is_plain(0, reference)
        {
            return false;
        }
        let target = match self.target(file, from, reference) {
            Ok(target) => target,
            // The document's own references are checked when all is in one tree.
            Err(Bad::Inside(_)) if file == 0 && reference.starts_with('#') => return false,
            Err(bad) => {
                return self.degrade(node, &bad, (reference, key), kind, (file, from), to);
            }
        };
        match section {
            Some(section) => self.lead(node, target, section, kind, (file, from), to),
            None => self.inline(node, target, (reference, key), kind, (file, from), to),
        }
    }

    /// Leads the reference at `to` to the component that its target is, or becomes.
    fn lead(
        &mut self,
        node: &Value,
        target: Target,
        section: &'static str,
        kind: Kind,
        (file, from): (usize, &Pointer),
        to: &Pointer,
    ) -> bool {
        let home = if self.is_settled(&target) {
            target.1
        } else {
            let key = (target, section);
            match self.homes.get(&key) {
                Some(home) if home == to => {
                    // This component is nothing but the reference: here is its place.
                    return match self.put(&key.0, to) {
                        Ok(()) => {
                            self.place(kind, key.0, to);
                            true
                        }
                        Err(bad) => {
                            let reference = reference_of(node).unwrap_or_default();
                            self.degrade(node, &bad, (reference, "$ref"), kind, (file, from), to)
                        }
                    };
                }
                Some(home) => home.clone(),
                None => match self.settle(key, section, kind) {
                    Ok(home) => home,
                    Err(bad) => {
                        let reference = reference_of(node).unwrap_or_default();
                        return self.degrade(
                            node,
                            &bad,
                            (reference, "$ref"),
                            kind,
                            (file, from),
                            to,
                        );
                    }
                },
            }
        };
        self.puts
            .push((to.child("$ref"), Some(Value::String(written(&home)))));
        // What stands beside the reference may hold references in turn.
        false
    }

    /// Makes a component of a node.
    fn settle(
        &mut self,
        key: (Target, &'static str),
        section: &'static str,
        kind: Kind,
    ) -> Result<Pointer, Bad> {
        let (file, at) = key.0.clone();
        let address = (file != 0).then(|| self.store.get(file).address.clone());
        let name = self
            .names
            .entry(section)
            .or_default()
            .give(address.as_ref(), &at);
        let home = self.section(section).child(&name);
        self.put(&key.0, &home)?;
        self.queue.push((kind, key.0.clone(), home.clone()));
        self.homes.insert(key, home.clone());
        Ok(home)
    }

    /// Puts a target in the place of the reference to it. What stands beside the reference
    /// overrules what the target says.
    fn inline(
        &mut self,
        node: &Value,
        target: Target,
        reference: (&str, &str),
        kind: Kind,
        (file, from): (usize, &Pointer),
        to: &Pointer,
    ) -> bool {
        let loop_of = |target: &Target| {
            let pointers = vec![target.1.clone()];
            Bad::Inside(super::ReferenceError::Loop { pointers })
        };
        let outcome = if self.inlining.contains(&target) {
            Err(loop_of(&target))
        } else if self.inlining.len() >= MAX_INLINED {
            Err(Bad::Refused(Refusal::TooLarge))
        } else {
            self.put(&target, to)
        };
        if let Err(bad) = outcome {
            return self.degrade(node, &bad, reference, kind, (file, from), to);
        }
        self.inlining.push(target.clone());
        self.place(kind, target, to);
        self.inlining.pop();
        let beside = node.as_object().into_iter().flatten();
        for (name, member) in beside.filter(|(name, _)| *name != "$ref") {
            let (mut from, mut to) = (from.child(name), to.child(name));
            self.puts.push((to.clone(), Some(member.clone())));
            self.moves.insert(to.clone(), (file, from.clone()));
            self.visit(member, kind.member(name), file, &mut from, &mut to);
        }
        true
    }

    /// Notes that a copy of `target` is to stand at `to`.
    fn put(&mut self, target: &Target, to: &Pointer) -> Result<(), Bad> {
        let loaded = self.store.get(target.0);
        let node = target.1.get(&loaded.tree).unwrap_or(&Value::Null);
        let size = count(node);
        self.copied += size;
        if !self.known.insert(target.clone()) {
            self.repeated += size;
        }
        let is_too_much = self.copied > MAX_NODES || self.repeated > MAX_REPEATED;
        let depth = to.segments().count() + merge::depth(node);
        if is_too_much || depth > MAX_BUNDLED_DEPTH {
            return Err(Bad::Refused(Refusal::TooLarge));
        }
        self.moves.insert(to.clone(), target.clone());
        self.puts.push((to.clone(), Some(node.clone())));
        Ok(())
    }

    /// The values of a discriminator's mapping are names of components, or references.
    fn mapping(&mut self, mapping: &Value, file: usize, from: &Pointer, to: &Pointer) {
        for (tag, value) in mapping.as_object().into_iter().flatten() {
            let Some(name) = value.as_str() else {
                continue;
            };
            let is_reference = name.contains(['/', '#']) || is_file(name);
            let reference = match (is_reference, file) {
                (true, _) => name.to_owned(),
                (false, 0) => continue,
                (false, _) => format!("#/components/schemas/{name}"),
            };
            if file == 0 && self.is_plain(0, &reference) {
                continue;
            }
            let (from, to) = (from.child(tag), to.child(tag));
            let target = match self.target(file, &from, &reference) {
                Ok(target) => target,
                Err(_) if !is_reference => continue,
                Err(bad) => {
                    let diagnostic = bad.diagnostic(&reference);
                    self.complaints.push((file, from, diagnostic));
                    continue;
                }
            };
            let Some(section) = section_of(Kind::Schema, self.version) else {
                continue;
            };
            let known = self.homes.get(&(target.clone(), section)).cloned();
            let home = match known {
                Some(home) => Ok(home),
                None if self.is_settled(&target) => Ok(target.1),
                None => self.settle((target, section), section, Kind::Schema),
            };
            if let Ok(home) = home {
                self.puts.push((to, Some(Value::String(written(&home)))));
            }
        }
    }

    /// Leaves out a reference that leads nowhere, and says so. The node is not done with by that.
    fn degrade(
        &mut self,
        node: &Value,
        bad: &Bad,
        (reference, key): (&str, &str),
        kind: Kind,
        (file, from): (usize, &Pointer),
        to: &Pointer,
    ) -> bool {
        let is_full = matches!(bad, Bad::Refused(Refusal::TooLarge));
        if !(is_full && self.is_full) {
            let diagnostic = bad.diagnostic(reference);
            self.complaints.push((file, from.child(key), diagnostic));
        }
        self.is_full |= is_full;
        self.puts.push((to.child(key), None));
        if matches!(kind, Kind::Response | Kind::RequestBody) && node.get("content").is_none() {
            // Any JSON may be sent or answered.
            let content = json!({"application/json": {"schema": {}}});
            self.puts.push((to.child("content"), Some(content)));
        }
        // What stands beside it may hold references in turn.
        false
    }

    fn target(&mut self, file: usize, at: &Pointer, reference: &str) -> Result<Target, Bad> {
        let version = self.version;
        let target = self
            .store
            .target(file, at, reference, |target| is_settled(target, version))?;
        // A schema cannot be the whole document: `#` is meant to be the one around it.
        let around = (target == (0, Pointer::root())).then(|| component_around(file, at, version));
        Ok(around.flatten().unwrap_or(target))
    }

    fn is_settled(&self, target: &Target) -> bool {
        is_settled(target, self.version)
    }

    /// Whether a reference of `file` names a node of the document that stays where it is.
    fn is_plain(&self, file: usize, reference: &str) -> bool {
        let pointer = reference
            .strip_prefix('#')
            .filter(|rest| rest.starts_with('/'));
        let passes = |key: &str| reference.contains(key);
        file == 0 && pointer.is_some() && !passes("$defs") && !passes("definitions/")
            || self.version == Version::V2
                && file == 0
                && reference
                    .strip_prefix("#/definitions/")
                    .is_some_and(|name| !name.contains('/'))
    }

    /// Where the components of a section are.
    fn section(&self, section: &str) -> Pointer {
        let root = Pointer::root();
        match self.version {
            Version::V2 => root.child(section),
            _ => root.child("components").child(section),
        }
    }

    fn finish(self) -> Bundled {
        let mut loaded = self.store.loaded;
        loaded.truncate(1);
        let own = loaded
            .pop()
            .and_then(|own| std::rc::Rc::try_unwrap(own).ok());
        let mut tree = own.map(|own| own.tree).unwrap_or_default();
        for (at, value) in self.puts {
            write(&mut tree, &at, value);
        }
        Bundled {
            tree,
            sources: self.store.sources,
            moves: self.moves,
            diagnostics: self.store.diagnostics,
            complaints: self.complaints,
        }
    }
}

/// The sections of components that references lead to, in 3.x and in 2.0.
const SECTIONS: [&str; 7] = [
    "schemas",
    "definitions",
    "parameters",
    "responses",
    "requestBodies",
    "headers",
    "securitySchemes",
];

/// The section of components for nodes of this kind; none where they are put in place.
fn section_of(kind: Kind, version: Version) -> Option<&'static str> {
    let is_old = version == Version::V2;
    match kind {
        Kind::Schema | Kind::SchemaOrFlag if is_old => Some("definitions"),
        Kind::Schema | Kind::SchemaOrFlag => Some("schemas"),
        Kind::Parameter => Some("parameters"),
        Kind::Response => Some("responses"),
        Kind::RequestBody if !is_old => Some("requestBodies"),
        Kind::Header if !is_old => Some("headers"),
        Kind::SecurityScheme if !is_old => Some("securitySchemes"),
        _ => None,
    }
}

/// Whether a node stays where it is: it is one of the document, and not inside of `$defs`, which
/// no version before 3.1 knows.
fn is_settled((file, at): &Target, version: Version) -> bool {
    if *file != 0 {
        return false;
    }
    let segments: Vec<_> = at.segments().collect();
    let is_keyword = |index: usize| {
        let key = segments[index].as_ref();
        let around = index.checked_sub(1).map(|before| segments[before].as_ref());
        let is_name = match around {
            None => key == "definitions" && version == Version::V2,
            Some("properties" | "patternProperties" | "schemas" | "dependentSchemas") => true,
            Some("definitions") => index == 1 && version == Version::V2,
            Some(_) => false,
        };
        matches!(key, "$defs" | "definitions") && !is_name
    };
    !(0..segments.len()).any(is_keyword)
}

/// References whose target depends on how the schema was reached (JSON Schema 2020-12, section
/// 8.2.3.2): the one that stands here is meant in nearly all documents.
fn dynamic(node: &Value) -> Option<(&str, &'static str)> {
    let text = |key: &'static str| Some((node.get(key)?.as_str()?, key));
    text("$dynamicRef").or_else(|| text("$recursiveRef"))
}

/// The component that a node of the document is in.
fn component_around(file: usize, at: &Pointer, version: Version) -> Option<Target> {
    let depth = if version == Version::V2 { 2 } else { 3 };
    let mut names = at.segments();
    let component = names.by_ref().take(depth);
    let component = component.fold(Pointer::root(), |around, name| around.child(&name));
    (file == 0 && names.next().is_some()).then_some((0, component))
}

/// Whether a text is the name of a file.
fn is_file(text: &str) -> bool {
    let ending = text.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| ["json", "yaml", "yml"].contains(&ending))
}

fn count(node: &Value) -> usize {
    match node {
        Value::Object(members) => members.values().map(count).sum::<usize>() + 1,
        Value::Array(elements) => elements.iter().map(count).sum::<usize>() + 1,
        _ => 1,
    }
}

/// Writes a node into a tree, with the objects around it where they are missing; without a value,
/// takes a member out.
fn write(tree: &mut Value, at: &Pointer, value: Option<Value>) {
    let (Some(parent), Some(name)) = (at.parent(), at.last()) else {
        *tree = value.unwrap_or_default();
        return;
    };
    if value.is_some() && parent.get(tree).is_none() {
        write(tree, &parent, Some(json!({})));
    }
    match (tree.pointer_mut(parent.as_str()), value) {
        (Some(Value::Object(members)), Some(value)) => {
            members.insert(name.into_owned(), value);
        }
        (Some(Value::Object(members)), None) => drop(members.shift_remove(name.as_ref())),
        (Some(Value::Array(elements)), Some(value)) => {
            let index = name.parse::<usize>().ok();
            if let Some(element) = index.and_then(|index| elements.get_mut(index)) {
                *element = value;
            }
        }
        _ => {}
    }
}
