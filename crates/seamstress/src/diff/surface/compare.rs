//! What is different between two surfaces, and what each difference means for a program.
//!
//! By the reference of Cargo, "SemVer Compatibility", and RFC 1105 of Rust.

use serde::Serialize;

use super::{Item, ItemKind, Surface, arguments, parent};

/// What is different about an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Delta {
    /// It is no longer there.
    Removed,
    /// It is new.
    Added,
    /// It is new, and programs had named all that is there.
    AddedToClosed,
    /// It is something else: an enum that was a struct.
    Kind,
    /// Its type, or what it returns, is another.
    Type,
    /// A variant holds something else.
    Contents,
    /// A method takes more or fewer arguments.
    ArgumentCount,
    /// A method takes an argument of another type.
    ArgumentType,
    /// A method takes all that it took, and more.
    ArgumentWider,
    /// Arguments of one type have changed places.
    ArgumentOrder,
    /// An argument means something else by its name.
    ArgumentName,
    /// Programs have to expect more than they had to: `#[non_exhaustive]`.
    Opened,
    /// It needs another feature than it did.
    Features,
    /// It should no longer be used.
    Deprecated,
}

impl Delta {
    /// The rule that says what it means for programs.
    #[must_use]
    pub fn rule(self) -> &'static str {
        match self {
            Self::Removed => "item-removed",
            Self::Added => "item-added",
            Self::AddedToClosed => "item-added-to-closed",
            Self::Kind => "item-kind",
            Self::Type => "item-type",
            Self::Contents => "variant-contents",
            Self::ArgumentCount => "argument-count",
            Self::ArgumentType => "argument-type",
            Self::ArgumentWider => "argument-wider",
            Self::ArgumentOrder => "argument-order",
            Self::ArgumentName => "argument-name",
            Self::Opened => "item-opened",
            Self::Features => "item-features",
            Self::Deprecated => "item-deprecated",
        }
    }
}

/// An item that is different.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Its path.
    pub path: String,
    /// What it is; what it was, where it is gone.
    pub kind: ItemKind,
    /// What is different.
    pub delta: Delta,
    /// It as it was, in Rust.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
    /// It as it is, in Rust.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
}

impl Difference {
    /// What is different, in words: "`types::Pet::name` is gone".
    #[must_use]
    pub fn words(&self) -> String {
        let (path, word) = (&self.path, self.kind.word());
        let shown =
            |source: &Option<String>| format!("`{}`", source.as_deref().unwrap_or_default());
        let (old, new) = (shown(&self.old), shown(&self.new));
        match self.delta {
            Delta::Removed => format!("the {word} `{path}` is gone"),
            Delta::Added | Delta::AddedToClosed => format!("the {word} `{path}` is new"),
            Delta::Opened => format!("`{path}` became `#[non_exhaustive]`"),
            Delta::Deprecated => format!("`{path}` became deprecated"),
            Delta::Features => format!("`{path}` needs one of {new} instead of {old}"),
            _ => format!("`{path}` is {new} instead of {old}"),
        }
    }
}

/// What is different, by path. What belongs to an item that came, went or is something else is no
/// difference of its own.
pub(in crate::diff) fn compare(old: &Surface, new: &Surface) -> Vec<Difference> {
    let mut found = Vec::new();
    for (path, item) in &old.items {
        match new.items.get(path) {
            Some(now) => found.extend(item_differences(path, item, now)),
            None if is_owned_by(path, |owner| is_same(old, new, owner)) => {
                found.push(difference(path, Delta::Removed, Some(item), None));
            }
            None => {}
        }
    }
    for (path, item) in &new.items {
        if !old.items.contains_key(path) && is_owned_by(path, |owner| is_same(old, new, owner)) {
            let owner = parent(path).and_then(|owner| old.items.get(owner));
            let delta = match (owner, item.kind) {
                (Some(owner), ItemKind::Field | ItemKind::Variant) if !owner.open => {
                    Delta::AddedToClosed
                }
                _ => Delta::Added,
            };
            found.push(difference(path, delta, None, Some(item)));
        }
    }
    found.sort_by(|one, other| (&one.path, one.delta).cmp(&(&other.path, other.delta)));
    found
}

