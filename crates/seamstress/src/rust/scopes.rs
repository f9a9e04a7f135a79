//! Names that stand side by side, and so must differ: the fields of an object, and the ways on
//! from a resource.

use std::collections::BTreeMap;

use proc_macro2::Ident;

use super::bound::{self, BoundNames};
use super::constructors::sent_types;
use super::makers::Makers;
use super::names::{Names, Pins, things};
use super::parts::{Part, Parts};
use super::{ident, parts, selectors, variants};
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
    variants: BTreeMap<TypeId, Vec<Ident>>,
    /// Of types that have cases.
    makers: BTreeMap<TypeId, Makers>,
    bound: BoundNames,
    /// By the steps to an operation: the constructors of what its calls go by.
    choices: BTreeMap<Vec<String>, Vec<Ident>>,
    /// By the steps to a resource: its module, and the method that leads to it.
    resources: BTreeMap<Vec<String>, (String, Ident)>,
    /// By the steps to an operation: its method.
    operations: BTreeMap<Vec<String>, Ident>,
    /// The names of parts of types, for the lock file.
    parts: Vec<Part>,
    /// The names of methods that something beside them decided on, for the same.
    methods: BTreeMap<String, String>,
}

/// The fields of an object, those of its cases among them.
struct Fields {
    members: BTreeMap<String, Ident>,
    kind: Ident,
    rest: Ident,
}

impl Scopes {
    /// All names; what is locked keeps its own.
    pub(super) fn new(api: &Api, names: &Names, pins: &Pins, parts: &Parts<'_>) -> Self {
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
                scopes.choices.insert(operation.full_path(), choices);
                scopes.parts.extend(remembered);
            }
        }
        let locked = Locked { pins, parts };
        scopes.level(api, &locked, &api.resources, &api.own_operations());
        scopes
    }

    /// What the lock file has to remember of these names.
    pub(super) fn remembered(&self) -> BTreeMap<String, String> {
        let mut remembered = parts::remembered(&self.parts);
        remembered.extend(self.methods.clone());
        remembered
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

    /// The variants of what a type has several of, in the order of the model: values, cases,
    /// alternatives.
    pub(super) fn variants(&self, id: TypeId) -> &[Ident] {
        self.variants
            .get(&id)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// The constructors of a type that has cases, one for each.
    pub(super) fn constructors(&self, id: TypeId) -> &[Ident] {
        let makers = self.makers.get(&id);
        makers
            .map(|makers| makers.constructors.as_slice())
            .unwrap_or_default()
    }

    /// The setters of what only some cases of a type have.
    pub(super) fn case_setters(&self, id: TypeId) -> &[Ident] {
        let makers = self.makers.get(&id);
        makers
            .map(|makers| makers.case_setters.as_slice())
            .unwrap_or_default()
    }

    /// The setter of a member that a type has in all cases.
    pub(super) fn setter(&self, id: TypeId, member: &str) -> Ident {
        let field = self.field(id, member);
        match self.makers.get(&id) {
            Some(makers) => makers.setter(field),
            None => Makers::default().setter(field),
        }
    }

    /// The arguments and setters of the parameters of an operation.
    pub(super) fn bound(&self, operation: &Operation) -> &[(Ident, Ident)] {
        let known = self.bound.get(&operation.full_path());
        known.map(Vec::as_slice).unwrap_or_default()
    }

    /// The constructors of what a call of an operation goes by.
    pub(super) fn choices(&self, operation: &Operation) -> &[Ident] {
        let known = self.choices.get(&operation.full_path());
        known.map(Vec::as_slice).unwrap_or_default()
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

    fn level(
        &mut self,
        api: &Api,
        locked: &Locked<'_>,
        resources: &[Resource],
        operations: &[OperationId],
    ) {
        let operations: Vec<&Operation> = operations.iter().map(|id| api.operation(*id)).collect();
        let steps = resources.iter().map(|resource| resource.name.as_str());
        let modules = ident::side_by_side(&steps.clone().collect::<Vec<_>>(), &[]);
        let texts = steps.chain(operations.iter().map(|operation| operation.name.as_str()));
        let texts: Vec<&str> = texts.collect();
        let of_resources = resources
            .iter()
            .map(|resource| ("resource", resource.path.clone()));
        let of_operations = operations.iter().map(|one| ("request", one.full_path()));
        let things: Vec<String> = of_resources
            .chain(of_operations)
            .map(|(what, path)| things::at(what, &path))
            .collect();
        let pinned = |at: usize| locked.method(things.get(at)?, texts.get(at)?);
        let names = ident::beside(&texts, TAKEN_METHODS, &pinned, &|_| false);
        for ((thing, text), name) in things.into_iter().zip(&texts).zip(&names) {
            if *name != ident::alone(text, TAKEN_METHODS) {
                self.methods.insert(thing, name.clone());
            }
        }
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
            self.level(api, locked, &resource.children, &resource.operations);
        }
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

    /// The fields of the type that is called `scope`.
    fn fields(&mut self, object: &Object, scope: &str, pins: &Pins, parts: &Parts<'_>) -> Fields {
        let cases = object.cases.iter().flat_map(|cases| &cases.cases);
        let mut members: Vec<&str> = Vec::new();
        let own = object.members.iter();
        for member in own.chain(cases.flat_map(|case| &case.members)) {
            if !members.contains(&member.name.as_str()) {
                members.push(&member.name);
            }
        }
        let suffix = object.cases.as_ref().map(things::suffix);
        let kind = suffix.map(str::to_ascii_lowercase);
        let reserved = parts.reserved(scope, '.');
        let mut taken = vec!["extra"];
        // A member that comes later does not take the name of the field of cases.
        if let (Some(suffix), Some(kind)) = (suffix, &kind)
            && pins.of(&things::cases(scope, suffix)).is_some()
            && !reserved.has(kind)
        {
            taken.push(kind);
        }
        let pinned = |at: usize| {
            let name = parts.in_scope(scope, &format!(".{}", members.get(at)?), true)?;
            Some(name.to_owned())
        };
        let is_reserved = |name: &str| reserved.has(name);
        let mut names = ident::beside(&members, &taken, &pinned, &is_reserved);
        for (text, name) in members.iter().zip(&names) {
            self.parts.push(Part {
                scope: scope.to_owned(),
                key: format!(".{text}"),
                name: name.clone(),
                alone: ident::alone(text, &["extra"]),
                is_evident: name == text,
                is_general: true,
                is_contested: kind.as_ref() == Some(name) || reserved.has(name),
            });
        }
        let mut own = |name: &str| {
            let mut name = name.to_owned();
            while names.contains(&name) {
                name.push('_');
            }
            names.push(name.clone());
            ident::ident(&name)
        };
        let (kind, rest) = (own(kind.as_deref().unwrap_or("kind")), own("additional"));
        let members = members.into_iter().map(str::to_owned);
        let names = names.iter().map(|name| ident::unlike_keywords(name));
        Fields {
            members: members.zip(names).collect(),
            kind,
            rest,
        }
    }
}

/// Names of methods that are locked.
struct Locked<'a> {
    pins: &'a Pins,
    parts: &'a Parts<'a>,
}

impl Locked<'_> {
    /// The method of a resource or an operation that was there before.
    fn method(&self, thing: &str, text: &str) -> Option<String> {
        self.pins.of(thing)?;
        let known = self.parts.of(thing).map(str::to_owned);
        Some(known.unwrap_or_else(|| ident::alone(text, TAKEN_METHODS)))
    }
}
