//! Reading objects into the fields of generated types, by their tables.

use std::mem;

use serde_json::Value;

use super::error::ReadError;
use super::path::Segment;
use super::report::CorrectionKind;
use super::seen::Seen;
use super::string::Text;
use super::unknown::Unknown;
use super::{Extra, Json, Member, Presence, Reader, Rest, Shape, Tag, cursor::Cursor};

/// Reads an object. `fields` are in the order of `shape.members`; `rest` is at
/// most one map for members that have no field.
///
/// # Errors
///
/// A mismatch if the value is no object, or a syntax error. All that is wrong
/// inside the object is mended and recorded.
#[doc(hidden)]
pub fn read_object<'f>(
    reader: &mut Reader<'_>,
    shape: &Shape,
    fields: &mut [&'f mut dyn Json],
    rest: &mut [&'f mut dyn Rest],
    extra: &mut Extra,
) -> Result<(), ReadError> {
    if reader.cursor.peek() != Some(b'{') {
        return Err(reader.mismatch(format!("an object ({})", shape.name)));
    }
    if !shape.scans {
        let groups = &mut [Group::new(shape.members, fields)];
        return Object {
            start: reader.cursor,
            groups,
            unknown: None,
            rest,
            extra,
        }
        .read(reader);
    }
    let mut variants = Vec::new();
    for (member, field) in shape.members.iter().zip(fields.iter_mut()) {
        if member.presence == Presence::Kind {
            let kind = mem::replace(field, &mut [] as &mut [Taken; 0]);
            kind.select(&reader.tag(member.name)?);
            let variant = kind.variant_mut();
            if variant.unknown.is_some() {
                reader.met_unknown();
            }
            variants.push(variant);
        }
    }
    let mut unknown = None;
    let mut groups = vec![Group::new(shape.members, fields)];
    for variant in &mut variants {
        unknown = unknown.or(variant.unknown.take());
        groups.push(Group::new(variant.members, &mut variant.fields));
    }
    Object {
        start: reader.cursor,
        groups: &mut groups,
        unknown,
        rest,
        extra,
    }
    .read(reader)
}

/// Stands in the list of fields for a kind, whose own fields are lists beside it.
struct Taken;

impl Json for [Taken; 0] {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        reader.skip().map(|_| ())
    }

    fn write(&self, writer: &mut super::Writer) {
        writer.null();
    }
}

/// Fields with their table: those of the object, or those of a variant.
struct Group<'a, 'f> {
    members: &'static [Member],
    fields: &'a mut [&'f mut dyn Json],
    seen: Seen,
    /// Where the next member is expected: after the last one found.
    next: usize,
}

impl<'a, 'f> Group<'a, 'f> {
    fn new(members: &'static [Member], fields: &'a mut [&'f mut dyn Json]) -> Self {
        Self {
            members,
            fields,
            seen: Seen::new(members.len()),
            next: 0,
        }
    }

    /// Finds a member by name, at once if members come in the order of the table
    /// or sorted alike.
    #[inline]
    fn find(&mut self, name: &str) -> Option<usize> {
        let index = match self.members.get(self.next) {
            Some(member) if member.name == name => self.next,
            _ => self.search(name)?,
        };
        self.next = index + 1;
        Some(index)
    }

    fn search(&self, name: &str) -> Option<usize> {
        let (before, after) = self.members.split_at_checked(self.next)?;
        let position = |members: &[Member]| members.iter().position(|member| member.name == name);
        position(after)
            .map(|index| index + self.next)
            .or_else(|| position(before))
    }
}

/// An object that is being read.
struct Object<'a, 'f, 'de> {
    /// The position of its opening brace.
    start: Cursor<'de>,
    groups: &'a mut [Group<'a, 'f>],
    /// The kind that takes members without a field.
    unknown: Option<&'f mut Unknown>,
    rest: &'a mut [&'f mut dyn Rest],
    extra: &'a mut Extra,
}

impl<'de> Object<'_, '_, 'de> {
    fn read(mut self, reader: &mut Reader<'de>) -> Result<(), ReadError> {
        reader.token(Cursor::open)?;
        reader.path.push(Segment::Inside);
        let level = reader.path.len();
        let mut first = true;
        while let Some(key) = reader.token(|cursor| cursor.key(first))? {
            first = false;
            let name = key.resolve();
            let mut groups = self.groups.iter_mut().enumerate();
            let found = groups.find_map(|(at, group)| Some((at, group.find(&name)?)));
            match found {
                Some((group, index)) => self.member(reader, group, index, level)?,
                None => self.unclaimed(reader, key, &name, level)?,
            }
        }
        self.close(reader)
    }

