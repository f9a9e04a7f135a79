//! What a page says of the one after it.
//!
//! A wrong decision here loses items, or never ends. So nothing is corrected: what cannot
//! be understood is an error of the page, or of going on.

use serde_json::Value;

use super::address::{self, Asked};
use super::{NextPage, Paging};
use crate::Error;
use crate::json::{self, Json, List};
use crate::response::Envelope;

/// What a page says of the one after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// There is none.
    End,
    /// It is asked for by this cursor, or has this address.
    Cursor(String),
    /// There is one, and no cursor to ask for it.
    Missing,
}

impl Next {
    /// Reads `items`, and what the answer says of the next page.
    pub(super) fn read(
        envelope: &mut Envelope,
        items: &mut dyn List,
        paging: &Paging,
        asked: &Asked,
    ) -> Result<Self, Error> {
        let members = Members::read(envelope, items, paging)?;
        let page = Read {
            paging,
            asked,
            members,
            count: items.count() + envelope.rejected_elements().count(),
        };
        let more = page.more(envelope)?;
        match paging.next {
            NextPage::None => Ok(Self::End),
            NextPage::Cursor(way) => {
                let cursor = cursor(page.members.at(way, envelope)?);
                let cursor = cursor.ok_or_else(|| unreadable(envelope, way, "a string"))?;
                Ok(Self::announced(more, cursor))
            }
            NextPage::LastItem(way) => {
                let more = more.unwrap_or(page.count > 0);
                let last = last_item(envelope, items, page.count);
                let last = last.and_then(|last| cursor(way_through(last, way)).flatten());
                Ok(Self::announced(Some(more), last))
            }
            NextPage::Offset => page.counted(more, envelope, 0, page.count as u64, 0),
            NextPage::Number(first) => page.counted(more, envelope, first, 1, first),
            NextPage::Address(way) => {
                let found = cursor(page.members.at(way, envelope)?.map(reference_of));
                let found = found.ok_or_else(|| unreadable(envelope, way, "an address"))?;
                Ok(Self::announced(more, page.address(envelope, found)?))
            }
            NextPage::Link => {
                let found = address::next_link(envelope.headers());
                Ok(Self::announced(more, page.address(envelope, found)?))
            }
        }
    }

    /// What follows where the answer says whether another page follows, or says where, or both.
    fn announced(more: Option<bool>, cursor: Option<String>) -> Self {
        match (more, cursor) {
            (Some(false), _) | (None, None) => Self::End,
            (Some(true), None) => Self::Missing,
            (None | Some(true), Some(cursor)) => Self::Cursor(cursor),
        }
    }
}

/// A page that was read.
struct Read<'a> {
    paging: &'a Paging,
    asked: &'a Asked,
    members: Members,
    /// How many items it has, those that could not be read included.
    count: usize,
}

impl Read<'_> {
    /// Whether another page follows, where the answer says so.
    fn more(&self, envelope: &Envelope) -> Result<Option<bool>, Error> {
        match self.members.at(self.paging.has_next, envelope)? {
            None => Ok(None),
            Some(Value::Bool(more)) => Ok(Some(more)),
            Some(_) => Err(unreadable(envelope, self.paging.has_next, "true or false")),
        }
    }

    /// What follows where pages or items are counted. This page stands at `default` unless the
    /// call says otherwise, the next one `step` further; the first of all stands at `first`.
    fn counted(
        &self,
        more: Option<bool>,
        envelope: &Envelope,
        default: u64,
        step: u64,
        first: u64,
    ) -> Result<Next, Error> {
        let total = match self.members.at(self.paging.total, envelope)? {
            None => None,
            Some(Value::Number(total)) if total.as_f64().is_some_and(|total| total >= 0.0) => {
                total.as_u64()
            }
            Some(_) => return Err(unreadable(envelope, self.paging.total, "a number")),
        };
        let here = match &self.asked.place {
            None => Some(default),
            Some(place) => place.parse().ok(),
        };
        let next = here.and_then(|here: u64| here.checked_add(step));
        let is_all = next
            .zip(total)
            .is_some_and(|(next, total)| next >= total.saturating_add(first));
        let more = more.unwrap_or(self.count > 0 && !is_all);
        let next = next.filter(|_| self.count > 0);
        Ok(Next::announced(
            Some(more),
            next.map(|next| next.to_string()),
        ))
    }

    /// The address of the next page, which has to be at the origin that was asked.
    fn address(&self, envelope: &Envelope, found: Option<String>) -> Result<Option<String>, Error> {
        let Some(found) = found else {
            return Ok(None);
        };
        match self.asked.follow(&found) {
            Ok(address) => Ok(Some(address)),
            Err((kind, message)) => Err(envelope.error(kind, message)),
        }
    }
}

