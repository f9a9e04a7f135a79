//! Cargo features: one per resource at the top of the tree, with the types that it reaches.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToKebabCase;
use proc_macro2::TokenStream;
use quote::quote;

use super::webhooks;
use crate::api::{Api, Operation, Type, TypeId};

/// The feature of component schemas that no operation reaches.
pub(super) const UNREACHED: &str = "unused-schemas";

/// The feature of operations that belong to no resource.
pub(super) const OWN: &str = "operations";

/// Which features need which types.
pub(super) struct Features {
    names: Vec<String>,
    reached: BTreeMap<TypeId, BTreeSet<String>>,
}

impl Features {
    /// Of the resources of `api`, and of webhooks, where there is a type of their events.
    pub(super) fn new(api: &Api, event: Option<TypeId>) -> Self {
        let mut features = Self {
            names: Vec::new(),
            reached: BTreeMap::new(),
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
                features.reach(api, id, &feature);
            }
        }
        if let Some(event) = event {
            features.reach(api, event, webhooks::FEATURE);
        }
        let unreached = (0..api.types.len())
            .map(TypeId)
            .filter(|id| !features.reached.contains_key(id));
        let unreached: Vec<TypeId> = unreached.collect();
        if !unreached.is_empty() {
            features.names.push(UNREACHED.to_owned());
            unreached
                .into_iter()
                .for_each(|id| features.reach(api, id, UNREACHED));
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
    pub(super) fn of(&self, id: TypeId) -> BTreeSet<String> {
        self.reached.get(&id).cloned().unwrap_or_default()
    }

    /// The condition under which something that `features` need is compiled; nothing where every
    /// feature needs it.
    pub(super) fn condition(&self, features: &BTreeSet<String>) -> TokenStream {
        if features.is_empty() {
            return TokenStream::new();
        }
        let names: Vec<&String> = features.iter().collect();
        match names.as_slice() {
            [only] => quote! { #[cfg(feature = #only)] },
            names => quote! { #[cfg(any(#(feature = #names),*))] },
        }
    }

    fn reach(&mut self, api: &Api, id: TypeId, feature: &str) {
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            if !self
                .reached
                .entry(id)
                .or_default()
                .insert(feature.to_owned())
            {
                continue;
            }
            open.extend(
                api.type_def(id)
                    .kind
                    .types()
                    .into_iter()
                    .filter_map(Type::named),
            );
        }
    }
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
