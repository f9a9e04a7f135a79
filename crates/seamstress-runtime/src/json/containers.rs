//! JSON of options, boxes, lists and maps.

use std::collections::BTreeMap;

use super::cursor::Cursor;
use super::path::Segment;
use super::shape::{Variant, VariantMut};
use super::{Json, ReadError, Reader, Tag, Writer};

impl<T: Json + Default> Json for Option<T> {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        if reader.null()? {
            *self = None;
            return Ok(());
        }
        let result = self.get_or_insert_default().read(reader);
        if result.is_err() {
            *self = None;
        }
        result
    }

    fn write(&self, writer: &mut Writer) {
        match self {
            Some(value) => value.write(writer),
            None => writer.null(),
        }
    }

    fn is_none(&self) -> bool {
        self.is_none()
    }

    fn select(&mut self, tag: &Tag<'_>) {
        self.get_or_insert_default().select(tag);
    }
}

impl<T: Json> Json for Box<T> {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        (**self).read(reader)
    }

    fn write(&self, writer: &mut Writer) {
        (**self).write(writer);
    }

    fn is_none(&self) -> bool {
        (**self).is_none()
    }

    fn select(&mut self, tag: &Tag<'_>) {
        (**self).select(tag);
    }

    fn variant(&self) -> Variant<'_> {
        (**self).variant()
    }

    fn variant_mut(&mut self) -> VariantMut<'_> {
        (**self).variant_mut()
    }
}

/// An element that cannot be read is left out and recorded; the others stay.
impl<T: Json + Default> Json for Vec<T> {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        read_list(reader, self)
    }

    fn write(&self, writer: &mut Writer) {
        writer.begin_array();
        for item in self {
            item.write(writer);
        }
        writer.end_array();
    }
}

/// A list whose items are filled in place; so what is done with lists exists once.
pub(crate) trait List: Json {
    /// Appends an item, to be filled.
    fn add(&mut self) -> &mut dyn Json;
    /// Takes the last item away again.
    fn remove_last(&mut self);
    /// How many items it has.
    fn count(&self) -> usize;
    /// The last item.
    fn last_item(&self) -> Option<&dyn Json>;
}

impl<T: Json + Default> List for Vec<T> {
    fn add(&mut self) -> &mut dyn Json {
        self.push(T::default());
        let last = self.len() - 1;
        // An item was pushed the line before.
        &mut self[last]
    }

    fn remove_last(&mut self) {
        self.pop();
    }

    fn count(&self) -> usize {
        self.len()
    }

    fn last_item(&self) -> Option<&dyn Json> {
        match self.as_slice() {
            [.., last] => Some(last),
            [] => None,
        }
    }
}

fn read_list(reader: &mut Reader<'_>, list: &mut dyn List) -> Result<(), ReadError> {
    if reader.cursor.peek() != Some(b'[') {
        return Err(reader.mismatch("a list"));
    }
    reader.token(Cursor::open)?;
    reader.path.push(Segment::Inside);
    let level = reader.path.len();
    let mut index = 0;
    while reader.token(|cursor| cursor.item(index == 0, b']'))? {
        reader.enter(Segment::Index(index));
        let start = reader.cursor;
        match list.add().read(reader) {
            Err(error) if error.is_mismatch() => {
                list.remove_last();
                reader.reject(start, level, &error)?;
            }
            result => result?,
        }
        index += 1;
    }
    reader.path.pop();
    Ok(())
}

/// An entry whose value cannot be read is left out and recorded; the others stay.
impl<T: Json + Default> Json for BTreeMap<String, T> {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        read_map(reader, self)
    }

    fn write(&self, writer: &mut Writer) {
        writer.begin_object();
        for (name, value) in self {
            writer.key(name);
            value.write(writer);
        }
        writer.end_object();
    }
}

/// A map from names to values that are filled in place.
pub trait Rest {
    /// The value of this name, inserted if need be.
    fn slot(&mut self, name: &str) -> &mut dyn Json;
    /// Takes the value of this name away.
    fn forget(&mut self, name: &str);
    /// True if there is a value of this name.
    fn has(&self, name: &str) -> bool;
    /// Shows each value, ordered by name.
    fn each(&self, show: &mut dyn FnMut(&str, &dyn Json));
}

impl<T: Json + Default> Rest for BTreeMap<String, T> {
    fn slot(&mut self, name: &str) -> &mut dyn Json {
        self.entry(name.to_owned()).or_default()
    }

    fn forget(&mut self, name: &str) {
        self.remove(name);
    }

    fn has(&self, name: &str) -> bool {
        self.contains_key(name)
    }

    fn each(&self, show: &mut dyn FnMut(&str, &dyn Json)) {
        for (name, value) in self {
            show(name, value);
        }
    }
}

fn read_map(reader: &mut Reader<'_>, map: &mut dyn Rest) -> Result<(), ReadError> {
    if reader.cursor.peek() != Some(b'{') {
        return Err(reader.mismatch("an object"));
    }
    reader.token(Cursor::open)?;
    reader.path.push(Segment::Inside);
    let level = reader.path.len();
    let mut first = true;
    while let Some(key) = reader.token(|cursor| cursor.key(first))? {
        first = false;
        reader.enter(Segment::Key(key));
        let name = key.resolve();
        if map.has(&name) {
            reader.duplicate()?;
            continue;
        }
        let start = reader.cursor;
        match map.slot(&name).read(reader) {
            Err(error) if error.is_mismatch() => {
                map.forget(&name);
                reader.reject(start, level, &error)?;
            }
            result => result?,
        }
    }
    reader.path.pop();
    Ok(())
}
