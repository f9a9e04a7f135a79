//! Answers: what comes back.

use super::super::change::{Kind, Part, Ways};
use super::super::rules::{
    ANSWER_ADDED, ANSWER_KEY, ANSWER_KEY_KEPT, ANSWER_KIND, ANSWER_REMOVED, HEADER_REMOVED,
    LIST_KEY, RECEIVED_MENDED, Rule, WAITING_ADDED, WAITING_REMOVED,
};
use super::draft::Draft;
use super::operations::method_place;
use super::{Side, Walk, operation_name};
use crate::api::{AnswerHeader, Operation, Returns, Stream, Type, TypeId};

/// Rules of what no item of the crate is for.
const NEVER_SEEN: &[&str] = &[
    "header-removed",
    "answer-key",
    "answer-key-kept",
    "list-key",
    "pages-changed",
];

/// Rules of what brings or takes the types of an answer.
const OTHER_TYPES: [&Rule; 4] = [
    &ANSWER_ADDED,
    &ANSWER_REMOVED,
    &ANSWER_KIND,
    &RECEIVED_MENDED,
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

pub(super) const RECEIVED: Ways = Ways {
    sent: false,
    received: true,
};

/// The types with a name that an operation gives.
pub(super) fn named(returns: &Returns) -> impl Iterator<Item = TypeId> {
    returns.types().into_iter().filter_map(Type::named)
}

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
        self.headers(&name, old, new);
        let places = [method_place(self.old, old), method_place(self.new, new)];
        for at in start..self.drafts.len() {
            self.drafts[at].fill(&places);
            self.claim_answer(at, old, new);
        }
    }

    /// Says what of the crate is as it is because of a change of an answer.
    fn claim_answer(&mut self, at: usize, old: &Operation, new: &Operation) {
        let requests = [self.old.paths.request(old), self.new.paths.request(new)];
        let answers = [self.old.paths.answer(old), self.new.paths.answer(new)];
        let draft = &mut self.drafts[at];
        if draft.part == Part::Waiting {
            let waits = requests.iter().map(|request| format!("{request}::wait()"));
            draft.claims.extend(waits);
        } else if !NEVER_SEEN.contains(&draft.rule.id) && draft.claims.is_empty() {
            let results = requests.iter().map(|request| format!("@result:{request}"));
            draft.claims.extend(results);
            draft.claims.extend(answers);
        }
        if OTHER_TYPES.contains(&draft.rule) {
            draft.old_types.extend(named(&old.returns));
            draft.new_types.extend(named(&new.returns));
        }
    }

    fn headers(&mut self, name: &str, old: &Operation, new: &Operation) {
        for header in &old.headers {
            let is_it = |known: &AnswerHeader| known.name.eq_ignore_ascii_case(&header.name);
            if !new.headers.iter().any(is_it) {
                let what = format!("no longer has the header `{}`", header.name);
                self.answer_changed(name, &what, &HEADER_REMOVED);
            }
        }
    }

    pub(super) fn answer_changed(&mut self, name: &str, what: &str, rule: &'static Rule) {
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

    pub(super) fn returned(&mut self, name: &str, old: &Type, new: &Type) {
        if let Some(rule) = self.fit(old, new, RECEIVED) {
            let (was, is) = (self.old.paths.value(old), self.new.paths.value(new));
            let message = format!("`{name}` gives another type: `{is}` instead of `{was}`");
            let mut draft = Draft::new(Part::Answer, Kind::Changed, name, message, rule);
            draft.old_types.extend(old.named());
            draft.new_types.extend(new.named());
            self.drafts.push(draft);
        }
    }

    fn stream(&mut self, name: &str, old: &Stream, new: &Stream) {
        if (old.format, &old.media, &old.switch) != (new.format, &new.media, &new.switch) {
            self.answer_changed(name, "gives its items in another format", &ANSWER_KIND);
        }
        self.returned(name, &old.item, &new.item);
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
