//! Responses: which answers an operation may give besides the first that is a success.

use super::context::Lowering;
use super::media::{Kind, Media};
use super::node::Node;
use super::objects::discriminator;
use super::schema::Place;
use crate::api::{Docs, Method, Outcome, Parameter, Returns, Status, Stream, StreamFormat, Type};

/// Where the schema of an answer stands.
const ANSWER: Place<'static> = Place {
    owner: "",
    member: "",
};

/// A response that is a success, and what of its content is read.
pub(super) struct Answer<'d> {
    status: Status,
    node: Node<'d>,
    media: Option<Media<'d>>,
    /// The media type whose items come one by one.
    stream: Option<Media<'d>>,
}

impl<'d> Answer<'d> {
    /// The schema, where the content is JSON.
    pub(super) fn json(&self) -> Option<Node<'d>> {
        self.media
            .as_ref()
            .filter(|media| media.kind == Kind::Json)?
            .schema()
    }

    /// The response itself.
    pub(super) fn node(&self) -> &Node<'d> {
        &self.node
    }

    fn has_content(&self) -> bool {
        self.media.is_some() || self.stream.is_some()
    }
}

impl<'d> Lowering<'d> {
    /// The responses that are successes, the lowest status first: those of class 2, and redirects
    /// that are described. Where there are none, it is what is said of all others.
    pub(super) fn successes(&mut self, node: &Node<'d>) -> Vec<Answer<'d>> {
        let responses: Vec<(Status, Node<'d>)> = node
            .members("responses")
            .into_iter()
            .filter_map(|(status, node)| Some((self::status(status)?, node)))
            .collect();
        let of_class = |class| {
            let responses = responses.iter();
            responses.filter(move |(status, _)| self::class(*status) == Some(class))
        };
        let mut found: Vec<_> = of_class(2).chain(of_class(3)).collect();
        if found.is_empty() {
            let default = |(status, _): &&(Status, Node<'d>)| *status == Status::Default;
            found.extend(responses.iter().find(default));
        }
        found.sort_by_key(|(status, _)| *status);
        let found: Vec<_> = found.into_iter().cloned().collect();
        found
            .into_iter()
            .map(|(status, node)| self.answer_of(status, &node))
            .collect()
    }

    /// The first response that is a success (RFC 9110, section 15.3).
    pub(super) fn success(&mut self, node: &Node<'d>) -> Option<Node<'d>> {
        let first = self.successes(node).into_iter().next()?;
        Some(first.node)
    }

    /// A response, with the media type that is asked for: JSON, then text and files.
    fn answer_of(&mut self, status: Status, node: &Node<'d>) -> Answer<'d> {
        let node = self.follow(node);
        let mut media = self.media(&node);
        // A variant of the type that a parameter of it names is another representation.
        media.retain(|media| !media.name.contains("stream="));
        let is_stream = |media: &Media<'d>| matches!(media.kind, Kind::Events | Kind::JsonLines);
        let stream = media.iter().find(|media| is_stream(media)).cloned();
        media.retain(|media| !is_stream(media));
        media.sort_by_key(|media| (media.kind != Kind::Json, media.name.contains('*')));
        Answer {
            status,
            node,
            media: media.into_iter().next(),
            stream,
        }
    }

    /// What comes back where the first success is no JSON, or JSON without a schema.
    pub(super) fn other_content(&mut self, answers: &[Answer<'d>]) -> Returns {
        let first = answers.iter().find(|answer| answer.has_content());
        match first {
            None => Returns::Nothing,
            Some(answer) => match (&answer.media, &answer.stream) {
                (Some(media), _) => match media.kind {
                    Kind::Json => {
                        let reason = "the media type has no schema";
                        let cause = crate::api::Cause::Document;
                        let ty = self.untyped(&media.node.pointer, cause, reason);
                        Returns::Value { key: None, ty }
                    }
                    Kind::Text => Returns::Text,
                    _ => Returns::Content,
                },
                (None, Some(stream)) => Returns::Stream(self.stream(&stream.clone(), &[])),
                (None, None) => Returns::Nothing,
            },
        }
    }

    /// `returns`, which the first success gives, with what the others give.
    pub(super) fn with_others(&mut self, answers: &[Answer<'d>], returns: Returns) -> Returns {
        let (ty, list) = match &returns {
            Returns::Value { key: None, ty } => (ty.clone(), false),
            Returns::Page {
                key: None,
                item,
                paging: None,
            } => (Type::List(Box::new(item.clone())), true),
            _ => return returns,
        };
        let mut outcomes = Vec::new();
        let mut first = Some(ty.clone());
        for answer in answers {
            let schema = answer.json();
            let ty = schema.map(|schema| match first.take() {
                Some(ty) => ty,
                None => self.schema(ANSWER, &schema).ty,
            });
            outcomes.push(Outcome {
                status: answer.status,
                docs: self.docs(&answer.node),
                ty,
            });
        }
        let types = outcomes.iter().filter_map(|outcome| outcome.ty.as_ref());
        if types.clone().any(|other| *other != ty) {
            return Returns::OneOf(outcomes);
        }
        let is_always = answers.iter().all(Answer::has_content);
        match (is_always, ty) {
            (true, _) | (false, Type::Json | Type::Nullable(_)) if !list || is_always => returns,
            (_, ty) => Returns::Value {
                key: None,
                ty: Type::Nullable(Box::new(ty)),
            },
        }
    }

    /// What comes one by one where the caller asks for it, beside an answer as a whole.
    pub(super) fn beside(
        &mut self,
        answers: &[Answer<'d>],
        parameters: &[Parameter],
    ) -> Option<Stream> {
        let both = |answer: &&Answer<'d>| answer.media.is_some();
        let answer = answers.iter().find(both)?;
        let media = answer.stream.clone()?;
        Some(self.stream(&media, parameters))
    }

    /// The items of a stream. OpenAPI 3.2 describes each with `itemSchema` (section 4.14.3); before,
    /// documents describe it as if it were all that comes.
    fn stream(&mut self, media: &Media<'d>, parameters: &[Parameter]) -> Stream {
        let is_switch =
            |parameter: &&Parameter| parameter.name == "stream" && parameter.ty == Type::Boolean;
        let switch = parameters.iter().find(is_switch);
        let (format, schema) = match (media.kind, media.node.get("itemSchema")) {
            (Kind::JsonLines, schema) => (
                StreamFormat::JsonLines,
                schema.or_else(|| self.element_schema(media)),
            ),
            (_, Some(schema)) => self.event_schema(&schema),
            (_, None) => (StreamFormat::EventData, self.element_schema(media)),
        };
        let place = Place {
            owner: "",
            member: "item",
        };
        let item = match schema {
            Some(schema) => self.schema(place, &schema).ty,
            None if format == StreamFormat::EventData => Type::String,
            None => {
                let reason = "the items of the stream have no schema";
                self.untyped(&media.node.pointer, crate::api::Cause::Document, reason)
            }
        };
        Stream {
            format,
            media: media
                .exact()
                .unwrap_or_else(|| "text/event-stream".to_owned()),
            item: match item {
                Type::Constant(_) => Type::String,
                item => item,
            },
            switch: switch.map(|parameter| parameter.name.clone()),
        }
    }

    /// The schema of an item, where the document has that of all that comes: a list of items, or
    /// an item.
    fn element_schema(&mut self, media: &Media<'d>) -> Option<Node<'d>> {
        let schema = media.schema()?;
        let target = self.follow(&schema);
        match target.text("type") {
            Some("array") => target.get("items"),
            _ => Some(schema),
        }
    }

    /// What of an event is the item: its data, where a schema is given for what is inside; else the
    /// event as a whole, where its parts are described.
    fn event_schema(&mut self, schema: &Node<'d>) -> (StreamFormat, Option<Node<'d>>) {
        let target = self.follow(schema);
        let data = |node: &Node<'d>| node.get("properties")?.get("data");
        if let Some(data) = data(&target).filter(|_| discriminator(&target).is_none()) {
            let content = data.get("contentSchema");
            return match content {
                Some(content) => (StreamFormat::EventData, Some(content)),
                None => (StreamFormat::Events, Some(schema.clone())),
            };
        }
        let alternatives = target.alternatives();
        let mut any = alternatives.iter().map(|one| self.follow(one));
        match any.any(|one| data(&one).is_some()) {
            true => (StreamFormat::Events, Some(schema.clone())),
            false => (StreamFormat::EventData, Some(schema.clone())),
        }
    }

    /// What comes with failures, where the configuration does not say how all of them look.
    pub(super) fn failures(&mut self, node: &Node<'d>) -> Vec<Outcome> {
        if self.config.client.error.is_some() {
            return Vec::new();
        }
        let responses = node.members("responses");
        let has_success = responses
            .iter()
            .any(|(name, _)| name.starts_with(['2', '3']));
        let mut failures = Vec::new();
        for (name, response) in responses {
            let Some(status) = status(name) else { continue };
            let is_failure = match status {
                Status::Default => has_success,
                status => class(status).is_some_and(|class| class >= 4),
            };
            let answer = is_failure.then(|| self.answer_of(status, &response));
            let Some((answer, schema)) = answer.and_then(|a| Some((a.node.clone(), a.json()?)))
            else {
                continue;
            };
            let ty = self.schema(ANSWER, &schema).ty;
            if matches!(ty, Type::Named(_)) {
                let docs = Docs {
                    text: answer.text("description").map(str::to_owned),
                    deprecated: None,
                };
                let ty = Some(ty);
                failures.push(Outcome { status, docs, ty });
            }
        }
        failures.sort_by_key(|failure| failure.status);
        failures
    }
}

/// The media types of what may come back, where they are not simply JSON.
pub(super) fn accepted(answers: &[Answer<'_>], method: Method) -> Vec<String> {
    let mut accepted: Vec<String> = Vec::new();
    for answer in answers.iter().filter(|_| method != Method::Head) {
        let media = answer.media.as_ref().or(answer.stream.as_ref());
        let Some(media) = media else { continue };
        let names: Vec<&str> = match media.kind {
            Kind::Text | Kind::Binary | Kind::Multipart | Kind::Form => answer
                .node
                .members("content")
                .iter()
                .map(|(name, _)| *name)
                .filter(|name| is_media_range(name))
                .collect(),
            Kind::Json => vec![if media.name.contains('*') {
                "application/json"
            } else {
                media.name
            }],
            Kind::Events | Kind::JsonLines => vec![media.name],
        };
        for name in names.into_iter().filter(|name| is_media_range(name)) {
            if !accepted.iter().any(|known| known == name) {
                accepted.push(name.to_owned());
            }
        }
    }
    let is_usual = |name: &String| super::media::essence(name) == "application/json";
    if accepted.iter().all(is_usual) {
        accepted.clear();
    }
    accepted
}

/// Whether a redirect is among the answers.
pub(super) fn redirects(answers: &[Answer<'_>]) -> bool {
    answers.iter().any(|answer| class(answer.status) == Some(3))
}

fn is_media_range(name: &str) -> bool {
    name.contains('/') && name.chars().all(|c| (' '..='~').contains(&c))
}

/// Whether this can be the name of a header (RFC 9110, section 5.1).
pub(super) fn http_name(name: &str) -> bool {
    let sign = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    !name.is_empty() && name.chars().all(sign)
}

/// A status as documents write it: `404`, `4XX`, `default`.
fn status(text: &str) -> Option<Status> {
    if text.eq_ignore_ascii_case("default") {
        return Some(Status::Default);
    }
    let class = text.strip_suffix("XX").or_else(|| text.strip_suffix("xx"));
    if let Some(class) = class {
        return class
            .parse()
            .ok()
            .filter(|class| (1..=5).contains(class))
            .map(Status::Class);
    }
    let code = text
        .parse()
        .ok()
        .filter(|code| (100..=599).contains(code))?;
    Some(Status::Exactly(code))
}

fn class(status: Status) -> Option<u16> {
    match status {
        Status::Exactly(code) => Some(code / 100),
        Status::Class(class) => Some(class),
        Status::Default => None,
    }
}
