//! JSON of which nothing is known: `serde_json::Value`.

use serde_json::{Map, Value};

use super::cursor::Cursor;
use super::path::Segment;
use super::{Json, ReadError, Reader, Writer, number};

impl Json for Value {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        *self = read_value(reader)?;
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        match self {
            Self::Null => writer.null(),
            Self::Bool(value) => writer.boolean(*value),
            Self::Number(number) => match (number.as_i64(), number.as_u64(), number.as_f64()) {
                (Some(value), _, _) => writer.integer(value),
                (_, Some(value), _) => writer.unsigned(value),
                // A float keeps its point, so that it reads back as one.
                _ => writer.raw(&number.to_string()),
            },
            Self::String(text) => writer.string(text),
            Self::Array(items) => items.write(writer),
            Self::Object(members) => {
                writer.begin_object();
                for (name, value) in members {
                    writer.key(name);
                    value.write(writer);
                }
                writer.end_object();
            }
        }
    }
}

fn read_value(reader: &mut Reader<'_>) -> Result<Value, ReadError> {
    Ok(match reader.cursor.peek() {
        Some(b'"') => Value::String(reader.string()?.into_owned()),
        Some(b'-' | b'0'..=b'9') => Value::Number(reader.numeric("a number", number::value)?),
        Some(b't' | b'f') => Value::Bool(reader.boolean()?),
        Some(b'[') => read_array(reader)?,
        Some(b'{') => read_members(reader)?,
        _ => {
            reader.token(|cursor| cursor.literal("null"))?;
            Value::Null
        }
    })
}

fn read_array(reader: &mut Reader<'_>) -> Result<Value, ReadError> {
    let mut items = Vec::new();
    reader.token(Cursor::open)?;
    reader.path.push(Segment::Inside);
    while reader.token(|cursor| cursor.item(items.is_empty(), b']'))? {
        reader.enter(Segment::Index(items.len()));
        items.push(read_value(reader)?);
    }
    reader.path.pop();
    Ok(Value::Array(items))
}

fn read_members(reader: &mut Reader<'_>) -> Result<Value, ReadError> {
    let mut members = Map::new();
    reader.token(Cursor::open)?;
    reader.path.push(Segment::Inside);
    let mut first = true;
    while let Some(key) = reader.token(|cursor| cursor.key(first))? {
        first = false;
        reader.enter(Segment::Key(key));
        let name = key.resolve();
        if members.contains_key(&*name) {
            reader.duplicate()?;
            continue;
        }
        members.insert(name.into_owned(), read_value(reader)?);
    }
    reader.path.pop();
    Ok(Value::Object(members))
}

/// The value of a JSON text that was read before; `None` if it has a number
/// that no float can hold.
pub(super) fn parse(json: &str) -> Option<Value> {
    read_value(&mut Reader::new(json.as_bytes()).ok()?).ok()
}
