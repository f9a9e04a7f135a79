//! Dates and times as servers write them.

mod rfc3339;

use std::cmp::Ordering;
use std::convert::Infallible;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use jiff::tz::Offset;
use jiff::{Timestamp, Zoned};

use crate::json::{CorrectionKind, Json, ReadError, Reader, Writer};

/// A date and time of RFC 3339, section 5.6, which is written back as it was
/// read: with its offset, its precision and its spelling.
///
/// Text that is no such date and time is kept and written back too; the
/// timestamp is the Unix epoch then, and reading it from an answer records a
/// correction. Two values are equal, and ordered, by their instant: `10:00Z`
/// equals `12:00+02:00`. Values that are not valid come after the epoch, ordered
/// by their text.
///
/// ```
/// use seamstress_runtime::DateTime;
///
/// let at: DateTime = "2025-06-16T16:54:17.90+02:00".parse()?;
/// assert_eq!(at.timestamp().to_string(), "2025-06-16T14:54:17.9Z");
/// assert_eq!(at.to_string(), "2025-06-16T16:54:17.90+02:00");
/// # Ok::<(), std::convert::Infallible>(())
/// ```
#[derive(Clone)]
pub struct DateTime {
    second: i64,
    nanosecond: u32,
    /// Minutes east of UTC.
    offset: i16,
    /// How many digits the fraction of the second has.
    digits: u8,
    style: Style,
    /// The text, where the fields above do not give it.
    text: Option<Box<str>>,
}

/// How the offset is spelt, or that there is no date and time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// `Z`
    Zulu,
    /// `+02:00`
    Numeric,
    /// `-00:00`: UTC, and the local offset is unknown (RFC 3339, section 4.3).
    Unknown,
    /// No date and time.
    Invalid,
}

impl DateTime {
    /// The instant. The Unix epoch if the text is no date and time.
    #[must_use]
    pub fn timestamp(&self) -> Timestamp {
        // The fraction of a second counts forward, before the epoch as well.
        let nanosecond = i32::try_from(self.nanosecond).unwrap_or_default();
        Timestamp::new(self.second, nanosecond).unwrap_or_default()
    }

    /// The offset from UTC that the server wrote.
    #[must_use]
    pub fn offset(&self) -> Offset {
        Offset::from_seconds(i32::from(self.offset) * 60).unwrap_or(Offset::UTC)
    }

    /// False if the text is no date and time of RFC 3339.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.style != Style::Invalid
    }

    fn invalid(text: &str) -> Self {
        let text = Some(text.into());
        Self {
            second: 0,
            nanosecond: 0,
            offset: 0,
            digits: 0,
            style: Style::Invalid,
            text,
        }
    }

    fn new(timestamp: Timestamp, offset: Offset) -> Self {
        let mut second = timestamp.as_second();
        let mut nanosecond = timestamp.subsec_nanosecond();
        if nanosecond < 0 {
            second -= 1;
            nanosecond += 1_000_000_000;
        }
        let nanosecond = u32::try_from(nanosecond).unwrap_or_default();
        let digits = match nanosecond {
            0 => 0,
            n if n % 1_000_000 == 0 => 3,
            n if n % 1_000 == 0 => 6,
            _ => 9,
        };
        let offset = i16::try_from(offset.seconds() / 60).unwrap_or_default();
        let style = if offset == 0 {
            Style::Zulu
        } else {
            Style::Numeric
        };
        Self {
            second,
            nanosecond,
            offset,
            digits,
            style,
            text: None,
        }
    }

    /// The instant, and what is invalid about it: equality and order.
    fn key(&self) -> (i64, u32, Option<&str>) {
        let invalid = if self.is_valid() {
            None
        } else {
            self.text.as_deref()
        };
        (self.second, self.nanosecond, invalid)
    }
}

impl Default for DateTime {
    /// The Unix epoch.
    fn default() -> Self {
        Self::new(Timestamp::UNIX_EPOCH, Offset::UTC)
    }
}

impl FromStr for DateTime {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(rfc3339::parse(text).unwrap_or_else(|| Self::invalid(text)))
    }
}

impl From<Timestamp> for DateTime {
    fn from(timestamp: Timestamp) -> Self {
        Self::new(timestamp, Offset::UTC)
    }
}

impl From<&Zoned> for DateTime {
    /// The instant and the offset; RFC 3339 has no place for the time zone.
    fn from(zoned: &Zoned) -> Self {
        Self::new(zoned.timestamp(), zoned.offset())
    }
}

impl From<Zoned> for DateTime {
    fn from(zoned: Zoned) -> Self {
        Self::from(&zoned)
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(text) = &self.text {
            return f.write_str(text);
        }
        let local = self.offset().to_datetime(self.timestamp());
        let (year, month, day) = (local.year(), local.month(), local.day());
        let (hour, minute, second) = (local.hour(), local.minute(), local.second());
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
        )?;
        if self.digits > 0 {
            let (digits, cut) = (usize::from(self.digits), 9 - u32::from(self.digits.min(9)));
            write!(f, ".{:0digits$}", self.nanosecond / 10_u32.pow(cut))?;
        }
        match self.style {
            Style::Zulu | Style::Invalid => f.write_str("Z"),
            Style::Unknown => f.write_str("-00:00"),
            Style::Numeric => {
                let sign = if self.offset < 0 { '-' } else { '+' };
                let minutes = self.offset.unsigned_abs();
                write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}

impl fmt::Debug for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DateTime({self})")
    }
}

impl PartialEq for DateTime {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for DateTime {}

impl PartialOrd for DateTime {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for DateTime {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl Hash for DateTime {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

impl Json for DateTime {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        let text = reader.string()?;
        *self = rfc3339::parse(&text).unwrap_or_else(|| {
            reader.note(
                CorrectionKind::InvalidDateTime,
                "a date and time of RFC 3339",
                &text,
            );
            Self::invalid(&text)
        });
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        match &self.text {
            Some(text) => writer.string(text),
            None => writer.string(&self.to_string()),
        }
    }
}

crate::__serde!(DateTime);
