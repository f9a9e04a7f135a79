//! What comes back where the status of an answer decides on it.

use serde_json::Value;

use super::Envelope;
use crate::Error;
use crate::json::Json;

/// What an answer is read as, where that takes more than its body as JSON: implemented by the
/// enums of generated clients that have a variant per status, and by `String` for text.
pub trait FromAnswer: Sized {
    /// Reads `answer`.
    ///
    /// # Errors
    ///
    /// Of [`ErrorKind::Decode`](crate::ErrorKind::Decode), where it is not what its status says.
    #[doc(hidden)]
    fn from_answer(answer: &mut Envelope) -> Result<Self, Error>;
}

/// Text, whatever its media type.
impl FromAnswer for String {
    fn from_answer(answer: &mut Envelope) -> Result<Self, Error> {
        Ok(answer.text())
    }
}

impl Envelope {
    /// The status as a number, for tables.
    #[doc(hidden)]
    #[must_use]
    pub fn code(&self) -> u16 {
        self.status().as_u16()
    }

    /// The whole body as a `T`, for tables.
    ///
    /// # Errors
    ///
    /// As [`FromAnswer::from_answer`].
    #[doc(hidden)]
    pub fn value<T: Json + Default>(&mut self) -> Result<T, Error> {
        self.read_body()
    }

    /// The whole body, of which nothing is known: JSON, or else text.
    #[doc(hidden)]
    #[must_use]
    pub fn anything(&self) -> Value {
        match self.body().is_empty() {
            true => Value::Null,
            false => self.json().unwrap_or_else(|_| Value::String(self.text())),
        }
    }
}

/// Makes an enum what an operation gives by the status of its answer.
///
/// ```
/// use seamstress_runtime::json::Value;
///
/// /// What `jobs.start` gives.
/// #[derive(Clone, Debug, PartialEq)]
/// pub enum JobsStartAnswer {
///     /// It is done already.
///     Ok(String),
///     /// It has begun.
///     Accepted,
///     /// A status that this version does not know, with what came.
///     Unknown(Value),
/// }
///
/// seamstress_runtime::outcomes! {
///     JobsStartAnswer {
///         200 => Ok(String),
///         202..=202 => Accepted,
///     }
/// }
/// ```
#[macro_export]
macro_rules! outcomes {
    ($name:ident { $($status:pat => $variant:ident $(($ty:ty))?,)* }) => {
        impl $crate::FromAnswer for $name {
            #[inline]
            fn from_answer(
                answer: &mut $crate::Envelope,
            ) -> ::core::result::Result<Self, $crate::Error> {
                #[allow(unreachable_patterns, reason = "a table may have an entry for all others")]
                ::core::result::Result::Ok(match answer.code() {
                    $($status => Self::$variant $((answer.value::<$ty>()?))?,)*
                    _ => Self::Unknown(answer.anything()),
                })
            }
        }
    };
}
