//! The nodes of a document, each with what it is.

use serde_json::Value;

use super::Pointer;
use super::grammar::Kind;

/// A node that is an object of the specification, and no data.
#[derive(Clone, Debug)]
pub(crate) struct Part<'d> {
    pub(crate) kind: Kind,
    pub(crate) pointer: Pointer,
    pub(crate) value: &'d Value,
}

/// All objects of a tree but those inside data and extensions, each before what it holds. Where
/// `is_left_out` says so of one, it is left out with all that it holds.
pub(crate) fn parts<'d>(tree: &'d Value, is_left_out: &dyn Fn(&Value) -> bool) -> Vec<Part<'d>> {
    let mut parts = Vec::new();
    walk(tree, &mut |kind, at, value| {
        if is_left_out(value) {
            return Inside::Skip;
        }
        parts.push(Part {
            kind,
            pointer: at.clone(),
            value,
        });
        Inside::Enter
    });
    parts
}

/// What to do with what an object holds.
pub(super) enum Inside {
    Enter,
    Skip,
}

/// What is done with an object: it is given its kind and its address, and says how to go on.
type See<'s, 'd> = dyn FnMut(Kind, &Pointer, &'d Value) -> Inside + 's;

/// Shows all objects of a tree but those inside data and extensions, each before what it holds.
pub(super) fn walk<'d>(tree: &'d Value, see: &mut See<'_, 'd>) {
    visit(Kind::Root, &mut Pointer::root(), tree, see);
}

/// Documents nest at most [`super::MAX_DEPTH`] levels.
fn visit<'d>(kind: Kind, at: &mut Pointer, value: &'d Value, see: &mut See<'_, 'd>) {
    match value {
        _ if matches!(kind, Kind::Data) => {}
        Value::Object(members) => {
            if let Inside::Skip = see(kind, at, value) {
                return;
            }
            for (name, member) in members.iter().filter(|(_, member)| is_inner(member)) {
                at.push(name);
                visit(kind.member(name), at, member, see);
                at.pop();
            }
        }
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                if is_inner(element) {
                    at.push(&index.to_string());
                    visit(kind.element(), at, element, see);
                    at.pop();
                }
            }
        }
        _ => {}
    }
}

fn is_inner(value: &Value) -> bool {
    value.is_object() || value.is_array()
}
