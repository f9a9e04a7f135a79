//! Names in snake_case that stand side by side, and so must differ.

use std::collections::BTreeSet;

use super::spelling::{cut, leading_letter, symbols};
use super::{case_of, snake_text};
use crate::case;

/// Names in snake_case for `texts`, which stand side by side: all different, and none of `taken`.
/// A text that is such a name already keeps it.
pub(in crate::rust) fn side_by_side(texts: &[&str], taken: &[&str]) -> Vec<String> {
    beside(texts, taken, &|_| None, &|_| false)
}

/// The same where some have a name already, by their place, and other names are reserved: only the
/// text that is such a name has it.
pub(in crate::rust) fn beside(
    texts: &[&str],
    taken: &[&str],
    pinned: &dyn Fn(usize) -> Option<String>,
    is_reserved: &dyn Fn(&str) -> bool,
) -> Vec<String> {
    let plain: Vec<String> = texts.iter().map(|text| snake_text(text)).collect();
    let mut used: BTreeSet<String> = taken.iter().map(|name| (*name).to_owned()).collect();
    let mut names = vec![String::new(); texts.len()];
    let mut order: Vec<(&str, usize)> = Vec::new();
    for (at, text) in texts.iter().copied().enumerate() {
        match pinned(at).filter(|name| used.insert(name.clone())) {
            Some(name) => names[at] = name,
            None => order.push((text, at)),
        }
    }
    order.sort_by_key(|(text, at)| plain.get(*at).is_some_and(|plain| plain != text));
    for (text, at) in order {
        let mut plain = plain.get(at).cloned().unwrap_or_default();
        if taken.contains(&plain.as_str()) {
            plain.push('_');
        }
        let is_free = |name: &String| !used.contains(name) && (name == text || !is_reserved(name));
        let mut name = match is_free(&plain) {
            true => plain,
            false => {
                let symbols = cut(leading_letter(case::snake(&symbols(text)), "_"));
                let with_case = format!("{}_{plain}", case_of(text).to_lowercase());
                let others = [symbols, with_case];
                let free = others.into_iter().find(is_free);
                free.unwrap_or(plain)
            }
        };
        while used.contains(&name) || (is_reserved(&name) && name != text) {
            name.insert_str(0, "other_");
        }
        used.insert(name.clone());
        names[at] = name;
    }
    names
}

/// What a text is called in snake_case where nothing else stands beside it.
pub(in crate::rust) fn alone(text: &str, taken: &[&str]) -> String {
    let mut plain = snake_text(text);
    if taken.contains(&plain.as_str()) {
        plain.push('_');
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_side_by_side_are_distinct() {
        for (texts, taken, names) in [
            (
                &["fooBar", "foo_bar"][..],
                &[][..],
                &["upper_foo_bar", "foo_bar"][..],
            ),
            (
                &["a-b", "a.b", "a b"],
                &[],
                &["a_b", "a_dot_b", "lower_a_b"],
            ),
            (&["new", "New"], &["new"], &["new_", "upper_new_"]),
            (
                &["a", "A", "-a", "a "],
                &[],
                &["a", "upper_a", "minus_a", "lower_a"],
            ),
            (
                &["self", "Self_", "self_"],
                &[],
                &["self", "self_underscore", "lower_self"],
            ),
        ] {
            assert_eq!(side_by_side(texts, taken), names, "{texts:?}");
        }
        let long = ["x".repeat(300), "x".repeat(299) + "y"];
        let names = side_by_side(&[&long[0], &long[1]], &[]);
        assert!(names[0] != names[1] && names.iter().all(|name| name.len() < 200));
    }
}
