//! `dependent!`, `tagged!`, `union!`: enums over types that stand on their own.
//!
//! What follows the variants behind `all` are fields that the types of all of them have, and that
//! the enum has methods for.

/// Implements [`Json`](crate::json::Json) and the serde traits for an enum whose
/// variant is decided by another member of the object around it.
///
/// Each line is the value of that member and a variant over a type. The enum has
/// one more variant, `Unknown`, for all other values; it keeps the JSON. The
/// field of the object is marked `by` that member in [`object!`](crate::object)
/// or [`kind!`](crate::kind). Read alone, without an object around it, the value
/// is unknown.
///
/// ```
/// use seamstress_runtime::json::{self, Empty, Extra, Unknown};
///
/// #[derive(Clone, Debug, Default, PartialEq)]
/// struct Attempt { action: String, result: Outcome, extra: Extra }
///
/// #[derive(Clone, Debug, PartialEq)]
/// enum Outcome { Locked(Empty), Unknown(Unknown) }
///
/// seamstress_runtime::object! {
///     Attempt { "action" => action: required, "result" => result: required by "action" }
/// }
/// seamstress_runtime::dependent! { Outcome { "LOCK" => Locked(Empty) } }
///
/// let (attempt, _) = json::from_slice::<Attempt>(br#"{"result": {}, "action": "LOCK"}"#)?;
/// assert!(matches!(attempt.result, Outcome::Locked(_)));
/// # Ok::<(), json::ReadError>(())
/// ```
#[macro_export]
macro_rules! dependent {
    (
        $name:ident { $($tag:literal => $variant:ident($payload:ty)),* $(,)? }
        $(all $shared:tt)?
    ) => {
        $crate::__accessors!($name { $($variant)* } $($shared)?);
        $crate::__variants!($name { $($tag => $variant,)* } {
            #[inline]
            fn read(
                &mut self,
                reader: &mut $crate::json::Reader<'_>,
            ) -> ::core::result::Result<(), $crate::json::ReadError> {
                $crate::json::Json::read(self.__payload(), reader)
            }
        });
    };
}

/// Implements [`Json`](crate::json::Json) and the serde traits for an enum over
/// objects that each hold the tag themselves.
///
/// The name is followed by the member that is the tag; each line is a tag and a
/// variant over a type. The enum has one more variant, `Unknown`, for all other
/// tags; it keeps the whole object.
///
/// Behind `all` may be fields that the types of all variants have, with what a
/// method of the enum gives of them. Such a field may be optional in some types,
/// and boxed; a method of another name is `field as method: type`.
///
/// ```
/// use seamstress_runtime::json::{self, Extra, Unknown};
///
/// #[derive(Clone, Debug, Default, PartialEq)]
/// struct Cat { name: String, lives: i64, extra: Extra }
/// #[derive(Clone, Debug, Default, PartialEq)]
/// struct Dog { name: Option<String>, extra: Extra }
///
/// #[derive(Clone, Debug, PartialEq)]
/// enum Pet { Cat(Cat), Dog(Box<Dog>), Unknown(Unknown) }
///
/// seamstress_runtime::object! { Cat { "name" => name: required, "lives" => lives: required } }
/// seamstress_runtime::object! { Dog { "name" => name: optional } }
/// seamstress_runtime::tagged! {
///     Pet "pet_type" { "cat" => Cat, "dog" => Dog, }
///     all {
///         /// What the pet is called.
///         name: &str,
///     }
/// }
///
/// let (pet, _) = json::from_slice::<Pet>(br#"{"name": "Rex", "pet_type": "dog"}"#)?;
/// assert!(matches!(pet, Pet::Dog(_)));
/// assert_eq!(pet.name(), Some("Rex"));
/// # Ok::<(), json::ReadError>(())
/// ```
#[macro_export]
macro_rules! tagged {
    (
        $name:ident $member:literal { $($tag:literal => $variant:ident),* $(,)? }
        $(all $shared:tt)?
    ) => {
        $crate::__accessors!($name { $($variant)* } $($shared)?);
        $crate::__variants!($name { $($tag => $variant,)* } {
            #[inline]
            fn read(
                &mut self,
                reader: &mut $crate::json::Reader<'_>,
            ) -> ::core::result::Result<(), $crate::json::ReadError> {
                $crate::json::Json::select(self, &reader.tag($member)?);
                $crate::json::Json::read(self.__payload(), reader)
            }
        });
    };
}

