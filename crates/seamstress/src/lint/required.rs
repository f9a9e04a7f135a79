//! `required`: names that no property has.

use serde_json::Value;

use super::properties::{Properties, Through};
use super::rules::{Rules, elements};
use crate::document::Pointer;
use crate::text::advise;

/// JSON Schema lets `required` name anything; a name that nothing describes is a misspelling, or
/// was left behind when the property went.
pub(super) fn check(rules: &mut Rules<'_>) {
    for part in rules.schemas() {
        let names = elements(part.value, "required").iter();
        let own = part.value.get("properties");
        let is_own = |name: &&str| own.is_some_and(|own| own.get(*name).is_some());
        let missing: Vec<&str> = names
            .filter_map(Value::as_str)
            .filter(|n| !is_own(n))
            .collect();
        if missing.is_empty() {
            continue;
        }
        let Some(schema) = rules.document.node(&outermost(&part.pointer)) else {
            continue;
        };
        let properties = Properties::of(rules.document, schema, Through::Some);
        let names = properties.names();
        // A schema that describes no member at all says nothing about which there are.
        if properties.is_open || properties.is_cut || names.is_empty() {
            continue;
        }
        for name in missing.into_iter().filter(|name| !names.contains(name)) {
            let message = format!("`{name}` is required, and no property is called that");
            let help = advise(
                name,
                &names,
                "correct the name, or take it out of `required`",
            );
            rules.warn(
                "unknown-required",
                &part.pointer.child("required"),
                message,
                help,
            );
        }
    }
}

/// The schema that the one at `pointer` is a part of, or a part of a part.
fn outermost(pointer: &Pointer) -> Pointer {
    let mut outermost = pointer.clone();
    while let Some(around) = around(&outermost) {
        outermost = around;
    }
    outermost
}

/// The schema that the one at `pointer` is a part of, if it is one.
fn around(pointer: &Pointer) -> Option<Pointer> {
    let (above, last) = (pointer.parent()?, pointer.last()?);
    if ["not", "if", "then", "else"].contains(&last.as_ref()) {
        return Some(above);
    }
    let is_list = ["allOf", "anyOf", "oneOf"].contains(&above.last()?.as_ref());
    let is_index = last.bytes().all(|byte| byte.is_ascii_digit());
    above.parent().filter(|_| is_list && is_index)
}
