//! Whole documents: in, and out.

use serde_json::Value;

use super::cursor::Cursor;
use super::error::{ReadError, ReadErrorKind};
use super::path::Segment;
use super::record::excerpt;
use super::seen::Seen;
use super::{Json, Reader, Report, Writer};

/// Reads a document, and says what had to be mended.
///
/// # Errors
///
/// If the text is not JSON, or its outermost value is of another type.
///
/// ```
/// let (names, report) = seamstress_runtime::json::from_slice::<Vec<String>>(br#"["a", 1]"#)?;
/// assert_eq!(names, ["a"]);
/// assert_eq!(report.rejected[0].path, "[1]");
/// # Ok::<(), seamstress_runtime::json::ReadError>(())
/// ```
pub fn from_slice<T: Json + Default>(body: &[u8]) -> Result<(T, Report), ReadError> {
    let mut value = T::default();
    let report = read_document(body, &mut value)?;
    Ok((value, report))
}

/// Reads a document into `value`, which is the default of its type.
pub(crate) fn read_document(body: &[u8], value: &mut dyn Json) -> Result<Report, ReadError> {
    let mut read = || {
        let mut reader = Reader::new(body)?;
        value.read(&mut reader)?;
        reader.finish()
    };
    read().map_err(|error: ReadError| error.with_line(body))
}

/// Reads one member of the object that a document is, and passes over the others.
///
/// # Errors
///
/// If the text is not JSON or no object, or the member is of another type. If
/// the member is absent or null where `T` is no `Option`: then the kind of the
/// error is [`ReadErrorKind::MissingMember`].
pub fn member_from_slice<T: Json + Default>(
    body: &[u8],
    name: &str,
) -> Result<(T, Report), ReadError> {
    let mut value = T::default();
    let report = members_from_slice(body, &mut [(name, &mut value)])?;
    Ok((value, report))
}

/// Reads several members of the object that a document is, in one pass, and
/// passes over the others. A member that occurs twice counts as it comes first,
/// and is reported.
///
/// # Errors
///
/// As [`member_from_slice`].
pub fn members_from_slice(
    body: &[u8],
    wanted: &mut [(&str, &mut dyn Json)],
) -> Result<Report, ReadError> {
    let mut read = || {
        let mut reader = Reader::new(body)?;
        read_members(&mut reader, wanted)?;
        reader.finish()
    };
    read().map_err(|error: ReadError| error.with_line(body))
}

fn read_members<'de>(
    reader: &mut Reader<'de>,
    wanted: &mut [(&str, &mut dyn Json)],
) -> Result<(), ReadError> {
    if reader.cursor.peek() != Some(b'{') {
        return Err(reader.mismatch("an object"));
    }
    let start = reader.cursor;
    let mut seen = Seen::new(wanted.len());
    reader.token(Cursor::open)?;
    reader.path.push(Segment::Inside);
    let mut first = true;
    while let Some(key) = reader.token(|cursor| cursor.key(first))? {
        first = false;
        reader.enter(Segment::Key(key));
        let mut slots = wanted.iter_mut().enumerate();
        match slots.find(|(_, (name, _))| key.is(name)) {
            None => drop(reader.skip()?),
            Some((index, _)) if seen.insert(index) => reader.duplicate()?,
            Some((_, (_, value))) => read_member(reader, *value)?,
        }
    }
    reader.path.pop();
    for (index, (name, value)) in wanted.iter().enumerate() {
        if !seen.contains(index) && !value.is_none() {
            return Err(missing(start, name));
        }
    }
    Ok(())
}

fn read_member(reader: &mut Reader<'_>, value: &mut dyn Json) -> Result<(), ReadError> {
    let null = reader.cursor.peek() == Some(b'n');
    let start = reader.cursor;
    match value.read(reader) {
        Err(error) if null && error.is_mismatch() => {
            reader.cursor = start;
            Err(reader.refuse(ReadErrorKind::MissingMember, error.into_expected()))
        }
        result => result,
    }
}

/// The error for a member that the document does not have.
fn missing(mut start: Cursor<'_>, name: &str) -> ReadError {
    let offset = start.at;
    // The document was read to its end before.
    let found = excerpt(start.skip().unwrap_or_default()).into_owned();
    let expected = format!("a member `{name}`").into();
    ReadError::new(
        ReadErrorKind::MissingMember,
        String::new(),
        expected,
        found,
        offset,
    )
}

/// Writes a document.
#[must_use]
pub fn to_vec(value: &dyn Json) -> Vec<u8> {
    let mut writer = Writer::default();
    value.write(&mut writer);
    writer.into_bytes()
}

/// The JSON of a value, as `serde_json` has it.
///
/// Null for a value of more than 127 levels, which no document can have.
#[must_use]
pub fn to_value(value: &dyn Json) -> Value {
    // Not by `serde_json`, which reads some floats one digit off.
    from_slice(&to_vec(value)).map_or(Value::Null, |(value, _)| value)
}

/// The same, for what is sent; `None` where null would stand for something else: a number that
/// JSON has no form for (NaN, infinity), or a value of more than 127 levels.
pub(crate) fn to_sendable(value: &dyn Json) -> Option<Value> {
    let mut writer = Writer::default();
    value.write(&mut writer);
    if writer.is_lossy() {
        return None;
    }
    let json = writer.into_bytes();
    match plain_text(&json) {
        Some(text) => Some(Value::from(text)),
        None => from_slice(&json).ok().map(|(value, _)| value),
    }
}

/// The text that a JSON string without escapes holds: most arguments are one.
fn plain_text(json: &[u8]) -> Option<&str> {
    let inner = json.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
    if inner.contains(&b'\\') {
        return None;
    }
    std::str::from_utf8(inner).ok()
}
