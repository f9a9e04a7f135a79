//! The names of types: of components their own, of inline types where they stand.
//!
//! An inline type is named after its owner and the member that holds it, in the singular inside
//! lists: `errors` of `access_code` → `AccessCodeError`. Where several places share a type, the
//! words that all these names have in common are its name, else the shortest of them. A name
//! that is taken gets more of the path. A title of the document's own goes before all that, where it
//! is a name, and that of one type only. No hash and no ordinal ever appears. What a lock file
//! knows keeps its name ([`claims`](super::claims)), and what it held is given to nothing else.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use proc_macro2::Ident;

use super::failures::{Alike, alike};
use super::pins::Pins;
use super::places::{Owner, Place, places};
use super::{ident, things};
use crate::api::{Api, Operation, Resource, Returns, Type, TypeDef, TypeId, TypeKind};
use crate::document::Pointer;

/// The Rust names of all types of an API: those of the document, and those that stand for ids,
/// resources and requests. All are different, since programs use them side by side.
pub(super) struct Names {
    types: Vec<Ident>,
    kinds: BTreeMap<TypeId, Ident>,
    ids: BTreeMap<String, Ident>,
    /// By the steps to them.
    resources: BTreeMap<Vec<String>, Ident>,
    requests: BTreeMap<Vec<String>, Ident>,
    /// Of what operations give by the status of the answer.
    answers: BTreeMap<Vec<String>, Ident>,
    /// Of what calls go by where they have to be given one of several things.
    selectors: BTreeMap<Vec<String>, Ident>,
    /// Of what the failures of operations are read as, where they are of several types.
    failures: BTreeMap<Vec<String>, Ident>,
}

impl Names {
    /// Names all types of `api`; `renames` overrule by the pointer of the definition.
    /// Resources stand beside the type `client`. What is pinned keeps its name.
    pub(super) fn new(
        api: &Api,
        client: &str,
        renames: &dyn Fn(&Pointer) -> Option<String>,
        pins: &Pins,
    ) -> Self {
        let mut naming = Naming {
            api,
            pins,
            claimed: HashMap::new(),
            places: places(api),
            names: vec![None; api.types.len()],
            taken: BTreeSet::new(),
            kinds: BTreeMap::new(),
        };
        let failures = alike(api);
        naming.renamed(renames);
        naming.claim(&failures);
        naming.components();
        let ids = naming.ids();
        let mut resources = BTreeMap::new();
        let beside = BESIDE_RESOURCES.iter().map(|name| (*name).to_owned());
        let beside = beside.chain([client.to_owned(), format!("{client}Builder")]);
        let beside: Vec<String> = beside
            .filter(|name| naming.taken.insert(name.clone()))
            .collect();
        naming.resources(&api.resources, &mut resources);
        beside.iter().for_each(|name| {
            naming.taken.remove(name);
        });
        let requests = naming.requests();
        let gives_one = |operation: &Operation| matches!(operation.returns, Returns::OneOf(_));
        let answers = naming.beside(&requests, gives_one, "answer", ["Answer", "Outcome"]);
        let has_choice = |operation: &Operation| operation.selector.is_some();
        let selectors = naming.beside(&requests, has_choice, "selector", ["By", "Selector"]);
        naming.titles();
        for at in 0..api.types.len() {
            naming.name(TypeId(at));
        }
        let failures = naming.failures(&failures, client);
        let types = naming.names.into_iter().map(Option::unwrap_or_default);
        let types = types.map(|name| ident::ident(&name)).collect();
        Self {
            types,
            kinds: naming
                .kinds
                .into_iter()
                .map(|(id, name)| (id, ident::ident(&name)))
                .collect(),
            ids,
            resources,
            requests,
            answers,
            selectors,
            failures,
        }
    }

    /// The name of a type.
    pub(super) fn of(&self, id: TypeId) -> &Ident {
        &self.types[id.0]
    }

    /// The name of an id type: `device_id` → `DeviceId`.
    pub(super) fn id(&self, name: &str) -> Ident {
        let known = self.ids.get(name).cloned();
        known.unwrap_or_else(|| ident::ident(&ident::type_name(&ident::pascal(name))))
    }

    /// The name of the struct of a resource: the way to it, as one word.
    pub(super) fn resource(&self, path: &[String]) -> Ident {
        let known = self.resources.get(path).cloned();
        known.unwrap_or_else(|| ident::ident(&path_name(path)))
    }

