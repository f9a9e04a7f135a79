//! Bodies of `reqwest` that are sent and read piece by piece.

use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body, Frame, SizeHint};
use tokio::time::{Instant, Sleep, sleep};

use super::over_reqwest::from_reqwest;
use super::{ByteStream, TransportError, TransportErrorKind};

/// How much of a request was taken so far.
pub(super) type Sent = Arc<AtomicU64>;

/// The request, as `reqwest` wants it, and what will have been taken of it.
pub(super) fn request(
    request: http::Request<ByteStream>,
) -> Result<(reqwest::Request, Sent), TransportError> {
    let sent = Sent::default();
    let request = request.map(|body| outgoing(body, &sent));
    let request = reqwest::Request::try_from(request).map_err(from_reqwest)?;
    Ok((request, sent))
}

/// Sends `request`, and gives the answer once its head is there. It ends where nothing comes or
/// goes for as long as `idle`.
pub(super) async fn open(
    client: &reqwest::Client,
    request: reqwest::Request,
    sent: Sent,
    idle: Duration,
) -> Result<http::Response<ByteStream>, TransportError> {
    let answer = Stalling {
        inner: Box::pin(client.execute(request)),
        sent,
        seen: 0,
        idle,
        timer: Box::pin(sleep(idle)),
    };
    let answer = answer.await?.map_err(from_reqwest)?;
    let length = answer.content_length();
    let (head, body) = http::Response::<reqwest::Body>::from(answer).into_parts();
    let body = ByteStream::new(Incoming {
        body,
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

fn outgoing(body: ByteStream, sent: &Sent) -> reqwest::Body {
    match body.into_whole() {
        Ok(bytes) => bytes.into(),
        Err(stream) => reqwest::Body::wrap(Outgoing {
            left: stream.length(),
            stream: Mutex::new(stream),
            sent: sent.clone(),
        }),
    }
}

/// A body that counts what is taken of it.
struct Outgoing {
    /// Nobody else asks for it: the lock is there since `reqwest` wants bodies to be `Sync`.
    stream: Mutex<ByteStream>,
    left: Option<u64>,
    sent: Sent,
}

impl Body for Outgoing {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let stream = self.stream.get_mut();
        let stream = stream.unwrap_or_else(PoisonError::into_inner);
        let next = ready!(Pin::new(stream).poll_next(cx));
        if let Some(Ok(piece)) = &next {
            let length = piece.len() as u64;
            self.left = self.left.map(|left| left.saturating_sub(length));
            self.sent.fetch_add(length.max(1), Ordering::Relaxed);
        }
        Poll::Ready(next.map(|piece| piece.map(Frame::data)))
    }

    fn size_hint(&self) -> SizeHint {
        self.left
            .map_or_else(SizeHint::default, SizeHint::with_exact)
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
struct Incoming {
    body: reqwest::Body,
    idle: Duration,
    timer: Pin<Box<Sleep>>,
    is_waiting: bool,
}

impl Stream for Incoming {
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
                    return Poll::Ready(Some(Err(from_reqwest(error))));
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
