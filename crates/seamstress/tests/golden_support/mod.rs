//! What the tests of whole crates share: making a crate of a document, and compiling many.

#![allow(
    dead_code,
    unused_imports,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does, and no test needs all of them"
)]

mod compile;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use seamstress::config::Config;
use seamstress::diagnostic::Diagnostics;
use seamstress::document::{Document, Reach};
use seamstress::output::File;

pub(crate) use compile::{check, check_feature, document, root, test};

/// A crate in memory, and what was said while it was made.
#[derive(Clone, Debug)]
pub(crate) struct Generated {
    /// The name of its package.
    pub(crate) name: String,
    pub(crate) files: Vec<File>,
    pub(crate) warnings: Diagnostics,
}

impl Generated {
    /// The text of one file.
    #[track_caller]
    pub(crate) fn file(&self, path: &str) -> &str {
        let found = self
            .files
            .iter()
            .find(|file| file.path.to_str() == Some(path));
        &found
            .unwrap_or_else(|| panic!("{path} is not emitted: {:?}", self.paths()))
            .text
    }

    pub(crate) fn paths(&self) -> Vec<&str> {
        self.files
            .iter()
            .filter_map(|file| file.path.to_str())
            .collect()
    }

    /// All Rust files, with their paths.
    pub(crate) fn rust(&self) -> impl Iterator<Item = (&str, &str)> {
        let files = self
            .files
            .iter()
            .filter(|file| file.path.extension().is_some_and(|e| e == "rs"));
        files.filter_map(|file| Some((file.path.to_str()?, file.text.as_str())))
    }

    /// The types and the resources as one text, each file with a heading, and the warnings. The
    /// client is part of it where the test is about that.
    pub(crate) fn golden(&self) -> String {
        let with_client = self.name == "credentials"
            || self.name.starts_with("security")
            || self.name.starts_with("pagination");
        let mut text = String::new();
        for warning in &self.warnings {
            let _ = writeln!(text, "// {}", warning.to_string().replace('\n', "\n// "));
        }
        for (path, source) in self.rust() {
            if path.starts_with("src/types/")
                || path.starts_with("tests/")
                || path == "examples/every_operation.rs"
                || path.starts_with("src/resources/")
                || path == "src/failures.rs"
                || path == "src/headers.rs"
                || path == "src/operations.rs"
                || path == "src/waiting.rs"
                || (with_client && path != "src/lib.rs")
                || path == "src/webhook.rs"
            {
                // The first lines say the same in every file.
                let source = source.split_once("\n\n").map_or("", |(_, source)| source);
                let _ = write!(text, "\n// ==== {path} ====\n\n{source}");
            }
        }
        text
    }
}

/// The least configuration, with `settings` as further sections.
pub(crate) fn config(name: &str, settings: &str) -> Config {
    let runtime = root().join("crates/seamstress-runtime");
    let text = format!(
        "[package]\nname = {name:?}\nversion = \"0.1.0\"\noutput = {name:?}\nruntime-path = {runtime:?}\n\
         [document]\npath = \"{name}.yaml\"\n{settings}"
    );
    Config::from_text("seamstress.toml", &text).unwrap_or_else(|refusal| panic!("{refusal}"))
}

/// The crate `name` of the document `text`.
#[track_caller]
pub(crate) fn generate(name: &str, text: &str, settings: &str) -> Generated {
    let config = config(name, settings);
    try_generate(name, text, &config).unwrap_or_else(|refusal| panic!("{name}: {refusal}"))
}

/// The same, where it may be refused.
pub(crate) fn try_generate(
    name: &str,
    text: &str,
    config: &Config,
) -> Result<Generated, Diagnostics> {
    let file = config.document.path.clone();
    let mut files = files_of(name);
    files.insert(file.clone(), text.to_owned());
    let (document, mut warnings) = Document::from_files(file, &files, &Reach::default())?;
    let (_, files) = seamstress::crate_of(&document, config, &mut warnings)?;
    Ok(Generated {
        name: name.to_owned(),
        files,
        warnings,
    })
}

/// The files in the folder that has the name of a golden document: those that it refers to.
fn files_of(name: &str) -> BTreeMap<PathBuf, String> {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut files = BTreeMap::new();
    let mut folders = vec![golden.join(name)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = fs::read_to_string(&path).unwrap();
                files.insert(path.strip_prefix(&golden).unwrap().to_path_buf(), text);
            }
        }
    }
    files
}

/// A document of the golden tests: its path, its text, and further settings for it.
pub(crate) struct Golden {
    pub(crate) path: PathBuf,
    pub(crate) text: String,
    pub(crate) settings: String,
}

impl Golden {
    /// Its name, which is that of its crate too.
    pub(crate) fn name(&self) -> &str {
        self.path.file_stem().unwrap().to_str().unwrap()
    }

    #[track_caller]
    pub(crate) fn generate(&self) -> Generated {
        generate(self.name(), &self.text, &self.settings)
    }
}

/// All documents of the golden tests.
pub(crate) fn golden() -> Vec<Golden> {
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let settings = fs::read_to_string(path.with_extension("toml")).unwrap_or_default();
        Golden {
            path,
            text,
            settings,
        }
    };
    golden_files("yaml").into_iter().map(read).collect()
}

/// The files of the golden tests with this extension, sorted.
pub(crate) fn golden_files(extension: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let paths = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let fits = |path: &PathBuf| path.extension().is_some_and(|known| known == extension);
    let mut files: Vec<PathBuf> = paths.filter(fits).collect();
    files.sort();
    files
}
