//! A transport that plays answers.

use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Response, StatusCode};
use serde_json::Value;

use super::RecordedRequest;
use crate::{BoxFuture, ByteStream, Limits, Transport, TransportError, TransportErrorKind};

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

/// An answer that is played: as a whole, or in pieces.
enum Played {
    Whole(Outcome),
    Pieces(Response<()>, Vec<Result<Bytes, TransportErrorKind>>),
}

#[derive(Default)]
struct State {
    answers: VecDeque<Played>,
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

    /// Adds an answer whose content comes in pieces, for what is read as it comes: downloads and
    /// events. A piece may be a failure, after which nothing comes.
    ///
    /// ```
    /// # use seamstress_runtime::testing::FakeTransport;
    /// # use seamstress_runtime::TransportErrorKind;
    /// let server = FakeTransport::new();
    /// let pieces = [Ok("data: {\"word\":"), Ok(" \"Hi\"}\n\n"), Err(TransportErrorKind::Other)];
    /// server.answer_pieces(200, "text/event-stream", pieces);
    /// ```
    pub fn answer_pieces<B: Into<Bytes>>(
        &self,
        status: u16,
        media_type: &'static str,
        pieces: impl IntoIterator<Item = Result<B, TransportErrorKind>>,
    ) {
        let mut response = Response::new(());
        *response.status_mut() =
            StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        if let Ok(media) = HeaderValue::from_str(media_type) {
            response.headers_mut().insert(CONTENT_TYPE, media);
        }
        let pieces = pieces.into_iter().map(|piece| piece.map(Into::into));
        let played = Played::Pieces(response, pieces.collect());
        self.lock().answers.push_back(played);
    }

    /// Adds a failure to get an answer.
    pub fn fail(&self, kind: TransportErrorKind) {
        self.push(Err(failure(kind)));
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
        self.lock().answers.push_back(Played::Whole(outcome));
    }

    fn play(&self, request: RecordedRequest) -> Played {
        let mut state = self.lock();
        state.requests.push(request.clone());
        let answer = state.answers.pop_front();
        // The handler may look at the transport: it is not locked meanwhile.
        drop(state);
        if let Some(answer) = answer {
            return answer;
        }
        Played::Whole(match &self.handler {
            Some(handler) => handler(&request),
            None => Err(TransportError::new(
                TransportErrorKind::Unsupported,
                format!(
                    "the test has no answer to {} {}",
                    request.method(),
                    request.path()
                ),
            )),
        })
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
        let outcome = match self.play(RecordedRequest::new(request, limits)) {
            Played::Whole(outcome) => outcome,
            Played::Pieces(response, pieces) => {
                let pieces: Result<Vec<Bytes>, _> = pieces.into_iter().collect();
                let whole = pieces.map(|pieces| Bytes::from(pieces.concat()));
                whole.map(|whole| response.map(|()| whole)).map_err(failure)
            }
        };
        let outcome = outcome.and_then(|response| {
            let size = response.body().len() as u64;
            match size > limits.max_response_bytes {
                true => Err(TransportError::too_large(limits.max_response_bytes)),
                false => Ok(response),
            }
        });
        Box::pin(std::future::ready(outcome))
    }

    fn open(
        &self,
        request: http::Request<ByteStream>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<Response<ByteStream>, TransportError>> {
        Box::pin(async move {
            let (head, body) = request.into_parts();
            let body = body.collect(u64::MAX).await?;
            let request = http::Request::from_parts(head, body);
            match self.play(RecordedRequest::new(request, limits)) {
                Played::Whole(outcome) => Ok(outcome?.map(ByteStream::from)),
                Played::Pieces(response, pieces) => {
                    let pieces = Pieces(pieces.into());
                    Ok(response.map(|()| ByteStream::new(pieces)))
                }
            }
        })
    }
}

/// Pieces that are there already.
struct Pieces(VecDeque<Result<Bytes, TransportErrorKind>>);

impl Stream for Pieces {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = self.0.pop_front();
        if next.as_ref().is_some_and(Result::is_err) {
            self.0.clear();
        }
        Poll::Ready(next.map(|piece| piece.map_err(failure)))
    }
}

fn failure(kind: TransportErrorKind) -> TransportError {
    TransportError::new(kind, "the test says so")
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
