//! What came of a command: as one value, printed as JSON for machines or in words for people.

mod progress;
pub(crate) mod terminal;

use std::io::Write;

use seamstress::report::Outcome;

pub(crate) use progress::Progress;

/// Prints the report for machines.
pub(crate) fn print(outcome: &Outcome) {
    // Where nobody reads any more, there is nobody to tell.
    let _ = std::io::stdout()
        .lock()
        .write_all(outcome.json().as_bytes());
}
