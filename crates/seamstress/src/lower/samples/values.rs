//! Values for tests: drawn from schemas, or else plain ones of the type.

use seamstress_sample::Sampler;
use serde_json::{Map, Value, json};

use crate::api::{Format, Scalar, Type, TypeDef, TypeKind, Union};

/// Of some random samples that fit the one whose JSON is closest to a length.
pub(super) fn telling(
    sampler: Sampler<'_>,
    pointer: &str,
    length: usize,
    fits: impl Fn(&Value) -> bool,
) -> Option<Value> {
    let pointer = pointer.trim_start_matches('#');
    let distance = |sample: &Value| sample.to_string().len().abs_diff(length);
    // Many are drawn only where few will not do.
    [6, 60].into_iter().find_map(|count| {
        let samples = sampler.random(pointer, count).ok()?.into_iter();
        let samples = samples.filter(|sample| is_plain(sample) && fits(sample));
        samples.min_by_key(distance)
    })
}

/// Whether a value is the same in every library: long floats and large numbers are written in
/// many ways, and texts with control characters are refused in some places.
fn is_plain(value: &Value) -> bool {
    match value {
        Value::Number(number) => match number.as_i64() {
            Some(number) => number.unsigned_abs() < 1 << 31,
            None => number.to_string().len() < 9,
        },
        Value::String(text) => text.chars().all(|character| !character.is_control()),
        Value::Array(values) => values.iter().all(is_plain),
        Value::Object(members) => members.values().all(is_plain),
        Value::Null | Value::Bool(_) => true,
    }
}

/// A value that `ty` holds, with nothing to it: for where none can be drawn that could be sent, as
/// with patterns that only texts fit which a header cannot carry. A client does not judge values.
pub(super) fn plain(types: &[TypeDef], ty: &Type, depth: usize) -> Option<Value> {
    let within = |ty: &Type| plain(types, ty, depth.checked_sub(1)?);
    Some(match ty {
        Type::String | Type::Id(_) | Type::Json | Type::Content => json!("sample"),
        Type::Constant(value) => json!(value.text()),
        Type::Boolean => json!(true),
        Type::Integer { minimum, maximum } => {
            let least = minimum.unwrap_or(1).max(1);
            json!(i64::try_from(maximum.map_or(least, |most| least.min(most))).ok()?)
        }
        Type::Number => json!(1.5),
        Type::DateTime => json!("2000-01-01T00:00:00Z"),
        Type::Formatted(Format::Date) => json!("2000-01-01"),
        Type::Formatted(Format::Time) => json!("00:00:00Z"),
        Type::Formatted(Format::Duration) => json!("P1D"),
        Type::Formatted(Format::Bytes) => json!("c2FtcGxl"),
        Type::List(item) => json!([within(item)?]),
        Type::Map(item) => json!({ "name": within(item)? }),
        Type::Nullable(ty) => within(ty)?,
        Type::Named(id) => match &types.get(id.0)?.kind {
            TypeKind::Enumeration(known) => json!(known.values.first()?.value),
            TypeKind::Alias(ty) => within(ty)?,
            TypeKind::Object(object) => {
                let case = object
                    .cases
                    .iter()
                    .find_map(|cases| Some((cases, cases.cases.first()?)));
                let own = case.iter().flat_map(|(_, case)| &case.members);
                let required = object.members.iter().chain(own).filter(|one| one.required);
                let members = required.map(|one| Some((one.name.clone(), within(&one.ty)?)));
                let mut members = members.collect::<Option<Map<String, Value>>>()?;
                let tag = case.map(|(cases, case)| (cases.tag.clone(), scalar(&case.value)));
                members.extend(tag);
                Value::Object(members)
            }
            TypeKind::Union(Union::Shaped { alternatives }) => within(&alternatives.first()?.ty)?,
            TypeKind::Union(Union::Tagged { tag, alternatives }) => {
                let (known, ty) = alternatives.first()?;
                let mut value = within(ty)?;
                let members = value.as_object_mut()?;
                members.insert(tag.clone(), scalar(known));
                value
            }
            TypeKind::Union(Union::Dependent { .. }) | TypeKind::Numbers(_) => return None,
        },
    })
}

/// The value of a tag as JSON.
fn scalar(value: &Scalar) -> Value {
    match value {
        Scalar::Boolean(flag) => json!(flag),
        Scalar::String(text) => json!(text),
        Scalar::Integer(number) => number.parse::<i64>().map_or(Value::Null, Value::from),
    }
}
