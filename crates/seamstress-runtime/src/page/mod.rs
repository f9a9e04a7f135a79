//! Lists that come in pages.

mod address;
mod items;
mod next;
mod pages;
mod paging;

pub(crate) use address::Asked;
pub use items::Items;
pub(crate) use next::Next;
pub use pages::Pages;
pub use paging::{NextPage, Paging};

use crate::json::{Correction, Json, Rejected};
use crate::response::Envelope;
use crate::{Error, ErrorKind};

/// One page of a list.
///
/// ```
/// # use seamstress_runtime::{Call, Error, Paging};
/// # fn show(name: &str) {}
/// # async fn example(call: Call, paging: &'static Paging) -> Result<(), Error> {
/// let page = call.clone().send_page::<String>(paging).await?;
/// // The cursor can be stored, and the list be read on from it at any later time.
/// if let Some(cursor) = page.next_cursor() {
///     let mut names = call.stream::<String>(paging).from_cursor(cursor);
///     while let Some(name) = names.try_next().await? {
///         show(&name);
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Page<T> {
    /// The items, in the server's order.
    pub items: Vec<T>,
    next: Next,
    envelope: Envelope,
}

impl<T: Json + Default + 'static> Page<T> {
    /// Reads the items and what is said of the next page, in one pass over the answer.
    pub(crate) fn read(
        mut envelope: Envelope,
        paging: &Paging,
        asked: &Asked,
    ) -> Result<Self, Error> {
        let mut items = Vec::new();
        let next = Next::read(&mut envelope, &mut items, paging, asked)?;
        Ok(Self {
            items,
            next,
            envelope,
        })
    }
}

impl<T> Page<T> {
    /// Whether the server says that another page follows. Where an answer says nothing of
    /// pages, it is the only one.
    #[must_use]
    pub fn has_next_page(&self) -> bool {
        !matches!(self.next, Next::End)
    }

    /// The cursor of the next page: what the parameter takes that asks for a page, or the address
    /// of the page, where it has one of its own. [`Pages::from_cursor`] goes on from it.
    #[must_use]
    pub fn next_cursor(&self) -> Option<&str> {
        match &self.next {
            Next::Cursor(cursor) => Some(cursor),
            Next::End | Next::Missing => None,
        }
    }

    /// The answer around the items.
    #[must_use]
    pub fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    /// The server's id of the request, for its support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.envelope.request_id()
    }

    /// How many attempts it took to get this answer: more than one where the call was tried again.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.envelope.attempts()
    }

    /// What of the items had to be corrected, as the answer lacks it.
    #[must_use]
    pub fn corrections(&self) -> &[Correction] {
        self.envelope.corrections()
    }

    /// The items that could not be read, and are not among `items`.
    #[must_use]
    pub fn rejected(&self) -> &[Rejected] {
        self.envelope.rejected()
    }

    pub(crate) fn into_parts(self) -> (Vec<T>, Envelope) {
        (self.items, self.envelope)
    }

    /// The cursor of the next page; `None` at the end.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::MissingCursor`], where a next page is announced without a cursor: to end
    /// there would pass the part for the whole.
    pub(crate) fn advance(&self) -> Result<Option<&str>, Error> {
        match &self.next {
            Next::End => Ok(None),
            Next::Cursor(cursor) => Ok(Some(cursor)),
            Next::Missing => {
                let message = "the answer announces a next page and does not say where it is";
                Err(self.envelope.error(ErrorKind::MissingCursor, message))
            }
        }
    }
}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Page<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}
