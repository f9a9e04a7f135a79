//! Answers that a server of a document may send.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context;
use seamstress_sample::Sampler;
use serde_json::Value;

use super::documents::Version;

/// The answers of all operations, as JSON texts of one line.
pub(super) struct Samples {
    /// By path and method.
    answers: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// All paths of the document, with an answer to read or without.
    paths: BTreeSet<String>,
}

impl Samples {
    /// Draws what covers the schemas, and `random` answers more per operation.
    pub(super) fn draw(version: &Version, seed: u64, random: usize) -> anyhow::Result<Self> {
        // What no version has would be unknown to all of them, and hide what matters.
        let sampler = Sampler::new(version.document.root())
            .seed(seed)
            .unforeseen(false);
        let mut answers: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
        let bodies = sampler
            .responses()
            .context("the document cannot be sampled")?;
        for body in bodies {
            let mut documents = sampler.covering(&body.pointer)?;
            documents.extend(sampler.random(&body.pointer, random)?);
            let texts = documents.iter().map(ToString::to_string);
            let of_path = answers.entry(body.path).or_default();
            of_path.entry(body.method).or_default().extend(texts);
        }
        let paths = version.document.root().get("paths");
        let paths = paths.and_then(Value::as_object).into_iter().flatten();
        Ok(Self {
            answers,
            paths: paths.map(|(path, _)| path.clone()).collect(),
        })
    }

    /// The answers of an operation; where the path has another method by now, of that: all
    /// methods of a path do the same.
    pub(super) fn of(&self, path: &str, method: &str) -> Option<&[String]> {
        let methods = self.answers.get(path)?;
        let exact = methods.get(&method.to_ascii_lowercase());
        exact.or_else(|| methods.values().next()).map(Vec::as_slice)
    }

    /// Whether the document has the path.
    pub(super) fn has(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    pub(super) fn len(&self) -> usize {
        self.answers
            .values()
            .flat_map(BTreeMap::values)
            .map(Vec::len)
            .sum()
    }
}
