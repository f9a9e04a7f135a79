//! Which resource a change is about, where it concerns several: the one that its schema is named
//! after. A change of `device` belongs to `devices`, whoever else gives devices back.

use std::collections::BTreeMap;

use super::super::change::{Change, Place};
use crate::rust::{UNREACHED_FEATURE, WEBHOOKS_FEATURE};

/// The feature that a change is listed under; none where it concerns several alike, or all.
fn home(change: &Change) -> Option<&str> {
    let features = || change.features.iter().map(String::as_str);
    let is_resource = |feature: &&str| ![UNREACHED_FEATURE, WEBHOOKS_FEATURE].contains(feature);
    let resources: Vec<&str> = features().filter(is_resource).collect();
    match resources.as_slice() {
        [] => features().next(),
        [only] => Some(only),
        several => named(change, several),
    }
}

/// Changes by the feature that they are listed under; what is shared comes last.
pub(super) fn by_home<'a>(changes: &[&'a Change]) -> Vec<(Option<&'a str>, Vec<&'a Change>)> {
    let mut homes: BTreeMap<(bool, Option<&str>), Vec<&Change>> = BTreeMap::new();
    for &change in changes {
        let home = home(change);
        let group = homes.entry((home.is_none(), home)).or_default();
        group.push(change);
    }
    let homes = homes.into_iter();
    homes.map(|((_, home), changes)| (home, changes)).collect()
}

/// What people call it: `access-codes` is "Access codes".
pub(super) fn title(feature: Option<&str>) -> String {
    match feature {
        None => "Shared by several resources".to_owned(),
        Some(UNREACHED_FEATURE) => "Types that no operation uses".to_owned(),
        Some(feature) => super::capital(&feature.replace('-', " ")),
    }
}

/// Of several features the one whose words the schema's name has: at its beginning, if there is
/// one, and as many of them as possible.
fn named<'a>(change: &Change, features: &[&'a str]) -> Option<&'a str> {
    let name = schema(change.new.as_ref()).or_else(|| schema(change.old.as_ref()))?;
    let name = words(&name);
    let fits = |feature: &&'a str| {
        let wanted = words(feature);
        let at = name
            .windows(wanted.len().max(1))
            .position(|some| some == wanted)?;
        Some((at == 0, wanted.len(), *feature))
    };
    let best = features.iter().filter_map(fits).max();
    best.map(|(_, _, feature)| feature)
}

/// The component, or the first part of the path, that a place is in.
fn schema(place: Option<&Place>) -> Option<String> {
    let pointer = place?.pointer.as_ref()?;
    let segments: Vec<_> = pointer.segments().collect();
    match segments.as_slice() {
        [first, kind, name, ..] if first == "components" && kind == "schemas" => {
            Some(name.to_string())
        }
        [first, path, ..] if first == "paths" => {
            let first = path.split('/').find(|part| !part.is_empty())?;
            Some(first.to_owned())
        }
        [first, name, ..] if first == "definitions" => Some(name.to_string()),
        _ => None,
    }
}

/// The words of a name, each without the ending of a plural.
fn words(name: &str) -> Vec<String> {
    let mut spaced = String::new();
    let mut was_small = false;
    for letter in name.chars() {
        if letter.is_uppercase() && was_small {
            spaced.push(' ');
        }
        was_small = letter.is_lowercase() || letter.is_numeric();
        match letter.is_alphanumeric() {
            true => spaced.extend(letter.to_lowercase()),
            false => spaced.push(' '),
        }
    }
    let singular = |word: &str| match word.strip_suffix("ies") {
        Some(stem) if !stem.is_empty() => format!("{stem}y"),
        _ => word.strip_suffix('s').unwrap_or(word).to_owned(),
    };
    spaced.split_whitespace().map(singular).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_by_words() {
        assert_eq!(words("UserIdentities"), ["user", "identity"]);
        assert_eq!(words("user-identity"), ["user", "identity"]);
        assert_eq!(words("acs_users"), ["ac", "user"]);
        assert!(words("+").is_empty());
    }

    #[test]
    fn headings_are_words() {
        assert_eq!(title(Some("access-codes")), "Access codes");
        assert_eq!(title(None), "Shared by several resources");
    }
}
