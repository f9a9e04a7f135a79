//! What the model could not give a type: values of which it only knows that they are JSON.

use crate::document::Pointer;

/// A schema whose values are any JSON in the model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untyped {
    /// Where the schema stands.
    pub pointer: Pointer,
    /// Who is to blame.
    pub cause: Cause,
    /// Why, in one sentence without a full stop.
    pub reason: String,
}

/// Why values have no type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cause {
    /// The document says nothing of the values, or contradicts itself.
    Document,
    /// The document says what the values are, and the model cannot express it.
    Generator,
}
