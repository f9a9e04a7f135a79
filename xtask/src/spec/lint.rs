//! `cargo xtask spec lint [FILE]`: what is wrong with the document, the overlay and the
//! configuration of `spec/`.

use std::io::IsTerminal;
use std::path::PathBuf;

use anyhow::{anyhow, bail};
use lexopt::prelude::*;
use seamstress::job::Job;
use seamstress::lint::{Deny, lint};

use crate::repository::{config, relative};

pub(super) const USAGE: &str = "\
Usage: cargo xtask spec lint [FILE] [--deny CODE[,CODE…]|all] [--all] [--json]

  FILE         the document, instead of spec/openapi.json; overlay and settings are those of spec/
  --deny CODE  let complaints of this code be errors; may be repeated; `all` means all warnings
  --all        show every complaint, and not the first of each code
  --json       print all of them as one JSON object

Exit codes:
  0  nothing is an error
  1  something is an error or was denied, or the command line makes no sense";

pub(crate) fn run(mut args: lexopt::Parser) -> anyhow::Result<()> {
    let (mut document, mut denied) = (None, Vec::new());
    let (mut all, mut json) = (false, false);
    while let Some(arg) = args.next()? {
        match arg {
            Value(file) if document.is_none() => document = Some(PathBuf::from(file)),
            Long("deny") => denied.push(args.value()?.string()?),
            Long("all") => all = true,
            Long("json") => json = true,
            Short('h') | Long("help") => {
                println!("{USAGE}");
                return Ok(());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let deny = Deny::of(denied.iter().map(String::as_str)).map_err(|error| anyhow!("{error}"))?;
    let job = Job {
        config: Some(relative(&config())),
        document,
        ..Job::default()
    };
    let found = lint(&job, &deny);
    match json {
        true => print!("{}", found.json()),
        false => print!("{}", found.terminal(all, std::io::stdout().is_terminal())),
    }
    if found.has_errors() {
        bail!("the document, the overlay or the settings have errors");
    }
    Ok(())
}