/// Whether all items that one belongs to are as `fits` says. Modules are no items.
fn is_owned_by(path: &str, fits: impl Fn(&str) -> bool) -> bool {
    let mut owner = parent(path);
    while let Some(path) = owner {
        if !fits(path) {
            return false;
        }
        owner = parent(path);
    }
    true
}

/// Whether an item is on both sides and of one kind, or on neither.
fn is_same(old: &Surface, new: &Surface, path: &str) -> bool {
    match (old.items.get(path), new.items.get(path)) {
        (Some(old), Some(new)) => old.kind == new.kind && !is_reshaped(old, new),
        (None, None) => true,
        _ => false,
    }
}

/// Whether a variant has no fields where it had some, or the other way round.
fn is_reshaped(old: &Item, new: &Item) -> bool {
    old.kind == ItemKind::Variant && old.ty != new.ty
}

fn item_differences(path: &str, old: &Item, new: &Item) -> Vec<Difference> {
    let mut deltas = Vec::new();
    if old.kind != new.kind {
        deltas.push(Delta::Kind);
    } else {
        if is_reshaped(old, new) {
            deltas.push(Delta::Contents);
        } else if old.ty != new.ty {
            deltas.push(Delta::Type);
        }
        deltas.extend(arguments::differences(&old.arguments, &new.arguments));
        // What was closed could be built, or matched without a rest.
        if !old.open && new.open && !is_reshaped(old, new) {
            deltas.push(Delta::Opened);
        }
        if !old.deprecated && new.deprecated {
            deltas.push(Delta::Deprecated);
        }
        let is_lost = match (&old.features, &new.features) {
            (Some(old), Some(new)) => !old.is_subset(new),
            (None, Some(_)) => true,
            _ => false,
        };
        if is_lost {
            deltas.push(Delta::Features);
        }
    }
    let deltas = deltas.into_iter();
    deltas
        .map(|delta| difference(path, delta, Some(old), Some(new)))
        .collect()
}

fn difference(path: &str, delta: Delta, old: Option<&Item>, new: Option<&Item>) -> Difference {
    let shown = |item: &Item| match delta {
        Delta::Features => features(item),
        _ => source(path, item),
    };
    Difference {
        path: path.to_owned(),
        kind: old.or(new).map_or(ItemKind::Struct, |item| item.kind),
        delta,
        old: old.map(shown),
        new: new.map(shown),
    }
}

fn features(item: &Item) -> String {
    match &item.features {
        None => "always".to_owned(),
        Some(features) => features
            .iter()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(", "),
    }
}

