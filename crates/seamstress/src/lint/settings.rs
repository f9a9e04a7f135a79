//! Settings that name what the document does not have, or has no longer.
//!
//! Renames, the pages of single operations and the schemes of credentials are looked at where they
//! are used; here is what would otherwise do nothing, in silence.

use std::collections::HashSet;

use serde_json::Value;

use super::properties::{Properties, Through};
use super::rules::{Rules, elements, members, text};
use crate::diagnostic::Diagnostic;
use crate::document::{Kind, Pointer, parts};
use crate::text::advise;

const CODE: &str = "unused-setting";

pub(super) fn check(rules: &mut Rules<'_>) {
    conventions(rules);
    pagination(rules);
    waiting(rules);
    exchanges(rules);
}

/// Says that a value names nothing: of a section, a key, and the value itself.
fn unused(
    rules: &mut Rules<'_>,
    (section, key, value): (&'static str, &'static str, &str),
    message: String,
    help: String,
) {
    let message = format!("`{key}` under `[{section}]`: {message}");
    let warning = Diagnostic::warning(CODE, message).help(help);
    rules.found.push(warning.set_by(section, key, value));
}

/// Extensions that no node has.
fn conventions(rules: &mut Rules<'_>) {
    let settings = &rules.config.operations;
    let named = [
        ("response-key", settings.response_key.clone()),
        ("undocumented", settings.undocumented.clone()),
        ("deprecated", settings.deprecated.clone()),
    ];
    if named.iter().all(|(_, name)| name.is_none()) {
        return;
    }
    let all = parts(rules.document.root(), &|_| false);
    let keys = all
        .iter()
        .filter_map(|part| part.value.as_object())
        .flatten();
    let keys: HashSet<&str> = keys
        .map(|(key, _)| key.as_str())
        .filter(|key| key.starts_with("x-"))
        .collect();
    for (key, name) in named {
        let Some(name) = name.filter(|name| !keys.contains(name.as_str())) else {
            continue;
        };
        let mut known: Vec<&str> = keys.iter().copied().collect();
        known.sort_unstable();
        let help = advise(&name, &known, "correct the name, or remove the line");
        let message = format!("nothing has the extension `{name}`");
        unused(rules, ("operations", key, &name), message, help);
    }
}

/// The style of the whole API, of which no operation has the parts.
fn pagination(rules: &mut Rules<'_>) {
    let Some(config) = &rules.config.pagination else {
        return;
    };
    let parts = rules.parts();
    let parameters = parts.iter().filter(|part| part.kind == Kind::Parameter);
    let parameters = parameters.filter_map(|part| text(part.value, "name"));
    let properties = parts
        .iter()
        .flat_map(|part| members(part.value, "properties"));
    let properties: HashSet<&str> = properties.map(|(name, _)| name).collect();
    // What a query is called in one method is a member of the body in another.
    let known: HashSet<&str> = parameters.chain(properties.iter().copied()).collect();
    for (key, name) in [
        ("cursor-parameter", &config.cursor_parameter),
        ("info", &config.info),
        ("has-next", &config.has_next),
        ("next-cursor", &config.next_cursor),
    ] {
        if let Some(name) = name.as_ref().filter(|name| !known.contains(name.as_str())) {
            let mut known: Vec<&str> = known.iter().copied().collect();
            known.sort_unstable();
            let help = advise(name, &known, "correct the name, or remove the line");
            let message = format!("the document has no parameter and no property `{name}`");
            unused(rules, ("pagination", key, name), message, help);
        }
    }
}

/// The parts of an action that can be awaited.
fn waiting(rules: &mut Rules<'_>) {
    let Some(config) = &rules.config.waiting else {
        return;
    };
    let schemas = Pointer::root().child("components").child("schemas");
    let Some(schema) = rules.document.node(&schemas.child(&config.schema)) else {
        let all = rules.document.node(&schemas).and_then(Value::as_object);
        let known: Vec<&str> = all
            .into_iter()
            .flatten()
            .map(|(name, _)| name.as_str())
            .collect();
        let help = advise(&config.schema, &known, "correct it, or remove the section");
        let message = format!("no component schema is called `{}`", config.schema);
        return unused(rules, ("waiting", "schema", &config.schema), message, help);
    };
    let properties = Properties::of(rules.document, schema, Through::Some);
    let mut known = properties.names();
    known.sort_unstable();
    known.dedup();
    for (key, name) in [("status", &config.status), ("id", &config.id)] {
        if !properties.is_cut && !known.contains(&name.as_str()) {
            let help = advise(name, &known, "correct it, or remove the section");
            let message = format!("`{}` has no property `{name}`", config.schema);
            unused(rules, ("waiting", key, name), message, help);
        }
    }
    let states = properties
        .all
        .iter()
        .filter(|(name, _)| *name == config.status);
    let states = states.flat_map(|(_, property)| elements(property, "enum"));
    let states: Vec<&str> = states.filter_map(Value::as_str).collect();
    for (key, names) in [
        ("pending", &config.pending),
        ("success", &config.success),
        ("error", &config.error),
    ] {
        for name in names
            .iter()
            .filter(|name| !states.is_empty() && !states.contains(&name.as_str()))
        {
            let help = advise(name, &states, "correct it");
            let message = format!("`{}` is never `{name}`", config.status);
            unused(rules, ("waiting", key, name), message, help);
        }
    }
    let root = rules.document.root();
    let paths: Vec<&str> = members(root, "paths").map(|(path, _)| path).collect();
    if !paths.contains(&config.poll.as_str()) {
        let help = advise(&config.poll, &paths, "correct it, or remove the section");
        let message = format!("the document has no path `{}`", config.poll);
        unused(rules, ("waiting", "poll", &config.poll), message, help);
    }
}

/// Arguments of exchanges that the operation does not take, where it says what it takes.
fn exchanges(rules: &mut Rules<'_>) {
    for exchange in &rules.config.client.exchange {
        let operations = rules.operations();
        let operations = operations.iter().filter(|one| one.path == exchange.path);
        let mut known: Vec<&str> = Vec::new();
        let mut is_cut = false;
        for operation in operations {
            let lists = [operation.node, operation.item];
            let parameters = lists
                .into_iter()
                .flat_map(|node| elements(node, "parameters"));
            let parameters = parameters.filter_map(|one| rules.follow(&operation.pointer, one));
            known.extend(parameters.filter_map(|(_, one)| text(one, "name")));
            let body = operation.node.get("requestBody");
            let body = body.and_then(|body| rules.follow(&operation.pointer, body));
            for (_, media) in body
                .into_iter()
                .flat_map(|(_, body)| members(body, "content"))
            {
                if let Some(schema) = media.get("schema") {
                    let properties = Properties::of(rules.document, schema, Through::Some);
                    known.extend(properties.names());
                    is_cut |= properties.is_cut;
                }
            }
        }
        known.sort_unstable();
        known.dedup();
        let unknown = exchange.arguments.iter();
        let is_told = !known.is_empty() && !is_cut;
        let unknown = unknown.filter(|name| is_told && !known.contains(&name.as_str()));
        for name in unknown.cloned().collect::<Vec<_>>() {
            let help = advise(&name, &known, "correct it");
            let message = format!("`{}` takes no `{name}`", exchange.path);
            unused(
                rules,
                ("client.exchange", "arguments", &name),
                message,
                help,
            );
        }
    }
}
