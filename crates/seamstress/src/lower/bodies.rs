//! Bodies: what an operation is sent beside path, query and headers, and how it is written.
//!
//! The members of an object are parameters like others. What has no named members, or is one of
//! several objects, is one parameter: the body.

use super::context::Lowering;
use super::media::{Kind, Media, essence};
use super::node::Node;
use super::operations::Candidate;
use super::schema::Place;
use crate::api::{BodyFormat, Cause, Location, Method, Parameter, Selector, Style, Type, TypeKind};
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
pub(super) const WHOLE: Place<'static> = Place {
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
    pub(super) fn as_it_is(
        &mut self,
        holder: &Node<'d>,
        media: &Media<'d>,
    ) -> (BodyFormat, Vec<Parameter>) {
        let whole = self.whole(holder, Type::Content);
        // Which boundary separates the parts of one that has some, only the caller knows.
        let media = media.exact().filter(|_| media.kind != Kind::Multipart);
        (BodyFormat::Content { media }, vec![whole])
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

fn holds_content(ty: &Type) -> bool {
    match ty {
        Type::Content => true,
        Type::List(inner) => holds_content(inner),
        _ => false,
    }
}
