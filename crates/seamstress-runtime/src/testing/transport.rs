//! A transport that plays answers.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Response, StatusCode};
use serde_json::Value;

use super::RecordedRequest;
use crate::{BoxFuture, Limits, Transport, TransportError, TransportErrorKind};

type Outcome = Result<Response<Bytes>, TransportError>;
type Handler = dyn Fn(&RecordedRequest) -> Outcome + Send + Sync;

/// A [`Transport`] that plays answers, and records what it was asked. See the
/// [module](super) for an example.
///
/// Clones share answers and records: give one to the client, and keep one for the test. Answers
/// are played in the order in which they were added; then the [handler](Self::with_handler) is
/// asked, if there is one; and else the call fails, with an error that names the request.
#[derive(Clone, Default)]
pub struct FakeTransport {
    state: Arc<Mutex<State>>,
    handler: Option<Arc<Handler>>,
}

#[derive(Default)]
struct State {
    answers: VecDeque<Outcome>,
    requests: Vec<RecordedRequest>,
}

impl FakeTransport {
    /// A transport without answers.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A transport that answers by a function of the request.
    ///
    /// ```
    /// use seamstress_runtime::http::{Response, StatusCode};
    /// use seamstress_runtime::testing::FakeTransport;
    ///
    /// let server = FakeTransport::with_handler(|request| {
    ///     let mut answer = Response::new("{}".into());
    ///     if request.path() != "/health" {
    ///         *answer.status_mut() = StatusCode::NOT_FOUND;
    ///     }
    ///     Ok(answer)
    /// });
    /// ```
    #[must_use]
    pub fn with_handler(
        handler: impl Fn(&RecordedRequest) -> Result<Response<Bytes>, TransportError>
        + Send
        + Sync
        + 'static,
    ) -> Self {
        Self {
            state: Arc::default(),
            handler: Some(Arc::new(handler)),
        }
    }

    /// Adds an answer with a JSON body. A number that is no status is 500.
    pub fn answer(&self, status: u16, body: Value) {
        let mut response = Response::new(Bytes::from(body.to_string()));
        *response.status_mut() =
            StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let json = HeaderValue::from_static("application/json");
        response.headers_mut().insert(CONTENT_TYPE, json);
        self.push(Ok(response));
    }

    /// Adds any answer.
    pub fn answer_with(&self, response: Response<Bytes>) {
        self.push(Ok(response));
    }

    /// Adds a failure to get an answer.
    pub fn fail(&self, kind: TransportErrorKind) {
        self.push(Err(TransportError::new(kind, "the test says so")));
    }

    /// What it was asked so far.
    #[must_use]
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.lock().requests.clone()
    }

    /// How many answers have not been played: zero where the code under test made all the calls
    /// that the test expects.
    #[must_use]
    pub fn answers_left(&self) -> usize {
        self.lock().answers.len()
    }

    fn push(&self, outcome: Outcome) {
        self.lock().answers.push_back(outcome);
    }

    fn play(&self, request: RecordedRequest) -> Outcome {
        let mut state = self.lock();
        state.requests.push(request.clone());
        let answer = state.answers.pop_front();
        // The handler may look at the transport: it is not locked meanwhile.
        drop(state);
        if let Some(answer) = answer {
            return answer;
        }
        match &self.handler {
            Some(handler) => handler(&request),
            None => Err(TransportError::new(
                TransportErrorKind::Unsupported,
                format!("the test has no answer to {}", request.line()),
            )),
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        // Whoever panicked while holding it has left nothing half done.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Transport for FakeTransport {
    fn execute(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        let outcome = self.play(RecordedRequest::new(request, limits));
        let outcome = outcome.and_then(|response| {
            let size = response.body().len() as u64;
            match size > limits.max_response_bytes {
                true => Err(TransportError::too_large(limits.max_response_bytes)),
                false => Ok(response),
            }
        });
        Box::pin(std::future::ready(outcome))
    }
}

impl fmt::Debug for FakeTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.lock();
        f.debug_struct("FakeTransport")
            .field("answers_left", &state.answers.len())
            .field("requests", &state.requests.len())
            .finish_non_exhaustive()
    }
}
