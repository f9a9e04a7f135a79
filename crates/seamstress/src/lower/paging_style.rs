//! The style in which an operation gives a list in pages, from the names of what it is given and
//! of what it gives.
//!
//! Names are compared as words without case and punctuation: `nextPageToken` and
//! `next_page_token` are one.

use super::context::Lowering;
use super::node::Node;
use crate::api::{Member, Method, NextPage, Paging, Type, TypeKind, Union};

/// Something that an operation can be given.
#[derive(Debug)]
pub(super) struct Argument {
    pub(super) name: String,
    plain: String,
    docs: String,
    kind: Kind,
    /// The number of the first page, where it is the number of a page.
    first: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Integer,
    Boolean,
    /// A time, a list, an object: never a cursor.
    Other,
}

impl Argument {
    pub(super) fn new(name: &str, docs: Option<&str>, schema: Option<&Node<'_>>) -> Self {
        let format = schema.and_then(|schema| schema.text("format"));
        let kind = match schema.and_then(|schema| schema.text("type")) {
            Some("integer" | "number") => Kind::Integer,
            Some("boolean") => Kind::Boolean,
            Some("string") if !matches!(format, Some("date" | "date-time")) => Kind::Text,
            None if schema.is_none_or(|schema| !schema.has("properties")) => Kind::Text,
            _ => Kind::Other,
        };
        let bound = |key: &str| schema.and_then(|schema| schema.integer(key));
        let is_zero = bound("default") == Some(0)
            || (bound("default").is_none() && bound("minimum") == Some(0));
        let own = schema.and_then(|schema| schema.text("description"));
        Self {
            name: name.to_owned(),
            plain: plain(name),
            docs: docs.or(own).unwrap_or_default().to_lowercase(),
            kind,
            first: u64::from(!is_zero),
        }
    }

    /// Whether its name is one of those by which pages are asked for.
    pub(super) fn asks_for_a_page(&self) -> bool {
        let names = [CURSORS, OFFSETS, NUMBERS];
        self.kind != Kind::Other && names.iter().any(|names| names.contains(&&*self.plain))
    }
}

/// A list that an operation gives.
#[derive(Debug)]
pub(super) struct List {
    /// The member of the answer; the answer itself without one.
    pub(super) key: Option<String>,
    pub(super) item: Type,
    /// Whether the answer may lack it.
    pub(super) may_lack: bool,
}

/// What is known of an operation that may give a list in pages.
pub(super) struct Sought<'a, 'd> {
    pub(super) lowering: &'a Lowering<'d>,
    pub(super) method: Method,
    pub(super) arguments: &'a [Argument],
    /// The members of the answer.
    pub(super) members: &'a [Member],
    pub(super) list: &'a List,
    /// Whether the answer has a header `Link`.
    pub(super) has_link: bool,
}

