//! Cargo features: one per resource at the top of the tree, with the types that it reaches.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use heck::ToKebabCase;
use proc_macro2::TokenStream;
use quote::quote;
use serde::Serialize;

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
    /// The features that stand for sets of many, which all in the set enable, in the order in which
    /// they were first needed.
    shared: RefCell<BTreeMap<Set, usize>>,
}

/// A feature, as the manifest has it.
#[derive(Serialize)]
pub(super) struct Feature {
    name: String,
    enables: Vec<String>,
}

/// The features that need a type; many types have the same.
pub(super) type Set = BTreeSet<Rc<str>>;

impl Features {
    /// Of the resources of `api`, and of webhooks, where there is a type of their events.
    pub(super) fn new(api: &Api, event: Option<TypeId>) -> Self {
        let mut features = Self {
            names: Vec::new(),
            reached: vec![Set::new(); api.types.len()],
            shared: RefCell::default(),
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
        let types = features.reached.iter().enumerate();
        let unreached = types.filter(|(_, features)| features.is_empty());
        let unreached: Vec<TypeId> = unreached.map(|(at, _)| TypeId(at)).collect();
        if !unreached.is_empty() {
            features.names.push(UNREACHED.to_owned());
            unreached
                .into_iter()
                .for_each(|id| features.reach(api, id, &UNREACHED.into()));
        }
        features.names.sort();
        features.names.dedup();
        features
    }

    /// All features, sorted, with those that they enable. It is asked for when all else is emitted.
    pub(super) fn all(&self) -> Vec<Feature> {
        let feature = |name: &String| Feature {
            name: name.clone(),
            enables: self.enabled_by(name),
        };
        self.names.iter().map(feature).collect()
    }

    /// The features that stand for sets of which `name` is one.
    pub(super) fn enabled_by(&self, name: &str) -> Vec<String> {
        let shared = self.shared.borrow();
        let of = shared.iter().filter(|(set, _)| set.contains(name));
        let mut numbers: Vec<usize> = of.map(|(_, number)| *number).collect();
        numbers.sort_unstable();
        numbers.into_iter().map(shared_name).collect()
    }

    /// The features that stand for sets.
    pub(super) fn shared(&self) -> Vec<String> {
        (0..self.shared.borrow().len()).map(shared_name).collect()
    }

    /// The features that need the type.
    pub(super) fn of(&self, id: TypeId) -> &Set {
        &self.reached[id.0]
    }

    /// The condition under which something that `features` need is compiled; nothing where every
    /// feature needs it.
    pub(super) fn condition(&self, features: &Set) -> TokenStream {
        if features.is_empty() {
            return TokenStream::new();
        }
        let names: Vec<&str> = features.iter().map(|name| &**name).collect();
        match names.as_slice() {
            [only] => quote! { #[cfg(feature = #only)] },
            names if names.len() <= LISTED => quote! { #[cfg(any(#(feature = #names),*))] },
            _ => {
                let mut shared = self.shared.borrow_mut();
                let next = shared.len();
                let name = shared_name(*shared.entry(features.clone()).or_insert(next));
                quote! { #[cfg(feature = #name)] }
            }
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

/// The name of a feature that stands for a set. That it begins so keeps it out of search results and
/// completions, and away from the names of resources.
fn shared_name(number: usize) -> String {
    format!("_shared-{}", number + 1)
}

/// What stands in front of an item that some features need.
#[derive(Clone, Default)]
pub(super) struct Condition {
    /// For the formatter.
    pub(super) tokens: TokenStream,
    /// As it is formatted.
    pub(super) text: String,
}

/// The conditions of sets of features, each formatted once: many types have the same, and where an
/// API has many resources, they are long.
pub(super) struct Conditions<'a> {
    features: &'a Features,
    texts: &'a Texts,
    known: HashMap<Set, Condition>,
}

impl<'a> Conditions<'a> {
    pub(super) fn new(emitter: &'a Emitter<'_>) -> Self {
        Self {
            features: &emitter.features,
            texts: &emitter.texts,
            known: HashMap::new(),
        }
    }

    /// The condition that one of `features` is enabled.
    pub(super) fn of(&mut self, features: &Set) -> Condition {
        if let Some(known) = self.known.get(features) {
            return known.clone();
        }
        let tokens = self.features.condition(features);
        let text = attribute_text(&tokens);
        let condition = Condition {
            tokens: self.texts.verbatim(text.clone()),
            text,
        };
        self.known.insert(features.clone(), condition.clone());
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
