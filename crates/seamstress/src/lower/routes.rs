//! What names of operations are made of, read from the document.

use std::collections::{BTreeMap, HashMap};

use super::context::Lowering;
use super::naming::{Answer, Place, Route, places};
use super::node::Node;
use super::operations::Candidate;
use crate::config::Renamed;

/// How deep parts of a composition, and parents of a tag, are followed.
const DEPTH: usize = 4;

impl<'d> Lowering<'d> {
    /// The places of operations that each stand for themselves, in their order.
    pub(super) fn places(&mut self, operations: &[(&'d str, Candidate<'d>)]) -> Vec<Place> {
        let parents = self.tag_parents();
        let mut routes: Vec<Route> = operations
            .iter()
            .map(|(path, candidate)| self.route(path, candidate, &parents))
            .collect();
        let keys = operations.iter().map(|(path, one)| one.key(path));
        let locked = self.locked_places(keys.collect());
        for (route, (path, candidate)) in routes.iter_mut().zip(operations) {
            route.locked = locked.get(&candidate.key(path)).cloned();
        }
        let places = places(&routes, &self.config.names.locked);
        for ((route, place), (_, candidate)) in routes.iter().zip(&places).zip(operations) {
            let taken = route.given.as_ref().and_then(|given| given.last());
            if let Some(name) = taken.filter(|name| **name != place.name) {
                let message = format!("`{name}` is the name of another operation or resource");
                let help = format!(
                    "it is called `{}`; choose another name under `[names.rename]`",
                    place.name
                );
                self.warn(&candidate.node.pointer, "name-taken", message, Some(&help));
            }
        }
        places
    }

    fn route(
        &mut self,
        path: &str,
        candidate: &Candidate<'d>,
        parents: &BTreeMap<&'d str, &'d str>,
    ) -> Route {
        let node = &candidate.node;
        Route {
            method: candidate.method,
            path: path.to_owned(),
            id: node.text("operationId").map(str::to_owned),
            tags: tags(node, parents),
            answer: self.answer(node),
            given: self.given_name(node),
            locked: None,
        }
    }

    /// The places in the lock file of those operations of the document, by their `keys`, that have
    /// one.
    pub(super) fn locked_places(&self, keys: Vec<String>) -> HashMap<String, Place> {
        let ways = self.config.names.locked.ways(&keys);
        let places = ways.into_iter().map(|way| Place::of_way(way?));
        let places: Vec<Option<Place>> = places.collect();
        let known = keys.into_iter().zip(places);
        known
            .filter_map(|(key, place)| Some((key, place?)))
            .collect()
    }

    /// What the configuration says that an operation is called.
    pub(super) fn given_name(&self, node: &Node<'d>) -> Option<Vec<String>> {
        let renames = &self.config.names.rename;
        let by_pointer = renames.get(&Renamed::Pointer(node.pointer.clone()));
        let by_id = || renames.get(&Renamed::Operation(node.text("operationId")?.to_owned()));
        by_pointer.or_else(by_id).map(|name| name.steps())
    }

    /// The parents of tags (OpenAPI 3.2, Tag Object).
    fn tag_parents(&self) -> BTreeMap<&'d str, &'d str> {
        let tags = self.root().elements("tags").into_iter();
        tags.filter_map(|tag| Some((tag.text("name")?, tag.text("parent")?)))
            .collect()
    }

    /// What the answer of success holds.
    fn answer(&mut self, node: &Node<'d>) -> Answer {
        let schema = self.success(node).and_then(|response| {
            let (_, media) = response.members("content").into_iter().next()?;
            media.get("schema")
        });
        schema.map_or(Answer::Unknown, |schema| self.holds(&schema, DEPTH))
    }

    fn holds(&mut self, schema: &Node<'d>, depth: usize) -> Answer {
        let schema = self.follow(schema);
        let is_list = |schema: &Node<'d>| {
            schema.text("type") == Some("array") || schema.strings("type").contains(&"array")
        };
        if is_list(&schema) {
            return Answer::List;
        }
        let members = schema.members("properties");
        if members
            .iter()
            .any(|(_, member)| is_list(&self.follow(member)))
        {
            return Answer::WithList;
        }
        let parts = schema.elements("allOf");
        if depth > 0 && !parts.is_empty() {
            let parts: Vec<Answer> = parts
                .iter()
                .map(|part| self.holds(part, depth - 1))
                .collect();
            let order = [Answer::List, Answer::WithList, Answer::One];
            let found = order.into_iter().find(|answer| parts.contains(answer));
            return found.unwrap_or(Answer::Unknown);
        }
        match members.is_empty() {
            true => Answer::Unknown,
            false => Answer::One,
        }
    }
}

/// The first tag of an operation, its parents before it.
fn tags<'d>(node: &Node<'d>, parents: &BTreeMap<&'d str, &'d str>) -> Vec<String> {
    let first = node.strings("tags").into_iter().next();
    let mut tags: Vec<&str> = Vec::new();
    let mut next = first;
    while let Some(tag) = next.filter(|tag| tags.len() < DEPTH && !tags.contains(tag)) {
        tags.push(tag);
        next = parents.get(tag).copied();
    }
    tags.into_iter().rev().map(str::to_owned).collect()
}
