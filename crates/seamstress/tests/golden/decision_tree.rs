
// ==== src/resources/jobs.rs ====

use seamstress_runtime::{Body, Call, Client, Method, Operation};
use crate::types::Job;

/// The operations of `jobs`.
#[derive(Clone, Debug)]
pub struct Jobs {
    client: Client,
}

impl Jobs {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /jobs`
    pub fn list(&self) -> JobsList {
        let call = Call::new(&self.client, &LIST);
        JobsList { call }
    }
}

/// A request of [`Jobs::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct JobsList {
    call: Call,
}

static LIST: Operation = Operation {
    name: "jobs.list",
    method: Method::Get,
    path: "/jobs",
    body: Body::None,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { JobsList => value Job }

// ==== src/types/ids.rs ====

seamstress_runtime::id! {
    /// Identifies a job.
    JobId
}

// ==== src/types/job.rs ====

use std::collections::BTreeMap;
use seamstress_runtime::json::{Extra, Unknown, UnknownValue, Value};
use super::*;

/// `job`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Job {
    pub job_id: JobId,
    pub job_type: JobType,
    /// The `status`, and what only objects with this one have.
    pub state: JobState,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// The `status` of [`Job`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum JobState {
    /// `pending`
    Pending,
    /// `done`
    #[non_exhaustive]
    Done { result: JobResult },
    /// `failed`
    #[non_exhaustive]
    Failed { error: JobError },
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

/// `result`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct JobResultScan {
    pub pages: i64,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `error`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct JobError {
    pub message: String,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

/// `job_type`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum JobType {
    /// `SCAN`
    Scan,
    /// `PRINT`
    Print,
    /// A value that this version of the crate does not know.
    Unknown(UnknownValue),
}

/// `result`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum JobResult {
    /// `SCAN`
    Scan(JobResultScan),
    /// `PRINT`
    Print(BTreeMap<String, Value>),
    /// One that this version of the crate does not know.
    Unknown(Unknown),
}

seamstress_runtime::object! {
    Job {
        "job_id" => job_id: required,
        "job_type" => job_type: required,
        "status" => state: kind,
    }
}

seamstress_runtime::kind! {
    JobState {
        "pending" => Pending {},
        "done" => Done {
            "result" => result: required by "job_type",
        },
        "failed" => Failed {
            "error" => error: required,
        },
    }
}

seamstress_runtime::object! {
    JobResultScan {
        "pages" => pages: required,
    }
}

seamstress_runtime::object! {
    JobError {
        "message" => message: required,
    }
}

seamstress_runtime::open_enum! {
    JobType {
        "SCAN" => Scan,
        "PRINT" => Print,
    }
}

seamstress_runtime::dependent! {
    JobResult {
        "SCAN" => Scan(JobResultScan),
        "PRINT" => Print(BTreeMap<String, Value>),
    }
}
