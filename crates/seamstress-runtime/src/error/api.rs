//! A failure that the server reports.

use std::fmt;

use http::StatusCode;
use serde_json::Value;

use super::one_line;

/// A failure that the server reports, as far as its body can be read.
///
/// A body that is no API error (plain text, the HTML page of a proxy) is kept as
/// [`body`](Self::body), and the other parts are empty.
#[derive(Clone, PartialEq)]
pub struct ApiError {
    pub(super) status: StatusCode,
    pub(super) kind: Option<String>,
    pub(super) message: Option<String>,
    pub(super) request_id: Option<String>,
    pub(super) validation_errors: Vec<ValidationError>,
    pub(super) data: Value,
    pub(super) body: String,
}

impl ApiError {
    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Which error it is, for programs: `invalid_input`.
    #[must_use]
    pub fn kind(&self) -> Option<&str> {
        self.kind.as_deref()
    }

    /// What went wrong, for people.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// The id of the request, where the body names it. [`Error::request_id`](crate::Error::request_id)
    /// knows the answer's header too.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// What is wrong with which parameter.
    #[must_use]
    pub fn validation_errors(&self) -> &[ValidationError] {
        &self.validation_errors
    }

    /// The messages about one parameter, by its path: `device_id`, `properties.name`.
    pub fn messages_for<'a>(&'a self, parameter: &'a str) -> impl Iterator<Item = &'a str> {
        self.validation_errors
            .iter()
            .filter(move |error| error.parameter == parameter)
            .flat_map(|error| error.messages.iter().map(String::as_str))
    }

    /// The error object of the body, with all that the methods above leave out; else null.
    #[must_use]
    pub fn data(&self) -> &Value {
        &self.data
    }

    /// The whole body as text, cut at 64 KiB.
    #[must_use]
    pub fn body(&self) -> &str {
        &self.body
    }
}

/// One line: status, kind, message, and what is wrong with which parameter.
impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.status)?;
        if self.status.is_redirection() {
            f.write_str(": redirects are not followed")?;
        }
        if let Some(kind) = self.kind() {
            write!(f, ": {}", one_line(kind))?;
        }
        if let Some(message) = self.message() {
            write!(f, ": {}", one_line(message))?;
        }
        // What is wrong with the whole request is often said in the message already.
        let message = self.message().unwrap_or_default();
        let is_new = |error: &&ValidationError| !message.contains(&error.to_string());
        let errors: Vec<&ValidationError> = self.validation_errors.iter().filter(is_new).collect();
        for error in errors.iter().take(SHOWN) {
            write!(f, "; {}", one_line(&error.to_string()))?;
        }
        match errors.len() {
            more if more > SHOWN => write!(f, "; {} more", more - SHOWN),
            _ => Ok(()),
        }
    }
}

/// How many parameters a message names.
const SHOWN: usize = 5;

/// The body is left out: it may repeat what was sent.
impl fmt::Debug for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("status", &self.status)
            .field("kind", &self.kind)
            .field("message", &self.message)
            .field("request_id", &self.request_id)
            .field("validation_errors", &self.validation_errors)
            .finish_non_exhaustive()
    }
}

/// What is wrong with one parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValidationError {
    pub(super) parameter: String,
    pub(super) messages: Vec<String>,
}

impl ValidationError {
    /// The parameter, by its path: `device_id`, `properties.name`, `codes.0`. Empty where
    /// the messages are about the request as a whole.
    #[must_use]
    pub fn parameter(&self) -> &str {
        &self.parameter
    }

    /// What is wrong, for people.
    #[must_use]
    pub fn messages(&self) -> &[String] {
        &self.messages
    }
}

impl fmt::Display for ValidationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.parameter.is_empty() {
            write!(f, "{}: ", self.parameter)?;
        }
        f.write_str(&self.messages.join(", "))
    }
}
