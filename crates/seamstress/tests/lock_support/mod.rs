//! Crates with their locks, and documents with less in them.

mod public;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use seamstress::config::Config;
use seamstress::document::Document;
use seamstress::lock::Lock;
use seamstress::output::File;
use serde_json::Value;

pub(crate) use public::public;

/// A crate, and the names that it has.
pub(crate) struct Named {
    pub(crate) files: Vec<File>,
    pub(crate) lock: Lock,
}

/// The crate of `document`, after one with the names of `lock`; none where the configuration asks
/// for what the document does not have.
#[track_caller]
pub(crate) fn generate(document: &Value, config: &Config, lock: Lock) -> Option<Named> {
    let mut config = config.clone();
    config.names.locked = lock;
    let file = config.document.path.clone();
    let text = serde_json::to_string(document).unwrap();
    let (document, mut warnings) = Document::from_text(file, text, []).unwrap();
    let (_, files, lock) = seamstress::crate_and_lock(&document, &config, &mut warnings).ok()?;
    let read = Lock::from_text(Path::new("seamstress.lock"), &lock.to_string());
    match read {
        Ok(read) => assert!(read == lock, "{lock}"),
        Err(refusal) => panic!("{refusal}"),
    }
    Some(Named { files, lock })
}

impl Named {
    /// What has a name, as its lock says.
    pub(crate) fn things(&self) -> BTreeMap<String, String> {
        let lock: toml::Table = self.lock.to_string().parse().unwrap();
        let section = |name: &str| lock.get(name).and_then(|known| known.as_table()).cloned();
        let mut things = BTreeMap::new();
        for (key, way) in section("operations").into_iter().flatten() {
            things.insert(key, way.to_string());
        }
        for (name, all) in section("types").into_iter().flatten() {
            for thing in all.as_array().into_iter().flatten() {
                things.insert(thing.as_str().unwrap().to_owned(), name.clone());
            }
        }
        things
    }

    /// The names of types that are in use, as its lock says.
    pub(crate) fn lock_names(&self) -> Vec<String> {
        let lock: toml::Table = self.lock.to_string().parse().unwrap();
        let types = lock.get("types").and_then(|types| types.as_table());
        types
            .into_iter()
            .flatten()
            .map(|(name, _)| name.clone())
            .collect()
    }

    /// All words of its source.
    pub(crate) fn words(&self) -> BTreeSet<&str> {
        let sources = self
            .files
            .iter()
            .filter(|file| file.path.starts_with("src"));
        let is_between = |letter: char| !letter.is_alphanumeric() && letter != '_';
        sources
            .flat_map(|file| file.text.split(is_between))
            .collect()
    }
}

/// The tree of a document that may be YAML.
pub(crate) fn tree(text: &str) -> Value {
    let lines = text.lines().map(|line| format!("  {line}\n"));
    let text = format!("openapi: 3.0.3\nx-it:\n{}", lines.collect::<String>());
    let (document, _) = Document::from_text("golden.yaml", text, []).unwrap();
    document.root()["x-it"].clone()
}

/// The pointers of what can be taken away: components, paths, operations, properties, and values
/// of enumerations.
pub(crate) fn removable(document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect(document, String::new(), "", &mut found);
    found
}

fn collect(value: &Value, at: String, key: &str, found: &mut Vec<String>) {
    let is_list_of_things = matches!(
        key,
        "schemas" | "definitions" | "properties" | "paths" | "enum" | "parameters"
    ) || key.starts_with('/');
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let escaped = name.replace('~', "~0").replace('/', "~1");
                let child = format!("{at}/{escaped}");
                let is_path_item = key.starts_with('/') && name == "parameters";
                if is_list_of_things && !is_path_item {
                    found.push(child.clone());
                }
                // What is called as a keyword inside of these is none.
                let key = if is_list_of_things && !name.starts_with('/') {
                    ""
                } else {
                    name
                };
                collect(member, child, key, found);
            }
        }
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                let child = format!("{at}/{index}");
                if key == "enum" {
                    found.push(child.clone());
                }
                collect(element, child, "", found);
            }
        }
        _ => {}
    }
}

/// The document without what is `removed`.
pub(crate) fn without(document: &Value, removed: &[String]) -> Value {
    let mut document = document.clone();
    // The last elements of an array go first, so that the others stay where they are.
    for pointer in removed.iter().rev() {
        let (parent, last) = pointer.rsplit_once('/').unwrap();
        match document.pointer_mut(parent) {
            Some(Value::Object(members)) => {
                members.shift_remove(&last.replace("~1", "/").replace("~0", "~"));
            }
            Some(Value::Array(elements)) if elements.len() > 1 => {
                elements.remove(last.parse().unwrap());
            }
            _ => {}
        }
    }
    document
}

/// Numbers that look like chance, and are the same each time (SplitMix64).
pub(crate) struct Rng(pub(crate) u64);

impl Rng {
    /// A number less than `limit`.
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }
}
