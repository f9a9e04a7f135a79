//! `cargo xtask generate`: the document, the overlay and the configuration in, the crate out.

use std::path::{Path, PathBuf};

use anyhow::{anyhow, bail};
use lexopt::prelude::*;
use seamstress::Summary;
use seamstress::api::Cause;
use seamstress::diagnostic::Diagnostics;
use seamstress::job::{Job, Made, Opened};
use seamstress::output::Mode;

/// What mends a crate that is not up to date.
const COMMAND: &str = "cargo xtask generate";

pub(crate) fn run(mut args: lexopt::Parser) -> anyhow::Result<()> {
    let mut mode = Mode::Write;
    let mut strict = false;
    let mut untyped = false;
    let mut config = root().join("spec/seamstress.toml");
    while let Some(arg) = args.next()? {
        match arg {
            Long("check") => mode = Mode::Check,
            Long("strict") => strict = true,
            Long("report-untyped") => untyped = true,
            Long("config") => config = args.value()?.into(),
            other => return Err(other.unexpected().into()),
        }
    }
    let job = Job {
        config: Some(relative(&config)),
        strict,
        ..Job::default()
    };
    match job.open().and_then(Opened::make) {
        Ok(made) => {
            if untyped {
                report_untyped(&made);
            }
            let written = made.write(mode).map_err(refused)?;
            report(&written, mode)
        }
        Err(diagnostics) => Err(refused(diagnostics)),
    }
}

fn refused(diagnostics: Diagnostics) -> anyhow::Error {
    eprintln!("{diagnostics}");
    anyhow!("nothing was written")
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

fn report(summary: &Summary, mode: Mode) -> anyhow::Result<()> {
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
        return Ok(());
    }
    let verb = if mode == Mode::Check { "would be " } else { "" };
    println!(
        "{} files {verb}written, {} removed",
        changes.written.len(),
        changes.removed.len()
    );
    if mode == Mode::Check {
        for path in changes.written.iter().chain(&changes.removed) {
            println!("  {}", path.display());
        }
        bail!("the generated crate is not up to date: run `{COMMAND}` and commit what it writes");
    }
    Ok(())
}

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// The path as seen from the current folder, so that messages are short.
fn relative(path: &Path) -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here)
        .map_or_else(|_| path.to_path_buf(), Path::to_path_buf)
}