/// The item as people write it, on one line.
fn source(path: &str, item: &Item) -> String {
    let name = path.rsplit("::").next().unwrap_or(path);
    match item.kind {
        ItemKind::Struct => format!("struct {name}"),
        ItemKind::Enum => format!("enum {name}"),
        ItemKind::Alias => format!("type {name} = {}", item.ty),
        ItemKind::Field | ItemKind::Static => format!("{name}: {}", item.ty),
        ItemKind::Variant => format!(
            "{name}{}{}",
            if item.ty.starts_with('{') { " " } else { "" },
            item.ty
        ),
        ItemKind::Method => {
            let arguments = item
                .arguments
                .iter()
                .map(|argument| match argument.name.as_str() {
                    "self" => argument.ty.clone(),
                    name => format!("{name}: {}", argument.ty),
                });
            let arguments = arguments.collect::<Vec<_>>().join(", ");
            let returned = match item.ty.as_str() {
                "" => String::new(),
                ty => format!(" -> {ty}"),
            };
            format!("fn {}({arguments}){returned}", name.trim_end_matches("()"))
        }
        ItemKind::Impl => match path.rsplit_once(": ") {
            Some((owner, of)) => format!(
                "impl {of} for {}",
                owner.rsplit("::").next().unwrap_or(owner)
            ),
            None => path.to_owned(),
        },
        ItemKind::Shown => format!("pub use {name}"),
        ItemKind::Feature => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::output::File;

    fn surface(types: &str) -> Surface {
        let file = |path: &str, text: &str| File {
            path: PathBuf::from(path),
            text: text.to_owned(),
        };
        let lib = "mod client;\npub mod types;\nmod hidden;\npub use client::Client;\n";
        Surface::of(&[
            file("src/lib.rs", lib),
            file(
                "src/client.rs",
                "pub struct Client { inner: u8 }\npub struct Unseen;\n",
            ),
            file(
                "src/hidden.rs",
                "use crate::types::*;\nimpl Pet { pub fn waits(&self) -> bool { true } }\n",
            ),
            file("src/types.rs", "mod pet;\npub use pet::*;\n"),
            file("src/types/pet.rs", types),
        ])
    }

    fn deltas(old: &str, new: &str) -> Vec<(String, Delta)> {
        let found = compare(&surface(old), &surface(new));
        found.into_iter().map(|one| (one.path, one.delta)).collect()
    }

    #[test]
    fn items_are_where_programs_see_them() {
        let surface = surface(
            "#[derive(Clone)]\n#[non_exhaustive]\npub struct Pet { pub name: String, age: u8 }",
        );
        let paths: Vec<&str> = surface.items().keys().map(String::as_str).collect();
        assert_eq!(
            paths,
            [
                "Client",
                "types::Pet",
                "types::Pet: Clone",
                "types::Pet::name",
                "types::Pet::waits()"
            ]
        );
    }

    #[test]
    fn what_belongs_to_an_item_goes_with_it() {
        let pet = "#[non_exhaustive] pub struct Pet { pub name: String }";
        assert_eq!(deltas(pet, ""), [("types::Pet".to_owned(), Delta::Removed)]);
        assert_eq!(deltas("", pet), [("types::Pet".to_owned(), Delta::Added)]);
        let name = ("types::Pet".to_owned(), Delta::Kind);
        assert_eq!(deltas(pet, "pub enum Pet { Dog }"), [name]);
    }

    #[test]
    fn what_was_closed_is_closed() {
        let (one, two) = ("pub enum Pet { Dog }", "pub enum Pet { Dog, Cat }");
        assert_eq!(
            deltas(one, two),
            [("types::Pet::Cat".to_owned(), Delta::AddedToClosed)]
        );
        let open = "#[non_exhaustive] pub enum Pet { Dog }";
        assert_eq!(
            deltas(one, open),
            [("types::Pet".to_owned(), Delta::Opened)]
        );
        assert_eq!(deltas(open, one), []);
        let more = "#[non_exhaustive] pub enum Pet { Dog, Cat }";
        assert_eq!(
            deltas(open, more),
            [("types::Pet::Cat".to_owned(), Delta::Added)]
        );
    }

    #[test]
    fn an_alias_is_what_it_stands_for() {
        let plain =
            "#[non_exhaustive] pub struct Pet { pub name: String }\npub type Name = String;";
        let named = "#[non_exhaustive] pub struct Pet { pub name: Name }\npub type Name = String;";
        assert_eq!(deltas(plain, named), []);
        let other = "#[non_exhaustive] pub struct Pet { pub name: Name }\npub type Name = u8;";
        let types = ["types::Name", "types::Pet::name"];
        assert_eq!(
            deltas(named, other),
            types.map(|path| (path.to_owned(), Delta::Type))
        );
    }

    #[test]
    fn a_variant_that_gets_its_first_field_is_another() {
        let (unit, fields) = (
            "#[non_exhaustive] pub enum Pet { Dog }",
            "#[non_exhaustive] pub enum Pet { #[non_exhaustive] Dog { age: u8 } }",
        );
        assert_eq!(
            deltas(unit, fields),
            [("types::Pet::Dog".to_owned(), Delta::Contents)]
        );
        assert_eq!(
            deltas(fields, unit),
            [("types::Pet::Dog".to_owned(), Delta::Contents)]
        );
        let more =
            "#[non_exhaustive] pub enum Pet { #[non_exhaustive] Dog { age: u8, name: String } }";
        assert_eq!(
            deltas(fields, more),
            [("types::Pet::Dog::name".to_owned(), Delta::Added)]
        );
    }

    #[test]
    fn features_are_narrowed() {
        let some = |features: &str| format!("#[cfg({features})] pub struct Pet {{}}");
        let (one, both) = (
            some("feature = \"a\""),
            some("any(feature = \"a\", feature = \"b\")"),
        );
        assert_eq!(
            deltas(&both, &one),
            [("types::Pet".to_owned(), Delta::Features)]
        );
        assert_eq!(deltas(&one, &both), []);
        assert_eq!(
            deltas("pub struct Pet {}", &one),
            [("types::Pet".to_owned(), Delta::Features)]
        );
    }
}
