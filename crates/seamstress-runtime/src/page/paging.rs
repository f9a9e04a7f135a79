//! How the pages of a list are asked for and announced.

/// How the pages of a list are asked for and announced: a static per way that an API has.
///
/// ```
/// use seamstress_runtime::{NextPage, Paging};
///
/// // {"pagination": {"has_next_page": true, "next_page_cursor": "…"}}
/// static PAGING: Paging = Paging {
///     parameter: "page_cursor",
///     next: NextPage::Cursor(&["pagination", "next_page_cursor"]),
///     has_next: &["pagination", "has_next_page"],
///     ..Paging::ONE_PAGE
/// };
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging {
    /// The parameter that asks for a page; empty where pages have addresses of their own.
    pub parameter: &'static str,
    /// Where the next page is.
    pub next: NextPage,
    /// The way to the member of the answer that says whether another page follows. Where it is
    /// not there, or there is none, the rest of the answer decides.
    pub has_next: &'static [&'static str],
    /// The way to the member with the number of all items, or of all pages where these are
    /// numbered.
    pub total: &'static [&'static str],
    /// Whether an answer without the list is a page without items, as the API leaves out what is
    /// empty.
    pub may_lack_items: bool,
}

impl Paging {
    /// Lists that are always one page.
    pub const NONE: &'static Self = &Self::ONE_PAGE;

    /// The same, to be filled in.
    pub const ONE_PAGE: Self = Self {
        parameter: "",
        next: NextPage::None,
        has_next: &[],
        total: &[],
        may_lack_items: false,
    };
}

/// Where the next page of a list is. Ways lead through the members of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NextPage {
    /// Nowhere: there is one page.
    None,
    /// At the cursor that the answer has there; without one, the list ends.
    Cursor(&'static [&'static str]),
    /// After the last item, which has its cursor there. Where nothing says whether another page
    /// follows, the list ends with an empty one.
    LastItem(&'static [&'static str]),
    /// After as many items as there were so far. Unless the answer says more, the list ends with
    /// an empty page: a short one may have been cut short by the server.
    Offset,
    /// At the next number; the first page has this one. The list ends as with an offset.
    Number(u64),
    /// At the address that the answer has there, in an object's `href` perhaps.
    Address(&'static [&'static str]),
    /// At the address that the header `link` has for the relation `next` (RFC 8288).
    Link,
}

impl NextPage {
    /// Whether pages have addresses of their own.
    pub(super) fn is_address(self) -> bool {
        matches!(self, Self::Address(_) | Self::Link)
    }
}
