//! `[names.rename]`: what is renamed, and to what.

use serde::Deserialize;

use super::value::RustName;
use crate::document::Pointer;
use crate::rust::is_taken_type;

/// What is renamed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
#[non_exhaustive]
pub enum Renamed {
    /// What stands at this JSON pointer: `#/components/schemas/device`.
    Pointer(Pointer),
    /// The operation with this `operationId`.
    Operation(String),
}

impl TryFrom<String> for Renamed {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        if text.starts_with(['#', '/']) {
            return Pointer::try_from(text).map(Self::Pointer);
        }
        if text.trim().is_empty() {
            return Err("an empty text is neither a JSON pointer nor an `operationId`".to_owned());
        }
        Ok(Self::Operation(text))
    }
}

impl std::fmt::Display for Renamed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Pointer(pointer) => pointer.fmt(f),
            Self::Operation(id) => f.write_str(id),
        }
    }
}

/// A new name: that of a type, or the way to an operation, as in `customers.cards.list`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct NewName {
    way: Vec<RustName>,
    name: RustName,
}

impl NewName {
    /// The name of what is no operation; nothing where this is a way to one.
    pub fn single(&self) -> Option<&RustName> {
        self.way.is_empty().then_some(&self.name)
    }

    /// The name of a type; nothing where this is a way, or what emitted code has itself.
    pub fn type_name(&self) -> Option<&RustName> {
        let name = self.single()?;
        (!is_taken_type(name.as_str())).then_some(name)
    }

    /// The steps to the name, itself included.
    pub fn steps(&self) -> Vec<String> {
        let steps = self.way.iter().chain([&self.name]);
        steps.map(|step| step.as_str().to_owned()).collect()
    }
}

impl TryFrom<String> for NewName {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let step = |step: &str| RustName::try_from(step.to_owned());
        let (way, name) = match text.rsplit_once('.') {
            Some((way, name)) => (way.split('.').map(step).collect::<Result<_, _>>()?, name),
            None => (Vec::new(), text.as_str()),
        };
        let name = step(name)?;
        Ok(Self { way, name })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_and_ids_are_told_apart() {
        let pointer = Renamed::try_from("#/paths/~1a/get".to_owned()).unwrap();
        assert!(matches!(&pointer, Renamed::Pointer(_)), "{pointer:?}");
        assert_eq!(pointer.to_string(), "#/paths/~1a/get");
        let id = Renamed::try_from("listUsers".to_owned()).unwrap();
        assert_eq!(id, Renamed::Operation("listUsers".to_owned()));
        assert!(Renamed::try_from("#a".to_owned()).is_err());
        assert!(Renamed::try_from(" ".to_owned()).is_err());
    }

    #[test]
    fn names_and_ways() {
        let name = NewName::try_from("AOrB".to_owned()).unwrap();
        assert_eq!(name.single().map(RustName::as_str), Some("AOrB"));
        let way = NewName::try_from("a.b.list".to_owned()).unwrap();
        assert_eq!(
            (way.single(), way.steps()),
            (None, vec!["a".into(), "b".into(), "list".into()])
        );
        for bad in ["", ".a", "a.", "a..b", "type", "a.type", "a b"] {
            assert!(NewName::try_from(bad.to_owned()).is_err(), "{bad}");
        }
    }
}
