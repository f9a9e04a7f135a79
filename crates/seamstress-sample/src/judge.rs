//! Whether a schema allows a value.
//!
//! Drawing needs a judge where building is not enough: `not`, `oneOf` ("exactly one"), values of
//! an `enum` beside other keywords, and as the last check of every document. It knows the
//! keywords that the survey lets pass, and is no validator for others.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::rc::Rc;

use serde_json::Value;

use crate::document::Document;
use crate::format::Format;
use crate::hash::QuickHash;
use crate::number::{Bound, equal, is_integer, is_multiple};
use crate::pattern::Pattern;
use crate::schema::{Keywords, Schema, count};

/// How many schemas may apply to one value through each other. A loop of references that consumes
/// nothing would go on for ever; it allows nothing.
const NESTING: usize = 512;

/// Judges values by the schemas of a document.
#[derive(Debug)]
pub(crate) struct Judge<'a> {
    document: Document<'a>,
    patterns: RefCell<HashMap<String, Result<Rc<Pattern>, String>>>,
    tags: RefCell<HashMap<usize, Rc<Tags<'a>>, QuickHash>>,
}

/// The properties that list their values, by name.
type Tags<'a> = Vec<(&'a str, &'a Keywords)>;

impl<'a> Judge<'a> {
    pub(crate) fn new(document: Document<'a>) -> Self {
        let (patterns, tags) = Default::default();
        Self {
            document,
            patterns,
            tags,
        }
    }

    /// Whether `schema` allows `value`.
    pub(crate) fn accepts(&self, schema: &Schema<'a>, value: &Value) -> bool {
        self.allows(schema.value, value, NESTING)
    }

    /// The pattern, read once.
    pub(crate) fn pattern(&self, text: &str) -> Result<Rc<Pattern>, String> {
        if let Some(known) = self.patterns.borrow().get(text) {
            return known.clone();
        }
        let pattern = Pattern::new(text).map(Rc::new);
        let mut patterns = self.patterns.borrow_mut();
        patterns.insert(text.to_owned(), pattern.clone());
        pattern
    }

    /// Whether a text matches a pattern; one that cannot be read matches nothing.
    pub(crate) fn matches(&self, pattern: &str, text: &str) -> bool {
        self.pattern(pattern)
            .is_ok_and(|pattern| pattern.accepts(text))
    }

    /// Whether a text is of a format; a format that is not known allows all.
    pub(crate) fn is_of_format(&self, format: &str, text: &str) -> bool {
        Format::named(format).is_none_or(|format| self.matches(format.pattern, text))
    }

    // From here on, places do not matter: plain values are judged by plain values.

    fn allows(&self, schema: &'a Value, value: &Value, nesting: usize) -> bool {
        let Some(keywords) = schema.as_object() else {
            return schema.as_bool() == Some(true);
        };
        let Some(nesting) = nesting.checked_sub(1) else {
            return false;
        };
        (value.is_null() && self.document.allows_null(keywords))
            || (allows_type(keywords, value)
                && allows_listed(keywords, value)
                && self.allows_plainly(keywords, value, nesting)
                && self.allows_applied(keywords, value, nesting))
    }

    fn allows_plainly(&self, schema: &'a Keywords, value: &Value, nesting: usize) -> bool {
        match value {
            Value::String(text) => self.allows_text(schema, text),
            Value::Array(items) => self.allows_items(schema, items, nesting),
            Value::Object(members) => self.allows_members(schema, members, nesting),
            Value::Number(number) => {
                let multiple = schema.get("multipleOf").and_then(Value::as_number);
                let (lower, upper) = (Bound::lower(schema), Bound::upper(schema));
                lower
                    .iter()
                    .all(|end| end.allows(number, Ordering::Greater))
                    && upper.iter().all(|end| end.allows(number, Ordering::Less))
                    && multiple.is_none_or(|of| is_multiple(number, of))
            }
            Value::Null | Value::Bool(_) => true,
        }
    }

    fn allows_applied(&self, schema: &'a Keywords, value: &Value, nesting: usize) -> bool {
        let accepts = |part: &&'a Value| self.allows(part, value, nesting);
        let list = |keyword| schema.get(keyword).and_then(Value::as_array);
        let target = match schema.get("$ref").and_then(Value::as_str) {
            Some(reference) => match self.document.value_at(reference) {
                Some(target) => Some(target),
                None => return false,
            },
            None => None,
        };
        target.as_ref().is_none_or(accepts)
            && list("allOf").is_none_or(|parts| parts.iter().all(|part| accepts(&part)))
            && list("anyOf").is_none_or(|parts| parts.iter().any(|part| accepts(&part)))
            && list("oneOf").is_none_or(|parts| parts.iter().filter(accepts).take(2).count() == 1)
            && schema.get("not").is_none_or(|not| !accepts(&not))
            && schema.get("if").is_none_or(|condition| {
                let branch = if accepts(&condition) { "then" } else { "else" };
                schema.get(branch).is_none_or(|branch| accepts(&branch))
            })
    }

    fn allows_text(&self, schema: &Keywords, text: &str) -> bool {
        let length = || text.chars().count();
        let keyword = |keyword| schema.get(keyword).and_then(Value::as_str);
        count(schema, "minLength").is_none_or(|min| min <= length())
            && count(schema, "maxLength").is_none_or(|max| length() <= max)
            && keyword("pattern").is_none_or(|pattern| self.matches(pattern, text))
            && keyword("format").is_none_or(|format| self.is_of_format(format, text))
    }

