//! What comes with a failure where its status decides on that.

use serde_json::Value;

use super::{ApiError, Error};
use crate::json::{self, Json};

/// What a failure is read as: implemented by the enums of generated clients that have a variant
/// per status, with the macro [`failures!`](crate::failures).
pub trait FromFailure: Sized {
    /// Reads the body of `failure`. What cannot be read is kept as it is.
    #[doc(hidden)]
    fn from_failure(failure: &ApiError) -> Self;
}

impl Error {
    /// The failure that the server answered with, as the enum that the operation documents for
    /// it. `None` where no server answered with a failure: where none could be reached, say.
    ///
    /// ```
    /// # use seamstress_runtime::{Error, json::Value};
    /// # #[derive(Clone, Debug, PartialEq)]
    /// # #[non_exhaustive]
    /// # pub enum PetsFailure { NotFound(String), ClientError(Vec<String>), Other(Value) }
    /// # seamstress_runtime::failures! {
    /// #     PetsFailure { 404 => NotFound(String), 400..=499 => ClientError(Vec<String>), }
    /// # }
    /// fn advice(error: &Error) -> String {
    ///     match error.failure() {
    ///         Some(PetsFailure::NotFound(name)) => format!("there is no {name}"),
    ///         Some(PetsFailure::ClientError(reasons)) => reasons.join("; "),
    ///         Some(PetsFailure::Other(body)) => body.to_string(),
    ///         None => "try again later".into(),
    ///     }
    /// }
    /// ```
    #[must_use]
    pub fn failure<F: FromFailure>(&self) -> Option<F> {
        self.api().map(F::from_failure)
    }
}

impl ApiError {
    /// The status as a number, for tables.
    #[doc(hidden)]
    #[must_use]
    pub fn code(&self) -> u16 {
        self.status.as_u16()
    }

    /// The whole body as a `T`; nothing where it is something else.
    #[doc(hidden)]
    #[must_use]
    pub fn read<T: Json + Default>(&self) -> Option<T> {
        let (body, _) = json::from_slice(self.body.as_bytes()).ok()?;
        Some(body)
    }

    /// The whole body, of which nothing is known: JSON, or else text.
    #[doc(hidden)]
    #[must_use]
    pub fn anything(&self) -> Value {
        match self.body.is_empty() {
            true => Value::Null,
            false => self.read().unwrap_or_else(|| Value::from(self.body())),
        }
    }
}

/// Makes an enum what comes with a failure, by its status. It has to have a variant `Other` for all
/// else: a status that is not in the table, and a body that is not what its status says.
///
/// ```
/// use seamstress_runtime::json::Value;
///
/// /// What comes with failures of `pets`.
/// #[derive(Clone, Debug, PartialEq)]
/// #[non_exhaustive]
/// pub enum PetsFailure {
///     /// There is no such pet.
///     NotFound(String),
///     /// What is wrong with what was sent.
///     ClientError(Vec<String>),
///     /// Anything else, as it came.
///     Other(Value),
/// }
///
/// seamstress_runtime::failures! {
///     PetsFailure {
///         404 => NotFound(String),
///         400..=499 => ClientError(Vec<String>),
///     }
/// }
/// ```
#[macro_export]
macro_rules! failures {
    ($name:ident { $($status:pat => $variant:ident($ty:ty),)* }) => {
        impl $crate::FromFailure for $name {
            #[inline]
            fn from_failure(failure: &$crate::ApiError) -> Self {
                #[allow(unreachable_patterns, reason = "a table may have an entry for all others")]
                let read = match failure.code() {
                    $($status => failure.read::<$ty>().map(Self::$variant),)*
                    _ => ::core::option::Option::None,
                };
                read.unwrap_or_else(|| Self::Other(failure.anything()))
            }
        }
    };
}
