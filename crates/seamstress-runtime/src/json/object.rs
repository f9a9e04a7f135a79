//! Reading objects into the fields of generated types, by their tables.

use std::mem;

use serde_json::Value;

use super::error::ReadError;
use super::group::Group;
use super::member::{self, Place};
use super::path::Segment;
use super::shape::VariantMut;
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
    Object {
        start: reader.cursor,
        own: Group::new(shape.members, fields),
        variants: Vec::new(),
        open: shape.has_kinds,
        unknown: None,
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

/// An object that is being read.
struct Object<'a, 'f, 'de> {
    /// The position of its opening brace.
    start: Cursor<'de>,
    own: Group<&'a mut [&'f mut dyn Json]>,
    /// The members of its kinds, as far as they have any.
    variants: Vec<Group<Vec<&'f mut dyn Json>>>,
    /// Whether it has kinds whose variants are still to be chosen: that is done when the first
    /// member comes that depends on it, so that members before it are not read twice.
    open: bool,
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
            if let Some(index) = self.own.find(&name) {
                self.own_member(reader, index, level)?;
                continue;
            }
            if self.open {
                self.choose_ahead(reader)?;
            }
            let mut variants = self.variants.iter_mut();
            match variants.find_map(|group| Some((group.find(&name)?, group))) {
                Some((index, group)) => {
                    Place {
                        start: self.start,
                        extra: self.extra,
                        level,
                    }
                    .read(reader, group, index)?;
                }
                None => self.unclaimed(reader, key, &name, level)?,
            }
        }
        self.close(reader)
    }

    /// Reads a member that the object has whatever its kind is; the tag of a kind is one.
    #[inline]
    fn own_member(
        &mut self,
        reader: &mut Reader<'de>,
        index: usize,
        level: usize,
    ) -> Result<(), ReadError> {
        match self.own.members.get(index) {
            Some(member) if member.presence == Presence::Kind => self.tag(reader, member, index),
            _ => Place {
                start: self.start,
                extra: self.extra,
                level,
            }
            .read(reader, &mut self.own, index),
        }
    }

    /// Reads the tag of a kind.
    fn tag(
        &mut self,
        reader: &mut Reader<'de>,
        member: &'static Member,
        index: usize,
    ) -> Result<(), ReadError> {
        reader.enter(Segment::Name(member.name));
        if self.own.seen.insert(index) {
            return reader.duplicate();
        }
        let (start, level) = (reader.cursor, reader.path.len());
        let is_tag = !matches!(reader.cursor.peek(), Some(b'n' | b'{' | b'['));
        let tag = reader.token(Tag::take)?;
        if self.open {
            self.choose(reader, start, Some((index, tag)))?;
        }
        if is_tag {
            return Ok(());
        }
        reader.rewind(start, level);
        let error = reader.mismatch("a tag");
        reader.unreadable(start, level, error).map(|_| ())
    }

    /// Chooses the variants before the member at hand, whose value is next: no tag has come yet.
    fn choose_ahead(&mut self, reader: &mut Reader<'de>) -> Result<(), ReadError> {
        // What is wrong further on is not wrong with the member before this one.
        reader.enter(Segment::Inside);
        self.choose(reader, reader.cursor, None)
    }

    /// Chooses the variants of all kinds. `ahead` is before the value of a member, and no tag is
    /// in front of it; `met` is the tag that this value is, with the index of its kind.
    fn choose(
        &mut self,
        reader: &mut Reader<'de>,
        ahead: Cursor<'de>,
        met: Option<(usize, Tag<'de>)>,
    ) -> Result<(), ReadError> {
        self.open = false;
        for (index, member) in self.own.members.iter().enumerate() {
            if member.presence != Presence::Kind {
                continue;
            }
            match &met {
                Some((at, tag)) if *at == index => self.take(reader, index, tag),
                _ => {
                    let tag = Tag::find_after(ahead, member.name);
                    let tag = tag.map_err(|fault| reader.syntax(fault))?;
                    self.take(reader, index, &tag);
                }
            }
        }
        Ok(())
    }

    /// Makes the kind at `index` the variant of this tag, and takes its fields.
    fn take(&mut self, reader: &mut Reader<'de>, index: usize, tag: &Tag<'de>) {
        let Some(field) = self.own.field(index) else {
            return;
        };
        let kind = mem::replace(field, &mut [] as &mut [Taken; 0]);
        kind.select(tag);
        let VariantMut {
            members,
            fields,
            unknown,
        } = kind.variant_mut();
        if let Some(unknown) = unknown {
            reader.met_unknown();
            self.unknown.get_or_insert(unknown);
        }
        if !members.is_empty() {
            // Nearly all objects have one kind: room for four would be thrown away.
            self.variants.reserve_exact(1);
            self.variants.push(Group::new(members, fields));
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
    fn close(mut self, reader: &mut Reader<'de>) -> Result<(), ReadError> {
        if self.open {
            // No tag came, and no member that asked for one.
            for (index, member) in self.own.members.iter().enumerate() {
                if member.presence == Presence::Kind {
                    self.take(reader, index, &Tag::default());
                }
            }
        }
        member::missing(reader, &mut self.own, self.start)?;
        for group in &mut self.variants {
            member::missing(reader, group, self.start)?;
        }
        reader.path.pop();
        Ok(())
    }
}
