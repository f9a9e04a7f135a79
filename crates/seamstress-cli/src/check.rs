//! `seamstress check`: what is wrong with a document and its configuration.

use seamstress::diagnostic::Diagnostics;
use seamstress::report::{Outcome, Untyped};

use crate::arguments::Check;
use crate::report::{print, terminal};

pub(crate) fn run(arguments: &Check) -> Outcome {
    let outcome =
        make(arguments).unwrap_or_else(|diagnostics| Outcome::refused("check", &diagnostics));
    if arguments.source.json {
        print(&outcome);
    } else {
        terminal::diagnostics(&outcome, arguments.source.verbose);
        terminal::untyped(&outcome);
        terminal::checked(&outcome);
    }
    outcome
}

fn make(arguments: &Check) -> Result<Outcome, Diagnostics> {
    let made = arguments.source.job_in_memory().open()?.make()?;
    let mut outcome = Outcome::made("check", &made);
    if arguments.report_untyped {
        outcome.untyped = Some(Untyped::all(&made));
    }
    Ok(outcome)
}
