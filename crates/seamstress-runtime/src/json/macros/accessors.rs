//! What the tables of unions share: methods for the fields that all alternatives have.

/// The methods of an enum, of its variants and the rows behind `all`.
///
/// Each row is a field, the method where that is called otherwise, and the type that it gives.
#[doc(hidden)]
#[macro_export]
macro_rules! __accessors {
    ($name:ident $variants:tt) => {};
    ($name:ident $variants:tt { $(
        $(#[$meta:meta])*
        $field:ident $(as $method:ident)?: $ty:ty
    ),* $(,)? }) => {
        impl $name {
            $($crate::__accessor! { $variants { $(#[$meta])* } $field $($method)?: $ty })*
        }
    };
}

/// One of these methods.
#[doc(hidden)]
#[macro_export]
macro_rules! __accessor {
    ($variants:tt $meta:tt $field:ident: $ty:ty) => {
        $crate::__accessor! { $variants $meta $field $field: $ty }
    };
    ({ $($variant:ident)* } { $(#[$meta:meta])* } $field:ident $method:ident: $ty:ty) => {
        $(#[$meta])*
        ///
        /// `None` where it has no value, and for what this version of the crate does not know.
        #[must_use]
        #[inline]
        pub fn $method(&self) -> ::core::option::Option<$ty> {
            match self {
                $(Self::$variant(known) => $crate::json::Held::held(&known.$field),)*
                Self::Unknown(_) => ::core::option::Option::None,
            }
        }
    };
}
