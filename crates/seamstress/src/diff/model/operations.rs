//! Operations: which of them is which, and what came and went.

use std::collections::BTreeSet;

use super::super::change::{Kind, Part, Place, Ways};
use super::super::rules::{
    ADDRESS, DEPRECATED, NAME_ONLY, OPERATION_ADDED, OPERATION_HIDDEN, OPERATION_METHOD,
    OPERATION_METHOD_KEPT, OPERATION_REMOVED, UNDEPRECATED,
};
use super::draft::{described, place};
use super::matching::{has, matched, shape};
use super::renames::{Candidate, renames};
use super::{Draft, Side, Walk, operation_name};
use crate::api::{Operation, Resource, Type, TypeId};

impl Walk<'_> {
    pub(super) fn operations(&mut self) {
        let (old, new) = (self.old, self.new);
        let (pairs, gone, came) = matched(old, new);
        for (one, other) in pairs {
            self.operation(one, other);
        }
        let candidates = |side: &Side<'_>, all: &[&Operation]| -> Vec<Candidate> {
            let one = |operation: &&Operation| Candidate {
                name: operation.path.clone(),
                shape: shape(side, operation),
            };
            all.iter().map(one).collect()
        };
        let renamed = renames(&candidates(old, &gone), &candidates(new, &came));
        for (at, operation) in gone.iter().enumerate() {
            match renamed.iter().find(|(from, _)| *from == at) {
                Some((_, to)) => self.operation_renamed(operation, came[*to]),
                None => self.operation_removed(operation),
            }
        }
        for (at, operation) in came.iter().enumerate() {
            if !renamed.iter().any(|(_, to)| *to == at) {
                self.operation_added(operation);
            }
        }
    }

    fn operation_removed(&mut self, operation: &Operation) {
        let name = operation_name(operation);
        let (rule, message) = match has(self.new, operation) {
            true => (
                &OPERATION_HIDDEN,
                "is in the document, and no longer part of the client",
            ),
            false => (&OPERATION_REMOVED, "is gone"),
        };
        let mut draft = Draft::new(
            Part::Operation,
            Kind::Removed,
            &name,
            format!("`{name}` {message}"),
            rule,
        )
        .was(operation_place(self.old, operation))
        .claiming(claims(self.old, operation));
        draft.old_types = named_types(operation);
        self.drafts.push(draft.of(&feature(self.old, operation)));
    }

    fn operation_added(&mut self, operation: &Operation) {
        let name = operation_name(operation);
        let mut draft = Draft::new(
            Part::Operation,
            Kind::Added,
            &name,
            format!("`{name}` is new"),
            &OPERATION_ADDED,
        )
        .is(operation_place(self.new, operation))
        .claiming(claims(self.new, operation));
        draft.new_types = named_types(operation);
        self.drafts.push(draft.of(&feature(self.new, operation)));
    }

    /// One that went and one that came with the same parameters and the same answer.
    fn operation_renamed(&mut self, old: &Operation, new: &Operation) {
        let (name, now) = (operation_name(old), operation_name(new));
        let rule = match has(self.new, old) {
            true => &OPERATION_HIDDEN,
            false => &OPERATION_REMOVED,
        };
        let message = format!(
            "`{name}` is gone, and `{now}` has come with the same parameters and answer: probably renamed"
        );
        let mut draft = Draft::new(Part::Operation, Kind::Renamed, &name, message, rule)
            .was(operation_place(self.old, old))
            .is(operation_place(self.new, new))
            .claiming(
                claims(self.old, old)
                    .into_iter()
                    .chain(claims(self.new, new)),
            );
        draft.old_types = named_types(old);
        draft.new_types = named_types(new);
        self.drafts.push(draft.of(&feature(self.new, new)));
        for (one, other) in old.returns.types().into_iter().zip(new.returns.types()) {
            self.fit(
                one,
                other,
                Ways {
                    sent: false,
                    received: true,
                },
            );
        }
    }

    /// Where the operation goes, if one side has a server for it alone.
    fn server(&mut self, name: &str, old: &Operation, new: &Operation) {
        if old.server == new.server {
            return;
        }
        let shown = |server: &Option<String>| match server {
            Some(server) => format!("`{server}`"),
            None => "the address of the API".to_owned(),
        };
        let (was, is) = (shown(&old.server), shown(&new.server));
        let message = format!("`{name}` goes to {is} instead of {was}");
        // Builders have a method for servers as long as there are some.
        let clients = [self.old, self.new].map(|side| side.paths.client());
        let draft = Draft::new(Part::Operation, Kind::Changed, name, message, &ADDRESS)
            .was(operation_place(self.old, old))
            .is(operation_place(self.new, new))
            .claiming(clients.map(|client| format!("{client}Builder::server()")));
        self.drafts.push(draft);
    }

    fn operation(&mut self, old: &Operation, new: &Operation) {
        let features: BTreeSet<String> = feature(self.old, old)
            .into_iter()
            .chain(feature(self.new, new))
            .collect();
        let name = operation_name(new);
        let start = self.drafts.len();
        let claims = || {
            claims(self.old, old)
                .into_iter()
                .chain(claims(self.new, new))
        };
        if old.method != new.method {
            let is_kept = has(self.new, old);
            let (was, is) = (
                old.method.name().to_uppercase(),
                new.method.name().to_uppercase(),
            );
            let message = format!("`{}` is sent by {is} instead of {was}", new.path);
            let rule = if is_kept {
                &OPERATION_METHOD_KEPT
            } else {
                &OPERATION_METHOD
            };
            let draft = Draft::new(Part::Operation, Kind::Changed, &name, message, rule)
                .was(operation_place(self.old, old))
                .is(operation_place(self.new, new));
            self.drafts.push(draft);
        }
        self.server(&name, old, new);
        let (was, is) = (self.old.paths.call(old), self.new.paths.call(new));
        if self.old.paths.method(old) != self.new.paths.method(new)
            || self.old.paths.request(old) != self.new.paths.request(new)
        {
            let message = format!("`{name}` is called by `{is}` instead of `{was}`");
            let draft = Draft::new(Part::Operation, Kind::Renamed, &name, message, &NAME_ONLY)
                .was(operation_place(self.old, old))
                .is(operation_place(self.new, new))
                .claiming(claims());
            self.drafts.push(draft);
        }
        if let Some(draft) = deprecation(
            &name,
            old.docs.deprecated.as_deref(),
            new.docs.deprecated.as_deref(),
        ) {
            let draft = draft
                .was(operation_place(self.old, old))
                .is(operation_place(self.new, new))
                .claiming([self.old.paths.method(old), self.new.paths.method(new)]);
            self.drafts.push(draft);
        }
        self.parameters(old, new);
        self.choices(old, new);
        self.answer(old, new);
        self.security(old, new);
        for draft in &mut self.drafts[start..] {
            draft.features.extend(features.iter().cloned());
        }
    }
}

