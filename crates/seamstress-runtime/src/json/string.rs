//! Strings of JSON (RFC 8259, section 7): where they end, and what they say.

use std::borrow::Cow;

/// A string as it stands in the document: between its quotes, escapes not
/// resolved but known to be well formed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text<'de> {
    pub(super) raw: &'de str,
    pub(super) escaped: bool,
}

impl<'de> Text<'de> {
    /// What the string says; borrowed unless it has escapes. A surrogate escape
    /// without its other half is U+FFFD.
    #[inline]
    pub(super) fn resolve(self) -> Cow<'de, str> {
        if self.escaped {
            Cow::Owned(self.unescape().0)
        } else {
            Cow::Borrowed(self.raw)
        }
    }

    /// True if the string says `text`.
    #[inline]
    pub(super) fn is(&self, text: &str) -> bool {
        self.raw == text && !self.escaped || self.escaped && self.resolve() == text
    }

    /// What a string with escapes says, and whether a lone surrogate was replaced.
    pub(super) fn unescape(self) -> (String, bool) {
        unescape(self.raw)
    }
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// How many bytes at the start of `bytes` need no attention: neither a quote,
/// nor a backslash, nor a control character. Eight bytes at a time (the zero
/// byte test of "Bit Twiddling Hacks"): the lowest byte marked is exact.
#[inline]
pub(super) fn plain_length(bytes: &[u8]) -> usize {
    let mut length = 0;
    let mut rest = bytes;
    while let Some((chunk, tail)) = rest.split_first_chunk::<8>() {
        let word = u64::from_le_bytes(*chunk);
        let quote = word ^ (ONES * 0x22);
        let backslash = word ^ (ONES * 0x5c);
        let marked = (quote.wrapping_sub(ONES) & !quote)
            | (backslash.wrapping_sub(ONES) & !backslash)
            | (word.wrapping_sub(ONES * 0x20) & !word);
        if marked & HIGH != 0 {
            return length + (marked & HIGH).trailing_zeros() as usize / 8;
        }
        length += 8;
        rest = tail;
    }
    let plain = |byte: &&u8| **byte >= 0x20 && **byte != b'"' && **byte != b'\\';
    length + rest.iter().take_while(plain).count()
}

/// The length of a string that begins after its opening quote, up to its
/// closing quote, and whether it has escapes. An error is where it goes wrong
/// and what should stand there.
#[inline]
pub(super) fn string_length(bytes: &[u8]) -> Result<(usize, bool), (usize, &'static str)> {
    let length = plain_length(bytes);
    match bytes.get(length) {
        Some(b'"') => Ok((length, false)),
        _ => escaped_length(bytes, length).map(|length| (length, true)),
    }
}

/// [`string_length`] from the first byte that needs attention.
#[cold]
fn escaped_length(bytes: &[u8], mut at: usize) -> Result<usize, (usize, &'static str)> {
    loop {
        at += plain_length(bytes.get(at..).unwrap_or_default());
        match bytes.get(at) {
            Some(b'"') => return Ok(at),
            Some(b'\\') => at += escape_length(bytes.get(at + 1..).unwrap_or_default(), at + 1)?,
            Some(_) => return Err((at, "no control character in a string")),
            None => return Err((at, "a closing quote")),
        }
    }
}

/// The length of an escape, its backslash included, given what follows it.
fn escape_length(after: &[u8], at: usize) -> Result<usize, (usize, &'static str)> {
    match after.first() {
        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(2),
        Some(b'u') => match after.get(1..5) {
            Some(digits) if digits.iter().all(u8::is_ascii_hexdigit) => Ok(6),
            _ => Err((at, "four hexadecimal digits after `\\u`")),
        },
        _ => Err((at, "an escape of JSON")),
    }
}

/// Resolves the escapes of a well-formed string, and tells whether a lone
/// surrogate was replaced.
fn unescape(raw: &str) -> (String, bool) {
    let mut text = String::with_capacity(raw.len());
    let mut lossy = false;
    let mut rest = raw;
    // Between the quotes of a well-formed string, a backslash is all that needs attention.
    while let Some((plain, escape)) = rest.split_at_checked(plain_length(rest.as_bytes())) {
        text.push_str(plain);
        let Some(escape) = escape.strip_prefix('\\') else {
            rest = escape;
            break;
        };
        let mut characters = escape.chars();
        let (character, length) = match characters.next() {
            Some('b') => ('\u{8}', 1),
            Some('f') => ('\u{c}', 1),
            Some('n') => ('\n', 1),
            Some('r') => ('\r', 1),
            Some('t') => ('\t', 1),
            Some('u') => code_point(escape),
            Some(other) => (other, 1),
            None => break,
        };
        // U+FFFD written out as an escape is no loss.
        lossy |= character == char::REPLACEMENT_CHARACTER
            && length == 5
            && unit(escape) != Some(u32::from(char::REPLACEMENT_CHARACTER));
        text.push(character);
        rest = escape.get(length..).unwrap_or_default();
    }
    text.push_str(rest);
    (text, lossy)
}

/// The character of `uXXXX` or `uXXXX\uXXXX`, and how many bytes it takes.
fn code_point(escape: &str) -> (char, usize) {
    let first = unit(escape).unwrap_or_default();
    if let Some(character) = char::from_u32(first) {
        return (character, 5);
    }
    let second = escape
        .get(5..)
        .and_then(|rest| rest.strip_prefix('\\'))
        .and_then(unit);
    if let (0xd800..=0xdbff, Some(low @ 0xdc00..=0xdfff)) = (first, second) {
        let scalar = 0x10000 + ((first - 0xd800) << 10) + (low - 0xdc00);
        return (
            char::from_u32(scalar).unwrap_or(char::REPLACEMENT_CHARACTER),
            11,
        );
    }
    (char::REPLACEMENT_CHARACTER, 5)
}

/// The four hexadecimal digits after `u`.
fn unit(escape: &str) -> Option<u32> {
    let digits = escape.strip_prefix('u')?.get(..4)?;
    u32::from_str_radix(digits, 16).ok()
}
