//! What nodes of the document are called in the emitted crate.

use super::Emitter;
use crate::api::{Api, Operation, TypeId};
use crate::config::Config;
use crate::document::Pointer;

/// What something of the model is called in Rust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    /// A type.
    Type { id: TypeId, name: String },
    /// A field of a type; of one of its cases where `owner` is an enum.
    Field {
        owner: TypeId,
        owner_names: Vec<String>,
        name: String,
    },
    /// A method, the way to it, and the request that it starts.
    Method {
        at: usize,
        call: String,
        name: String,
        request: String,
    },
    /// An argument or a setter of a request.
    Argument {
        operation: usize,
        parameter: usize,
        request: String,
        method: String,
        name: String,
    },
}

/// All that the node at `pointer` became.
pub(crate) fn named(api: &Api, config: &Config, pointer: &Pointer) -> Vec<Named> {
    let emitter = Emitter::new(api, config);
    let mut found = Vec::new();
    for (at, definition) in api.types.iter().enumerate() {
        let id = TypeId(at);
        if definition.pointer == *pointer {
            let name = emitter.names.of(id).to_string();
            found.push(Named::Type { id, name });
        }
        let Some(object) = definition.kind.object() else {
            continue;
        };
        let cases = object.cases.iter().flat_map(|cases| &cases.cases);
        let mut members = object
            .members
            .iter()
            .chain(cases.flat_map(|case| &case.members));
        if let Some(member) = members.find(|member| member.pointer == *pointer) {
            found.push(Named::Field {
                owner: id,
                owner_names: vec![
                    emitter.names.of(id).to_string(),
                    emitter.names.kind(id).to_string(),
                ],
                name: emitter.scopes.field(id, &member.name).to_string(),
            });
        }
    }
    for (at, operation) in api.operations.iter().enumerate() {
        if operation.pointer == *pointer {
            found.push(emitter.named_method(at, operation));
        }
        let parameters = operation.parameters.iter().enumerate();
        for (parameter, _) in parameters.filter(|(_, one)| one.pointer == *pointer) {
            found.push(Named::Argument {
                operation: at,
                parameter,
                request: emitter.names.request(operation).to_string(),
                method: emitter.scopes.method(operation).to_string(),
                name: emitter.argument_name(operation, parameter),
            });
        }
    }
    found
}

impl Emitter<'_> {
    /// The argument of a parameter where that must be given, else its setter.
    fn argument_name(&self, operation: &Operation, parameter: usize) -> String {
        let bound = self.bound(operation);
        let name = bound
            .get(parameter)
            .map(|one| match one.parameter.required {
                true => one.name.to_string(),
                false => one.setter.to_string(),
            });
        name.unwrap_or_default()
    }

    fn named_method(&self, at: usize, operation: &Operation) -> Named {
        Named::Method {
            at,
            call: self.call(operation),
            name: self.scopes.method(operation).to_string(),
            request: self.names.request(operation).to_string(),
        }
    }

    /// How a program calls an operation: `client.pets().list(…)`.
    pub(super) fn call(&self, operation: &Operation) -> String {
        let mut call = String::from("client");
        let mut level = &self.api.resources;
        for step in &operation.resource {
            let Some(resource) = level.iter().find(|resource| resource.name == *step) else {
                break;
            };
            call.push_str(&format!(".{}()", self.scopes.accessor(resource)));
            level = &resource.children;
        }
        let name = self.scopes.method(operation);
        call.push_str(&format!(".{name}(…)"));
        call
    }
}
