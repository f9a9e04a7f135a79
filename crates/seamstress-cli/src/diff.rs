//! `seamstress diff`: what the change of a document means for programs and for running clients.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use seamstress::diagnostic::Diagnostics;
use seamstress::diff::compare;
use seamstress::job::Job;

use crate::arguments::{Diff, Format};
use crate::report::{Outcome, terminal};

/// Something breaks, and `--exit-code` was asked for.
const BREAKING: u8 = 1;
/// Something could not be read.
const FAILED: u8 = 2;

pub(crate) fn run(arguments: &Diff) -> ExitCode {
    match made(arguments) {
        Ok((text, is_breaking)) => {
            // Where nobody reads any more, there is nobody to tell.
            let _ = anstream::stdout().lock().write_all(text.as_bytes());
            match arguments.exit_code && is_breaking {
                true => ExitCode::from(BREAKING),
                false => ExitCode::SUCCESS,
            }
        }
        Err(diagnostics) => {
            let outcome = Outcome::refused("diff", &diagnostics);
            terminal::diagnostics(&outcome, false);
            ExitCode::from(FAILED)
        }
    }
}

fn made(arguments: &Diff) -> Result<(String, bool), Diagnostics> {
    let diff = compare(
        &job(arguments, &arguments.old),
        &job(arguments, &arguments.new),
    )?;
    let text = match arguments.format {
        // The stream takes the colours out where nobody sees them.
        Format::Terminal => diff.terminal(true),
        Format::Markdown => diff.markdown(),
        Format::Json => diff.json(),
    };
    Ok((text, diff.is_breaking()))
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