    /// Reads a member into its field.
    #[inline]
    fn member(
        &mut self,
        reader: &mut Reader<'de>,
        group: usize,
        index: usize,
        level: usize,
    ) -> Result<(), ReadError> {
        let Some(Group {
            members,
            fields,
            seen,
            ..
        }) = self.groups.get_mut(group)
        else {
            return Ok(());
        };
        let (Some(member), Some(field)) = (members.get(index), fields.get_mut(index)) else {
            return Ok(());
        };
        reader.enter(Segment::Name(member.name));
        if seen.insert(index) {
            return reader.duplicate();
        }
        let null = reader.cursor.peek() == Some(b'n');
        match member.presence {
            Presence::Kind => return tag_member(reader),
            Presence::Optional if null => {
                reader.null()?;
                self.extra.insert(member.name, Value::Null);
                return Ok(());
            }
            _ => {}
        }
        for by in member.by {
            select(reader, self.start, by, *field)?;
        }
        let start = reader.cursor;
        match field.read(reader) {
            Err(error) if error.is_mismatch() => {
                let value = reader.unreadable(start, level, error)?;
                if let Some(value) = value {
                    self.extra.insert(member.name, value);
                }
                Ok(())
            }
            result => result,
        }
    }

    /// Keeps a member that has no field.
    #[cold]
    fn unclaimed(
        &mut self,
        reader: &mut Reader<'de>,
        key: Text<'de>,
        name: &str,
        level: usize,
    ) -> Result<(), ReadError> {
        reader.enter(Segment::Key(key));
        let start = reader.cursor;
        let unknown = self.unknown.as_deref_mut();
        if unknown.is_none()
            && let Some(rest) = self.rest.first_mut()
        {
            if rest.has(name) {
                return reader.duplicate();
            }
            match rest.slot(name).read(reader) {
                Err(error) if error.is_mismatch() => {
                    rest.forget(name);
                    if let Some(value) = reader.unreadable(start, level, error)? {
                        self.extra.insert(name, value);
                    }
                    return Ok(());
                }
                result => return result,
            }
        }
        let held = unknown
            .as_ref()
            .map_or_else(|| self.extra.get(name), |unknown| unknown.get(name));
        if held.is_some() {
            return reader.duplicate();
        }
        let mut value = Value::Null;
        match value.read(reader) {
            // A number that no float can hold is the only such value.
            Err(error) if error.is_mismatch() => reader.unreadable(start, level, error).map(|_| ()),
            Err(error) => Err(error),
            Ok(()) => {
                // Null says nothing: servers send it for what a variant does not have.
                if !value.is_null() {
                    reader.met_unknown();
                }
                match unknown {
                    Some(unknown) => unknown.insert(name, value),
                    None => drop(self.extra.insert(name, value)),
                }
                Ok(())
            }
        }
    }

    /// Records what was missing, once the object has ended.
    fn close(&mut self, reader: &mut Reader<'de>) -> Result<(), ReadError> {
        for group in self.groups.iter_mut() {
            if group.seen.is_full() {
                continue;
            }
            for (index, member) in group.members.iter().enumerate() {
                if member.presence == Presence::Optional || group.seen.contains(index) {
                    continue;
                }
                reader.enter(Segment::Name(member.name));
                reader.note(CorrectionKind::Missing, "this member", "");
                if let (Presence::Required, Some(field)) =
                    (member.presence, group.fields.get_mut(index))
                {
                    for by in member.by {
                        select(reader, self.start, by, *field)?;
                    }
                }
            }
        }
        reader.path.pop();
        Ok(())
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

/// Passes over the tag of a kind, which was found ahead.
fn tag_member(reader: &mut Reader<'_>) -> Result<(), ReadError> {
    if matches!(reader.cursor.peek(), Some(b'n' | b'{' | b'[')) {
        let (start, level) = (reader.cursor, reader.path.len());
        let error = reader.mismatch("a tag");
        return reader.unreadable(start, level, error).map(|_| ());
    }
    reader.skip().map(|_| ())
}
