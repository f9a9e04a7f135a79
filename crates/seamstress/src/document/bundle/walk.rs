//! One walk over all that belongs to a document, which leads every reference to its place.

use serde_json::{Value, json};

use super::address::Refusal;
use super::components::section_of;
use super::target::{Bad, Target};
use super::{Bundle, Kind, Pointer, reference_of};
use crate::document::ReferenceError;
use crate::document::dialect::written;

/// How many references may be replaced by what they lead to, each inside the one before.
const MAX_INLINED: usize = 16;

/// A reference, and the node that has it.
struct Found<'n> {
    node: &'n Value,
    kind: Kind,
    reference: &'n str,
    /// The keyword: `$ref`, or one that counts as that.
    key: &'static str,
    file: usize,
    /// Where the node stands in its file.
    from: &'n Pointer,
    /// Where it comes to stand in the document.
    to: &'n Pointer,
}

impl Bundle<'_> {
    /// Goes through a node of `file` that stands at `from` and comes to stand at `to`.
    pub(super) fn visit(
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
                if let Some((reference, key)) = reference {
                    let (from, to) = (&*from, &*to);
                    let found = Found {
                        node,
                        kind,
                        reference,
                        key,
                        file,
                        from,
                        to,
                    };
                    if self.reference(&found) {
                        return;
                    }
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
    fn reference(&mut self, found: &Found<'_>) -> bool {
        let (file, reference) = (found.file, found.reference);
        if matches!(found.kind, Kind::Example | Kind::Link) {
            // Nobody reads these, so that nothing is opened for them.
            if !reference.starts_with("#/") {
                self.copies.set(found.to.clone(), json!({}));
            }
            return true;
        }
        let section = section_of(found.kind, self.version);
        let stays = section.is_some() && found.key == "$ref" && self.is_plain(file, reference);
        if stays && self.store.get(file).bases.is_empty() {
            return false;
        }
        let target = match self.target(file, found.from, reference) {
            Ok(target) => target,
            // The document's own references are checked when all is in one tree.
            Err(Bad::Inside(_)) if file == 0 && reference.starts_with('#') => return false,
            Err(bad) => return self.degrade(found, &bad),
        };
        let led = match section {
            Some(section) => self.lead(found, target, section),
            None => self.inline(found, target),
        };
        led.unwrap_or_else(|bad| self.degrade(found, &bad))
    }

    /// Leads a reference to the component that its target is, or becomes.
    fn lead(
        &mut self,
        found: &Found<'_>,
        target: Target,
        section: &'static str,
    ) -> Result<bool, Bad> {
        let key = (target, section);
        let known = self.homes.get(&key).cloned();
        let home = match known {
            _ if self.is_settled(&key.0) => key.0.1,
            Some(home) if home == *found.to => {
                // This component is nothing but the reference: here is its place.
                let loaded = self.store.get(key.0.0);
                self.copies.put(&loaded, &key.0, found.to)?;
                self.place(found.kind, key.0, found.to);
                return Ok(true);
            }
            Some(home) => home,
            None => self.settle(key, section, found.kind)?,
        };
        let reference = Value::String(written(&home));
        self.copies.set(found.to.child("$ref"), reference);
        // What stands beside the reference may hold references in turn.
        Ok(false)
    }

    /// Puts a target in the place of the reference to it. What stands beside the reference
    /// overrules what the target says.
    fn inline(&mut self, found: &Found<'_>, target: Target) -> Result<bool, Bad> {
        if self.inlining.contains(&target) {
            let pointers = vec![target.1];
            return Err(Bad::Inside(ReferenceError::Loop { pointers }));
        }
        if self.inlining.len() >= MAX_INLINED {
            return Err(Bad::Refused(Refusal::TooLarge));
        }
        let loaded = self.store.get(target.0);
        self.copies.put(&loaded, &target, found.to)?;
        self.inlining.push(target.clone());
        self.place(found.kind, target, found.to);
        self.inlining.pop();
        let beside = found.node.as_object().into_iter().flatten();
        for (name, member) in beside.filter(|(name, _)| *name != "$ref") {
            let (mut from, mut to) = (found.from.child(name), found.to.child(name));
            self.copies.set(to.clone(), member.clone());
            self.copies.moved(&to, (found.file, from.clone()));
            self.visit(
                member,
                found.kind.member(name),
                found.file,
                &mut from,
                &mut to,
            );
        }
        Ok(true)
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
            if self.is_plain(file, &reference) {
                continue;
            }
            let from = from.child(tag);
            match self.mapped(file, &from, &reference) {
                Ok(home) => self
                    .copies
                    .set(to.child(tag), Value::String(written(&home))),
                Err(_) if !is_reference => {}
                Err(bad) => self
                    .complaints
                    .push((file, from, bad.diagnostic(&reference))),
            }
        }
    }

    /// The component that a value of a mapping names.
    fn mapped(&mut self, file: usize, from: &Pointer, reference: &str) -> Result<Pointer, Bad> {
        let target = self.target(file, from, reference)?;
        if self.is_settled(&target) {
            return Ok(target.1);
        }
        let section = section_of(Kind::Schema, self.version).unwrap_or("schemas");
        match self.homes.get(&(target.clone(), section)) {
            Some(home) => Ok(home.clone()),
            None => self.settle((target, section), section, Kind::Schema),
        }
    }

    /// Leaves out a reference that leads nowhere, and says so. The node is not done with by that.
    fn degrade(&mut self, found: &Found<'_>, bad: &Bad) -> bool {
        let is_full = matches!(bad, Bad::Refused(Refusal::TooLarge));
        if !(is_full && self.is_full) {
            let complaint = bad.diagnostic(found.reference);
            let at = found.from.child(found.key);
            self.complaints.push((found.file, at, complaint));
        }
        self.is_full |= is_full;
        self.copies.remove(found.to.child(found.key));
        let has_content = found.node.get("content").is_some();
        if matches!(found.kind, Kind::Response | Kind::RequestBody) && !has_content {
            // Any JSON may be sent or answered.
            let content = json!({"application/json": {"schema": {}}});
            self.copies.set(found.to.child("content"), content);
        }
        // What stands beside it may hold references in turn.
        false
    }
}

/// References whose target depends on how the schema was reached (JSON Schema 2020-12, section
/// 8.2.3.2): the one that stands here is meant in nearly all documents.
fn dynamic(node: &Value) -> Option<(&str, &'static str)> {
    let text = |key: &'static str| Some((node.get(key)?.as_str()?, key));
    text("$dynamicRef").or_else(|| text("$recursiveRef"))
}

/// Whether a text is the name of a file.
fn is_file(text: &str) -> bool {
    let ending = text.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| ["json", "yaml", "yml"].contains(&ending))
}
