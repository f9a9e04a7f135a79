//! What a caller sends: bytes, a file, or whatever a stream gives.

use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use crate::transport::{ByteStream, TransportError, TransportErrorKind};

pub(super) type Boxed = Pin<Box<dyn Stream<Item = Result<Bytes, TransportError>> + Send>>;

/// What is sent as a body, or as a part of one: bytes, text, a file, or whatever a stream gives.
///
/// Text and bytes become one by themselves wherever one is asked for. What comes out of a
/// [`stream`](Self::stream) can be sent once only: the call is not tried again after it has begun.
/// [`file`](Self::file) and [`again`](Self::again) begin anew with every attempt.
///
/// ```
/// use seamstress_runtime::Upload;
///
/// let note = Upload::from("Hello");
/// let picture = Upload::from(vec![0x89, b'P', b'N', b'G'])
///     .file_name("front door.png")
///     .media_type("image/png");
/// # assert_eq!((note.length(), picture.length()), (Some(5), Some(4)));
/// ```
#[derive(Clone)]
pub struct Upload {
    source: Source,
    length: Option<u64>,
    pub(super) media: Option<String>,
    pub(super) file_name: Option<String>,
}

#[derive(Clone)]
enum Source {
    Bytes(Bytes),
    Once(Arc<Mutex<Option<Boxed>>>),
    Again(Arc<dyn Fn() -> Boxed + Send + Sync>),
}

impl Upload {
    /// The bytes of `stream`, which can be sent once.
    ///
    /// ```
    /// # use seamstress_runtime::Upload;
    /// use futures_util::stream;
    ///
    /// let pieces = stream::iter([Ok::<_, std::io::Error>("Hel"), Ok("lo")]);
    /// let upload = Upload::stream(pieces).with_length(5);
    /// ```
    #[must_use]
    pub fn stream<S, B, E>(stream: S) -> Self
    where
        S: Stream<Item = Result<B, E>> + Send + 'static,
        B: Into<Bytes>,
        E: Into<Box<dyn StdError + Send + Sync>>,
    {
        let stream: Boxed = Box::pin(Pieces(Box::pin(stream)));
        Self::of(Source::Once(Arc::new(Mutex::new(Some(stream)))))
    }

    /// The bytes of the streams that `make` makes: one per attempt.
    #[must_use]
    pub fn again<S, B, E>(make: impl Fn() -> S + Send + Sync + 'static) -> Self
    where
        S: Stream<Item = Result<B, E>> + Send + 'static,
        B: Into<Bytes>,
        E: Into<Box<dyn StdError + Send + Sync>>,
    {
        Self::of(Source::Again(Arc::new(move || {
            Box::pin(Pieces(Box::pin(make())))
        })))
    }

    /// The file at `path`, which is read while it is sent, anew with every attempt. Its name goes
    /// with it where the body has parts.
    ///
    /// # Errors
    ///
    /// Where there is no such file, or it may not be looked at.
    #[cfg(feature = "tokio")]
    pub fn file(path: impl Into<std::path::PathBuf>) -> std::io::Result<Self> {
        let path = path.into();
        let length = std::fs::metadata(&path)?.len();
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.map(str::to_owned);
        let open = move || -> Boxed { Box::pin(super::file::FileStream::new(path.clone())) };
        let upload = Self::of(Source::Again(Arc::new(open))).with_length(length);
        Ok(Self {
            file_name: name,
            ..upload
        })
    }

    /// How many bytes a stream gives, where that is known: it is announced to the server, and
    /// some accept nothing else.
    #[must_use]
    pub fn with_length(mut self, length: u64) -> Self {
        if !matches!(self.source, Source::Bytes(_)) {
            self.length = Some(length);
        }
        self
    }

    /// The name that goes with it where the body has parts (RFC 7578, section 4.2).
    #[must_use]
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// Its media type, instead of the one that the API names.
    #[must_use]
    pub fn media_type(mut self, media: impl Into<String>) -> Self {
        self.media = Some(media.into());
        self
    }

    /// How many bytes there are, where that is known.
    #[must_use]
    pub fn length(&self) -> Option<u64> {
        self.length
    }

    fn of(source: Source) -> Self {
        Self {
            source,
            length: None,
            media: None,
            file_name: None,
        }
    }

    /// The media type that the caller gave.
    pub(crate) fn given_media_type(&self) -> Option<&str> {
        self.media.as_deref()
    }

    /// Whether it is a stream that can be sent once, and has been begun.
    pub(crate) fn is_used_up(&self) -> bool {
        matches!(&self.source, Source::Once(stream) if lock(stream).is_none())
    }

    /// Its bytes, from the beginning.
    pub(crate) fn open(&self) -> ByteStream {
        let stream = match &self.source {
            Source::Bytes(bytes) => return ByteStream::from(bytes.clone()),
            Source::Once(stream) => ByteStream::new(Once {
                source: stream.clone(),
                stream: None,
            }),
            Source::Again(make) => ByteStream::new(make()),
        };
        match self.length {
            Some(length) => stream.with_length(length),
            None => stream,
        }
    }
}

impl<B: Into<Bytes>> From<B> for Upload {
    fn from(bytes: B) -> Self {
        let bytes = bytes.into();
        Self {
            length: Some(bytes.len() as u64),
            ..Self::of(Source::Bytes(bytes))
        }
    }
}

/// What it holds is left out: it may be a secret.
impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload")
            .field("length", &self.length)
            .field("media_type", &self.media)
            .finish_non_exhaustive()
    }
}

fn lock(stream: &Mutex<Option<Boxed>>) -> MutexGuard<'_, Option<Boxed>> {
    // Whoever panicked while holding it has left nothing half done.
    stream.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A caller's stream, with its bytes and errors in one form.
struct Pieces<S>(Pin<Box<S>>);

impl<S, B, E> Stream for Pieces<S>
where
    S: Stream<Item = Result<B, E>>,
    B: Into<Bytes>,
    E: Into<Box<dyn StdError + Send + Sync>>,
{
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.as_mut().poll_next(cx).map(|next| {
            next.map(|piece| piece.map(Into::into).map_err(|error| broken(error.into())))
        })
    }
}

/// The error of a source that broke: another attempt would meet it too.
pub(super) fn broken(error: Box<dyn StdError + Send + Sync>) -> TransportError {
    let message = format!("what is to be sent cannot be read: {error}");
    TransportError::new(TransportErrorKind::Unsupported, message).with_source(error)
}

/// A stream that is taken out of its place with the first look at it: as long as nothing of it
/// was sent, another attempt can have it.
struct Once {
    source: Arc<Mutex<Option<Boxed>>>,
    stream: Option<Boxed>,
}

impl Stream for Once {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.stream.is_none() {
            let stream = lock(&self.source).take();
            self.stream = stream;
        }
        match &mut self.stream {
            Some(stream) => stream.as_mut().poll_next(cx),
            None => {
                let message = "a stream can be sent once only, and this one was sent before";
                let error = TransportError::new(TransportErrorKind::Unsupported, message);
                Poll::Ready(Some(Err(error)))
            }
        }
    }
}
