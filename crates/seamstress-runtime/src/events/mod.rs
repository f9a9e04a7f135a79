//! Answers whose items come one by one: server-sent events, and lines of JSON.

mod lines;
mod record;
mod sse;

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::Stream;

use self::lines::Lines;
use self::record::Record;
use self::sse::Sse;
use crate::json::Json;
use crate::response::Envelope;
use crate::{Download, Error, ErrorKind};

/// How the items of an answer are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StreamFormat {
    /// Server-sent events (WHATWG HTML, section 9.2). The data of each is an item: JSON, or for a
    /// `String` the text as it is. An event with the data `[DONE]`, which is no JSON, ends the
    /// stream, as some APIs write it.
    EventData,
    /// Server-sent events, each of which as a whole is an item: an object with `data`, which is
    /// text, and where they are given `event`, `id` and `retry`.
    Events,
    /// A line of JSON per item; or, where the first byte is a record separator, a text sequence
    /// of JSON (RFC 7464), whose items may have several lines.
    JsonLines,
}

/// Items that come one by one, for as long as the server has some: a [`Stream`].
///
/// An item that cannot be read is an error of [`ErrorKind::RejectedElement`] in its place, after
/// which the others follow. Any other error ends the stream. Nothing is asked for again: where a
/// stream broke off, [`last_event_id`](Self::last_event_id) says what to give to a new request.
///
/// The timeout of the call is, here, the longest time in which nothing comes; and the limit on the
/// size of an answer holds for each item.
///
/// ```
/// # use seamstress_runtime::{Call, Error, StreamFormat};
/// # async fn example(call: Call) -> Result<(), Error> {
/// let mut words = call.send_stream::<String>(StreamFormat::EventData, "text/event-stream", None).await?;
/// while let Some(word) = words.try_next().await? {
///     print!("{word}");
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is read until it is polled"]
pub struct EventStream<T> {
    /// Nothing after the end.
    download: Option<Download>,
    envelope: Envelope,
    format: StreamFormat,
    decoder: Decoder,
    records: VecDeque<Record>,
    /// What comes after the records.
    failure: Option<Error>,
    limit: u64,
    event: Option<String>,
    id: Option<String>,
    retry: Option<Duration>,
    item: PhantomData<fn() -> T>,
}

enum Decoder {
    Sse(Sse),
    Lines(Lines),
}

impl<T: Json + Default + 'static> EventStream<T> {
    pub(crate) fn new(download: Download, format: StreamFormat) -> Self {
        let decoder = match format {
            StreamFormat::EventData | StreamFormat::Events => Decoder::Sse(Sse::default()),
            StreamFormat::JsonLines => Decoder::Lines(Lines::default()),
        };
        Self {
            envelope: download.envelope().clone(),
            limit: download.limit(),
            download: Some(download),
            format,
            decoder,
            records: VecDeque::new(),
            failure: None,
            event: None,
            id: None,
            retry: None,
            item: PhantomData,
        }
    }

    /// The next item; `None` after the last one.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::RejectedElement`] for an item that cannot be read; those of
    /// [`Download::chunk`]; of [`ErrorKind::ResponseTooLarge`] where one item is larger than the
    /// client's limit.
    pub async fn try_next(&mut self) -> Result<Option<T>, Error> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx))
            .await
            .transpose()
    }

    /// The answer, without its content.
    #[must_use]
    pub fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    /// The name of the last event, where it had one.
    #[must_use]
    pub fn event(&self) -> Option<&str> {
        self.event.as_deref()
    }

    /// The id that the events so far had last: with it, as the header `last-event-id`, a new
    /// request may go on from there.
    #[must_use]
    pub fn last_event_id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// How long the server asks to wait before a new request, where it does.
    #[must_use]
    pub fn retry(&self) -> Option<Duration> {
        self.retry
    }

    /// The item that `record` is; `None` where it says that there are no more.
    fn item(&mut self, record: Record) -> Option<Result<T, Error>> {
        if let Some(id) = &record.id {
            self.id = Some(id.clone()).filter(|id| !id.is_empty());
        }
        self.retry = record.retry.or(self.retry);
        self.event.clone_from(&record.event);
        let read = match self.format {
            StreamFormat::Events => self.envelope.read_item(&record.into_json()),
            StreamFormat::EventData => match self.envelope.read_text::<T>(&record.data) {
                Some(text) => Ok(text),
                None if record.data.trim() == "[DONE]" => return None,
                None => self.envelope.read_item(record.data.as_bytes()),
            },
            StreamFormat::JsonLines => self.envelope.read_item(record.data.as_bytes()),
        };
        Some(read)
    }

    /// Takes the records out of what came, or of its end.
    fn decode(&mut self, piece: Option<&[u8]>) -> Result<(), Error> {
        let kept = match (&mut self.decoder, piece) {
            (Decoder::Sse(sse), Some(piece)) => sse.push(piece, &mut self.records),
            (Decoder::Lines(lines), Some(piece)) => lines.push(piece, &mut self.records),
            // What no empty line follows is no event (WHATWG HTML, section 9.2.6).
            (Decoder::Sse(_), None) => 0,
            (Decoder::Lines(lines), None) => lines.end(&mut self.records),
        };
        if kept as u64 <= self.limit {
            return Ok(());
        }
        let message = format!("an item of the answer is larger than {} bytes", self.limit);
        Err(self.envelope.error(ErrorKind::ResponseTooLarge, message))
    }
}

/// Items are never pinned: they are moved out.
impl<T> Unpin for EventStream<T> {}

impl<T: Json + Default + 'static> Stream for EventStream<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            if let Some(record) = this.records.pop_front() {
                let item = this.item(record);
                if item.is_none() {
                    this.records.clear();
                    this.failure = None;
                    this.download = None;
                }
                return Poll::Ready(item);
            }
            if let Some(failure) = this.failure.take() {
                return Poll::Ready(Some(Err(failure)));
            }
            let Some(download) = &mut this.download else {
                return Poll::Ready(None);
            };
            let decoded = match ready!(Pin::new(download).poll_next(cx)) {
                Some(Ok(piece)) => this.decode(Some(&piece)),
                Some(Err(error)) => Err(error),
                None => {
                    this.download = None;
                    this.decode(None)
                }
            };
            if let Err(error) = decoded {
                this.download = None;
                this.failure = Some(error);
            }
        }
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream")
            .field("answer", &self.envelope)
            .field("format", &self.format)
            .finish_non_exhaustive()
    }
}
