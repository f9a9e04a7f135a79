//! Documents of growing size, to see how cost grows with them.
//!
//! They are made of Seam's: the paths that take least first, with the schemas that they reach; and,
//! once all are there, copies of everything under other names. So a large one is not only long, but
//! has more operations, more types and more names to keep apart.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde_json::{Map, Value, json};

/// About how large the documents are, in bytes.
const SIZES: [usize; 8] = [
    100_000, 200_000, 400_000, 800_000, 1_600_000, 3_200_000, 6_400_000, 12_800_000,
];

const SCHEMAS: &str = "#/components/schemas/";

/// Writes the documents into `folder`: what each is called, and where it is.
pub(super) fn write(seam: &Path, folder: &Path) -> anyhow::Result<Vec<(String, PathBuf)>> {
    let text = std::fs::read_to_string(seam).with_context(|| format!("`{}`", seam.display()))?;
    let document: Value = serde_json::from_str(&text)?;
    let pieces = Pieces::of(&document).context("the document has no paths or no schemas")?;
    let mut written = Vec::new();
    for size in SIZES {
        let name = format!("synthetic, {} KB", size / 1000);
        let path = folder.join(format!("synthetic-{size}.json"));
        std::fs::write(&path, format!("{:#}\n", pieces.document(size)))?;
        written.push((name, path));
    }
    Ok(written)
}

/// The paths and schemas of a document, and how large each is.
struct Pieces<'a> {
    document: &'a Value,
    /// Those that take least first, with all schemas that they reach.
    paths: Vec<(&'a str, &'a Value, BTreeSet<&'a str>)>,
    schemas: BTreeMap<&'a str, (&'a Value, usize)>,
}

impl<'a> Pieces<'a> {
    fn of(document: &'a Value) -> Option<Self> {
        let schemas = document.pointer("/components/schemas")?.as_object()?;
        let schemas = schemas.iter();
        let schemas: BTreeMap<&str, (&Value, usize)> = schemas
            .map(|(name, schema)| (name.as_str(), (schema, size(schema))))
            .collect();
        let mut paths = Vec::new();
        for (path, item) in document.get("paths")?.as_object()? {
            let mut reached = BTreeSet::new();
            reach(item, &schemas, &mut reached);
            let cost = size(item) + reached.iter().map(|name| schemas[name].1).sum::<usize>();
            paths.push((cost, (path.as_str(), item, reached)));
        }
        paths.sort_by_key(|(cost, (path, ..))| (*cost, *path));
        Some(Self {
            document,
            paths: paths.into_iter().map(|(_, path)| path).collect(),
            schemas,
        })
    }

    /// A document of about `wanted` bytes.
    fn document(&self, wanted: usize) -> Value {
        let (mut paths, mut schemas, mut total) = (Map::new(), Map::new(), 0);
        'copies: for copy in 0.. {
            for (path, item, reached) in &self.paths {
                if total >= wanted {
                    break 'copies;
                }
                total += size(item);
                paths.insert(path_name(path, copy), renamed(item, copy));
                for name in reached {
                    let (schema, size) = self.schemas[name];
                    schemas.entry(schema_name(name, copy)).or_insert_with(|| {
                        total += size;
                        renamed(schema, copy)
                    });
                }
            }
            if total == 0 {
                break;
            }
        }
        let mut document = self.document.clone();
        document["paths"] = Value::Object(paths);
        document["components"]["schemas"] = Value::Object(schemas);
        document
    }
}

/// How many bytes a piece takes, with the spaces before its lines.
fn size(piece: &Value) -> usize {
    format!("{:#}", json!({ "": { "": piece } })).len()
}

/// Notes the schemas that are referred to, and what they refer to.
fn reach<'a>(
    value: &'a Value,
    schemas: &BTreeMap<&'a str, (&'a Value, usize)>,
    reached: &mut BTreeSet<&'a str>,
) {
    match value {
        Value::String(text) => {
            let name = text.strip_prefix(SCHEMAS).unwrap_or_default();
            if let Some((name, (schema, _))) = schemas.get_key_value(name)
                && reached.insert(name)
            {
                reach(schema, schemas, reached);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| reach(item, schemas, reached)),
        Value::Object(members) => members
            .values()
            .for_each(|member| reach(member, schemas, reached)),
        _ => {}
    }
}

/// The same with references to the schemas of a copy.
fn renamed(value: &Value, copy: usize) -> Value {
    match value {
        Value::String(text) => match text.strip_prefix(SCHEMAS) {
            Some(name) => format!("{SCHEMAS}{}", schema_name(name, copy)).into(),
            None => value.clone(),
        },
        Value::Array(items) => items.iter().map(|item| renamed(item, copy)).collect(),
        Value::Object(members) => {
            let members = members.iter();
            Value::Object(
                members
                    .map(|(name, member)| (name.clone(), renamed(member, copy)))
                    .collect(),
            )
        }
        other => other.clone(),
    }
}

fn schema_name(name: &str, copy: usize) -> String {
    match copy {
        0 => name.to_owned(),
        copy => format!("{name}_of_copy_{copy}"),
    }
}

fn path_name(path: &str, copy: usize) -> String {
    match copy {
        0 => path.to_owned(),
        copy => format!("/copy_{copy}{path}"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        reason = "the helpers of a test fail as a test does"
    )]

    use super::*;

    fn small() -> Value {
        json!({
            "openapi": "3.0.3",
            "paths": {
                "/doors": { "get": { "schema": { "$ref": "#/components/schemas/door" } } },
                "/ping": { "get": {} },
            },
            "components": { "schemas": {
                "door": { "lock": { "$ref": "#/components/schemas/lock" } },
                "lock": { "type": "object" },
                "other": { "type": "string" },
            } },
        })
    }

    #[test]
    fn small_documents_have_what_takes_least() {
        let document = small();
        let least = Pieces::of(&document).unwrap().document(1);
        assert_eq!(least["paths"], json!({ "/ping": { "get": {} } }));
        assert_eq!(least["components"]["schemas"], json!({}));
    }

    #[test]
    fn large_documents_have_copies_that_refer_to_their_own_schemas() {
        let document = small();
        let large = Pieces::of(&document).unwrap().document(2_000);
        let copy = &large["paths"]["/copy_1/doors"]["get"]["schema"]["$ref"];
        assert_eq!(copy, "#/components/schemas/door_of_copy_1");
        let door = &large["components"]["schemas"]["door_of_copy_1"];
        assert_eq!(door["lock"]["$ref"], "#/components/schemas/lock_of_copy_1");
        assert!(large["components"]["schemas"].get("other").is_none());
    }
}
