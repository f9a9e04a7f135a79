//! `in: querystring`: one parameter that is the whole query (OpenAPI 3.2, section 4.12.1).

use super::context::Lowering;
use super::limits;
use super::media::essence;
use super::node::Node;
use super::parameters::is_json;
use super::schema::Place;
use crate::api::{Layout, Location, Member, Parameter, Style, Type};

/// The media type that queries have anyway.
const FORM: &str = "application/x-www-form-urlencoded";

impl<'d> Lowering<'d> {
    /// The parameters that the query described at `node` consists of: the members of a form by
    /// their names, or one that is all of it.
    pub(super) fn query_string(&mut self, node: &Node<'d>) -> Vec<Parameter> {
        let Some((kind, media)) = node.members("content").into_iter().next() else {
            let message = "the query has no media type, and so no form".to_owned();
            let help = "it is left out; describe it by `content` (OpenAPI 3.2, section 4.12.1)";
            self.warn(&node.pointer, "unsupported-parameter", message, Some(help));
            return Vec::new();
        };
        let is_form = essence(kind).eq_ignore_ascii_case(FORM);
        let schema = media.get("schema");
        if let Some(schema) = schema.clone().filter(|_| is_form)
            && self.holds_objects(&schema, 0)
        {
            let fields = self.query_fields(node, &media, &schema);
            if !fields.is_empty() {
                return fields;
            }
        }
        vec![self.whole_query(node, schema, is_form, is_json(kind))]
    }

    /// The members of a form, each a parameter. Its media type may say how it is written, in the
    /// words of a parameter (OpenAPI 3.2, section 4.15.1.1).
    fn query_fields(
        &mut self,
        node: &Node<'d>,
        media: &Node<'d>,
        schema: &Node<'d>,
    ) -> Vec<Parameter> {
        let place = Place {
            owner: "",
            member: "",
        };
        let (drafts, _) = self.drafts(place, schema);
        let mut flat = self.flatten(&drafts);
        self.settle(place, schema, &mut flat.members);
        let encodings = media.members("encoding");
        let is_required = node.flag("required");
        let members = flat.members.into_iter();
        let parameter = |member: Member| {
            let encoding = encodings.iter().find(|(name, _)| *name == member.name);
            let style = match encoding {
                Some((_, encoding)) => self.style(encoding, Location::Query, &member.ty),
                None => Style::of(Location::Query),
            };
            Parameter {
                name: member.name,
                pointer: member.pointer,
                location: Location::Query,
                docs: member.docs,
                ty: member.ty,
                required: member.required && is_required,
                nullable: member.nullable,
                style,
            }
        };
        members.map(parameter).collect()
    }

    /// The one parameter that is all of the query.
    fn whole_query(
        &mut self,
        node: &Node<'d>,
        schema: Option<Node<'d>>,
        is_form: bool,
        is_json: bool,
    ) -> Parameter {
        let name = node.text("name").unwrap_or("query");
        let place = Place {
            owner: "",
            member: name,
        };
        let mut docs = self.docs(node);
        let ty = match schema.filter(|_| is_form || is_json) {
            Some(schema) => {
                docs.text = docs.text.or_else(|| self.docs(&schema).text);
                docs.text = limits::documented(docs.text, &schema);
                self.element(place, &schema)
            }
            // What is neither is for the caller to write.
            None => Type::String,
        };
        let layout = if is_json { Layout::Json } else { Layout::Form };
        Parameter {
            name: name.to_owned(),
            pointer: node.pointer.clone(),
            location: Location::Query,
            docs,
            ty,
            required: node.flag("required"),
            nullable: false,
            style: Style {
                layout,
                whole: true,
                ..Style::of(Location::Query)
            },
        }
    }
}
