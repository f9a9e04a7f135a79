//! Reading the lock file. Its text is not trusted: a name that is none is an error.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde::Deserialize;

use super::{Lock, Names};
use crate::config::RustName;
use crate::diagnostic::{Diagnostic, Location};
use crate::rust::is_taken_type;
use crate::text::{number, position_at};

/// The version of the format.
pub(super) const VERSION: u32 = 1;

/// The longest step of a way, and the longest name: longer ones are no work of a generator.
const LONGEST: usize = 4_000;

/// What to do about a file that cannot be read as it is.
const ADVICE: &str = "correct the line, or remove it: what it names then gets a name anew";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    version: Format,
    #[serde(default)]
    operations: BTreeMap<String, Way>,
    #[serde(default)]
    types: BTreeMap<TypeName, Vec<String>>,
    #[serde(default)]
    parts: BTreeMap<String, PartName>,
    #[serde(default)]
    retired: Sections,
}

/// The number of a format that this program knows.
#[derive(Deserialize)]
#[serde(try_from = "u32")]
struct Format;

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Sections {
    operations: BTreeMap<String, Way>,
    types: BTreeMap<TypeName, Vec<String>>,
    parts: BTreeMap<String, PartName>,
}

#[derive(Deserialize)]
#[serde(try_from = "Steps")]
struct Way(Vec<String>);

/// The steps of a way in one text, with dots between, or one by one.
#[derive(Deserialize)]
#[serde(untagged)]
enum Steps {
    Text(String),
    List(Vec<String>),
}

#[derive(PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
struct TypeName(String);

#[derive(Deserialize)]
#[serde(try_from = "String")]
struct PartName(String);

impl TryFrom<u32> for Format {
    type Error = String;

    fn try_from(version: u32) -> Result<Self, String> {
        match version {
            VERSION => Ok(Self),
            other => Err(format!(
                "the format {other} is not known to this version of the generator"
            )),
        }
    }
}

impl TryFrom<Steps> for Way {
    type Error = String;

    fn try_from(steps: Steps) -> Result<Self, String> {
        let steps: Vec<String> = match steps {
            Steps::Text(text) => text.split('.').map(str::to_owned).collect(),
            Steps::List(steps) => steps,
        };
        let is_step = |step: &String| {
            !step.is_empty() && step.len() <= LONGEST && !step.contains(char::is_control)
        };
        if !steps.is_empty() && steps.iter().all(is_step) {
            return Ok(Self(steps));
        }
        Err("a way to an operation is steps with dots between, such as `pets.list`".to_owned())
    }
}

impl TryFrom<String> for TypeName {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let name = RustName::try_from(text)?.as_str().to_owned();
        if name.len() > LONGEST || is_taken_type(&name) {
            return Err(format!("`{name}` cannot be the name of an emitted type"));
        }
        Ok(Self(name))
    }
}

impl TryFrom<String> for PartName {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        let starts_well = text.starts_with(|first: char| first.is_ascii_alphabetic());
        if starts_well && text.len() <= LONGEST && text.bytes().all(is_word) {
            return Ok(Self(text));
        }
        Err(format!(
            "`{text}` is no Rust name: use letters, digits and `_`, no digit first"
        ))
    }
}

impl From<Sections> for Names {
    fn from(sections: Sections) -> Self {
        let operations = sections.operations.into_iter();
        let types = sections.types.into_iter();
        let parts = sections.parts.into_iter();
        Self {
            operations: operations.map(|(key, way)| (key, way.0)).collect(),
            types: types.map(|(name, things)| (name.0, things)).collect(),
            parts: parts.map(|(part, name)| (part, name.0)).collect(),
        }
    }
}

impl Lock {
    /// Reads the lock file at `path`; where there is none yet, the lock is empty.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read, holds the marks of an unfinished merge, or is not what a run
    /// wrote: with the line.
    pub fn load(path: &Path) -> Result<Self, Diagnostic> {
        match fs::read_to_string(path) {
            Ok(text) => Self::from_text(path, &text),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => {
                let message = format!("the lock file cannot be read: {error}");
                Err(Diagnostic::error("unreadable-file", message)
                    .located(Location::file(path))
                    .help("check its permissions, or set `lock = false` under `[names]`"))
            }
        }
    }

    /// Reads a lock from its text, as if it stood in `file`.
    ///
    /// # Errors
    ///
    /// As [`Self::load`].
    pub fn from_text(file: &Path, text: &str) -> Result<Self, Diagnostic> {
        let refusal = |message: &str| Diagnostic::error("bad-lock", message);
        if let Some(line) = merge_mark(text) {
            let help = format!(
                "take either side, as by `git checkout --ours {0}` or `--theirs`, and generate \
                 again: what is missing is added",
                file.display()
            );
            return Err(
                refusal("the lock file has the marks of a merge that is not finished")
                    .located(Location::new(file, line, 1))
                    .help(help),
            );
        }
        let read: Text = toml::from_str(text).map_err(|error| {
            let location = match error.span() {
                Some(span) => {
                    let place = position_at(text, span.start);
                    Location::new(file, place.line, place.column)
                }
                None => Location::file(file),
            };
            refusal(error.message()).located(location).help(ADVICE)
        })?;
        let Text {
            version: Format,
            operations,
            types,
            parts,
            retired,
        } = read;
        let live = Sections {
            operations,
            types,
            parts,
        };
        Ok(Self {
            live: live.into(),
            retired: retired.into(),
        })
    }
}

/// The line of the first mark of a conflict, from 1.
fn merge_mark(text: &str) -> Option<u32> {
    let is_mark = |line: &str| {
        ["<<<<<<<", "=======", ">>>>>>>", "|||||||"]
            .iter()
            .any(|mark| line.starts_with(mark))
    };
    text.lines().position(is_mark).map(|at| number(at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refusal(text: &str) -> Diagnostic {
        Lock::from_text(Path::new("seamstress.lock"), text).expect_err("the lock is taken")
    }

    #[test]
    fn what_is_no_name_is_refused_with_its_line() {
        for (text, line) in [
            ("version = 1\n[types]\n\"a b\" = []\n", 3),
            ("version = 1\n[types]\nfn = []\n", 3),
            ("version = 1\n[types]\nPage = []\n", 3),
            ("version = 1\n[types]\nPet = []\nPet = []\n", 4),
            ("version = 1\n\n[operations]\n\"GET /a\" = \"a..b\"\n", 4),
            ("version = 1\n\n[operations]\n\"GET /a\" = []\n", 4),
            ("version = 1\n[parts]\n\"Pet.x\" = \"x(); evil!()\"\n", 3),
            ("version = 1\n[parts]\n\"Pet.x\" = \"r#type\"\n", 3),
            ("version = 2\n", 1),
            ("version = 1\nnonsense = true\n", 0),
            ("version = 1\n[retired.types]\n\"1\" = []\n", 3),
        ] {
            let refusal = refusal(text);
            assert_eq!(refusal.code, "bad-lock", "{text}");
            let found = refusal.location.as_ref().map_or(0, |place| place.line);
            assert!(found == line || line == 0, "{refusal}: {text}");
        }
    }

    #[test]
    fn an_unfinished_merge_is_recognised() {
        let text = "version = 1\n[types]\n<<<<<<< HEAD\nPet = []\n=======\nDog = []\n>>>>>>> b\n";
        let refusal = refusal(text);
        assert!(
            refusal.to_string().contains("take either side"),
            "{refusal}"
        );
        assert_eq!(refusal.location.map(|place| place.line), Some(3));
    }
}
