//! Parameters: what an operation is given, in its path, query, headers or body.

use super::context::Lowering;
use super::limits;
use super::node::Node;
use super::operations::Candidate;
use super::schema::Place;
use crate::api::{Cause, Location, Member, Parameter, Type};

impl<'d> Lowering<'d> {
    /// The parameters: those of the path first, in its order.
    pub(super) fn parameters(&mut self, path: &str, candidate: &Candidate<'d>) -> Vec<Parameter> {
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
    pub(super) fn is_left_out_parameter(&self, node: &Node<'d>) -> bool {
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
            None => {
                let reason = "the parameter has no schema";
                let ty = self.untyped(&node.pointer, Cause::Document, reason);
                (ty, false)
            }
        };
        let mut docs = self.docs(node);
        if let Some(schema) = node.get("schema") {
            let own = self.docs(&schema);
            docs.text = docs.text.or(own.text);
            docs.deprecated = docs.deprecated.or(own.deprecated);
            docs.text = limits::documented(docs.text, &schema);
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
            pointer: node.pointer.clone(),
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
        if flat.members.is_empty() && !self.follow(body).has("properties") {
            let message = "a body without named members cannot be sent yet".to_owned();
            let help = "the operation is emitted without it";
            self.warn(&body.pointer, "unsupported-body", message, Some(help));
        }
        self.settle(place, body, &mut flat.members);
        // `required` lists names in the order in which people think of them.
        let order = flat.required.clone();
        flat.members.sort_by_key(|member| {
            order
                .iter()
                .position(|name| *name == member.name)
                .unwrap_or(order.len())
        });
        let parameter = |member: Member| Parameter {
            name: member.name,
            pointer: member.pointer,
            location: Location::Body,
            docs: member.docs,
            ty: member.ty,
            required: member.required,
            nullable: member.nullable,
        };
        flat.members.into_iter().map(parameter).collect()
    }

    /// The JSON schema of the body.
    pub(super) fn request_schema(&mut self, node: &Node<'d>) -> Option<Node<'d>> {
        let body = self.follow(&node.get("requestBody")?);
        self.json_schema(&body)
    }

    /// The JSON schema of a body or a response.
    pub(super) fn json_schema(&mut self, node: &Node<'d>) -> Option<Node<'d>> {
        let content = node.members("content");
        let is_json = |kind: &str| {
            let kind = kind.split(';').next().unwrap_or_default().trim();
            kind == "application/json" || kind.ends_with("+json")
        };
        if let Some((_, media)) = content.iter().find(|(kind, _)| is_json(kind)) {
            return media.get("schema");
        }
        if let Some((kind, media)) = content.first() {
            let message = format!("`{kind}` cannot be sent or read yet");
            let help = "the operation is emitted without it";
            self.warn(
                &media.pointer,
                "unsupported-media-type",
                message,
                Some(help),
            );
        }
        None
    }
}
