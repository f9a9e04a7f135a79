//! Bodies: what an operation is sent beside path, query and headers, and how it is written.
//!
//! The members of an object are parameters like others. What has no named members, or is one of
//! several objects, is one parameter: the body.

use super::context::Lowering;
use super::media::{Kind, Media, essence};
use super::node::Node;
use super::operations::Candidate;
use super::schema::Place;
use crate::api::{
    BodyFormat, Cause, FieldStyle, Location, Member, Method, Parameter, Selector, Style, Type,
    TypeKind,
};
use crate::lock::Held;

/// One way to write the body of an operation.
pub(super) struct Body {
    pub(super) format: BodyFormat,
    pub(super) parameters: Vec<Parameter>,
    /// Which of the parameters have to be chosen among.
    pub(super) selector: Option<Selector>,
    /// What the name of an operation with this body ends in, where it is not the first.
    pub(super) suffix: Option<String>,
}

/// Where the schema of a whole body stands.
const WHOLE: Place<'static> = Place {
    owner: "",
    member: "body",
};

impl<'d> Lowering<'d> {
    /// The ways to write the body, the preferred one first: JSON, then a form, then parts, then
    /// whatever is sent as it is. Further ones are there only where they can carry what the first
    /// cannot: files, or content of a kind of its own. Where the operation `key` of the lock file
    /// is without JSON, a kind that comes does not take its place.
    pub(super) fn bodies(
        &mut self,
        key: &str,
        candidate: &Candidate<'d>,
        has_query: bool,
    ) -> Vec<Body> {
        let Some(holder) = candidate.node.get("requestBody") else {
            return vec![bodiless(candidate.method, has_query)];
        };
        let holder = self.follow(&holder);
        let mut media = self.media(&holder);
        let locked = self.config.names.locked.body(key);
        let is_locked = |kind: Kind| match locked {
            Some(Held::Parts) => kind == Kind::Multipart,
            Some(Held::Content) => !matches!(kind, Kind::Json | Kind::Form | Kind::Multipart),
            None => false,
        };
        media.sort_by_key(|one| (!is_locked(one.kind), rank(one)));
        let mut bodies: Vec<Body> = Vec::new();
        let mut kinds: Vec<Kind> = Vec::new();
        for one in &media {
            let is_covered = match one.kind {
                Kind::Json | Kind::Form => !kinds.is_empty(),
                Kind::Multipart => kinds.contains(&Kind::Multipart),
                _ => kinds.iter().any(|kind| *kind != Kind::Multipart),
            };
            // What is sent as it is for want of names can be sent instead of any body.
            let is_unnamed = one.kind == Kind::Multipart && !self.has_fields(one);
            let is_covered = is_covered || !kinds.is_empty() && is_unnamed;
            if is_covered {
                continue;
            }
            let mut body = self.body(&holder, one);
            if body.parameters.is_empty() && !takes_body(candidate.method) {
                body.format = BodyFormat::None;
            }
            let has_files = body
                .parameters
                .iter()
                .any(|parameter| holds_content(&parameter.ty));
            if kinds.is_empty() {
                bodies.push(body);
            } else if has_files {
                body.suffix = Some(match one.kind {
                    Kind::Multipart => "multipart".to_owned(),
                    _ => essence(one.name)
                        .rsplit('/')
                        .next()
                        .unwrap_or("raw")
                        .to_owned(),
                });
                bodies.push(body);
            }
            kinds.push(one.kind);
        }
        if bodies.is_empty() {
            bodies.push(bodiless(candidate.method, has_query));
        }
        bodies
    }

