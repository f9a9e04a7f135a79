//! `required`: names that no property has.

use serde_json::Value;

use super::rules::{Rules, elements, members};
use crate::document::{Pointer, reference_of};
use crate::text::advise;

/// How many schemas are looked into for the properties of one.
const EFFORT: usize = 200;

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
        let mut properties = Properties {
            rules,
            names: Vec::new(),
            is_open: false,
            effort: EFFORT,
        };
        properties.around(&part.pointer);
        let Properties { names, is_open, .. } = properties;
        // A schema that describes no member at all says nothing about which there are.
        if is_open || names.is_empty() {
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

/// The properties that values of a schema may have.
struct Properties<'a, 'd> {
    rules: &'a Rules<'d>,
    names: Vec<&'d str>,
    /// Whether there may be others.
    is_open: bool,
    effort: usize,
}

impl<'d> Properties<'_, 'd> {
    /// Those of the schema at `pointer`, and of all that it is a part of.
    fn around(&mut self, pointer: &Pointer) {
        let mut outermost = pointer.clone();
        let mut at = pointer.clone();
        while let (Some(last), Some(above)) = (at.last().map(|l| l.into_owned()), at.parent()) {
            let is_part = match last.as_str() {
                "not" | "if" | "then" | "else" => true,
                index => {
                    let list = above.last().unwrap_or_default();
                    let is_list = ["allOf", "anyOf", "oneOf"].contains(&list.as_ref());
                    is_list && index.bytes().all(|byte| byte.is_ascii_digit())
                }
            };
            at = match above.parent() {
                Some(schema)
                    if is_part && !matches!(last.as_str(), "not" | "if" | "then" | "else") =>
                {
                    schema
                }
                _ if is_part => above,
                _ => break,
            };
            outermost = at.clone();
        }
        if let Some(schema) = self.rules.document.node(&outermost) {
            self.collect(schema);
        }
    }

    fn collect(&mut self, schema: &'d Value) {
        let Some(effort) = self.effort.checked_sub(1) else {
            self.is_open = true;
            return;
        };
        self.effort = effort;
        if let Some(reference) = reference_of(schema) {
            match self.rules.document.target(reference) {
                Some((_, target)) => self.collect(target),
                None => self.is_open = true,
            }
            return;
        }
        self.names
            .extend(members(schema, "properties").map(|(name, _)| name));
        let extra = schema.get("additionalProperties");
        self.is_open |= extra.is_some_and(|extra| extra.is_object() || *extra == Value::Bool(true))
            || schema.get("patternProperties").is_some();
        for list in ["allOf", "anyOf", "oneOf"] {
            elements(schema, list)
                .iter()
                .for_each(|part| self.collect(part));
        }
        for part in ["then", "else"] {
            schema
                .get(part)
                .into_iter()
                .for_each(|part| self.collect(part));
        }
    }
}
