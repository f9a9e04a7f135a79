//! What came of a run, for people and machines: the words that all fronts have in common.
//!
//! [`Outcome`] is the object that `--json` prints, and terminals tell of. Each report of a document
//! shows its text by [`plain`], since whoever wrote the document may mean harm to who reads that.

mod explained;
mod outcome;
mod paint;
mod plain;
mod problem;

pub use explained::{Became, Explained, Untyped};
pub(crate) use outcome::json;
pub use outcome::{Counts, Emitted, FileChange, Files, Outcome};
pub(crate) use paint::{Ink, Paint};
pub use plain::plain;
pub use problem::Problem;
