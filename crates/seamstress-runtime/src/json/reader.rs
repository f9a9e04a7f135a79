//! Reading JSON that is in memory as a whole.

use std::borrow::Cow;

use super::cursor::{Cursor, Fault};
use super::error::{ReadError, ReadErrorKind};
use super::number;
use super::path::Segment;
use super::report::{CorrectionKind, Report};
use super::string::Text;
use super::tag::Tag;

/// A pull parser over a document, with a record of what had to be mended.
///
/// Implementations of [`Json::read`](super::Json::read) call one of its methods
/// for the value at hand. Each of them fails with a mismatch, before anything
/// is consumed, if the value is of another type.
#[derive(Debug)]
pub struct Reader<'de> {
    pub(super) cursor: Cursor<'de>,
    pub(super) path: Vec<Segment<'de>>,
    pub(super) report: Report,
    /// How many alternatives of unions are being tried, each inside the one before.
    pub(super) trials: usize,
}

impl<'de> Reader<'de> {
    /// A reader at the start of a document.
    ///
    /// # Errors
    ///
    /// If the bytes are not UTF-8. A byte order mark is passed over, as RFC 8259,
    /// section 8.1 allows.
    pub fn new(body: &'de [u8]) -> Result<Self, ReadError> {
        match std::str::from_utf8(body) {
            Ok(text) => {
                let mut cursor = Cursor::new(text);
                cursor.at = if text.starts_with('\u{feff}') {
                    '\u{feff}'.len_utf8()
                } else {
                    0
                };
                Ok(Self {
                    cursor,
                    path: Vec::new(),
                    report: Report::default(),
                    trials: 0,
                })
            }
            Err(error) => {
                let at = error.valid_up_to();
                let found = format!("byte {:#04x}", body.get(at).copied().unwrap_or_default());
                let expected = Cow::Borrowed("UTF-8");
                Err(ReadError::new(
                    ReadErrorKind::Syntax,
                    String::new(),
                    expected,
                    found,
                    at,
                ))
            }
        }
    }

    /// Counts something that this version of the crate does not know, for macros.
    #[doc(hidden)]
    #[cold]
    pub fn met_unknown(&mut self) {
        self.report.unknown += 1;
    }

    /// Reads a string, borrowed from the document unless it has escapes. Half of
    /// a surrogate pair becomes U+FFFD, and a correction.
    ///
    /// # Errors
    ///
    /// A mismatch, or a syntax error.
    #[inline]
    pub fn string(&mut self) -> Result<Cow<'de, str>, ReadError> {
        if self.cursor.peek() != Some(b'"') {
            return Err(self.mismatch("a string"));
        }
        let text = self.token(Cursor::string)?;
        if text.escaped {
            return Ok(self.unescape(text));
        }
        Ok(Cow::Borrowed(text.raw))
    }

    #[cold]
    fn unescape(&mut self, text: Text<'de>) -> Cow<'de, str> {
        let (resolved, lossy) = text.unescape();
        if lossy {
            self.note(CorrectionKind::LoneSurrogate, "a surrogate pair", text.raw);
        }
        Cow::Owned(resolved)
    }

    /// Reads `true` or `false`.
    ///
    /// # Errors
    ///
    /// A mismatch, or a syntax error.
    pub fn boolean(&mut self) -> Result<bool, ReadError> {
        match self.cursor.peek() {
            Some(b't') => self.token(|cursor| cursor.literal("true")).map(|()| true),
            Some(b'f') => self.token(|cursor| cursor.literal("false")).map(|()| false),
            _ => Err(self.mismatch("true or false")),
        }
    }

    /// Reads an integer between two bounds; `3.0` and `3e2` are integers too.
    ///
    /// # Errors
    ///
    /// A mismatch, or a syntax error.
    pub(super) fn integer<T: TryFrom<i128>>(
        &mut self,
        expected: &'static str,
    ) -> Result<T, ReadError> {
        self.numeric(expected, |text| {
            number::integer(text).and_then(|value| value.try_into().ok())
        })
    }

    /// Reads a number.
    ///
    /// # Errors
    ///
    /// A mismatch, also for what no float can hold (`1e999`), or a syntax error.
    pub fn float(&mut self) -> Result<f64, ReadError> {
        self.numeric("a number", number::float)
    }

    pub(super) fn numeric<T>(
        &mut self,
        expected: &'static str,
        convert: impl FnOnce(&'de str) -> Option<T>,
    ) -> Result<T, ReadError> {
        if !matches!(self.cursor.peek(), Some(b'-' | b'0'..=b'9')) {
            return Err(self.mismatch(expected));
        }
        let start = self.cursor;
        let text = self.token(Cursor::number)?;
        convert(text).ok_or_else(|| {
            self.cursor = start;
            self.mismatch(expected)
        })
    }

    /// Reads `null` if that is the value at hand; else consumes nothing.
    ///
    /// # Errors
    ///
    /// A syntax error.
    #[inline]
    pub fn null(&mut self) -> Result<bool, ReadError> {
        if self.cursor.peek() != Some(b'n') {
            return Ok(false);
        }
        self.token(|cursor| cursor.literal("null")).map(|()| true)
    }

    /// The type of the value at hand, which is not consumed.
    ///
    /// # Errors
    ///
    /// A syntax error, if no value can begin like this.
    pub fn kind(&mut self) -> Result<Kind, ReadError> {
        Ok(match self.cursor.peek() {
            Some(b'"') => Kind::String,
            Some(b't' | b'f') => Kind::Boolean,
            Some(b'-' | b'0'..=b'9') => Kind::Number,
            Some(b'[') => Kind::Array,
            Some(b'{') => Kind::Object,
            Some(b'n') => Kind::Null,
            _ => return Err(self.syntax(self.cursor.fault("a JSON value"))),
        })
    }

    /// Passes over the value at hand and gives its JSON text.
    ///
    /// # Errors
    ///
    /// A syntax error.
    pub fn skip(&mut self) -> Result<&'de str, ReadError> {
        self.token(Cursor::skip)
    }

    /// Looks ahead for a member of the object at hand; nothing is consumed.
    ///
    /// # Errors
    ///
    /// A mismatch if that is no object, or a syntax error before that member.
    pub fn tag(&mut self, name: &str) -> Result<Tag<'de>, ReadError> {
        if self.cursor.peek() != Some(b'{') {
            return Err(self.mismatch("an object"));
        }
        Tag::find(self.cursor, name).map_err(|fault| self.syntax(fault))
    }

    /// Notes which item of the innermost container is being read.
    #[inline]
    pub(super) fn enter(&mut self, segment: Segment<'de>) {
        if let Some(last) = self.path.last_mut() {
            *last = segment;
        }
    }

    /// Ends the document: nothing but white space may be left.
    pub(crate) fn finish(mut self) -> Result<Report, ReadError> {
        match self.cursor.peek() {
            None => Ok(self.report),
            Some(_) => Err(self.syntax(self.cursor.fault("the end of the document"))),
        }
    }

    /// Takes a token, and says where the reader was if there is none.
    #[inline]
    pub(super) fn token<T>(
        &mut self,
        take: impl FnOnce(&mut Cursor<'de>) -> Result<T, Fault>,
    ) -> Result<T, ReadError> {
        take(&mut self.cursor).map_err(|fault| self.syntax(fault))
    }
}

/// The type of a JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are those of RFC 8259")]
pub enum Kind {
    String,
    Boolean,
    Number,
    Array,
    Object,
    Null,
}
