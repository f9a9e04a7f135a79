//! Why a schema does not allow a value.
//!
//! It judges what nobody argues about: types, lists of values, bounds, lengths, members. Patterns
//! and formats are not judged, and of `oneOf` one that fits is enough. Where it cannot tell, the
//! value is allowed.

use serde_json::{Number, Value};

use super::rules::{elements, text};
use crate::document::{Document, reference_of};

/// How many schemas are tried on one value.
const EFFORT: usize = 20_000;
/// How deep schemas are tried inside each other.
const DEPTH: usize = 64;
/// How much of a value is shown.
const SHOWN: usize = 40;

/// A part of a value that is not allowed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The way to it, as people write it: `.tags[0]`; empty for the whole value.
    pub(super) place: String,
    /// Why not, as a sentence about it.
    pub(super) why: String,
}

/// Judges a value by a schema.
pub(super) fn fault(document: &Document, schema: &Value, value: &Value) -> Option<Fault> {
    let mut judge = Judge {
        document,
        effort: EFFORT,
    };
    judge.fault(schema, value, DEPTH).err()
}

/// Whether a value is of a type as OpenAPI 3.0 names it; what it does not name, anything is.
pub(super) fn is_of_type(ty: &str, value: &Value) -> bool {
    match ty {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        // 3.0 is an integer (JSON Schema, draft 2020-12, section 6.1.1).
        "integer" => value.as_number().is_some_and(is_whole),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "null" => value.is_null(),
        _ => true,
    }
}

struct Judge<'d> {
    document: &'d Document,
    effort: usize,
}

type Judged = Result<(), Fault>;

impl<'d> Judge<'d> {
    fn fault(&mut self, schema: &'d Value, value: &Value, depth: usize) -> Judged {
        let (Some(effort), Some(depth)) = (self.effort.checked_sub(1), depth.checked_sub(1)) else {
            return Ok(());
        };
        self.effort = effort;
        if let Some(reference) = reference_of(schema) {
            let target = self.document.target(reference);
            return target.map_or(Ok(()), |(_, target)| self.fault(target, value, depth));
        }
        if value.is_null() && schema.get("nullable") == Some(&Value::Bool(true)) {
            return Ok(());
        }
        typed(schema, value)?;
        listed(schema, value)?;
        match value {
            Value::String(string) => sized(
                schema,
                ["minLength", "maxLength"],
                string.chars().count(),
                "characters",
            )?,
            Value::Number(number) => bounded(schema, number)?,
            Value::Array(items) => self.items(schema, items, depth)?,
            Value::Object(_) => self.members(schema, value, depth)?,
            Value::Null | Value::Bool(_) => {}
        }
        self.composed(schema, value, depth)
    }

    fn items(&mut self, schema: &'d Value, items: &[Value], depth: usize) -> Judged {
        sized(schema, ["minItems", "maxItems"], items.len(), "items")?;
        let first = elements(schema, "prefixItems");
        for (index, item) in items.iter().enumerate() {
            if let Some(part) = first.get(index).or_else(|| schema.get("items")) {
                self.fault(part, item, depth)
                    .map_err(|fault| fault.inside(&format!("[{index}]")))?;
            }
        }
        Ok(())
    }

    fn members(&mut self, schema: &'d Value, value: &Value, depth: usize) -> Judged {
        let properties = schema.get("properties");
        for name in elements(schema, "required")
            .iter()
            .filter_map(Value::as_str)
        {
            let property = properties.and_then(|all| all.get(name));
            // An example is one of a request or of an answer; only one of them has these.
            if value.get(name).is_none() && !property.is_some_and(|one| self.is_one_way(one)) {
                return Err(Fault::new(format!("lacks `{name}`, which is required")));
            }
        }
        let has_patterns = schema.get("patternProperties").is_some();
        let extra = schema.get("additionalProperties").filter(|_| !has_patterns);
        for (name, member) in value.as_object().into_iter().flatten() {
            let part = match (properties.and_then(|all| all.get(name)), extra) {
                (Some(part), _) => part,
                (None, Some(Value::Bool(false))) => {
                    return Err(Fault::new(format!("has `{name}`, which is no property")));
                }
                (None, Some(part)) => part,
                (None, None) => continue,
            };
            self.fault(part, member, depth)
                .map_err(|fault| fault.inside(&format!(".{name}")))?;
        }
        Ok(())
    }

    /// Whether a property travels one way only; behind a reference as well.
    fn is_one_way(&self, property: &Value) -> bool {
        let is_so = |node: &Value| {
            ["readOnly", "writeOnly"]
                .iter()
                .any(|key| node.get(*key) == Some(&Value::Bool(true)))
        };
        let target = reference_of(property).and_then(|one| self.document.target(one));
        is_so(property) || target.is_some_and(|(_, node)| is_so(node))
    }

    fn composed(&mut self, schema: &'d Value, value: &Value, depth: usize) -> Judged {
        for part in elements(schema, "allOf") {
            self.fault(part, value, depth)?;
        }
        for list in ["oneOf", "anyOf"] {
            let parts = elements(schema, list);
            let mut faults = Vec::new();
            for part in parts {
                match self.fault(part, value, depth) {
                    Ok(()) => break,
                    Err(fault) => faults.push(fault),
                }
            }
            if faults.len() == parts.len() && !parts.is_empty() {
                let only = faults.pop().filter(|_| faults.is_empty());
                return Err(only.unwrap_or_else(|| {
                    let all = parts.len();
                    Fault::new(format!("fits none of the {all} alternatives of `{list}`"))
                }));
            }
        }
        Ok(())
    }
}

impl Fault {
    fn new(why: impl Into<String>) -> Self {
        Self {
            place: String::new(),
            why: why.into(),
        }
    }

