//! The crate of a document, and beside it the program that reads samples with it.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};
use seamstress::api::Api;
use seamstress::config::Config;
use seamstress::diagnostic::Diagnostics;
use seamstress::document::Document;
use seamstress::output::{Mode, write};

use serde_json::Value;

use crate::repository::{self, root};

/// A document that became a crate, with a program that reads what it allows.
pub(super) struct Made {
    pub(super) api: Api,
    /// The document as it was read: JSON, in the shape that schemas are lowered from.
    pub(super) document: PathBuf,
    pub(super) binary: PathBuf,
}

/// Generates and compiles; everything is below `target/roundtrip`.
pub(super) fn make(path: &Path) -> anyhow::Result<Made> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name = format!("roundtrip-{}", safe(&stem));
    let place = folder().join(&name);
    let config = config(&name, path)?;
    let (document, mut warnings) = Document::load(path, &[]).map_err(refused)?;
    let (api, files) = seamstress::crate_of(&document, &config, &mut warnings).map_err(refused)?;
    write(&place.join("client"), files, Mode::Write).map_err(refused)?;
    let types = seamstress::component_types(&api, &config);
    program(&name, &place, &types)?;
    let read = place.join("document.json");
    fs::write(&read, judged(path, &document)?.to_string())?;
    let binary = compile(&name, &place)?;
    Ok(Made {
        api,
        document: read,
        binary,
    })
}

/// The document that samples are drawn from and judged by: as its owner wrote it, where that is
/// OpenAPI 3 in JSON; of what else there is, the shape that it is read in.
fn judged(path: &Path, document: &Document) -> anyhow::Result<Value> {
    let written: Option<Value> = serde_json::from_str(&fs::read_to_string(path)?).ok();
    let written = written.filter(|written| written.get("openapi").is_some());
    let mut judged = written.unwrap_or_else(|| {
        let mut normal = document.root().clone();
        normal["openapi"] = "3.0.3".into();
        normal
    });
    name_recursion(&mut judged, "#", "#");
    Ok(judged)
}

/// Writes `$recursiveRef` of JSON Schema 2019-09 as `$ref`: later versions no longer know it.
fn name_recursion(value: &mut Value, pointer: &str, anchor: &str) {
    let is_anchor = value.get("$recursiveAnchor") == Some(&Value::Bool(true));
    let anchor = if is_anchor { pointer } else { anchor };
    if value.get("$recursiveRef").is_some() && anchor != "#" {
        *value = serde_json::json!({ "$ref": anchor });
        return;
    }
    match value {
        Value::Object(members) => {
            as_numbers(members);
            for (name, member) in members {
                let token = name.replace('~', "~0").replace('/', "~1");
                name_recursion(member, &format!("{pointer}/{token}"), anchor);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter_mut().enumerate() {
                name_recursion(item, &format!("{pointer}/{at}"), anchor);
            }
        }
        _ => {}
    }
}

/// Writes exclusive bounds that are flags, as they were in OpenAPI 3.0, as numbers: documents of 3.1
/// have them too, and no validator takes them. Those of 3.0 the judge reads itself.
fn as_numbers(schema: &mut serde_json::Map<String, Value>) {
    for (limit, flag) in [
        ("minimum", "exclusiveMinimum"),
        ("maximum", "exclusiveMaximum"),
    ] {
        if let Some(Value::Bool(is_exclusive)) = schema.get(flag).cloned() {
            schema.remove(flag);
            if let Some(bound) = schema.get(limit).cloned().filter(|_| is_exclusive) {
                schema.insert(flag.to_owned(), bound);
            }
        }
    }
}

fn refused(diagnostics: Diagnostics) -> anyhow::Error {
    anyhow::anyhow!("{diagnostics}")
}

fn folder() -> PathBuf {
    root().join("target/roundtrip")
}

/// A name that every tool takes.
fn safe(stem: &str) -> String {
    let keep = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    stem.chars().map(keep).collect()
}

/// The least configuration.
fn config(name: &str, path: &Path) -> anyhow::Result<Config> {
    let runtime = repository::runtime();
    let text = format!(
        "[package]\nname = \"{name}-client\"\nversion = \"0.1.0\"\noutput = \"client\"\n\
         runtime-path = {runtime:?}\n[document]\npath = {path:?}\n"
    );
    Config::from_text("roundtrip.toml", &text).map_err(refused)
}

/// The program around the client: a table of readers, and what all such programs share.
fn program(name: &str, place: &Path, types: &[(String, String)]) -> anyhow::Result<()> {
    let crates = root().join("crates");
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\n\
         client = {{ path = \"client\", package = \"{name}-client\" }}\n\
         seamstress-runtime = {{ path = {:?} }}\n\
         seamstress-sample = {{ path = {:?} }}\n\
         jsonschema = {{ version = \"0.61\", default-features = false }}\n\
         serde_json = \"1\"\n\n[workspace]\n\n\
         [profile.dev]\ndebug = 0\nincremental = false\n\n\
         [profile.dev.package.\"*\"]\nopt-level = 1\n",
        crates.join("seamstress-runtime"),
        crates.join("seamstress-sample"),
    );
    let mut main = "mod program;\n\nuse client::types;\nuse program::again;\n\n\
                    fn main() {\n    program::run(&[\n"
        .to_owned();
    for (schema, rust) in types {
        // Writing to a `String` cannot fail.
        let _ = writeln!(main, "        ({schema:?}, again::<types::{rust}>),");
    }
    main.push_str("    ]);\n}\n");
    let source = place.join("src");
    fs::create_dir_all(&source)?;
    fs::write(place.join("Cargo.toml"), manifest)?;
    fs::write(source.join("main.rs"), main)?;
    fs::write(source.join("program.rs"), include_str!("program.rs"))?;
    let judge = crates.join("seamstress-sample/tests/common/mod.rs");
    fs::copy(&judge, source.join("common.rs")).with_context(|| format!("{}", judge.display()))?;
    // The versions of dependencies that the workspace is tested with.
    fs::copy(root().join("Cargo.lock"), place.join("Cargo.lock"))?;
    Ok(())
}

fn compile(name: &str, place: &Path) -> anyhow::Result<PathBuf> {
    let target = folder().join("build");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["build", "--quiet"])
        .current_dir(place)
        .env("CARGO_TARGET_DIR", &target)
        .env("RUSTFLAGS", "--cap-lints=allow")
        .status()
        .context("cargo cannot be started")?;
    if !status.success() {
        bail!("the client in {} does not compile", place.display());
    }
    Ok(target.join("debug").join(name))
}
