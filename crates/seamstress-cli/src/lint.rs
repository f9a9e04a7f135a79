//! `seamstress lint`: what is wrong with a document, its overlays and its configuration.

use std::io::Write;
use std::process::ExitCode;

use seamstress::lint::{Deny, lint};
use seamstress::report::Outcome;

use crate::arguments::Lint;
use crate::report::terminal;

pub(crate) fn run(arguments: &Lint) -> ExitCode {
    let denied = arguments.deny.iter().map(String::as_str);
    let denied = denied.chain(arguments.source.strict.then_some("all"));
    let found = match Deny::of(denied) {
        Ok(deny) => lint(&arguments.source.job_in_memory(), &deny),
        Err(unknown) => {
            terminal::diagnostics(&Outcome::refused("lint", &unknown), false);
            return ExitCode::from(2);
        }
    };
    let text = match arguments.source.json {
        true => found.json(),
        // The stream takes the colours out where nobody sees them.
        false => found.terminal(arguments.all || arguments.source.verbose, true),
    };
    // Where nobody reads any more, there is nobody to tell.
    let _ = anstream::stdout().lock().write_all(text.as_bytes());
    match found.has_errors() {
        true => ExitCode::FAILURE,
        false => ExitCode::SUCCESS,
    }
}
