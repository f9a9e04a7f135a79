//! The public surface of an emitted crate: every item that a program can name, with its signature.
//!
//! It is read from the emitted source and not computed from the model, so that whatever the
//! emitters do is seen: this is what decides whether a program still compiles.

mod accessors;
mod arguments;
mod compare;
mod modules;
mod provided;
mod read;
mod tokens;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::output::File;

use compare::compare;
pub use compare::{Delta, Difference};
pub(super) use tokens::names;

/// What an item of a surface is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ItemKind {
    /// A struct.
    Struct,
    /// A field that a program can read.
    Field,
    /// An enum.
    Enum,
    /// A variant of an enum.
    Variant,
    /// Another name for a type.
    Alias,
    /// A method, or a function of a type.
    Method,
    /// A static or a constant.
    Static,
    /// An implementation of a trait.
    Impl,
    /// A name of the runtime that the crate shows.
    Shown,
    /// A feature of the package.
    Feature,
}

impl ItemKind {
    /// What people call it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Struct => "struct",
            Self::Field => "field",
            Self::Enum => "enum",
            Self::Variant => "variant",
            Self::Alias => "type alias",
            Self::Method => "method",
            Self::Static => "static",
            Self::Impl => "implementation",
            Self::Shown => "re-export",
            Self::Feature => "feature",
        }
    }
}

/// An argument of a method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// Its name. Callers do not write it; it says what a value means.
    pub name: String,
    /// Its type.
    pub ty: String,
}

/// An item of a surface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// The type of a field or an alias, what a method returns, the contents of a variant.
    pub ty: String,
    /// The arguments of a method, with the receiver first.
    pub arguments: Vec<Argument>,
    /// Whether programs outside of the crate must expect more: `#[non_exhaustive]`.
    pub open: bool,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// The features of which one has to be on; nothing where it is always there.
    pub features: Option<BTreeSet<String>>,
}

impl Item {
    pub(super) fn new(kind: ItemKind, ty: impl Into<String>) -> Self {
        Self {
            kind,
            ty: ty.into(),
            arguments: Vec::new(),
            open: false,
            deprecated: false,
            features: None,
        }
    }
}

/// All items, by their paths: `types::Pet`, `types::Pet::name`, `resources::Pets::list()`,
/// `types::Pet: Clone`, `feature pets`.
#[derive(Clone, Debug, Default)]
pub struct Surface {
    items: BTreeMap<String, Item>,
}

impl Surface {
    /// The surface of a crate.
    #[must_use]
    pub fn of(files: &[File]) -> Self {
        let mut surface = Self::default();
        read::read(files, &mut surface);
        let features = features(files);
        surface.resolve_features(&features);
        for feature in features.into_keys().filter(|name| !name.starts_with('_')) {
            let item = Item::new(ItemKind::Feature, "");
            surface.items.insert(format!("feature {feature}"), item);
        }
        surface.resolve_aliases();
        surface
    }

    /// The items, by path.
    #[must_use]
    pub fn items(&self) -> &BTreeMap<String, Item> {
        &self.items
    }

    /// What is different in a newer surface, by path.
    #[must_use]
    pub fn differences(&self, new: &Self) -> Vec<Difference> {
        compare(self, new)
    }

    fn add(&mut self, path: String, item: Item) {
        self.items.insert(path, item);
    }

    /// Puts the features that programs name in place of those that stand for several of them.
    fn resolve_features(&mut self, features: &BTreeMap<String, BTreeSet<String>>) {
        let enabling = |shared: &str| {
            let all = features.iter();
            let enabling = all.filter(|(_, enabled)| enabled.contains(shared));
            enabling.map(|(name, _)| name.clone()).collect::<Vec<_>>()
        };
        for item in self.items.values_mut() {
            let Some(needed) = &mut item.features else {
                continue;
            };
            if needed.iter().any(|name| name.starts_with('_')) {
                let named = std::mem::take(needed).into_iter();
                *needed = named
                    .flat_map(|name| match name.starts_with('_') {
                        true => enabling(&name),
                        false => vec![name],
                    })
                    .collect();
            }
        }
    }

    /// Writes what an alias stands for wherever it is used: programs cannot tell the two apart.
    fn resolve_aliases(&mut self) {
        let is_alias = |(_, item): &(&String, &Item)| item.kind == ItemKind::Alias;
        let name = |path: &str| path.rsplit("::").next().unwrap_or(path).to_owned();
        let aliases: BTreeMap<String, String> = self
            .items
            .iter()
            .filter(is_alias)
            .map(|(path, item)| (name(path), item.ty.clone()))
            .collect();
        if aliases.is_empty() {
            return;
        }
        for item in self.items.values_mut() {
            item.ty = tokens::expand(&item.ty, &aliases);
            for argument in &mut item.arguments {
                argument.ty = tokens::expand(&argument.ty, &aliases);
            }
        }
    }
}

/// The features of the package, with those that each enables.
fn features(files: &[File]) -> BTreeMap<String, BTreeSet<String>> {
    let manifest = files
        .iter()
        .find(|file| file.path.as_os_str() == "Cargo.toml");
    let manifest = manifest.and_then(|file| file.text.parse::<toml::Table>().ok());
    let features = manifest
        .as_ref()
        .and_then(|table| table.get("features")?.as_table());
    let features = features.into_iter().flatten();
    features
        .filter(|(name, _)| *name != "default")
        .map(|(name, enabled)| {
            let enabled = enabled.as_array().into_iter().flatten();
            let enabled = enabled.filter_map(|name| name.as_str().map(str::to_owned));
            (name.clone(), enabled.collect())
        })
        .collect()
}

/// The path of the item that this one belongs to: the type of a field, the enum of a variant.
pub(super) fn parent(path: &str) -> Option<&str> {
    if let Some((owner, _)) = path.rsplit_once(": ") {
        return Some(owner);
    }
    path.rsplit_once("::").map(|(owner, _)| owner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_features_are_those_that_enable_them() {
        let file = |path: &str, text: &str| File {
            path: path.into(),
            text: text.to_owned(),
        };
        let surface = Surface::of(&[
            file(
                "Cargo.toml",
                "[features]\ndefault = [\"a\"]\na = [\"_Pet\"]\nb = [\"_Pet\"]\nc = []\n_Pet = []",
            ),
            file("src/lib.rs", "#[cfg(feature = \"_Pet\")] pub struct Pet;"),
        ]);
        let paths: Vec<&str> = surface.items.keys().map(String::as_str).collect();
        assert_eq!(paths, ["Pet", "feature a", "feature b", "feature c"]);
        let needed = surface.items["Pet"].features.clone();
        assert_eq!(needed, Some(["a".to_owned(), "b".to_owned()].into()));
    }
}
