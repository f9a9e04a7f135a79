//! Names of what is no type of the document: ids, and what is called after the way to it, which
//! are resources, requests, and what comes of them.

use std::collections::{BTreeMap, HashMap};

use proc_macro2::Ident;

use super::naming::Naming;
use super::things;
use crate::api::{Operation, OperationId, Resource, Type, TypeDef, TypeKind};
use crate::rust::failures::Alike;
use crate::rust::ident;

/// Names of the runtime that the file of the client uses beside resources.
const BESIDE_RESOURCES: &[&str] = &[
    "ClientBuilder",
    "Credential",
    "Duration",
    "ErrorBody",
    "QueryStyle",
    "Settings",
    "Transport",
];

/// The name of what is called after the way to it.
pub(super) fn name_of_way(path: &[String]) -> String {
    ident::type_name(&ident::pascal(&path.join("_")))
}

impl Naming<'_> {
    /// Names ids. A component that is nothing but such an id shares the name: it is the type.
    pub(super) fn ids(&mut self) -> BTreeMap<String, Ident> {
        let mut ids = BTreeMap::new();
        let components = self.names.iter().zip(&self.api.types);
        let components: HashMap<String, &TypeDef> = components
            .filter_map(|(name, definition)| Some((name.clone()?, definition)))
            .collect();
        for id in &self.api.ids {
            let name = ident::type_name(&ident::pascal(id));
            let is_same = components
                .get(&name)
                .is_some_and(|known| known.kind == TypeKind::Alias(Type::Id(id.clone())));
            let name = match self.claimed.remove(&things::id(id)) {
                Some(claimed) => claimed,
                None if is_same => name,
                None => self.own(&name, [format!("{name}Value")]),
            };
            self.taken.insert(name.clone());
            ids.insert(id.clone(), ident::ident(&name));
        }
        ids
    }

    /// Names resources, which stand beside the type `client` and what its file uses.
    pub(super) fn resources(&mut self, client: &str) -> BTreeMap<Vec<String>, Ident> {
        let beside = BESIDE_RESOURCES.iter().map(|name| (*name).to_owned());
        let beside = beside.chain([client.to_owned(), format!("{client}Builder")]);
        let beside: Vec<String> = beside
            .filter(|name| self.taken.insert(name.clone()))
            .collect();
        let mut resources = BTreeMap::new();
        self.level_of_resources(&self.api.resources, &mut resources);
        for name in &beside {
            self.taken.remove(name);
        }
        resources
    }

    fn level_of_resources(
        &mut self,
        resources: &[Resource],
        named: &mut BTreeMap<Vec<String>, Ident>,
    ) {
        for resource in resources {
            let name = self.way(&resource.path, "resource", "Resource");
            named.insert(resource.path.clone(), name);
            self.level_of_resources(&resource.children, named);
        }
    }

    /// Names requests, in the order of their operations.
    pub(super) fn requests(&mut self) -> Vec<Ident> {
        let operations = self.api.operations.iter();
        operations
            .map(|operation| self.way(&operation.full_path(), "request", "Request"))
            .collect()
    }

    /// Names what stands beside the requests of some operations: the request with a suffix.
    pub(super) fn beside(
        &mut self,
        requests: &[Ident],
        has_one: fn(&Operation) -> bool,
        what: &str,
        suffixes: [&str; 2],
    ) -> HashMap<OperationId, Ident> {
        let mut names = HashMap::new();
        let operations = self.api.operations.iter().zip(requests);
        for (operation, request) in operations.filter(|(one, _)| has_one(one)) {
            let [name, other] = suffixes.map(|suffix| format!("{request}{suffix}"));
            let claimed = self
                .claimed
                .remove(&things::at(what, &operation.full_path()));
            let name = claimed.unwrap_or_else(|| self.own(&name, [other]));
            self.taken.insert(name.clone());
            names.insert(operation.id, ident::ident(&name));
        }
        names
    }

    /// Names what failures are read as, after the resource that its operations have in common:
    /// `PetsFailure`. The most frequent has the first choice; others are named after an operation.
    pub(super) fn failures(&mut self, all: &[Alike], client: &str) -> HashMap<OperationId, Ident> {
        let mut names = HashMap::new();
        for alike in all {
            let operations = alike.operations.iter().map(|id| self.api.operation(*id));
            let paths: Vec<Vec<String>> = operations.map(Operation::full_path).collect();
            let Some((first, others)) = paths.split_first() else {
                continue;
            };
            let mut common = first.split_last().map_or(&[][..], |(_, resource)| resource);
            for path in others {
                let same = common.iter().zip(path).take_while(|(a, b)| a == b).count();
                common = common.get(..same).unwrap_or_default();
            }
            let of = |path: &[String]| format!("{}Failure", name_of_way(path));
            let general = match common {
                [] => format!("{client}Failure"),
                common => of(common),
            };
            let fallback = of(first);
            let claimed = self.claimed.remove(&things::at("failure", first));
            let name = claimed.unwrap_or_else(|| self.free([general, fallback.clone()], &fallback));
            self.taken.insert(name.clone());
            let operations = alike.operations.iter();
            names.extend(operations.map(|id| (*id, ident::ident(&name))));
        }
        names
    }

    fn way(&mut self, path: &[String], what: &str, suffix: &str) -> Ident {
        let name = match self.claimed.get(&things::at(what, path)) {
            Some(claimed) => claimed.clone(),
            None => {
                let name = name_of_way(path);
                let in_full = path.iter().map(|step| ident::pascal_in_full(step));
                let in_full = ident::type_name(&in_full.collect::<String>());
                self.own(&name, [format!("{name}{suffix}"), in_full])
            }
        };
        let ident = ident::ident(&name);
        self.taken.insert(name);
        ident
    }
}
