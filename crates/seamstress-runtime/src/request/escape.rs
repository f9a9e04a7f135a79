//! Percent-encoding (RFC 3986, section 2): which characters stay, and where.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

/// How names and values are encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Escaping {
    /// As they are, for headers.
    None,
    /// All but the unreserved characters (RFC 3986, section 2.3; RFC 6570, section 3.2.1).
    Unreserved,
    /// The same, and characters with a meaning that end nothing where they stand.
    ReservedInPath,
    ReservedInQuery,
    /// What no cookie can hold (RFC 6265, section 4.1.1: `cookie-octet`).
    Cookie,
}

const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// RFC 3986, section 3.3: `pchar`, but for `;`: there are servers that cut segments off at it
/// before they look for `..`.
const PATH: &AsciiSet = &UNRESERVED
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b'=')
    .remove(b':')
    .remove(b'@');

/// RFC 3986, section 3.4, but for `&` and `+`, which mean something in
/// `application/x-www-form-urlencoded`.
const QUERY: &AsciiSet = &PATH
    .remove(b'/')
    .remove(b'?')
    .remove(b';')
    .add(b'&')
    .add(b'+');

const COOKIE: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b',').add(b';').add(b'\\');

impl Escaping {
    /// `text`, encoded. `delimiters` are what stands around it, or between it and the next: they
    /// are encoded inside of it.
    pub(super) fn encode<'a>(self, text: &'a str, delimiters: &str) -> Cow<'a, str> {
        let (set, keeps_triplets) = match self {
            Self::None => return Cow::Borrowed(text),
            Self::Unreserved => return utf8_percent_encode(text, UNRESERVED).into(),
            Self::ReservedInPath => (PATH, true),
            Self::ReservedInQuery => (QUERY, true),
            Self::Cookie => (COOKIE, false),
        };
        // A dot separates labels, and nobody would know an encoded one from any other.
        let is_delimiter = |c: char| c != '.' && delimiters.contains(c);
        let is_special = |c: char| c == '%' && keeps_triplets || is_delimiter(c);
        let mut encoded = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find(is_special) {
            let (before, from) = rest.split_at(at);
            encoded.extend(utf8_percent_encode(before, set));
            let length = if is_triplet(from) { 3 } else { 1 };
            let (special, after) = from.split_at(length);
            match length {
                3 => encoded.push_str(special),
                _ => encoded.extend(utf8_percent_encode(special, NON_ALPHANUMERIC)),
            }
            rest = after;
        }
        encoded.extend(utf8_percent_encode(rest, set));
        Cow::Owned(encoded)
    }
}

/// Whether `text` begins with an encoded byte.
fn is_triplet(text: &str) -> bool {
    let digits = text
        .strip_prefix('%')
        .and_then(|rest| rest.as_bytes().get(..2));
    digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}
