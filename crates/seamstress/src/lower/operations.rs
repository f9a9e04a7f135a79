//! Operations: which method of a path is called, with what, and what comes back.

use std::collections::BTreeSet;

use super::context::Lowering;
use super::node::Node;
use super::resources;
use super::schema::Place;
use crate::api::{Location, Member, Method, Operation, Parameter, Returns, Type, Waiting};

/// An operation of the document that may become one of the model.
struct Candidate<'d> {
    method: Method,
    node: Node<'d>,
    /// The parameters of the path item, which all its operations have.
    shared: Vec<Node<'d>>,
    /// The names of everything that can be passed.
    names: BTreeSet<String>,
}

impl<'d> Lowering<'d> {
    /// All operations, in the order of the document.
    pub(super) fn operations(&mut self) -> Vec<Operation> {
        let mut operations = Vec::new();
        for (path, item) in self.root().members("paths") {
            let candidates = self.candidates(&item);
            if self.config.operations.preference.is_empty() {
                for candidate in &candidates {
                    operations.push(self.operation(path, candidate, false));
                }
            } else if let Some(chosen) = self.preferred(&candidates) {
                let twin = chosen.method != Method::Post
                    && candidates
                        .iter()
                        .any(|other| other.method == Method::Post && other.names == chosen.names);
                operations.push(self.operation(path, chosen, twin));
            }
        }
        resources::distinguish(&mut operations);
        operations
    }

    /// Where requests go unless the caller says otherwise.
    pub(super) fn base_url(&self) -> Option<String> {
        let server = self.root().elements("servers").into_iter().next()?;
        server.text("url").map(str::to_owned)
    }

