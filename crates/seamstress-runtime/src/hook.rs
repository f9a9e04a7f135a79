//! Hooks: what a caller wants to see or change of every attempt.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;

use crate::{Error, Operation, TransportError};

/// Sees, and may change, what goes out and what comes back.
///
/// Hooks run around every attempt, inside the repetition: [`before`](Self::before) once the
/// request is complete, with credentials, in the order in which the hooks were added;
/// [`after`](Self::after) in the opposite order, before the answer is judged. So a hook that
/// signs requests can sign all of it, anew each time. The body of a request or an answer that
/// goes or comes piece by piece is empty here: nobody has seen it yet. What is to happen once per call looks at
/// [`Attempt::number`].
///
/// ```
/// use std::time::Duration;
/// use seamstress_runtime::{Attempt, Error, Hook, TransportError};
/// use seamstress_runtime::bytes::Bytes;
/// use seamstress_runtime::http::{HeaderValue, Request, Response};
///
/// #[derive(Debug)]
/// struct Trace;
///
/// impl Hook for Trace {
///     fn before(&self, _: &Attempt<'_>, request: &mut Request<Bytes>) -> Result<(), Error> {
///         let id = HeaderValue::from_static("00-4bf92f3577b34da6a3ce929d0e0e4736-01");
///         request.headers_mut().insert("traceparent", id);
///         Ok(())
///     }
///
///     fn after(
///         &self,
///         attempt: &Attempt<'_>,
///         outcome: Result<&Response<Bytes>, &TransportError>,
///         took: Duration,
///     ) {
///         let status = outcome.map(|answer| answer.status());
///         println!("{} {}: {status:?} after {took:?}", attempt.operation().name, attempt.number());
///     }
/// }
/// ```
pub trait Hook: fmt::Debug + Send + Sync + 'static {
    /// Called with the request as it is about to go out. Header values that are secret are
    /// marked as sensitive: `Debug` does not show them. The address is not, and may hold a key:
    /// log its path alone.
    ///
    /// # Errors
    ///
    /// Of the hook's own making ([`Error::refused`]): the request is not sent, further hooks are
    /// not asked, and the call ends with the error.
    fn before(
        &self,
        attempt: &Attempt<'_>,
        request: &mut http::Request<Bytes>,
    ) -> Result<(), Error> {
        let _ = (attempt, request);
        Ok(())
    }

    /// Called with what came of the attempt: an answer of any status, or none. `took` is the
    /// time from sending to the last byte.
    fn after(
        &self,
        attempt: &Attempt<'_>,
        outcome: Result<&http::Response<Bytes>, &TransportError>,
        took: Duration,
    ) {
        let _ = (attempt, outcome, took);
    }
}

/// Which attempt at which operation a [`Hook`] is asked about.
#[derive(Clone, Copy, Debug)]
pub struct Attempt<'a> {
    pub(crate) operation: &'static Operation,
    pub(crate) number: u32,
    pub(crate) base_url: &'a str,
}

impl Attempt<'_> {
    /// The operation.
    #[must_use]
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// Which attempt it is, from 1 on.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The address in front of the path of the operation.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.base_url
    }
}
