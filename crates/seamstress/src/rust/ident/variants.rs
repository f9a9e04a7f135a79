//! Names of variants, which stand side by side in an enum.

use std::collections::BTreeSet;

use super::{case_of, pascal, pascal_in_full};

/// Names that no variant has: the first is ours, the second is no identifier.
const TAKEN_VARIANTS: &[&str] = &["Unknown", "Self"];

/// What variants of an enum are named after, by their place.
pub(in crate::rust) struct Wishes<'a> {
    pub(in crate::rust) texts: &'a [&'a str],
    /// The names that some have already.
    pub(in crate::rust) pinned: &'a dyn Fn(usize) -> Option<String>,
    /// Those that have the name of their text before others that are spelled alike.
    pub(in crate::rust) is_evident: &'a dyn Fn(usize) -> bool,
    /// Names that only what is evident takes.
    pub(in crate::rust) is_reserved: &'a dyn Fn(&str) -> bool,
}

/// The names of enum variants: each valid, all different, and none `Unknown`, which is ours.
pub(in crate::rust) fn variants(wishes: &Wishes<'_>) -> Vec<String> {
    let taken = TAKEN_VARIANTS.iter().map(|name| (*name).to_owned());
    let mut taken: BTreeSet<String> = taken.collect();
    let mut names = vec![String::new(); wishes.texts.len()];
    let mut order: Vec<usize> = Vec::new();
    for (at, name) in names.iter_mut().enumerate() {
        match (wishes.pinned)(at).filter(|name| taken.insert(name.clone())) {
            Some(pinned) => *name = pinned,
            None => order.push(at),
        }
    }
    order.sort_by_key(|at| !(wishes.is_evident)(*at));
    for at in order {
        let is_evident = (wishes.is_evident)(at);
        let is_free =
            |name: &String| !taken.contains(name) && (is_evident || !(wishes.is_reserved)(name));
        let text = wishes.texts.get(at).copied().unwrap_or_default();
        let name = variant(text, &is_free);
        taken.insert(name.clone());
        names[at] = name;
    }
    names
}

/// The name of a variant where nothing else stands beside it.
pub(in crate::rust) fn variant_alone(text: &str) -> String {
    variant(text, &|name| !TAKEN_VARIANTS.contains(&name.as_str()))
}

fn variant(text: &str, is_free: &dyn Fn(&String) -> bool) -> String {
    let plain = pascal(text);
    if is_free(&plain) {
        return plain;
    }
    // What the server calls unknown is known here; other names collide by case or symbols.
    let case = match plain.as_str() {
        "Unknown" => "Reported",
        _ => case_of(text),
    };
    let others = [pascal_in_full(text), format!("{case}{plain}")];
    let free = others.into_iter().find(is_free);
    let mut name = free.unwrap_or(plain);
    while !is_free(&name) {
        name.insert_str(0, "Other");
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rust::ident::is_snake;

    #[test]
    fn variant_names_are_distinct() {
        let texts = [
            "string",
            "string[]",
            "a",
            "A",
            "1hour",
            "=",
            "",
            "unknown",
            "self",
            "LOCK_DOOR",
        ];
        let names = variants(&Wishes {
            texts: &texts,
            pinned: &|_| None,
            is_evident: &|at| is_snake(texts[at]),
            is_reserved: &|_| false,
        });
        let expected = [
            "String",
            "StringList",
            "A",
            "UpperA",
            "OneHour",
            "Equal",
            "Empty",
            "ReportedUnknown",
            "LowerSelf",
            "LockDoor",
        ];
        assert_eq!(names, expected);
    }
}
