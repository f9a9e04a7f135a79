//! Answers: what comes back.

use super::super::change::{Kind, Part, Place, Ways};
use super::super::rules::{
    ANSWER_ADDED, ANSWER_KEY, ANSWER_KEY_KEPT, ANSWER_KIND, ANSWER_REMOVED, HEADER_REMOVED,
    LIST_KEY, PAGES_ADDED, PAGES_CHANGED, PAGES_REMOVED, RECEIVED_MENDED, Rule, STATUS_ADDED,
    STATUS_REMOVED, WAITING_ADDED, WAITING_REMOVED,
};
use super::draft::Draft;
use super::fit::meant;
use super::operations::method_place;
use super::{Side, Walk, operation_name};
use crate::api::{Api, Operation, Outcome, Paging, Returns, Status, Stream, Type};

/// Rules of what no item of the crate is for.
const NEVER_SEEN: &[&str] = &[
    "header-removed",
    "answer-key",
    "answer-key-kept",
    "list-key",
    "pages-changed",
];

/// Whether an answer that is no failure says of itself that it has the member. Where that is said
/// in a schema with a name, it is not looked up: the verdict is the worse one then.
fn has(side: &Side<'_>, operation: &Operation, member: &str) -> bool {
    let node = side.made.document.node(&operation.pointer);
    let answers = node.and_then(|node| node.get("responses")?.as_object());
    let mut bodies = answers
        .into_iter()
        .flatten()
        .filter(|(status, _)| status.starts_with('2'))
        .filter_map(|(_, answer)| answer.get("content")?.as_object())
        .flatten();
    bodies.any(|(_, body)| {
        let members = body
            .get("schema")
            .and_then(|schema| schema.get("properties"));
        members.is_some_and(|members| members.get(member).is_some())
    })
}

const RECEIVED: Ways = Ways {
    sent: false,
    received: true,
};

