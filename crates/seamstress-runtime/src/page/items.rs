//! All items of a list.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::Pages;
use crate::Error;
use crate::json::Json;
use crate::response::Envelope;

/// All items of all pages of a list: a [`Stream`] that holds one page at a time.
///
/// An item that cannot be read is an error of [`ErrorKind::RejectedElement`](crate::ErrorKind::RejectedElement) in its place, after
/// which the others follow. After any other error the stream ends; all items of the pages before
/// have gone out by then, and [`cursor`](Self::cursor) says where to read on with a new call.
///
/// ```
/// # use seamstress_runtime::{Call, Error, Paging};
/// # async fn example(call: Call, paging: &'static Paging) -> Result<(), Error> {
/// let mut items = call.stream::<String>(paging);
/// while let Some(item) = items.try_next().await? {
///     println!("{item}");
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is sent until it is polled"]
pub struct Items<T> {
    pages: Pages<T>,
    items: std::vec::IntoIter<T>,
    /// The items of the page that could not be read, with their places in it, last one first.
    rejected: Vec<(usize, Error)>,
    /// How many items of the page have gone out, read or not.
    position: usize,
    envelope: Option<Envelope>,
}

impl<T: Json + Default + Send + 'static> Items<T> {
    pub(crate) fn new(pages: Pages<T>) -> Self {
        Self {
            pages,
            items: Vec::new().into_iter(),
            rejected: Vec::new(),
            position: 0,
            envelope: None,
        }
    }

    /// The next item; `None` after the last one.
    ///
    /// # Errors
    ///
    /// Those of [`Pages::try_next`], and of [`ErrorKind::RejectedElement`](crate::ErrorKind::RejectedElement).
    pub async fn try_next(&mut self) -> Result<Option<T>, Error> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx))
            .await
            .transpose()
    }

    /// Begins at the page of `cursor`: see [`Pages::from_cursor`].
    pub fn from_cursor(mut self, cursor: impl Into<String>) -> Self {
        self.pages = self.pages.from_cursor(cursor);
        self
    }

    /// What comes next of the page at hand.
    fn next_of_page(&mut self) -> Option<Result<T, Error>> {
        let is_due = |(index, _): &mut (usize, Error)| *index <= self.position;
        let rejected = self.rejected.pop_if(is_due);
        let next = match rejected {
            Some((_, error)) => Some(Err(error)),
            None => self.items.next().map(Ok),
        };
        // Whatever the places say, none is lost.
        let next = next.or_else(|| self.rejected.pop().map(|(_, error)| Err(error)));
        self.position += usize::from(next.is_some());
        next
    }

    /// The answer around the page that the last item is from.
    #[must_use]
    pub fn envelope(&self) -> Option<&Envelope> {
        self.envelope.as_ref()
    }

    /// The cursor of the page after that, or of the one that failed. Items of the page at
    /// hand that have not gone out yet come before it.
    #[must_use]
    pub fn cursor(&self) -> Option<&str> {
        self.pages.cursor()
    }
}

/// Items are never pinned: they are moved out.
impl<T> Unpin for Items<T> {}

impl<T: Json + Default + Send + 'static> Stream for Items<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            if let Some(item) = this.next_of_page() {
                return Poll::Ready(Some(item));
            }
            match ready!(Pin::new(&mut this.pages).poll_next(cx)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(page)) => {
                    let (items, envelope) = page.into_parts();
                    this.items = items.into_iter();
                    this.rejected = envelope.rejected_elements().collect();
                    this.rejected.reverse();
                    this.position = 0;
                    this.envelope = Some(envelope);
                }
            }
        }
    }
}

impl<T> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("pages", &self.pages)
            .field("left_of_page", &self.items.len())
            .finish()
    }
}
