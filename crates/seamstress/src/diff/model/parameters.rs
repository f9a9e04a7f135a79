//! Parameters, which are what callers give: which came and went, and their order.

use std::collections::BTreeSet;

use super::super::change::{Kind, Part, Place};
use super::super::rules::{
    BODY_FORMAT, NAME_ONLY, PARAMETER_ADDED, PARAMETER_ADDED_REQUIRED, PARAMETER_REMOVED, Rule,
};
use super::draft::described;
use super::operations::method_place;
use super::renames::{Candidate, renames, shape};
use super::{Draft, Side, Walk, operation_name};
use crate::api::{BodyFormat, Location, Operation, Parameter};

/// Both sides of an operation.
#[derive(Clone, Copy)]
pub(super) struct Both<'a> {
    pub(super) old: &'a Operation,
    pub(super) new: &'a Operation,
}

impl Walk<'_> {
    pub(super) fn parameters(&mut self, old: &Operation, new: &Operation) {
        let both = Both { old, new };
        if old.method == new.method {
            self.body_format(both);
        }
        let (pairs, gone, came) = matched(old, new);
        self.argument_order(both, &pairs);
        for (one, other) in pairs {
            self.parameter(both, one, other);
        }
        let candidates =
            |side: &Side<'_>, operation: &Operation, all: &[usize]| -> Vec<Candidate> {
                let one = |at: &usize| {
                    let parameter = &operation.parameters[*at];
                    let shape = shape(side, &parameter.ty, 2);
                    Candidate {
                        name: parameter.name.clone(),
                        shape: format!("{shape} {}", parameter.required),
                    }
                };
                all.iter().map(one).collect()
            };
        let renamed = renames(
            &candidates(self.old, old, &gone),
            &candidates(self.new, new, &came),
        );
        for (at, one) in gone.iter().enumerate() {
            let to = renamed.iter().find(|(from, _)| *from == at);
            self.parameter_removed(both, *one, to.map(|(_, to)| came[*to]));
        }
        for (at, other) in came.iter().enumerate() {
            if !renamed.iter().any(|(_, to)| *to == at) {
                self.parameter_added(both, *other);
            }
        }
    }

    /// What must be given is an argument, in the order of the document: programs see it.
    fn argument_order(&mut self, both: Both<'_>, pairs: &[(usize, usize)]) {
        let is_argument = |(one, other): &&(usize, usize)| {
            both.old.parameters[*one].required && both.new.parameters[*other].required
        };
        let mut arguments: Vec<(usize, usize)> =
            pairs.iter().filter(is_argument).copied().collect();
        arguments.sort_unstable();
        if arguments.is_sorted_by_key(|(_, other)| *other) {
            return;
        }
        let name = operation_name(both.new);
        let message = format!("what must be given to `{name}` is in another order");
        let requests = [
            self.old.paths.request(both.old),
            self.new.paths.request(both.new),
        ];
        let draft = Draft::new(Part::Parameter, Kind::Changed, &name, message, &NAME_ONLY)
            .was(method_place(self.old, both.old))
            .is(method_place(self.new, both.new));
        self.drafts
            .push(draft.claiming(requests.map(|request| format!("@request:{request}"))));
    }

    fn body_format(&mut self, both: Both<'_>) {
        let (was, is) = (&both.old.body, &both.new.body);
        if was == is || *was == BodyFormat::None || *is == BodyFormat::None {
            return;
        }
        let name = operation_name(both.new);
        let message = format!("what `{name}` is sent is written in another way");
        let words = |body: &BodyFormat| format!("{body:?}");
        let mut old = method_place(self.old, both.old);
        let mut new = method_place(self.new, both.new);
        (old.words, new.words) = (Some(words(was)), Some(words(is)));
        let draft = Draft::new(Part::Parameter, Kind::Changed, &name, message, &BODY_FORMAT);
        self.drafts.push(draft.was(old).is(new));
    }

    fn parameter_removed(&mut self, both: Both<'_>, at: usize, renamed: Option<usize>) {
        let parameter = &both.old.parameters[at];
        let name = name(both.new, parameter);
        let mut draft = match renamed {
            None => {
                let message = format!("`{name}` can no longer be given");
                Draft::new(
                    Part::Parameter,
                    Kind::Removed,
                    &name,
                    message,
                    &PARAMETER_REMOVED,
                )
            }
            Some(to) => {
                let other = &both.new.parameters[to];
                let message = format!(
                    "`{name}` is gone, and `{}` of the same type has come: probably renamed",
                    other.name
                );
                let added = if other.required {
                    &PARAMETER_ADDED_REQUIRED
                } else {
                    &PARAMETER_REMOVED
                };
                let mut draft = Draft::new(Part::Parameter, Kind::Renamed, &name, message, added);
                draft.new_types.extend(other.ty.named());
                draft
                    .is(self.parameter_place(self.new, both.new, to))
                    .claiming(parameter_claims(self.new, both.new, to))
            }
        };
        draft.old_types.extend(parameter.ty.named());
        let draft = draft
            .was(self.parameter_place(self.old, both.old, at))
            .claiming(parameter_claims(self.old, both.old, at));
        self.drafts.push(draft);
    }

    fn parameter_added(&mut self, both: Both<'_>, at: usize) {
        let parameter = &both.new.parameters[at];
        let name = name(both.new, parameter);
        let verb = if parameter.required { "must" } else { "may" };
        let message = format!("`{name}` is new, and {verb} be given");
        let rule = added(parameter.required);
        let mut draft = Draft::new(Part::Parameter, Kind::Added, &name, message, rule)
            .is(self.parameter_place(self.new, both.new, at))
            .claiming(parameter_claims(self.new, both.new, at));
        draft.new_types.extend(parameter.ty.named());
        self.drafts.push(draft);
    }

    pub(super) fn parameter_place(
        &self,
        side: &Side<'_>,
        operation: &Operation,
        at: usize,
    ) -> Place {
        let parameter = &operation.parameters[at];
        let words = format!("{}: {}", parameter.name, side.paths.value(&parameter.ty));
        let rust = match parameter.required {
            true => side.paths.method(operation),
            false => setter(side, operation, at),
        };
        described(&parameter.pointer, rust, words)
    }
}

