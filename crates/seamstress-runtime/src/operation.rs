//! What a generated client knows about one operation.

use crate::{Encoding, ParameterStyle};

/// What a generated client knows about one operation: a static per operation.
///
/// ```
/// use seamstress_runtime::{Body, Method, Operation};
///
/// static LIST: Operation = Operation {
///     name: "devices.list",
///     method: Method::Get,
///     path: "/devices/list",
///     body: Body::Query,
///     response_key: Some("devices"),
///     security: &["api_key"],
///     ..Operation::DEFAULT
/// };
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Operation {
    /// The name, dotted, as errors and logs show it: `access_codes.unmanaged.list`.
    pub name: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path, with `{name}` for path parameters: `/devices/{device_id}`.
    pub path: &'static str,
    /// The address in front of the path, where that is not the base URL: an absolute one, and one of
    /// [`Settings::servers`](crate::Settings::servers). A client that was given a base URL calls
    /// that, unless it was given something for this one too
    /// ([`ClientBuilder::server`](crate::ClientBuilder::server)).
    pub server: Option<&'static str>,
    /// Where the parameters go that [`Call::set`](crate::Call::set) is given.
    pub body: Body,
    /// How parameters are written that are not written as most are.
    pub styles: &'static [ParameterStyle],
    /// The media type of the body, where it is not the one that [`body`](Self::body) implies.
    pub media_type: Option<&'static str>,
    /// How members of a form and parts of a body are written, where that is not as usual.
    pub encodings: &'static [(&'static str, Encoding)],
    /// The media types that may come back, as a header has them.
    pub accept: Option<&'static str>,
    /// Whether a redirect (3xx) is an answer, and no failure.
    pub redirects: bool,
    /// The member of the answer that is the value; without it, the whole answer.
    pub response_key: Option<&'static str>,
    /// The names of the security schemes that each suffice alone; with none, no credential is sent.
    pub security: &'static [&'static str],
    /// Sets of security schemes that suffice together.
    pub security_sets: &'static [&'static [&'static str]],
    /// Whether it can also be called without any of them.
    pub anonymous: bool,
    /// Whether the same call can be made by POST with the parameters as a JSON body, which
    /// is done where the query would be too long.
    pub twin_post: bool,
    /// Whether doing it twice does the same as doing it once, though its method promises nothing
    /// of the kind (RFC 9110, section 9.2.2): a read that goes by POST.
    pub idempotent: bool,
}

impl Operation {
    /// `GET /`, to be filled in.
    pub const DEFAULT: Self = Self {
        name: "",
        method: Method::Get,
        path: "/",
        server: None,
        body: Body::None,
        styles: &[],
        media_type: None,
        encodings: &[],
        accept: None,
        redirects: false,
        response_key: None,
        security: &[],
        security_sets: &[],
        anonymous: false,
        twin_post: false,
        idempotent: false,
    };
}

/// Where the parameters of an operation go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Body {
    /// Nowhere: it has none but those of the path and of headers.
    None,
    /// Into the query.
    Query,
    /// Into a JSON object as body; it is sent even when it is empty.
    Json,
    /// Into a form (`application/x-www-form-urlencoded`): lists repeat their name, and objects are
    /// JSON text.
    Form,
    /// Into a form in which the way to each value is written in brackets: see
    /// [`Encoding::Nested`].
    NestedForm,
    /// Into parts of a `multipart/form-data` body (RFC 7578), beside those of
    /// [`Call::upload`](crate::Call::upload).
    Multipart,
    /// Into the query. The body, if there is one, is [`Call::body`](crate::Call::body): any JSON.
    JsonValue,
    /// Into the query. The body, if there is one, is [`Call::content`](crate::Call::content): it
    /// is sent as it is.
    Content,
}

impl Body {
    /// Whether parameters go into the body, each by its name.
    pub(crate) fn has_members(self) -> bool {
        match self {
            Self::Json | Self::Form | Self::NestedForm | Self::Multipart => true,
            Self::None | Self::Query | Self::JsonValue | Self::Content => false,
        }
    }
}

/// The HTTP methods (RFC 9110, section 9; PATCH: RFC 5789; QUERY: a GET with a body), and any other
/// by its name.
///
/// [`http::Method`] cannot stand in a static that is built from a default, as it may own memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    Other(OtherMethod),
}

/// The name of a method that is none of the usual ones, such as `COPY`: see [`Method::other`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OtherMethod(&'static str);

impl Method {
    /// A method by its name, which is case-sensitive (RFC 9110, section 9.1).
    ///
    /// ```
    /// use seamstress_runtime::Method;
    ///
    /// static COPY: Method = Method::other("COPY");
    /// assert_eq!(COPY.as_str(), "COPY");
    /// ```
    ///
    /// # Panics
    ///
    /// When the name is no token (RFC 9110, section 5.6.2): in a static, that is a program that does
    /// not compile.
    #[must_use]
    pub const fn other(name: &'static str) -> Self {
        let bytes = name.as_bytes();
        assert!(!bytes.is_empty(), "a method has a name");
        let mut at = 0;
        while at < bytes.len() {
            let byte = bytes[at];
            let is_sign = matches!(byte, b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-' | b'.' | b'^'..=b'`' | b'|' | b'~');
            assert!(
                byte.is_ascii_alphanumeric() || is_sign,
                "this is no name of a method"
            );
            at += 1;
        }
        Self::Other(OtherMethod(name))
    }

    /// The method as a request line has it: `GET`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Patch => "PATCH",
            Self::Head => "HEAD",
            Self::Options => "OPTIONS",
            Self::Trace => "TRACE",
            Self::Query => "QUERY",
            Self::Other(OtherMethod(name)) => name,
        }
    }
}

impl From<Method> for http::Method {
    fn from(method: Method) -> Self {
        match method {
            Method::Get => Self::GET,
            Method::Put => Self::PUT,
            Method::Post => Self::POST,
            Method::Delete => Self::DELETE,
            Method::Patch => Self::PATCH,
            Method::Head => Self::HEAD,
            Method::Options => Self::OPTIONS,
            Method::Trace => Self::TRACE,
            // What `Method::other` took is a token, and every token is a method: the default is
            // never needed.
            Method::Query | Method::Other(_) => {
                Self::from_bytes(method.as_str().as_bytes()).unwrap_or_default()
            }
        }
    }
}