    /// The name of the struct of a request: the way to it, as one word.
    pub(super) fn request(&self, operation: &Operation) -> Ident {
        let path = operation.full_path();
        let known = self.requests.get(&path).cloned();
        known.unwrap_or_else(|| ident::ident(&path_name(&path)))
    }

    /// The name of the enum of what an operation gives by the status of the answer.
    pub(super) fn answer(&self, operation: &Operation) -> Ident {
        let known = self.answers.get(&operation.full_path()).cloned();
        known.unwrap_or_else(|| quote::format_ident!("{}Answer", self.request(operation)))
    }

    /// The name of what a call goes by where it has to be given one of several things.
    pub(super) fn selector(&self, operation: &Operation) -> Ident {
        let known = self.selectors.get(&operation.full_path()).cloned();
        known.unwrap_or_else(|| quote::format_ident!("{}By", self.request(operation)))
    }

    /// The name of what the failures of an operation are read as, where they are of several types.
    pub(super) fn failure(&self, operation: &Operation) -> Option<&Ident> {
        self.failures.get(&operation.full_path())
    }

    /// The name of the enum of an object's cases.
    pub(super) fn kind(&self, id: TypeId) -> Ident {
        let name = self.kinds.get(&id).cloned();
        name.unwrap_or_else(|| quote::format_ident!("{}Kind", self.of(id)))
    }
}

/// How many operations take a parameter for its own name alone to be the name of its type.
const MANY: usize = 4;

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

/// Names while they are given.
pub(super) struct Naming<'a> {
    pub(super) api: &'a Api,
    pub(super) pins: &'a Pins,
    /// What things that are no types of the document took, by thing.
    pub(super) claimed: HashMap<String, String>,
    pub(super) places: BTreeMap<TypeId, Vec<Place>>,
    pub(super) names: Vec<Option<String>>,
    pub(super) taken: BTreeSet<String>,
    kinds: BTreeMap<TypeId, String>,
}

