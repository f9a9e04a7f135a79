//! Components: what has its place among them, and what comes to have one.

use serde_json::Value;

use super::target::{Bad, Target, only_reference};
use super::{Bundle, Kind, Pointer, Version, reference_of};

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

impl Bundle<'_> {
    /// Gives what a component consists of the place of that component, before anything else
    /// refers to it, and keeps the names that there are.
    pub(super) fn settle_components(&mut self) {
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

    /// Makes a component of a node.
    pub(super) fn settle(
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
        self.copies.put(&self.store.get(file), &key.0, &home)?;
        self.queue.push((kind, key.0.clone(), home.clone()));
        self.homes.insert(key, home.clone());
        Ok(home)
    }

    /// What a reference of the node at `at` leads to.
    pub(super) fn target(
        &mut self,
        file: usize,
        at: &Pointer,
        reference: &str,
    ) -> Result<Target, Bad> {
        let version = self.version;
        let is_settled = |target: &Target| is_settled(target, version);
        let target = match self.store.target(file, at, reference, is_settled) {
            Ok(target) => target,
            Err(bad) => return self.by_name(file, reference).ok_or(bad),
        };
        // A schema cannot be the whole document: `#` is meant to be the one around it.
        let around = (target == (0, Pointer::root())).then(|| component_around(file, at, version));
        Ok(around.flatten().unwrap_or(target))
    }

    /// The schema that a reference names by its mere name, as before Swagger 2.0.
    fn by_name(&self, file: usize, reference: &str) -> Option<Target> {
        let section = section_of(Kind::Schema, self.version)?;
        let at = self.section(section).child(reference);
        let is_there = at.get(&self.store.get(file).tree).is_some();
        (file == 0 && is_there).then_some((0, at))
    }

    /// Whether a node stays where it is.
    pub(super) fn is_settled(&self, target: &Target) -> bool {
        is_settled(target, self.version)
    }

    /// Whether a reference of `file` names a node of the document that stays where it is.
    pub(super) fn is_plain(&self, file: usize, reference: &str) -> bool {
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
}

/// The section of components for nodes of this kind; none where they are put in place.
pub(super) fn section_of(kind: Kind, version: Version) -> Option<&'static str> {
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

/// The component that a node of the document is in.
fn component_around(file: usize, at: &Pointer, version: Version) -> Option<Target> {
    let depth = if version == Version::V2 { 2 } else { 3 };
    let mut names = at.segments();
    let component = names.by_ref().take(depth);
    let component = component.fold(Pointer::root(), |around, name| around.child(&name));
    (file == 0 && names.next().is_some()).then_some((0, component))
}
