//! `cargo xtask generate`: the document, the overlay and the configuration in, the crate out.

use anyhow::{anyhow, bail};
use lexopt::prelude::*;
use seamstress::Summary;
use seamstress::api::Cause;
use seamstress::diagnostic::Diagnostics;
use seamstress::job::{Job, Made, Opened};
use seamstress::output::Mode;
use seamstress::report::Outcome;

use crate::repository::{self, relative};

/// What mends a crate that is not up to date.
const COMMAND: &str = "cargo xtask generate";

const USAGE: &str = "\
Usage: cargo xtask generate [--check | --dry-run] [--strict] [--report-untyped] [--json]
                            [--config FILE]

  --check           write nothing, say what would be written, and fail if anything would
  --dry-run         write nothing, and say which files would be added, changed and removed, with
                    how many lines come and go
  --strict          let a warning be a failure, and write nothing then
  --report-untyped  list every value that has no type but JSON, and say whose fault that is
  --json            print what was written as one JSON object, and nothing else
  --config FILE     the configuration; spec/seamstress.toml unless set

Exit codes:
  0  written, or up to date; with --dry-run, whatever would be written
  1  something was refused, or the command line makes no sense; with --check, something would be
     written";

pub(crate) fn run(mut args: lexopt::Parser) -> anyhow::Result<()> {
    let (mut is_check, mut is_dry, mut is_json) = (false, false, false);
    let mut strict = false;
    let mut untyped = false;
    let mut config = repository::config();
    while let Some(arg) = args.next()? {
        match arg {
            Long("check") => is_check = true,
            Long("dry-run") => is_dry = true,
            Long("json") => is_json = true,
            Long("strict") => strict = true,
            Long("report-untyped") => untyped = true,
            Long("config") => config = args.value()?.into(),
            Short('h') | Long("help") => {
                println!("{USAGE}");
                return Ok(());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    if is_check && is_dry {
        bail!("`--check` and `--dry-run` exclude each other\n\n{USAGE}");
    }
    let mode = match is_check || is_dry {
        true => Mode::Check,
        false => Mode::Write,
    };
    let job = Job {
        config: Some(relative(&config)),
        strict,
        ..Job::default()
    };
    let refused = |diagnostics: Diagnostics| {
        if is_json {
            print!("{}", Outcome::refused("generate", &diagnostics).json());
        }
        eprintln!("{diagnostics}");
        anyhow!("nothing was written")
    };
    match job.open().and_then(Opened::make) {
        Ok(made) => {
            if untyped {
                report_untyped(&made);
            }
            let mut outcome = Outcome::made("generate", &made);
            let written = made.write(mode).map_err(refused)?;
            outcome.written(&written, mode);
            outcome.ok = !(is_check && outcome.is_stale());
            match is_json {
                true => print!("{}", outcome.json()),
                false => report(&written, mode),
            }
            if !outcome.ok {
                bail!(
                    "the generated crate is not up to date: run `{COMMAND}` and commit what it writes"
                );
            }
            Ok(())
        }
        Err(diagnostics) => Err(refused(diagnostics)),
    }
}

/// Lists the values that have no type but JSON, and whose fault that is.
fn report_untyped(made: &Made) {
    for untyped in &made.api.untyped {
        let place = made
            .document
            .locate(&made.document.current(&untyped.pointer));
        let cause = match untyped.cause {
            Cause::Document => "document",
            Cause::Generator => "generator",
        };
        println!("{place} {}: {cause}: {}", untyped.pointer, untyped.reason);
    }
    println!("{} values without a type", made.api.untyped.len());
}

fn report(summary: &Summary, mode: Mode) {
    if !summary.warnings.is_empty() {
        eprintln!("{}", summary.warnings);
    }
    let (api, changes) = (&summary.api, &summary.changes);
    println!(
        "{} operations, {} types, {} ids; {} files with {} lines of Rust; {} warnings; {} ms",
        api.operations.len(),
        api.types.len(),
        api.ids.len(),
        summary.files,
        summary.lines,
        summary.warnings.len(),
        summary.elapsed.as_millis(),
    );
    if changes.is_empty() {
        println!("up to date");
        return;
    }
    println!("{}", changes.summary(mode));
    if mode == Mode::Check {
        changes.files.iter().for_each(|file| println!("  {file}"));
    }
}
