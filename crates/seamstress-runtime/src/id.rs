//! `id!`: identifiers, a type per name.

/// Defines newtypes over text for identifiers, so that a device is never asked
/// for by the id of a lock.
///
/// An id is opaque: servers send ids that are not of the form that their
/// description promises, so nothing is validated. With the feature `uuid` of
/// this crate, ids are made from `uuid::Uuid` too.
///
/// ```
/// seamstress_runtime::id! {
///     /// Identifies a device.
///     DeviceId
/// }
///
/// let id = DeviceId::from("device1");
/// assert_eq!(id, "device1");
/// assert_eq!(id.to_string(), "device1");
/// ```
#[macro_export]
macro_rules! id {
    ($($(#[$meta:meta])* $name:ident)*) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(::std::boxed::Box<str>);

        impl $name {
            /// The id as the server writes it.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl ::core::convert::From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            #[inline]
            fn from(text: ::std::string::String) -> Self {
                Self(text.into_boxed_str())
            }
        }

        impl ::core::convert::From<&::std::string::String> for $name {
            #[inline]
            fn from(text: &::std::string::String) -> Self {
                Self(text.as_str().into())
            }
        }

        impl ::core::convert::From<&$name> for $name {
            #[inline]
            fn from(id: &$name) -> Self {
                ::core::clone::Clone::clone(id)
            }
        }

        impl ::core::convert::AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl ::core::borrow::Borrow<str> for $name {
            #[inline]
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl ::core::cmp::PartialEq<str> for $name {
            #[inline]
            fn eq(&self, other: &str) -> bool {
                &*self.0 == other
            }
        }

        impl ::core::cmp::PartialEq<&str> for $name {
            #[inline]
            fn eq(&self, other: &&str) -> bool {
                &*self.0 == *other
            }
        }

        impl $crate::json::Json for $name {
            #[inline]
            fn read(
                &mut self,
                reader: &mut $crate::json::Reader<'_>,
            ) -> ::core::result::Result<(), $crate::json::ReadError> {
                $crate::json::Json::read(&mut self.0, reader)
            }

            #[inline]
            fn write(&self, writer: &mut $crate::json::Writer) {
                writer.string(&self.0);
            }
        }

        $crate::__text!($name);
        $crate::__serde!($name);
        $crate::__uuid!($name);
    )*};
}

/// `From<Uuid>` for an id. Decided here: the features of the crate that calls
/// the macro are not those of this one.
#[cfg(feature = "uuid")]
#[doc(hidden)]
#[macro_export]
macro_rules! __uuid {
    ($name:ident) => {
        impl ::core::convert::From<$crate::__private::Uuid> for $name {
            #[inline]
            fn from(uuid: $crate::__private::Uuid) -> Self {
                Self(::std::string::ToString::to_string(&uuid).into())
            }
        }
    };
}

/// Nothing: this crate was built without the feature `uuid`.
#[cfg(not(feature = "uuid"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __uuid {
    ($name:ident) => {};
}
