//! Answers: what comes back from an operation by its status, with failures, and in headers.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::source::{literal, type_text};
use super::{Emitter, docs, ident};
use crate::api::{Operation, Outcome, Returns, Status, Stream, StreamFormat, Type};

impl Emitter<'_> {
    /// What the table of a request says that comes back.
    pub(super) fn returned(&self, operation: &Operation) -> String {
        let text = |ty: &Type| type_text(&self.value_type(ty));
        match &operation.returns {
            Returns::Page { item, paging, .. } => {
                let paging = self.paging(paging.as_ref());
                format!("page {}, {paging}", text(item))
            }
            Returns::Value { ty, .. } => format!("value {}", text(ty)),
            Returns::Nothing => "value ()".to_owned(),
            Returns::Text => "answer String".to_owned(),
            Returns::Content => "download".to_owned(),
            Returns::Stream(stream) => format!("stream {}", self.items(stream)),
            Returns::OneOf(_) => format!("answer {}", self.names.answer(operation)),
        }
    }

    /// The line that gives a request `events()`, where it has that beside `send()`.
    pub(super) fn events_table(&self, operation: &Operation) -> Option<String> {
        let stream = operation.stream.as_ref()?;
        let name = self.names.request(operation);
        let switch = stream.switch.as_ref();
        let switch = switch.map_or_else(String::new, |name| format!(", {}", literal(name)));
        Some(format!(
            "seamstress_runtime::operation_events! {{ {name} => {}{switch} }}\n",
            self.items(stream)
        ))
    }

    fn items(&self, stream: &Stream) -> String {
        let format = match stream.format {
            StreamFormat::EventData => "EventData",
            StreamFormat::Events => "Events",
            StreamFormat::JsonLines => "JsonLines",
        };
        let (item, media) = (
            type_text(&self.value_type(&stream.item)),
            literal(&stream.media),
        );
        format!("{item}, seamstress_runtime::StreamFormat::{format}, {media}")
    }

    /// The enum of what an operation gives, where the status of the answer decides on that.
    pub(super) fn answer(&self, operation: &Operation) -> Option<TokenStream> {
        let Returns::OneOf(outcomes) = &operation.returns else {
            return None;
        };
        let (name, request) = (self.names.answer(operation), self.names.request(operation));
        let about = docs::ours(&format!(
            "What a [`{request}`] gives, by the status of the answer."
        ));
        let variants = variants(outcomes, status_name)
            .into_iter()
            .map(|(variant, outcome)| {
                let (docs, ty) = (docs::attributes(&outcome.docs), outcome.ty.as_ref());
                let content = ty.map(|ty| self.value_type(ty)).map(|ty| quote! { (#ty) });
                quote! { #docs #variant #content }
            });
        Some(quote! {
            #about
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            #[allow(clippy::large_enum_variant, reason = "there is one at a time")]
            pub enum #name {
                #(#variants,)*
                /// A status that this version of the crate does not know, with what came.
                Unknown(Value),
            }
        })
    }

    /// The table by which that enum is read.
    pub(super) fn answer_table(&self, operation: &Operation) -> Option<String> {
        let Returns::OneOf(outcomes) = &operation.returns else {
            return None;
        };
        let name = self.names.answer(operation);
        let mut rows: Vec<(Status, String)> = Vec::new();
        for (variant, outcome) in variants(outcomes, status_name) {
            let content = outcome
                .ty
                .as_ref()
                .map(|ty| type_text(&self.value_type(ty)));
            let content = content.map_or_else(String::new, |ty| format!("({ty})"));
            let status = pattern(outcome.status);
            rows.push((
                outcome.status,
                format!("        {status} => {variant}{content},\n"),
            ));
        }
        // The first that fits counts, and what is said of one status says more.
        rows.sort_by_key(|(status, _)| *status);
        let rows: String = rows.into_iter().map(|(_, row)| row).collect();
        Some(format!(
            "seamstress_runtime::outcomes! {{\n    {name} {{\n{rows}    }}\n}}\n"
        ))
    }

    /// What else the document says of the answers of an operation: what comes with failures, and
    /// which headers there are.
    pub(super) fn about_answers(&self, operation: &Operation) -> Option<TokenStream> {
        let mut text = needed_scopes(operation).unwrap_or_default();
        let headers = self.header_links(operation);
        if !headers.is_empty() {
            text.push_str(&format!("\nHeaders of the answer: {headers}.\n"));
        }
        let failures = self.failures(operation);
        if let Some(name) = self.failure_type(operation) {
            text.push_str(&format!(
                "\n# Errors\n\nA failure comes with a [`{name}`](crate::failures::{name}): see \
                 [`Error::failure`](crate::Error::failure).\n"
            ));
        } else if !failures.is_empty() {
            text.push_str(&format!(
                "\n# Errors\n\nA failure comes with a body: see [`Error::body`](crate::Error::body).\n\n{failures}"
            ));
        }
        (!text.is_empty()).then(|| self.texts.ours(&text))
    }

    /// A line per type: with which statuses it comes.
    fn failures(&self, operation: &Operation) -> String {
        let mut types: Vec<(&Type, Vec<String>)> = Vec::new();
        for failure in &operation.failures {
            let Some(ty) = &failure.ty else { continue };
            let status = match failure.status {
                Status::Exactly(code) => code.to_string(),
                Status::Class(class) => format!("{class}xx"),
                Status::Default => "others".to_owned(),
            };
            match types.iter_mut().find(|(known, _)| *known == ty) {
                Some((_, statuses)) => statuses.push(status),
                None => types.push((ty, vec![status])),
            }
        }
        let lines = types.into_iter().filter_map(|(ty, statuses)| {
            let name = self.names.of(ty.named()?);
            let statuses = statuses.join(", ");
            Some(format!("- {statuses}: [`{name}`](crate::types::{name})\n"))
        });
        lines.collect()
    }
}

/// What a status is among patterns.
pub(super) fn pattern(status: Status) -> String {
    match status {
        Status::Exactly(code) => code.to_string(),
        Status::Class(class) => format!("{class}00..={class}99"),
        Status::Default => "_".to_owned(),
    }
}

/// The variants of the enum, with their names.
pub(super) fn variants(
    outcomes: &[Outcome],
    status_name: fn(Status) -> String,
) -> Vec<(Ident, &Outcome)> {
    let mut taken = BTreeSet::new();
    let named = outcomes.iter().map(|outcome| {
        let mut name = status_name(outcome.status);
        while !taken.insert(name.clone()) {
            name.push('_');
        }
        (ident::ident(&name), outcome)
    });
    named.collect()
}

/// The name of a status (RFC 9110, section 15).
pub(super) fn status_name(status: Status) -> String {
    let name = match status {
        Status::Exactly(200) => "Ok",
        Status::Exactly(201) => "Created",
        Status::Exactly(202) => "Accepted",
        Status::Exactly(203) => "NonAuthoritative",
        Status::Exactly(204) => "NoContent",
        Status::Exactly(205) => "ResetContent",
        Status::Exactly(206) => "PartialContent",
        Status::Exactly(207) => "MultiStatus",
        Status::Exactly(208) => "AlreadyReported",
        Status::Exactly(300) => "MultipleChoices",
        Status::Exactly(301) => "MovedPermanently",
        Status::Exactly(302) => "Found",
        Status::Exactly(303) => "SeeOther",
        Status::Exactly(304) => "NotModified",
        Status::Exactly(307) => "TemporaryRedirect",
        Status::Exactly(308) => "PermanentRedirect",
        Status::Class(2) => "Success",
        Status::Class(3) => "Redirect",
        Status::Default => "Other",
        Status::Exactly(status) => return format!("Status{status}"),
        Status::Class(class) => return format!("Status{class}xx"),
    };
    name.to_owned()
}

/// Which scopes a call needs, where the document says so.
fn needed_scopes(operation: &Operation) -> Option<String> {
    let quoted = |text: &str| format!("`{}`", super::definitions::code(text));
    let scheme = |(name, scopes): &(String, Vec<String>)| {
        let scopes: Vec<String> = scopes.iter().map(|scope| quoted(scope)).collect();
        match scopes.is_empty() {
            true => quoted(name),
            false => format!("{} ({})", quoted(name), scopes.join(", ")),
        }
    };
    let alternatives = operation.scopes.iter().map(|schemes| {
        let schemes: Vec<String> = schemes.iter().map(scheme).collect();
        schemes.join(" and ")
    });
    let alternatives: Vec<String> = alternatives.collect();
    let nothing = match operation.anonymous {
        true => ", or nothing",
        false => "",
    };
    (!alternatives.is_empty())
        .then(|| format!("\nNeeds {}{nothing}.\n", alternatives.join(", or ")))
}
