//! Which operation of one document is which of the other.

use std::collections::{BTreeMap, HashSet};

use super::Side;
use super::renames::shape as type_shape;
use crate::api::{BodyFormat, Operation, path_shape};

/// Pairs, what only the old document has, and what only the new one has.
pub(super) type Matched<'a> = (
    Vec<(&'a Operation, &'a Operation)>,
    Vec<&'a Operation>,
    Vec<&'a Operation>,
);

/// Which operation is which: by path, method and the format of the body; then by less of that.
pub(super) fn matched<'a>(old: &Side<'a>, new: &Side<'a>) -> Matched<'a> {
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
        let mut rest = BTreeMap::<String, Vec<&Operation>>::new();
        for operation in &came {
            rest.entry(key(new, operation)).or_default().push(operation);
        }
        let mut count = BTreeMap::<String, usize>::new();
        for operation in &gone {
            *count.entry(key(old, operation)).or_default() += 1;
        }
        // Less than a path and a method tells what it is only where there is one on either side.
        let is_one = |wanted: &str, known: &[&Operation]| {
            at < 2 || (known.len() == 1 && count.get(wanted) == Some(&1))
        };
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
        let taken = pairs.iter().map(|(_, taken)| std::ptr::from_ref(*taken));
        let taken: HashSet<*const Operation> = taken.collect();
        came.retain(|one| !taken.contains(&std::ptr::from_ref(*one)));
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

/// Whether the document has the method and the path of an operation, perhaps for no client.
pub(super) fn has(side: &Side<'_>, operation: &Operation) -> bool {
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

/// What an operation takes and gives, without its path.
pub(super) fn shape(side: &Side<'_>, operation: &Operation) -> String {
    let mut parameters: Vec<String> = operation
        .parameters
        .iter()
        .map(|one| {
            format!(
                "{} {} {}",
                one.name,
                one.required,
                type_shape(side, &one.ty, 2)
            )
        })
        .collect();
    parameters.sort();
    let returned = operation.returns.types().into_iter();
    let returned: Vec<String> = returned.map(|ty| type_shape(side, ty, 2)).collect();
    format!(
        "{} {} -> {}",
        operation.method.name(),
        parameters.join(", "),
        returned.join(", ")
    )
}
