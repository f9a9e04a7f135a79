//! Parameters: what an operation is given, in its path, query, headers or body.

use super::context::Lowering;
use super::limits;
use super::node::Node;
use super::operations::Candidate;
use super::schema::Place;
use crate::api::{Cause, Docs, Layout, Location, Parameter, Style, Type};

impl<'d> Lowering<'d> {
    /// The parameters: those of the path first, in its order.
    pub(super) fn parameters(&mut self, path: &str, candidate: &Candidate<'d>) -> Vec<Parameter> {
        let mut parameters: Vec<Parameter> = Vec::new();
        // What an operation says of a parameter goes before what its path says.
        let own = candidate.node.elements("parameters");
        for list in [&own, &candidate.shared] {
            let mut declared = Vec::new();
            for node in list {
                let node = self.follow(node);
                if self.is_left_out_parameter(&node) {
                    continue;
                }
                let described = match node.text("in") {
                    Some("querystring") => self.query_string(&node),
                    _ => self.parameter(path, &node).into_iter().collect(),
                };
                for parameter in described {
                    if declared.iter().any(|known| is_same(known, &parameter)) {
                        let message = "there is another parameter of this name in this place";
                        let help = "the first one counts";
                        let at = &parameter.pointer;
                        self.warn(at, "duplicate-parameter", message.to_owned(), Some(help));
                    } else {
                        declared.push(parameter);
                    }
                }
            }
            declared.retain(|new| !parameters.iter().any(|known| is_same(known, new)));
            parameters.append(&mut declared);
        }
        self.undeclared(path, candidate, &mut parameters);
        parameters.sort_by_key(|parameter| match parameter.location {
            Location::Path => position(path, &parameter.name).unwrap_or(usize::MAX - 1),
            _ => usize::MAX,
        });
        parameters
    }

