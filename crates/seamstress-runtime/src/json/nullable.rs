//! A value or null, where giving null is not the same as giving nothing.

use super::{Json, ReadError, Reader, Writer};
use crate::DateTime;

/// A value, or an explicit null.
///
/// Setters of request fields that may be null take `impl Into<Nullable<T>>`: a value sets it,
/// `None` sends null, and not calling the setter sends nothing.
///
/// ```
/// use seamstress_runtime::json::Nullable;
///
/// fn name(name: impl Into<Nullable<String>>) -> Nullable<String> {
///     name.into()
/// }
///
/// assert_eq!(name("Front door"), Nullable::Value("Front door".to_owned()));
/// assert_eq!(name(None), Nullable::Null);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Nullable<T> {
    /// An explicit null.
    #[default]
    Null,
    /// A value.
    Value(T),
}

impl<T> Nullable<T> {
    /// The value, or nothing where it is null.
    #[must_use]
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Null => None,
            Self::Value(value) => Some(value),
        }
    }
}

impl<T> From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl<T> From<Option<T>> for Nullable<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

impl From<&str> for Nullable<String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}

impl From<jiff::Timestamp> for Nullable<DateTime> {
    fn from(value: jiff::Timestamp) -> Self {
        Self::Value(value.into())
    }
}

impl<T: Json + Default> Json for Nullable<T> {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        let mut value: Option<T> = None;
        value.read(reader)?;
        *self = value.into();
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        match self {
            Self::Null => ().write(writer),
            Self::Value(value) => value.write(writer),
        }
    }
}
