//! `kind!`: enums whose variants hold members of the object around them.

/// Implements [`Json`](crate::json::Json) and the serde traits for an enum that
/// is the kind of an object: its variants hold the members that only some
/// objects have, and a tag in the object says which variant it is.
///
/// Each line is the tag, a variant, and its members as in
/// [`object!`](crate::object). A tag is a string, `true`, `false` or an integer.
/// The enum has one more variant, `Unknown`, for all other tags. It gets
/// `as_str`, the tag, and a `Default`, which is unknown.
///
/// ```
/// use seamstress_runtime::json::{self, Extra, Unknown};
///
/// #[derive(Clone, Debug, Default, PartialEq)]
/// struct Event {
///     event_id: String,
///     kind: EventKind,
///     extra: Extra,
/// }
///
/// #[derive(Clone, Debug, PartialEq)]
/// enum EventKind {
///     Connected,
///     Unlocked { method: Option<String> },
///     Unknown(Unknown),
/// }
///
/// seamstress_runtime::object! {
///     Event { "event_id" => event_id: required, "event_type" => kind: kind, }
/// }
/// seamstress_runtime::kind! {
///     EventKind {
///         "device.connected" => Connected {},
///         "lock.unlocked" => Unlocked { "method" => method: optional, },
///     }
/// }
///
/// let body = br#"{"method": "keypad", "event_type": "lock.unlocked", "event_id": "1"}"#;
/// let (event, _) = json::from_slice::<Event>(body)?;
/// assert_eq!(event.kind, EventKind::Unlocked { method: Some("keypad".into()) });
/// assert_eq!(event.kind.as_str(), "lock.unlocked");
/// # Ok::<(), json::ReadError>(())
/// ```
#[macro_export]
macro_rules! kind {
    ($name:ident {
        $($tag:literal => $variant:ident {
            $($member:literal => $field:ident: $presence:ident $(by $by:literal)?),* $(,)?
        }),* $(,)?
    }) => {
        impl $name {
            /// The tag: what the server calls this kind.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant { .. } => ::core::concat!($tag),)*
                    Self::Unknown(unknown) => unknown.tag(),
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
                $crate::json::read_kind(reader, self)
            }

            #[inline]
            fn write(&self, writer: &mut $crate::json::Writer) {
                $crate::json::write_kind(writer, self);
            }

            #[inline]
            fn select(&mut self, tag: &$crate::json::Tag<'_>) {
                *self = match tag.literal() {
                    $(::core::stringify!($tag) => Self::$variant {
                        $($field: ::core::default::Default::default(),)*
                    },)*
                    _ => Self::Unknown($crate::json::Unknown::with_tag(tag)),
                };
            }

            #[inline]
            fn variant(&self) -> $crate::json::Variant<'_> {
                match self {
                    $(Self::$variant { $($field),* } => $crate::json::Variant::known(
                        ::core::concat!($tag),
                        ::core::stringify!($tag),
                        &[$($crate::json::Member {
                            name: $member,
                            presence: $crate::json::presence::$presence,
                            by: &[$($by)?],
                        },)*],
                        ::std::vec![$($field),*],
                    ),)*
                    Self::Unknown(unknown) => $crate::json::Variant::unknown(unknown),
                }
            }

            #[inline]
            fn variant_mut(&mut self) -> $crate::json::VariantMut<'_> {
                match self {
                    $(Self::$variant { $($field),* } => $crate::json::VariantMut::known(
                        &[$($crate::json::Member {
                            name: $member,
                            presence: $crate::json::presence::$presence,
                            by: &[$($by)?],
                        },)*],
                        ::std::vec![$($field),*],
                    ),)*
                    Self::Unknown(unknown) => $crate::json::VariantMut::unknown(unknown),
                }
            }
        }

        $crate::__serde!($name);
    };
}
