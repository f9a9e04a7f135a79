//! The tree of resources that operations hang on.

use std::collections::{HashMap, HashSet};

use crate::api::{Location, Operation, OperationId, Resource};

/// The tree, each level in the order of the document. What has no resource hangs on the client.
pub(super) fn tree(operations: &[Operation]) -> Vec<Resource> {
    let mut roots = Vec::new();
    for (at, operation) in operations.iter().enumerate() {
        hang(&mut roots, &operation.resource, 0, OperationId(at));
    }
    roots
}

fn hang(level: &mut Vec<Resource>, path: &[String], depth: usize, operation: OperationId) {
    let Some(name) = path.get(depth) else { return };
    let at = level
        .iter()
        .position(|resource| resource.name == *name)
        .unwrap_or_else(|| {
            let path = path[..=depth].to_vec();
            level.push(Resource {
                name: name.clone(),
                path,
                ..Resource::default()
            });
            level.len() - 1
        });
    if depth + 1 == path.len() {
        level[at].operations.push(operation);
    } else {
        hang(&mut level[at].children, path, depth + 1, operation);
    }
}

/// Gives operations of one resource with one name further words, so that each can be called: the
/// method, then the parameters of the path.
pub(super) fn distinguish(operations: &mut [Operation]) {
    for more in [with_method, with_parameters] {
        let mut count: HashMap<Vec<String>, usize> = HashMap::new();
        for operation in operations.iter() {
            *count.entry(operation.full_path()).or_default() += 1;
        }
        let is_repeated = |path: &Vec<String>| count.get(path).is_some_and(|count| *count > 1);
        for operation in operations.iter_mut() {
            if is_repeated(&operation.full_path()) {
                operation.name = more(operation);
            }
        }
    }
    let mut seen = HashSet::new();
    for operation in operations {
        while !seen.insert(operation.full_path()) {
            operation.name.insert_str(0, "other_");
        }
    }
}

fn with_method(operation: &Operation) -> String {
    let (method, name) = (operation.method.name(), &operation.name);
    if name == method {
        name.clone()
    } else {
        format!("{method}_{name}")
    }
}

fn with_parameters(operation: &Operation) -> String {
    let parameters = operation.parameters.iter();
    let in_path = parameters.filter(|parameter| parameter.location == Location::Path);
    let names: Vec<&str> = in_path.map(|parameter| parameter.name.as_str()).collect();
    match names.as_slice() {
        [] => operation.name.clone(),
        names => format!("{}_by_{}", operation.name, names.join("_and_")),
    }
}