    fn allows_items(&self, schema: &'a Keywords, items: &[Value], nesting: usize) -> bool {
        let first = schema.get("prefixItems").and_then(Value::as_array);
        let rest = schema.get("items");
        let allows = |(index, item)| {
            let part = first.and_then(|first| first.get(index)).or(rest);
            part.is_none_or(|part| self.allows(part, item, nesting))
        };
        count(schema, "minItems").is_none_or(|min| min <= items.len())
            && count(schema, "maxItems").is_none_or(|max| items.len() <= max)
            && items.iter().enumerate().all(allows)
            && schema.get("contains").is_none_or(|part| {
                let least = count(schema, "minContains").unwrap_or(1);
                let most = count(schema, "maxContains").unwrap_or(usize::MAX);
                let fitting = items.iter().filter(|item| self.allows(part, item, nesting));
                (least..=most).contains(&fitting.count())
            })
            && (schema.get("uniqueItems") != Some(&Value::Bool(true)) || are_unique(items))
    }

    fn allows_members(&self, schema: &'a Keywords, members: &Keywords, nesting: usize) -> bool {
        let names = schema.get("propertyNames");
        let required = schema.get("required").and_then(Value::as_array);
        let mut required = required.into_iter().flatten().filter_map(Value::as_str);
        count(schema, "minProperties").is_none_or(|min| min <= members.len())
            && count(schema, "maxProperties").is_none_or(|max| members.len() <= max)
            && self.allows_tags(schema, members)
            && required.all(|name| members.contains_key(name) || self.document.hides(schema, name))
            && members.iter().all(|(name, value)| {
                let name_fits = names
                    .is_none_or(|names| self.allows(names, &Value::String(name.clone()), nesting));
                name_fits && self.allows_member(schema, name, value, nesting)
            })
    }

    /// Whether the members that may have few values have one of them. This is asked again with
    /// all members; asked first, it tells most variants of a union apart at once.
    fn allows_tags(&self, schema: &'a Keywords, members: &Keywords) -> bool {
        let tags = self.tags(schema);
        tags.iter().all(|(name, property)| {
            members
                .get(*name)
                .is_none_or(|value| value.is_null() || allows_listed(property, value))
        })
    }

    /// The properties of a schema that list their values.
    fn tags(&self, schema: &'a Keywords) -> Rc<Tags<'a>> {
        let id = std::ptr::from_ref(schema).addr();
        if let Some(known) = self.tags.borrow().get(&id) {
            return known.clone();
        }
        let properties = schema.get("properties").and_then(Value::as_object);
        let properties = properties.into_iter().flatten();
        let listing = properties.filter_map(|(name, property)| {
            let property = property.as_object()?;
            let lists = property.contains_key("enum") || property.contains_key("const");
            lists.then_some((name.as_str(), property))
        });
        let tags: Rc<Tags<'a>> = Rc::new(listing.collect());
        self.tags.borrow_mut().insert(id, tags.clone());
        tags
    }

    fn allows_member(
        &self,
        schema: &'a Keywords,
        name: &str,
        value: &Value,
        nesting: usize,
    ) -> bool {
        let allows = |part: &'a Value| self.allows(part, value, nesting);
        let object = |keyword| schema.get(keyword).and_then(Value::as_object);
        let property = object("properties").and_then(|properties| properties.get(name));
        let patterns = object("patternProperties").into_iter().flatten();
        let mut is_known = property.is_some();
        for (_, part) in patterns.filter(|(pattern, _)| self.matches(pattern, name)) {
            is_known = true;
            if !allows(part) {
                return false;
            }
        }
        match property {
            Some(property) => allows(property),
            None => is_known || schema.get("additionalProperties").is_none_or(allows),
        }
    }

    /// What one schema says of a member: its property, the patterns that its name matches, or else
    /// `additionalProperties`.
    pub(crate) fn parts_of_member(&self, schema: &Schema<'a>, name: &str) -> Vec<Schema<'a>> {
        let mut parts: Vec<_> = schema.entry("properties", name).into_iter().collect();
        let patterns = schema.entries("patternProperties").into_iter();
        let matching = patterns.filter(|(pattern, _)| self.matches(pattern, name));
        parts.extend(matching.map(|(_, part)| part));
        if parts.is_empty() {
            parts.extend(schema.child("additionalProperties"));
        }
        parts
    }
}

fn allows_type(schema: &Keywords, value: &Value) -> bool {
    let is = |name: &str| match value {
        Value::Null => name == "null",
        Value::Bool(_) => name == "boolean",
        Value::Number(number) => name == "number" || (name == "integer" && is_integer(number)),
        Value::String(_) => name == "string",
        Value::Array(_) => name == "array",
        Value::Object(_) => name == "object",
    };
    match schema.get("type") {
        Some(Value::String(name)) => is(name),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).any(is),
        _ => true,
    }
}

fn allows_listed(schema: &Keywords, value: &Value) -> bool {
    let listed = schema.get("enum").and_then(Value::as_array);
    listed.is_none_or(|listed| listed.iter().any(|one| equal(one, value)))
        && schema.get("const").is_none_or(|one| equal(one, value))
}

/// Whether no two items are equal.
fn are_unique(items: &[Value]) -> bool {
    let mut rest = items;
    while let Some((first, others)) = rest.split_first() {
        if others.iter().any(|other| equal(first, other)) {
            return false;
        }
        rest = others;
    }
    true
}
