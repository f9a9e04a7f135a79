//! The type that covers two: what a member is that has one type here and another there.

use super::context::Lowering;
use super::node::Node;
use super::schema::Place;
use crate::api::{Docs, Enumeration, Member, Object, Scalar, Type, TypeId, TypeKind, Value, Way};
use crate::document::Pointer;

impl Lowering<'_> {
    /// The type of all values of `a` and of `b`, where there is one that says no less than both.
    ///
    /// Enumerations grow; text and an enumeration make an enumeration, since ours are open; a
    /// value out of the list is still read. Objects join where they have the same members. A type
    /// that has to be made for that stands at `at`.
    pub(super) fn join(&mut self, at: &Pointer, member: &str, a: &Type, b: &Type) -> Option<Type> {
        if a == b {
            return Some(a.clone());
        }
        match (a, b) {
            (Type::List(a), Type::List(b)) => self
                .join(at, member, a, b)
                .map(|ty| Type::List(Box::new(ty))),
            (Type::Map(a), Type::Map(b)) => self
                .join(at, member, a, b)
                .map(|ty| Type::Map(Box::new(ty))),
            (Type::Nullable(a), b) | (b, Type::Nullable(a)) => {
                let ty = self.join(at, member, a, b)?;
                Some(if let Type::Nullable(_) = ty {
                    ty
                } else {
                    Type::Nullable(Box::new(ty))
                })
            }
            (Type::Integer { .. } | Type::Number, Type::Integer { .. } | Type::Number) => {
                Some(join_numbers(a, b))
            }
            _ if self.is_number(a) && self.is_number(b) => Some(self.join_listed(at, member, a, b)),
            (
                Type::DateTime | Type::Formatted(_) | Type::Id(_) | Type::String,
                Type::DateTime | Type::Formatted(_) | Type::Id(_) | Type::String,
            ) => Some(Type::String),
            (
                Type::Boolean | Type::Constant(Scalar::Boolean(_)),
                Type::Boolean | Type::Constant(Scalar::Boolean(_)),
            ) => Some(Type::Boolean),
            (Type::Named(x), Type::Named(y)) => {
                if self.values(a).is_some() {
                    self.join_values(at, member, a, b)
                } else {
                    self.join_objects(*x, *y)
                }
            }
            _ => self.join_values(at, member, a, b),
        }
    }

    fn join_values(&mut self, at: &Pointer, member: &str, a: &Type, b: &Type) -> Option<Type> {
        let mut values = self.values(a)?;
        values.extend(self.values(b)?);
        if values.is_empty() {
            return Some(Type::String);
        }
        Some(self.enumeration(&Place { owner: "", member }, &nowhere(at), values))
    }

    /// The known values of a type of strings.
    pub(super) fn values(&self, ty: &Type) -> Option<Vec<Value>> {
        match ty {
            Type::String => Some(Vec::new()),
            Type::Constant(Scalar::String(value)) => Some(vec![Value {
                value: value.clone(),
                docs: Docs::default(),
            }]),
            Type::Named(id) => match self.kind(*id) {
                TypeKind::Enumeration(Enumeration { values }) => Some(values.clone()),
                TypeKind::Alias(ty) if !self.is_circle(*id) => self.values(ty),
                _ => None,
            },
            _ => None,
        }
    }

    fn join_objects(&mut self, a: TypeId, b: TypeId) -> Option<Type> {
        let (first, second) = (self.flat(a)?, self.flat(b)?);
        let names = |object: &Object| {
            let mut names: Vec<_> = object.members.iter().map(|m| m.name.clone()).collect();
            names.sort();
            names
        };
        if names(&first) != names(&second) || first.rest != second.rest {
            return None;
        }
        let mut members = Vec::with_capacity(first.members.len());
        for one in first.members {
            let other = second
                .members
                .iter()
                .find(|member| member.name == one.name)?;
            let ty = self.join(&one.pointer, &one.name, &one.ty, &other.ty)?;
            let (required, nullable) = (
                one.required && other.required,
                one.nullable || other.nullable,
            );
            members.push(Member {
                ty,
                required,
                nullable,
                ..one
            });
        }
        let node = nowhere(&self.types[a.0].pointer.clone());
        let kind = TypeKind::Object(Object {
            members,
            cases: None,
            rest: first.rest,
        });
        Some(self.intern(
            &Place {
                owner: "",
                member: "",
            },
            &node,
            kind,
        ))
    }

    /// An inline object as if its cases were values of an ordinary member, where they hold
    /// nothing of their own.
    fn flat(&mut self, id: TypeId) -> Option<Object> {
        let definition = self.types[id.0].clone();
        let TypeKind::Object(mut object) = definition.kind else {
            return None;
        };
        if definition.name.is_some() {
            return None;
        }
        if let Some(cases) = object.cases.take() {
            if cases.cases.iter().any(|case| !case.members.is_empty()) {
                return None;
            }
            let value = |case: crate::api::Case| Value {
                value: case.value.text().to_owned(),
                docs: case.docs,
            };
            let values = cases.cases.into_iter().map(value).collect();
            let node = nowhere(&definition.pointer);
            let ty = self.enumeration(
                &Place {
                    owner: "",
                    member: &cases.tag,
                },
                &node,
                values,
            );
            object.members.push(Member {
                name: cases.tag,
                pointer: definition.pointer,
                docs: Docs::default(),
                ty,
                required: true,
                nullable: false,
                way: Way::Both,
                selector: None,
            });
        }
        Some(object)
    }
}

/// A node that says nothing, for types that stand at `pointer` only in parts.
fn nowhere(pointer: &Pointer) -> Node<'static> {
    Node {
        pointer: pointer.clone(),
        value: &serde_json::Value::Null,
    }
}

fn join_numbers(a: &Type, b: &Type) -> Type {
    match (a, b) {
        (
            Type::Integer {
                minimum: low,
                maximum: high,
            },
            Type::Integer {
                minimum: other_low,
                maximum: other_high,
            },
        ) => Type::Integer {
            minimum: low.zip(*other_low).map(|(a, b)| a.min(b)),
            maximum: high.zip(*other_high).map(|(a, b)| a.max(b)),
        },
        _ => Type::Number,
    }
}
