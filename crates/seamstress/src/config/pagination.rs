//! `[pagination]`: how lists are paged.

use std::collections::BTreeMap;

use serde::Deserialize;

/// `[pagination]`: how lists are paged.
///
/// Without this section, and with `infer = true`, it is inferred for each operation from its
/// parameters and its response. A style of the whole API, by `cursor-parameter` and
/// `next-cursor`, is tried before: an operation is a list of such pages where it has the cursor
/// as a parameter and its response has the information about the page.
///
/// ```toml
/// [pagination]
/// infer = true
/// leave-out = ["offset"]
///
/// [pagination.operations]
/// "GET /v1/audit" = { style = "none" }
/// "GET /v1/events" = { style = "cursor", parameter = "after", next = "meta.after", items = "data" }
/// "GET /v1/charges" = { style = "last-item", parameter = "after", next = "id", has-next = "more" }
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct PaginationConfig {
    /// The parameter that asks for a page, in all lists of the API.
    pub cursor_parameter: Option<String>,
    /// The member of the response that tells about the page; without it, the
    /// other two are members of the response itself.
    pub info: Option<String>,
    /// Its member that says whether another page follows; without it, another
    /// page follows where there is a next cursor.
    pub has_next: Option<String>,
    /// Its member with the cursor of the next page.
    pub next_cursor: Option<String>,
    /// Whether lists are recognised that do not have this style; by default where none is given.
    pub infer: Option<bool>,
    /// Styles that are not inferred.
    pub leave_out: Vec<PagingStyle>,
    /// `[pagination.operations]`: an operation, as `GET /path` or by its `operationId`
    /// = how its list is paged, whatever would be inferred.
    pub operations: BTreeMap<String, OperationPaging>,
}

impl PaginationConfig {
    /// Whether lists are recognised by themselves.
    pub fn infers(&self) -> bool {
        self.infer.unwrap_or(self.cursor_parameter.is_none())
    }
}

/// How the list of one operation is paged.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct OperationPaging {
    /// The style.
    pub style: PagingStyle,
    /// The parameter that asks for a page.
    pub parameter: Option<String>,
    /// The dotted way through the response to the next cursor or address, or through an item to
    /// what identifies it.
    pub next: Option<String>,
    /// The dotted way to what says whether another page follows.
    pub has_next: Option<String>,
    /// The dotted way to the number of all items, or of all pages where these are numbered.
    pub total: Option<String>,
    /// The number of the first page; 1 by default.
    pub first: Option<u64>,
    /// The member of the response that is the list; by default the one that looks like it.
    pub items: Option<String>,
}

/// A style of giving lists in pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum PagingStyle {
    /// No pages.
    None,
    /// The response has a cursor, which a parameter takes.
    Cursor,
    /// A parameter takes what identifies the last item.
    LastItem,
    /// A parameter takes the number of items before the page.
    Offset,
    /// A parameter takes the number of the page.
    Number,
    /// The response has the address of the next page.
    Address,
    /// The header `link` has the address of the next page (RFC 8288).
    Link,
}

impl PagingStyle {
    /// The name, as in the configuration.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Cursor => "cursor",
            Self::LastItem => "last-item",
            Self::Offset => "offset",
            Self::Number => "number",
            Self::Address => "address",
            Self::Link => "link",
        }
    }
}
