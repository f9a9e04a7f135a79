//! The model of an API: resources, operations and types.
//!
//! *Invariant:* this module knows neither OpenAPI nor Rust. Every fact carries the name that the
//! API gives it, and every node the JSON pointer of the place in the document that it came from.

mod answer;
mod body;
mod credential;
mod operation;
mod paging;
mod path;
mod sample;
mod selector;
mod style;
mod types;
mod untyped;

use std::collections::BTreeSet;

pub use answer::{AnswerHeader, HeaderForm, Outcome, Returns, Status, Stream, StreamFormat};
pub use body::{BodyFormat, FieldStyle};
pub use credential::{Companion, Credential, Exchange, Grant, Placement, RestrictedClient};
pub use operation::{
    Location, Method, MethodName, Operation, OperationId, Parameter, Resource, Waiting,
};
pub use paging::{NextPage, Paging};
pub use path::path_shape;
pub use sample::{Sample, SampleBody, SampleCaller, SamplePart};
pub use selector::{Choice, Selector};
pub use style::{Layout, Style};
pub use types::{
    Alternative, Case, Cases, Docs, Enumeration, Format, JsonKind, KnownNumber, Member, Numbers,
    Object, Scalar, Type, TypeDef, TypeId, TypeKind, Union, Value, Way,
};
pub use untyped::{Cause, Untyped};

/// Everything that is known of an API.
#[derive(Clone, Debug, Default)]
pub struct Api {
    /// What the API calls itself.
    pub title: String,
    /// What the document says of the API as a whole.
    pub description: Option<String>,
    /// The version of the document, as it states it.
    pub version: String,
    /// Where requests go unless the caller says otherwise.
    pub base_url: Option<String>,
    /// The ways to authenticate, in order of preference.
    pub credentials: Vec<Credential>,
    /// Credentials that are obtained by a call.
    pub exchanges: Vec<Exchange>,
    /// Clients for credentials that only some operations accept.
    pub restricted: Vec<RestrictedClient>,
    /// The types, by [`TypeId`].
    pub types: Vec<TypeDef>,
    /// The operations, by [`OperationId`], in the order of the document.
    pub operations: Vec<Operation>,
    /// The tree of resources that the operations hang on.
    pub resources: Vec<Resource>,
    /// Calls for tests; none unless the configuration asks for them.
    pub samples: Vec<Sample>,
    /// The names of all id types, sorted: `device_id`, `workspace_id`, …
    pub ids: Vec<String>,
    /// The schemas whose values have no type, by their place in the document.
    pub untyped: Vec<Untyped>,
}

impl Api {
    /// The type behind `id`.
    ///
    /// # Panics
    ///
    /// When `id` comes from another model: ids are only made by the lowering that makes the model.
    #[must_use]
    pub fn type_def(&self, id: TypeId) -> &TypeDef {
        &self.types[id.0]
    }

    /// The type behind other names for it.
    pub(crate) fn meant<'a>(&'a self, mut ty: &'a Type) -> &'a Type {
        // No name is one for itself, as lowering makes such a schema JSON; a bound costs nothing.
        for _ in 0..self.types.len() {
            let Type::Named(id) = ty else { break };
            let TypeKind::Alias(other) = &self.type_def(*id).kind else {
                break;
            };
            ty = other;
        }
        ty
    }

    /// All calls with what they send, sorted: `customers.list GET /v1/customers`.
    #[must_use]
    pub fn calls(&self) -> Vec<String> {
        let call = |operation: &Operation| {
            let method = operation.method.name().to_uppercase();
            format!(
                "{} {method} {}",
                operation.full_path().join("."),
                operation.path
            )
        };
        let mut calls: Vec<String> = self.operations.iter().map(call).collect();
        calls.sort();
        calls
    }

    /// The operations that belong to no resource, and so to the API as a whole.
    #[must_use]
    pub fn own_operations(&self) -> Vec<OperationId> {
        let all = self.operations.iter().enumerate();
        let own = all.filter(|(_, operation)| operation.resource.is_empty());
        own.map(|(at, _)| OperationId(at)).collect()
    }

    /// The addresses of operations that have a server of their own, sorted.
    #[must_use]
    pub fn servers(&self) -> BTreeSet<&str> {
        let operations = self.operations.iter();
        operations
            .filter_map(|operation| operation.server.as_deref())
            .collect()
    }

    /// The operation behind `id`; panics as [`Api::type_def`] does.
    #[must_use]
    pub fn operation(&self, id: OperationId) -> &Operation {
        &self.operations[id.0]
    }
}
