//! Swagger 2.0: the outline of its documents, brought to that of OpenAPI 3.0.
//!
//! What 2.0 says of a body, with a parameter and a list of media types, 3.0 says with a schema for
//! each media type. Both say the same in most documents; what has no counterpart is told.

mod body;
mod operation;
mod parameter;
mod response;
mod security;

use serde_json::{Map, Value, json};

use super::{Rewritten, references};
use crate::diagnostic::Diagnostic;
use crate::document::Pointer;
use crate::document::grammar::METHODS;

type Object = Map<String, Value>;

/// Brings a document of Swagger 2.0 to the outline of OpenAPI 3.0; schemas stay as they are.
pub(super) fn rewrite(tree: &mut Value) -> Rewritten {
    let Value::Object(root) = tree else {
        return Rewritten::default();
    };
    let mut recast = Recast {
        parameters: object(root.get("parameters").cloned()),
        consumes: texts(root.shift_remove("consumes")),
        produces: texts(root.shift_remove("produces")),
        rewritten: Rewritten::default(),
    };
    let old = std::mem::take(root);
    *root = recast.root(old);
    references::rewrite(tree, &recast.rewritten.moves);
    recast.rewritten
}

/// What is known of the whole document while its parts are rewritten.
struct Recast {
    /// The parameters that references name.
    parameters: Object,
    /// The media types of bodies and answers, where an operation does not state its own.
    consumes: Vec<String>,
    produces: Vec<String>,
    rewritten: Rewritten,
}

impl Recast {
    fn root(&mut self, old: Object) -> Object {
        let mut root = Object::new();
        root.insert("openapi".to_owned(), json!("3.0.3"));
        let mut components = Object::new();
        let servers = self.servers(&old);
        for (key, value) in old {
            let at = Pointer::root().child(&key);
            match (key.as_str(), value) {
                ("swagger" | "openapi" | "host" | "basePath" | "schemes", _) => {}
                ("definitions", value) => self.section(&mut components, "schemas", &at, value),
                ("responses", Value::Object(responses)) => {
                    let responses = self.component_responses(responses, &at);
                    self.section(&mut components, "responses", &at, responses);
                }
                ("parameters", Value::Object(parameters)) => {
                    self.component_parameters(&mut components, parameters, &at);
                }
                ("securityDefinitions", Value::Object(schemes)) => {
                    let schemes = schemes
                        .into_iter()
                        .map(|(name, scheme)| (name, security::scheme(scheme)));
                    let schemes = Value::Object(schemes.collect());
                    self.section(&mut components, "securitySchemes", &at, schemes);
                }
                ("paths", Value::Object(paths)) => {
                    let items = paths.into_iter().map(|(path, item)| {
                        let item = self.path_item(item, &at.child(&path));
                        (path, item)
                    });
                    let items = Value::Object(items.collect());
                    root.insert(key, items);
                }
                // Some write a part of 3.0 into a document of 2.0.
                ("components", Value::Object(own)) => {
                    for (name, section) in own {
                        components.entry(name).or_insert(section);
                    }
                }
                (_, value) => drop(root.insert(key, value)),
            }
        }
        if !servers.is_empty() {
            root.entry("servers").or_insert(Value::Array(servers));
        }
        root.insert("components".to_owned(), Value::Object(components));
        root
    }

    /// The section of `components` that `value`, which stood at `from`, becomes.
    fn section(&mut self, components: &mut Object, name: &str, from: &Pointer, value: Value) {
        self.moved(
            &Pointer::root().child("components").child(name),
            from.clone(),
        );
        components.insert(name.to_owned(), value);
    }

