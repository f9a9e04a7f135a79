//! Names that stand side by side, and so must differ: the fields of an object, and the ways on
//! from a resource.

mod fields;
mod methods;

use std::collections::{BTreeMap, HashMap};

use proc_macro2::Ident;

use crate::api::{Api, Object, Operation, OperationId, Resource, TypeId, TypeKind};
use crate::rust::bound::{self, BoundNames};
use crate::rust::constructors::sent_types;
use crate::rust::makers::Makers;
use crate::rust::names::{Names, Pins};
use crate::rust::parts::{Part, Parts};
use crate::rust::{ident, parts, selectors, variants};
use fields::Fields;
use methods::Locked;

/// All names that depend on those beside them.
#[derive(Default)]
pub(in crate::rust) struct Scopes {
    objects: BTreeMap<TypeId, Fields>,
    variants: BTreeMap<TypeId, Vec<Ident>>,
    /// Of types that have cases.
    makers: BTreeMap<TypeId, Makers>,
    bound: BoundNames,
    /// The constructors of what calls of operations go by.
    choices: HashMap<OperationId, Vec<Ident>>,
    /// By the steps to a resource: its module, and the method that leads to it.
    resources: BTreeMap<Vec<String>, (String, Ident)>,
    /// The methods of operations.
    operations: HashMap<OperationId, Ident>,
    /// The names of parts of types, for the lock file.
    parts: Vec<Part>,
    /// The names of methods that something beside them decided on, for the same.
    methods: BTreeMap<String, String>,
}

impl Scopes {
    /// All names; what is locked keeps its own.
    pub(in crate::rust) fn new(api: &Api, names: &Names, pins: &Pins, parts: &Parts<'_>) -> Self {
        let mut scopes = Self::default();
        let sent = sent_types(api);
        for (at, definition) in api.types.iter().enumerate() {
            if let TypeKind::Object(object) = &definition.kind {
                let scope = names.of(TypeId(at)).to_string();
                let fields = scopes.fields(object, &scope, pins, parts);
                scopes.objects.insert(TypeId(at), fields);
                scopes.make(
                    TypeId(at),
                    object,
                    &scope,
                    parts,
                    sent.contains(&TypeId(at)),
                );
            }
        }
        let (variants, remembered) = variants::variants(api, names, pins, parts);
        scopes.variants = variants;
        scopes.parts.extend(remembered);
        let (bound, remembered) = bound::names(api, names, pins, parts);
        scopes.bound = bound;
        scopes.parts.extend(remembered);
        for operation in &api.operations {
            if let Some(selector) = &operation.selector {
                let scope = names.selector(operation).to_string();
                let (choices, remembered) = selectors::names(selector, &scope, parts);
                scopes.choices.insert(operation.id, choices);
                scopes.parts.extend(remembered);
            }
        }
        let locked = Locked { pins, parts };
        scopes.level(api, &locked, &api.resources, &api.own_operations());
        scopes
    }

    /// What the lock file has to remember of these names.
    pub(in crate::rust) fn remembered(&self) -> BTreeMap<String, String> {
        let mut remembered = parts::remembered(&self.parts);
        remembered.extend(self.methods.clone());
        remembered
    }

    /// The field of a member of the object `owner`.
    pub(in crate::rust) fn field(&self, owner: TypeId, member: &str) -> Ident {
        let fields = self.objects.get(&owner);
        let known = fields.and_then(|fields| fields.members.get(member).cloned());
        known.unwrap_or_else(|| ident::snake(member))
    }

    /// The field of the cases: `state` where the tag is the first of several, else `kind`.
    pub(in crate::rust) fn kind(&self, owner: TypeId) -> Ident {
        let known = self.objects.get(&owner).map(|fields| fields.kind.clone());
        known.unwrap_or_else(|| ident::snake("kind"))
    }

    /// The field of members without a name.
    pub(in crate::rust) fn rest(&self, owner: TypeId) -> Ident {
        let known = self.objects.get(&owner).map(|fields| fields.rest.clone());
        known.unwrap_or_else(|| ident::snake("additional"))
    }

    /// The variants of what a type has several of, in the order of the model: values, cases,
    /// alternatives.
    pub(in crate::rust) fn variants(&self, id: TypeId) -> &[Ident] {
        self.variants
            .get(&id)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// The constructors of a type that has cases, one for each.
    pub(in crate::rust) fn constructors(&self, id: TypeId) -> &[Ident] {
        let makers = self.makers.get(&id);
        makers
            .map(|makers| makers.constructors.as_slice())
            .unwrap_or_default()
    }

    /// The setters of what only some cases of a type have.
    pub(in crate::rust) fn case_setters(&self, id: TypeId) -> &[Ident] {
        let makers = self.makers.get(&id);
        makers
            .map(|makers| makers.case_setters.as_slice())
            .unwrap_or_default()
    }

    /// The setter of a member that a type has in all cases.
    pub(in crate::rust) fn setter(&self, id: TypeId, member: &str) -> Ident {
        let field = self.field(id, member);
        match self.makers.get(&id) {
            Some(makers) => makers.setter(field),
            None => Makers::default().setter(field),
        }
    }

    /// The arguments and setters of the parameters of an operation.
    pub(in crate::rust) fn bound(&self, operation: &Operation) -> &[(Ident, Ident)] {
        &self.bound[operation.id.0]
    }

    /// The constructors of what a call of an operation goes by.
    pub(in crate::rust) fn choices(&self, operation: &Operation) -> &[Ident] {
        let known = self.choices.get(&operation.id);
        known.map(Vec::as_slice).unwrap_or_default()
    }

    /// The module of a resource.
    pub(in crate::rust) fn module(&self, resource: &Resource) -> String {
        let known = self.resources.get(&resource.path);
        known.map_or_else(
            || ident::module(&resource.name),
            |(module, _)| module.clone(),
        )
    }

    /// The method that leads to a resource.
    pub(in crate::rust) fn accessor(&self, resource: &Resource) -> Ident {
        let known = self.resources.get(&resource.path);
        known.map_or_else(
            || ident::snake(&resource.name),
            |(_, method)| method.clone(),
        )
    }

    /// The method that starts a request.
    pub(in crate::rust) fn method(&self, operation: &Operation) -> &Ident {
        &self.operations[&operation.id]
    }

    /// The functions that a value with cases is made with.
    fn make(&mut self, id: TypeId, object: &Object, scope: &str, parts: &Parts<'_>, is_sent: bool) {
        let Some(cases) = &object.cases else { return };
        let field = |member: &str| self.field(id, member);
        let (makers, remembered) = Makers::new(object, cases, scope, &field, parts);
        self.makers.insert(id, makers);
        // Others have none.
        if is_sent {
            self.parts.extend(remembered);
        }
    }
}
