//! What is different between two models: operation by operation, and from there type by type.
//!
//! Types are compared where they are used, and not by their names alone: one that only answers have
//! is judged as what comes back, one that requests have as what is sent.

mod answers;
mod api;
mod cases;
mod choices;
mod draft;
mod facts;
mod fit;
mod matching;
mod member;
mod members;
mod operations;
mod outcomes;
mod paging;
mod parameter;
mod parameters;
mod renames;
mod security;
mod types;
mod unions;
mod values;
mod variants;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::change::Ways;
use crate::api::{Api, Operation, Type, TypeId};
use crate::job::Made;
use crate::rust::paths::Paths;

pub(super) use draft::Draft;

/// One of the two that are compared.
pub(super) struct Side<'a> {
    pub(super) made: &'a Made,
    pub(super) api: &'a Api,
    pub(super) paths: Paths<'a>,
}

impl<'a> Side<'a> {
    pub(super) fn new(made: &'a Made) -> Self {
        Self {
            made,
            api: &made.api,
            paths: Paths::new(&made.api, &made.config),
        }
    }

    /// What a type is called: as the API does, or else as the crate does.
    fn type_name(&self, id: TypeId) -> String {
        let definition = self.api.type_def(id);
        let in_crate = || self.paths.ty(id).trim_start_matches("types::").to_owned();
        definition.name.clone().unwrap_or_else(in_crate)
    }
}

/// The comparison, as far as it has come.
struct Walk<'a> {
    old: &'a Side<'a>,
    new: &'a Side<'a>,
    drafts: Vec<Draft>,
    /// The types that were met in one place, with the ways that their values travel.
    pairs: BTreeMap<(TypeId, TypeId), Ways>,
    open: VecDeque<(TypeId, TypeId)>,
    /// What is different about each of them.
    found: BTreeMap<(TypeId, TypeId), Vec<Draft>>,
}

/// All changes of the model, in the order of the document.
pub(super) fn changes(old: &Side<'_>, new: &Side<'_>) -> Vec<Draft> {
    let mut walk = Walk {
        old,
        new,
        drafts: Vec::new(),
        pairs: BTreeMap::new(),
        open: VecDeque::new(),
        found: BTreeMap::new(),
    };
    walk.api_level();
    walk.operations();
    walk.events();
    walk.types();
    walk.components();
    let found = std::mem::take(&mut walk.found);
    walk.drafts.extend(found.into_values().flatten());
    walk.drafts
}

impl Walk<'_> {
    /// Two types that stand in one place: they are compared later, once for all places.
    fn meet(&mut self, old: TypeId, new: TypeId, ways: Ways) {
        let known = self.pairs.get(&(old, new)).copied();
        let all = Ways {
            sent: ways.sent || known.is_some_and(|known| known.sent),
            received: ways.received || known.is_some_and(|known| known.received),
        };
        if known != Some(all) {
            self.pairs.insert((old, new), all);
            self.open.push_back((old, new));
        }
    }

    /// Compares what was met, and what is met by that.
    fn types(&mut self) {
        while let Some(pair) = self.open.pop_front() {
            let ways = self.pairs.get(&pair).copied().unwrap_or_default();
            let before = std::mem::take(&mut self.drafts);
            self.pair(pair.0, pair.1, ways);
            let drafts = std::mem::replace(&mut self.drafts, before);
            self.found.insert(pair, drafts);
        }
    }

    /// Schemas with a name that nothing which was compared led to.
    fn components(&mut self) {
        let named = |api: &Api| -> BTreeMap<String, TypeId> {
            let types = api.types.iter().enumerate();
            let named = types.filter_map(|(at, known)| Some((known.name.clone()?, TypeId(at))));
            named.collect()
        };
        let (old, new) = (named(self.old.api), named(self.new.api));
        let met_old: BTreeSet<TypeId> = self.pairs.keys().map(|(old, _)| *old).collect();
        let met_new: BTreeSet<TypeId> = self.pairs.keys().map(|(_, new)| *new).collect();
        let (mut gone, mut came) = (Vec::new(), Vec::new());
        for (name, id) in &old {
            match new.get(name) {
                Some(now) if !met_old.contains(id) || !met_new.contains(now) => {
                    self.meet_component(*id, *now);
                }
                Some(_) => {}
                None if !met_old.contains(id) => gone.push(*id),
                None => {}
            }
        }
        came.extend(
            new.iter()
                .filter(|(name, id)| !old.contains_key(*name) && !met_new.contains(id))
                .map(|(_, id)| *id),
        );
        self.schemas(gone, came);
        self.types();
    }

    fn meet_component(&mut self, old: TypeId, new: TypeId) {
        let (old_type, new_type) = (Type::Named(old), Type::Named(new));
        let rule = self.fit(&old_type, &new_type, Ways::default());
        if let Some(rule) = rule {
            self.schema_type(old, new, rule);
        }
    }
}

/// `GET /pets`
fn operation_name(operation: &Operation) -> String {
    format!(
        "{} {}",
        operation.method.name().to_uppercase(),
        operation.path
    )
}
