//! How the answer of an operation is read, without calling it: for tests of whole clients.

use serde_json::Value;

use super::compare::compare;
use crate::json::{self, CorrectionKind, Json};
use crate::page::{Asked, Page};
use crate::response::{Envelope, Response};
use crate::{Error, Method, Paging};

/// How the answer of an operation is read, without calling it. A generated client lists all of
/// its own.
///
/// ```
/// use seamstress_runtime::Method;
/// use seamstress_runtime::testing::Answer;
///
/// static NAMES: Answer = Answer::value::<Vec<String>>(Method::Get, "/names/list", Some("names"));
///
/// let reading = NAMES.read(br#"{"names": ["Ada", "Grace"], "ok": true}"#);
/// assert!(reading.is_lossless());
/// let reading = NAMES.read(br#"{"names": ["Ada", 7]}"#);
/// assert_eq!(reading.rejected.len(), 1);
/// let reading = NAMES.read(br#"{"ok": true}"#);
/// assert!(reading.error.is_some());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Answer {
    /// The method of the operation.
    pub method: Method,
    /// Its path, with `{name}` for parameters.
    pub path: &'static str,
    /// The member of the answer that is read; without it, the whole answer.
    pub member: Option<&'static str>,
    paging: Option<&'static Paging>,
    read: fn(&Self, &[u8]) -> Result<Reading, Error>,
}

impl Answer {
    /// A value.
    #[must_use]
    pub const fn value<T: Json + Default + Send + 'static>(
        method: Method,
        path: &'static str,
        member: Option<&'static str>,
    ) -> Self {
        Self {
            method,
            path,
            member,
            paging: None,
            read: read_value::<T>,
        }
    }

    /// A list, perhaps in pages.
    #[must_use]
    pub const fn page<T: Json + Default + Send + 'static>(
        method: Method,
        path: &'static str,
        member: Option<&'static str>,
        paging: &'static Paging,
    ) -> Self {
        Self {
            method,
            path,
            member,
            paging: Some(paging),
            read: read_page::<T>,
        }
    }

    /// Something beside the value, which may be absent.
    #[must_use]
    pub const fn beside<T: Json + Default + Send + 'static>(
        method: Method,
        path: &'static str,
        member: &'static str,
    ) -> Self {
        Self {
            method,
            path,
            member: Some(member),
            paging: None,
            read: read_beside::<T>,
        }
    }

    /// Reads a body as the client does, and writes back what it read.
    #[must_use]
    pub fn read(&self, body: &[u8]) -> Reading {
        let read = (self.read)(self, body);
        read.unwrap_or_else(|error| Reading {
            error: Some(error.to_string()),
            ..Reading::default()
        })
    }
}

/// What reading a body came to.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Reading {
    /// Why it could not be read at all.
    pub error: Option<String>,
    /// What had to be corrected.
    pub corrections: Vec<String>,
    /// The elements of lists that could not be read.
    pub rejected: Vec<String>,
    /// How much this version of the client does not know.
    pub unknown: usize,
    /// Where what was written back differs from what was read, corrections and rejected
    /// elements aside.
    pub lost: Vec<String>,
}

impl Reading {
    /// Whether the body was read without a correction, and nothing of it was lost.
    #[must_use]
    pub fn is_lossless(&self) -> bool {
        self.error.is_none()
            && self.corrections.is_empty()
            && self.rejected.is_empty()
            && self.lost.is_empty()
    }
}

fn read_value<T: Json + Default + Send + 'static>(
    answer: &Answer,
    body: &[u8],
) -> Result<Reading, Error> {
    let response = Response::<T>::read(answer.envelope(body))?;
    Ok(answer.reading(response.envelope(), &json::to_value(&response.value)))
}

fn read_page<T: Json + Default + Send + 'static>(
    answer: &Answer,
    body: &[u8],
) -> Result<Reading, Error> {
    let paging = answer.paging.unwrap_or(Paging::NONE);
    let page = Page::<T>::read(answer.envelope(body), paging, &Asked::default())?;
    Ok(answer.reading(page.envelope(), &json::to_value(&page.items)))
}

fn read_beside<T: Json + Default + Send + 'static>(
    answer: &Answer,
    body: &[u8],
) -> Result<Reading, Error> {
    let mut envelope = answer.envelope(body);
    let member = answer.member.unwrap_or_default();
    match envelope.read_member::<T>(member)? {
        Some(value) => Ok(answer.reading(&envelope, &json::to_value(&value))),
        None => Ok(Reading::default()),
    }
}

impl Answer {
    fn envelope(&self, body: &[u8]) -> Envelope {
        Envelope::of_body(self.path, self.member, body)
    }

    fn reading(&self, envelope: &Envelope, written: &Value) -> Reading {
        let report = envelope.report();
        let body: Value = serde_json::from_slice(envelope.body()).unwrap_or_default();
        let mut corrections = report.corrections.iter();
        let renamed = corrections.find(|found| found.kind == CorrectionKind::Renamed);
        let member = renamed.map_or(self.member, |renamed| Some(&renamed.found));
        // For `()` nothing is looked at, and nothing is written.
        let original = match member {
            Some(member) => body.get(member).unwrap_or(&Value::Null),
            None if written.is_null() => &Value::Null,
            None => &body,
        };
        let mut lost = Vec::new();
        let path = self.member.unwrap_or_default();
        compare(path, original, written, report, &mut lost);
        Reading {
            error: None,
            corrections: report.corrections.iter().map(ToString::to_string).collect(),
            rejected: report.rejected.iter().map(ToString::to_string).collect(),
            unknown: report.unknown,
            lost,
        }
    }
}
