//! What `tracing` gets to see: a span per call, a span per attempt, and what is worth a line.
//!
//! All of it has the target `seamstress`. No header, parameter, address or body is recorded:
//! any of them may hold a secret. Names follow OpenTelemetry's conventions for HTTP clients
//! where these have one (Semantic Conventions 1.27, HTTP Spans).

use std::time::Duration;

use tracing::field::Empty;
use tracing::{Span, debug, debug_span, info_span, warn};

use crate::error::one_line;
use crate::json::Report;
use crate::response::Envelope;
use crate::retry::Outcome;
use crate::{Call, Error};

/// The span of a call, over all its attempts.
pub(crate) fn call(call: &Call) -> Span {
    let operation = call.operation;
    info_span!(
        target: "seamstress",
        "call",
        operation = operation.name,
        http.request.method = operation.method.as_str(),
        url.template = operation.path,
        attempts = Empty,
        http.response.status_code = Empty,
        request_id = Empty,
        error.r#type = Empty,
    )
}

/// The span of one attempt, inside that of its call.
pub(crate) fn attempt(number: u32) -> Span {
    debug_span!(
        target: "seamstress",
        "attempt",
        attempt = number,
        http.response.status_code = Empty,
        error.r#type = Empty,
    )
}

/// What came of an attempt.
pub(crate) fn attempted(span: &Span, outcome: &Outcome) {
    match outcome {
        Ok(answer) => span.record("http.response.status_code", answer.status().as_u16()),
        Err(error) => span.record("error.type", tracing::field::debug(error.kind())),
    };
}

/// What came of a call.
pub(crate) fn called(span: &Span, result: Result<&Envelope, &Error>) {
    let (attempts, status, request_id) = match result {
        Ok(envelope) => {
            let status = Some(envelope.status());
            (envelope.attempts(), status, envelope.request_id())
        }
        Err(error) => {
            span.record("error.type", tracing::field::debug(error.kind()));
            (error.attempts(), error.status(), error.request_id())
        }
    };
    span.record("attempts", attempts);
    if let Some(status) = status {
        span.record("http.response.status_code", status.as_u16());
    }
    if let Some(id) = request_id {
        span.record("request_id", one_line(id));
    }
}

/// An attempt failed, and another one follows after `pause`.
pub(crate) fn retrying(attempt: u32, pause: Duration) {
    debug!(target: "seamstress", attempt, ?pause, "the attempt failed; trying again");
}

/// An attempt failed, and the client's budget for retries is used up.
pub(crate) fn out_of_budget(attempt: u32) {
    warn!(target: "seamstress", attempt, "not tried again: too many calls fail");
}

/// An answer was not quite what the API promises. Where is not said: a path has the names of
/// members, which may be data of the answer.
pub(crate) fn corrected(operation: &str, report: &Report) {
    let (corrections, rejected) = (report.corrections.len(), report.rejected.len());
    if corrections + rejected == 0 {
        return;
    }
    warn!(
        target: "seamstress",
        operation,
        corrections,
        rejected,
        "the answer was corrected"
    );
}

/// A variable of the environment that should no longer be set.
pub(crate) fn deprecated_variable(name: &str, instead: Option<&str>) {
    warn!(target: "seamstress", name, instead, "this environment variable is deprecated");
}

/// A token was obtained or renewed.
pub(crate) fn token_obtained() {
    debug!(target: "seamstress", "a token was obtained");
}