/// Parameters that take a cursor.
const CURSORS: &[&str] = &[
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
const OFFSETS: &[&str] = &["offset", "skip"];

/// Parameters that take the number of a page.
const NUMBERS: &[&str] = &["page", "pageindex", "pageno", "pagenum", "pagenumber"];

/// Parameters that take the size of a page.
const SIZES: &[&str] = &[
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
const NEXT_CURSORS: &[&str] = &[
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
const NEXT_ADDRESSES: &[&str] = &[
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
const CONTAINERS: &[&str] = &[
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
const FLAGS: &[&str] = &[
    "hasmore",
    "hasmoreitems",
    "hasmorepages",
    "hasnext",
    "hasnextpage",
    "more",
    "moreavailable",
];

const TOTALS: &[&str] = &[
    "total",
    "totalcount",
    "totalelements",
    "totalitems",
    "totalrecords",
    "totalresults",
];

const PAGE_TOTALS: &[&str] = &[
    "lastpage",
    "numpages",
    "pagecount",
    "pages",
    "pagetotal",
    "totalpages",
];

/// Members that are the list where there are several.
const LISTS: &[&str] = &[
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

/// The style of a list, if there is one; the surest first.
pub(super) fn infer(sought: &Sought<'_, '_>) -> Option<Paging> {
    let is_get = sought.method == Method::Get;
    let of_get = |paging: Option<Paging>| paging.filter(|_| is_get);
    if !is_get && sought.method != Method::Post {
        return None;
    }
    sought
        .cursor()
        .or_else(|| of_get(sought.link()))
        .or_else(|| of_get(sought.address()))
        .or_else(|| sought.echoed_cursor())
        .or_else(|| of_get(sought.last_item()))
        .or_else(|| of_get(sought.offset()))
        .or_else(|| of_get(sought.number()))
}

/// Whether a member of this name may lead to the next page without any parameter.
pub(super) fn leads_on(name: &str) -> bool {
    let name = plain(name);
    let leading = ["next", "link", "links", "meta", "pagination", "paging"];
    leading.contains(&&*name) || NEXT_ADDRESSES.contains(&&*name)
}

/// The member of an answer that is the list: there is one, or one with a name that lists have,
/// and nothing that the answer may really be about.
pub(super) fn list_of<'m>(lowering: &Lowering<'_>, members: &'m [Member]) -> Option<&'m Member> {
    let is_about_more = |member: &Member| {
        let name = plain(&member.name);
        let is_object = lowering.is_object(&member.ty) && !CONTAINERS.contains(&&*name);
        is_object || name == "id"
    };
    if members.iter().any(is_about_more) {
        return None;
    }
    let lists = members
        .iter()
        .filter(|member| matches!(member.ty, Type::List(_)));
    let lists: Vec<&Member> = lists.collect();
    let named = lists
        .iter()
        .filter(|member| LISTS.contains(&&*plain(&member.name)));
    let named: Vec<&&Member> = named.collect();
    match (lists.as_slice(), named.as_slice()) {
        ([list], _) => Some(*list),
        (_, [list]) => Some(**list),
        _ => None,
    }
}

/// A dotted way through members.
pub(super) fn way(text: &str) -> Vec<String> {
    text.split('.').map(str::to_owned).collect()
}

/// A member somewhere in an answer.
struct Found {
    way: Vec<String>,
    member: Member,
}

impl Sought<'_, '_> {
    /// The answer has what is plainly the next cursor: `next_cursor`, `nextPageToken`.
    fn cursor(&self) -> Option<Paging> {
        let argument = self.cursor_argument()?;
        let own = format!("next{}", argument.plain);
        let found = self.member(&|found| {
            let name = plain(&found.member.name);
            let fits = name == own || NEXT_CURSORS.contains(&&*name);
            // `next` alone is an address as often.
            let is_next = name == "next" && argument.plain != "page";
            is_scalar(&found.member.ty) && (fits || is_next) && !self.is_address(found)
        })?;
        // A page that has a number is not asked for by a text: such a text is an address.
        let is_number = matches!(found.member.ty, Type::Integer { .. });
        if argument.kind == Kind::Integer && !is_number {
            return None;
        }
        let next = NextPage::Cursor(found.way);
        Some(self.paging(Some(argument), next))
    }

    /// The answer has, beside the page, a cursor that is called as the parameter is.
    fn echoed_cursor(&self) -> Option<Paging> {
        let argument = self.cursor_argument()?;
        let of_last = argument.plain == "after" && !self.flag().is_empty();
        let found = self.member(&|found| {
            let name = plain(&found.member.name);
            let is_inside = found.way.len() > 1;
            let docs = found.member.docs.text.as_deref().unwrap_or_default();
            let docs = docs.to_lowercase();
            let is_next = ["next", "subsequent", "following"]
                .iter()
                .any(|word| docs.contains(word));
            let is_token = ["continuationtoken", "nexttoken", "nextpagetoken"].contains(&&*name);
            let is_same = name == argument.plain && argument.plain != "page";
            is_scalar(&found.member.ty)
                && (is_same && (is_token || is_next || is_inside && name == "after")
                    || of_last && !is_inside && name == "lastid")
        })?;
        Some(self.paging(Some(argument), NextPage::Cursor(found.way)))
    }

    /// The parameter takes the id of the last item: it says so, and the answer says whether more
    /// follows.
    fn last_item(&self) -> Option<Paging> {
        let says_so = |argument: &&Argument| match argument.plain.as_str() {
            "startingafter" => argument.kind != Kind::Other,
            "after" => {
                let words = ["cursor", "paginat", "last"];
                argument.kind == Kind::Text && words.iter().any(|word| argument.docs.contains(word))
            }
            _ => false,
        };
        let argument = self.arguments.iter().find(says_so)?;
        if self.flag().is_empty() || !self.lowering.has_id(&self.list.item, 0) {
            return None;
        }
        let next = NextPage::LastItem(vec!["id".to_owned()]);
        Some(self.paging(Some(argument), next))
    }

    /// The answer has a header with links.
    fn link(&self) -> Option<Paging> {
        let sizes = |argument: &&Argument| SIZES.contains(&&*argument.plain);
        let mut asking = self.arguments.iter();
        let is_paged = asking.any(|argument| argument.asks_for_a_page() || sizes(&argument));
        let paging = self.paging(None, NextPage::Link);
        (self.has_link && is_paged).then_some(paging)
    }

    /// The answer has the address of the next page.
    fn address(&self) -> Option<Paging> {
        let found = self.member(&|found| {
            let is_text = matches!(found.member.ty, Type::String);
            let name = plain(&found.member.name);
            let is_named = NEXT_ADDRESSES.contains(&&*name);
            // Links of HAL are objects around their address.
            let is_href = name == "href" && found.way.len() > 2 && {
                let inside = found.way.iter().rev().nth(1);
                inside.is_some_and(|name| plain(name) == "next")
            };
            let is_next = name == "next" || name == "nextpage";
            is_text && (is_named || is_href || is_next && self.is_address(found))
        });
        let inside_links = || {
            // Links of JSON:API may be texts or objects.
            self.member(&|found| {
                let is_link = matches!(found.way.as_slice(), [.., links, next] if plain(links) == "links" && plain(next) == "next");
                is_link && (is_scalar(&found.member.ty) || found.member.ty == Type::Json || self.lowering.is_link(&found.member.ty))
            })
        };
        let found = found.or_else(inside_links)?;
        Some(self.paging(None, NextPage::Address(found.way)))
    }

    fn offset(&self) -> Option<Paging> {
        let argument = self.integer(OFFSETS)?;
        self.has_size().then(|| Paging {
            total: self.number_at(TOTALS),
            ..self.paging(Some(argument), NextPage::Offset)
        })
    }

    fn number(&self) -> Option<Paging> {
        let argument = self.integer(NUMBERS)?;
        let (total, flag) = (self.number_at(PAGE_TOTALS), self.flag());
        let is_paged = self.has_size() || !total.is_empty() || !flag.is_empty();
        is_paged.then(|| Paging {
            total,
            ..self.paging(Some(argument), NextPage::Number(argument.first))
        })
    }

    fn paging(&self, argument: Option<&Argument>, next: NextPage) -> Paging {
        Paging {
            parameter: argument.map(|argument| argument.name.clone()),
            next,
            has_next: self.flag(),
            total: Vec::new(),
            may_lack_items: false,
        }
    }

    /// The parameter that takes a cursor. One that another parameter has to switch on is none:
    /// without that, there is no next cursor, and the list would seem to end.
    fn cursor_argument(&self) -> Option<&Argument> {
        let rank = |argument: &&Argument| CURSORS.contains(&&*argument.plain);
        let mut found = self
            .arguments
            .iter()
            .filter(rank)
            .filter(|argument| argument.kind != Kind::Other && argument.kind != Kind::Boolean);
        let argument = found
            .find(|argument| argument.plain != "page")
            .or_else(|| {
                self.arguments.iter().find(|argument| {
                    argument.plain == "page" && matches!(argument.kind, Kind::Text | Kind::Integer)
                })
            })?;
        let switch = format!("use{}", argument.plain);
        let is_switched = self.arguments.iter().any(|known| known.plain == switch);
        (!is_switched).then_some(argument)
    }

    fn integer(&self, names: &[&str]) -> Option<&Argument> {
        let mut arguments = self.arguments.iter();
        arguments.find(|known| known.kind == Kind::Integer && names.contains(&&*known.plain))
    }

    fn has_size(&self) -> bool {
        self.integer(SIZES).is_some()
    }

    /// The way to the flag that says whether another page follows.
    fn flag(&self) -> Vec<String> {
        let found = self.member(&|found| {
            found.member.ty == Type::Boolean && FLAGS.contains(&&*plain(&found.member.name))
        });
        found.map(|found| found.way).unwrap_or_default()
    }

    fn number_at(&self, names: &[&str]) -> Vec<String> {
        let found = self.member(&|found| {
            let is_number = matches!(found.member.ty, Type::Integer { .. } | Type::Number);
            is_number && names.contains(&&*plain(&found.member.name))
        });
        found.map(|found| found.way).unwrap_or_default()
    }

    /// Whether a member is an address, by its format or by what is said of it.
    fn is_address(&self, found: &Found) -> bool {
        let node = self.lowering.document.node(&found.member.pointer);
        let format = node.and_then(|node| node.get("format")?.as_str());
        let docs = found.member.docs.text.as_deref().unwrap_or_default();
        let docs = docs.to_lowercase();
        let mut words = docs.split(|letter: char| !letter.is_alphanumeric());
        let says_so = words.any(|word| ["url", "uri", "link", "href"].contains(&word));
        let inside = found.way.iter().rev().nth(1).map(|name| plain(name));
        says_so
            || matches!(format, Some("uri" | "url" | "uri-reference"))
            || inside.is_some_and(|name| name == "links" || name == "link")
    }

    /// The first member that fits: of the answer, or of what tells about the page in it.
    fn member(&self, fits: &dyn Fn(&Found) -> bool) -> Option<Found> {
        self.search(self.members, &[], fits)
    }

    fn search(
        &self,
        members: &[Member],
        around: &[String],
        fits: &dyn Fn(&Found) -> bool,
    ) -> Option<Found> {
        let below = |member: &Member| {
            let mut way = around.to_vec();
            way.push(member.name.clone());
            way
        };
        for member in members {
            let found = Found {
                way: below(member),
                member: member.clone(),
            };
            if fits(&found) {
                return Some(found);
            }
        }
        // No API was seen that goes deeper.
        if around.len() >= 2 {
            return None;
        }
        members.iter().find_map(|member| {
            let is_container = CONTAINERS.contains(&&*plain(&member.name));
            let inside = self
                .lowering
                .members_of(&member.ty)
                .filter(|_| is_container)?;
            self.search(inside, &below(member), fits)
        })
    }
}

impl Lowering<'_> {
    /// The members of an object, without those that depend on a case.
    fn members_of(&self, ty: &Type) -> Option<&[Member]> {
        let id = match ty {
            Type::Named(id) => *id,
            Type::Nullable(inner) => return self.members_of(inner),
            _ => return None,
        };
        match &self.types.get(id.0)?.kind {
            TypeKind::Object(object) => Some(&object.members),
            _ => None,
        }
    }

    /// Whether values are objects with members of their own.
    fn is_object(&self, ty: &Type) -> bool {
        match ty {
            Type::Map(_) => true,
            Type::Nullable(inner) => self.is_object(inner),
            Type::Named(id) => {
                let kind = self.types.get(id.0).map(|def| &def.kind);
                matches!(kind, Some(TypeKind::Object(_) | TypeKind::Union(_)))
            }
            _ => false,
        }
    }

    /// Whether values are links: objects with an address.
    fn is_link(&self, ty: &Type) -> bool {
        let members = self.members_of(ty).unwrap_or_default();
        members.iter().any(|member| member.name == "href")
    }

    /// Whether every value has an `id`.
    fn has_id(&self, ty: &Type, depth: usize) -> bool {
        let is_id = |member: &Member| member.name == "id" && is_scalar(&member.ty);
        let Type::Named(id) = ty else {
            return false;
        };
        // Types may go in circles.
        if depth > 4 {
            return false;
        }
        match self.types.get(id.0).map(|def| &def.kind) {
            Some(TypeKind::Object(object)) => object.members.iter().any(is_id),
            Some(TypeKind::Alias(ty)) => self.has_id(ty, depth + 1),
            Some(TypeKind::Union(Union::Shaped { alternatives })) => alternatives
                .iter()
                .all(|alternative| self.has_id(&alternative.ty, depth + 1)),
            Some(TypeKind::Union(Union::Tagged { alternatives, .. })) => alternatives
                .iter()
                .all(|(_, ty)| self.has_id(ty, depth + 1)),
            _ => false,
        }
    }
}

fn is_scalar(ty: &Type) -> bool {
    match ty {
        Type::String | Type::Integer { .. } | Type::Number | Type::Id(_) => true,
        Type::Nullable(inner) => is_scalar(inner),
        _ => false,
    }
}

/// A name without case and punctuation.
fn plain(name: &str) -> String {
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    letters.map(|letter| letter.to_ascii_lowercase()).collect()
}
