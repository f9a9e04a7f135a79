//! What a node of the document became: by which rule, where in the crate, and with what complaints.

use std::path::PathBuf;

use crate::api::{Location as Place, Operation, Returns, Type, TypeKind, Union, Untyped};
use crate::diagnostic::{Diagnostic, Location};
use crate::document::Pointer;
use crate::job::Made;
use crate::rust::explain::{Named, named};

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

/// A file, a line in it, and the source there.
type Found = (PathBuf, usize, String);

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

/// The definition of the type `name`, where its source `fits`.
fn definition(made: &Made, name: &str, fits: impl Fn(&str) -> bool) -> Option<Found> {
    let starts = ["struct", "enum", "type"].map(|keyword| format!("pub {keyword} {name}"));
    let is_start = |line: &str| {
        starts.iter().any(|start| {
            let rest = line.strip_prefix(start.as_str());
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
        })
    };
    find(
        made,
        |file, line| file.starts_with("src/types") && is_start(line),
        "}",
    )
    .filter(|(_, _, code)| fits(code))
}

/// The method `name` that starts `request`.
fn method(made: &Made, name: &str, request: &str) -> Option<Found> {
    let start = format!("pub fn {name}(");
    let is_in_file = |text: &str| {
        text.contains(&format!("pub struct {request} "))
            || text.contains(&format!("pub struct {request}("))
    };
    signature(made, &start, is_in_file, "")
}

/// The setter `name` of `request`.
fn setter(made: &Made, name: &str, request: &str) -> Option<Found> {
    let start = format!("pub fn {name}(");
    let block = format!("impl {request} {{");
    signature(made, &start, |text| text.contains(&block), &block)
}

/// The lines of a function from `start` on, behind the line `after`, to where its body begins.
fn signature(
    made: &Made,
    start: &str,
    is_in_file: impl Fn(&str) -> bool,
    after: &str,
) -> Option<Found> {
    let file = made.files.iter().find(|file| {
        file.path.extension().is_some_and(|known| known == "rs")
            && is_in_file(&file.text)
            && file.text.contains(start)
    })?;
    let lines: Vec<&str> = file.text.lines().collect();
    let from = lines.iter().position(|line| line.contains(after))?;
    let at = lines[from..]
        .iter()
        .position(|line| line.trim_start().starts_with(start))?
        + from;
    let length = lines[at..].iter().position(|line| line.ends_with('{'))? + 1;
    let code = lines[at..at + length]
        .iter()
        .map(|line| line.trim_end_matches(" {"));
    let code = code.map(|line| line.strip_prefix("    ").unwrap_or(line));
    Some((
        file.path.clone(),
        at + 1,
        code.collect::<Vec<_>>().join("\n"),
    ))
}

/// The item that begins with a line that `is_start`, to the line `end` or its own if it ends there.
fn find(made: &Made, is_start: impl Fn(&str, &str) -> bool, end: &str) -> Option<Found> {
    made.files.iter().find_map(|file| {
        let path = file.path.to_string_lossy().replace('\\', "/");
        let lines: Vec<&str> = file.text.lines().collect();
        let at = lines.iter().position(|line| is_start(&path, line))?;
        let rest = &lines[at..];
        let length = if rest[0].ends_with([';', '}']) {
            1
        } else {
            rest.iter().position(|line| *line == end)? + 1
        };
        Some((file.path.clone(), at + 1, rest[..length].join("\n")))
    })
}

/// The line of the field `name`, and how many stand before it.
fn field(code: &str, name: &str) -> Option<(usize, String)> {
    let starts = [format!("pub {name}: "), format!("{name}: ")];
    code.lines().enumerate().find_map(|(at, line)| {
        let line = line.trim();
        let is_it = starts.iter().any(|start| line.starts_with(start.as_str()));
        is_it.then(|| (at, line.to_owned()))
    })
}

/// The rule, and whether the name is remembered from an earlier run.
fn with_lock(rule: String, is_locked: bool) -> String {
    match is_locked {
        true => format!("{rule}; its name is that of the lock file"),
        false => rule,
    }
}

fn rule_of_type(kind: &TypeKind) -> String {
    match kind {
        TypeKind::Object(object) => match &object.cases {
            Some(cases) => format!(
                "objects that the value of `{}` tells apart are one struct with the members that \
                 all share, and an enum with what only some have",
                cases.tag
            ),
            None => "an object is a struct with a field per property".to_owned(),
        },
        TypeKind::Enumeration(_) => {
            "a list of words is an open enum: other words are kept, and no error".to_owned()
        }
        TypeKind::Numbers(_) => {
            "a list of numbers is an open enum: other numbers are kept, and no error".to_owned()
        }
        TypeKind::Union(Union::Tagged { tag, .. }) => {
            format!("alternatives that the value of `{tag}` tells apart are an enum")
        }
        TypeKind::Union(Union::Dependent { .. }) => {
            "alternatives that a member beside tells apart are an enum".to_owned()
        }
        TypeKind::Union(Union::Shaped { .. }) => {
            "alternatives without a common tag are an enum, and told apart by what the JSON looks \
             like"
                .to_owned()
        }
        TypeKind::Alias(Type::Json) => {
            "of the values no more is known than that they are JSON".to_owned()
        }
        TypeKind::Alias(_) => {
            "a schema without parts of its own is another name for a type".to_owned()
        }
    }
}

fn rule_of_operation(operation: &Operation) -> String {
    let method = operation.method.name().to_ascii_uppercase();
    let result = match &operation.returns {
        Returns::Nothing => "gives nothing",
        Returns::Page { .. } => "gives a list",
        _ => "gives a value",
    };
    format!(
        "`{method} {}` is a method that {result}; what must be given is an argument, the rest are \
         setters",
        operation.path
    )
}

fn rule_of_parameter(required: bool, place: Place) -> String {
    let place = match place {
        Place::Path => "the path",
        Place::Query => "the query",
        Place::Header => "a header",
        Place::Cookie => "a cookie",
        _ => "the body",
    };
    if required {
        format!("what must be given is an argument of the method; it is sent in {place}")
    } else {
        format!("what may be given is a setter of the request; it is sent in {place}")
    }
}
