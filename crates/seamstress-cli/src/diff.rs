//! `seamstress diff`: what the change of a document means for programs and for running clients.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use seamstress::config::Config;
use seamstress::diagnostic::Diagnostics;
use seamstress::diff::{Page, compare};
use seamstress::job::Job;
use seamstress::output::write_one;
use seamstress::report::Outcome;

use crate::arguments::{Diff, Format};
use crate::report::terminal;

/// Something breaks, and `--exit-code` was asked for.
const BREAKING: u8 = 1;
/// Something could not be read.
const FAILED: u8 = 2;

pub(crate) fn run(arguments: &Diff) -> ExitCode {
    match made(arguments) {
        Ok((text, is_breaking)) => {
            if let Err(diagnostics) = put(arguments.out.as_deref(), &text) {
                return refused(&diagnostics);
            }
            match arguments.exit_code && is_breaking {
                true => ExitCode::from(BREAKING),
                false => ExitCode::SUCCESS,
            }
        }
        Err(diagnostics) => refused(&diagnostics),
    }
}

fn refused(diagnostics: &Diagnostics) -> ExitCode {
    let outcome = Outcome::refused("diff", diagnostics);
    terminal::diagnostics(&outcome, false);
    ExitCode::from(FAILED)
}

/// Writes the report where it is wanted.
fn put(file: Option<&Path>, text: &str) -> Result<(), Diagnostics> {
    let Some(file) = file else {
        // Where nobody reads any more, there is nobody to tell.
        let _ = anstream::stdout().lock().write_all(text.as_bytes());
        return Ok(());
    };
    Ok(write_one(file, text)?)
}

fn made(arguments: &Diff) -> Result<(String, bool), Diagnostics> {
    let diff = compare(
        &job(arguments, &arguments.old),
        &job(arguments, &arguments.new),
    )?;
    let text = match arguments.format {
        // The stream takes the colours out where nobody sees them; a file has none.
        Format::Terminal => diff.terminal(arguments.out.is_none()),
        Format::Markdown => diff.markdown(),
        Format::Html => diff.html(&page(arguments)?),
        Format::Json => diff.json(),
    };
    Ok((text, diff.is_breaking()))
}

/// What a page says besides the changes: of a crate without a configuration nobody knows the version.
fn page(arguments: &Diff) -> Result<Page, Diagnostics> {
    let config = arguments.config.as_deref().map(Config::load).transpose()?;
    Ok(Page {
        version: config.map(|config| config.package.version.as_str().to_owned()),
        docs: arguments.docs.clone(),
    })
}

fn job(arguments: &Diff, document: &Path) -> Job {
    Job {
        config: arguments.config.clone(),
        document: Some(document.to_path_buf()),
        overlays: arguments.overlays.clone(),
        // Nothing is written; without a configuration something has to be named.
        output: Some("client".into()),
        ..Job::default()
    }
}