impl Walk<'_> {
    pub(super) fn answer(&mut self, old: &Operation, new: &Operation) {
        let name = operation_name(new);
        let start = self.drafts.len();
        self.returns(&name, old, new);
        match (&old.stream, &new.stream) {
            (Some(was), Some(is)) => self.stream(&name, was, is),
            (Some(_), None) => {
                self.answer_changed(&name, "no longer gives items one by one", &ANSWER_REMOVED)
            }
            (None, Some(_)) => {
                self.answer_changed(&name, "also gives items one by one", &ANSWER_ADDED)
            }
            (None, None) => {}
        }
        self.waiting(&name, old, new);
        self.failures(old, new);
        for header in &old.headers {
            if !new
                .headers
                .iter()
                .any(|known| known.name.eq_ignore_ascii_case(&header.name))
            {
                self.answer_changed(
                    &name,
                    &format!("no longer has the header `{}`", header.name),
                    &HEADER_REMOVED,
                );
            }
        }
        let (was, is) = (method_place(self.old, old), method_place(self.new, new));
        let requests = [self.old.paths.request(old), self.new.paths.request(new)];
        for draft in &mut self.drafts[start..] {
            let fill = |place: &mut Option<Place>, from: Place| {
                let words = place.take().and_then(|place| place.words);
                *place = Some(Place { words, ..from });
            };
            fill(&mut draft.old, was.clone());
            fill(&mut draft.new, is.clone());
            if draft.part == Part::Waiting {
                draft
                    .claims
                    .extend(requests.iter().map(|request| format!("{request}::wait()")));
            } else if !NEVER_SEEN.contains(&draft.rule.id) && draft.claims.is_empty() {
                draft
                    .claims
                    .extend(requests.iter().map(|request| format!("@result:{request}")));
                draft
                    .claims
                    .extend([self.old.paths.answer(old), self.new.paths.answer(new)]);
            }
            if [
                &ANSWER_ADDED,
                &ANSWER_REMOVED,
                &ANSWER_KIND,
                &RECEIVED_MENDED,
            ]
            .contains(&draft.rule)
            {
                draft
                    .old_types
                    .extend(old.returns.types().into_iter().filter_map(Type::named));
                draft
                    .new_types
                    .extend(new.returns.types().into_iter().filter_map(Type::named));
            }
        }
    }

    fn answer_changed(&mut self, name: &str, what: &str, rule: &'static Rule) {
        let message = format!("`{name}` {what}");
        self.drafts
            .push(Draft::new(Part::Answer, Kind::Changed, name, message, rule));
    }

    fn returns(&mut self, name: &str, old: &Operation, new: &Operation) {
        let new_operation = new;
        match (&old.returns, &new.returns) {
            (Returns::Nothing, Returns::Nothing)
            | (Returns::Text, Returns::Text)
            | (Returns::Content, Returns::Content) => {}
            (Returns::Nothing, _) => self.answer_changed(name, "gives something", &ANSWER_ADDED),
            (_, Returns::Nothing) => self.answer_changed(name, "gives nothing", &ANSWER_REMOVED),
            (Returns::Value { key: was, ty: old }, Returns::Value { key: is, ty: new }) => {
                if was != is {
                    let is_kept = was
                        .as_deref()
                        .is_some_and(|was| has(self.new, new_operation, was));
                    let rule = if is_kept {
                        &ANSWER_KEY_KEPT
                    } else {
                        &ANSWER_KEY
                    };
                    self.key(name, was.as_deref(), is.as_deref(), rule);
                }
                self.returned(name, old, new);
            }
            (
                Returns::Page {
                    key: was,
                    item: old,
                    paging: one,
                },
                Returns::Page {
                    key: is,
                    item: new,
                    paging: other,
                },
            ) => {
                if was != is {
                    self.key(name, was.as_deref(), is.as_deref(), &LIST_KEY);
                }
                self.returned(name, old, new);
                self.paging(name, one.as_ref(), other.as_ref());
            }
            (Returns::Stream(old), Returns::Stream(new)) => self.stream(name, old, new),
            (Returns::OneOf(was), Returns::OneOf(is)) => self.outcomes(name, (old, was), (new, is)),
            (Returns::Value { ty, .. }, Returns::OneOf(outcomes))
            | (Returns::OneOf(outcomes), Returns::Value { ty, .. })
                if outcomes.iter().any(|one| {
                    one.ty.is_some()
                        && one.ty.as_ref().map(Type::is_collection) == Some(ty.is_collection())
                }) =>
            {
                self.answer_changed(
                    name,
                    "gives a value that depends on the status, or no longer does",
                    &RECEIVED_MENDED,
                );
            }
            (was, is) => self.other_kind(name, was, is),
        }
    }

    /// Another kind of answer. A list that was an object with the list in it, or is one again, is the
    /// same on the wire.
    fn other_kind(&mut self, name: &str, old: &Returns, new: &Returns) {
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
        draft
            .old_types
            .extend(old.types().into_iter().filter_map(Type::named));
        draft
            .new_types
            .extend(new.types().into_iter().filter_map(Type::named));
        self.drafts.push(draft);
        self.returned(name, &one, &other);
    }

    fn key(&mut self, name: &str, old: Option<&str>, new: Option<&str>, rule: &'static Rule) {
        let place = |key: Option<&str>| {
            key.map_or_else(|| "the whole body".to_owned(), |key| format!("`{key}`"))
        };
        let what = format!(
            "gives its value in {} instead of {}",
            place(new),
            place(old)
        );
        self.answer_changed(name, &what, rule);
    }

    fn returned(&mut self, name: &str, old: &Type, new: &Type) {
        if let Some(rule) = self.fit(old, new, RECEIVED) {
            let (was, is) = (self.old.paths.value(old), self.new.paths.value(new));
            let message = format!("`{name}` gives another type: `{is}` instead of `{was}`");
            let mut draft = Draft::new(Part::Answer, Kind::Changed, name, message, rule);
            draft.old_types.extend(old.named());
            draft.new_types.extend(new.named());
            self.drafts.push(draft);
        }
    }

    fn paging(&mut self, name: &str, old: Option<&Paging>, new: Option<&Paging>) {
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

    fn stream(&mut self, name: &str, old: &Stream, new: &Stream) {
        if (old.format, &old.media, &old.switch) != (new.format, &new.media, &new.switch) {
            self.answer_changed(name, "gives its items in another format", &ANSWER_KIND);
        }
        self.returned(name, &old.item, &new.item);
    }

    fn outcomes(
        &mut self,
        name: &str,
        old: (&Operation, &[Outcome]),
        new: (&Operation, &[Outcome]),
    ) {
        let with =
            |all: &[Outcome], status: Status| all.iter().find(|one| one.status == status).cloned();
        for outcome in old.1 {
            let status = status_name(outcome.status);
            let now = with(new.1, outcome.status);
            let (what, rule) = match (&outcome.ty, now.as_ref().map(|now| &now.ty)) {
                (_, None) => ("no longer answers", &STATUS_REMOVED),
                (Some(was), Some(Some(is))) => {
                    self.returned(name, was, is);
                    continue;
                }
                (Some(_), Some(None)) => ("gives nothing with", &ANSWER_REMOVED),
                (None, Some(Some(_))) => ("gives something with", &ANSWER_ADDED),
                (None, Some(None)) => continue,
            };
            self.answer_changed(name, &format!("{what} {status}"), rule);
            self.claim_outcome(self.old, old.0, outcome.status);
        }
        for outcome in new.1.iter().filter(|one| with(old.1, one.status).is_none()) {
            let status = status_name(outcome.status);
            self.answer_changed(name, &format!("may answer {status}"), &STATUS_ADDED);
            self.claim_outcome(self.new, new.0, outcome.status);
        }
    }

    /// Says that the last draft is about the variant of a status.
    fn claim_outcome(&mut self, side: &Side<'_>, operation: &Operation, status: Status) {
        let answer = side.paths.answer(operation);
        let outcomes = side.paths.outcomes(operation).into_iter();
        let variants = outcomes.filter(|(known, _)| *known == status);
        if let Some(draft) = self.drafts.last_mut() {
            draft
                .claims
                .extend(variants.map(|(_, variant)| format!("{answer}::{variant}")));
        }
    }

    /// What comes with failures that both sides have. Others are words in the documentation.
    fn failures(&mut self, old: &Operation, new: &Operation) {
        for failure in &old.failures {
            let now = new.failures.iter().find(|one| one.status == failure.status);
            let (Some(was), Some(is)) = (&failure.ty, now.and_then(|now| now.ty.as_ref())) else {
                continue;
            };
            if let Some(rule) = self.fit(was, is, RECEIVED) {
                let name = operation_name(new);
                let message = format!(
                    "`{name}` gives another type with {}",
                    status_name(failure.status)
                );
                self.drafts.push(Draft::new(
                    Part::Answer,
                    Kind::Changed,
                    &name,
                    message,
                    rule,
                ));
            }
        }
    }

    fn waiting(&mut self, name: &str, old: &Operation, new: &Operation) {
        let (kind, what, rule) = match (&old.waiting, &new.waiting) {
            (None, Some(_)) => (Kind::Added, "can be awaited", &WAITING_ADDED),
            (Some(_), None) => (Kind::Removed, "can no longer be awaited", &WAITING_REMOVED),
            (Some(old), Some(new)) if old != new => (
                Kind::Changed,
                "is in another member of the answer",
                &WAITING_REMOVED,
            ),
            _ => return,
        };
        let message = format!("what `{name}` starts {what}");
        self.drafts
            .push(Draft::new(Part::Waiting, kind, name, message, rule));
    }

    /// What the server sends by itself.
    pub(super) fn events(&mut self) {
        let (old, new) = (self.old.paths.event(), self.new.paths.event());
        if let (Some(old), Some(new)) = (old, new) {
            self.meet(old, new, RECEIVED);
        }
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
    let list = match (key, meant(api, ty)) {
        (None, ty) => ty,
        (Some(key), Type::Named(id)) => {
            let members = &api.type_def(*id).kind.object()?.members;
            &members.iter().find(|member| member.name == key)?.ty
        }
        _ => return None,
    };
    match meant(api, list) {
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

fn status_name(status: Status) -> String {
    match status {
        Status::Exactly(code) => code.to_string(),
        Status::Class(class) => format!("{class}XX"),
        Status::Default => "any other status".to_owned(),
    }
}
