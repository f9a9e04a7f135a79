//! Parameters of an operation, with the names of their arguments and setters.
//!
//! A parameter that is sent where most are, a query of `GET` or a member of the body of `POST`, and
//! is a word of snake_case, has its name before others; the lock file holds those of the rest.

use std::cell::LazyCell;
use std::collections::HashSet;

use proc_macro2::Ident;
use quote::format_ident;

use super::names::{Names, Pins, things};
use super::parts::{Part, Parts};
use super::{Emitter, ident};
use crate::api::{Api, Location, Method, Operation, Parameter};

/// Methods that every request has, so that no setter may have their names.
const TAKEN: &[&str] = &[
    "call_mut",
    "clone",
    "events",
    "events_blocking",
    "into_future",
    "items_blocking",
    "pages",
    "pages_blocking",
    "send",
    "send_blocking",
    "send_raw",
    "send_with_response",
    "stream",
    "wait",
    "wait_blocking",
    "wait_with",
    "with_body",
    "with_header",
    "with_idempotent",
    "with_retry",
    "with_strict",
    "with_timeout",
];

/// A parameter, its name in the operation, and the name of its setter.
pub(super) struct Bound<'a> {
    pub(super) parameter: &'a Parameter,
    pub(super) name: Ident,
    pub(super) setter: Ident,
}

/// The names of arguments and setters, by the numbers of operations.
pub(super) type BoundNames = Vec<Vec<(Ident, Ident)>>;

/// The names of all operations, and what is to be remembered of them.
pub(super) fn names(
    api: &Api,
    names: &Names,
    pins: &Pins,
    parts: &Parts<'_>,
) -> (BoundNames, Vec<Part>) {
    let (mut bound, mut remembered) = (BoundNames::new(), Vec::new());
    for operation in &api.operations {
        let scope = names.request(operation).to_string();
        let thing = || things::at("request", &operation.full_path());
        let is_known = !pins.is_empty() && pins.of(&thing()).is_some();
        let given = named(operation, &scope, is_known, parts);
        remembered.extend(to_remember(operation, &scope, &given, parts));
        bound.push(setters(&given));
    }
    (bound, remembered)
}

impl Emitter<'_> {
    /// The parameters of an operation; those of one name are told apart by where they are sent.
    pub(super) fn bound<'o>(&self, operation: &'o Operation) -> Vec<Bound<'o>> {
        let names = self.scopes.bound(operation).iter();
        let bound = operation.parameters.iter().zip(names);
        bound
            .map(|(parameter, (name, setter))| Bound {
                parameter,
                name: name.clone(),
                setter: setter.clone(),
            })
            .collect()
    }
}

/// The names of the arguments. In an operation that was there before, what is evident is named
/// before others: nothing that comes takes its name.
fn named(operation: &Operation, scope: &str, is_known: bool, parts: &Parts<'_>) -> Vec<String> {
    // The method has variables of its own.
    let mut taken = HashSet::from(["call".to_owned()]);
    taken.extend(operation.selector.iter().map(|_| "by".to_owned()));
    let mut names = vec![String::new(); operation.parameters.len()];
    let mut order: Vec<(bool, usize)> = Vec::new();
    for (at, parameter) in operation.parameters.iter().enumerate() {
        let pinned = parts.in_scope(scope, &key(operation, parameter), true);
        let pinned = pinned.filter(|_| !parameter.required).map(str::to_owned);
        match pinned.filter(|name| taken.insert(name.clone())) {
            Some(name) => names[at] = name,
            None => {
                let is_first = is_known && !parameter.required;
                order.push((!(is_first && is_evident(operation, parameter)), at));
            }
        }
    }
    order.sort_unstable();
    let reserved = parts.reserved(scope, '(');
    for (_, at) in order {
        let Some(parameter) = operation.parameters.get(at) else {
            continue;
        };
        let place = place(parameter);
        let is_own = parameter.required || is_evident(operation, parameter);
        let mut name = ident::alone(&parameter.name, &[]);
        while taken.contains(&name) || (!is_own && reserved.has(&name)) {
            name = format!("{place}_{name}");
        }
        taken.insert(name.clone());
        names[at] = name;
    }
    names
}

/// The arguments, and their setters.
fn setters(names: &[String]) -> Vec<(Ident, Ident)> {
    let idents = names.iter().map(|name| ident::unlike_keywords(name));
    let idents: Vec<Ident> = idents.collect();
    let setter = |name: &Ident| {
        let mut setter = name.clone();
        while TAKEN.iter().any(|taken| setter == taken)
            || setter != *name && idents.contains(&setter)
        {
            setter = format_ident!("set_{setter}");
        }
        setter
    };
    let setters: Vec<Ident> = idents.iter().map(setter).collect();
    idents.into_iter().zip(setters).collect()
}

/// What of an operation is to be remembered: arguments that nobody writes the names of need not be.
fn to_remember(
    operation: &Operation,
    scope: &str,
    names: &[String],
    parts: &Parts<'_>,
) -> Vec<Part> {
    let reserved = parts.reserved(scope, '(');
    let alone = |parameter: &Parameter| ident::alone(&parameter.name, &[]);
    let all = operation.parameters.iter();
    let required = LazyCell::new(|| -> HashSet<String> {
        let all = operation.parameters.iter();
        all.filter(|one| one.required).map(alone).collect()
    });
    let part = |(parameter, name): (&Parameter, &String)| {
        let alone = alone(parameter);
        let is_beside = required.contains(&alone);
        Part {
            scope: scope.to_owned(),
            key: key(operation, parameter),
            is_evident: is_evident(operation, parameter),
            is_general: true,
            is_contested: is_beside || reserved.has(name),
            name: name.clone(),
            alone,
        }
    };
    let optional = all.zip(names).filter(|(one, _)| !one.required);
    parts.to_remember(optional.map(part))
}

/// What tells a parameter from the others of its operation.
fn key(operation: &Operation, parameter: &Parameter) -> String {
    match place(parameter) == usual_place(operation.method) {
        true => format!("({})", parameter.name),
        false => format!("({} {})", place(parameter), parameter.name),
    }
}

fn is_evident(operation: &Operation, parameter: &Parameter) -> bool {
    place(parameter) == usual_place(operation.method) && ident::is_snake(&parameter.name)
}

fn place(parameter: &Parameter) -> &'static str {
    match parameter.location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
        Location::Body | Location::Whole => "body",
    }
}

/// Where most parameters of such operations are sent.
fn usual_place(method: Method) -> &'static str {
    match method {
        Method::Get | Method::Head | Method::Delete | Method::Options | Method::Trace => "query",
        _ => "body",
    }
}
