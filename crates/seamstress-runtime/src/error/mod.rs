//! What can go wrong with a call: one opaque type, eight bytes wide.
//!
//! Callers ask an [`Error`] what it is ([`kind`](Error::kind) and the `is_…`
//! predicates) and for its parts; the layout stays free to change. Neither its
//! `Display` nor its `Debug` shows credentials, header values or parameters; of
//! an answer they show the API's own message, or the place that cannot be read.

mod action;
mod api;
mod body;
mod failure;
mod kind;
mod text;

use std::fmt;
use std::time::Duration;

use http::{HeaderMap, StatusCode};

pub(crate) use action::Action;
pub use action::ActionFailure;
pub use api::{ApiError, ValidationError};
pub use body::ErrorBody;
pub use failure::FromFailure;
pub use kind::ErrorKind;
pub(crate) use text::one_line;

use crate::Header;
use crate::json::{Json, Rejected};
use crate::transport::{TransportError, TransportErrorKind};

/// Why a call has not given a value.
///
/// ```
/// use seamstress_runtime::{Error, ErrorKind};
///
/// fn advice(error: &Error) -> String {
///     match error.kind() {
///         ErrorKind::Timeout | ErrorKind::Transport => "try again later".into(),
///         ErrorKind::Api if error.is_not_found() => "it is gone".into(),
///         ErrorKind::Api => format!("support will ask for request {:?}", error.request_id()),
///         _ => error.to_string(),
///     }
/// }
/// # assert_eq!(advice(&Error::configuration("no key")), "no key");
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    message: String,
    operation: Option<&'static str>,
    status: Option<StatusCode>,
    request_id: Option<String>,
    not_sent: bool,
    attempts: u32,
    retry_after: Option<Duration>,
    api: Option<ApiError>,
    headers: HeaderMap,
    action: Option<Action>,
    rejected: Option<Rejected>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    /// What kind of failure it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The operation that failed: `access_codes.unmanaged.list`. `None` before there is one.
    #[must_use]
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation
    }

    /// The status of the answer, where one came.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// The server's id of the request, from the answer's header or its error body.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// How many attempts were made: more than one where the call was tried again, and zero
    /// where nothing was sent.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// How long the server asks to be left alone (RFC 9110, section 10.2.3), where it does.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// The API's own description, where the server answered with a failure.
    #[must_use]
    pub fn api(&self) -> Option<&ApiError> {
        self.0.api.as_ref()
    }

    /// The headers of the failure that the server answered with; else none.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// A header of that failure, as what it is read as; `None` where it is not there.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Decode`], where it is something else.
    pub fn header<T: Json + Default>(
        &self,
        header: impl Into<Header<T>>,
    ) -> Result<Option<T>, Self> {
        let header: Header<T> = header.into();
        header.read(self.headers()).map_err(|_| {
            let message = format!("the header `{}` is not what it should be", header.name());
            let mut error = Self::new(ErrorKind::Decode, message);
            error.0.operation = self.0.operation;
            error.0.status = self.0.status;
            error
        })
    }

    /// The body of the failure that the server answered with, as a `T`: the type that the operation
    /// documents for its status. `None` where there is no such body, or it is something else.
    #[must_use]
    pub fn body<T: Json + Default>(&self) -> Option<T> {
        self.api()?.read()
    }

    /// What the API says of a long-running action that failed.
    #[must_use]
    pub fn action_failure(&self) -> Option<&ActionFailure> {
        self.0.action.as_ref()?.failure.as_ref()
    }

    /// The last state seen of a long-running action, where waiting for it ended in this error.
    #[must_use]
    pub fn action<T: 'static>(&self) -> Option<&T> {
        self.0.action.as_ref()?.state.downcast_ref()
    }

    /// The same as [`action`](Self::action), as JSON.
    #[must_use]
    pub fn action_json(&self) -> Option<&serde_json::Value> {
        Some(&self.0.action.as_ref()?.json)
    }

    /// The element of a list that cannot be read, with its JSON as it came.
    #[must_use]
    pub fn rejected(&self) -> Option<&Rejected> {
        self.0.rejected.as_ref()
    }

    /// Whether the server answered with a failure.
    #[must_use]
    pub fn is_api(&self) -> bool {
        self.kind() == ErrorKind::Api
    }

    /// Whether the time for the call or for waiting was over.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        matches!(self.kind(), ErrorKind::Timeout | ErrorKind::WaitTimeout)
    }

    /// Whether no connection came about, so that the server has not seen the request.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.0.not_sent
    }

    /// Whether the answer was 400 or 422, or lists what is wrong with which parameter.
    #[must_use]
    pub fn is_invalid_input(&self) -> bool {
        self.has_status(&[StatusCode::BAD_REQUEST, StatusCode::UNPROCESSABLE_ENTITY])
            || self
                .api()
                .is_some_and(|api| !api.validation_errors().is_empty())
    }

    /// Whether the answer was 401: the credential is not accepted.
    #[must_use]
    pub fn is_unauthorized(&self) -> bool {
        self.has_status(&[StatusCode::UNAUTHORIZED])
    }

    /// Whether the answer was 403: the credential is accepted, and not allowed this.
    #[must_use]
    pub fn is_forbidden(&self) -> bool {
        self.has_status(&[StatusCode::FORBIDDEN])
    }

    /// Whether the answer was 404.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.has_status(&[StatusCode::NOT_FOUND])
    }

    /// Whether the answer was 409.
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.has_status(&[StatusCode::CONFLICT])
    }

    /// Whether the answer was 429: too many requests.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.has_status(&[StatusCode::TOO_MANY_REQUESTS])
    }

    /// Whether the answer was 5xx.
    #[must_use]
    pub fn is_server_error(&self) -> bool {
        self.is_api() && self.status().is_some_and(|status| status.is_server_error())
    }

    fn has_status(&self, wanted: &[StatusCode]) -> bool {
        self.is_api() && self.status().is_some_and(|status| wanted.contains(&status))
    }
}

