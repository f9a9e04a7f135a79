//! Names that stand side by side, and so must differ: the fields of an object, and the ways on
//! from a resource.

use std::collections::BTreeMap;

use proc_macro2::Ident;

use super::ident;
use crate::api::{Api, Object, Operation, OperationId, Resource, TypeId, TypeKind};

/// Methods that resources and the client have themselves.
const TAKEN_METHODS: &[&str] = &[
    "builder",
    "client",
    "clone",
    "default",
    "fmt",
    "from_env",
    "new",
    "wait",
    "wait_with",
];

/// All names that depend on those beside them.
#[derive(Default)]
pub(super) struct Scopes {
    objects: BTreeMap<TypeId, Fields>,
    /// By the steps to a resource: its module, and the method that leads to it.
    resources: BTreeMap<Vec<String>, (String, Ident)>,
    /// By the steps to an operation: its method.
    operations: BTreeMap<Vec<String>, Ident>,
}

/// The fields of an object, those of its cases among them.
struct Fields {
    members: BTreeMap<String, Ident>,
    kind: Ident,
    rest: Ident,
}

impl Scopes {
    pub(super) fn new(api: &Api) -> Self {
        let mut scopes = Self::default();
        for (at, definition) in api.types.iter().enumerate() {
            if let TypeKind::Object(object) = &definition.kind {
                scopes.objects.insert(TypeId(at), fields(object));
            }
        }
        scopes.level(api, &api.resources, &api.own_operations());
        scopes
    }

    /// The field of a member of the object `owner`.
    pub(super) fn field(&self, owner: TypeId, member: &str) -> Ident {
        let fields = self.objects.get(&owner);
        let known = fields.and_then(|fields| fields.members.get(member).cloned());
        known.unwrap_or_else(|| ident::snake(member))
    }

    /// The field of the cases: `state` where the tag is the first of several, else `kind`.
    pub(super) fn kind(&self, owner: TypeId) -> Ident {
        let known = self.objects.get(&owner).map(|fields| fields.kind.clone());
        known.unwrap_or_else(|| ident::snake("kind"))
    }

    /// The field of members without a name.
    pub(super) fn rest(&self, owner: TypeId) -> Ident {
        let known = self.objects.get(&owner).map(|fields| fields.rest.clone());
        known.unwrap_or_else(|| ident::snake("additional"))
    }

    /// The module of a resource.
    pub(super) fn module(&self, resource: &Resource) -> String {
        let known = self.resources.get(&resource.path);
        known.map_or_else(
            || ident::module(&resource.name),
            |(module, _)| module.clone(),
        )
    }

    /// The method that leads to a resource.
    pub(super) fn accessor(&self, resource: &Resource) -> Ident {
        let known = self.resources.get(&resource.path);
        known.map_or_else(
            || ident::snake(&resource.name),
            |(_, method)| method.clone(),
        )
    }

    /// The method that starts a request.
    pub(super) fn method(&self, operation: &Operation) -> Ident {
        let known = self.operations.get(&operation.full_path());
        known
            .cloned()
            .unwrap_or_else(|| ident::snake(&operation.name))
    }

    fn level(&mut self, api: &Api, resources: &[Resource], operations: &[OperationId]) {
        let operations: Vec<&Operation> = operations.iter().map(|id| api.operation(*id)).collect();
        let steps = resources.iter().map(|resource| resource.name.as_str());
        let modules = ident::side_by_side(&steps.clone().collect::<Vec<_>>(), &[]);
        let names = steps.chain(operations.iter().map(|operation| operation.name.as_str()));
        let names = ident::side_by_side(&names.collect::<Vec<_>>(), TAKEN_METHODS);
        let mut names = names.iter().map(|name| ident::unlike_keywords(name));
        for ((resource, module), method) in resources.iter().zip(modules).zip(&mut names) {
            let module = ident::unlike_modules(&module);
            self.resources
                .insert(resource.path.clone(), (module, method));
        }
        for (operation, method) in operations.into_iter().zip(names) {
            self.operations.insert(operation.full_path(), method);
        }
        for resource in resources {
            self.level(api, &resource.children, &resource.operations);
        }
    }
}

fn fields(object: &Object) -> Fields {
    let cases = object.cases.iter().flat_map(|cases| &cases.cases);
    let mut members: Vec<&str> = Vec::new();
    for member in object
        .members
        .iter()
        .chain(cases.flat_map(|case| &case.members))
    {
        if !members.contains(&member.name.as_str()) {
            members.push(&member.name);
        }
    }
    let mut names = ident::side_by_side(&members, &["extra"]);
    let mut own = |name: &str| {
        let mut name = name.to_owned();
        while names.contains(&name) {
            name.push('_');
        }
        names.push(name.clone());
        ident::ident(&name)
    };
    let is_state = object.cases.as_ref().is_some_and(|cases| cases.is_state);
    let (kind, rest) = (
        own(if is_state { "state" } else { "kind" }),
        own("additional"),
    );
    let members = members.into_iter().map(str::to_owned);
    let names = names.iter().map(|name| ident::unlike_keywords(name));
    Fields {
        members: members.zip(names).collect(),
        kind,
        rest,
    }
}
