//! The kinds of failure.

/// What kind of failure an [`Error`](crate::Error) is. Kinds may be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client cannot be made of what it was given: a bad base URL, no credential,
    /// nonsensical options.
    Configuration,
    /// The request cannot be built: a path argument that would leave its segment, a header
    /// value with a line break, a value that a query cannot carry. Nothing was sent.
    Request,
    /// The client has no credential that this operation accepts, or its credential is not
    /// accepted where a token is obtained for it. The request itself was not sent.
    Credential,
    /// A [`Hook`](crate::Hook) refused the request. Nothing was sent in this attempt.
    Hook,
    /// No connection came about, or it broke before the answer was complete.
    Transport,
    /// The answer was not complete in time.
    Timeout,
    /// The server answered with another status than 2xx: see [`Error::api`](crate::Error::api).
    Api,
    /// The server answered 2xx, and its answer cannot be read as what the API promises.
    Decode,
    /// One element of a list cannot be read: see [`Error::rejected`](crate::Error::rejected). A
    /// stream goes on after it.
    RejectedElement,
    /// The body of the answer is larger than the client allows.
    ResponseTooLarge,
    /// A list named a next page that was already read; following it would never end.
    RepeatedCursor,
    /// A list announced a next page without saying where it is; ending there would lose items.
    MissingCursor,
    /// A list named a next page at another origin, where the client's credentials must not go.
    ForeignPage,
    /// A long-running action ended in failure:
    /// see [`Error::action_failure`](crate::Error::action_failure).
    ActionFailed,
    /// A long-running action was still pending when the time to wait for it was over.
    WaitTimeout,
    /// A long-running action has a status that this client does not know, so that it cannot
    /// tell whether waiting makes sense.
    UnknownStatus,
}
