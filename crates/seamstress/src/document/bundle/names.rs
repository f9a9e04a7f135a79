//! Names for nodes that become components.

use std::collections::HashSet;

use super::address::Address;
use crate::document::Pointer;

/// Words of an address that say what kind of thing is named, and not which.
const STRUCTURE: [&str; 12] = [
    "$defs",
    "definitions",
    "components",
    "schemas",
    "parameters",
    "responses",
    "requestBodies",
    "headers",
    "securitySchemes",
    "properties",
    "patternProperties",
    "paths",
];

/// Names of files that say nothing of what is in them: the folder does.
const GENERIC: [&str; 6] = ["index", "_index", "schema", "openapi", "swagger", "main"];

/// The names of one section of components.
#[derive(Default)]
pub(super) struct Names(HashSet<String>);

impl Names {
    /// Keeps a name from being given.
    pub(super) fn take(&mut self, name: &str) {
        self.0.insert(key(name));
    }

    /// A name for the node at `pointer` of the file at `address`: the last word of its address,
    /// and more of them where that is taken. `None` for the main document, whose path says nothing.
    pub(super) fn give(&mut self, address: Option<&Address>, pointer: &Pointer) -> String {
        let words = words(address, pointer);
        let shortest = words
            .iter()
            .rev()
            .position(|word| is_word(word))
            .unwrap_or(0)
            + 1;
        let names = (shortest..=words.len()).map(|count| words[words.len() - count..].join("_"));
        let mut names = names.chain((2..).map(|number| format!("{}_{number}", words.join("_"))));
        let free = names.find(|name| self.0.insert(key(name)));
        free.unwrap_or_default()
    }
}

/// What makes names the same, as far as people and identifiers are concerned.
fn key(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn is_word(word: &str) -> bool {
    word.chars().any(char::is_alphabetic)
}

/// The words of an address, the most telling last.
fn words(address: Option<&Address>, pointer: &Pointer) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    if let Some(address) = address {
        let path = match address {
            Address::Local(path) => path.as_str(),
            Address::Remote(address) => address.split_once("://").map_or("", |(_, path)| path),
        };
        let mut steps: Vec<&str> = path.split('/').filter(|step| !step.is_empty()).collect();
        let file = steps.pop().map(stem);
        words.extend(steps.iter().map(|step| plain(step)));
        let is_generic = |stem: &&str| GENERIC.contains(stem) && !words.is_empty();
        words.extend(file.filter(|stem| !is_generic(stem)).map(plain));
    }
    for segment in pointer.segments() {
        if !STRUCTURE.contains(&segment.as_ref()) && !segment.is_empty() {
            words.push(plain(&segment));
        }
    }
    if words.iter().all(|word| !is_word(word)) {
        words.push("schema".to_owned());
    }
    words
}

/// The name of a file without what says how it is written: `pet.schema.json` → `pet`.
fn stem(file: &str) -> &str {
    let endings = [".json", ".yaml", ".yml", ".schema", ".openapi"];
    let shorter = endings.iter().find_map(|ending| file.strip_suffix(ending));
    match shorter {
        Some(shorter) if !shorter.is_empty() => stem(shorter),
        _ => file,
    }
}

/// The word with nothing in it but what names of components may have.
fn plain(word: &str) -> String {
    let letter = |letter: char| {
        let is_plain = letter.is_alphanumeric() || "._-".contains(letter);
        if is_plain { letter } else { '_' }
    };
    word.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_as_short_as_it_can_be() {
        let mut names = Names::default();
        names.take("Pet");
        for (path, pointer, expected) in [
            ("schemas/owner.yaml", "", "owner"),
            ("schemas/pet.schema.json", "", "schemas_pet"),
            ("models/Pet.yaml", "", "models_Pet"),
            ("a/models/pet.yaml", "", "a_models_pet"),
            ("common.yaml", "/definitions/Error", "Error"),
            ("other.yaml", "/components/schemas/error", "other_error"),
            ("tags/index.yaml", "", "tags"),
            ("b.yaml", "/anyOf/0", "anyOf_0"),
            ("c/0.yaml", "", "c_0"),
            ("d d.yaml", "/properties/a b~1c", "a_b_c"),
        ] {
            let address = Address::Local(path.to_owned());
            let pointer = Pointer::parse(pointer).unwrap();
            assert_eq!(
                names.give(Some(&address), &pointer),
                expected,
                "{path}{pointer}"
            );
        }
        let inner = Pointer::parse("/components/schemas/Cat/$defs/Pet").unwrap();
        assert_eq!(names.give(None, &inner), "Cat_Pet");
    }
}
