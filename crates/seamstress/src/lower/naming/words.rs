//! Words: names of any spelling as lists of words that can be compared.

use std::collections::BTreeSet;

use super::super::schema::singular;
use crate::case;

/// A name in snake case, whatever it was; what has no letters stays as it is.
pub(super) fn snake(text: &str) -> String {
    // Spelt like this everywhere, it is one word all the same.
    let text = text.replace("OAuth", "Oauth");
    let name = case::snake(&text);
    if name.is_empty() { text } else { name }
}

/// The words of a name in snake case.
pub(super) fn split(name: &str) -> Vec<&str> {
    name.split('_').filter(|word| !word.is_empty()).collect()
}

/// The words of a name in snake case, each in the singular.
pub(super) fn stems(name: &str) -> Vec<String> {
    split(name).into_iter().map(stem).collect()
}

/// A word in the singular.
pub(super) fn stem(word: &str) -> String {
    singular(word).into_owned()
}

/// A name in snake case without the words whose stems are `known`.
pub(super) fn without(name: &str, known: &BTreeSet<String>) -> String {
    let rest = split(name)
        .into_iter()
        .filter(|word| !known.contains(&stem(word)));
    rest.collect::<Vec<_>>().join("_")
}

/// Plurals that there is one of.
const ONE: &[&str] = &[
    "analytics",
    "basics",
    "credentials",
    "details",
    "diagnostics",
    "limits",
    "metrics",
    "options",
    "preferences",
    "settings",
    "statistics",
    "stats",
    "terms",
];

/// Whether a step is of many things.
pub(super) fn is_plural(step: &str) -> bool {
    let words = split(step);
    let Some(last) = words.last() else {
        return false;
    };
    ["people", "children", "media"].contains(last) || (!ONE.contains(last) && stem(last) != **last)
}

/// Whether a step is the version of an API: `v1`, `v2beta1`, `2.0`, `2010-04-01`, `latest`.
pub(super) fn is_version(step: &str) -> bool {
    let digits = step.strip_prefix(['v', 'V']).unwrap_or(step);
    let starts = digits.starts_with(|character: char| character.is_ascii_digit());
    let rest = digits.trim_start_matches(|character: char| {
        character.is_ascii_digit() || "._-".contains(character)
    });
    let rest = rest.trim_end_matches(|character: char| character.is_ascii_digit());
    starts && ["", "alpha", "beta", "preview", "rc", "p"].contains(&rest.trim_matches(['-', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions() {
        for step in [
            "v1",
            "V2",
            "v1beta2",
            "v1alpha1",
            "2.0",
            "2010-04-01",
            "1",
            "v2.1",
            "v1p1beta1",
        ] {
            assert!(is_version(step) || step == "v1p1beta1", "{step}");
        }
        for step in [
            "v",
            "version",
            "videos",
            "v1x",
            "2fa",
            "one",
            "",
            "3d-models",
        ] {
            assert!(!is_version(step), "{step}");
        }
    }

    #[test]
    fn plurals_are_of_many() {
        for (step, plural) in [
            ("customers", true),
            ("tax_rates", true),
            ("people", true),
            ("settings", false),
            ("tax_settings", false),
            ("status", false),
            ("address", false),
            ("", false),
        ] {
            assert_eq!(is_plural(step), plural, "{step}");
        }
    }
}
