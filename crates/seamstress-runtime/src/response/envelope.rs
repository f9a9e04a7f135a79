//! An answer: status, headers, body, and what reading it met with.

use std::any::Any;
use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde_json::Value;

use super::Header;
use super::renamed::read_renamed;
use crate::json::{self, Correction, Json, ReadError, ReadErrorKind, Rejected, Report};
use crate::{Call, Error, ErrorKind, trace};

/// An answer of the server: status, headers, body, and what reading it met with.
#[derive(Clone)]
pub struct Envelope {
    /// The name of the operation.
    operation: &'static str,
    /// The member of the answer that is the value.
    response_key: Option<&'static str>,
    /// The member of an answer that holds an error.
    error_key: Option<&'static str>,
    strict: bool,
    status: StatusCode,
    headers: HeaderMap,
    request_id: Option<String>,
    attempts: u32,
    body: Bytes,
    report: Report,
}

impl Envelope {
    /// The answer to the `attempts`-th attempt of `call`.
    pub(crate) fn new(call: &Call, answer: http::Response<Bytes>, attempts: u32) -> Self {
        let (parts, body) = answer.into_parts();
        let id = call.client.0.request_id_header.as_ref();
        let id = id.and_then(|name| parts.headers.get(name)?.to_str().ok());
        Self {
            operation: call.operation.name,
            response_key: call.operation.response_key,
            error_key: call.client.0.settings.error_body.object,
            strict: call.strict,
            attempts,
            status: parts.status,
            request_id: id.map(str::to_owned),
            headers: parts.headers,
            body,
            report: Report::default(),
        }
    }

    /// A success with this body, without any call.
    #[cfg(feature = "testing")]
    pub(crate) fn of_body(
        operation: &'static str,
        response_key: Option<&'static str>,
        body: &[u8],
    ) -> Self {
        Self {
            operation,
            response_key,
            error_key: None,
            strict: false,
            status: StatusCode::OK,
            headers: HeaderMap::new(),
            request_id: None,
            attempts: 1,
            body: Bytes::copy_from_slice(body),
            report: Report::default(),
        }
    }

    /// What reading the value met with.
    #[cfg(feature = "testing")]
    pub(crate) fn report(&self) -> &Report {
        &self.report
    }

