//! Components: a type of each, whatever the order in which they stand.

use std::collections::BTreeSet;

use super::context::Lowering;
use super::known::Known;
use super::limits;
use super::node::Node;
use crate::api::{Cause, Type, TypeId, TypeKind};

/// How often components are made where one asks what a later one is. The second time is enough
/// but for unions of unions that each stand before the next.
const PASSES: usize = 4;

impl<'d> Lowering<'d> {
    /// The schemas among the components, by name.
    pub(super) fn component_nodes(&self) -> Vec<(&'d str, Node<'d>)> {
        let components = self.root().get("components");
        components
            .map(|components| components.members("schemas"))
            .unwrap_or_default()
    }

    /// Makes a type of every component schema.
    pub(super) fn components(&mut self) {
        let nodes = self.component_nodes();
        for (name, node) in &nodes {
            // The kind is filled in below: components may refer to each other in any order.
            let kind = TypeKind::Alias(Type::Json);
            let id = self.push(Some((*name).to_owned()), node, kind);
            self.components.insert(name, id);
            self.pending.insert(id);
        }
        self.plain_bases();
        for _ in 0..PASSES {
            // What could not be told the last time may be told now.
            self.diagnostics.clear();
            self.reported.clear();
            self.untyped.clear();
            self.known = Known::default();
            if !self.fill(&nodes) || !self.looked_ahead.get() {
                break;
            }
        }
        self.break_circles();
        for (name, node) in &nodes {
            let id = self.component_type(name);
            if let Some(definition) = id.and_then(|id| self.types.get_mut(id.0))
                && let TypeKind::Alias(_) = definition.kind
            {
                let text = definition.docs.text.take();
                definition.docs.text = limits::documented(text, node);
            }
        }
    }

    /// Makes the kinds of all components, and says whether one is other than it was.
    fn fill(&mut self, nodes: &[(&'d str, Node<'d>)]) -> bool {
        let mut changed = false;
        for (name, node) in nodes {
            let family = self.family(name);
            let (id, plain) = (self.component_type(name), self.plain_base(name));
            let own = id.filter(|_| family.is_none()).or(plain);
            let own = own.map(|own| (own, self.component(name, node)));
            for (id, kind) in own.into_iter().chain(id.zip(family)) {
                self.pending.remove(&id);
                changed |= self.types[id.0].kind != kind;
                self.types[id.0].kind = kind;
            }
        }
        changed
    }

    /// What the type `id` is. Of a component whose turn has not come yet that is not known: then
    /// all components are made once more.
    pub(super) fn kind(&self, id: TypeId) -> &TypeKind {
        if self.pending.contains(&id) {
            self.looked_ahead.set(true);
        }
        &self.types[id.0].kind
    }

    /// Makes JSON of names that mean nothing but themselves, such as a list of itself: another
    /// name for a type must end at a type.
    fn break_circles(&mut self) {
        for at in 0..self.types.len() {
            let pointer = self.types[at].pointer.clone();
            if self.is_circle(TypeId(at)) {
                let message = "the schema consists of nothing but itself".to_owned();
                let help = "make it an object with a property that refers to it";
                self.warn(&pointer, "circular-schema", message, Some(help));
                let reason = "the schema consists of nothing but itself";
                let ty = self.untyped(&pointer, Cause::Generator, reason);
                self.types[at].kind = TypeKind::Alias(ty);
            }
        }
    }

    /// Whether `id` is another name for itself, perhaps by way of others.
    pub(super) fn is_circle(&self, id: TypeId) -> bool {
        let mut seen = BTreeSet::new();
        let mut next = id;
        while let TypeKind::Alias(ty) = &self.types[next.0].kind
            && let Some(target) = ty.named()
            && seen.insert(target)
        {
            next = target;
        }
        seen.contains(&id)
    }
}
