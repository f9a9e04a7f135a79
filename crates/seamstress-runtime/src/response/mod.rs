//! A value, and the answer that it came in.

mod download;
mod envelope;
mod header;
mod outcome;
mod renamed;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde_json::Value;

pub use download::Download;
pub use envelope::Envelope;
pub use header::Header;
pub use outcome::FromAnswer;

use crate::Error;
use crate::json::{Correction, Json, Rejected};

/// A value, and the answer that it came in.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Response<T> {
    /// The value.
    pub value: T,
    envelope: Envelope,
}

impl<T: Json + Default + 'static> Response<T> {
    /// Reads the member of the answer that the operation names, or the whole answer.
    pub(crate) fn read(mut envelope: Envelope) -> Result<Self, Error> {
        let mut value = T::default();
        envelope.read_value(&mut value)?;
        Ok(Self { value, envelope })
    }
}

impl<T: FromAnswer> Response<T> {
    /// Reads what the status of the answer says that it is.
    pub(crate) fn of(mut envelope: Envelope) -> Result<Self, Error> {
        let value = T::from_answer(&mut envelope)?;
        Ok(Self { value, envelope })
    }
}

impl<T> Response<T> {
    /// The value alone.
    #[must_use]
    pub fn into_value(self) -> T {
        self.value
    }

    /// The answer around the value.
    #[must_use]
    pub fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.envelope.status()
    }

    /// The headers of the answer.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.envelope.headers()
    }

    /// A header of the answer, as what it is read as; `None` where it is not there.
    ///
    /// ```
    /// # use seamstress_runtime::{Error, Response};
    /// fn requests_left<T>(response: &Response<T>) -> Result<Option<u32>, Error> {
    ///     response.header("x-ratelimit-remaining")
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Decode`](crate::ErrorKind::Decode), where it is something else.
    pub fn header<U: Json + Default>(
        &self,
        header: impl Into<Header<U>>,
    ) -> Result<Option<U>, Error> {
        self.envelope.header(header)
    }

    /// The server's id of the request, for its support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.envelope.request_id()
    }

    /// The whole answer, as it came.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        self.envelope.body()
    }

    /// The whole answer as JSON.
    ///
    /// # Errors
    ///
    /// As [`Envelope::json`].
    pub fn json(&self) -> Result<Value, Error> {
        self.envelope.json()
    }

    /// Another member of the answer: see [`Envelope::member`].
    ///
    /// # Errors
    ///
    /// As [`Envelope::member`].
    pub fn member<U: Json + Default>(&self, name: &str) -> Result<Option<U>, Error> {
        self.envelope.member(name)
    }

    /// How many attempts it took to get this answer: more than one where the call was tried again.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.envelope.attempts()
    }

    /// What of the value had to be corrected, as the answer lacks it.
    #[must_use]
    pub fn corrections(&self) -> &[Correction] {
        self.envelope.corrections()
    }

    /// The elements of lists that could not be read, and are left out of the value.
    #[must_use]
    pub fn rejected(&self) -> &[Rejected] {
        self.envelope.rejected()
    }
}
