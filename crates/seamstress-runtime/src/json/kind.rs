//! Kinds on their own, without the object whose members they hold.

use super::object::read_object;
use super::object_write::write_object;
use super::{Extra, Json, Member, Presence, ReadError, Reader, Shape, Writer};

/// A kind alone is an object of its members, with the tag under a name that no
/// member has: the name of the tag is known to the object around it only.
static ALONE: Shape = Shape::new(
    "a kind",
    &[Member {
        name: "@tag",
        presence: Presence::Kind,
        by: &[],
    }],
);

/// What `Json::read` of a kind does.
///
/// # Errors
///
/// Those of [`read_object`].
#[doc(hidden)]
pub fn read_kind(reader: &mut Reader<'_>, kind: &mut dyn Json) -> Result<(), ReadError> {
    read_object(reader, &ALONE, &mut [kind], &mut [], &mut Extra::default())
}

/// What `Json::write` of a kind does.
#[doc(hidden)]
pub fn write_kind(writer: &mut Writer, kind: &dyn Json) {
    write_object(writer, &ALONE, &[kind], &[], &Extra::default());
}
