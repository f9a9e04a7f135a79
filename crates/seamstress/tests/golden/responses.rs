
// ==== src/failures.rs ====

//! What comes with failures, where the status decides on its type: see
//! [`Error::failure`](crate::Error::failure).

#![allow(unused_imports, reason = "which types are there depends on the features")]

use seamstress_runtime::json::Value;
use crate::types::*;

/// What comes with failures of [`JobsStart`](crate::resources::JobsStart), by status.
#[cfg(feature = "jobs")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
pub enum JobsFailure {
    /// It is running.
    Conflict(Job),
    /// Not accepted.
    ClientError(Problem),
    /// Any other failure.
    Default(Problem),
    /// Another status, or a body that is not what its status says: what came.
    Other(Value),
}

#[cfg(feature = "jobs")]
seamstress_runtime::failures! {
    JobsFailure {
        409 => Conflict(Job),
        400..=499 => ClientError(Problem),
        _ => Default(Problem),
    }
}

// ==== src/headers.rs ====

//! Headers of answers, and what they are read as: see
//! [`Response::header`](crate::Response::header), and
//! [`Error::header`](crate::Error::header) for those of failures.

use seamstress_runtime::Header;

/// The header `Link`.
pub const LINK: Header<String> = Header::new("Link");
/// The header `Location`.
pub const LOCATION: Header<String> = Header::new("Location");
/// The header `X-Total`.
pub const X_TOTAL: Header<i64> = Header::new("X-Total");

// ==== src/operations.rs ====

//! Operations that belong to no resource.

use crate::Responses;
use seamstress_runtime::{Body, Call, Method, Operation};
use crate::types::ResultModel;

impl Responses {
    /// `GET /default`
    pub fn default_(&self) -> DefaultModel {
        let call = Call::new(self.client(), &DEFAULT_);
        DefaultModel { call }
    }
}

/// A request of [`Responses::default_`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct DefaultModel {
    call: Call,
}

