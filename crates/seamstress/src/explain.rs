//! What a node of the document became: by which rule, where in the crate, and with what complaints.

use std::path::PathBuf;

use crate::api::Untyped;
use crate::diagnostic::{Diagnostic, Location};
use crate::document::Pointer;
use crate::job::Made;
use crate::rust::explain::{Named, named};

mod rules;
mod source;

use rules::{rule_of_operation, rule_of_parameter, rule_of_type, with_lock};
use source::{Found, definition, field, method, setter};

/// What a node of the document became.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The node that is explained: the one that was asked for, the one that this refers to, or the
    /// nearest around it that became something.
    pub pointer: Pointer,
    /// Where it stands.
    pub location: Location,
    /// What it became; nothing where it is no part of the crate.
    pub became: Vec<Became>,
    /// The complaints about it, and about what stands inside.
    pub diagnostics: Vec<Diagnostic>,
    /// What of it has no type.
    pub untyped: Vec<Untyped>,
}

/// A part of the emitted crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Became {
    /// `type`, `field`, `operation` or `parameter`.
    pub what: &'static str,
    /// What it is called: the name of a type, or how an operation is called.
    pub name: String,
    /// The rule that made it so, in one sentence.
    pub rule: String,
    /// The file, below the folder of the crate.
    pub file: Option<PathBuf>,
    /// The line in it, from 1.
    pub line: Option<usize>,
    /// The source there.
    pub code: String,
}

/// Explains the node at `pointer`, as the document's owner writes it. `None` where there is no such
/// node.
#[must_use]
pub fn explain(made: &Made, pointer: &Pointer) -> Option<Explanation> {
    let document = &made.document;
    let mut at = document.current(pointer);
    let node = document.node(&at)?;
    let mut became = became(made, &at);
    if became.is_empty()
        && let Ok((target, _)) = document.follow(&at, node)
    {
        at = target;
    }
    // A part of something is explained by that.
    loop {
        if became.is_empty() {
            became = self::became(made, &at);
        }
        if !became.is_empty() {
            break;
        }
        match at.parent() {
            Some(parent) => at = parent,
            None => break,
        }
    }
    if became.is_empty() {
        at = document.current(pointer);
    }
    let origin = document.origin(&at);
    let is_inside = |known: &Pointer| known.starts_with(&origin);
    let diagnostics = made.warnings.iter();
    let diagnostics = diagnostics.filter(|one| one.pointer.as_ref().is_some_and(is_inside));
    let untyped = made.api.untyped.iter();
    Some(Explanation {
        location: document.locate(&at),
        became,
        diagnostics: diagnostics.cloned().collect(),
        untyped: untyped
            .filter(|one| is_inside(&one.pointer))
            .cloned()
            .collect(),
        pointer: origin,
    })
}

fn became(made: &Made, at: &Pointer) -> Vec<Became> {
    named(&made.api, &made.config, at)
        .iter()
        .map(|named| one(made, named))
        .collect()
}

fn one(made: &Made, named: &Named) -> Became {
    let api = &made.api;
    match named {
        Named::Type { id, name } => {
            let kind = &api.type_def(*id).kind;
            let found = definition(made, name, |_| true);
            let is_locked = made.config.names.locked.has_type(name);
            let rule = with_lock(rule_of_type(kind), is_locked);
            of("type", name.clone(), rule, found)
        }
        Named::Field {
            owner_names, name, ..
        } => {
            let found = owner_names.iter().find_map(|owner| {
                let (file, line, code) =
                    definition(made, owner, |code| field(code, name).is_some())?;
                let (offset, code) = field(&code, name)?;
                Some((file, line + offset, code))
            });
            let owner = owner_names.first().map_or("", String::as_str);
            let rule =
                "a property is a field: an `Option` where it may be absent or null".to_owned();
            of("field", format!("{owner}::{name}"), rule, found)
        }
        Named::Method {
            at,
            call,
            name,
            request,
        } => {
            let operation = &api.operations[*at];
            let is_locked = made.config.names.locked.has_operation(operation);
            let rule = with_lock(rule_of_operation(operation), is_locked);
            of("operation", call.clone(), rule, method(made, name, request))
        }
        Named::Argument {
            operation,
            parameter,
            request,
            method: start,
            name,
        } => {
            let parameter = &api.operations[*operation].parameters[*parameter];
            let rule = rule_of_parameter(parameter.required, parameter.location);
            let found = if parameter.required {
                method(made, start, request)
            } else {
                setter(made, name, request)
            };
            of("parameter", name.clone(), rule, found)
        }
    }
}

fn of(what: &'static str, name: String, rule: String, found: Option<Found>) -> Became {
    let (file, line, code) = match found {
        Some((file, line, code)) => (Some(file), Some(line), code),
        None => (None, None, String::new()),
    };
    Became {
        what,
        name,
        rule,
        file,
        line,
        code,
    }
}
