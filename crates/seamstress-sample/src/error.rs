//! Why a document cannot be drawn: where, why, and what to do about it.

use std::fmt;

/// Why no document can be drawn from a schema.
///
/// Its [`Display`](fmt::Display) is one line, for the output of a test:
///
/// ```
/// use seamstress_sample::Sampler;
///
/// let document = serde_json::json!({ "a": { "type": "integer", "minimum": 5, "maximum": 3 } });
/// let error = Sampler::new(&document).covering("#/a").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "#/a: no number lies between 5 and 3; correct `minimum` or `maximum`"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleError {
    pointer: String,
    reason: String,
    advice: String,
}

impl SampleError {
    pub(crate) fn new(
        pointer: impl Into<String>,
        reason: impl Into<String>,
        advice: impl Into<String>,
    ) -> Self {
        Self {
            pointer: pointer.into(),
            reason: reason.into(),
            advice: advice.into(),
        }
    }

    /// The JSON pointer (RFC 6901) of the schema that is meant, as a fragment: `#/a/b`.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// What is wrong, in one sentence, without its place.
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// What to do about it.
    pub fn advice(&self) -> &str {
        &self.advice
    }
}

impl fmt::Display for SampleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Names and patterns come from the document: a line break in one must not end the line.
        let line = format!("{}: {}; {}", self.pointer, self.reason, self.advice);
        for character in line.chars() {
            if character.is_control() {
                write!(f, "{}", character.escape_default())?;
            } else {
                write!(f, "{character}")?;
            }
        }
        Ok(())
    }
}

impl std::error::Error for SampleError {}

/// How drawing a value ends without one.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The schemas that were chosen together contradict each other: another choice may do.
    Impossible(SampleError),
    /// No choice helps: the document is faulty, or asks for what is not supported.
    Fatal(SampleError),
}

impl Failure {
    /// The complaint, however grave it is.
    pub(crate) fn into_error(self) -> SampleError {
        match self {
            Self::Impossible(error) | Self::Fatal(error) => error,
        }
    }
}

impl From<SampleError> for Failure {
    fn from(error: SampleError) -> Self {
        Self::Fatal(error)
    }
}
