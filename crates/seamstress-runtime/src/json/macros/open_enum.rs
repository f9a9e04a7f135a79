//! `open_enum!`: enums of strings that grow.

/// Implements [`Json`](crate::json::Json), the serde traits and conversions from
/// and to text for an enum of strings, by a table of its values.
///
/// The enum has one more variant, `Unknown`, with an
/// [`UnknownValue`](crate::json::UnknownValue): for values that this version of
/// the crate does not know, which is never an error. The `Default` is an unknown
/// empty text.
///
/// ```
/// use seamstress_runtime::json::{self, UnknownValue};
///
/// #[derive(Clone, Debug, PartialEq, Eq)]
/// enum Status { Set, Unset, Unknown(UnknownValue) }
///
/// seamstress_runtime::open_enum! { Status { "set" => Set, "unset" => Unset, } }
///
/// assert_eq!(Status::from("set"), Status::Set);
/// let (status, _) = json::from_slice::<Status>(br#""setting""#)?;
/// assert_eq!(status.as_str(), "setting");
/// assert_eq!(Status::VALUES, ["set", "unset"]);
/// # Ok::<(), json::ReadError>(())
/// ```
#[macro_export]
macro_rules! open_enum {
    ($name:ident { $($text:literal => $variant:ident),* $(,)? }) => {
        impl $name {
            /// The values that this version of the crate knows.
            pub const VALUES: &'static [&'static str] = &[$($text),*];

            /// The value as the server writes it.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unknown(unknown) => unknown.as_str(),
                }
            }
        }

        impl ::core::convert::From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                static VARIANTS: &[$name] = &[$($name::$variant),*];
                static INDEX: $crate::json::Index = $crate::json::Index::new();
                match INDEX.find(Self::VALUES, text).and_then(|index| VARIANTS.get(index)) {
                    ::core::option::Option::Some(variant) => ::core::clone::Clone::clone(variant),
                    _ => Self::Unknown($crate::json::UnknownValue::with_text(text)),
                }
            }
        }

        impl ::core::default::Default for $name {
            #[inline]
            fn default() -> Self {
                Self::Unknown(::core::default::Default::default())
            }
        }

        impl $crate::json::Json for $name {
            #[inline]
            fn read(
                &mut self,
                reader: &mut $crate::json::Reader<'_>,
            ) -> ::core::result::Result<(), $crate::json::ReadError> {
                *self = Self::from(&*reader.string()?);
                if let Self::Unknown(_) = self {
                    reader.met_unknown();
                }
                ::core::result::Result::Ok(())
            }

            #[inline]
            fn write(&self, writer: &mut $crate::json::Writer) {
                writer.string(self.as_str());
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            #[inline]
            fn from(text: ::std::string::String) -> Self {
                Self::from(text.as_str())
            }
        }

        $crate::__text!($name);
        $crate::__serde!($name);
    };
}

/// What every type that is a text has: `FromStr` and `Display`.
#[doc(hidden)]
#[macro_export]
macro_rules! __text {
    ($name:ident) => {
        impl ::core::str::FromStr for $name {
            type Err = ::core::convert::Infallible;

            // A variant may be called `Err`, so the error is not named by way of `Self`.
            #[inline]
            fn from_str(text: &str) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok(Self::from(text))
            }
        }

        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}
