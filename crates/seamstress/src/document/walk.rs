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
    let mut at = Pointer::root();
    visit(Kind::Root, &mut at, tree, is_left_out, &mut parts);
    parts
}

/// Documents nest at most [`super::MAX_DEPTH`] levels.
fn visit<'d>(
    kind: Kind,
    at: &mut Pointer,
    value: &'d Value,
    is_left_out: &dyn Fn(&Value) -> bool,
    parts: &mut Vec<Part<'d>>,
) {
    match value {
        Value::Object(members) if !matches!(kind, Kind::Data) && !is_left_out(value) => {
            parts.push(Part {
                kind,
                pointer: at.clone(),
                value,
            });
            for (name, member) in members.iter().filter(|(_, member)| is_inner(member)) {
                at.push(name);
                visit(kind.member(name), at, member, is_left_out, parts);
                at.pop();
            }
        }
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                if is_inner(element) {
                    at.push(&index.to_string());
                    visit(kind.element(), at, element, is_left_out, parts);
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
