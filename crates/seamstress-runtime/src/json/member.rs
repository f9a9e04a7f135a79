//! Members of an object that have a field: read into it, or missing.

use std::ops::DerefMut;

use serde_json::Value;

use super::cursor::Cursor;
use super::error::ReadError;
use super::group::Group;
use super::path::Segment;
use super::report::CorrectionKind;
use super::{Extra, Json, Presence, Reader, Tag};

/// Records which members of a group are missing.
#[inline]
pub(super) fn missing<'f, 'de, F: DerefMut<Target = [&'f mut dyn Json]>>(
    reader: &mut Reader<'de>,
    group: &mut Group<F>,
    start: Cursor<'de>,
) -> Result<(), ReadError> {
    if group.seen.is_full() {
        return Ok(());
    }
    for (index, member) in group.members.iter().enumerate() {
        if member.presence == Presence::Optional || group.seen.contains(index) {
            continue;
        }
        reader.enter(Segment::Name(member.name));
        reader.note(CorrectionKind::Missing, "this member", "");
        if let (Presence::Required, Some(field)) = (member.presence, group.field(index)) {
            for by in member.by {
                select(reader, start, by, *field)?;
            }
        }
    }
    Ok(())
}

/// Where members with a field are read.
pub(super) struct Place<'a, 'de> {
    /// The position of the object's opening brace.
    pub(super) start: Cursor<'de>,
    pub(super) extra: &'a mut Extra,
    /// The length of the path inside the object.
    pub(super) level: usize,
}

impl<'de> Place<'_, 'de> {
    /// Reads a member into its field.
    #[inline]
    pub(super) fn read<'f, F: DerefMut<Target = [&'f mut dyn Json]>>(
        self,
        reader: &mut Reader<'de>,
        group: &mut Group<F>,
        index: usize,
    ) -> Result<(), ReadError> {
        let Some(member) = group.members.get(index) else {
            return Ok(());
        };
        reader.enter(Segment::Name(member.name));
        if group.seen.insert(index) {
            return reader.duplicate();
        }
        let Some(field) = group.field(index) else {
            return Ok(());
        };
        let null = reader.cursor.peek() == Some(b'n');
        if null && member.presence == Presence::Optional {
            reader.null()?;
            self.extra.insert(member.name, Value::Null);
            return Ok(());
        }
        for by in member.by {
            select(reader, self.start, by, *field)?;
        }
        let start = reader.cursor;
        match field.read(reader) {
            Err(error) if error.is_mismatch() => {
                let value = reader.unreadable(start, self.level, error)?;
                if let Some(value) = value {
                    self.extra.insert(member.name, value);
                }
                Ok(())
            }
            result => result,
        }
    }
}

/// Tells a field which type it has, by another member of the object at `start`.
#[cold]
fn select<'de>(
    reader: &Reader<'de>,
    start: Cursor<'de>,
    by: &str,
    field: &mut dyn Json,
) -> Result<(), ReadError> {
    let tag = Tag::find(start, by).map_err(|fault| reader.syntax(fault))?;
    field.select(&tag);
    Ok(())
}