impl Naming<'_> {
    /// Names ids. A component that is nothing but such an id shares the name: it is the type.
    fn ids(&mut self) -> BTreeMap<String, Ident> {
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

    fn resources(&mut self, resources: &[Resource], paths: &mut BTreeMap<Vec<String>, Ident>) {
        for resource in resources {
            self.path(&resource.path, "resource", "Resource", paths);
            self.resources(&resource.children, paths);
        }
    }

    fn requests(&mut self) -> BTreeMap<Vec<String>, Ident> {
        let mut requests = BTreeMap::new();
        for operation in &self.api.operations {
            self.path(&operation.full_path(), "request", "Request", &mut requests);
        }
        requests
    }

    /// Names what stands beside the requests of some operations: the request with a suffix.
    fn beside(
        &mut self,
        requests: &BTreeMap<Vec<String>, Ident>,
        has_one: fn(&Operation) -> bool,
        what: &str,
        suffixes: [&str; 2],
    ) -> BTreeMap<Vec<String>, Ident> {
        let mut names = BTreeMap::new();
        for operation in self.api.operations.iter().filter(|one| has_one(one)) {
            let path = operation.full_path();
            let request = requests.get(&path).map(Ident::to_string);
            let request = request.unwrap_or_default();
            let [name, other] = suffixes.map(|suffix| format!("{request}{suffix}"));
            let claimed = self.claimed.remove(&things::at(what, &path));
            let name = claimed.unwrap_or_else(|| self.own(&name, [other]));
            self.taken.insert(name.clone());
            names.insert(path, ident::ident(&name));
        }
        names
    }

    /// Names what failures are read as, after the resource that its operations have in common:
    /// `PetsFailure`. The most frequent has the first choice; others are named after an operation.
    fn failures(&mut self, all: &[Alike], client: &str) -> BTreeMap<Vec<String>, Ident> {
        let mut names = BTreeMap::new();
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
            let of = |path: &[String]| format!("{}Failure", path_name(path));
            let general = match common {
                [] => format!("{client}Failure"),
                common => of(common),
            };
            let fallback = of(first);
            let claimed = self.claimed.remove(&things::at("failure", first));
            let name = claimed.unwrap_or_else(|| self.free([general, fallback.clone()], &fallback));
            self.taken.insert(name.clone());
            names.extend(paths.into_iter().map(|path| (path, ident::ident(&name))));
        }
        names
    }

    fn path(
        &mut self,
        path: &[String],
        what: &str,
        suffix: &str,
        paths: &mut BTreeMap<Vec<String>, Ident>,
    ) {
        let name = match self.claimed.get(&things::at(what, path)) {
            Some(claimed) => claimed.clone(),
            None => {
                let name = path_name(path);
                let in_full = path.iter().map(|step| ident::pascal_in_full(step));
                let in_full = ident::type_name(&in_full.collect::<String>());
                self.own(&name, [format!("{name}{suffix}"), in_full])
            }
        };
        self.taken.insert(name.clone());
        paths.insert(path.to_vec(), ident::ident(&name));
    }

    /// Names what the configuration renames.
    fn renamed(&mut self, renames: &dyn Fn(&Pointer) -> Option<String>) {
        for (at, definition) in self.api.types.iter().enumerate() {
            if let Some(name) = renames(&definition.pointer) {
                let name = self.own(&name, [format!("{name}Schema")]);
                self.give(TypeId(at), name);
            }
        }
    }

    fn components(&mut self) {
        for (at, definition) in self.api.types.iter().enumerate() {
            if let (None, Some(own)) = (&self.names[at], &definition.name) {
                let name = ident::type_name(&ident::pascal(own));
                let name = self.own(&name, [format!("{name}Schema")]);
                self.give(TypeId(at), name);
            }
        }
    }

    /// Names inline types after what the document calls them, where it calls no other type so.
    fn titles(&mut self) {
        let mut titled: BTreeMap<String, Vec<TypeId>> = BTreeMap::new();
        for (at, definition) in self.api.types.iter().enumerate() {
            if let (None, Some(title)) = (&definition.name, &definition.title) {
                let name = ident::type_name(&ident::pascal(title));
                titled.entry(name).or_default().push(TypeId(at));
            }
        }
        for (name, ids) in titled {
            if let [id] = ids.as_slice()
                && self.names[id.0].is_none()
                && self.is_free(&name)
            {
                self.give(*id, name);
            }
        }
    }

    pub(super) fn give(&mut self, id: TypeId, name: String) {
        if let TypeKind::Object(object) = &self.api.type_def(id).kind
            && let Some(cases) = &object.cases
        {
            let suffix = things::suffix(cases);
            let pinned = self.pins.of(&things::cases(&name, suffix));
            let pinned = pinned.filter(|pinned| !self.taken.contains(*pinned));
            let kind = match pinned {
                Some(pinned) => pinned.to_owned(),
                None => self.free([format!("{name}{suffix}")], &format!("{name}{suffix}")),
            };
            self.taken.insert(kind.clone());
            self.kinds.insert(id, kind);
        }
        self.taken.insert(name.clone());
        self.names[id.0] = Some(name);
    }

    /// The name of `id`, given now if it has none.
    fn name(&mut self, id: TypeId) -> String {
        if let Some(name) = &self.names[id.0] {
            return name.clone();
        }
        // Guards against a circle of inline types, which sharing cannot make.
        self.names[id.0] = Some(String::new());
        let mut places = self.places.remove(&id).unwrap_or_default();
        // What a component has is named after that, also where operations use it.
        let in_component = |place: &Place| match place.owner {
            Owner::Type(owner) => {
                let pointer = &self.api.type_def(owner).pointer;
                pointer.segments().next().as_deref() == Some("components")
            }
            Owner::Operation(..) => false,
        };
        if places.iter().any(in_component) {
            places.retain(in_component);
        }
        let mut candidates: Vec<Vec<String>> = Vec::new();
        let mut full: Vec<Vec<String>> = Vec::new();
        for place in &places {
            let owner = match &place.owner {
                Owner::Type(owner) => self.name(*owner),
                Owner::Operation(_, path) => path.clone(),
            };
            let words = joined(&ident::words(&owner), &place.words);
            full.push(
                ident::words(&owner)
                    .into_iter()
                    .chain(place.words.clone())
                    .collect(),
            );
            if !candidates.contains(&words) {
                candidates.push(words);
            }
        }
        let is_parameter = places
            .iter()
            .all(|place| matches!(place.owner, Owner::Operation(..)));
        let name = self.choose(candidates, full, is_parameter, id);
        self.give(id, name.clone());
        name
    }

    /// A free name: the words that all `candidates` share, one of them, or one of the `full`
    /// names, which say everything.
    fn choose(
        &self,
        mut candidates: Vec<Vec<String>>,
        full: Vec<Vec<String>>,
        is_parameter: bool,
        id: TypeId,
    ) -> String {
        let common = candidates.split_first().map(|(first, others)| {
            others
                .iter()
                .fold(first.clone(), |common, other| common_words(&common, other))
        });
        let common = common.filter(|words| match words.len() {
            0 => false,
            1 => is_parameter && candidates.len() >= MANY,
            _ => candidates.len() > 1,
        });
        candidates.sort_by_key(|words| words.iter().map(String::len).sum::<usize>());
        let fallback = candidates
            .first()
            .map_or_else(|| pointer_name(self.api, id), |words| words.concat());
        let names = common
            .into_iter()
            .chain(candidates)
            .chain(full)
            .map(|words| words.concat());
        let names: Vec<String> = names.map(|name| ident::type_name(&name)).collect();
        self.free(names, &fallback)
    }

    /// The first of `names` that nothing has yet; else `fallback` with words that say no more
    /// than that it is something else.
    fn free(&self, names: impl IntoIterator<Item = String>, fallback: &str) -> String {
        let usable = |name: &String| !name.is_empty() && self.is_free(name);
        if let Some(name) = names.into_iter().find(usable) {
            return name;
        }
        let mut name = ident::type_name(fallback);
        for word in ["Details", "Content", "Body", "Data"].iter().cycle() {
            name.push_str(word);
            if self.is_free(&name) {
                break;
            }
        }
        name
    }

    /// The name that a thing has of itself, even if something else had it once; where something
    /// has it now, one of the `others`.
    fn own(&self, name: &str, others: impl IntoIterator<Item = String>) -> String {
        match name.is_empty() || self.taken.contains(name) {
            true => self.free(others, name),
            false => name.to_owned(),
        }
    }

    /// Whether nothing has a name, and nothing had it.
    fn is_free(&self, name: &str) -> bool {
        !self.taken.contains(name) && !self.pins.is_reserved(name)
    }
}

