//! Operations, and the tree of resources that they hang on.

use super::{AnswerHeader, BodyFormat, Docs, Outcome, Returns, Selector, Stream, Style, Type};
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
    /// Its own place.
    pub id: OperationId,
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
    /// The address in front of the path, where the operation has a server of its own: a whole one,
    /// without a slash at the end.
    pub server: Option<String>,
    /// The parameters: those of the path first, in its order.
    pub parameters: Vec<Parameter>,
    /// Whether the same call can be made by POST with the parameters as a JSON body.
    pub has_post_twin: bool,
    /// Whether calling it twice does the same as calling it once, though its method does not
    /// promise that.
    pub idempotent: bool,
    /// How what is sent in the body is written.
    pub body: BodyFormat,
    /// Which parameters of the body a call has to choose among.
    pub selector: Option<Selector>,
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
    /// What each of these has to allow: schemes that go together, with their scopes. Nothing where
    /// no scope is named.
    pub scopes: Vec<Vec<(String, Vec<String>)>>,
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

    /// The choice that decides on whether a parameter is given, where there is one.
    #[must_use]
    pub fn selector_of(&self, parameter: &Parameter) -> Option<&Selector> {
        let selector = self.selector.as_ref()?;
        let is_chosen = parameter.location == Location::Body && selector.has(&parameter.name);
        is_chosen.then_some(selector)
    }

    /// The types of its parameters, and of what comes back.
    #[must_use]
    pub fn types(&self) -> Vec<&Type> {
        let parameters = self.parameters.iter().map(|parameter| &parameter.ty);
        let streamed = self.stream.iter().map(|stream| &stream.item);
        let failures = self.failures.iter().filter_map(|one| one.ty.as_ref());
        let headers = self.headers.iter().map(|header| &header.ty);
        let returned = self.returns.types().into_iter();
        parameters
            .chain(returned)
            .chain(streamed)
            .chain(failures)
            .chain(headers)
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
        let headers = self.headers.iter_mut().map(|header| &mut header.ty);
        let returned = self.returns.types_mut().into_iter();
        parameters
            .chain(returned)
            .chain(streamed)
            .chain(failures)
            .chain(headers)
            .collect()
    }
}

/// The HTTP methods (RFC 9110, section 9; PATCH: RFC 5789; QUERY: a GET with a body).
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
    Query,
    /// Any other, by its name.
    Other(MethodName),
}

/// The name of a method that is none of the usual ones: `COPY`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MethodName {
    bytes: [u8; Self::LONGEST],
    length: usize,
}

impl MethodName {
    /// The longest name: those that are registered have up to 17 letters.
    const LONGEST: usize = 24;

    /// A name, where it is a token (RFC 9110, section 5.6.2) of a length that methods have.
    #[must_use]
    pub fn new(name: &str) -> Option<Self> {
        let is_token =
            |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        let mut bytes = [0; Self::LONGEST];
        bytes
            .get_mut(..name.len())?
            .copy_from_slice(name.as_bytes());
        let is_name = !name.is_empty() && name.bytes().all(is_token);
        is_name.then_some(Self {
            bytes,
            length: name.len(),
        })
    }

    /// The name as documents write it: `COPY`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let name = self.bytes.get(..self.length).unwrap_or_default();
        std::str::from_utf8(name).unwrap_or_default()
    }
}

impl Method {
    /// All that have a name of their own, in the order in which a path lists them.
    pub const ALL: [Self; 9] = [
        Self::Get,
        Self::Put,
        Self::Post,
        Self::Delete,
        Self::Patch,
        Self::Head,
        Self::Options,
        Self::Trace,
        Self::Query,
    ];

    /// Whether sending a request twice does the same as sending it once (RFC 9110, section 9.2.2).
    #[must_use]
    pub fn is_idempotent(self) -> bool {
        match self {
            Self::Get | Self::Head | Self::Options | Self::Trace | Self::Query => true,
            Self::Put | Self::Delete => true,
            Self::Post | Self::Patch | Self::Other(_) => false,
        }
    }

    /// The name as documents write it: `get`.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Get => "get",
            Self::Put => "put",
            Self::Post => "post",
            Self::Delete => "delete",
            Self::Patch => "patch",
            Self::Head => "head",
            Self::Options => "options",
            Self::Trace => "trace",
            Self::Query => "query",
            Self::Other(name) => name.as_str(),
        }
    }
}

/// A parameter of an operation.
#[derive(Clone, Debug, PartialEq)]
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
