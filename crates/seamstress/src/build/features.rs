//! Features of the module, which its build script sets as values of an option: those of the crate around
//! it are its own.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::job::Made;

/// The feature that stands for those that are on unless a program says otherwise.
const DEFAULT: &str = "default";

/// The features of a crate.
pub(super) struct Features(BTreeMap<String, Vec<String>>);

impl Features {
    /// Those of the manifest.
    pub(super) fn of(made: &Made) -> Self {
        let manifest = made
            .files
            .iter()
            .find(|file| file.path == Path::new("Cargo.toml"));
        let manifest = manifest.and_then(|file| file.text.parse::<toml::Table>().ok());
        let table = manifest.and_then(|manifest| manifest.get("features")?.as_table().cloned());
        let names = |list: toml::Value| {
            let list = list.as_array().cloned().unwrap_or_default().into_iter();
            list.filter_map(|name| Some(name.as_str()?.to_owned()))
                .collect()
        };
        let table = table.into_iter().flatten();
        Self(table.map(|(name, list)| (name, names(list))).collect())
    }

    /// All that the source asks for.
    pub(super) fn known(&self) -> BTreeSet<String> {
        let known = self.0.keys().filter(|name| *name != DEFAULT);
        known.cloned().collect()
    }

    /// All that a program may ask for: others come with them.
    fn asked_for(&self) -> impl Iterator<Item = &str> {
        let names = self.0.keys().map(String::as_str);
        names.filter(|name| *name != DEFAULT && !name.starts_with('_'))
    }

    /// Those that are on: the default ones and those that are `asked` for.
    ///
    /// # Errors
    ///
    /// Where there is no such feature.
    pub(super) fn set(&self, asked: &[String]) -> Result<BTreeSet<String>, Diagnostic> {
        for feature in asked {
            if self.asked_for().all(|known| known != feature) {
                return Err(self.unknown(feature));
            }
        }
        Ok(self.closed(
            [DEFAULT.to_owned()]
                .into_iter()
                .chain(asked.iter().cloned()),
        ))
    }

    /// Those that are on where `names` are: what each enables is, too.
    fn closed(&self, names: impl IntoIterator<Item = String>) -> BTreeSet<String> {
        let mut open: Vec<String> = names.into_iter().collect();
        let mut set = BTreeSet::new();
        while let Some(name) = open.pop() {
            // Features of dependencies are in no source.
            if let Some(enabled) = self.0.get(&name)
                && set.insert(name)
            {
                open.extend(enabled.iter().cloned());
            }
        }
        set.remove(DEFAULT);
        set
    }

    fn unknown(&self, feature: &str) -> Diagnostic {
        let known: Vec<&str> = self.asked_for().collect();
        let message = format!("there is no feature `{feature}`");
        Diagnostic::error("unknown-feature", message)
            .help(format!("name one of {}", known.join(", ")))
    }
}