    /// The addresses of the server: `https` before others, since a document lists what there is
    /// and not what is best.
    fn servers(&mut self, old: &Object) -> Vec<Value> {
        let text = |key: &str| old.get(key).and_then(Value::as_str).unwrap_or_default();
        let base = text("basePath").trim_end_matches('/');
        let base = if base.is_empty() || base.starts_with('/') {
            base.to_owned()
        } else {
            format!("/{base}")
        };
        let host = text("host").trim_end_matches('/');
        if host.is_empty() {
            let only = (!base.is_empty()).then(|| json!({"url": base}));
            return only.into_iter().collect();
        }
        let now = Pointer::root().child("servers").index(0).child("url");
        self.moved(&now, Pointer::root().child("host"));
        if host.contains("://") {
            return vec![json!({"url": format!("{host}{base}")})];
        }
        let mut schemes = texts(old.get("schemes").cloned());
        schemes.retain(|scheme| scheme == "http" || scheme == "https");
        schemes.sort_by_key(|scheme| scheme != "https");
        if schemes.is_empty() {
            schemes.push("https".to_owned());
        }
        let server = |scheme: String| json!({"url": format!("{scheme}://{host}{base}")});
        schemes.into_iter().map(server).collect()
    }

    fn component_responses(&mut self, responses: Object, at: &Pointer) -> Value {
        let produces = self.produces.clone();
        let now = Pointer::root().child("components").child("responses");
        let responses = responses.into_iter().map(|(name, response)| {
            let (now, from) = (now.child(&name), at.child(&name));
            let response = self.response(response, &produces, &now, &from);
            (name, response)
        });
        Value::Object(responses.collect())
    }

    /// Parameters become components of two kinds; those of forms are taken in where they are used.
    fn component_parameters(&mut self, components: &mut Object, parameters: Object, at: &Pointer) {
        let (mut plain, mut bodies) = (Object::new(), Object::new());
        let root = Pointer::root().child("components");
        for (name, parameter) in parameters {
            let from = at.child(&name);
            match place(&parameter) {
                "formData" => {}
                "body" => {
                    let now = root.child("requestBodies").child(&name);
                    self.moved(&now, from.clone());
                    let consumes = self.consumes.clone();
                    let body = self.body(parameter, &consumes, &now, &from);
                    bodies.insert(name, body);
                }
                _ => {
                    let now = root.child("parameters").child(&name);
                    let parameter = self.parameter(parameter, &now, &from);
                    plain.insert(name, parameter);
                }
            }
        }
        self.section(components, "parameters", at, Value::Object(plain));
        components.insert("requestBodies".to_owned(), Value::Object(bodies));
    }

    fn path_item(&mut self, item: Value, at: &Pointer) -> Value {
        let Value::Object(mut item) = item else {
            return item;
        };
        let shared = self.listed(item.shift_remove("parameters"), &at.child("parameters"));
        for method in METHODS {
            if let Some(operation) = item.get_mut(method) {
                let old = std::mem::take(operation);
                *operation = self.operation(old, &shared, &at.child(method));
            }
        }
        let plain: Vec<_> = shared.into_iter().filter(|one| !one.is_body()).collect();
        if !plain.is_empty() {
            let parameters = self.plain(plain, &at.child("parameters"));
            item.insert("parameters".to_owned(), parameters);
        }
        Value::Object(item)
    }

    /// Notes that the node `now` stood at `from`.
    fn moved(&mut self, now: &Pointer, from: Pointer) {
        if *now != from {
            self.rewritten.moves.insert(now.clone(), from);
        }
    }

    fn warn(&mut self, at: &Pointer, code: &'static str, message: String, help: &str) {
        let complaint = Diagnostic::warning(code, message).help(help);
        self.rewritten.complaints.push((at.clone(), complaint));
    }
}

/// Where a parameter is sent, as it says itself.
fn place(parameter: &Value) -> &str {
    parameter
        .get("in")
        .and_then(Value::as_str)
        .unwrap_or_default()
}

fn object(value: Option<Value>) -> Object {
    match value {
        Some(Value::Object(members)) => members,
        _ => Object::new(),
    }
}

/// The texts of a list; of a single text, which some write instead, that one.
fn texts(value: Option<Value>) -> Vec<String> {
    let elements = match value {
        Some(Value::Array(elements)) => elements,
        Some(text @ Value::String(_)) => vec![text],
        _ => Vec::new(),
    };
    let texts = elements.iter().filter_map(Value::as_str);
    texts.map(|text| text.trim().to_owned()).collect()
}
