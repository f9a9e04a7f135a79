//! Unions of values of several kinds of JSON.

use super::context::Lowering;
use super::node::Node;
use super::schema::{Made, Place};
use crate::api::{Alternative, Cause, JsonKind, Scalar, Type, TypeKind, Union};

impl<'d> Lowering<'d> {
    /// A union of values of several kinds of JSON.
    pub(super) fn mixed_union(
        &mut self,
        place: Place<'_>,
        node: &Node<'d>,
        types: Vec<Type>,
    ) -> Made {
        let mut joined: Vec<Type> = Vec::new();
        for ty in self.unfolded(types) {
            let covering = joined.iter().enumerate().find_map(|(at, known)| {
                let known = known.clone();
                let is_same = self.json_kind(&known) == self.json_kind(&ty)
                    || (self.is_number(&known) && self.is_number(&ty));
                Some((at, known)).filter(|_| is_same)
            });
            match covering {
                None => joined.push(ty),
                Some((at, known)) => match self.join(&node.pointer, place.member, &known, &ty) {
                    Some(both) => joined[at] = both,
                    // Which list it is shows in the items.
                    None if matches!(ty, Type::List(_)) => joined.push(ty),
                    None => {
                        let message = "alternatives of the same JSON type cannot be told apart";
                        let help = "the first is taken; what does not fit it is kept as JSON";
                        self.warn(
                            &node.pointer,
                            "ambiguous-union",
                            message.to_owned(),
                            Some(help),
                        );
                    }
                },
            }
        }
        if joined.len() == 1 {
            return Made::Type(joined.remove(0));
        }
        if joined.iter().any(|ty| self.json_kind(ty).is_none()) {
            let (cause, reason) = if joined.iter().any(|ty| self.is_json(ty)) {
                (
                    Cause::Document,
                    "an alternative says nothing about its values",
                )
            } else {
                (
                    Cause::Generator,
                    "alternatives of several JSON types each stand in one union",
                )
            };
            return Made::Type(self.untyped(&node.pointer, cause, reason));
        }
        let mut alternatives = Vec::new();
        for ty in joined {
            let Some(json) = self.json_kind(&ty) else {
                continue;
            };
            let ty = match ty {
                Type::Constant(value) => self.constant(&place, node, value),
                ty => ty,
            };
            alternatives.push(Alternative {
                json,
                required: Vec::new(),
                ty,
            });
        }
        // An integer is a number too, so it must be tried first.
        alternatives.sort_by_key(|alternative| alternative.json == JsonKind::Number);
        Made::Kind(TypeKind::Union(Union::Shaped { alternatives }))
    }

    /// `types`, with the alternatives of a union in its place.
    fn unfolded(&self, types: Vec<Type>) -> Vec<Type> {
        let unfold = |ty: Type| match &ty {
            Type::Named(id) => match self.kind(*id) {
                TypeKind::Union(Union::Shaped { alternatives })
                    if alternatives.iter().all(|one| one.required.is_empty()) =>
                {
                    alternatives.iter().map(|one| one.ty.clone()).collect()
                }
                _ => vec![ty],
            },
            _ => vec![ty],
        };
        types.into_iter().flat_map(unfold).collect()
    }

    /// Whether values of `ty` are any JSON.
    fn is_json(&self, ty: &Type) -> bool {
        match ty {
            Type::Json => true,
            Type::Nullable(inner) => self.is_json(inner),
            Type::Named(id) => match self.kind(*id) {
                TypeKind::Alias(ty) if !self.is_circle(*id) => self.is_json(ty),
                _ => false,
            },
            _ => false,
        }
    }

    /// The kind of JSON that values of `ty` are, where it is only one.
    fn json_kind(&self, ty: &Type) -> Option<JsonKind> {
        Some(match ty {
            Type::String | Type::DateTime | Type::Formatted(_) | Type::Id(_) => JsonKind::String,
            Type::Boolean | Type::Constant(Scalar::Boolean(_)) => JsonKind::Boolean,
            Type::Constant(Scalar::String(_)) => JsonKind::String,
            Type::Constant(Scalar::Integer(_)) => JsonKind::Integer,
            Type::Integer { .. } => JsonKind::Integer,
            Type::Number => JsonKind::Number,
            Type::List(_) => JsonKind::Array,
            Type::Map(_) => JsonKind::Object,
            Type::Nullable(inner) => return self.json_kind(inner),
            Type::Json | Type::Content => return None,
            Type::Named(id) => match self.kind(*id) {
                TypeKind::Object(_) | TypeKind::Union(Union::Tagged { .. }) => JsonKind::Object,
                TypeKind::Enumeration(_) => JsonKind::String,
                TypeKind::Numbers(numbers) if numbers.whole => JsonKind::Integer,
                TypeKind::Numbers(_) => JsonKind::Number,
                TypeKind::Alias(ty) if !self.is_circle(*id) => return self.json_kind(ty),
                TypeKind::Alias(_) => return None,
                // Told apart by members: all of them are objects.
                TypeKind::Union(Union::Shaped { alternatives })
                    if alternatives.iter().all(|one| one.json == JsonKind::Object) =>
                {
                    JsonKind::Object
                }
                TypeKind::Union(_) => return None,
            },
        })
    }
}
