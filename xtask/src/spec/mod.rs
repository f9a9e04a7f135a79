//! `cargo xtask spec`: keeps `spec/openapi.json`, the document that the client is generated from.
//!
//! Seam publishes its OpenAPI document inside the npm package `@seamapi/types`, as a JavaScript
//! module. `spec pull` brings it with the ordinary npm client, checks it against the hash that the
//! registry records, parses it as data (no foreign code is run) and commits to it: the document,
//! its licence and a record of where it came from are written together or not at all. With the
//! document in the repository, generating needs neither npm nor a network.

mod diff;
mod lint;
mod literal;
mod module;
pub(crate) mod npm;
mod origin;
mod pull;
mod source;
mod tarball;
pub(crate) mod versions;

pub(crate) use pull::hex;

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use lexopt::prelude::*;

use self::origin::Origin;
use self::source::Source;

const USAGE: &str = "\
Usage: cargo xtask spec pull [VERSION|FILE|URL] [--out DIR]

  VERSION     of the npm package, or `latest`
  FILE, URL   of a document in JSON or YAML, which is taken over with the licence that is there
              without any of them, what spec/SOURCE.toml names is brought again
  --out DIR   write there instead of into spec/

       cargo xtask spec diff OLD NEW [--format terminal|markdown|html|json] [--out FILE]
                                 [--docs URL] [--exit-code]

  OLD, NEW    files, versions of the npm package, or revisions of this repository

       cargo xtask spec lint [FILE] [--deny CODE[,CODE…]|all] [--all] [--json]

  FILE        the document, instead of spec/openapi.json

       cargo xtask spec history [FROM] [--semver-checks] [--skew FROM] [--json FILE] [--markdown FILE]

  FROM        the first of the versions that are compared, each with the next one";

/// Runs `cargo xtask spec …`: reads the rest of the command line and does what it says.
pub(crate) fn run(mut args: lexopt::Parser) -> anyhow::Result<()> {
    match args.next()? {
        Some(Value(command)) if command == "pull" => {}
        Some(Value(command)) if command == "diff" => return compare(args),
        Some(Value(command)) if command == "lint" => return lint::run(args),
        Some(Value(command)) if command == "history" => return crate::history::run(args),
        Some(Short('h') | Long("help")) => {
            println!("{USAGE}");
            return Ok(());
        }
        _ => bail!("`spec` has four commands, `pull`, `diff`, `lint` and `history`\n\n{USAGE}"),
    }

    let mut origin = None;
    let mut out = spec_folder();
    while let Some(arg) = args.next()? {
        match arg {
            Value(value) if origin.is_none() => origin = Some(Origin::named(&value.string()?)),
            Long("out") => out = PathBuf::from(args.value()?),
            Short('h') | Long("help") => {
                println!("{USAGE}");
                return Ok(());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let origin = match origin {
        Some(origin) => origin,
        None => {
            let source = Source::read(&spec_folder());
            Origin::of(&source.context("nothing was named, and the record cannot be read")?)
        }
    };

    let summary = pull::pull(&origin, &out)?;
    println!("{summary}");
    Ok(())
}

/// Runs `spec diff`, whose exit codes say more than whether it failed.
fn compare(args: lexopt::Parser) -> anyhow::Result<()> {
    let code = match diff::run(args) {
        Ok(diff::Ended::Well) => return Ok(()),
        Ok(diff::Ended::Breaking) => 1,
        Err(error) => {
            eprintln!("error: {error:#}");
            2
        }
    };
    std::process::exit(code)
}

/// The repository's `spec/`, a sibling of this package.
fn spec_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("spec")
}
