//! Bodies that are sent and read piece by piece.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body, Frame, SizeHint};
use tokio::time::{Instant, Sleep, sleep};

use super::{ByteStream, TransportError, TransportErrorKind};

/// How much of a request was taken so far.
pub(super) type Sent = Arc<AtomicU64>;

/// Awaits `response`, to a request of which `sent` counts what was taken, and gives it once its head
/// is there. It ends where nothing comes or goes for as long as `idle`. `failed` says what an error of
/// the body means.
pub(super) async fn open<B>(
    response: impl Future<Output = Result<http::Response<B>, TransportError>>,
    failed: fn(B::Error) -> TransportError,
    sent: Sent,
    idle: Duration,
) -> Result<http::Response<ByteStream>, TransportError>
where
    B: Body<Data = Bytes> + Send + Unpin + 'static,
    B::Error: 'static,
{
    let answer = Stalling {
        inner: Box::pin(response),
        sent,
        seen: 0,
        idle,
        timer: Box::pin(sleep(idle)),
    };
    let (head, body) = answer.await??.into_parts();
    let length = body.size_hint().exact();
    let body = ByteStream::new(Incoming {
        body,
        failed,
        idle,
        timer: Box::pin(sleep(idle)),
        is_waiting: false,
    });
    let body = match length {
        Some(length) => body.with_length(length),
        None => body,
    };
    Ok(http::Response::from_parts(head, body))
}

/// The body of a request, which counts what is taken of it where it comes in pieces.
pub(super) enum Outgoing {
    Whole(Option<Bytes>),
    Pieces {
        stream: ByteStream,
        left: Option<u64>,
        sent: Sent,
    },
}

impl Outgoing {
    /// `body`, and what will have been taken of it.
    pub(super) fn counted(body: ByteStream) -> (Self, Sent) {
        let sent = Sent::default();
        let body = match body.into_whole() {
            Ok(bytes) => bytes.into(),
            Err(stream) => Self::Pieces {
                left: stream.length(),
                stream,
                sent: sent.clone(),
            },
        };
        (body, sent)
    }
}

impl From<Bytes> for Outgoing {
    fn from(bytes: Bytes) -> Self {
        Self::Whole(Some(bytes).filter(|bytes| !bytes.is_empty()))
    }
}

impl Body for Outgoing {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let (stream, left, sent) = match &mut *self {
            Self::Whole(bytes) => return Poll::Ready(bytes.take().map(Frame::data).map(Ok)),
            Self::Pieces { stream, left, sent } => (stream, left, sent),
        };
        let next = ready!(Pin::new(stream).poll_next(cx));
        if let Some(Ok(piece)) = &next {
            let length = piece.len() as u64;
            *left = left.map(|left| left.saturating_sub(length));
            sent.fetch_add(length.max(1), Ordering::Relaxed);
        }
        Poll::Ready(next.map(|piece| piece.map(Frame::data)))
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Self::Whole(None))
    }

    fn size_hint(&self) -> SizeHint {
        let known = match self {
            Self::Whole(bytes) => Some(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64)),
            Self::Pieces { left, .. } => *left,
        };
        known.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

/// Waits for an answer as long as something of the request is still being taken.
struct Stalling<F> {
    inner: Pin<Box<F>>,
    sent: Sent,
    seen: u64,
    idle: Duration,
    timer: Pin<Box<Sleep>>,
}

impl<F: Future> Future for Stalling<F> {
    type Output = Result<F::Output, TransportError>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = &mut *self;
        if let Poll::Ready(output) = this.inner.as_mut().poll(cx) {
            return Poll::Ready(Ok(output));
        }
        loop {
            ready!(this.timer.as_mut().poll(cx));
            let sent = this.sent.load(Ordering::Relaxed);
            if sent == this.seen {
                return Poll::Ready(Err(stalled()));
            }
            this.seen = sent;
            this.timer.as_mut().reset(Instant::now() + this.idle);
        }
    }
}

/// The body of an answer, which may not pause for too long while someone waits for it.
struct Incoming<B: Body> {
    body: B,
    failed: fn(B::Error) -> TransportError,
    idle: Duration,
    timer: Pin<Box<Sleep>>,
    is_waiting: bool,
}

impl<B: Body<Data = Bytes> + Unpin> Stream for Incoming<B> {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            match Pin::new(&mut this.body).poll_frame(cx) {
                Poll::Ready(Some(Ok(frame))) => {
                    this.is_waiting = false;
                    // Trailers are of no interest, nor are pieces without bytes.
                    match frame.into_data() {
                        Ok(bytes) if !bytes.is_empty() => return Poll::Ready(Some(Ok(bytes))),
                        _ => {}
                    }
                }
                Poll::Ready(Some(Err(error))) => {
                    return Poll::Ready(Some(Err((this.failed)(error))));
                }
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Pending => break,
            }
        }
        // The time begins with the wait: a slow reader is no slow server.
        if !this.is_waiting {
            this.is_waiting = true;
            this.timer.as_mut().reset(Instant::now() + this.idle);
        }
        ready!(this.timer.as_mut().poll(cx));
        this.is_waiting = false;
        Poll::Ready(Some(Err(stalled())))
    }
}

fn stalled() -> TransportError {
    let message = "no answer in time: nothing came or went any more";
    TransportError::new(TransportErrorKind::Timeout, message)
}
