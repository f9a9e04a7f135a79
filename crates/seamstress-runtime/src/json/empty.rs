//! Objects without a member.

use super::Extra;

/// An object that is described as having no members. Those that it has all the
/// same are kept.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Empty {
    /// The members that the object has all the same.
    pub extra: Extra,
}

crate::object! { Empty {} }
