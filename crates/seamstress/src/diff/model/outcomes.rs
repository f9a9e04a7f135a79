//! What comes back by status: of an operation with several answers, and of failures.

use super::super::change::{Kind, Part};
use super::super::rules::{ANSWER_ADDED, ANSWER_REMOVED, STATUS_ADDED, STATUS_REMOVED};
use super::answers::RECEIVED;
use super::draft::Draft;
use super::{Side, Walk, operation_name};
use crate::api::{Operation, Outcome, Status};

impl Walk<'_> {
    /// The answers of an operation that has several.
    pub(super) fn outcomes(
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
    pub(super) fn failures(&mut self, old: &Operation, new: &Operation) {
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
}

fn status_name(status: Status) -> String {
    match status {
        Status::Exactly(code) => code.to_string(),
        Status::Class(class) => format!("{class}XX"),
        Status::Default => "any other status".to_owned(),
    }
}
