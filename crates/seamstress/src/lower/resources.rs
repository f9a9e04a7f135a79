//! The tree of resources that operations hang on.

use std::collections::HashMap;

use crate::api::{Operation, OperationId, Resource};

/// The tree, each level in the order of the document.
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

/// Gives operations of one resource with one name the method as a further word, so that each can
/// be called.
pub(super) fn distinguish(operations: &mut [Operation]) {
    let mut count: HashMap<Vec<String>, usize> = HashMap::new();
    for operation in operations.iter_mut() {
        // An operation without a fixed step in its path still needs a resource to hang on.
        if operation.resource.is_empty() {
            operation.resource.push("root".to_owned());
        }
        *count.entry(operation.full_path()).or_default() += 1;
    }
    for operation in operations {
        if count
            .get(&operation.full_path())
            .is_some_and(|count| *count > 1)
        {
            operation.name = format!("{}_{}", operation.method.name(), operation.name);
        }
    }
}
