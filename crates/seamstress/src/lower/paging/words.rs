//! The names by which APIs call what pages are about.
//!
//! Names are compared as words without case and punctuation: `nextPageToken` and
//! `next_page_token` are one.

/// A name without case and punctuation.
pub(super) fn plain(name: &str) -> String {
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    letters.map(|letter| letter.to_ascii_lowercase()).collect()
}

/// Parameters that take a cursor.
pub(super) const CURSORS: &[&str] = &[
    "after",
    "aftercursor",
    "bookmark",
    "continuation",
    "continuationtoken",
    "continue",
    "cursor",
    "marker",
    "next",
    "nextcursor",
    "nextmarker",
    "nextpagetoken",
    "nexttoken",
    "page",
    "pagecursor",
    "pagemarker",
    "pagetoken",
    "paginationtoken",
    "startcursor",
    "startingafter",
    "startingtoken",
    "starttoken",
];

/// Parameters that take the number of items before the page.
pub(super) const OFFSETS: &[&str] = &["offset", "skip"];

/// Parameters that take the number of a page.
pub(super) const NUMBERS: &[&str] = &["page", "pageindex", "pageno", "pagenum", "pagenumber"];

/// Parameters that take the size of a page.
pub(super) const SIZES: &[&str] = &[
    "count",
    "limit",
    "maxresults",
    "pagelimit",
    "pagesize",
    "perpage",
    "resultsperpage",
    "size",
    "take",
    "top",
];

/// Members that are the cursor of the next page, whatever the parameter is called.
pub(super) const NEXT_CURSORS: &[&str] = &[
    "continue",
    "cursornext",
    "endcursor",
    "nextcontinuationtoken",
    "nextcursor",
    "nextmarker",
    "nextpage",
    "nextpagecursor",
    "nextpagetoken",
    "nextstartingtoken",
    "nexttoken",
];

/// Members that are the address of the next page.
pub(super) const NEXT_ADDRESSES: &[&str] = &[
    "nexthref",
    "nextlink",
    "nextpagelink",
    "nextpageuri",
    "nextpageurl",
    "nexturi",
    "nexturl",
    "odatanextlink",
];

/// Members that tell about the page, and are objects.
pub(super) const CONTAINERS: &[&str] = &[
    "cursor",
    "cursors",
    "link",
    "links",
    "listmetadata",
    "meta",
    "metadata",
    "next",
    "page",
    "pageinfo",
    "pagemetadata",
    "pager",
    "pages",
    "pagination",
    "paginationinfo",
    "paging",
    "pagingmetadata",
    "responsemetadata",
];

/// Flags that say whether another page follows.
pub(super) const FLAGS: &[&str] = &[
    "hasmore",
    "hasmoreitems",
    "hasmorepages",
    "hasnext",
    "hasnextpage",
    "more",
    "moreavailable",
];

pub(super) const TOTALS: &[&str] = &[
    "total",
    "totalcount",
    "totalelements",
    "totalitems",
    "totalrecords",
    "totalresults",
];

pub(super) const PAGE_TOTALS: &[&str] = &[
    "lastpage",
    "numpages",
    "pagecount",
    "pages",
    "pagetotal",
    "totalpages",
];

/// Members that are the list where there are several.
pub(super) const LISTS: &[&str] = &[
    "content",
    "data",
    "elements",
    "entries",
    "items",
    "list",
    "nodes",
    "objects",
    "records",
    "resources",
    "results",
    "rows",
    "value",
    "values",
];
