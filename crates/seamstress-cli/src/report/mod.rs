//! What came of a command: as one value, printed as JSON for machines or in words for people.

mod outcome;
mod progress;
pub(crate) mod terminal;

pub(crate) use outcome::{Outcome, Problem};
pub(crate) use progress::Progress;