pub(super) fn path_name(path: &[String]) -> String {
    ident::type_name(&ident::pascal(&path.join("_")))
}

/// The name of a type that stands nowhere: after its pointer.
fn pointer_name(api: &Api, id: TypeId) -> String {
    let last = api
        .type_def(id)
        .pointer
        .last()
        .map(|last| ident::pascal(&last));
    last.unwrap_or_else(|| "Anonymous".to_owned())
}

/// `words` after `owner`, without saying twice what the owner's name says already: `Device` and
/// `device_type` make `DeviceType`.
fn joined(owner: &[String], words: &[String]) -> Vec<String> {
    let longest = owner.len().min(words.len());
    let overlap = (1..=longest).rev().find(|length| {
        (*length == owner.len() || *length >= 2) && owner.ends_with(&words[..*length])
    });
    owner
        .iter()
        .chain(&words[overlap.unwrap_or(0)..])
        .cloned()
        .collect()
}

/// The longest sequence of words that stands, in this order, in both.
fn common_words(a: &[String], b: &[String]) -> Vec<String> {
    let mut length = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    for (i, x) in a.iter().enumerate().rev() {
        for (j, y) in b.iter().enumerate().rev() {
            length[i][j] = if x == y {
                length[i + 1][j + 1] + 1
            } else {
                length[i + 1][j].max(length[i][j + 1])
            };
        }
    }
    let (mut i, mut j, mut common) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            common.push(a[i].clone());
            i += 1;
            j += 1;
        } else if length[i + 1][j] >= length[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    common
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(name: &str) -> Vec<String> {
        ident::words(name)
    }

    #[test]
    fn a_member_that_repeats_its_owner_is_not_repeated() {
        for (owner, member, name) in [
            ("Device", "DeviceType", "DeviceType"),
            ("AccessCode", "Error", "AccessCodeError"),
            ("AcsUser", "UserIdentity", "AcsUserUserIdentity"),
            ("ActionAttempt", "ActionType", "ActionAttemptActionType"),
        ] {
            assert_eq!(joined(&words(owner), &words(member)).concat(), name);
        }
    }

    #[test]
    fn shared_types_have_the_common_words() {
        let common = |a: &str, b: &str| common_words(&words(a), &words(b)).concat();
        assert_eq!(
            common("AccessCodeError", "UnmanagedAccessCodeError"),
            "AccessCodeError"
        );
        assert_eq!(
            common("EventDeviceWarning", "EventAccountWarning"),
            "EventWarning"
        );
        assert_eq!(common("A", "B"), "");
    }
}
