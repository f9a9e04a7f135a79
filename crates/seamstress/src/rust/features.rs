//! Cargo features: one per resource at the top of the tree, with the types that it reaches.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use heck::ToKebabCase;
use proc_macro2::TokenStream;
use quote::quote;
use serde::Serialize;

use super::failures::Alike;
use super::names::Names;
use super::texts::Texts;
use super::{Emitter, webhooks};
use crate::api::{Api, Operation, Type, TypeId};

/// The feature of component schemas that no operation reaches.
pub(crate) const UNREACHED: &str = "unused-schemas";

/// The feature of operations that belong to no resource.
pub(super) const OWN: &str = "operations";

/// The most features that a condition names. Where an API has many resources, dozens of them need
/// what they have in common, and conditions would be a third of the crate.
const LISTED: usize = 4;

/// Which features need which types.
pub(super) struct Features {
    names: Vec<String>,
    reached: Vec<Set>,
    /// The features that stand for sets of many, which all in the set enable.
    shared: BTreeMap<Set, String>,
}

/// A feature, as the manifest has it.
#[derive(Serialize)]
pub(super) struct Feature<'a> {
    name: &'a str,
    enables: Vec<&'a str>,
}

/// The features that need a type; many types have the same.
pub(super) type Set = BTreeSet<Rc<str>>;

impl Features {
    /// Of the resources of `api`, of what operations that fail `alike` give, and of webhooks, where
    /// there is a type of their `event`.
    pub(super) fn new(api: &Api, names: &Names, alike: &[Alike], event: Option<TypeId>) -> Self {
        let mut features = Self {
            names: Vec::new(),
            reached: vec![Set::new(); api.types.len()],
            shared: BTreeMap::new(),
        };
        for resource in &api.resources {
            features.names.push(feature_name(&resource.name));
        }
        for operation in &api.operations {
            let feature = feature_of(operation);
            if operation.resource.is_empty() {
                features.names.push(feature.clone());
            }
            for id in operation.types().into_iter().filter_map(Type::named) {
                features.reach(api, id, &feature.as_str().into());
            }
        }
        if let Some(event) = event {
            features.reach(api, event, &webhooks::FEATURE.into());
        }
        features.reach_the_rest(api);
        features.names.sort();
        features.names.dedup();
        features.share(api, names, alike);
        features
    }

    /// A feature of its own for types that no operation reaches.
    fn reach_the_rest(&mut self, api: &Api) {
        let types = self.reached.iter().enumerate();
        let unreached = types.filter(|(_, features)| features.is_empty());
        let unreached: Vec<TypeId> = unreached.map(|(at, _)| TypeId(at)).collect();
        if !unreached.is_empty() {
            self.names.push(UNREACHED.to_owned());
            unreached
                .into_iter()
                .for_each(|id| self.reach(api, id, &UNREACHED.into()));
        }
    }

    /// Names the sets of many after a type that needs just that set, the shortest name of a
    /// component if there is one: such a name stays when resources are added, where a number would move.
    fn share(&mut self, api: &Api, names: &Names, alike: &[Alike]) {
        let mut best: BTreeMap<Set, (bool, usize, String)> = BTreeMap::new();
        let mut wish = |set: &Set, is_inline: bool, name: String| {
            if set.len() > LISTED {
                let best = best.entry(set.clone());
                let wish = (is_inline, name.len(), name);
                best.and_modify(|best| *best = wish.clone().min(best.clone()))
                    .or_insert(wish);
            }
        };
        for (at, (definition, set)) in api.types.iter().zip(&self.reached).enumerate() {
            let name = names.of(TypeId(at)).to_string();
            wish(set, definition.name.is_none(), name);
        }
        for one in alike {
            let operations = one.operations.iter().map(|id| api.operation(*id));
            let name = operations.clone().find_map(|one| names.failure(one));
            let name = name.map(ToString::to_string).unwrap_or_default();
            wish(&of_operations(operations), true, name);
        }
        let named = best
            .into_iter()
            .map(|(set, (.., name))| (set, shared_name(&name)));
        self.shared = named.collect();
    }

