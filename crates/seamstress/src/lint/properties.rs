//! The properties of a schema, and of all that it is composed of.

use std::collections::HashSet;

use serde_json::Value;

use super::rules::{elements, members};
use crate::document::{Document, reference_of};

/// How many schemas are looked into for the properties of one.
const EFFORT: usize = 200;

/// Which parts of a schema count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Through {
    /// Those that hold for every value: `allOf`.
    Every,
    /// Those that hold for some: alternatives and conditions, too.
    Some,
}

/// The properties that values of a schema may have.
#[derive(Debug, Default)]
pub(super) struct Properties<'d> {
    /// Names and schemas, in the order of the document.
    pub(super) all: Vec<(&'d str, &'d Value)>,
    /// Whether there may be others by what the schemas say.
    pub(super) is_open: bool,
    /// Whether there are more schemas than anyone would look into.
    pub(super) is_cut: bool,
}

impl<'d> Properties<'d> {
    /// Looks into each schema once, however often it is referred to.
    pub(super) fn of(document: &'d Document, schema: &'d Value, through: Through) -> Self {
        let mut found = Self::default();
        let mut seen = HashSet::new();
        let mut open = vec![schema];
        while let Some(schema) = open.pop() {
            let target = match reference_of(schema) {
                Some(reference) => document.target(reference).map(|(_, target)| target),
                None => Some(schema),
            };
            let Some(schema) = target else {
                found.is_open = true;
                continue;
            };
            if !seen.insert(std::ptr::from_ref(schema)) {
                continue;
            }
            if seen.len() > EFFORT {
                found.is_cut = true;
                break;
            }
            found.all.extend(members(schema, "properties"));
            found.is_open |= is_open(schema);
            // The last is taken first.
            let start = open.len();
            open.extend(parts(schema, through));
            open[start..].reverse();
        }
        found
    }

    pub(super) fn names(&self) -> Vec<&'d str> {
        self.all.iter().map(|(name, _)| *name).collect()
    }
}

fn is_open(schema: &Value) -> bool {
    let extra = schema.get("additionalProperties");
    extra.is_some_and(|extra| extra.is_object() || *extra == Value::Bool(true))
        || schema.get("patternProperties").is_some()
}

fn parts(schema: &Value, through: Through) -> impl Iterator<Item = &Value> {
    let (lists, single): (&[&str], &[&str]) = match through {
        Through::Every => (&["allOf"], &[]),
        Through::Some => (&["allOf", "anyOf", "oneOf"], &["then", "else"]),
    };
    let lists = lists.iter().flat_map(|list| elements(schema, list));
    lists.chain(single.iter().filter_map(|part| schema.get(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(schemas: &str, through: Through) -> (Vec<String>, bool, bool) {
        let text = format!("{{\"openapi\":\"3.0.3\",\"components\":{{\"schemas\":{schemas}}}}}");
        let (document, _) = Document::from_text("a.json", text, []).unwrap();
        let schema = document.root().pointer("/components/schemas/A").unwrap();
        let found = Properties::of(&document, schema, through);
        let names = found.names().into_iter().map(str::to_owned).collect();
        (names, found.is_open, found.is_cut)
    }

    #[test]
    fn parts_are_looked_into_in_their_order() {
        let schemas = r##"{
            "A": {"allOf": [{"properties": {"b": {}}}, {"$ref": "#/components/schemas/B"}],
                "properties": {"a": {}}, "oneOf": [{"properties": {"d": {}}}],
                "then": {"properties": {"e": {}}}},
            "B": {"allOf": [{"$ref": "#/components/schemas/A"}], "properties": {"c": {}}}}"##;
        let (every, ..) = found(schemas, Through::Every);
        assert_eq!(every, ["a", "b", "c"]);
        let (some, is_open, is_cut) = found(schemas, Through::Some);
        assert_eq!(some, ["a", "b", "c", "d", "e"]);
        assert!(!is_open && !is_cut);
    }

    /// Each level refers to the next one twice, and would be looked into a million times.
    #[test]
    fn no_schema_is_looked_into_twice() {
        let level = |at: usize| {
            let next = format!("{{\"$ref\":\"#/components/schemas/L{}\"}}", at + 1);
            format!("\"L{at}\":{{\"properties\":{{\"p{at}\":{{}}}},\"allOf\":[{next},{next}]}}")
        };
        let levels = |count: usize| {
            let levels: Vec<String> = (0..count).map(level).collect();
            format!(
                "{{\"A\":{{\"$ref\":\"#/components/schemas/L0\"}},{},\"L{count}\":{{}}}}",
                levels.join(",")
            )
        };
        let (names, is_open, is_cut) = found(&levels(20), Through::Every);
        assert_eq!((names.len(), is_open, is_cut), (20, false, false));
        let (names, _, is_cut) = found(&levels(2 * EFFORT), Through::Every);
        assert_eq!((names.len(), is_cut), (EFFORT, true));
    }

    #[test]
    fn what_leads_nowhere_and_what_allows_more_is_open() {
        for schema in [
            r##"{"$ref": "#/components/schemas/None"}"##,
            r#"{"additionalProperties": true}"#,
            r#"{"allOf": [{"patternProperties": {"^x": {}}}]}"#,
        ] {
            let (_, is_open, _) = found(&format!("{{\"A\":{schema}}}"), Through::Every);
            assert!(is_open, "{schema}");
        }
    }
}
