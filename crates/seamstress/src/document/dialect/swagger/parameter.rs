//! Parameters and headers of Swagger 2.0: what they say of their values becomes a schema.

use serde_json::{Value, json};

use super::{Object, Recast};
use crate::document::Pointer;

/// What a parameter says of itself, and not of its values.
const OWN: [&str; 7] = [
    "name",
    "in",
    "description",
    "required",
    "allowEmptyValue",
    "deprecated",
    "schema",
];

impl Recast {
    /// A parameter of a path, a query or a header, which stood at `from` and comes to stand at
    /// `now`.
    pub(super) fn parameter(&mut self, old: Value, now: &Pointer, from: &Pointer) -> Value {
        let Value::Object(old) = old else {
            return old;
        };
        if old.contains_key("$ref") {
            return Value::Object(old);
        }
        let is_query = old.get("in").is_some_and(|place| place == "query");
        let is_list = old.get("type").is_some_and(|kind| kind == "array");
        let format = old
            .get("collectionFormat")
            .and_then(Value::as_str)
            .map(str::to_owned);
        let (mut parameter, schema) = parted(old);
        if is_list {
            let style = self.style(format.as_deref(), is_query, from);
            for (key, value) in style {
                parameter.insert(key, value);
            }
        }
        if !parameter.contains_key("schema") {
            self.moved(&now.child("schema"), from.clone());
            parameter.insert("schema".to_owned(), Value::Object(schema));
        }
        Value::Object(parameter)
    }

    /// A header of an answer.
    pub(super) fn header(&mut self, old: Value, now: &Pointer, from: &Pointer) -> Value {
        let Value::Object(old) = old else {
            return old;
        };
        let (mut header, schema) = parted(old);
        if !header.contains_key("schema") {
            self.moved(&now.child("schema"), from.clone());
            header.insert("schema".to_owned(), Value::Object(schema));
        }
        Value::Object(header)
    }

    /// How a list is written. In 2.0 that is with commas unless it says otherwise; in 3.0 lists in
    /// queries are repeated unless it says otherwise.
    pub(super) fn style(&mut self, format: Option<&str>, is_query: bool, at: &Pointer) -> Object {
        let style = match (format.unwrap_or("csv"), is_query) {
            ("multi", true) => json!({"style": "form", "explode": true}),
            ("ssv", true) => json!({"style": "spaceDelimited", "explode": false}),
            ("pipes", true) => json!({"style": "pipeDelimited", "explode": false}),
            ("csv", true) => json!({"style": "form", "explode": false}),
            ("csv", false) => json!({}),
            (other, _) => {
                let message = format!("lists cannot be written as `{other}` here");
                let help = "they are written with commas; write `collectionFormat: csv` if so";
                self.warn(at, "unsupported-collection-format", message, help);
                if is_query {
                    json!({"style": "form", "explode": false})
                } else {
                    json!({})
                }
            }
        };
        super::object(Some(style))
    }
}

/// A parameter, and the schema of its values. Extensions stay with the parameter, but for the one
/// that speaks of values.
pub(super) fn parted(old: Object) -> (Object, Object) {
    let is_own = |key: &str| OWN.contains(&key) || (key.starts_with("x-") && key != "x-nullable");
    let (own, mut schema): (Object, Object) = old.into_iter().partition(|(key, _)| is_own(key));
    schema.shift_remove("collectionFormat");
    (own, schema)
}