    /// All features, sorted, with those that they enable.
    pub(super) fn all(&self) -> Vec<Feature<'_>> {
        let names = self.names.iter().map(String::as_str);
        let feature = |name| Feature {
            name,
            enables: self.enabled_by(name),
        };
        names.map(feature).collect()
    }

    /// The features that stand for sets of which `name` is one, sorted.
    pub(super) fn enabled_by(&self, name: &str) -> Vec<&str> {
        let of = self.shared.iter().filter(|(set, _)| set.contains(name));
        let mut names: Vec<&str> = of.map(|(_, name)| name.as_str()).collect();
        names.sort_unstable();
        names
    }

    /// The features that stand for sets, sorted.
    pub(super) fn shared(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.shared.values().map(String::as_str).collect();
        names.sort_unstable();
        names
    }

    /// The features that need the type.
    pub(super) fn of(&self, id: TypeId) -> &Set {
        &self.reached[id.0]
    }

    /// The condition under which something that one of `features` needs is compiled.
    pub(super) fn condition(&self, features: &Set) -> TokenStream {
        self.condition_of_any([features])
    }

    /// The condition under which something that one of several sets needs is compiled: what stands
    /// for a set is named in its place, so that the condition is short.
    pub(super) fn condition_of_any<'s>(
        &self,
        sets: impl IntoIterator<Item = &'s Set>,
    ) -> TokenStream {
        let sets: BTreeSet<&Set> = sets.into_iter().collect();
        let all: Set = sets.iter().copied().flatten().cloned().collect();
        let names: BTreeSet<&str> = match (all.len() <= LISTED, self.shared.get(&all)) {
            (true, _) => all.iter().map(|name| &**name).collect(),
            (false, Some(shared)) => [shared.as_str()].into(),
            (false, None) => {
                let is_part = |set: &Set| {
                    sets.iter()
                        .any(|one| one.len() > set.len() && one.is_superset(set))
                };
                let whole = sets.iter().filter(|set| !is_part(set));
                whole.flat_map(|set| self.listed(set)).collect()
            }
        };
        let names: Vec<&str> = names.into_iter().collect();
        match names.as_slice() {
            [] => TokenStream::new(),
            [only] => quote! { #[cfg(feature = #only)] },
            names => quote! { #[cfg(any(#(feature = #names),*))] },
        }
    }

    /// What a condition names for a set.
    fn listed<'s>(&'s self, set: &'s Set) -> Vec<&'s str> {
        match self.shared.get(set) {
            Some(shared) => vec![shared],
            None => set.iter().map(|name| &**name).collect(),
        }
    }

    fn reach(&mut self, api: &Api, id: TypeId, feature: &Rc<str>) {
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            if self.reached[id.0].insert(Rc::clone(feature)) {
                let parts = api.type_def(id).kind.types();
                open.extend(parts.into_iter().filter_map(Type::named));
            }
        }
    }
}

/// The features of some operations.
pub(super) fn of_operations<'o>(operations: impl IntoIterator<Item = &'o Operation>) -> Set {
    let features = operations.into_iter().map(feature_of);
    features.map(|name| name.as_str().into()).collect()
}

/// The name of a feature that stands for a set, after a type. That it begins so keeps it out of search
/// results and completions, and away from the names of resources. Two types have two names, as Cargo
/// tells capital letters from others; a type that the configuration calls otherwise may have letters
/// that features have not.
fn shared_name(name: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let code = |c: char| match is_plain(c) {
        true => c.to_string(),
        false => format!("-{:x}", u32::from(c)),
    };
    let name: String = name.chars().map(code).collect();
    format!("_{name}")
}

/// What stands in front of an item that some features need.
#[derive(Clone, Default)]
pub(super) struct Condition {
    /// For the formatter.
    pub(super) tokens: TokenStream,
    /// As it is formatted.
    pub(super) text: String,
}

impl Condition {
    pub(super) fn new(tokens: &TokenStream, texts: &Texts) -> Self {
        let text = attribute_text(tokens);
        Self {
            tokens: texts.verbatim(text.clone()),
            text,
        }
    }
}

/// The conditions of sets of features, each formatted once: many types have the same, and where an
/// API has many resources, they are long.
pub(super) struct Conditions<'a> {
    features: &'a Features,
    texts: &'a Texts,
    known: HashMap<Vec<&'a Set>, Condition>,
}

impl<'a> Conditions<'a> {
    pub(super) fn new(emitter: &'a Emitter<'_>) -> Self {
        Self {
            features: &emitter.features,
            texts: &emitter.texts,
            known: HashMap::new(),
        }
    }

    /// The condition that a feature of one of the `sets` is enabled.
    pub(super) fn of(&mut self, sets: Vec<&'a Set>) -> Condition {
        if let Some(known) = self.known.get(&sets) {
            return known.clone();
        }
        let tokens = self.features.condition_of_any(sets.iter().copied());
        let condition = Condition::new(&tokens, self.texts);
        self.known.insert(sets, condition.clone());
        condition
    }
}

/// An attribute as text, formatted.
fn attribute_text(attribute: &TokenStream) -> String {
    if attribute.is_empty() {
        return String::new();
    }
    let text = prettyplease::unparse(&syn::parse_quote! { #attribute use x; });
    let lines = text.lines().filter(|line| *line != "use x;");
    lines.collect::<Vec<_>>().join("\n")
}

/// Features that the crate has in any case, and Cargo's own.
const TAKEN: &[&str] = &[
    "blocking",
    "default",
    OWN,
    "reqwest",
    "testing",
    "uuid",
    webhooks::FEATURE,
    UNREACHED,
];

/// The feature of an operation: that of its resource.
pub(super) fn feature_of(operation: &Operation) -> String {
    let first = operation.resource.first();
    first.map_or_else(|| OWN.to_owned(), |resource| feature_name(resource))
}

/// The feature of a resource: `access_codes` → `access-codes`.
pub(super) fn feature_name(resource: &str) -> String {
    let name = super::ident::module(resource).to_kebab_case();
    match TAKEN.contains(&name.as_str()) {
        true => format!("{name}-resource"),
        false => name,
    }
}
