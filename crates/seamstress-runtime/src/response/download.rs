//! An answer whose content is read as it comes.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};

use super::{Envelope, Header};
use crate::json::Json;
use crate::transport::{ByteStream, TransportError};
use crate::{Error, Sending};

/// An answer whose content is read as it comes: a file, or whatever else is no JSON. It is a
/// [`Stream`] of its pieces; its size is not limited, and no more of it is in memory than the
/// piece at hand.
///
/// The timeout of the call is, here, the longest time in which nothing comes.
///
/// ```
/// # use seamstress_runtime::{Call, Error};
/// # async fn example(call: Call) -> Result<(), Error> {
/// let mut picture = call.download().await?;
/// println!("{:?}, {:?} bytes", picture.content_type(), picture.content_length());
/// while let Some(piece) = picture.chunk().await? {
///     println!("{} bytes more", piece.len());
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is read until it is asked for"]
pub struct Download {
    envelope: Envelope,
    /// Nothing after the end.
    body: Option<ByteStream>,
    length: Option<u64>,
    limit: u64,
}

impl Download {
    pub(crate) fn new(envelope: Envelope, body: ByteStream, limit: u64) -> Self {
        Self {
            envelope,
            length: body.length(),
            body: Some(body),
            limit,
        }
    }

    /// The next piece; `None` after the last one.
    ///
    /// # Errors
    ///
    /// Where the connection breaks ([`ErrorKind::Transport`](crate::ErrorKind::Transport)), or
    /// nothing comes for too long ([`ErrorKind::Timeout`](crate::ErrorKind::Timeout)). The call is
    /// not tried again: part of the content is with the caller already.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx))
            .await
            .transpose()
    }

    /// All of it.
    ///
    /// # Errors
    ///
    /// As [`chunk`](Self::chunk). Of [`ErrorKind::ResponseTooLarge`](crate::ErrorKind::ResponseTooLarge),
    /// where it is more than the client's limit.
    pub fn bytes(self) -> Sending<Bytes> {
        Sending::new(async move {
            let Self {
                envelope,
                body,
                limit,
                ..
            } = self;
            let body = body.unwrap_or_else(|| Bytes::new().into());
            let bytes = body.collect(limit).await;
            bytes.map_err(|error| failed(&envelope, error))
        })
    }

    /// All of it as text. Bytes that are no UTF-8 are replaced.
    ///
    /// # Errors
    ///
    /// As [`bytes`](Self::bytes).
    pub fn text(self) -> Sending<String> {
        self.bytes()
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    }

    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.envelope.status()
    }

    /// The headers of the answer.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.envelope.headers()
    }

    /// A header of the answer, as what it is read as; `None` where it is not there.
    ///
    /// # Errors
    ///
    /// As [`Envelope::header`].
    pub fn header<U: Json + Default>(
        &self,
        header: impl Into<Header<U>>,
    ) -> Result<Option<U>, Error> {
        self.envelope.header(header)
    }

    /// The media type of the content.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.headers().get(CONTENT_TYPE)?.to_str().ok()
    }

    /// How many bytes the content has in all, where the server says so.
    #[must_use]
    pub fn content_length(&self) -> Option<u64> {
        self.length
    }

    /// The server's id of the request, for its support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.envelope.request_id()
    }

    /// The answer, without its content.
    #[must_use]
    pub fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    /// The most that may be in memory of it at a time.
    pub(crate) fn limit(&self) -> u64 {
        self.limit
    }
}

impl Stream for Download {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(body) = &mut self.body else {
            return Poll::Ready(None);
        };
        match ready!(Pin::new(body).poll_next(cx)) {
            Some(Ok(piece)) => Poll::Ready(Some(Ok(piece))),
            Some(Err(error)) => {
                self.body = None;
                Poll::Ready(Some(Err(failed(&self.envelope, error))))
            }
            None => {
                self.body = None;
                Poll::Ready(None)
            }
        }
    }
}

/// The error of an answer that broke off.
fn failed(envelope: &Envelope, error: TransportError) -> Error {
    Error::from_transport(error)
        .with_operation(envelope.operation())
        .with_answer(envelope.status(), envelope.request_id())
        .with_attempts(envelope.attempts())
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download")
            .field("answer", &self.envelope)
            .field("content_length", &self.length)
            .finish_non_exhaustive()
    }
}