    /// Adds what the path has in braces and no parameter says anything of.
    fn undeclared(
        &mut self,
        path: &str,
        candidate: &Candidate<'d>,
        parameters: &mut Vec<Parameter>,
    ) {
        let mut names: Vec<&str> = Vec::new();
        for name in path
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}'))
        {
            let is_known = |parameter: &Parameter| {
                parameter.location == Location::Path && parameter.name == name.0
            };
            if !names.contains(&name.0) && !parameters.iter().any(is_known) {
                names.push(name.0);
            }
        }
        let Some((first, others)) = names.split_first() else {
            return;
        };
        let list = others.iter().fold(format!("`{first}`"), |list, name| {
            format!("{list}, `{name}`")
        });
        let message = format!("the path has {list}, of which no parameter says anything");
        let help = "it is taken as text; add it to `parameters` with `in: path`";
        let pointer = &candidate.node.pointer;
        self.warn(pointer, "undeclared-parameter", message, Some(help));
        parameters.extend(names.into_iter().map(|name| Parameter {
            name: name.to_owned(),
            pointer: pointer.clone(),
            location: Location::Path,
            docs: Docs::default(),
            ty: Type::String,
            required: true,
            nullable: false,
            style: Style::of(Location::Path),
        }));
    }

    /// Whether a parameter or its schema is marked as not for the public.
    pub(super) fn is_left_out_parameter(&self, node: &Node<'d>) -> bool {
        self.is_left_out(node)
            || node
                .get("schema")
                .is_some_and(|schema| self.is_left_out(&schema))
    }

    /// A parameter as the document describes it (OpenAPI 3.0.4, section 4.7.12).
    fn parameter(&mut self, path: &str, node: &Node<'d>) -> Option<Parameter> {
        let name = node.text("name")?;
        let location = self.location(path, node, name)?;
        let place = Place {
            owner: "",
            member: name,
        };
        let content = node.members("content").into_iter().next();
        let (schema, fixed) = match (node.get("schema"), content) {
            (None, Some((kind, media))) => self.content(location, kind, &media),
            (schema, _) => (schema, None),
        };
        let (ty, nullable) = match &schema {
            Some(schema) => {
                let lowered = self.schema(place, schema);
                let ty = match lowered.ty {
                    Type::Constant(value) => self.constant(&place, schema, value),
                    ty => ty,
                };
                (ty, lowered.nullable)
            }
            None if fixed.is_some() => (Type::String, false),
            None => {
                let reason = "the parameter has no schema";
                let ty = self.untyped(&node.pointer, Cause::Document, reason);
                (ty, false)
            }
        };
        let mut docs = self.docs(node);
        if let Some(schema) = &schema {
            let own = self.docs(schema);
            docs.text = docs.text.or(own.text);
            docs.deprecated = docs.deprecated.or(own.deprecated);
            docs.text = limits::documented(docs.text, schema);
        }
        let style = fixed.unwrap_or_else(|| self.style(node, location, &ty));
        Some(Parameter {
            name: name.to_owned(),
            pointer: node.pointer.clone(),
            location,
            docs,
            required: node.flag("required") || location == Location::Path,
            // Null has no text of its own, so that outside of a query it is nothing to send.
            nullable: style.empty || nullable && location == Location::Query,
            style,
            ty,
        })
    }

    /// Where a parameter is sent; nothing where it cannot be.
    fn location(&mut self, path: &str, node: &Node<'d>, name: &str) -> Option<Location> {
        let (code, message, help) = match node.text("in")? {
            "path" if position(path, name).is_some() => return Some(Location::Path),
            "query" => return Some(Location::Query),
            "cookie" => return Some(Location::Cookie),
            "header" if !is_left_to_others(name) => return Some(Location::Header),
            "path" => (
                "unused-parameter",
                format!("the path has no `{{{name}}}`"),
                "it is left out; add it to the path, or remove it",
            ),
            "header" => (
                "ignored-parameter",
                format!("the header `{name}` is no parameter"),
                "media types and security schemes say what it is (OpenAPI 3.0.4, section 4.7.12); \
                 callers can set it with `with_header`",
            ),
            other => (
                "unsupported-parameter",
                format!("parameters in `{other}` cannot be sent yet"),
                "the operation is emitted without it",
            ),
        };
        self.warn(&node.pointer, code, message, Some(help));
        None
    }

    /// The schema of a parameter that is a text of a media type, and how it is written if its
    /// type does not tell.
    fn content(
        &mut self,
        location: Location,
        kind: &str,
        media: &Node<'d>,
    ) -> (Option<Node<'d>>, Option<Style>) {
        let style = Style::of(location);
        if is_json(kind) {
            let layout = Layout::Json;
            return (media.get("schema"), Some(Style { layout, ..style }));
        }
        if kind.starts_with("text/") {
            let schema = media.get("schema");
            let fixed = schema.is_none().then_some(style);
            return (schema, fixed);
        }
        let message = format!("values of `{kind}` cannot be made yet");
        let help = "the parameter is taken as text, as it goes on the wire";
        self.warn(&media.pointer, "unsupported-parameter", message, Some(help));
        (None, Some(style))
    }
}

/// Whether a media type is JSON (RFC 6839, section 3.1).
pub(super) fn is_json(kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind == "application/json" || kind.ends_with("+json")
}

/// Where a path has the parameter `name`.
fn position(path: &str, name: &str) -> Option<usize> {
    path.find(&format!("{{{name}}}"))
}

/// Whether both are one parameter. Names of headers are the same in any case of their letters
/// (RFC 9110, section 5.1).
fn is_same(one: &Parameter, other: &Parameter) -> bool {
    one.location == other.location
        && match one.location {
            Location::Header => one.name.eq_ignore_ascii_case(&other.name),
            _ => one.name == other.name,
        }
}

/// Whether a header is told by something else: by media types and credentials, as the
/// specification has it, or by the connection, which has no use for a second opinion.
fn is_left_to_others(header: &str) -> bool {
    let others = [
        "accept",
        "authorization",
        "connection",
        "content-length",
        "content-type",
        "transfer-encoding",
    ];
    others
        .iter()
        .any(|other| header.eq_ignore_ascii_case(other))
}
