//! Components: which nothing refers to, and which discriminators name and are not there.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::rules::{Rules, elements, members};
use crate::document::{Document, Kind, Part, Pointer, parts, reference_of};
use crate::text::advise;

pub(super) fn check(rules: &mut Rules<'_>) {
    mappings(rules);
    if !rules.operations().is_empty() {
        unused(rules);
    }
}

/// Values of a `mapping` are names of schemas or references to them (OpenAPI 3.0.4, section
/// 4.8.25).
fn mappings(rules: &mut Rules<'_>) {
    for part in rules.parts().iter() {
        if part.kind != Kind::Discriminator {
            continue;
        }
        for (tag, target) in members(part.value, "mapping") {
            let Some(target) = target.as_str() else {
                continue;
            };
            if mapped(rules.document, target).is_none() {
                let schemas = rules.document.node(&schemas());
                let schemas = schemas.and_then(Value::as_object).into_iter().flatten();
                let known: Vec<&str> = schemas.map(|(name, _)| name.as_str()).collect();
                let name = target.rsplit('/').next().unwrap_or(target);
                let message = format!("`{tag}` is mapped to `{target}`, which is not there");
                let help = advise(name, &known, "define the schema, or correct the name");
                let at = part.pointer.child("mapping").child(tag);
                rules.warn("dangling-mapping", &at, message, help);
            }
        }
    }
}

fn schemas() -> Pointer {
    Pointer::root().child("components").child("schemas")
}

/// The schema that a value of a `mapping` means: a name goes before a reference.
fn mapped(document: &Document, target: &str) -> Option<Pointer> {
    let named = schemas().child(target);
    match document.node(&named) {
        Some(_) => Some(named),
        None => document.target(target).map(|(pointer, _)| pointer),
    }
}

/// Reports what cannot be reached from the paths, the webhooks and the settings.
fn unused(rules: &mut Rules<'_>) {
    let document = rules.document;
    // Also what is marked as undocumented uses what it refers to.
    let all = parts(document.root(), &|_| false);
    let uses = uses(document, &all);
    let mut open: Vec<Pointer> = vec![Pointer::root()];
    let waiting = rules.config.waiting.as_ref().map(|waiting| &waiting.schema);
    let webhooks = rules.config.webhooks.as_ref().map(|known| &known.schema);
    open.extend(
        waiting
            .into_iter()
            .chain(webhooks)
            .map(|name| schemas().child(name)),
    );
    let mut reached: HashSet<Pointer> = HashSet::new();
    while let Some(owner) = open.pop() {
        if let Some(used) = uses.get(&owner) {
            open.extend(used.iter().filter(|one| !reached.contains(*one)).cloned());
        }
        reached.insert(owner);
    }
    for part in rules.parts().iter() {
        if !is_component(&part.pointer) || reached.contains(&part.pointer) {
            continue;
        }
        // What normalising made is nobody's to remove.
        let origin = document.origin(&part.pointer);
        let mut steps = origin.segments();
        let section = steps.next().unwrap_or_default();
        let is_section = match section.as_ref() {
            "components" => steps.count() == 2,
            "definitions" | "parameters" | "responses" | "securityDefinitions" => {
                steps.count() == 1
            }
            _ => false,
        };
        if is_section && document.is_written(&part.pointer) {
            let name = part.pointer.last().unwrap_or_default().into_owned();
            let message = format!("nothing that can be called leads to `{name}`");
            let help = "remove it, or refer to it where it is meant";
            rules.warn("unused-component", &part.pointer, message, help);
        }
    }
}

/// Which components each component refers to, and the rest of the document, as the root.
fn uses(document: &Document, all: &[Part<'_>]) -> HashMap<Pointer, Vec<Pointer>> {
    let mut uses: HashMap<Pointer, Vec<Pointer>> = HashMap::new();
    let mut note = |from: Pointer, to: &Pointer| {
        uses.entry(from).or_default().extend(component_of(to));
    };
    for part in all {
        let owner = || component_of(&part.pointer).unwrap_or_default();
        if let Some(reference) = reference_of(part.value) {
            let fragment = reference.strip_prefix('#').unwrap_or_default();
            let fragment = crate::document::percent_decode(fragment);
            // One step: a component that is a reference uses the next itself.
            if let Some(target) = Pointer::parse(&fragment) {
                note(owner(), &target);
            }
        }
        match part.kind {
            Kind::Discriminator => {
                for (_, target) in members(part.value, "mapping") {
                    let target = target.as_str().and_then(|name| mapped(document, name));
                    target.iter().for_each(|target| note(owner(), target));
                }
            }
            Kind::Root | Kind::Operation => {
                let schemes = Pointer::root().child("components").child("securitySchemes");
                let names = elements(part.value, "security").iter();
                let names = names.filter_map(Value::as_object).flatten();
                names.for_each(|(name, _)| note(owner(), &schemes.child(name)));
            }
            // What extends a base with a discriminator is used where the base is.
            Kind::Schema if is_component(&part.pointer) => {
                for base in elements(part.value, "allOf")
                    .iter()
                    .filter_map(reference_of)
                {
                    let base = document.target(base);
                    let base = base.filter(|(_, node)| node.get("discriminator").is_some());
                    if let Some((base, _)) = base.filter(|(at, _)| is_component(at)) {
                        note(base, &part.pointer);
                    }
                }
            }
            _ => {}
        }
    }
    uses
}

/// The component that a node is a part of.
fn component_of(pointer: &Pointer) -> Option<Pointer> {
    let mut steps = pointer.segments();
    let (first, section, name) = (steps.next()?, steps.next()?, steps.next()?);
    let component = Pointer::root().child(&first).child(&section).child(&name);
    (first == "components").then_some(component)
}

fn is_component(pointer: &Pointer) -> bool {
    pointer.segments().count() == 3 && component_of(pointer).is_some()
}