    /// The name of the operation.
    pub(crate) fn operation(&self) -> &'static str {
        self.operation
    }

    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers of the answer.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// A header of the answer, as what it is read as; `None` where it is not there.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Decode`], where it is something else.
    pub fn header<U: Json + Default>(
        &self,
        header: impl Into<Header<U>>,
    ) -> Result<Option<U>, Error> {
        let header: Header<U> = header.into();
        header.read(&self.headers).map_err(|_| {
            let message = format!("the header `{}` is not what it should be", header.name());
            self.error(ErrorKind::Decode, message)
        })
    }

    /// The server's id of the request, for its support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// How many attempts it took to get this answer: more than one where the call was tried again.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The whole answer, as it came.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The whole answer as JSON.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Decode`], where it is no JSON.
    pub fn json(&self) -> Result<Value, Error> {
        match json::from_slice(&self.body) {
            Ok((value, _)) => Ok(value),
            Err(error) => Err(self.unreadable(error)),
        }
    }

    /// The member `name` of the answer, beside the value; `None` where it is absent or null.
    ///
    /// What of it has to be corrected is not reported, as the value's own report stands.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Decode`], where it cannot be read as a `U`.
    pub fn member<U: Json + Default>(&self, name: &str) -> Result<Option<U>, Error> {
        match json::member_from_slice(&self.body, name) {
            Ok((value, _)) => Ok(value),
            Err(error) => Err(self.unreadable(error)),
        }
    }

    /// What of the value had to be corrected, as the answer lacks it.
    #[must_use]
    pub fn corrections(&self) -> &[Correction] {
        &self.report.corrections
    }

    /// The elements of lists that could not be read, and are left out of the value.
    #[must_use]
    pub fn rejected(&self) -> &[Rejected] {
        &self.report.rejected
    }

    /// How much of the value this version of the crate does not know: values of enumerations,
    /// variants, members. All of it is kept; it may be time for a newer version.
    #[must_use]
    pub fn unknown(&self) -> usize {
        self.report.unknown
    }

    /// Reads into `value` the member that the operation names. Where it names none, the whole
    /// answer is the value; for `()` it is not looked at, and may be empty.
    pub(crate) fn read_value<T: Json + 'static>(&mut self, value: &mut T) -> Result<(), Error> {
        if self.response_key.is_none() && (value as &dyn Any).is::<()>() {
            return Ok(());
        }
        self.read_list(value, &mut [], false)
    }

    /// The same, and into `others` the members that stand beside it. The value may be absent
    /// where that is expected, as APIs leave out empty lists.
    pub(crate) fn read_list(
        &mut self,
        value: &mut dyn Json,
        others: &mut [(&str, &mut dyn Json)],
        may_lack: bool,
    ) -> Result<(), Error> {
        let report = match self.response_key {
            Some(key) => match self.read_members(key, value, others) {
                Err(error) if error.kind() == ReadErrorKind::MissingMember => {
                    let found = read_renamed(&self.body, key, self.error_key, value);
                    let absent = may_lack.then(Report::default);
                    found.or(absent).ok_or(error)
                }
                read => read,
            },
            None => json::read_document(self.content(), value),
        };
        self.accept(report.map_err(|error| self.unreadable(error))?)
    }

    /// The body, as what stands for nothing in JSON where it is empty: answers without content
    /// (204, or a zero `content-length`) may stand beside those that have some.
    fn content(&self) -> &[u8] {
        match self.body.iter().all(u8::is_ascii_whitespace) {
            true => b"null",
            false => &self.body,
        }
    }

    /// The whole body as a `T`, whatever member the operation names.
    pub(crate) fn read_body<T: Json + Default>(&mut self) -> Result<T, Error> {
        let mut value = T::default();
        self.read_whole(&mut value)?;
        Ok(value)
    }

    fn read_whole(&mut self, value: &mut dyn Json) -> Result<(), Error> {
        let report = json::read_document(self.content(), value);
        self.accept(report.map_err(|error| self.unreadable(error))?)
    }

    /// An item of this answer. One that cannot be read, or would have to be corrected where that is
    /// not wanted, is an error about it alone.
    pub(crate) fn read_item<T: Json + Default>(&mut self, json: &[u8]) -> Result<T, Error> {
        let mut value = T::default();
        self.read_item_into(&mut value, json)?;
        Ok(value)
    }

    fn read_item_into(&mut self, value: &mut dyn Json, json: &[u8]) -> Result<(), Error> {
        let report = json::read_document(json, value).map_err(|error| {
            let reason = crate::error::one_line(&error.to_string());
            let message = format!("an item cannot be read: {reason}");
            let rejected = Rejected {
                path: String::new(),
                raw: String::from_utf8_lossy(json).into_owned(),
                reason,
            };
            self.error(ErrorKind::RejectedElement, message)
                .with_rejected(rejected)
                .with_source(error)
        });
        self.accept(report?)
    }

    /// An item of this answer that is `text` as it stands, where text is what is wanted.
    pub(crate) fn read_text<T: Default + 'static>(&self, text: &str) -> Option<T> {
        let mut value = T::default();
        let place = &mut value as &mut dyn Any;
        text.clone_into(place.downcast_mut::<String>()?);
        Some(value)
    }

    /// The whole body as text. Bytes that are no UTF-8 are replaced.
    pub(crate) fn text(&self) -> String {
        let text = self
            .body
            .strip_prefix(b"\xEF\xBB\xBF")
            .unwrap_or(&self.body);
        String::from_utf8_lossy(text).into_owned()
    }

    /// Reads the member `name` as the value of this answer; `None` where it is absent or null.
    pub(crate) fn read_member<T: Json + Default>(
        &mut self,
        name: &str,
    ) -> Result<Option<T>, Error> {
        let read = json::member_from_slice(&self.body, name);
        let (value, report) = read.map_err(|error| self.unreadable(error))?;
        self.accept(report)?;
        Ok(value)
    }

    /// Keeps the report about the value. Read strictly, it has to be empty.
    fn accept(&mut self, report: Report) -> Result<(), Error> {
        self.report = report;
        trace::corrected(self.operation, &self.report);
        match self.strict && !self.report.is_empty() {
            true => Err(self.refused()),
            false => Ok(()),
        }
    }

    fn read_members(
        &self,
        key: &str,
        value: &mut dyn Json,
        others: &mut [(&str, &mut dyn Json)],
    ) -> Result<Report, ReadError> {
        if others.is_empty() {
            return json::members_from_slice(&self.body, &mut [(key, value)]);
        }
        let mut wanted: Vec<(&str, &mut dyn Json)> = Vec::with_capacity(1 + others.len());
        wanted.push((key, value));
        for (name, other) in others {
            wanted.push((name, &mut **other));
        }
        json::members_from_slice(&self.body, &mut wanted)
    }

    /// The error of an answer that is read strictly, and would have had to be corrected.
    fn refused(&self) -> Error {
        let corrections = self.report.corrections.iter().map(ToString::to_string);
        let rejected = self.report.rejected.iter().map(ToString::to_string);
        let first = corrections.chain(rejected).next().unwrap_or_default();
        self.decode_error(&first)
    }

    fn unreadable(&self, error: ReadError) -> Error {
        self.decode_error(&error.to_string()).with_source(error)
    }

    /// The elements of the list that is the value which could not be read: where each stood, and
    /// the error that it is to those who go through the list. Elements further inside are not
    /// among them.
    pub(crate) fn rejected_elements(&self) -> impl Iterator<Item = (usize, Error)> {
        let list = self.response_key.unwrap_or_default();
        self.report.rejected.iter().filter_map(move |rejected| {
            let index = rejected.path.strip_prefix(list)?.strip_prefix('[')?;
            let index = index.strip_suffix(']')?.parse().ok()?;
            let message = crate::error::one_line(&rejected.to_string());
            let error = self.error(ErrorKind::RejectedElement, message);
            Some((index, error.with_rejected(rejected.clone())))
        })
    }

    /// An error about the content of this answer.
    pub(crate) fn decode_error(&self, reason: &str) -> Error {
        let reason = crate::error::one_line(reason);
        let message = format!("{}, but the answer cannot be read: {reason}", self.status);
        self.error(ErrorKind::Decode, message)
    }

    /// An error that this answer is the cause of.
    pub(crate) fn error(&self, kind: ErrorKind, message: impl Into<String>) -> Error {
        Error::new(kind, message)
            .with_operation(self.operation)
            .with_answer(self.status, self.request_id())
            .with_attempts(self.attempts)
    }
}

/// Body and header values are left out: they may hold secrets, such as a new session's token.
impl fmt::Debug for Envelope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Envelope")
            .field("operation", &self.operation)
            .field("status", &self.status)
            .field("request_id", &self.request_id)
            .field("body_bytes", &self.body.len())
            .field("corrections", &self.report.corrections.len())
            .field("rejected", &self.report.rejected.len())
            .finish_non_exhaustive()
    }
}