/// How errors are made.
impl Error {
    /// An error of [`ErrorKind::Configuration`], for generated clients that find their
    /// settings missing or contradictory. The message must hold no secret.
    #[must_use]
    pub fn configuration(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Configuration, message)
    }

    /// An error of [`ErrorKind::Hook`], for hooks that refuse to let a request out. The message
    /// must hold no secret.
    #[must_use]
    pub fn refused(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Hook, message)
    }

    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            message: message.into(),
            operation: None,
            status: None,
            request_id: None,
            not_sent: false,
            attempts: 0,
            retry_after: None,
            api: None,
            headers: HeaderMap::new(),
            action: None,
            rejected: None,
            source: None,
        }))
    }

    /// The server's failure `api`, which came with `status`.
    pub(crate) fn from_api(api: ApiError, request_id: Option<String>) -> Self {
        let mut error = Self::new(ErrorKind::Api, api.to_string());
        error.0.status = Some(api.status());
        error.0.request_id = request_id.or_else(|| api.request_id().map(str::to_owned));
        error.0.api = Some(api);
        error
    }

    pub(crate) fn from_transport(error: TransportError) -> Self {
        let kind = match error.kind() {
            TransportErrorKind::Timeout => ErrorKind::Timeout,
            TransportErrorKind::ResponseTooLarge => ErrorKind::ResponseTooLarge,
            TransportErrorKind::Connect
            | TransportErrorKind::Unsupported
            | TransportErrorKind::Other => ErrorKind::Transport,
        };
        let mut this = Self::new(kind, one_line(&error.to_string()));
        this.0.not_sent = error.kind() == TransportErrorKind::Connect;
        this.0.source = error.into_source();
        this
    }

    pub(crate) fn with_headers(mut self, headers: HeaderMap) -> Self {
        self.0.headers = headers;
        self
    }

    pub(crate) fn with_operation(mut self, operation: &'static str) -> Self {
        self.0.operation = Some(operation);
        self
    }

    pub(crate) fn with_answer(mut self, status: StatusCode, request_id: Option<&str>) -> Self {
        self.0.status = Some(status);
        self.0.request_id = request_id.map(str::to_owned);
        self
    }

    pub(crate) fn with_attempts(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    pub(crate) fn with_retry_after(mut self, pause: Option<Duration>) -> Self {
        self.0.retry_after = pause;
        self
    }

    pub(crate) fn with_action(mut self, action: Action) -> Self {
        self.0.action = Some(action);
        self
    }

    pub(crate) fn with_rejected(mut self, rejected: Rejected) -> Self {
        self.0.rejected = Some(rejected);
        self
    }

    pub(crate) fn with_source(
        mut self,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        self.0.source = Some(source.into());
        self
    }
}

/// One line: the operation, what went wrong, the id of the request, and how often it was tried.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(operation) = self.operation() {
            write!(f, "{operation}: ")?;
        }
        f.write_str(&self.0.message)?;
        match (self.request_id().map(one_line), self.attempts()) {
            (None, 0 | 1) => Ok(()),
            (None, many) => write!(f, " ({many} attempts)"),
            (Some(id), 0 | 1) => write!(f, " (request {id})"),
            (Some(id), many) => write!(f, " (request {id}, {many} attempts)"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.kind())
            .field("operation", &self.operation())
            .field("message", &self.0.message)
            .field("status", &self.status())
            .field("request_id", &self.request_id())
            .field("attempts", &self.attempts())
            .field("source", &self.0.source.as_ref().map(ToString::to_string))
            .finish_non_exhaustive()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(self.0.source.as_deref()? as _)
    }
}
