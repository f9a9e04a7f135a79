//! The style in which an operation gives a list in pages, from the names of what it is given and
//! of what it gives.

use super::super::context::Lowering;
use super::argument::{Argument, Kind};
use super::search::is_scalar;
use super::words::*;
use crate::api::{Member, Method, NextPage, Paging, Type};

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
}
