//! Bytes that come or go piece by piece.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;

use super::TransportError;

type Boxed = Pin<Box<dyn Stream<Item = Result<Bytes, TransportError>> + Send>>;

/// A body that need not be in memory as a whole: what [`Transport::open`](super::Transport::open)
/// is given, and what it gives.
pub struct ByteStream {
    inner: Inner,
    length: Option<u64>,
}

enum Inner {
    Whole(Option<Bytes>),
    Pieces(Boxed),
}

impl ByteStream {
    /// The bytes of `stream`, of a length that is not known.
    #[must_use]
    pub fn new(stream: impl Stream<Item = Result<Bytes, TransportError>> + Send + 'static) -> Self {
        Self {
            inner: Inner::Pieces(Box::pin(stream)),
            length: None,
        }
    }

    /// The same, where it is known how many bytes there are.
    #[must_use]
    pub fn with_length(mut self, length: u64) -> Self {
        self.length = Some(length);
        self
    }

    /// How many bytes there are in all, where that is known.
    #[must_use]
    pub fn length(&self) -> Option<u64> {
        self.length
    }

    /// All bytes, where they are in memory already.
    ///
    /// # Errors
    ///
    /// The stream itself, where they are not.
    pub fn into_whole(self) -> Result<Bytes, Self> {
        match self.inner {
            Inner::Whole(bytes) => Ok(bytes.unwrap_or_default()),
            inner @ Inner::Pieces(_) => Err(Self { inner, ..self }),
        }
    }

    /// The next piece; `None` after the last one.
    ///
    /// # Errors
    ///
    /// Where the connection breaks, or nothing comes for too long.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, TransportError> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx))
            .await
            .transpose()
    }

    /// All pieces together.
    ///
    /// # Errors
    ///
    /// As [`chunk`](Self::chunk), and where there are more than `limit` bytes.
    pub async fn collect(mut self, limit: u64) -> Result<Bytes, TransportError> {
        let too_large = |length: u64| match length > limit {
            true => Err(TransportError::too_large(limit)),
            false => Ok(()),
        };
        too_large(self.length.unwrap_or(0))?;
        let Some(first) = self.chunk().await? else {
            return Ok(Bytes::new());
        };
        too_large(first.len() as u64)?;
        // Most bodies are a single piece, which need not be copied.
        let Some(second) = self.chunk().await? else {
            return Ok(first);
        };
        let mut all = BytesMut::from(&first[..]);
        all.extend_from_slice(&second);
        loop {
            too_large(all.len() as u64)?;
            match self.chunk().await? {
                Some(chunk) => all.extend_from_slice(&chunk),
                None => return Ok(all.freeze()),
            }
        }
    }
}

impl<B: Into<Bytes>> From<B> for ByteStream {
    fn from(bytes: B) -> Self {
        let bytes = bytes.into();
        Self {
            length: Some(bytes.len() as u64),
            inner: Inner::Whole(Some(bytes)),
        }
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match &mut self.inner {
            Inner::Whole(bytes) => {
                let bytes = bytes.take().filter(|bytes| !bytes.is_empty());
                Poll::Ready(bytes.map(Ok))
            }
            Inner::Pieces(stream) => stream.as_mut().poll_next(cx),
        }
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteStream")
            .field("length", &self.length)
            .finish_non_exhaustive()
    }
}
