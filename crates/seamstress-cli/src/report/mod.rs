//! What came of a command: as one value, printed as JSON for machines or in words for people.

mod explained;
mod outcome;
mod progress;
pub(crate) mod terminal;

pub(crate) use explained::{Explained, Untyped};
pub(crate) use outcome::{Files, Outcome, Problem};
pub(crate) use progress::Progress;
