//! `seamstress explain`: what a node of the document became.

use seamstress::diagnostic::{Diagnostic, Diagnostics};
use seamstress::explain::explain;
use seamstress::report::{Explained, Outcome, Problem};

use crate::arguments::Explain;
use crate::report::{print, terminal};

pub(crate) fn run(arguments: &Explain) -> Outcome {
    let outcome =
        make(arguments).unwrap_or_else(|diagnostics| Outcome::refused("explain", &diagnostics));
    if arguments.source.json {
        print(&outcome);
    } else {
        terminal::diagnostics(&outcome, arguments.source.verbose);
        terminal::explained(&outcome);
    }
    outcome
}

fn make(arguments: &Explain) -> Result<Outcome, Diagnostics> {
    let made = arguments.source.job_in_memory().open()?.make()?;
    let pointer = &arguments.pointer;
    let Some(explanation) = explain(&made, pointer) else {
        let message = format!("the document has no node {pointer}");
        let nothing = Diagnostic::error("no-such-node", message)
            .help("diagnostics name pointers; `/` in a name is written `~1`, and `~` as `~0`");
        return Err(nothing.into());
    };
    let mut outcome = Outcome::made("explain", &made);
    // What is wrong elsewhere was not asked for.
    outcome.diagnostics = explanation.diagnostics.iter().map(Problem::from).collect();
    outcome.explanation = Some(Explained::new(&made, &explanation));
    Ok(outcome)
}