/// What [`dependent!`] and [`tagged!`] share.
#[doc(hidden)]
#[macro_export]
macro_rules! __variants {
    ($name:ident { $($tag:literal => $variant:ident,)* } { $($read:tt)* }) => {
        impl $name {
            #[inline]
            fn __payload(&mut self) -> &mut dyn $crate::json::Json {
                match self {
                    $(Self::$variant(payload) => payload,)*
                    Self::Unknown(unknown) => unknown,
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
            $($read)*

            #[inline]
            fn write(&self, writer: &mut $crate::json::Writer) {
                match self {
                    $(Self::$variant(payload) => $crate::json::Json::write(payload, writer),)*
                    Self::Unknown(unknown) => $crate::json::Json::write(unknown, writer),
                }
            }

            #[inline]
            fn select(&mut self, tag: &$crate::json::Tag<'_>) {
                *self = match tag.literal() {
                    $(::core::stringify!($tag) => Self::$variant(::core::default::Default::default()),)*
                    _ => Self::Unknown($crate::json::Unknown::with_tag(tag)),
                };
            }
        }

        $crate::__serde!($name);
    };
}

/// Implements [`Json`](crate::json::Json) and the serde traits for an enum
/// without a tag.
///
/// Each line is a JSON type (`string`, `boolean`, `integer`, `number`, `array`,
/// `object`) and a variant over a type that reads it. The first that fits is
/// taken: one that knows all of the value, or else one that reads it as it is,
/// or else one that reads it with corrections. Objects are told apart by members that they must have:
/// `object("a", "b")`. The enum has one more variant, `Unknown`, which keeps any
/// other JSON; the `Default` is an unknown null.
///
/// ```
/// use seamstress_runtime::json::{self, Unknown};
///
/// #[derive(Clone, Debug, PartialEq)]
/// enum MetadataValue { String(String), Boolean(bool), Unknown(Unknown) }
///
/// seamstress_runtime::union! { MetadataValue { string => String, boolean => Boolean, } }
///
/// let (value, _) = json::from_slice::<MetadataValue>(b"true")?;
/// assert_eq!(value, MetadataValue::Boolean(true));
/// # Ok::<(), json::ReadError>(())
/// ```
#[macro_export]
macro_rules! union {
    (
        $name:ident { $($kind:ident $(($($key:literal),* $(,)?))? => $variant:ident),* $(,)? }
        $(all $shared:tt)?
    ) => {
        $crate::__accessors!($name { $($variant)* } $($shared)?);
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
                for &fit in reader.fits() {
                    $({
                        *self = Self::$variant(::core::default::Default::default());
                        if let Self::$variant(payload) = self {
                            let kind = $crate::json::alternative::$kind;
                            if reader.attempt(fit, kind, &[$($($key),*)?], payload)? {
                                return ::core::result::Result::Ok(());
                            }
                        }
                    })*
                }
                let mut unknown = $crate::json::Unknown::default();
                let result = $crate::json::Json::read(&mut unknown, reader);
                *self = Self::Unknown(unknown);
                result
            }

            #[inline]
            fn write(&self, writer: &mut $crate::json::Writer) {
                match self {
                    $(Self::$variant(payload) => $crate::json::Json::write(payload, writer),)*
                    Self::Unknown(unknown) => $crate::json::Json::write(unknown, writer),
                }
            }
        }

        $crate::__serde!($name);
    };
}