static DEFAULT_: Operation = Operation {
    name: "default",
    method: Method::Get,
    path: "/default",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { DefaultModel => value ResultModel }

// ==== src/resources/jobs/current.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Job;

/// The operations of `jobs.current`.
#[derive(Clone, Debug)]
pub struct JobsCurrent {
    client: Client,
}

impl JobsCurrent {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /jobs/current`
    pub fn get(&self) -> JobsCurrentGet {
        let call = Call::new(&self.client, &GET);
        JobsCurrentGet { call }
    }
}

/// A request of [`JobsCurrent::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct JobsCurrentGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "jobs.current.get",
    method: Method::Get,
    path: "/jobs/current",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { JobsCurrentGet => value Option<Job> }

// ==== src/resources/jobs/first.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};

/// The operations of `jobs.first`.
#[derive(Clone, Debug)]
pub struct JobsFirst {
    client: Client,
}

impl JobsFirst {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /jobs/first`
    ///
    /// Headers of the answer: [`Location`](crate::headers::LOCATION).
    pub fn get(&self) -> JobsFirstGet {
        let call = Call::new(&self.client, &GET);
        JobsFirstGet { call }
    }
}

/// A request of [`JobsFirst::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct JobsFirstGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "jobs.first.get",
    method: Method::Get,
    path: "/jobs/first",
    body: Body::None,
    redirects: true,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { JobsFirstGet => value () }

// ==== src/resources/jobs.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation, Paging};
use seamstress_runtime::json::Value;
use crate::types::{Job, ResultModel};
mod current;
pub use current::*;
mod first;
pub use first::*;

/// The operations of `jobs`.
#[derive(Clone, Debug)]
pub struct Jobs {
    client: Client,
}

impl Jobs {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// The operations of `jobs.current`.
    #[must_use]
    pub fn current(&self) -> JobsCurrent {
        JobsCurrent::new(&self.client)
    }

    /// The operations of `jobs.first`.
    #[must_use]
    pub fn first(&self) -> JobsFirst {
        JobsFirst::new(&self.client)
    }

    /// `GET /jobs`
    ///
    /// Headers of the answer: [`Link`](crate::headers::LINK), [`X-Total`](crate::headers::X_TOTAL).
    pub fn list(&self) -> JobsList {
        let call = Call::new(&self.client, &LIST);
        JobsList { call }
    }

    /// `POST /jobs`
    ///
    /// # Errors
    ///
    /// A failure comes with a [`JobsFailure`](crate::failures::JobsFailure): see [`Error::failure`](crate::Error::failure).
    pub fn start(&self) -> JobsStart {
        let call = Call::new(&self.client, &START);
        JobsStart { call }
    }
}

/// A request of [`Jobs::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct JobsList {
    call: Call,
}

/// A request of [`Jobs::start`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct JobsStart {
    call: Call,
}

/// What a [`JobsStart`] gives, by the status of the answer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
pub enum JobsStartAnswer {
    /// It is done already.
    Ok(ResultModel),
    /// It has begun.
    Accepted(Job),
    /// There is nothing to do.
    NoContent,
    /// A status that this version of the crate does not know, with what came.
    Unknown(Value),
}

static LIST: Operation = Operation {
    name: "jobs.list",
    method: Method::Get,
    path: "/jobs",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

static START: Operation = Operation {
    name: "jobs.start",
    method: Method::Post,
    path: "/jobs",
    body: Body::Json,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { JobsList => page Job, Paging::NONE }
seamstress_runtime::operation! { JobsStart => answer JobsStartAnswer }
seamstress_runtime::outcomes! {
    JobsStartAnswer {
        200 => Ok(ResultModel),
        202 => Accepted(Job),
        204 => NoContent,
    }
}

// ==== src/resources/ranges.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use seamstress_runtime::json::Value;
use crate::types::{Job, ResultModel};

/// The operations of `ranges`.
#[derive(Clone, Debug)]
pub struct Ranges {
    client: Client,
}

impl Ranges {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /ranges`
    pub fn get(&self) -> RangesGet {
        let call = Call::new(&self.client, &GET);
        RangesGet { call }
    }
}

/// A request of [`Ranges::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct RangesGet {
    call: Call,
}

/// What a [`RangesGet`] gives, by the status of the answer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
pub enum RangesGetAnswer {
    /// A job.
    Created(Job),
    /// A result.
    Success(ResultModel),
    /// A status that this version of the crate does not know, with what came.
    Unknown(Value),
}

static GET: Operation = Operation {
    name: "ranges.get",
    method: Method::Get,
    path: "/ranges",
    body: Body::None,
    accept: Some("application/json, application/vnd.result+json"),
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { RangesGet => answer RangesGetAnswer }
seamstress_runtime::outcomes! {
    RangesGetAnswer {
        201 => Created(Job),
        200..=299 => Success(ResultModel),
    }
}

// ==== src/resources/same.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::ResultModel;

/// The operations of `same`.
#[derive(Clone, Debug)]
pub struct Same {
    client: Client,
}

impl Same {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /same`
    pub fn get(&self) -> SameGet {
        let call = Call::new(&self.client, &GET);
        SameGet { call }
    }
}

/// A request of [`Same::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct SameGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "same.get",
    method: Method::Get,
    path: "/same",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { SameGet => value ResultModel }

// ==== src/resources/untyped.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use seamstress_runtime::json::Value;

/// The operations of `untyped`.
#[derive(Clone, Debug)]
pub struct Untyped {
    client: Client,
}

impl Untyped {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /untyped`
    pub fn get(&self) -> UntypedGet {
        let call = Call::new(&self.client, &GET);
        UntypedGet { call }
    }
}

/// A request of [`Untyped::get`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct UntypedGet {
    call: Call,
}

static GET: Operation = Operation {
    name: "untyped.get",
    method: Method::Get,
    path: "/untyped",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { UntypedGet => value Value }

// ==== src/types/ids.rs ====

seamstress_runtime::id! {
    /// Identifies a job.
    JobId
}

// ==== src/types/job.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Job`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Job {
    pub job_id: JobId,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Job {
        "job_id" => job_id: required,
    }
}

// ==== src/types/problem.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Problem`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    pub title: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Problem {
        "title" => title: required,
    }
}

// ==== src/types/result.rs ====

use seamstress_runtime::json::Extra;
use super::*;

/// `Result`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ResultModel {
    pub value: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    ResultModel {
        "value" => value: required,
    }
}
