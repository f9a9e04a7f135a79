//! Operations: which of them is which, and what came and went.

use std::collections::BTreeSet;

use super::super::change::{Kind, Part, Place, Ways};
use super::super::rules::{
    DEPRECATED, NAME_ONLY, OPERATION_ADDED, OPERATION_HIDDEN, OPERATION_METHOD,
    OPERATION_METHOD_KEPT, OPERATION_REMOVED, UNDEPRECATED,
};
use super::draft::{described, place};
use super::renames::{Candidate, renames};
use super::{Draft, Side, Walk, operation_name};
use crate::api::{BodyFormat, Operation, Resource, path_shape};

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
        draft.old_types = operation
            .types()
            .into_iter()
            .filter_map(|ty| ty.named())
            .collect();
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
        draft.new_types = operation
            .types()
            .into_iter()
            .filter_map(|ty| ty.named())
            .collect();
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
        draft.old_types = old
            .types()
            .into_iter()
            .filter_map(|ty| ty.named())
            .collect();
        draft.new_types = new
            .types()
            .into_iter()
            .filter_map(|ty| ty.named())
            .collect();
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
        side.origin(&operation.pointer),
        side.paths.method(operation),
        side.paths.call(operation),
    )
}

pub(super) fn feature(side: &Side<'_>, operation: &Operation) -> BTreeSet<String> {
    BTreeSet::from([side.paths.feature(operation)])
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

/// Whether the document has the method and the path of an operation, perhaps for no client.
fn has(side: &Side<'_>, operation: &Operation) -> bool {
    let paths = side
        .made
        .document
        .root()
        .get("paths")
        .and_then(|paths| paths.as_object());
    let shape = path_shape(&operation.path);
    let mut items = paths
        .into_iter()
        .flatten()
        .filter(|(path, _)| path_shape(path) == shape);
    items.any(|(_, item)| item.get(operation.method.name()).is_some())
}

type Matched<'a> = (
    Vec<(&'a Operation, &'a Operation)>,
    Vec<&'a Operation>,
    Vec<&'a Operation>,
);

/// Which operation is which: by path, method and the format of the body; then by less of that.
fn matched<'a>(old: &Side<'a>, new: &Side<'a>) -> Matched<'a> {
    type Key<'k> = &'k dyn Fn(&Side<'_>, &Operation) -> String;
    let keys: [Key<'_>; 4] = [
        &|_, one| {
            format!(
                "{} {} {}",
                path_shape(&one.path),
                one.method.name(),
                format_name(&one.body)
            )
        },
        &|_, one| format!("{} {}", path_shape(&one.path), one.method.name()),
        // Another method is another operation, unless its name says that it is the same.
        &|_, one| format!("{} {}", path_shape(&one.path), one.full_path().join(".")),
        &|side, one| format!("{} {}", path_shape(&one.path), id(side, one)),
    ];
    let mut gone: Vec<&Operation> = old.api.operations.iter().collect();
    let mut came: Vec<&Operation> = new.api.operations.iter().collect();
    let mut pairs = Vec::new();
    for (at, key) in keys.into_iter().enumerate() {
        let mut rest = std::collections::BTreeMap::<String, Vec<&Operation>>::new();
        for operation in &came {
            rest.entry(key(new, operation)).or_default().push(operation);
        }
        let count = |wanted: &str| gone.iter().filter(|one| key(old, one) == wanted).count();
        // Less than a path and a method tells what it is only where there is one on either side.
        let is_one =
            |wanted: &str, known: &[&Operation]| at < 2 || (known.len() == 1 && count(wanted) == 1);
        let mut left = Vec::new();
        for operation in &gone {
            let key = key(old, operation);
            match rest.get_mut(&key) {
                Some(known) if !known.is_empty() && is_one(&key, known) => {
                    pairs.push((*operation, known.remove(0)))
                }
                _ => left.push(*operation),
            }
        }
        came.retain(|one| !pairs.iter().any(|(_, taken)| std::ptr::eq(*taken, *one)));
        gone = left;
    }
    (pairs, gone, came)
}

/// What the document calls an operation; its place where it says nothing.
fn id(side: &Side<'_>, operation: &Operation) -> String {
    let node = side.made.document.node(&operation.pointer);
    let id = node.and_then(|node| node.get("operationId")?.as_str());
    id.map_or_else(|| operation.pointer.to_string(), str::to_owned)
}

fn format_name(body: &BodyFormat) -> &'static str {
    match body {
        BodyFormat::None | BodyFormat::Json { .. } | BodyFormat::JsonValue { .. } => "json",
        BodyFormat::Form { .. } => "form",
        BodyFormat::Multipart { .. } => "multipart",
        BodyFormat::Content { .. } => "content",
    }
}

/// What an operation takes and gives, without its path.
fn shape(side: &Side<'_>, operation: &Operation) -> String {
    let mut parameters: Vec<String> = operation
        .parameters
        .iter()
        .map(|one| {
            format!(
                "{} {} {}",
                one.name,
                one.required,
                super::renames::shape(side, &one.ty, 2)
            )
        })
        .collect();
    parameters.sort();
    let returned = operation.returns.types().into_iter();
    let returned: Vec<String> = returned
        .map(|ty| super::renames::shape(side, ty, 2))
        .collect();
    format!(
        "{} {} -> {}",
        operation.method.name(),
        parameters.join(", "),
        returned.join(", ")
    )
}

/// The place of an operation, without words.
pub(super) fn method_place(side: &Side<'_>, operation: &Operation) -> Place {
    place(
        side.origin(&operation.pointer),
        side.paths.method(operation),
    )
}
