//! All pages of a list.

use std::collections::HashSet;
use std::fmt;
use std::future::poll_fn;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use serde_json::Value;

use super::{NextPage, Page, Paging};
use crate::json::Json;
use crate::send::Sending;
use crate::{Call, Error, ErrorKind};

/// All pages of a list, one after the other: a [`Stream`] that asks for a page when it is
/// polled for it.
///
/// After an error it ends; what came before is not lost, and [`cursor`](Self::cursor) says
/// where to read on with a new call.
///
/// ```
/// # use seamstress_runtime::{Call, Error, Paging};
/// # async fn example(call: Call, paging: &'static Paging) -> Result<(), Error> {
/// let mut pages = call.pages::<String>(paging);
/// while let Some(page) = pages.try_next().await? {
///     println!("{} items", page.items.len());
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is sent until it is polled"]
pub struct Pages<T> {
    call: Call,
    paging: &'static Paging,
    state: State<T>,
    cursor: Option<String>,
    /// Hashes of the cursors that were followed: 8 bytes a page, however long they are.
    followed: HashSet<u64>,
    /// The hash of the page before.
    body: Option<u64>,
}

enum State<T> {
    Ready,
    Asking(Sending<Page<T>>),
    /// The page before has gone out; the next step fails with this.
    Failed(Error),
    Ended,
}

impl<T: Json + Default + Send + 'static> Pages<T> {
    pub(crate) fn new(call: Call, paging: &'static Paging) -> Self {
        let cursor = call.parameter(paging.parameter).and_then(text);
        Self {
            followed: cursor.iter().map(hash).collect(),
            cursor,
            call,
            paging,
            state: State::Ready,
            body: None,
        }
    }

    /// Begins at the page of `cursor`, as [`Page::next_cursor`] or [`cursor`](Self::cursor) gave
    /// it, perhaps to another process long ago.
    pub fn from_cursor(mut self, cursor: impl Into<String>) -> Self {
        let cursor = cursor.into();
        self.followed.insert(hash(&cursor));
        self.ask_for(&cursor);
        self.cursor = Some(cursor);
        self
    }

    /// Makes the call ask for the page of `cursor`.
    fn ask_for(&mut self, cursor: &str) {
        let name = self.paging.parameter;
        match (self.paging.next, cursor.parse::<u64>()) {
            (NextPage::Address(_) | NextPage::Link, _) => self.call.at_address(cursor),
            (NextPage::Offset | NextPage::Number(_), Ok(number)) => self.call.set(name, &number),
            _ => self.call.set(name, &cursor.to_owned()),
        }
    }

    /// Whether a page that is asked for by its number is the one before, once again: then the
    /// server does not look at the number, and would give it for ever.
    fn is_repeated(&mut self, page: &Page<T>) -> bool {
        if !matches!(self.paging.next, NextPage::Offset | NextPage::Number(_)) {
            return false;
        }
        let body = hash(page.envelope().body());
        let before = self.body.replace(body);
        before == Some(body) && !page.items.is_empty()
    }

    /// The next page; `None` after the last one.
    ///
    /// # Errors
    ///
    /// Those of the call. Of [`ErrorKind::RepeatedCursor`], where the list names a next page
    /// that was read before; of [`ErrorKind::MissingCursor`], where it announces one without
    /// saying where it is.
    pub async fn try_next(&mut self) -> Result<Option<Page<T>>, Error> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx))
            .await
            .transpose()
    }

    /// The cursor of the page that comes next, or that failed; `None` for the first one of
    /// the list, and after the last.
    #[must_use]
    pub fn cursor(&self) -> Option<&str> {
        self.cursor.as_deref()
    }

    /// Decides what follows after `page`.
    fn advance(&mut self, page: &Page<T>) -> State<T> {
        let next = match page.advance() {
            Ok(next) => next,
            Err(error) => return State::Failed(error),
        };
        self.cursor = next.map(str::to_owned);
        let Some(cursor) = next else {
            return State::Ended;
        };
        if !self.followed.insert(hash(cursor)) {
            let message = "the list names a next page that was read before";
            let error = page.envelope().error(ErrorKind::RepeatedCursor, message);
            return State::Failed(error);
        }
        let cursor = cursor.to_owned();
        self.ask_for(&cursor);
        State::Ready
    }
}

/// The value of a parameter as a cursor.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn hash(bytes: impl AsRef<[u8]>) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.as_ref().hash(&mut hasher);
    hasher.finish()
}

impl<T: Json + Default + Send + 'static> Stream for Pages<T> {
    type Item = Result<Page<T>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            match std::mem::replace(&mut this.state, State::Ended) {
                State::Ready => {
                    this.state = State::Asking(this.call.clone().send_page(this.paging));
                }
                State::Asking(mut sending) => {
                    let Poll::Ready(result) = Pin::new(&mut sending).poll(cx) else {
                        this.state = State::Asking(sending);
                        return Poll::Pending;
                    };
                    if let Ok(page) = &result {
                        if this.is_repeated(page) {
                            let message = "the server gives the same page again";
                            let kind = ErrorKind::RepeatedCursor;
                            return Poll::Ready(Some(Err(page.envelope().error(kind, message))));
                        }
                        this.state = this.advance(page);
                    }
                    return Poll::Ready(Some(result));
                }
                State::Failed(error) => return Poll::Ready(Some(Err(error))),
                State::Ended => return Poll::Ready(None),
            }
        }
    }
}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("call", &self.call)
            .field("pages_asked_for", &self.followed.len())
            .finish_non_exhaustive()
    }
}
