//! What makes a schema one that cannot be sampled, whatever is around it.

use serde_json::Value;

use crate::error::SampleError;
use crate::format::Format;
use crate::judge::Judge;
use crate::number::{Bound, compare, float};
use crate::schema::Schema;

/// Keywords that restrict values in ways that are not supported.
const UNSUPPORTED: [&str; 7] = [
    "$dynamicRef",
    "$recursiveRef",
    "dependencies",
    "dependentRequired",
    "dependentSchemas",
    "unevaluatedItems",
    "unevaluatedProperties",
];

const TYPES: [&str; 7] = [
    "array", "boolean", "integer", "null", "number", "object", "string",
];

/// The first fault of a schema, without those of its parts.
pub(crate) fn check(schema: &Schema<'_>, judge: &Judge<'_>) -> Result<(), SampleError> {
    if !schema.value.is_object() && !schema.value.is_boolean() {
        let reason = "a schema is an object, or `true` or `false`";
        return Err(fault(schema, reason, "correct the schema"));
    }
    check_keywords(schema)?;
    check_limits(schema)?;
    check_numbers(schema)?;
    let pattern = schema.get("pattern").and_then(Value::as_str);
    let names = schema
        .entries("patternProperties")
        .into_iter()
        .map(|(pattern, _)| pattern);
    pattern
        .into_iter()
        .chain(names)
        .try_for_each(|pattern| check_pattern(pattern, schema, judge))
}

fn check_keywords(schema: &Schema<'_>) -> Result<(), SampleError> {
    for keyword in UNSUPPORTED {
        // Members that nothing evaluates can be left out; all else takes a full validator.
        let is_harmless = match schema.get(keyword) {
            None | Some(Value::Bool(true)) => true,
            Some(Value::Bool(false)) => keyword == "unevaluatedProperties",
            Some(_) => false,
        };
        if !is_harmless {
            let reason = format!("the keyword `{keyword}` is not supported");
            return Err(fault(
                schema,
                reason,
                "sample a schema that does without it",
            ));
        }
    }
    let types = match schema.get("type") {
        Some(Value::Array(names)) => names.iter().collect(),
        one => Vec::from_iter(one),
    };
    if let Some(unknown) = types
        .iter()
        .find(|name| !name.as_str().is_some_and(|name| TYPES.contains(&name)))
    {
        let reason = format!("{unknown} is no type of JSON Schema");
        return Err(fault(
            schema,
            reason,
            format!("the types are {}", TYPES.join(", ")),
        ));
    }
    for keyword in ["enum", "oneOf", "anyOf"] {
        let is_empty = |value: &Value| value.as_array().is_none_or(Vec::is_empty);
        if schema.get(keyword).is_some_and(is_empty) {
            let reason = format!("`{keyword}` lists nothing");
            return Err(fault(
                schema,
                reason,
                "list what is allowed, or remove the keyword",
            ));
        }
    }
    Ok(())
}

fn check_limits(schema: &Schema<'_>) -> Result<(), SampleError> {
    let limits = [
        ("minLength", "maxLength"),
        ("minItems", "maxItems"),
        ("minContains", "maxContains"),
        ("minProperties", "maxProperties"),
    ];
    for (least, most) in limits {
        for keyword in [least, most] {
            if schema.get(keyword).is_some() && schema.count(keyword).is_none() {
                let reason = format!("`{keyword}` is no count");
                return Err(fault(schema, reason, "write a whole number from 0"));
            }
        }
        // One item is contained where nothing else is said.
        let is_contained = least == "minContains" && schema.get("contains").is_some();
        let min = schema.count(least).or(is_contained.then_some(1));
        if let (Some(min), Some(max)) = (min, schema.count(most))
            && min > max
        {
            let reason = format!("`{least}` is {min} and `{most}` is {max}");
            return Err(fault(schema, reason, "correct one of them"));
        }
    }
    Ok(())
}

fn check_numbers(schema: &Schema<'_>) -> Result<(), SampleError> {
    if let Some(of) = schema.get("multipleOf")
        && of.as_number().is_none_or(|of| float(of) <= 0.0)
    {
        let reason = format!("`multipleOf` is {of}");
        return Err(fault(schema, reason, "write a number above 0"));
    }
    let Some(keywords) = schema.value.as_object() else {
        return Ok(());
    };
    for low in Bound::lower(keywords) {
        for high in Bound::upper(keywords) {
            let order = compare(&low.number, &high.number);
            if order.is_gt() || (order.is_eq() && (low.exclusive || high.exclusive)) {
                let reason = format!("no number lies between {} and {}", low.number, high.number);
                return Err(fault(schema, reason, "correct `minimum` or `maximum`"));
            }
        }
    }
    Ok(())
}

fn check_pattern(text: &str, schema: &Schema<'_>, judge: &Judge<'_>) -> Result<(), SampleError> {
    let format = schema.get("format").and_then(Value::as_str);
    let advice = "write a simpler pattern, or sample a schema that does without it";
    match judge.pattern(text) {
        Err(error) => {
            let reason = format!("the pattern `{text}` cannot be read: {error}");
            Err(fault(schema, reason, advice))
        }
        // A sample of the format may match where drawing from the pattern finds nothing.
        Ok(pattern) if pattern.is_fulfillable() || format.and_then(Format::named).is_some() => {
            Ok(())
        }
        Ok(_) => {
            let reason = format!("no text was found that matches the pattern `{text}`");
            Err(fault(schema, reason, advice))
        }
    }
}

fn fault(schema: &Schema<'_>, reason: impl Into<String>, advice: impl Into<String>) -> SampleError {
    SampleError::new(schema.pointer(), reason, advice)
}
