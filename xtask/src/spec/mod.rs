//! `cargo xtask spec`: keeps `spec/openapi.json`, the document that the client is generated from.
//!
//! Seam publishes its OpenAPI document inside the npm package `@seamapi/types`, as a JavaScript
//! module. `spec pull` brings it with the ordinary npm client, checks it against the hash that the
//! registry records, parses it as data (no foreign code is run) and commits to it: the document,
//! its licence and a record of where it came from are written together or not at all. With the
//! document in the repository, generating needs neither npm nor a network.

mod diff;
mod files;
mod lint;
mod literal;
mod module;
pub(crate) mod npm;
mod origin;
mod pull;
mod source;
mod tarball;
pub(crate) mod versions;

use anyhow::bail;
use lexopt::prelude::*;

/// Runs `cargo xtask spec …`: reads the rest of the command line and does what it says.
pub(crate) fn run(mut args: lexopt::Parser) -> anyhow::Result<()> {
    match args.next()? {
        Some(Value(command)) => match command.string()?.as_str() {
            "pull" => pull::run(args),
            "diff" => compare(args),
            "lint" => lint::run(args),
            "history" => crate::history::run(args),
            other => bail!("`spec` has no command `{other}`\n\n{}", usage()),
        },
        Some(Short('h') | Long("help")) => {
            println!("{}", usage());
            Ok(())
        }
        Some(other) => Err(other.unexpected().into()),
        None => bail!("which command?\n\n{}", usage()),
    }
}

/// The usage of all of its commands.
fn usage() -> String {
    [pull::USAGE, diff::USAGE, lint::USAGE, crate::history::USAGE].join("\n\n\n")
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
