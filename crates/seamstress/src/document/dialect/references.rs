//! References to nodes that have moved.

use serde_json::Value;

use crate::document::grammar::Kind;
use crate::document::moves::Moves;
use crate::document::reference::percent_decode;
use crate::document::{Pointer, reference_of};

/// Makes every `$ref` to a node that was moved lead to where it is now, and every mapping of a
/// discriminator that is a reference.
pub(super) fn rewrite(tree: &mut Value, moves: &Moves<Pointer>) {
    let back = moves.inverse();
    if !back.is_empty() {
        visit(tree, Kind::Root, &back);
    }
}

fn visit(node: &mut Value, kind: Kind, back: &Moves<Pointer>) {
    if kind == Kind::Data {
        return;
    }
    let is_names = matches!(kind, Kind::Names(_) | Kind::NamesAndExtensions(_));
    if !is_names
        && let Some(moved) = reference_of(node).and_then(|reference| moved(reference, back))
        && let Some(reference) = node.get_mut("$ref")
    {
        *reference = Value::String(moved);
    }
    match node {
        Value::Object(members) => {
            for (name, member) in members {
                if kind == Kind::Discriminator && name == "mapping" {
                    mapping(member, back);
                } else {
                    visit(member, kind.member(name), back);
                }
            }
        }
        Value::Array(elements) => {
            for element in elements {
                visit(element, kind.element(), back);
            }
        }
        _ => {}
    }
}

fn mapping(mapping: &mut Value, back: &Moves<Pointer>) {
    let values = mapping
        .as_object_mut()
        .into_iter()
        .flat_map(|map| map.values_mut());
    for value in values {
        if let Some(moved) = value.as_str().and_then(|reference| moved(reference, back)) {
            *value = Value::String(moved);
        }
    }
}

/// What a reference has to be now; nothing where it is right as it is.
fn moved(reference: &str, back: &Moves<Pointer>) -> Option<String> {
    let pointer = Pointer::parse(&percent_decode(reference.strip_prefix('#')?))?;
    let now = back.origin(&pointer);
    (now != pointer).then(|| written(&now))
}

/// A reference to the node at `pointer`: a `%` would be taken for the start of an escape.
pub(in crate::document) fn written(pointer: &Pointer) -> String {
    format!("#{}", pointer.as_str().replace('%', "%25"))
}
