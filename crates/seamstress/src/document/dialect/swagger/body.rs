//! Bodies of Swagger 2.0, which are parameters there.

use serde_json::{Value, json};

use super::operation::Listed;
use super::parameter::parted;
use super::{Object, Recast, object, place};
use crate::document::Pointer;

const FORM: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

impl Recast {
    /// The body that an operation takes by these parameters.
    pub(super) fn request_body(
        &mut self,
        mut bodies: Vec<Listed>,
        consumes: &[String],
        states_consumes: bool,
        now: &Pointer,
    ) -> Value {
        let Some(at) = bodies
            .iter()
            .position(|one| place(&one.parameter) == "body")
        else {
            return self.form(bodies, consumes, now);
        };
        let body = bodies.swap_remove(at);
        if let Some(other) = bodies.first() {
            let message = "an operation has a body or a form, and not both".to_owned();
            let help = "remove the parameters in `formData`, which are left out, or the body";
            self.warn(&other.from, "bad-parameter", message, help);
        }
        match body.reference {
            Some(reference) if !states_consumes => {
                self.moved(now, body.from);
                reference
            }
            _ => {
                self.moved(now, body.defined.clone());
                self.body(body.parameter, consumes, now, &body.defined)
            }
        }
    }

    /// A parameter that is a whole body.
    pub(super) fn body(
        &mut self,
        parameter: Value,
        consumes: &[String],
        now: &Pointer,
        from: &Pointer,
    ) -> Value {
        let (mut body, described) = parted(object(Some(parameter)));
        let (schema, from) = match body.shift_remove("schema") {
            Some(schema) => (schema, from.child("schema")),
            None => (Value::Object(described), from.clone()),
        };
        let kinds = if consumes.is_empty() {
            vec!["application/json".to_owned()]
        } else {
            consumes.to_vec()
        };
        let mut content = Object::new();
        for kind in kinds {
            self.moved(
                &now.child("content").child(&kind).child("schema"),
                from.clone(),
            );
            content.insert(kind, json!({"schema": schema}));
        }
        for key in ["name", "in", "allowEmptyValue", "deprecated"] {
            body.shift_remove(key);
        }
        body.insert("content".to_owned(), Value::Object(content));
        Value::Object(body)
    }

    /// Parameters that are the fields of a form.
    fn form(&mut self, fields: Vec<Listed>, consumes: &[String], now: &Pointer) -> Value {
        let has_file = fields.iter().any(|field| {
            field
                .parameter
                .get("type")
                .is_some_and(|kind| kind == "file")
        });
        let takes = |kind: &str| {
            consumes
                .iter()
                .any(|known| known.eq_ignore_ascii_case(kind))
        };
        let kind = if has_file || (takes(MULTIPART) && !takes(FORM)) {
            MULTIPART
        } else {
            FORM
        };
        let media = now.child("content").child(kind);
        let (mut properties, mut encoding) = (Object::new(), Object::new());
        let mut required: Vec<Value> = Vec::new();
        for field in fields {
            let (own, mut schema) = parted(object(Some(field.parameter.clone())));
            let Some(name) = own.get("name").and_then(Value::as_str) else {
                continue;
            };
            if own.get("required") == Some(&json!(true)) {
                required.push(json!(name));
            }
            if schema.get("type").is_some_and(|kind| kind == "array") {
                let format = field
                    .parameter
                    .get("collectionFormat")
                    .and_then(Value::as_str);
                let style = self.style(format, true, &field.from);
                encoding.insert(name.to_owned(), Value::Object(style));
            }
            for (key, value) in &own {
                if key == "description" || key.starts_with("x-") {
                    schema.insert(key.clone(), value.clone());
                }
            }
            let property = media.child("schema").child("properties").child(name);
            self.moved(&property, field.defined);
            properties.insert(name.to_owned(), Value::Object(schema));
        }
        let is_required = !required.is_empty();
        let mut schema = json!({"type": "object", "properties": properties});
        let mut content = json!({});
        if is_required {
            schema["required"] = Value::Array(required);
        }
        content["schema"] = schema;
        if !encoding.is_empty() {
            content["encoding"] = Value::Object(encoding);
        }
        json!({"required": is_required, "content": {kind: content}})
    }
}
