//! What an enum of numbers holds that this version of the crate does not know.

/// A number of an open enum that this version of the crate does not know.
///
/// It cannot be constructed: make the enum from the number instead, which gives
/// the variant of that number once there is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnknownNumber<T>(T);

impl<T: Copy> UnknownNumber<T> {
    /// The number as the server sent it.
    #[must_use]
    pub fn get(self) -> T {
        self.0
    }

    /// For macros.
    #[doc(hidden)]
    #[must_use]
    pub fn with_number(number: T) -> Self {
        Self(number)
    }
}

/// Where `number` stands among the values of an enum.
#[doc(hidden)]
pub fn position<T: Copy + PartialEq>(values: &[T], number: T) -> Option<usize> {
    values.iter().position(|value| *value == number)
}
