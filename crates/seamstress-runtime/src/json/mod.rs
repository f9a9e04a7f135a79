//! Tolerant JSON.
//!
//! Servers send what their descriptions do not say: new members, new values,
//! members left out. The types here read all of it, say what they mended (see
//! [`Report`]), and write back what they read.
//!
//! Generated types do not carry code but *tables*, made by the macros of this
//! crate; the code that reads and writes by them is here, once, over
//! `dyn` [`Json`]. That is what makes generated crates quick to compile.

mod bridge;
mod containers;
mod cursor;
mod document;
mod empty;
mod error;
mod extra;
mod group;
mod held;
mod kind;
mod lookup;
mod macros;
mod member;
mod nullable;
mod number;
mod object;
mod object_write;
mod path;
mod reader;
mod record;
mod report;
mod scalars;
mod seen;
mod shape;
mod string;
mod tag;
mod union;
mod unknown;
mod unknown_number;
mod value;
mod writer;

#[doc(hidden)]
pub use bridge::{deserialize, serialize};
pub(crate) use containers::List;
#[doc(hidden)]
pub use containers::Rest;
pub use document::{from_slice, member_from_slice, members_from_slice, to_value, to_vec};
pub(crate) use document::{read_document, to_sendable};
pub use empty::Empty;
pub use error::{ReadError, ReadErrorKind};
pub use extra::{Extra, Iter};
#[doc(hidden)]
pub use held::Held;
#[doc(hidden)]
pub use kind::{read_kind, write_kind};
#[doc(hidden)]
pub use lookup::Index;
pub use nullable::Nullable;
#[doc(hidden)]
pub use object::read_object;
#[doc(hidden)]
pub use object_write::write_object;
#[cfg(feature = "testing")]
pub(crate) use path::member as append_member;
pub use reader::{Kind, Reader};
pub use report::{Correction, CorrectionKind, Rejected, Report};
#[doc(hidden)]
pub use shape::{Member, Presence, Shape, Variant, VariantMut, presence};
pub use tag::Tag;
#[doc(hidden)]
pub use union::{Fit, alternative};
pub use unknown::{Unknown, UnknownValue};
pub use unknown_number::UnknownNumber;
#[doc(hidden)]
pub use unknown_number::position;
pub use writer::Writer;

/// Any JSON value.
pub use serde_json::Value;

/// A value that can be read from and written as JSON.
pub trait Json {
    /// Reads the value at hand into `self`, which is the default of its type.
    ///
    /// # Errors
    ///
    /// A mismatch, before anything of the value was consumed, if it is of another
    /// type; a syntax error if it is no JSON. Whatever is wrong further inside is
    /// mended, and recorded in the report of the reader.
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError>;

    /// Writes the value.
    fn write(&self, writer: &mut Writer);

    /// True for what an object leaves out: `None`.
    fn is_none(&self) -> bool {
        false
    }

    /// Chooses the variant that is read next, by a tag beside it. Only unions
    /// whose tag is in the object around them have anything to choose.
    fn select(&mut self, _tag: &Tag<'_>) {}

    /// For kinds, written by a macro: the fields of the variant.
    #[doc(hidden)]
    fn variant(&self) -> Variant<'_> {
        Variant::none()
    }

    /// For kinds, written by a macro: the fields of the variant.
    #[doc(hidden)]
    fn variant_mut(&mut self) -> VariantMut<'_> {
        VariantMut::none()
    }
}
