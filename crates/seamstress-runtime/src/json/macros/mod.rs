//! The macros that turn the tables of generated code into implementations.
//!
//! They expand to as little as possible: a call into this crate with the fields
//! as a list. A generated crate has hundreds of types, and each line here is
//! type checked once per type.
//!
//! All of it is `#[inline]`, as derived code is: what is not would be compiled with the generated
//! crate, all of it, for a program that uses a few types of hundreds.

mod kind;
mod object;
mod open_enum;
mod open_number;
mod union;

/// The serde traits of a type, by way of its JSON.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($name:ident) => {
        impl $crate::__private::Serialize for $name {
            #[inline]
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::json::serialize(self, serializer)
            }
        }

        impl<'de> $crate::__private::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::json::deserialize(deserializer)
            }
        }
    };
}
