//! What the reader says about values that are not as expected: errors, and
//! entries of the report. All of it is off the road that most values take.

use std::borrow::Cow;

use serde_json::Value;

use super::cursor::{Cursor, Fault};
use super::error::{ReadError, ReadErrorKind};
use super::report::{Correction, CorrectionKind, Rejected};
use super::value::parse;
use super::{Reader, path};

impl<'de> Reader<'de> {
    /// The error for text that is no JSON.
    #[cold]
    pub(super) fn syntax(&self, fault: Fault) -> ReadError {
        let bytes = self.cursor.text.as_bytes();
        let rest = bytes.get(fault.at..).unwrap_or_default();
        let found = match String::from_utf8_lossy(rest.get(..160).unwrap_or(rest)) {
            text if text.is_empty() => "the end of the document".to_owned(),
            text => format!("`{}`", excerpt(&text)),
        };
        let (path, expected) = (path::render(&self.path), fault.expected.into());
        ReadError::new(ReadErrorKind::Syntax, path, expected, found, fault.at)
    }

    /// The error for a value of another type. A value that is no JSON at all is
    /// a syntax error instead.
    #[cold]
    pub(super) fn mismatch(&self, expected: impl Into<Cow<'static, str>>) -> ReadError {
        self.refuse(ReadErrorKind::Mismatch, expected.into())
    }

    #[cold]
    pub(super) fn refuse(&self, kind: ReadErrorKind, expected: Cow<'static, str>) -> ReadError {
        let mut ahead = self.cursor;
        match ahead.skip() {
            Ok(raw) => {
                let (path, found) = (path::render(&self.path), excerpt(raw).into_owned());
                ReadError::new(kind, path, expected, found, self.cursor.at)
            }
            Err(fault) => self.syntax(fault),
        }
    }

    /// Records a correction of the value at hand.
    #[cold]
    pub(crate) fn note(
        &mut self,
        kind: CorrectionKind,
        expected: impl Into<Cow<'static, str>>,
        found: &str,
    ) {
        let (path, found) = (path::render(&self.path), excerpt(found).into_owned());
        let expected = expected.into();
        self.report.corrections.push(Correction {
            path,
            kind,
            expected,
            found,
        });
    }

    /// Passes over a member that was there before: the first one counts.
    #[cold]
    pub(super) fn duplicate(&mut self) -> Result<(), ReadError> {
        let found = self.skip()?;
        self.note(CorrectionKind::Duplicate, "one such member", found);
        Ok(())
    }

    /// Goes back to the start of a value that did not fit, records it, and gives
    /// it as JSON, if `serde_json` has a value for it. `start` and `level` are the
    /// position and the depth of the path before it was read.
    #[cold]
    pub(super) fn unreadable(
        &mut self,
        start: Cursor<'de>,
        level: usize,
        error: ReadError,
    ) -> Result<Option<Value>, ReadError> {
        self.rewind(start, level);
        let raw = self.skip()?;
        let null = raw == "null";
        let kind = if null {
            CorrectionKind::Null
        } else {
            CorrectionKind::Unreadable
        };
        self.note(kind, error.into_expected(), raw);
        Ok(parse(raw))
    }

    /// As [`unreadable`](Self::unreadable), for an element that is left out.
    #[cold]
    pub(super) fn reject(
        &mut self,
        start: Cursor<'de>,
        level: usize,
        error: &ReadError,
    ) -> Result<(), ReadError> {
        self.rewind(start, level);
        let raw = self.skip()?.to_owned();
        let path = path::render(&self.path);
        let reason = format!("expected {}, found {}", error.expected(), error.found());
        self.report.rejected.push(Rejected { path, raw, reason });
        Ok(())
    }

    /// Goes back to where a value begins.
    pub(super) fn rewind(&mut self, start: Cursor<'de>, level: usize) {
        self.cursor = start;
        self.path.truncate(level);
    }
}

/// At most 120 characters of a text.
pub(super) fn excerpt(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(120) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}
