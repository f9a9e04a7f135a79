//! The type of values that are of two types at once: what the parts of an `allOf` say of one
//! member, or of one value.

use super::context::Lowering;
use super::node::Node;
use super::schema::Place;
use crate::api::{Cause, Member, Object, Scalar, Type, TypeId, TypeKind};
use crate::document::Pointer;

impl Lowering<'_> {
    /// The type of the values that are of type `a` and of type `b`; any JSON, with a warning, where
    /// none can be.
    pub(super) fn both(&mut self, at: &Pointer, member: &str, a: &Type, b: &Type) -> Type {
        if let Some(ty) = self.intersect(at, member, a, b) {
            return ty;
        }
        let message =
            format!("the parts of the composition contradict each other about `{member}`");
        let help = "the value is taken as any JSON; let one part say what it is";
        self.warn(at, "conflicting-types", message, Some(help));
        let reason = "the parts of a composition contradict each other";
        self.untyped(at, Cause::Document, reason)
    }

    /// The narrower of two types, or what they have in common.
    fn intersect(&mut self, at: &Pointer, member: &str, a: &Type, b: &Type) -> Option<Type> {
        if a == b {
            return Some(a.clone());
        }
        Some(match (a, b) {
            (Type::Json, other) | (other, Type::Json) => other.clone(),
            (Type::Nullable(a), Type::Nullable(b)) => {
                Type::Nullable(Box::new(self.intersect(at, member, a, b)?))
            }
            (Type::Nullable(a), b) | (b, Type::Nullable(a)) => self.intersect(at, member, a, b)?,
            (Type::List(a), Type::List(b)) => {
                Type::List(Box::new(self.intersect(at, member, a, b)?))
            }
            (Type::Map(a), Type::Map(b)) => Type::Map(Box::new(self.intersect(at, member, a, b)?)),
            // An object whose members have names says more than a map.
            (Type::Map(_), object @ Type::Named(id)) | (object @ Type::Named(id), Type::Map(_))
                if self.is_object_type(*id) =>
            {
                object.clone()
            }
            (Type::Integer { .. }, Type::Number) => a.clone(),
            (Type::Number, Type::Integer { .. }) => b.clone(),
            (fixed @ Type::Constant(value), other) | (other, fixed @ Type::Constant(value))
                if self.may_be(other, value) =>
            {
                fixed.clone()
            }
            _ if self.is_number(a) && self.is_number(b) => {
                let is_listed = |ty: &Type| matches!(ty, Type::Named(_));
                if is_listed(b) && !is_listed(a) {
                    b.clone()
                } else {
                    a.clone()
                }
            }
            (Type::String, other) | (other, Type::String) if self.is_text(other) => other.clone(),
            (Type::Named(x), Type::Named(y))
                if self.is_object_type(*x) && self.is_object_type(*y) =>
            {
                self.merged_objects(at, member, *x, *y)
            }
            _ => return self.join(at, member, a, b),
        })
    }

    /// Whether `value` is among the values of `ty`.
    fn may_be(&self, ty: &Type, value: &Scalar) -> bool {
        match value {
            Scalar::String(_) => self.is_text(ty),
            Scalar::Boolean(_) => *ty == Type::Boolean,
            Scalar::Integer(_) => self.is_number(ty),
        }
    }

    fn is_text(&self, ty: &Type) -> bool {
        matches!(ty, Type::DateTime | Type::Formatted(_) | Type::Id(_)) || self.values(ty).is_some()
    }

    fn is_object_type(&self, id: TypeId) -> bool {
        match self.kind(id) {
            TypeKind::Object(_) => true,
            TypeKind::Alias(Type::Named(next)) => !self.is_circle(id) && self.is_object_type(*next),
            _ => false,
        }
    }

    /// One object with the members of both; the first, where one of them has cases, or holds the
    /// other: what the type does not name is kept all the same.
    fn merged_objects(&mut self, at: &Pointer, member: &str, a: TypeId, b: TypeId) -> Type {
        let plain = |kind: &TypeKind| match kind {
            TypeKind::Object(object) if object.cases.is_none() => Some(object.clone()),
            _ => None,
        };
        let (first, second) = (plain(self.kind(a)), plain(self.kind(b)));
        let (Some(mut merged), Some(second)) = (first, second) else {
            return Type::Named(a);
        };
        if self.composing.len() > super::objects::DEPTH {
            return Type::Named(a);
        }
        // A name that one of them adds nothing to stays a name.
        if is_part(&second, &merged) {
            return Type::Named(a);
        }
        if is_part(&merged, &second) {
            return Type::Named(b);
        }
        self.composing.push(at.clone());
        for other in second.members {
            match merged
                .members
                .iter()
                .position(|known| known.name == other.name)
            {
                None => merged.members.push(other),
                Some(place) => {
                    let known = merged.members[place].clone();
                    let ty = self.both(&known.pointer, &known.name, &known.ty, &other.ty);
                    merged.members[place] = Member {
                        ty,
                        required: known.required || other.required,
                        nullable: known.nullable && other.nullable,
                        ..known
                    };
                }
            }
        }
        self.composing.pop();
        merged.rest = merged.rest.or(second.rest);
        let node = Node {
            pointer: at.clone(),
            value: &serde_json::Value::Null,
        };
        let place = Place { owner: "", member };
        self.intern(&place, &node, TypeKind::Object(merged))
    }
}

/// Whether all that `small` says, `large` says as well.
fn is_part(small: &Object, large: &Object) -> bool {
    let same = |member: &Member| {
        large.members.iter().any(|known| {
            known.name == member.name
                && known.ty == member.ty
                && (known.required || !member.required)
                && (!known.nullable || member.nullable)
        })
    };
    small.rest.is_none() && small.members.iter().all(same)
}
