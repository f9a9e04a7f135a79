//! Operations, and the tree of resources that they hang on.

use super::{AnswerHeader, BodyFormat, Docs, Outcome, Returns, Stream, Style, Type};
use crate::document::Pointer;

/// The place of an [`Operation`] in [`Api::operations`](super::Api::operations).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OperationId(pub usize);

/// A node of the tree of resources.
#[derive(Clone, Debug, Default)]
pub struct Resource {
    /// The name of the last step: `unmanaged`.
    pub name: String,
    /// All steps: `access_codes`, `unmanaged`.
    pub path: Vec<String>,
    /// The operations of this resource itself.
    pub operations: Vec<OperationId>,
    /// The resources below.
    pub children: Vec<Resource>,
}

/// Something that the API does on request.
#[derive(Clone, Debug)]
pub struct Operation {
    /// The resource that it belongs to: `access_codes`, `unmanaged`; none where it belongs to the
    /// API as a whole.
    pub resource: Vec<String>,
    /// The name within the resource: `list`.
    pub name: String,
    /// Where the document defines it.
    pub pointer: Pointer,
    /// A title of a few words.
    pub title: Option<String>,
    /// What the document says of it.
    pub docs: Docs,
    /// The HTTP method.
    pub method: Method,
    /// The path, with `{name}` for path parameters.
    pub path: String,
    /// The parameters: those of the path first, in its order.
    pub parameters: Vec<Parameter>,
    /// Whether the same call can be made by POST with the parameters as a JSON body.
    pub has_post_twin: bool,
    /// How what is sent in the body is written.
    pub body: BodyFormat,
    /// What comes back.
    pub returns: Returns,
    /// What comes back one by one where the caller asks for that instead.
    pub stream: Option<Stream>,
    /// The media types of what may come back, the preferred ones first.
    pub media: Vec<String>,
    /// Whether an answer may be a redirect (3xx), which then is no failure.
    pub redirects: bool,
    /// What comes with a failure.
    pub failures: Vec<Outcome>,
    /// The headers of the answer.
    pub headers: Vec<AnswerHeader>,
    /// How a long-running action that the operation starts is awaited.
    pub waiting: Option<Waiting>,
    /// The names of the security schemes that each suffice alone.
    pub security: Vec<String>,
    /// Sets of security schemes that suffice together.
    pub security_sets: Vec<Vec<String>>,
    /// Whether it can also be called without any of them.
    pub anonymous: bool,
}

impl Operation {
    /// All steps to the operation: `access_codes`, `unmanaged`, `list`.
    #[must_use]
    pub fn full_path(&self) -> Vec<String> {
        let mut path = self.resource.clone();
        path.push(self.name.clone());
        path
    }

    /// The types of its parameters, and of what comes back.
    #[must_use]
    pub fn types(&self) -> Vec<&Type> {
        let parameters = self.parameters.iter().map(|parameter| &parameter.ty);
        let streamed = self.stream.iter().map(|stream| &stream.item);
        let failures = self.failures.iter().filter_map(|one| one.ty.as_ref());
        let returned = self.returns.types().into_iter();
        parameters
            .chain(returned)
            .chain(streamed)
            .chain(failures)
            .collect()
    }

    /// The same types, to be changed.
    pub(crate) fn types_mut(&mut self) -> Vec<&mut Type> {
        let parameters = self
            .parameters
            .iter_mut()
            .map(|parameter| &mut parameter.ty);
        let streamed = self.stream.iter_mut().map(|stream| &mut stream.item);
        let failures = self.failures.iter_mut().filter_map(|one| one.ty.as_mut());
        let returned = self.returns.types_mut().into_iter();
        parameters
            .chain(returned)
            .chain(streamed)
            .chain(failures)
            .collect()
    }
}

/// The HTTP methods (RFC 9110, section 9; PATCH: RFC 5789).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are the standard's")]
pub enum Method {
    Get,
    Put,
    Post,
    Delete,
    Patch,
    Head,
    Options,
    Trace,
}

impl Method {
    /// All of them, in the order in which a path lists them.
    pub const ALL: [Self; 8] = [
        Self::Get,
        Self::Put,
        Self::Post,
        Self::Delete,
        Self::Patch,
        Self::Head,
        Self::Options,
        Self::Trace,
    ];

    /// The name as documents write it: `get`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Get => "get",
            Self::Put => "put",
            Self::Post => "post",
            Self::Delete => "delete",
            Self::Patch => "patch",
            Self::Head => "head",
            Self::Options => "options",
            Self::Trace => "trace",
        }
    }
}

/// A parameter of an operation.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// The name on the wire.
    pub name: String,
    /// Where the document defines it.
    pub pointer: Pointer,
    /// Where it is sent.
    pub location: Location,
    /// What the document says of it.
    pub docs: Docs,
    /// The type of its value.
    pub ty: Type,
    /// Whether a call must give it.
    pub required: bool,
    /// Whether null may be given, which is not the same as giving nothing.
    pub nullable: bool,
    /// How its value is written.
    pub style: Style,
}

/// Where a parameter is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Location {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// In a header.
    Header,
    /// In a cookie.
    Cookie,
    /// As a member of the body: see [`BodyFormat`].
    Body,
    /// As the whole body.
    Whole,
}

/// How a long-running action is awaited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The member of the body that holds the action; without it, the action is what comes back.
    pub key: Option<String>,
}