/// `limit of GET /pets`
pub(super) fn name(operation: &Operation, parameter: &Parameter) -> String {
    format!("{} of {}", parameter.name, operation_name(operation))
}

fn setter(side: &Side<'_>, operation: &Operation, at: usize) -> String {
    let setters = side.paths.setters(operation);
    let setter = setters.get(at).map_or("", String::as_str);
    format!("{}::{setter}()", side.paths.request(operation))
}

/// A setter, or an argument of all methods that start the request.
pub(super) fn parameter_claims(side: &Side<'_>, operation: &Operation, at: usize) -> Vec<String> {
    let mut claims = vec![setter(side, operation, at)];
    claims.extend(side.paths.leaf(&operation.parameters[at].ty));
    if operation.parameters[at].required {
        claims.push(format!("@request:{}", side.paths.request(operation)));
    }
    claims
}

/// The pairs, what went and what came: all by their places in the two lists.
type Matched = (Vec<(usize, usize)>, Vec<usize>, Vec<usize>);

/// Which parameter is which: by name and place, by name, and in the path by their order.
fn matched(old: &Operation, new: &Operation) -> Matched {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let in_path = |operation: &Operation, at: usize| -> Option<usize> {
        let is_there = |one: &Parameter| one.location == Location::Path;
        is_there(&operation.parameters[at]).then(|| {
            operation.parameters[..at]
                .iter()
                .filter(|one| is_there(one))
                .count()
        })
    };
    let is_same: [&dyn Fn(usize, usize) -> bool; 3] = [
        &|one, other| {
            let (one, other) = (&old.parameters[one], &new.parameters[other]);
            one.name == other.name && one.location == other.location
        },
        &|one, other| old.parameters[one].name == new.parameters[other].name,
        &|one, other| in_path(old, one).is_some() && in_path(old, one) == in_path(new, other),
    ];
    for is_same in is_same {
        let taken: BTreeSet<usize> = pairs.iter().map(|(one, _)| *one).collect();
        for one in (0..old.parameters.len()).filter(|one| !taken.contains(one)) {
            let is_free = |other: &usize| !pairs.iter().any(|(_, taken)| taken == other);
            let mut others = (0..new.parameters.len()).filter(is_free);
            if let Some(other) = others.find(|other| is_same(one, *other)) {
                pairs.push((one, other));
            }
        }
    }
    let gone = (0..old.parameters.len()).filter(|at| !pairs.iter().any(|(one, _)| one == at));
    let gone: Vec<usize> = gone.collect();
    let came = (0..new.parameters.len()).filter(|at| !pairs.iter().any(|(_, other)| other == at));
    let came: Vec<usize> = came.collect();
    (pairs, gone, came)
}

/// What it means for servers that something which is sent has come, or must be there.
pub(super) fn added(required: bool) -> &'static Rule {
    if required {
        &PARAMETER_ADDED_REQUIRED
    } else {
        &PARAMETER_ADDED
    }
}
