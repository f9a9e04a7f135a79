//! Fields: the members of a form, of a body that has parts, and of a body of JSON, as parameters.

use super::bodies::WHOLE;
use super::context::Lowering;
use super::media::{Kind, Media};
use super::node::Node;
use super::schema::Place;
use crate::api::{BodyFormat, FieldStyle, Location, Member, Parameter, Style, Type};

impl<'d> Lowering<'d> {
    /// The fields of a form, or the parts of a body that has parts.
    pub(super) fn fields(
        &mut self,
        holder: &Node<'d>,
        media: &Media<'d>,
    ) -> (BodyFormat, Vec<Parameter>) {
        let is_multipart = media.kind == Kind::Multipart;
        let schema = media.schema();
        let is_described = |schema: Node<'d>| self.follow(&schema).has("properties");
        let is_described = schema.clone().is_some_and(is_described);
        let schema = schema.filter(|_| self.has_fields(media));
        if schema.is_none() && is_described {
            // The document says that there is nothing to send.
            return (BodyFormat::None, Vec::new());
        }
        let Some(schema) = schema else {
            let message = format!(
                "a `{}` body without named fields is sent as it is",
                media.name
            );
            let help = "describe its fields as properties of an object";
            self.warn(&media.node.pointer, "unnamed-fields", message, Some(help));
            return self.as_it_is(holder, media);
        };
        let mut parameters = self.body_parameters(&schema);
        let encodings = media.node.members("encoding");
        if !is_multipart {
            let styles = self.field_styles(&parameters, &encodings);
            return (BodyFormat::Form { styles }, parameters);
        }
        let mut types = Vec::new();
        for parameter in &mut parameters {
            let encoding = encodings.iter().find(|(name, _)| *name == parameter.name);
            let given = encoding.and_then(|(_, encoding)| encoding.text("contentType"));
            if let Some(ty) = self.content_type(parameter, given) {
                parameter.ty = ty;
                parameter.nullable = false;
            }
            if let Some(given) = given.filter(|given| is_one_type(given)) {
                types.push((parameter.name.clone(), given.to_owned()));
            }
        }
        (BodyFormat::Multipart { media: types }, parameters)
    }

    /// Whether the document names the fields of a form, or the parts of a body.
    pub(super) fn has_fields(&mut self, media: &Media<'d>) -> bool {
        let Some(schema) = media.schema() else {
            return false;
        };
        self.holds_objects(&schema, 0) && {
            let (drafts, _) = self.drafts(WHOLE, &schema);
            drafts.iter().any(|draft| !draft.members.is_empty())
        }
    }

    /// The type of a part that holds a file, or several.
    fn content_type(&mut self, parameter: &Parameter, media: Option<&str>) -> Option<Type> {
        let document = self.document;
        let node = Node {
            value: document.node(&parameter.pointer)?,
            pointer: parameter.pointer.clone(),
        };
        let target = self.follow(&node);
        let is_file = |lowering: &mut Self, node: &Node<'d>| {
            let is_other = media
                .is_some_and(|media| !media.starts_with("text/plain") && !media.contains("json"));
            let target = lowering.follow(node);
            // Whatever it is, bytes and text can carry it.
            let says_nothing = target.is_only_words();
            let is_text = target.text("type") == Some("string");
            says_nothing || is_other && is_text || lowering.is_binary(node, 0)
        };
        if let Some(items) = target.get("items") {
            let items = is_file(self, &items);
            return items.then(|| Type::List(Box::new(Type::Content)));
        }
        is_file(self, &node).then_some(Type::Content)
    }

    /// How fields are written that are no simple values (OpenAPI 3.0.4, section 4.7.15.1.1).
    fn field_styles(
        &mut self,
        parameters: &[Parameter],
        encodings: &[(&'d str, Node<'d>)],
    ) -> Vec<(String, FieldStyle)> {
        let mut styles = Vec::new();
        for parameter in parameters {
            let found = encodings.iter().find(|(name, _)| *name == parameter.name);
            let is_simple = match &parameter.ty {
                Type::Named(_) => self.values(&parameter.ty).is_some(),
                ty => !matches!(ty, Type::List(_) | Type::Map(_) | Type::Json),
            };
            if let Some((_, encoding)) = found.filter(|_| !is_simple) {
                styles.push((parameter.name.clone(), field_style(encoding)));
            } else if !is_simple {
                styles.push((parameter.name.clone(), FieldStyle::Repeated));
            }
        }
        // Only beside fields in brackets does it have to be said that one is not.
        if !styles.iter().any(|(_, style)| *style == FieldStyle::Nested) {
            styles.retain(|(_, style)| *style != FieldStyle::Repeated);
        }
        styles
    }

    /// The members of a body as parameters. Of a body that is one of several objects all members
    /// are parameters, and those that every one requires are required.
    pub(super) fn body_parameters(&mut self, body: &Node<'d>) -> Vec<Parameter> {
        let place = Place {
            owner: "",
            member: "",
        };
        let (drafts, _) = self.drafts(place, body);
        let mut flat = self.flatten(&drafts);
        self.settle(place, body, &mut flat.members);
        // `required` lists names in the order in which people think of them.
        let order = flat.required.clone();
        flat.members.sort_by_key(|member| {
            let mut names = order.iter();
            let at = names.position(|name| *name == member.name);
            at.unwrap_or(order.len())
        });
        let parameter = |member: Member| Parameter {
            name: member.name,
            pointer: member.pointer,
            location: Location::Body,
            docs: member.docs,
            ty: member.ty,
            required: member.required,
            nullable: member.nullable,
            style: Style::of(Location::Body),
        };
        flat.members.into_iter().map(parameter).collect()
    }
}

fn field_style(encoding: &Node<'_>) -> FieldStyle {
    let (style, explode) = (encoding.text("style"), encoding.get("explode"));
    let explode = explode.and_then(|explode| explode.value.as_bool());
    match (style, explode) {
        (Some("deepObject"), _) => FieldStyle::Nested,
        (Some("spaceDelimited"), Some(false) | None) => FieldStyle::Spaces,
        (Some("pipeDelimited"), Some(false) | None) => FieldStyle::Pipes,
        (_, Some(false)) => FieldStyle::Commas,
        (Some(_), _) | (_, Some(true)) => FieldStyle::Spread,
        _ if encoding
            .text("contentType")
            .is_some_and(|kind| kind.contains("json")) =>
        {
            FieldStyle::Json
        }
        _ => FieldStyle::Repeated,
    }
}

/// Whether this is a media type, and no range or list of them.
fn is_one_type(media: &str) -> bool {
    let sign = |c: char| (' '..='~').contains(&c);
    media.contains('/') && !media.contains(['*', ',', '"']) && media.chars().all(sign)
}
