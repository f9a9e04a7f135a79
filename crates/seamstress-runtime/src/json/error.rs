//! The error of reading.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

/// A document, or a value in it, that could not be read.
///
/// Most of what differs from the expectation is no error: see
/// [`Report`](super::Report). An error is left for text that is not JSON, and
/// for a document whose outermost value is of another type than asked for.
pub struct ReadError(Box<Inner>);

struct Inner {
    kind: ReadErrorKind,
    path: String,
    expected: Cow<'static, str>,
    found: String,
    offset: usize,
    line: usize,
}

/// Why a document could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadErrorKind {
    /// The text is not JSON (RFC 8259), or deeper than 127 containers.
    Syntax,
    /// The value is JSON of another type than expected.
    Mismatch,
    /// A member that the answer must have is absent or null.
    MissingMember,
}

impl ReadError {
    pub(super) fn new(
        kind: ReadErrorKind,
        path: String,
        expected: Cow<'static, str>,
        found: String,
        offset: usize,
    ) -> Self {
        Self(Box::new(Inner {
            kind,
            path,
            expected,
            found,
            offset,
            line: 0,
        }))
    }

    /// Why it could not be read.
    #[must_use]
    pub fn kind(&self) -> ReadErrorKind {
        self.0.kind
    }

    /// Where in the document, such as `access_codes[3].errors[0].message`. Empty
    /// for the whole document.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// What should have stood there, in words.
    #[must_use]
    pub fn expected(&self) -> &str {
        &self.0.expected
    }

    /// What stands there, cut to about 120 characters.
    #[must_use]
    pub fn found(&self) -> &str {
        &self.0.found
    }

    /// How many bytes of the document precede the place.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.0.offset
    }

    /// The line of the place, from one.
    #[must_use]
    pub fn line(&self) -> usize {
        self.0.line
    }

    /// A mismatch can be recovered from, by skipping the value.
    pub(super) fn is_mismatch(&self) -> bool {
        self.0.kind == ReadErrorKind::Mismatch
    }

    pub(super) fn into_expected(self) -> Cow<'static, str> {
        self.0.expected
    }

    /// Counts lines, once the error is known to be final: doing so for errors
    /// that are recovered from would make reading quadratic.
    pub(super) fn with_line(mut self, body: &[u8]) -> Self {
        let before = body.get(..self.0.offset).unwrap_or(body);
        self.0.line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        self
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner {
            kind,
            path,
            expected,
            found,
            offset,
            line,
        } = &*self.0;
        match kind {
            ReadErrorKind::Syntax => write!(f, "invalid JSON: expected {expected}, ")?,
            ReadErrorKind::Mismatch => write!(f, "unexpected JSON: expected {expected}, ")?,
            ReadErrorKind::MissingMember => write!(f, "missing member: expected {expected}, ")?,
        }
        write!(f, "found {found}")?;
        if !path.is_empty() {
            write!(f, " at `{path}`")?;
        }
        write!(f, " (line {line}, byte {offset})")
    }
}

impl fmt::Debug for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReadError")
            .field("kind", &self.0.kind)
            .field("path", &self.0.path)
            .field("expected", &self.0.expected)
            .field("found", &self.0.found)
            .field("offset", &self.0.offset)
            .field("line", &self.0.line)
            .finish()
    }
}

impl Error for ReadError {}
