//! Lists: items of one type, and tuples.

use super::context::Lowering;
use super::node::Node;
use super::schema::{Made, Place};
use crate::api::{Cause, Type};

impl<'d> Lowering<'d> {
    /// A list. A tuple is a list of what covers all its places: tuples grow at their end, and a
    /// list neither loses what is new nor lacks what is left out.
    pub(super) fn list(&mut self, place: Place<'_>, node: &Node<'d>) -> Type {
        // Before JSON Schema 2020-12, `items` listed the places of a tuple.
        let mut parts = node.elements("prefixItems");
        parts.extend(node.elements("items"));
        let is_tuple = !parts.is_empty();
        let others = ["items", "additionalItems", "unevaluatedItems"];
        let others = others.into_iter().filter_map(|key| node.get(key));
        parts.extend(others.filter(|others| others.value.is_object()).take(1));
        let item = match parts.as_slice() {
            [items] if !is_tuple => Some(self.element(place, items)),
            parts => self.covering(place, node, parts),
        };
        Type::List(Box::new(item.unwrap_or_else(|| {
            let reason = "the list says nothing about its items";
            self.untyped(&node.pointer, Cause::Document, reason)
        })))
    }

    /// The one type that covers all values of `parts`, schemas below `node`; nothing where there
    /// are none.
    pub(super) fn covering(
        &mut self,
        place: Place<'_>,
        node: &Node<'d>,
        parts: &[Node<'d>],
    ) -> Option<Type> {
        let mut types: Vec<Type> = Vec::new();
        let mut nullable = false;
        for part in parts {
            let ty = match self.element(place, part) {
                Type::Nullable(ty) => {
                    nullable = true;
                    *ty
                }
                ty => ty,
            };
            if !types.contains(&ty) {
                types.push(ty);
            }
        }
        let ty = match types.as_slice() {
            [] => return None,
            [only] => only.clone(),
            _ => match self.mixed_union(place, node, types) {
                Made::Type(Type::Nullable(ty)) => *ty,
                Made::Type(ty) => ty,
                Made::Kind(kind) => self.intern(&place, node, kind),
            },
        };
        Some(if nullable {
            Type::Nullable(Box::new(ty))
        } else {
            ty
        })
    }
}
