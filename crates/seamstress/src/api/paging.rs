//! Lists that come in pages.

/// How the pages of a list are asked for and announced. Ways lead through the members of the
/// body.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Paging {
    /// The parameter that asks for a page; nothing where pages have addresses of their own.
    pub parameter: Option<String>,
    /// Where the next page is.
    pub next: NextPage,
    /// The way to the member that says whether another page follows, if there is one.
    pub has_next: Vec<String>,
    /// The way to the number of all items, or of all pages where these are numbered.
    pub total: Vec<String>,
    /// Whether a body without the list is a page without items.
    pub may_lack_items: bool,
}

/// Where the next page of a list is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NextPage {
    /// At the cursor that the body has there.
    Cursor(Vec<String>),
    /// After the last item, which has its cursor there.
    LastItem(Vec<String>),
    /// After as many items as there were so far.
    Offset,
    /// At the next number; the first page has this one.
    Number(u64),
    /// At the address that the body has there.
    Address(Vec<String>),
    /// At the address that the header `link` has for the relation `next` (RFC 8288).
    Link,
}

impl NextPage {
    /// What this way of giving lists in pages is called.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Cursor(_) => "cursor",
            Self::LastItem(_) => "last-item",
            Self::Offset => "offset",
            Self::Number(_) => "number",
            Self::Address(_) => "address",
            Self::Link => "link",
        }
    }
}