/// The members of an answer that tell about the page.
#[derive(Default)]
struct Members(Vec<(&'static str, Option<Value>)>);

impl Members {
    /// Reads them and the items, in one pass over the answer.
    fn read(envelope: &mut Envelope, items: &mut dyn List, paging: &Paging) -> Result<Self, Error> {
        let next = match paging.next {
            NextPage::Cursor(way) | NextPage::Address(way) => way,
            _ => &[],
        };
        let mut members: Vec<(&'static str, Option<Value>)> = Vec::new();
        for way in [next, paging.has_next, paging.total] {
            if let Some(name) = way.first()
                && members.iter().all(|(known, _)| known != name)
            {
                members.push((name, None));
            }
        }
        let others = members.iter_mut();
        let mut others: Vec<(&str, &mut dyn Json)> = others
            .map(|(name, value)| (*name, value as &mut dyn Json))
            .collect();
        envelope.read_list(items, &mut others, paging.may_lack_items)?;
        Ok(Self(members))
    }

    /// The value at the end of `way`; nothing where it is absent or null.
    fn at(&self, way: &[&str], envelope: &Envelope) -> Result<Option<Value>, Error> {
        let Some((first, rest)) = way.split_first() else {
            return Ok(None);
        };
        let (_, member) = match self.0.iter().find(|(name, _)| name == first) {
            Some(member) => member,
            None => return Ok(None),
        };
        let mut value = member.as_ref();
        for (depth, name) in rest.iter().enumerate() {
            value = match value {
                Some(Value::Object(members)) => members.get(*name),
                None | Some(Value::Null) => return Ok(None),
                Some(_) => return Err(unreadable(envelope, &way[..=depth], "an object")),
            };
        }
        Ok(value.filter(|value| !value.is_null()).cloned())
    }
}

/// A value as a cursor, which an empty text is not; nothing where it cannot be one.
#[allow(
    clippy::option_option,
    reason = "no cursor is not the same as an impossible one"
)]
fn cursor(value: Option<Value>) -> Option<Option<String>> {
    match value {
        None | Some(Value::Null) => Some(None),
        Some(Value::String(text)) => Some(Some(text).filter(|text| !text.is_empty())),
        Some(Value::Number(number)) => Some(Some(number.to_string())),
        Some(_) => None,
    }
}

/// The last item of the page, as it came: one that could not be read counts too.
fn last_item(envelope: &Envelope, items: &dyn List, count: usize) -> Option<Value> {
    let rejected = envelope.rejected_elements().last();
    match rejected.filter(|(index, _)| index + 1 == count) {
        Some((_, error)) => serde_json::from_str(&error.rejected()?.raw).ok(),
        None => items.last_item().map(json::to_value),
    }
}

fn way_through(mut value: Value, way: &[&str]) -> Option<Value> {
    for name in way {
        value = value.get_mut(*name)?.take();
    }
    Some(value)
}

/// A link may be an object around its address (JSON:API 1.1, "Links").
fn reference_of(value: Value) -> Value {
    match value {
        Value::Object(mut link) => link.remove("href").unwrap_or(Value::Null),
        value => value,
    }
}

fn unreadable(envelope: &Envelope, way: &[&str], expected: &str) -> Error {
    envelope.decode_error(&format!(
        "`{}`, which says whether another page follows, is not {expected}",
        way.join(".")
    ))
}