    fn candidates(&mut self, item: &Node<'d>) -> Vec<Candidate<'d>> {
        let shared = item.elements("parameters");
        let mut candidates = Vec::new();
        for method in Method::ALL {
            let Some(node) = item.get(method.name()) else {
                continue;
            };
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
            candidates.push(Candidate {
                method,
                node,
                shared: shared.clone(),
                names,
            });
        }
        candidates
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

    fn operation(
        &mut self,
        path: &str,
        candidate: &Candidate<'d>,
        has_post_twin: bool,
    ) -> Operation {
        let node = &candidate.node;
        let (resource, name) = self.place_in_tree(path, candidate);
        let (returns, waiting) = self.returns(node, &resource, candidate.method);
        Operation {
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
            path: path.to_owned(),
            has_post_twin,
            returns,
            waiting,
            security: self.security(node),
        }
    }

    /// The resource and the name of an operation: the steps of the path where there is one
    /// operation per path; else the steps without parameters, and the operation's id.
    fn place_in_tree(&self, path: &str, candidate: &Candidate<'d>) -> (Vec<String>, String) {
        let is_fixed = |step: &&str| !step.is_empty() && !step.contains(['{', '}']);
        let mut steps: Vec<String> = path
            .split('/')
            .filter(is_fixed)
            .map(str::to_owned)
            .collect();
        let method = candidate.method.name().to_owned();
        if self.config.operations.preference.is_empty() {
            let name = candidate
                .node
                .text("operationId")
                .map_or(method, str::to_owned);
            return (steps, name);
        }
        match steps.len() {
            0 | 1 => (steps, method),
            _ => {
                let name = steps.pop().unwrap_or(method);
                (steps, name)
            }
        }
    }

    fn parameters(&mut self, path: &str, candidate: &Candidate<'d>) -> Vec<Parameter> {
        let mut parameters: Vec<Parameter> = Vec::new();
        for node in candidate
            .node
            .elements("parameters")
            .iter()
            .chain(&candidate.shared)
        {
            let node = self.follow(node);
            if !self.is_left_out_parameter(&node)
                && let Some(parameter) = self.parameter(&node)
                && parameters.iter().all(|known| {
                    (known.location, &known.name) != (parameter.location, &parameter.name)
                })
            {
                parameters.push(parameter);
            }
        }
        parameters.sort_by_key(|parameter| match parameter.location {
            Location::Path => path
                .find(&format!("{{{}}}", parameter.name))
                .unwrap_or(usize::MAX - 1),
            _ => usize::MAX,
        });
        if let Some(body) = self.request_schema(&candidate.node) {
            parameters.extend(self.body_parameters(&body));
        }
        parameters
    }

    /// Whether a parameter or its schema is marked as not for the public.
    fn is_left_out_parameter(&self, node: &Node<'d>) -> bool {
        self.is_left_out(node)
            || node
                .get("schema")
                .is_some_and(|schema| self.is_left_out(&schema))
    }

    /// A parameter as the document describes it (OpenAPI 3.0.3, section 4.7.12).
    fn parameter(&mut self, node: &Node<'d>) -> Option<Parameter> {
        let name = node.text("name")?;
        let location = match node.text("in")? {
            "path" => Location::Path,
            "query" => Location::Query,
            "header" => Location::Header,
            other => {
                let message = format!("parameters in `{other}` cannot be sent yet");
                self.warn(&node.pointer, "unsupported-parameter", message, None);
                return None;
            }
        };
        let place = Place {
            owner: "",
            member: name,
        };
        let (ty, nullable) = match node.get("schema") {
            Some(schema) => {
                let lowered = self.schema(place, &schema);
                let ty = match lowered.ty {
                    Type::Constant(value) => self.constant(&place, &schema, value),
                    ty => ty,
                };
                (ty, lowered.nullable)
            }
            None => (Type::Json, false),
        };
        let mut docs = self.docs(node);
        if let Some(schema) = node.get("schema") {
            let own = self.docs(&schema);
            docs.text = docs.text.or(own.text);
            docs.deprecated = docs.deprecated.or(own.deprecated);
        }
        let required = node.flag("required") || location == Location::Path;
        let is_text = matches!(location, Location::Path | Location::Header);
        let (ty, nullable) = if is_text {
            (self.text_type(node, ty), false)
        } else {
            (ty, nullable)
        };
        Some(Parameter {
            name: name.to_owned(),
            location,
            docs,
            ty,
            required,
            nullable,
        })
    }

    /// The type of a parameter that is sent as text: lists and objects have no text of their own.
    fn text_type(&mut self, node: &Node<'d>, ty: Type) -> Type {
        let is_scalar = match &ty {
            Type::Named(_) => self.values(&ty).is_some(),
            Type::List(_) | Type::Map(_) | Type::Nullable(_) | Type::Json => false,
            _ => true,
        };
        if is_scalar {
            return ty;
        }
        let message = "lists and objects cannot be sent in paths and headers yet".to_owned();
        let help = "the parameter is taken as text, as it goes on the wire";
        self.warn(&node.pointer, "unsupported-parameter", message, Some(help));
        Type::String
    }

    /// The members of a JSON body as parameters. Of a body that is one of several objects all
    /// members are parameters, and those that every one requires are required.
    fn body_parameters(&mut self, body: &Node<'d>) -> Vec<Parameter> {
        let place = Place {
            owner: "",
            member: "",
        };
        let (drafts, _) = self.drafts(place, body);
        let mut flat = self.flatten(&drafts);
        self.settle(place, body, &mut flat.members);
        let parameter = |member: Member| Parameter {
            name: member.name,
            location: Location::Body,
            docs: member.docs,
            ty: member.ty,
            required: member.required,
            nullable: member.nullable,
        };
        flat.members.into_iter().map(parameter).collect()
    }

    fn request_schema(&mut self, node: &Node<'d>) -> Option<Node<'d>> {
        let body = self.follow(&node.get("requestBody")?);
        json_schema(&body)
    }

    /// What comes back, and whether it can be awaited.
    fn returns(
        &mut self,
        node: &Node<'d>,
        resource: &[String],
        method: Method,
    ) -> (Returns, Option<Waiting>) {
        let Some(schema) = self
            .success(node)
            .and_then(|response| json_schema(&response))
        else {
            return (Returns::Nothing, None);
        };
        let owner = resource.join("_");
        let place = Place {
            owner: &owner,
            member: "",
        };
        let Some(key) = self
            .config
            .operations
            .response_key
            .as_deref()
            .and_then(|key| node.get(key))
        else {
            let lowered = self.schema(place, &schema);
            return (
                returned(None, lowered.ty, method == Method::Get, false),
                None,
            );
        };
        let (drafts, _) = self.drafts(place, &schema);
        let envelope = self.flatten(&drafts).members;
        let waiting = self.waiting(&envelope);
        let paging = &self.config.pagination;
        let info = paging.as_ref().and_then(|paging| paging.info.as_deref());
        let paged = info.is_some_and(|info| envelope.iter().any(|member| member.name == info));
        let payload = match key.value.as_str() {
            Some(key) => envelope.iter().find(|member| member.name == key),
            None => only_payload(&envelope, info),
        };
        let returns = match payload {
            Some(member) => {
                let list = paged || method == Method::Get;
                let optional = (!member.required && key.value.is_null()) || member.nullable;
                let ty = member.ty.clone();
                let ty = if optional {
                    Type::Nullable(Box::new(ty))
                } else {
                    ty
                };
                returned(Some(member.name.clone()), ty, list, paged)
            }
            None => Returns::Nothing,
        };
        (returns, waiting)
    }

    /// The first response of success (RFC 9110, section 15.3).
    fn success(&mut self, node: &Node<'d>) -> Option<Node<'d>> {
        let responses = node.members("responses");
        let success = responses
            .iter()
            .filter(|(status, _)| status.starts_with('2'));
        let first = success
            .min_by_key(|(status, _)| *status)
            .map(|(_, node)| node.clone());
        let response = first.or_else(|| {
            responses
                .iter()
                .find(|(status, _)| *status == "default")
                .map(|(_, node)| node.clone())
        })?;
        Some(self.follow(&response))
    }

    fn waiting(&self, envelope: &[Member]) -> Option<Waiting> {
        let schema = &self.config.waiting.as_ref()?.schema;
        let action = self.component_type(schema)?;
        let member = envelope
            .iter()
            .find(|member| member.ty == Type::Named(action))?;
        Some(Waiting {
            key: member.name.clone(),
        })
    }

    /// The security schemes that suffice alone (OpenAPI 3.0.3, section 4.7.30).
    fn security(&mut self, node: &Node<'d>) -> Vec<String> {
        let own = node.has("security").then(|| node.elements("security"));
        let requirements = own.unwrap_or_else(|| self.root().elements("security"));
        let single = requirements
            .iter()
            .map(Node::entries)
            .filter(|schemes| schemes.len() == 1);
        let names: Vec<String> = single
            .filter_map(|schemes| schemes.first().map(|(name, _)| (*name).to_owned()))
            .collect();
        if names.is_empty() && requirements.iter().any(|all| all.entries().len() > 1) {
            let message = "several security schemes are required at once".to_owned();
            self.warn(&node.pointer, "unsupported-security", message, None);
        }
        names
    }
}

/// The JSON schema of a body or a response.
fn json_schema<'d>(node: &Node<'d>) -> Option<Node<'d>> {
    let content = node.members("content");
    let is_json = |kind: &str| {
        let kind = kind.split(';').next().unwrap_or_default().trim();
        kind == "application/json" || kind.ends_with("+json")
    };
    let (_, media) = content.into_iter().find(|(kind, _)| is_json(kind))?;
    media.get("schema")
}

/// The one member of an envelope that is no flag and no paging information.
fn only_payload<'a>(envelope: &'a [Member], info: Option<&str>) -> Option<&'a Member> {
    let is_payload = |member: &&Member| {
        let is_data = matches!(member.ty, Type::Named(_) | Type::List(_) | Type::Map(_));
        is_data && Some(member.name.as_str()) != info
    };
    let mut payloads = envelope.iter().filter(is_payload);
    payloads.next().filter(|_| payloads.next().is_none())
}

fn returned(key: Option<String>, ty: Type, list: bool, paged: bool) -> Returns {
    match ty {
        Type::List(item) if list => Returns::Page {
            key,
            item: *item,
            paged,
        },
        ty => Returns::Value { key, ty },
    }
}
