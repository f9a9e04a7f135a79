//! Operations: which method of a path is called, with what, and what comes back.

use std::collections::BTreeSet;

use super::bodies::Body;
use super::context::Lowering;
use super::naming::Place as Placed;
use super::node::Node;
use super::resources;
use super::responses;
use super::schema::Place;
use super::security::Security;
use crate::api::{BodyFormat, Location, Method, MethodName, Operation, OperationId, Parameter};
use crate::lock::key_of;

/// An operation of the document that may become one of the model.
pub(super) struct Candidate<'d> {
    pub(super) method: Method,
    pub(super) node: Node<'d>,
    /// The parameters of the path item, which all its operations have.
    pub(super) shared: Vec<Node<'d>>,
    /// The names of everything that can be passed.
    pub(super) names: BTreeSet<String>,
    /// The address of its server, where that is not the document's.
    pub(super) server: Option<String>,
}

impl Candidate<'_> {
    /// What it is known by in the lock file, at this path.
    pub(super) fn key(&self, path: &str) -> String {
        key_of(self.method.name(), &rooted(path))
    }
}

impl<'d> Lowering<'d> {
    /// All operations, in the order of the document.
    pub(super) fn operations(&mut self) -> Vec<Operation> {
        let mut operations = match self.config.operations.preference.is_empty() {
            true => self.all_operations(),
            false => self.preferred_operations(),
        };
        resources::distinguish(&mut operations, &self.config.names.locked);
        for (at, operation) in operations.iter_mut().enumerate() {
            operation.id = OperationId(at);
        }
        operations
    }

    /// The paths of the document. What stands beside them is of extensions.
    fn paths(&mut self) -> Vec<(&'d str, Node<'d>)> {
        let mut paths = self.root().members("paths");
        paths.retain(|(path, _)| !path.starts_with("x-"));
        for (path, item) in &paths {
            if !path.starts_with('/') {
                let message = format!("the path `{path}` does not begin with a slash");
                let help = "write the slash; it is taken as if it were there";
                self.warn(&item.pointer, "relative-path", message, Some(help));
            }
        }
        paths
    }

    /// Every method of every path.
    fn all_operations(&mut self) -> Vec<Operation> {
        let mut all: Vec<(&'d str, Candidate<'d>)> = Vec::new();
        for (path, item) in self.paths() {
            let candidates = self.candidates(&item);
            all.extend(candidates.into_iter().map(|candidate| (path, candidate)));
        }
        let places = self.places(&all);
        let operations = all.iter().zip(places);
        operations
            .flat_map(|((path, candidate), place)| self.variants(path, candidate, place, false))
            .collect()
    }

    /// One method of every path, all methods of which do the same.
    fn preferred_operations(&mut self) -> Vec<Operation> {
        let paths = self.paths();
        let methods = paths.iter().flat_map(|(path, item)| {
            let usual = Method::ALL.into_iter();
            let methods = usual.filter(|method| item.get(method.name()).is_some());
            methods.map(|method| key_of(method.name(), &rooted(path)))
        });
        let locked = self.locked_places(methods.collect());
        let mut operations = Vec::new();
        for (path, item) in paths {
            let candidates = self.candidates(&item);
            if let Some(chosen) = self.preferred(&candidates) {
                let twin = chosen.method != Method::Post
                    && candidates.iter().any(|other| {
                        other.method == Method::Post
                            && other.names == chosen.names
                            && other.server == chosen.server
                    });
                let place = locked.get(&chosen.key(path)).cloned();
                let place = place
                    .filter(|_| self.given_name(&chosen.node).is_none())
                    .unwrap_or_else(|| self.place_of_path(path, chosen));
                // What one method of the path promises, all of them keep.
                let promises = |candidate: &Candidate<'_>| candidate.method.is_idempotent();
                let idempotent = !promises(chosen) && candidates.iter().any(promises);
                let mut variants = self.variants(path, chosen, place, twin);
                for operation in &mut variants {
                    operation.idempotent = idempotent;
                }
                operations.extend(variants);
            }
        }
        operations
    }

