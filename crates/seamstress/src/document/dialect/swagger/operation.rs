//! Operations of Swagger 2.0: their parameters are parted from their bodies.

use serde_json::Value;

use super::{Object, Recast, object, place, texts};
use crate::document::{Pointer, reference_of};

/// A parameter as it is listed: perhaps a reference to one of the whole document.
pub(super) struct Listed {
    /// The parameter itself, the reference followed.
    pub(super) parameter: Value,
    /// The reference, where it is one.
    pub(super) reference: Option<Value>,
    /// Where it is listed.
    pub(super) from: Pointer,
    /// Where the parameter itself stands.
    pub(super) defined: Pointer,
}

impl Listed {
    /// Whether it is a body, or a part of one.
    pub(super) fn is_body(&self) -> bool {
        matches!(place(&self.parameter), "body" | "formData")
    }

    fn name(&self) -> Option<&Value> {
        self.parameter.get("name")
    }
}

impl Recast {
    /// The elements of a list of parameters, with what references lead to.
    pub(super) fn listed(&self, list: Option<Value>, at: &Pointer) -> Vec<Listed> {
        let Some(Value::Array(elements)) = list else {
            return Vec::new();
        };
        let listed = |(index, element): (usize, Value)| {
            let from = at.index(index);
            let name = reference_of(&element).and_then(|text| text.strip_prefix("#/parameters/"));
            let target = name.and_then(|name| Pointer::parse(&format!("/{name}")));
            let name = target.as_ref().and_then(Pointer::last);
            let target = name.and_then(|name| Some((self.parameters.get(name.as_ref())?, name)));
            match target {
                Some((parameter, name)) => Listed {
                    parameter: parameter.clone(),
                    defined: Pointer::root().child("parameters").child(&name),
                    reference: Some(element),
                    from,
                },
                None => Listed {
                    parameter: element,
                    reference: None,
                    defined: from.clone(),
                    from,
                },
            }
        };
        elements.into_iter().enumerate().map(listed).collect()
    }

    /// The parameters that are no bodies, as a list at `now`.
    pub(super) fn plain(&mut self, listed: Vec<Listed>, now: &Pointer) -> Value {
        let mut parameters = Vec::new();
        for one in listed {
            let now = now.index(parameters.len());
            self.moved(&now, one.from.clone());
            parameters.push(match one.reference {
                Some(reference) => reference,
                None => self.parameter(one.parameter, &now, &one.from),
            });
        }
        Value::Array(parameters)
    }

    /// An operation, with the bodies among the parameters that its path shares.
    pub(super) fn operation(&mut self, old: Value, shared: &[Listed], at: &Pointer) -> Value {
        let Value::Object(mut operation) = old else {
            return old;
        };
        let own_consumes = operation.shift_remove("consumes");
        let states_consumes = own_consumes.is_some();
        let consumes = own_consumes.map_or_else(|| self.consumes.clone(), |own| texts(Some(own)));
        let own = operation.shift_remove("produces");
        let produces = own.map_or_else(|| self.produces.clone(), |own| texts(Some(own)));
        operation.shift_remove("schemes");
        let listed = self.listed(
            operation.shift_remove("parameters"),
            &at.child("parameters"),
        );
        let (mut bodies, plain): (Vec<_>, Vec<_>) = listed.into_iter().partition(Listed::is_body);
        let inherited = shared.iter().filter(|one| one.is_body());
        let is_new = |one: &&Listed| bodies.iter().all(|own| own.name() != one.name());
        let inherited: Vec<_> = inherited.filter(is_new).map(copy).collect();
        bodies.extend(inherited);
        if !plain.is_empty() {
            let parameters = self.plain(plain, &at.child("parameters"));
            operation.insert("parameters".to_owned(), parameters);
        }
        if !bodies.is_empty() {
            let now = at.child("requestBody");
            let body = self.request_body(bodies, &consumes, states_consumes, &now);
            operation.insert("requestBody".to_owned(), body);
        }
        let responses = object(operation.shift_remove("responses"));
        let from = at.child("responses");
        let mut answers = Object::new();
        for (status, response) in responses {
            let at = from.child(&status);
            let response = if status.starts_with("x-") {
                response
            } else {
                self.response(response, &produces, &at, &at)
            };
            answers.insert(status, response);
        }
        operation.insert("responses".to_owned(), Value::Object(answers));
        Value::Object(operation)
    }
}

fn copy(listed: &Listed) -> Listed {
    Listed {
        parameter: listed.parameter.clone(),
        reference: listed.reference.clone(),
        from: listed.from.clone(),
        defined: listed.defined.clone(),
    }
}
