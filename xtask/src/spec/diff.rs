//! `cargo xtask spec diff OLD NEW`: what the change from one version of the document to another
//! breaks, by the configuration and the overlay of `spec/`.

use std::io::IsTerminal;
use std::path::PathBuf;

use anyhow::{anyhow, bail};
use lexopt::prelude::*;
use seamstress::diff::{Diff, compare};
use seamstress::job::Job;

use super::{spec_folder, versions};

const USAGE: &str = "\
Usage: cargo xtask spec diff OLD NEW [--format terminal|markdown|json] [--exit-code]

  OLD, NEW      files, versions of the npm package (1.724.0), or revisions of this repository
                (HEAD~3, git:REV)
  --format F    how the changes are told: `terminal` unless set
  --exit-code   exit with 1 where something breaks

Exit codes:
  0  compared; with --exit-code, and nothing breaks
  1  with --exit-code: something breaks
  2  something could not be read, or the command line makes no sense";

/// How it ended.
pub(crate) enum Ended {
    /// Compared, and nothing is to be complained about.
    Well,
    /// Something breaks, and that was asked for.
    Breaking,
}

pub(crate) fn run(mut args: lexopt::Parser) -> anyhow::Result<Ended> {
    let mut names: Vec<String> = Vec::new();
    let mut format: fn(&Diff) -> String = terminal;
    let mut exit_code = false;
    while let Some(arg) = args.next()? {
        match arg {
            Value(name) => names.push(name.string()?),
            Long("format") => {
                format = match args.value()?.string()?.as_str() {
                    "terminal" => terminal,
                    "markdown" => Diff::markdown,
                    "json" => Diff::json,
                    other => bail!("`{other}` is no format\n\n{USAGE}"),
                }
            }
            Long("exit-code") => exit_code = true,
            Short('h') | Long("help") => {
                println!("{USAGE}");
                return Ok(Ended::Well);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let [old, new] = names.as_slice() else {
        bail!("two versions are compared\n\n{USAGE}");
    };
    let (old, new) = (versions::file_of(old)?, versions::file_of(new)?);
    let diff = compare(&job(old), &job(new)).map_err(|errors| anyhow!("{errors}"))?;
    print!("{}", format(&diff));
    match exit_code && diff.is_breaking() {
        true => Ok(Ended::Breaking),
        false => Ok(Ended::Well),
    }
}

fn terminal(diff: &Diff) -> String {
    diff.terminal(std::io::stdout().is_terminal())
}

fn job(document: PathBuf) -> Job {
    Job {
        config: Some(spec_folder().join("seamstress.toml")),
        document: Some(document),
        ..Job::default()
    }
}