    /// The schema whose members are parameters in a body, where there is one.
    pub(super) fn request_schema(&mut self, node: &Node<'d>) -> Option<Node<'d>> {
        let holder = self.follow(&node.get("requestBody")?);
        let mut media = self.media(&holder);
        media.sort_by_key(rank);
        let first = media.first()?;
        let is_named = matches!(first.kind, Kind::Json | Kind::Form | Kind::Multipart);
        first.schema().filter(|_| is_named)
    }

    fn body(&mut self, holder: &Node<'d>, media: &Media<'d>) -> Body {
        let (format, parameters) = match media.kind {
            Kind::Json => self.json_body(holder, media),
            Kind::Form | Kind::Multipart => self.fields(holder, media),
            _ => self.as_it_is(holder, media),
        };
        let schema = media.schema().filter(|_| format.has_members());
        let selector = schema.and_then(|schema| self.selector(&schema));
        Body {
            format,
            parameters,
            selector,
            suffix: None,
        }
    }

    fn json_body(&mut self, holder: &Node<'d>, media: &Media<'d>) -> (BodyFormat, Vec<Parameter>) {
        let name = media.other_json();
        let Some(schema) = media.schema() else {
            let reason = "the media type has no schema";
            let ty = self.untyped(&media.node.pointer, Cause::Document, reason);
            let whole = self.whole(holder, ty);
            return (BodyFormat::JsonValue { media: name }, vec![whole]);
        };
        if let Some(ty) = self.whole_type(&schema) {
            let mut whole = self.whole(holder, ty);
            // `required` is easily forgotten; where nothing can be left out, it is meant.
            whole.required |= self.requires_members(&schema);
            return (BodyFormat::JsonValue { media: name }, vec![whole]);
        }
        (
            BodyFormat::Json { media: name },
            self.body_parameters(&schema),
        )
    }

    /// The type of a body that is one value; `None` where its members are parameters.
    fn whole_type(&mut self, schema: &Node<'d>) -> Option<Type> {
        // Where all methods of a path do the same, bodies are what queries are elsewhere.
        let is_query = !self.config.operations.preference.is_empty();
        if let Some(family) = self.family_at(schema) {
            return Some(family);
        }
        if self.holds_objects(schema, 0) {
            let (drafts, _) = self.drafts(WHOLE, schema);
            let has_members = drafts.iter().any(|draft| !draft.members.is_empty());
            let is_open = drafts.iter().any(|draft| draft.rest.is_some());
            let is_plain = drafts.len() == 1 && !is_open;
            if has_members && (is_plain || is_query || !is_open && self.is_selector(schema)) {
                return None;
            }
            if !has_members && !is_open && self.follow(schema).has("properties") {
                return None;
            }
            let ty = self.schema(WHOLE, schema).ty;
            return (!has_members || is_open || self.is_choice(&ty)).then_some(ty);
        }
        let lowered = self.schema(WHOLE, schema);
        let ty = match lowered.ty {
            Type::Constant(value) => self.constant(&WHOLE, schema, value),
            ty => ty,
        };
        Some(match lowered.nullable {
            true => Type::Nullable(Box::new(ty)),
            false => ty,
        })
    }

    /// Whether every object that the schema allows must have members.
    fn requires_members(&mut self, schema: &Node<'d>) -> bool {
        if !self.holds_objects(schema, 0) {
            return false;
        }
        let (drafts, _) = self.drafts(WHOLE, schema);
        drafts
            .iter()
            .all(|draft| draft.members.iter().any(|member| member.required))
    }

    /// Whether values of `ty` are one of several kinds, so that its members are no parameters.
    fn is_choice(&self, ty: &Type) -> bool {
        match ty {
            Type::Named(id) => match &self.types[id.0].kind {
                TypeKind::Object(object) => object.cases.is_some(),
                TypeKind::Union(_) => true,
                TypeKind::Alias(ty) => self.is_choice(ty),
                TypeKind::Enumeration(_) | TypeKind::Numbers(_) => false,
            },
            _ => false,
        }
    }

    /// The parameter that a whole body is.
    fn whole(&mut self, holder: &Node<'d>, ty: Type) -> Parameter {
        Parameter {
            name: "body".to_owned(),
            pointer: holder.pointer.clone(),
            location: Location::Whole,
            docs: self.docs(holder),
            ty,
            required: holder.flag("required"),
            nullable: false,
            style: Style::of(Location::Whole),
        }
    }

    /// A body that is sent as it is.
    fn as_it_is(&mut self, holder: &Node<'d>, media: &Media<'d>) -> (BodyFormat, Vec<Parameter>) {
        let whole = self.whole(holder, Type::Content);
        // Which boundary separates the parts of one that has some, only the caller knows.
        let media = media.exact().filter(|_| media.kind != Kind::Multipart);
        (BodyFormat::Content { media }, vec![whole])
    }

    /// The fields of a form, or the parts of a body that has parts.
    fn fields(&mut self, holder: &Node<'d>, media: &Media<'d>) -> (BodyFormat, Vec<Parameter>) {
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
    fn has_fields(&mut self, media: &Media<'d>) -> bool {
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
    fn body_parameters(&mut self, body: &Node<'d>) -> Vec<Parameter> {
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

/// What an operation without a described body sends: methods that should have one send an object
/// without members, unless there is a query.
fn bodiless(method: Method, has_query: bool) -> Body {
    let format = match takes_body(method) && !has_query {
        true => BodyFormat::Json { media: None },
        false => BodyFormat::None,
    };
    Body {
        format,
        parameters: Vec::new(),
        selector: None,
        suffix: None,
    }
}

/// Whether a method is for sending something (RFC 9110, section 9.3; PATCH: RFC 5789).
fn takes_body(method: Method) -> bool {
    matches!(method, Method::Post | Method::Put | Method::Patch)
}

/// The preferred media types come first.
fn rank(media: &Media<'_>) -> (Kind, usize) {
    let essence = essence(media.name).to_ascii_lowercase();
    let within = match essence.as_str() {
        "application/json" => 0,
        // Of what patches, a merge is what members are described for.
        "application/merge-patch+json" => 1,
        essence if essence.contains('*') => 3,
        _ => 2,
    };
    (media.kind, within)
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

fn holds_content(ty: &Type) -> bool {
    match ty {
        Type::Content => true,
        Type::List(inner) => holds_content(inner),
        _ => false,
    }
}
