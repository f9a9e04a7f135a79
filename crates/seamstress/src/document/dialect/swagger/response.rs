//! Answers of Swagger 2.0: one schema, for all media types that the operation produces.

use serde_json::{Value, json};

use super::{Object, Recast, object};
use crate::document::Pointer;

impl Recast {
    /// An answer, which stood at `from` and comes to stand at `now`.
    pub(super) fn response(
        &mut self,
        old: Value,
        produces: &[String],
        now: &Pointer,
        from: &Pointer,
    ) -> Value {
        let Value::Object(mut response) = old else {
            return old;
        };
        if response.contains_key("$ref") {
            return Value::Object(response);
        }
        let mut examples = object(response.shift_remove("examples"));
        if let Some(schema) = response.shift_remove("schema") {
            let is_file = schema.get("type").is_some_and(|kind| kind == "file");
            let mut content = Object::new();
            for kind in kinds(produces, is_file) {
                let media = now.child("content").child(&kind);
                self.moved(&media.child("schema"), from.child("schema"));
                let mut value = json!({"schema": schema});
                if let Some(example) = examples.shift_remove(&kind) {
                    self.moved(&media.child("example"), from.child("examples").child(&kind));
                    value["example"] = example;
                }
                content.insert(kind, value);
            }
            response.insert("content".to_owned(), Value::Object(content));
        }
        if let Some(Value::Object(headers)) = response.shift_remove("headers") {
            let (now, from) = (now.child("headers"), from.child("headers"));
            let headers = headers.into_iter().map(|(name, header)| {
                let header = self.header(header, &now.child(&name), &from.child(&name));
                (name, header)
            });
            let headers = Value::Object(headers.collect());
            response.insert("headers".to_owned(), headers);
        }
        Value::Object(response)
    }
}

/// The media types of an answer. Bytes are not JSON, though the whole document may be of it.
fn kinds(produces: &[String], is_file: bool) -> Vec<String> {
    let is_json = |kind: &&String| kind.starts_with("application/json");
    let kinds: Vec<String> = match is_file {
        true => produces
            .iter()
            .filter(|kind| !is_json(kind))
            .cloned()
            .collect(),
        false => produces.to_vec(),
    };
    if !kinds.is_empty() {
        kinds
    } else if is_file {
        vec!["application/octet-stream".to_owned()]
    } else {
        vec!["application/json".to_owned()]
    }
}
