//! The tree of resources that operations hang on.

use std::collections::{HashMap, HashSet};

use crate::api::{Location, Operation, OperationId, Resource};
use crate::lock::{Lock, key_of};

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
/// method, then the parameters of the path. One that has its name in the lock file keeps it.
pub(super) fn distinguish(operations: &mut [Operation], lock: &Lock) {
    let keys = operations.iter();
    let keys: Vec<String> = keys
        .map(|operation| key_of(operation.method.name(), &operation.path))
        .collect();
    let ways = lock.ways(&keys);
    let mut kept: HashSet<usize> = HashSet::new();
    let mut ways_kept: HashSet<&Vec<String>> = HashSet::new();
    for (at, (operation, way)) in operations.iter().zip(ways).enumerate() {
        if let Some(way) = way.filter(|way| operation.full_path() == **way)
            && ways_kept.insert(way)
        {
            kept.insert(at);
        }
    }
    for more in [with_method, with_parameters] {
        let mut count: HashMap<Vec<String>, usize> = HashMap::new();
        for operation in operations.iter() {
            *count.entry(operation.full_path()).or_default() += 1;
        }
        let is_repeated = |path: &Vec<String>| count.get(path).is_some_and(|count| *count > 1);
        for (at, operation) in operations.iter_mut().enumerate() {
            if is_repeated(&operation.full_path()) && !kept.contains(&at) {
                operation.name = more(operation);
            }
        }
    }
    let mut seen: HashSet<Vec<String>> = ways_kept.into_iter().cloned().collect();
    for (at, operation) in operations.iter_mut().enumerate() {
        while !kept.contains(&at) && !seen.insert(operation.full_path()) {
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
