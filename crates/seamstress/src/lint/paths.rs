//! Paths: which are the same, and which parameters they and their operations know.

use std::collections::HashMap;

use serde_json::Value;

use super::rules::{Rules, elements, text};
use crate::api::path_shape;
use crate::document::Pointer;

pub(super) fn check(rules: &mut Rules<'_>) {
    shadowed(rules);
    parameters(rules);
}

/// Paths with the same steps, whatever their parameters are called, are identical and invalid
/// (OpenAPI 3.0.4, section 4.8.8.1).
fn shadowed(rules: &mut Rules<'_>) {
    let mut known: HashMap<String, &str> = HashMap::new();
    for (path, _, _) in rules.paths() {
        let shape = path_shape(path);
        match known.get(&shape) {
            Some(first) => {
                let at = Pointer::root().child("paths").child(path);
                let message = format!("this is the same path as `{first}`");
                let help = "give the parameter one name, and put all methods under one path";
                rules.warn("shadowed-path", &at, message, help);
            }
            None => {
                known.insert(shape, path);
            }
        }
    }
}

/// Names in braces without a parameter, and parameters without their name in braces (OpenAPI
/// 3.0.4, section 4.8.12.1), also of methods that the crate does not call.
fn parameters(rules: &mut Rules<'_>) {
    for operation in rules.operations() {
        let names = names(operation.path);
        let shared = declared(rules, &operation.item_at, operation.item, &names);
        let own = declared(rules, &operation.pointer, operation.node, &names);
        let unknown = names.iter().filter(|name| {
            let is_known = |known: &String| known == *name;
            !own.iter().any(is_known) && !shared.iter().any(is_known)
        });
        let unknown: Vec<String> = unknown.map(|name| format!("`{name}`")).collect();
        if !unknown.is_empty() {
            let list = unknown.join(", ");
            let message = format!("the path has {list}, of which no parameter says anything");
            let help = "it is taken as text; add it to `parameters` with `in: path`";
            rules.warn("undeclared-parameter", &operation.pointer, message, help);
        }
    }
}

/// The names of the parameters in the path that a list declares.
fn declared<'d>(
    rules: &mut Rules<'d>,
    at: &Pointer,
    node: &'d Value,
    names: &[&str],
) -> Vec<String> {
    let at = at.child("parameters");
    let mut declared = Vec::new();
    for (index, parameter) in elements(node, "parameters").iter().enumerate() {
        let Some((at, parameter)) = rules.follow(&at.index(index), parameter) else {
            continue;
        };
        let (Some("path"), Some(name)) = (text(parameter, "in"), text(parameter, "name")) else {
            continue;
        };
        if !names.contains(&name) {
            let message = format!("the path has no `{{{name}}}`");
            let help = "it is left out; add it to the path, or remove it";
            rules.warn("unused-parameter", &at, message, help);
        }
        declared.push(name.to_owned());
    }
    declared
}

/// The names in braces, each once.
fn names(path: &str) -> Vec<&str> {
    let parts = path.split('{').skip(1);
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in parts.filter_map(|rest| rest.split_once('}')) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
