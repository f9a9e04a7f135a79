//! The text of RFC 3339, section 5.6: `2025-06-16T16:54:17.946283Z`.

use jiff::civil;
use jiff::tz::Offset;

use super::{DateTime, Style};

/// Reads a date and time; `None` if the text is none.
pub(super) fn parse(text: &str) -> Option<DateTime> {
    let (start, rest) = text.as_bytes().split_at_checked(19)?;
    let &[
        c,
        y,
        e,
        a,
        b'-',
        m,
        o,
        b'-',
        d,
        n,
        t,
        h,
        i,
        b':',
        u,
        v,
        b':',
        s,
        w,
    ] = start
    else {
        return None;
    };
    if !matches!(t, b'T' | b't' | b' ') {
        return None;
    }
    let year = i16::from(two(c, y)?) * 100 + i16::from(two(e, a)?);
    let second = two(s, w)?;
    // A leap second is the one before it, as in most systems.
    let leap = second == 60;
    let second = if leap { 59 } else { second };
    let (month, day, hour, minute) = (two(m, o)?, two(d, n)?, two(h, i)?, two(u, v)?);
    let local = civil::DateTime::new(year, month, day, hour, minute, second, 0).ok()?;
    let (nanosecond, digits, rest) = fraction(rest)?;
    let (offset, style) = offset(rest)?;
    let timestamp = Offset::from_seconds(i32::from(offset) * 60)
        .ok()?
        .to_timestamp(local)
        .ok()?;
    let canonical = t == b'T' && !leap && digits <= 9 && rest.first() != Some(&b'z');
    Some(DateTime {
        second: timestamp.as_second(),
        nanosecond,
        offset,
        digits: digits.try_into().unwrap_or(u8::MAX),
        style,
        text: (!canonical).then(|| text.into()),
    })
}

/// Two digits as a number.
fn two(tens: u8, ones: u8) -> Option<i8> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| (byte - b'0').cast_signed());
    Some(digit(tens)? * 10 + digit(ones)?)
}

/// The fraction of the second, if there is one: nanoseconds, digits, the rest.
fn fraction(bytes: &[u8]) -> Option<(u32, usize, &[u8])> {
    let Some((b'.', bytes)) = bytes.split_first() else {
        return Some((0, 0, bytes));
    };
    let digits = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let (fraction, rest) = bytes.split_at_checked(digits)?;
    let mut places = fraction
        .iter()
        .map(|byte| u32::from(byte - b'0'))
        .chain([0; 9]);
    let nanosecond = places
        .by_ref()
        .take(9)
        .fold(0, |sum, digit| sum * 10 + digit);
    (digits > 0).then_some((nanosecond, digits, rest))
}

/// The offset in minutes, and its spelling.
fn offset(bytes: &[u8]) -> Option<(i16, Style)> {
    let &[sign, h, o, b':', m, i] = bytes else {
        return matches!(bytes, [b'Z' | b'z']).then_some((0, Style::Zulu));
    };
    let (hours, minutes) = (two(h, o)?, two(m, i)?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    let minutes = i16::from(hours) * 60 + i16::from(minutes);
    match sign {
        b'+' => Some((minutes, Style::Numeric)),
        b'-' if minutes == 0 => Some((0, Style::Unknown)),
        b'-' => Some((-minutes, Style::Numeric)),
        _ => None,
    }
}
