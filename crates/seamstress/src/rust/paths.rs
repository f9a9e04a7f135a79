//! Where parts of the model are in the emitted crate: the paths by which a program names them.

use std::collections::BTreeSet;

use super::source::type_text;
use super::{Emitter, features, outcomes, webhooks};
use crate::api::{Api, Member, Operation, Resource, Returns, Status, Type, TypeId};
use crate::config::Config;

/// The paths of an emitted crate, relative to its root.
pub(crate) struct Paths<'a> {
    emitter: Emitter<'a>,
}

impl<'a> Paths<'a> {
    pub(crate) fn new(api: &'a Api, config: &'a Config) -> Self {
        let emitter = Emitter::new(api, config);
        Self { emitter }
    }

    /// A type: `types::Pet`.
    pub(crate) fn ty(&self, id: TypeId) -> String {
        format!("types::{}", self.emitter.names.of(id))
    }

    /// The enum of the cases of an object: `types::PetKind`.
    pub(crate) fn kind(&self, id: TypeId) -> String {
        format!("types::{}", self.emitter.names.kind(id))
    }

    /// The type of a value, as Rust writes it: `Option<Pet>` is that of a field, this is `Pet`.
    pub(crate) fn value(&self, ty: &Type) -> String {
        type_text(&self.emitter.value_type(ty))
    }

    /// What a value is at last, where that is an id or text of a format: `types::PetId`,
    /// `CalendarDate`.
    pub(crate) fn leaf(&self, ty: &Type) -> Option<String> {
        match ty {
            Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) => self.leaf(inner),
            Type::Id(name) => Some(format!("types::{}", self.emitter.names.id(name))),
            Type::Formatted(_) => Some(self.value(ty)),
            _ => None,
        }
    }

    /// The field of a member, without the type.
    pub(crate) fn field(&self, id: TypeId, member: &str) -> String {
        self.emitter.scopes.field(id, member).to_string()
    }

    /// The field of the members that have no name.
    pub(crate) fn rest(&self, id: TypeId) -> String {
        self.emitter.scopes.rest(id).to_string()
    }

    /// The setter of a member of a type that requests contain.
    pub(crate) fn setter(&self, id: TypeId, member: &Member) -> String {
        self.emitter.setter_name(id, member).to_string()
    }

    /// The functions that make a value of the type: `new`, or one per case.
    pub(crate) fn constructors(&self, id: TypeId) -> Vec<String> {
        let Some(object) = self.emitter.api.type_def(id).kind.object() else {
            return Vec::new();
        };
        match &object.cases {
            None => vec!["new".to_owned()],
            Some(_) => {
                let names = self.emitter.scopes.constructors(id).iter();
                names.map(ToString::to_string).collect()
            }
        }
    }

    /// The variants of what a type has several of, in the order of the model: values, cases,
    /// alternatives.
    pub(crate) fn variants(&self, id: TypeId) -> Vec<String> {
        let names = self.emitter.scopes.variants(id);
        names.iter().map(ToString::to_string).collect()
    }

    /// The method of an operation: `resources::Pets::list()`.
    pub(crate) fn method(&self, operation: &Operation) -> String {
        let name = self.emitter.scopes.method(operation);
        match operation.resource.is_empty() {
            true => format!("{}::{name}()", self.client()),
            false => {
                let resource = self.emitter.names.resource(&operation.resource);
                format!("resources::{resource}::{name}()")
            }
        }
    }

    /// How a program calls an operation: `client.pets().list(…)`.
    pub(crate) fn call(&self, operation: &Operation) -> String {
        self.emitter.call(operation)
    }

    /// The request that an operation starts: `resources::PetsList`.
    pub(crate) fn request(&self, operation: &Operation) -> String {
        format!("resources::{}", self.emitter.names.request(operation))
    }

    /// The type of what a call has to choose among, and the functions that make a value of it;
    /// nothing where there is no choice.
    pub(crate) fn selector(&self, operation: &Operation) -> Vec<String> {
        if operation.selector.is_none() {
            return Vec::new();
        }
        let path = format!("resources::{}", self.emitter.names.selector(operation));
        let constructors = self.emitter.choices(operation).into_iter();
        let constructors: Vec<String> = constructors
            .map(|(constructor, _)| format!("{path}::{constructor}()"))
            .collect();
        std::iter::once(path).chain(constructors).collect()
    }

    /// The enum of what an operation gives, where the status decides on that.
    pub(crate) fn answer(&self, operation: &Operation) -> String {
        format!("resources::{}", self.emitter.names.answer(operation))
    }

    /// The variants of that enum, with the statuses that they are of.
    pub(crate) fn outcomes(&self, operation: &Operation) -> Vec<(Status, String)> {
        let Returns::OneOf(outcomes) = &operation.returns else {
            return Vec::new();
        };
        let variants = outcomes::variants(outcomes, outcomes::status_name).into_iter();
        variants
            .map(|(name, outcome)| (outcome.status, name.to_string()))
            .collect()
    }

    /// The setters of the parameters of an operation, in their order.
    pub(crate) fn setters(&self, operation: &Operation) -> Vec<String> {
        let bound = self.emitter.bound(operation);
        bound.iter().map(|bound| bound.setter.to_string()).collect()
    }

    /// The types of resources, and the methods that lead to them, by the steps to the resource.
    pub(crate) fn resource(&self, resource: &Resource) -> [String; 2] {
        let name = self.emitter.names.resource(&resource.path);
        let parent = match resource.path.split_last() {
            Some((_, [])) | None => self.client(),
            Some((_, above)) => format!("resources::{}", self.emitter.names.resource(above)),
        };
        let accessor = self.emitter.scopes.accessor(resource);
        [
            format!("resources::{name}"),
            format!("{parent}::{accessor}()"),
        ]
    }

    /// The feature that an operation belongs to.
    pub(crate) fn feature(&self, operation: &Operation) -> String {
        features::feature_of(operation)
    }

    /// The features that a type belongs to.
    pub(crate) fn features(&self, id: TypeId) -> BTreeSet<String> {
        let features = self.emitter.features.of(id).iter();
        features.map(ToString::to_string).collect()
    }

    /// The type of what the server sends by itself.
    pub(crate) fn event(&self) -> Option<TypeId> {
        webhooks::event_type(self.emitter.api, self.emitter.config)
    }

    /// The type of the client: `Seam`.
    pub(crate) fn client(&self) -> String {
        self.emitter.client_names().0.to_string()
    }
}
