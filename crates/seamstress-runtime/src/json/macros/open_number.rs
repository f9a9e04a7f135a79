//! `open_number!`: enums of numbers that grow.

/// Implements [`Json`](crate::json::Json), the serde traits and conversions from
/// and to numbers for an enum of numbers, by a table of its values.
///
/// The numbers are `i64` or `f64`. The enum has one more variant, `Unknown`, with
/// an [`UnknownNumber`](crate::json::UnknownNumber): for numbers that this version
/// of the crate does not know, which is never an error. The `Default` is an
/// unknown zero.
///
/// ```
/// use seamstress_runtime::json::{self, UnknownNumber};
///
/// #[derive(Clone, Copy, Debug, PartialEq, Eq)]
/// enum Level { Low, High, Unknown(UnknownNumber<i64>) }
///
/// seamstress_runtime::open_number! { Level(i64) { -1 => Low, 10 => High, } }
///
/// assert_eq!(Level::from(10), Level::High);
/// let (level, _) = json::from_slice::<Level>(b"11")?;
/// assert_eq!(level.get(), 11);
/// assert_eq!(Level::VALUES, [-1, 10]);
/// # Ok::<(), json::ReadError>(())
/// ```
#[macro_export]
macro_rules! open_number {
    ($name:ident($held:ty) { $($value:literal => $variant:ident),* $(,)? }) => {
        impl $name {
            /// The numbers that this version of the crate knows.
            pub const VALUES: &'static [$held] = &[$($value),*];

            /// The number.
            #[must_use]
            #[inline]
            pub fn get(self) -> $held {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(unknown) => unknown.get(),
                }
            }
        }

        impl ::core::convert::From<$held> for $name {
            #[inline]
            fn from(number: $held) -> Self {
                static VARIANTS: &[$name] = &[$($name::$variant),*];
                match $crate::json::position(Self::VALUES, number)
                    .and_then(|index| VARIANTS.get(index))
                {
                    ::core::option::Option::Some(variant) => *variant,
                    _ => Self::Unknown($crate::json::UnknownNumber::with_number(number)),
                }
            }
        }

        impl ::core::default::Default for $name {
            #[inline]
            fn default() -> Self {
                Self::Unknown(::core::default::Default::default())
            }
        }

        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.get(), f)
            }
        }

        impl $crate::json::Json for $name {
            #[inline]
            fn read(
                &mut self,
                reader: &mut $crate::json::Reader<'_>,
            ) -> ::core::result::Result<(), $crate::json::ReadError> {
                let mut number = <$held as ::core::default::Default>::default();
                $crate::json::Json::read(&mut number, reader)?;
                *self = Self::from(number);
                if let Self::Unknown(_) = self {
                    reader.met_unknown();
                }
                ::core::result::Result::Ok(())
            }

            #[inline]
            fn write(&self, writer: &mut $crate::json::Writer) {
                $crate::json::Json::write(&self.get(), writer);
            }
        }

        $crate::__serde!($name);
    };
}
