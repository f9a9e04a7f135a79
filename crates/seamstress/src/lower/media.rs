//! Media types: which of those that the document lists is sent or read, and how.

use super::context::Lowering;
use super::node::Node;

/// What a media type means for how content is written and read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Json,
    Form,
    Multipart,
    /// Server-sent events.
    Events,
    /// A line of JSON per item, or a text sequence of JSON.
    JsonLines,
    Text,
    /// Whatever else: bytes.
    Binary,
}

/// One media type of a body or an answer.
#[derive(Clone, Debug)]
pub(super) struct Media<'d> {
    /// As the document has it: `application/json; charset=utf-8`.
    pub(super) name: &'d str,
    pub(super) node: Node<'d>,
    pub(super) kind: Kind,
}

impl<'d> Media<'d> {
    /// The schema of the content.
    pub(super) fn schema(&self) -> Option<Node<'d>> {
        self.node.get("schema")
    }

    /// The media type as it is sent, where it names one and not a range of them.
    pub(super) fn exact(&self) -> Option<String> {
        let name = self.name.trim();
        let is_token = |text: &str| {
            let sign = |c: char| c.is_ascii_alphanumeric() || "!#$&^_.+-".contains(c);
            !text.is_empty() && text.chars().all(sign)
        };
        let (kind, subtype) = essence(name).split_once('/')?;
        let printable = name.chars().all(|c| (' '..='~').contains(&c));
        (is_token(kind) && is_token(subtype) && printable).then(|| name.to_owned())
    }

    /// The same, where it is not `application/json`.
    pub(super) fn other_json(&self) -> Option<String> {
        let is_usual = essence(self.name).eq_ignore_ascii_case("application/json");
        self.exact().filter(|_| !is_usual)
    }
}

impl<'d> Lowering<'d> {
    /// The media types of a body or an answer, in the order of the document.
    pub(super) fn media(&mut self, holder: &Node<'d>) -> Vec<Media<'d>> {
        let content = holder.members("content");
        let kind = |(name, node): (&'d str, Node<'d>)| {
            let kind = self.kind_of_media(name, &node);
            Media { name, node, kind }
        };
        content.into_iter().map(kind).collect()
    }

    /// What the media type `name` means. A range of types is JSON where the schema is one of what
    /// only JSON can hold.
    fn kind_of_media(&mut self, name: &str, media: &Node<'d>) -> Kind {
        let essence = essence(name).to_ascii_lowercase();
        match essence.as_str() {
            "application/x-www-form-urlencoded" => Kind::Form,
            "text/event-stream" => Kind::Events,
            "application/jsonl"
            | "application/x-jsonl"
            | "application/ndjson"
            | "application/x-ndjson"
            | "application/jsonlines"
            | "application/x-jsonlines"
            | "application/json-lines"
            | "application/json-seq"
            | "application/stream+json"
            | "application/geo+json-seq" => Kind::JsonLines,
            "application/json" | "text/json" | "application/x-json" => Kind::Json,
            "application/xml"
            | "application/yaml"
            | "application/x-yaml"
            | "application/javascript"
            | "application/graphql"
            | "application/sdp" => Kind::Text,
            "multipart/form-data" => Kind::Multipart,
            other if other.ends_with("+json") => Kind::Json,
            other if other.ends_with("+xml") || other.ends_with("+yaml") => Kind::Text,
            other if other.contains('*') && self.holds_structure(media) => Kind::Json,
            "text/*" => Kind::Text,
            other if other.contains('*') => Kind::Binary,
            other if other.starts_with("text/") => Kind::Text,
            _ => Kind::Binary,
        }
    }

    /// Whether content of `media` is more than text or bytes.
    fn holds_structure(&mut self, media: &Node<'d>) -> bool {
        let Some(schema) = media.get("schema") else {
            return false;
        };
        if self.holds_objects(&schema, 0) {
            return true;
        }
        let schema = self.follow(&schema);
        let is_structure =
            |kind| matches!(kind, "object" | "array" | "boolean" | "integer" | "number");
        schema.text("type").is_some_and(is_structure) || !schema.alternatives().is_empty()
    }

    /// Whether values of the schema at `node` are raw bytes, such as the content of a file.
    pub(super) fn is_binary(&mut self, node: &Node<'d>, depth: usize) -> bool {
        let node = &self.follow(node);
        let is_text = node
            .text("type")
            .is_none_or(|kind| kind == "string" || kind == "file");
        let format = node.text("format").unwrap_or_default();
        let encoding = node.text("contentEncoding");
        let media = node.text("contentMediaType").filter(|media| {
            !media.starts_with("text/") && !media.ends_with("json") && encoding.is_none()
        });
        if node.text("type") == Some("file") {
            return true;
        }
        if is_text && (format == "binary" || encoding == Some("binary") || media.is_some()) {
            return true;
        }
        let parts = [node.alternatives(), node.elements("allOf")].concat();
        depth < 8 && parts.iter().any(|part| self.is_binary(part, depth + 1))
    }
}

/// A media type without its parameters.
pub(super) fn essence(name: &str) -> &str {
    name.split(';').next().unwrap_or_default().trim()
}