    fn candidates(&mut self, item: &Node<'d>) -> Vec<Candidate<'d>> {
        let shared = item.elements("parameters");
        let mut candidates = Vec::new();
        for (method, node) in self.methods(item) {
            if self.is_left_out(&node) {
                continue;
            }
            let mut names = BTreeSet::new();
            for parameter in shared.iter().chain(&node.elements("parameters")) {
                let parameter = self.follow(parameter);
                let name = parameter
                    .text("name")
                    .filter(|_| !self.is_left_out_parameter(&parameter));
                names.extend(name.map(str::to_owned));
            }
            if let Some(body) = self.request_schema(&node) {
                let (drafts, _) = self.drafts(
                    Place {
                        owner: "",
                        member: "",
                    },
                    &body,
                );
                let members = drafts.iter().flat_map(|draft| &draft.members);
                names.extend(members.map(|member| member.name.clone()));
            }
            let server = self.own_server(item, &node);
            candidates.push(Candidate {
                method,
                server,
                node,
                shared: shared.clone(),
                names,
            });
        }
        candidates
    }

    /// The operations of a path item, by method: those that it has keys for, and others by name
    /// (OpenAPI 3.2, Path Item Object, `additionalOperations`).
    fn methods(&mut self, item: &Node<'d>) -> Vec<(Method, Node<'d>)> {
        let usual = Method::ALL.into_iter();
        let usual = usual.filter_map(|method| Some((method, item.get(method.name())?)));
        let mut methods: Vec<_> = usual.collect();
        for (name, node) in item.members("additionalOperations") {
            let usual = Method::ALL
                .into_iter()
                .find(|known| known.name().eq_ignore_ascii_case(name));
            match usual.or_else(|| MethodName::new(name).map(Method::Other)) {
                Some(method) if methods.iter().all(|(known, _)| *known != method) => {
                    methods.push((method, node));
                }
                _ => {
                    let message = format!("`{name}` is no name of a method, or is there already");
                    let help = "the operation is left out; correct its key";
                    self.warn(&node.pointer, "bad-method", message, Some(help));
                }
            }
        }
        methods
    }

    /// The method to call where all methods of a path do the same: the first by preference among
    /// those that can be given everything that any of them can.
    fn preferred<'a>(&self, candidates: &'a [Candidate<'d>]) -> Option<&'a Candidate<'d>> {
        let most = candidates
            .iter()
            .map(|candidate| candidate.names.len())
            .max()?;
        let preference = &self.config.operations.preference;
        let rank = |candidate: &&Candidate<'d>| {
            let at = preference
                .iter()
                .position(|name| name.as_str() == candidate.method.name());
            (
                candidate.node.flag("deprecated"),
                at.unwrap_or(preference.len()),
            )
        };
        candidates
            .iter()
            .filter(|candidate| candidate.names.len() == most)
            .min_by_key(rank)
    }

    /// An operation, and another one for each further way to write its body.
    fn variants(
        &mut self,
        path: &str,
        candidate: &Candidate<'d>,
        place: Placed,
        has_post_twin: bool,
    ) -> Vec<Operation> {
        let whole = self.operation(path, candidate, place, has_post_twin);
        let in_query = |parameter: &Parameter| parameter.location == Location::Query;
        let has_query = whole.parameters.iter().any(in_query);
        let bodies = self.bodies(&candidate.key(path), candidate, has_query);
        let answers = self.successes(&candidate.node);
        let variant = |body: Body| {
            let mut operation = whole.clone();
            if let Some(suffix) = body.suffix {
                operation.name = format!("{}_{suffix}", operation.name);
            }
            operation.body = body.format;
            operation.selector = body.selector;
            operation.parameters.extend(body.parameters);
            operation.stream = self.beside(&answers, &operation.parameters);
            if let Some(switch) = operation.stream.as_ref().and_then(|s| s.switch.clone()) {
                // `events()` sets it.
                let is_other = |parameter: &Parameter| parameter.name != switch;
                operation.parameters.retain(is_other);
            }
            operation
        };
        bodies.into_iter().map(variant).collect()
    }

    /// An operation, without its body.
    fn operation(
        &mut self,
        path: &str,
        candidate: &Candidate<'d>,
        place: Placed,
        has_post_twin: bool,
    ) -> Operation {
        let node = &candidate.node;
        let Placed { resource, name } = place;
        let answers = self.successes(node);
        let (returns, waiting) = self.returns(candidate, &resource, &answers);
        let Security {
            single: security,
            sets: security_sets,
            scopes,
            anonymous,
        } = self.security(node);
        Operation {
            // Known when all are.
            id: OperationId(0),
            body: BodyFormat::None,
            selector: None,
            parameters: self.parameters(path, candidate),
            resource,
            name,
            pointer: node.pointer.clone(),
            title: node
                .text("x-title")
                .or_else(|| node.text("summary"))
                .map(str::to_owned),
            docs: crate::api::Docs {
                text: node.text("description").map(str::to_owned),
                ..self.docs(node)
            },
            method: candidate.method,
            path: rooted(path),
            server: candidate.server.clone(),
            has_post_twin,
            idempotent: false,
            returns,
            stream: None,
            media: responses::accepted(&answers, candidate.method),
            redirects: responses::redirects(&answers),
            failures: self.failures(node),
            headers: self.answer_headers(node, &answers),
            waiting,
            security,
            security_sets,
            scopes,
            anonymous,
        }
    }

    /// The place of an operation where there is one per path: the steps of the path.
    fn place_of_path(&self, path: &str, candidate: &Candidate<'d>) -> Placed {
        let is_fixed = |step: &&str| !step.is_empty() && !step.contains(['{', '}']);
        let steps = path.split('/').filter(is_fixed).map(str::to_owned);
        let mut resource: Vec<String> = steps.collect();
        let method = || candidate.method.name().to_owned();
        let name = match resource.len() {
            0 | 1 => method(),
            _ => resource.pop().unwrap_or_else(method),
        };
        let mut place = Placed { resource, name };
        if let Some((name, way)) = self
            .given_name(&candidate.node)
            .as_deref()
            .and_then(<[_]>::split_last)
        {
            place.name.clone_from(name);
            if !way.is_empty() {
                place.resource = way.to_vec();
            }
        }
        place
    }
}

/// The path with the slash that it has to begin with (OpenAPI 3.0.4, Paths Object): without one, it
/// would run into the name of the host.
pub(super) fn rooted(path: &str) -> String {
    if path.starts_with('/') {
        path.to_owned()
    } else {
        format!("/{path}")
    }
}