/// A draft where something became deprecated, or no longer is.
pub(super) fn deprecation(name: &str, old: Option<&str>, new: Option<&str>) -> Option<Draft> {
    let (kind, rule, message) = match (old, new) {
        (None, Some("")) => (Kind::Added, &DEPRECATED, format!("`{name}` is deprecated")),
        (None, Some(reason)) => (
            Kind::Added,
            &DEPRECATED,
            format!("`{name}` is deprecated: {}", reason.trim_end_matches('.')),
        ),
        (Some(_), None) => (
            Kind::Removed,
            &UNDEPRECATED,
            format!("`{name}` is no longer deprecated"),
        ),
        _ => return None,
    };
    Some(Draft::new(Part::Deprecation, kind, name, message, rule))
}

pub(super) fn operation_place(side: &Side<'_>, operation: &Operation) -> Place {
    described(
        &operation.pointer,
        side.paths.method(operation),
        side.paths.call(operation),
    )
}

pub(super) fn feature(side: &Side<'_>, operation: &Operation) -> BTreeSet<String> {
    BTreeSet::from([side.paths.feature(operation)])
}

/// The types that an operation names.
fn named_types(operation: &Operation) -> Vec<TypeId> {
    let types = operation.types().into_iter();
    types.filter_map(Type::named).collect()
}

/// What is in the crate because of an operation: its method, its request, and the way to it.
fn claims(side: &Side<'_>, operation: &Operation) -> Vec<String> {
    let request = side.paths.request(operation);
    let mut claims = vec![
        side.paths.method(operation),
        format!("@request:{request}"),
        request,
        side.paths.answer(operation),
        format!("feature {}", side.paths.feature(operation)),
    ];
    claims.extend(side.paths.selector(operation));
    let mut level: &[Resource] = &side.api.resources;
    for step in &operation.resource {
        let Some(resource) = level.iter().find(|resource| resource.name == *step) else {
            break;
        };
        claims.extend(side.paths.resource(resource));
        level = &resource.children;
    }
    claims
}

/// The place of an operation, without words.
pub(super) fn method_place(side: &Side<'_>, operation: &Operation) -> Place {
    place(&operation.pointer, side.paths.method(operation))
}
