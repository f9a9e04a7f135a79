
// ==== src/resources/samples.rs ====

use seamstress_runtime::{Body, Call, Client, DateTime, Method, Operation};
use crate::types::Sample;

/// The operations of `samples`.
#[derive(Clone, Debug)]
pub struct Samples {
    client: Client,
}

impl Samples {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /samples`
    pub fn list(&self) -> SamplesList {
        let call = Call::new(&self.client, &LIST);
        SamplesList { call }
    }
}

/// A request of [`Samples::list`]: set what is optional, then send it.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until the request is awaited"]
pub struct SamplesList {
    call: Call,
}

impl SamplesList {
    pub fn since(mut self, since: impl Into<DateTime>) -> Self {
        self.call.set_into::<DateTime>("since", since);
        self
    }

    /// Limits: at least 1, at most 100.
    pub fn limit(mut self, limit: u32) -> Self {
        self.call.set("limit", &limit);
        self
    }
}

static LIST: Operation = Operation {
    name: "samples.list",
    method: Method::Get,
    path: "/samples",
    body: Body::Query,
    security: &[],
    ..Operation::DEFAULT
};

seamstress_runtime::operation! { SamplesList => value Sample }

// ==== src/types/sample.rs ====

use seamstress_runtime::{CalendarDate, DateTime};
use seamstress_runtime::json::Extra;
use super::*;

/// `Sample`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Sample {
    pub taken_at: DateTime,
    pub ended_at: Option<DateTime>,
    pub marks: Option<Vec<DateTime>>,
    pub day: Option<CalendarDate>,
    pub link: Option<String>,
    /// Limits: at most 65535.
    pub count: u32,
    pub total: Option<u64>,
    pub offset: i64,
    /// Limits: at least -5, at most 5.
    pub small: Option<i32>,
    pub temperature: f64,
    pub single: Option<f64>,
    pub ok: bool,
    /// Members that this version of the crate does not know.
    pub extra: Extra,
}

seamstress_runtime::object! {
    Sample {
        "taken_at" => taken_at: required,
        "ended_at" => ended_at: optional,
        "marks" => marks: optional,
        "day" => day: optional,
        "link" => link: optional,
        "count" => count: required,
        "total" => total: optional,
        "offset" => offset: required,
        "small" => small: optional,
        "temperature" => temperature: required,
        "single" => single: optional,
        "ok" => ok: required,
    }
}
