//! Lists that come in pages, and those that do so no longer.

use super::super::change::{Kind, Part, Place};
use super::super::rules::{ANSWER_KIND, PAGES_ADDED, PAGES_CHANGED, PAGES_REMOVED};
use super::Walk;
use super::answers::named;
use super::draft::Draft;
use crate::api::{Api, Paging, Returns, Type};

impl Walk<'_> {
    /// Another kind of answer. A list that was an object with the list in it, or is one again, is the
    /// same on the wire.
    pub(super) fn other_kind(&mut self, name: &str, old: &Returns, new: &Returns) {
        let (list, rule, what) = match (old, new) {
            (Returns::Value { key: of, ty }, Returns::Page { key, item, .. }) => {
                let one = below(of, key).and_then(|key| listed(self.old.api, ty, key));
                let listed = one.map(|one| (one.clone(), item.clone()));
                (listed, &PAGES_ADDED, "comes in pages")
            }
            (Returns::Page { key, item, .. }, Returns::Value { key: of, ty }) => {
                let other = below(of, key).and_then(|key| listed(self.new.api, ty, key));
                let listed = other.map(|other| (item.clone(), other.clone()));
                (listed, &PAGES_REMOVED, "no longer comes in pages")
            }
            _ => (None, &ANSWER_KIND, ""),
        };
        let Some((one, other)) = list else {
            let what = format!("gives {} instead of {}", word(new), word(old));
            return self.answer_changed(name, &what, &ANSWER_KIND);
        };
        let kind = if rule.id == PAGES_ADDED.id {
            Kind::Added
        } else {
            Kind::Removed
        };
        let message = format!("the list of `{name}` {what}");
        let mut draft = Draft::new(Part::Pagination, kind, name, message, rule);
        draft.old_types.extend(named(old));
        draft.new_types.extend(named(new));
        self.drafts.push(draft);
        self.returned(name, &one, &other);
    }

    /// How the pages of a list are asked for.
    pub(super) fn paging(&mut self, name: &str, old: Option<&Paging>, new: Option<&Paging>) {
        let (kind, what, rule) = match (old, new) {
            (None, Some(_)) => (Kind::Added, "comes in pages", &PAGES_ADDED),
            (Some(_), None) => (Kind::Removed, "no longer comes in pages", &PAGES_REMOVED),
            (Some(old), Some(new)) if old != new => (
                Kind::Changed,
                "asks for its pages, or announces them, in another way",
                &PAGES_CHANGED,
            ),
            _ => return,
        };
        let message = format!("the list of `{name}` {what}");
        let words = |paging: Option<&Paging>| Place {
            words: paging.map(|paging| {
                format!(
                    "{}, by {:?}",
                    paging.next.name(),
                    paging.parameter.as_deref().unwrap_or_default()
                )
            }),
            ..Default::default()
        };
        let draft = Draft::new(Part::Pagination, kind, name, message, rule);
        self.drafts.push(draft.was(words(old)).is(words(new)));
    }
}

/// Where the member `key` of a body is in its member `of`, which an operation gives: that itself, or
/// a member of the body, where this is what it gives.
fn below<'a>(of: &Option<String>, key: &'a Option<String>) -> Option<Option<&'a str>> {
    match of {
        None => Some(key.as_deref()),
        Some(_) if of == key => Some(None),
        Some(_) => None,
    }
}

/// The items of the list in a body: the body itself, or the member `key` of it.
fn listed<'a>(api: &'a Api, ty: &'a Type, key: Option<&str>) -> Option<&'a Type> {
    let list = match (key, api.meant(ty)) {
        (None, ty) => ty,
        (Some(key), Type::Named(id)) => {
            let members = &api.type_def(*id).kind.object()?.members;
            &members.iter().find(|member| member.name == key)?.ty
        }
        _ => return None,
    };
    match api.meant(list) {
        Type::List(item) => Some(item),
        _ => None,
    }
}

fn word(returns: &Returns) -> &'static str {
    match returns {
        Returns::Nothing => "nothing",
        Returns::Value { .. } => "a value",
        Returns::Page { .. } => "a list",
        Returns::Text => "text",
        Returns::Content => "a file",
        Returns::Stream(_) => "items one by one",
        Returns::OneOf(_) => "one of several things by status",
    }
}
