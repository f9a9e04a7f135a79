//! What makes a name one that no person would choose.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// Words that generators make names of where they have run out of them.
const FORBIDDEN: [&str; 8] = [
    "inline",
    "variant",
    "anonymous",
    "oneof",
    "anyof",
    "allof",
    "unnamed",
    "untitled",
];

/// What the document calls things: only letters and digits, in lower case.
pub(crate) struct Words(BTreeSet<String>);

impl Words {
    pub(crate) fn read() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/openapi.json");
        let mut words = BTreeSet::new();
        collect(
            &serde_json::from_slice(&fs::read(path).unwrap()).unwrap(),
            &mut words,
        );
        Self(words)
    }

    /// What is wrong with a name.
    pub(crate) fn fault(&self, name: &str) -> Option<&'static str> {
        if self.0.contains(&plain(name)) {
            return None;
        }
        let parts = parts(name);
        let forbidden = |word: &str| {
            parts.iter().any(|part| part == word)
                || parts.windows(2).any(|pair| pair.concat() == word)
        };
        if FORBIDDEN.into_iter().any(forbidden) {
            return Some("a word of generators");
        }
        let name = plain(name);
        if !has_digit(&name) || self.explains(&name) {
            return None;
        }
        let hex: Vec<&str> = name.split(|c: char| !c.is_ascii_hexdigit()).collect();
        let hash = hex.iter().any(|run| run.len() >= 8 && has_digit(run));
        Some(if hash {
            "a hash"
        } else {
            "a digit that no word of the document has"
        })
    }

    /// Whether a word of the document with digits leaves none when it is taken out.
    fn explains(&self, name: &str) -> bool {
        let words = self
            .0
            .iter()
            .filter(|word| has_digit(word) && word.contains(char::is_alphabetic));
        words
            .into_iter()
            .any(|word| !has_digit(&name.replacen(word.as_str(), " ", 1)))
    }
}

/// The keys, the parts of paths and the values of enums.
fn collect(value: &Value, words: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                words.extend(key.split('/').map(plain));
                if let (true, Value::Array(values)) = (key == "enum", member) {
                    words.extend(values.iter().filter_map(Value::as_str).map(plain));
                }
                collect(member, words);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, words)),
        _ => {}
    }
}

fn has_digit(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

/// Only letters and digits, in lower case.
fn plain(name: &str) -> String {
    let name = name.trim_start_matches("r#");
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The words of a name in either case, in lower case: `ErrorsItem2` has `errors`, `item2`.
fn parts(name: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for c in name.trim_start_matches("r#").chars() {
        let last = parts.last().unwrap();
        let lower_before = last.ends_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
        if c == '_' || (c.is_uppercase() && lower_before) {
            parts.push(String::new());
        }
        if c != '_' {
            parts.last_mut().unwrap().extend(c.to_lowercase());
        }
    }
    // Digits are no part of the word that they follow.
    let trim = |part: String| {
        part.trim_end_matches(|c: char| c.is_ascii_digit())
            .to_owned()
    };
    parts
        .into_iter()
        .map(trim)
        .filter(|part| !part.is_empty())
        .collect()
}

/// The rules notice what they should.
#[test]
fn made_up_names_are_noticed() {
    let words = Words(BTreeSet::from(
        ["rfid48", "within24hours", "variant", "2"].map(str::to_owned),
    ));
    for bad in [
        "ErrorsItem2",
        "Variant1",
        "ErrorVariant",
        "Foo1c4f714c06",
        "FAC4F714C06E5E1A",
        "InlineBody",
        "DeviceOneOf",
        "AnonymousType",
        "AccessCode1",
        "value_2",
        "device_any_of",
        "Rfid482",
    ] {
        assert!(words.fault(bad).is_some(), "{bad}");
    }
    for good in [
        "AccessCode",
        "Rfid48",
        "CardFormatRfid48",
        "UsedWithin24Hours",
        "r#type",
        "Covariant",
        "variant",
    ] {
        assert_eq!(words.fault(good), None, "{good}");
    }
}
