//! Cargo features: one per resource at the top of the tree, with the types that it reaches.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use heck::ToKebabCase;
use proc_macro2::TokenStream;
use quote::quote;

use super::texts::Texts;
use super::{Emitter, webhooks};
use crate::api::{Api, Operation, Type, TypeId};

/// The feature of component schemas that no operation reaches.
pub(crate) const UNREACHED: &str = "unused-schemas";

/// The feature of operations that belong to no resource.
pub(super) const OWN: &str = "operations";

/// Which features need which types.
pub(super) struct Features {
    names: Vec<String>,
    reached: Vec<Set>,
}

/// The features that need a type; many types have the same.
pub(super) type Set = BTreeSet<Rc<str>>;

impl Features {
    /// Of the resources of `api`, and of webhooks, where there is a type of their events.
    pub(super) fn new(api: &Api, event: Option<TypeId>) -> Self {
        let mut features = Self {
            names: Vec::new(),
            reached: vec![Set::new(); api.types.len()],
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

    /// The names of all features, sorted.
    pub(super) fn names(&self) -> &[String] {
        &self.names
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
            names => quote! { #[cfg(any(#(feature = #names),*))] },
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
