//! `object!`: structs that are JSON objects.

/// Implements [`Json`](crate::json::Json) and the serde traits for a struct, by
/// a table of its members.
///
/// The struct has the fields of the table and `extra`, an
/// [`Extra`](crate::json::Extra). Each line is the name of a member, its field,
/// and how the member may be missing:
///
/// * `required`: must be there and not null; what is missing gets the default of
///   its type and is recorded as a correction.
/// * `nullable`: must be there and may be null; the field is an `Option`.
/// * `optional`: may be left out; the field is an `Option`.
/// * `kind`: the tag of the field, an enum with a table of [`kind!`](crate::kind).
///
/// `required by "other"` (also `nullable`, `optional`) means that the member
/// `other` of the same object decides on the type of this one, which has a table
/// of [`dependent!`](crate::dependent). A last line `* => field: rest` names a
/// map for all other members.
///
/// ```
/// use seamstress_runtime::json::{self, Extra};
///
/// #[derive(Clone, Debug, Default, PartialEq)]
/// struct Lock {
///     lock_id: String,
///     r#type: Option<String>,
///     extra: Extra,
/// }
///
/// seamstress_runtime::object! {
///     Lock {
///         "lock_id" => lock_id: required,
///         "type" => r#type: optional,
///     }
/// }
///
/// let (lock, report) = json::from_slice::<Lock>(br#"{"type": "deadbolt", "is_new": true}"#)?;
/// assert_eq!(lock.r#type.as_deref(), Some("deadbolt"));
/// assert_eq!(lock.extra.get("is_new"), Some(&true.into()));
/// assert_eq!(report.corrections[0].to_string(), "`lock_id` is missing");
/// # Ok::<(), json::ReadError>(())
/// ```
#[macro_export]
macro_rules! object {
    ($name:ident {
        $($member:literal => $field:ident: $presence:ident $(by $by:literal)?),* $(,)?
        $(* => $rest:ident: rest $(,)?)?
    }) => {
        const _: () = {
            static SHAPE: $crate::json::Shape = $crate::json::Shape::new(stringify!($name), &[$(
                $crate::json::Member {
                    name: $member,
                    presence: $crate::json::presence::$presence,
                    by: &[$($by)?],
                },
            )*]);

            impl $crate::json::Json for $name {
                #[inline]
                fn read(
                    &mut self,
                    reader: &mut $crate::json::Reader<'_>,
                ) -> ::core::result::Result<(), $crate::json::ReadError> {
                    $crate::json::read_object(
                        reader,
                        &SHAPE,
                        &mut [$(&mut self.$field),*],
                        &mut [$(&mut self.$rest)?],
                        &mut self.extra,
                    )
                }

                #[inline]
                fn write(&self, writer: &mut $crate::json::Writer) {
                    $crate::json::write_object(
                        writer,
                        &SHAPE,
                        &[$(&self.$field),*],
                        &[$(&self.$rest)?],
                        &self.extra,
                    );
                }
            }

            $crate::__serde!($name);
        };
    };
}
