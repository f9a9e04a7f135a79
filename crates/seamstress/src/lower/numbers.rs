//! Numbers: which there are between the bounds that a schema gives, and lists of numbers.

use std::collections::BTreeSet;

use super::context::Lowering;
use super::node::Node;
use super::schema::Place;
use crate::api::{KnownNumber, Numbers, Scalar, Type, TypeKind};
use crate::document::Pointer;

/// The ranges of integers that formats name: those of the OpenAPI format registry.
const FORMATS: &[(&str, i128, i128)] = &[
    ("int8", i8::MIN as i128, i8::MAX as i128),
    ("uint8", 0, u8::MAX as i128),
    ("int16", i16::MIN as i128, i16::MAX as i128),
    ("uint16", 0, u16::MAX as i128),
    ("int32", i32::MIN as i128, i32::MAX as i128),
    ("uint32", 0, u32::MAX as i128),
    ("int64", i64::MIN as i128, i64::MAX as i128),
    ("uint64", 0, u64::MAX as i128),
    ("uint", 0, u64::MAX as i128),
];

/// A whole number between the bounds and those of the format, the narrower ones.
pub(super) fn integer(node: &Node<'_>) -> Type {
    let format = node.text("format");
    let range = FORMATS.iter().find(|(name, _, _)| format == Some(*name));
    let (least, most) = range.map_or((None, None), |(_, least, most)| (Some(*least), Some(*most)));
    let (minimum, maximum) = (node.whole("minimum"), node.whole("maximum"));
    Type::Integer {
        minimum: minimum.max(least),
        maximum: match (maximum, most) {
            (Some(maximum), Some(most)) => Some(maximum.min(most)),
            (maximum, most) => maximum.or(most),
        },
    }
}

/// A whole number of any size.
pub(super) const WHOLE: Type = Type::Integer {
    minimum: None,
    maximum: None,
};

impl Lowering<'_> {
    /// The list of `values`: a fixed value where there is one only.
    pub(super) fn listed_numbers(&self, values: Vec<KnownNumber>) -> Result<TypeKind, Type> {
        let whole = values
            .iter()
            .all(|value| value.value.parse::<i64>().is_ok());
        if let ([only], true) = (values.as_slice(), whole) {
            return Err(Type::Constant(Scalar::Integer(only.value.clone())));
        }
        let mut seen = BTreeSet::new();
        let mut values = values;
        values.retain(|value| seen.insert(value.value.clone()));
        Ok(TypeKind::Numbers(Numbers { whole, values }))
    }

    /// Whether all values of `ty` are numbers.
    pub(super) fn is_number(&self, ty: &Type) -> bool {
        match ty {
            Type::Integer { .. } | Type::Number | Type::Constant(Scalar::Integer(_)) => true,
            Type::Named(id) => match self.kind(*id) {
                TypeKind::Numbers(_) => true,
                TypeKind::Alias(ty) if !self.is_circle(*id) => self.is_number(ty),
                _ => false,
            },
            _ => false,
        }
    }

    /// The type of the numbers of `a` and of `b`, of which one is a list: a list where both are.
    pub(super) fn join_listed(&mut self, at: &Pointer, member: &str, a: &Type, b: &Type) -> Type {
        if let (Some(mut values), Some(others)) = (self.numbers(a), self.numbers(b)) {
            values.extend(others);
            let whole = values
                .iter()
                .all(|value| value.value.parse::<i64>().is_ok());
            let mut seen = BTreeSet::new();
            values.retain(|value| seen.insert(value.value.clone()));
            let kind = TypeKind::Numbers(Numbers { whole, values });
            let node = Node {
                pointer: at.clone(),
                value: &serde_json::Value::Null,
            };
            return self.intern(&Place { owner: "", member }, &node, kind);
        }
        let is_whole = |ty: &Type| match ty {
            Type::Integer { .. } | Type::Constant(_) => true,
            ty => self
                .numbers(ty)
                .is_some_and(|values| values.iter().all(|v| v.value.parse::<i64>().is_ok())),
        };
        if is_whole(a) && is_whole(b) {
            WHOLE
        } else {
            Type::Number
        }
    }

    /// The known values of a type of numbers.
    fn numbers(&self, ty: &Type) -> Option<Vec<KnownNumber>> {
        match ty {
            Type::Constant(Scalar::Integer(value)) => Some(vec![KnownNumber {
                value: value.clone(),
                name: None,
                docs: Default::default(),
            }]),
            Type::Named(id) => match self.kind(*id) {
                TypeKind::Numbers(numbers) => Some(numbers.values.clone()),
                TypeKind::Alias(ty) if !self.is_circle(*id) => self.numbers(ty),
                _ => None,
            },
            _ => None,
        }
    }
}
