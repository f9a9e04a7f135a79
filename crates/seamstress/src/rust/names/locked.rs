//! What a crate's lock file has to remember: all names of types with what has them, the ways to
//! operations, and names that something beside them decided on.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::places::{Owner, places};
use super::things;
use super::ways::name_of_way;
use crate::api::{BodyFormat, Operation, Resource, Returns, TypeId};
use crate::lock::{Held, Lock, Names, body_part, key_of};
use crate::rust::{Emitter, failures};

/// How many places of a type are remembered. Nearly all types have fewer, and so each place has its
/// say when a type becomes two; types that stand in hundreds are known by so many as well.
const PLACES: usize = 64;

/// Names of types, and the things that have them.
type Types = BTreeMap<String, BTreeSet<String>>;

impl Emitter<'_> {
    /// The lock after this run.
    pub(in crate::rust) fn lock(&self) -> Lock {
        let before = &self.config.names.locked;
        let mut parts = self.scopes.remembered();
        parts.extend(self.headers.remembered().clone());
        let operations = self.ways();
        parts.extend(self.bodies(&operations));
        before.after(Names {
            operations,
            types: self.named_types(before),
            parts,
        })
    }

    /// Bodies without JSON, of which a kind that comes later does not take the place. Of several
    /// operations with one method and path, `ways` has the one that the others are variants of.
    fn bodies(&self, ways: &BTreeMap<String, Vec<String>>) -> BTreeMap<String, String> {
        let mut bodies = BTreeMap::new();
        for operation in &self.api.operations {
            let held = match operation.body {
                BodyFormat::Json { .. }
                | BodyFormat::JsonValue { .. }
                | BodyFormat::Form { .. }
                | BodyFormat::None => continue,
                BodyFormat::Multipart { .. } => Held::Parts,
                _ => Held::Content,
            };
            let key = key_of(operation.method.name(), &operation.path);
            if ways.get(&key) == Some(&operation.full_path()) {
                bodies.insert(body_part(&key), held.word().to_owned());
            }
        }
        bodies
    }

    /// The ways to operations; of several that have one method and path, the one that the others
    /// are variants of.
    fn ways(&self) -> BTreeMap<String, Vec<String>> {
        let mut ways: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for operation in &self.api.operations {
            let way = operation.full_path();
            let key = key_of(operation.method.name(), &operation.path);
            // Variants have a suffix.
            match ways.get(&key) {
                Some(known) if known.last().map(String::len) <= way.last().map(String::len) => {}
                _ => {
                    ways.insert(key, way);
                }
            }
        }
        ways
    }

    fn named_types(&self, before: &Lock) -> BTreeMap<String, Vec<String>> {
        let mut types = Types::new();
        self.own_names(&mut types);
        for id in &self.api.ids {
            add(&mut types, self.names.id(id), things::id(id));
        }
        self.resource_names(&self.api.resources, &mut types);
        for operation in &self.api.operations {
            self.request_names(operation, &mut types);
        }
        for alike in failures::alike(self.api) {
            for id in alike.operations {
                let operation = self.api.operation(id);
                if let Some(name) = self.names.failure(operation) {
                    let thing = things::at("failure", &operation.full_path());
                    add(&mut types, name, thing);
                }
            }
        }
        let known = |name: &String| {
            let (live, retired) = (&before.live.types, &before.retired.types);
            live.get(name).or_else(|| retired.get(name))
        };
        types
            .into_iter()
            .map(|(name, things)| {
                let things = few(things, known(&name).map(Vec::as_slice).unwrap_or_default());
                (name, things)
            })
            .collect()
    }

    /// Types of the document, and the enums of their cases.
    fn own_names(&self, types: &mut Types) {
        let request = |at: usize| self.names.request(&self.api.operations[at]).to_string();
        let places = places(self.api);
        let mut requests: HashMap<usize, String> = HashMap::new();
        for (at, definition) in self.api.types.iter().enumerate() {
            let id = TypeId(at);
            let name = self.names.of(id);
            if let Some(own) = &definition.name {
                add(types, name, things::schema(own));
            }
            for place in places.get(&id).map(Vec::as_slice).unwrap_or_default() {
                let owner = match place.owner {
                    Owner::Type(owner) => self.names.of(owner).to_string(),
                    Owner::Operation(at, _) => {
                        requests.entry(at).or_insert_with(|| request(at)).clone()
                    }
                };
                add(types, name, format!("{owner}{}", place.part));
            }
            let cases = definition.kind.object().and_then(|one| one.cases.as_ref());
            if let Some(cases) = cases {
                let thing = things::cases(&name.to_string(), things::suffix(cases));
                add(types, self.names.kind(id), thing);
            }
        }
    }

    fn resource_names(&self, resources: &[Resource], types: &mut Types) {
        for resource in resources {
            let name = self.names.resource(&resource.path);
            // What is named after its way only is known by the ways of its operations.
            if name != name_of_way(&resource.path) {
                add(types, name, things::at("resource", &resource.path));
            }
            self.resource_names(&resource.children, types);
        }
    }

    fn request_names(&self, operation: &Operation, types: &mut Types) {
        let path = operation.full_path();
        let name = self.names.request(operation);
        if *name != name_of_way(&path) {
            add(types, name, things::at("request", &path));
        }
        if matches!(operation.returns, Returns::OneOf(_)) {
            let name = self.names.answer(operation);
            add(types, name, things::at("answer", &path));
        }
        if operation.selector.is_some() {
            let name = self.names.selector(operation);
            add(types, name, things::at("selector", &path));
        }
    }
}

fn add(types: &mut Types, name: impl ToString, thing: String) {
    types.entry(name.to_string()).or_default().insert(thing);
}

/// Not all too many of the things that have a name, sorted: those first that are known already, so
/// that the file changes little.
fn few(things: BTreeSet<String>, known: &[String]) -> Vec<String> {
    let (mut few, new): (Vec<String>, Vec<String>) =
        things.into_iter().partition(|thing| known.contains(thing));
    few.truncate(PLACES);
    let missing = PLACES.saturating_sub(few.len());
    few.extend(new.into_iter().take(missing));
    few.sort();
    few
}