    fn inside(mut self, step: &str) -> Self {
        self.place.insert_str(0, step);
        self
    }
}

fn typed(schema: &Value, value: &Value) -> Judged {
    let Some(ty) = text(schema, "type").filter(|ty| !is_of_type(ty, value)) else {
        return Ok(());
    };
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    };
    let article = if ty.starts_with(['a', 'i', 'o']) {
        "an"
    } else {
        "a"
    };
    Err(Fault::new(format!("is {kind}, and not {article} {ty}")))
}

fn listed(schema: &Value, value: &Value) -> Judged {
    let values = elements(schema, "enum");
    if values.is_empty() || values.iter().any(|one| is_equal(one, value)) {
        return Ok(());
    }
    let shown = shown(value);
    let listed: Vec<String> = values.iter().take(6).map(self::shown).collect();
    let more = if values.len() > 6 { ", …" } else { "" };
    Err(Fault::new(format!(
        "is {shown}, and not one of {}{more}",
        listed.join(", ")
    )))
}

fn sized(schema: &Value, [min, max]: [&str; 2], size: usize, what: &str) -> Judged {
    let limit = |key: &str| {
        let limit = schema.get(key).and_then(Value::as_u64)?;
        usize::try_from(limit).ok()
    };
    match (limit(min), limit(max)) {
        (Some(min), _) if size < min => Err(Fault::new(format!(
            "has {size} {what}, and not at least {min}"
        ))),
        (_, Some(max)) if size > max => Err(Fault::new(format!(
            "has {size} {what}, and not at most {max}"
        ))),
        _ => Ok(()),
    }
}

fn bounded(schema: &Value, number: &Number) -> Judged {
    let Some(value) = number.as_f64() else {
        return Ok(());
    };
    let limit = |key: &str| schema.get(key).and_then(Value::as_f64);
    let is_open = |key: &str| schema.get(key) == Some(&Value::Bool(true));
    match (limit("minimum"), limit("maximum")) {
        (Some(min), _) if value < min || value == min && is_open("exclusiveMinimum") => {
            let why = format!("is {number}, and the least is {min}");
            Err(Fault::new(why))
        }
        (_, Some(max)) if value > max || value == max && is_open("exclusiveMaximum") => {
            let why = format!("is {number}, and the greatest is {max}");
            Err(Fault::new(why))
        }
        _ => Ok(()),
    }
}

fn is_whole(number: &Number) -> bool {
    number.is_i64() || number.is_u64() || number.as_f64().is_some_and(|value| value.fract() == 0.0)
}

/// Whether two values are equal: 1 and 1.0 are.
fn is_equal(one: &Value, other: &Value) -> bool {
    match (one.as_f64(), other.as_f64()) {
        (Some(one), Some(other)) => one == other,
        _ => one == other,
    }
}

/// A value in short, as it is written in JSON.
fn shown(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("`{} …`", text.get(..at).unwrap_or_default()),
        None => format!("`{text}`"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn values_are_judged_by_what_nobody_argues_about() {
        let (document, _) = Document::from_text(
            "a.yaml",
            "openapi: 3.0.3\npaths: {}\ncomponents: {schemas: {Name: {type: string, maxLength: 3}}}",
            [],
        )
        .unwrap();
        let pet = json!({
            "type": "object",
            "required": ["name", "id"],
            "properties": {
                "name": { "$ref": "#/components/schemas/Name" },
                "id": { "type": "integer", "readOnly": true },
                "tags": { "type": "array", "items": { "enum": ["a", "b"] } },
            },
            "additionalProperties": false,
        });
        let size =
            json!({ "type": "number", "minimum": 0, "exclusiveMinimum": true, "maximum": 9 });
        let either = json!({ "oneOf": [{ "type": "string" }, { "type": "boolean" }] });
        let fails = |schema: &Value, value: Value| {
            fault(&document, schema, &value).map(|fault| format!("{} {}", fault.place, fault.why))
        };
        for (schema, value, why) in [
            (&pet, json!({ "name": "Tom" }), None),
            (&pet, json!({}), Some(" lacks `name`, which is required")),
            (&pet, json!([]), Some(" is an array, and not an object")),
            (
                &pet,
                json!({ "name": 1 }),
                Some(".name is a number, and not a string"),
            ),
            (
                &pet,
                json!({ "name": "Thomas" }),
                Some(".name has 6 characters, and not at most 3"),
            ),
            (
                &pet,
                json!({ "name": "T", "x": 1 }),
                Some(" has `x`, which is no property"),
            ),
            (&pet, json!({ "name": "T", "id": 1.0 }), None),
            (
                &pet,
                json!({ "name": "T", "id": 1.5 }),
                Some(".id is a number, and not an integer"),
            ),
            (
                &pet,
                json!({ "name": "T", "tags": ["a", "c"] }),
                Some(".tags[1] is `\"c\"`, and not one of `\"a\"`, `\"b\"`"),
            ),
            (&size, json!(9), None),
            (&size, json!(0), Some(" is 0, and the least is 0")),
            (&size, json!(10), Some(" is 10, and the greatest is 9")),
            (&size, json!(null), Some(" is null, and not a number")),
            (&either, json!(true), None),
            (
                &either,
                json!(1),
                Some(" fits none of the 2 alternatives of `oneOf`"),
            ),
            (
                &json!({ "type": "string", "nullable": true }),
                json!(null),
                None,
            ),
            (&json!({ "$ref": "#/nowhere" }), json!(null), None),
            (&json!({ "enum": [1.0] }), json!(1), None),
        ] {
            assert_eq!(fails(schema, value).as_deref(), why, "{schema}");
        }
    }
}
