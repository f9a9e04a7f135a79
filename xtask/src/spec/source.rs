//! `SOURCE.toml`: the record of where the document came from.

use std::fs;
use std::path::Path;

use anyhow::Context;
use serde::{Deserialize, Serialize};

/// The record's file name, beside the document.
pub(crate) const FILE: &str = "SOURCE.toml";

const HEADER: &str = "\
# Where the document comes from. Written by the command below; not edited by hand.
";

/// Where the document came from, so that anyone can bring it again and compare.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct Source {
    /// The command that brought it.
    pub(crate) command: String,
    /// The npm package, where it came from one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) package: Option<String>,
    /// The address that it was brought from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<String>,
    /// The file that it was read from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) file: Option<String>,
    /// The package's exact version, or else the one that the document states.
    pub(crate) version: String,
    /// The integrity of the package's tarball, as the registry records it and as it was checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) integrity: Option<String>,
    /// The licence of the package (SPDX), or what the document calls its own.
    pub(crate) license: String,
    /// The copy of the licence's text, beside the document.
    pub(crate) license_file: String,
    /// The file inside the package that the document was read from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) module: Option<String>,
    /// The document, beside this record.
    pub(crate) document: String,
    /// SHA-256 of the document as it was written, in hexadecimal.
    pub(crate) document_sha256: String,
}

impl Source {
    /// Reads the record in `folder`.
    ///
    /// # Errors
    ///
    /// When there is none, or when it lacks something.
    pub(crate) fn read(folder: &Path) -> anyhow::Result<Self> {
        let path = folder.join(FILE);
        let text = fs::read_to_string(&path).with_context(|| format!("{}", path.display()))?;
        Self::parse(&text).with_context(|| format!("{}", path.display()))
    }

    /// Reads the text of a record.
    ///
    /// # Errors
    ///
    /// When it lacks something.
    pub(crate) fn parse(text: &str) -> anyhow::Result<Self> {
        Ok(toml::from_str(text)?)
    }

    /// The text of the record.
    ///
    /// # Errors
    ///
    /// When a value cannot be written as TOML, which no text is.
    pub(crate) fn to_toml(&self) -> anyhow::Result<String> {
        Ok(format!("{HEADER}{}", toml::to_string(self)?))
    }
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::hash::sha256;
    use crate::repository::spec;

    #[test]
    fn the_committed_document_is_the_one_that_was_brought() {
        let folder = spec();
        let source = Source::read(&folder).unwrap();
        let document = fs::read(folder.join(&source.document)).unwrap();
        assert_eq!(
            sha256(&document),
            source.document_sha256,
            "{} was edited by hand: changes to it belong into overlay.yaml; `{}` restores it",
            source.document,
            source.command,
        );
        assert!(folder.join(&source.license_file).is_file());
    }

    #[test]
    fn the_committed_record_is_as_it_would_be_written() {
        let text = fs::read_to_string(spec().join(FILE)).unwrap();
        assert_eq!(Source::read(&spec()).unwrap().to_toml().unwrap(), text);
    }
}
