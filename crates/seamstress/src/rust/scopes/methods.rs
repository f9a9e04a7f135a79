//! The methods of the client and of resources: those that lead on, and those that start requests.

use super::Scopes;
use crate::api::{Api, Operation, OperationId, Resource};
use crate::rust::ident;
use crate::rust::names::{Pins, things};
use crate::rust::parts::Parts;

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

impl Scopes {
    /// Names what leads on from one place, and from there on.
    pub(super) fn level(
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
            self.operations.insert(operation.id, method);
        }
        for resource in resources {
            self.level(api, locked, &resource.children, &resource.operations);
        }
    }
}

/// Names of methods that are locked.
pub(super) struct Locked<'a> {
    pub(super) pins: &'a Pins,
    pub(super) parts: &'a Parts<'a>,
}

impl Locked<'_> {
    /// The method of a resource or an operation that was there before.
    fn method(&self, thing: &str, text: &str) -> Option<String> {
        self.pins.of(thing)?;
        let known = self.parts.of(thing).map(str::to_owned);
        Some(known.unwrap_or_else(|| ident::alone(text, TAKEN_METHODS)))
    }
}
