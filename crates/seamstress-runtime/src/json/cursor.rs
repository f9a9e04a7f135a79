//! The lexical half of reading: tokens of JSON (RFC 8259) out of a text.
//!
//! A [`Cursor`] is a position in the text and nothing else, so a copy of it can
//! run ahead (to find a tag, to measure a value) and be thrown away.

use super::number::number_length;
use super::string::{Text, string_length};

/// How many containers may be open at once: 127, as in `serde_json`. Deeper
/// documents are refused, so that no document overflows the stack.
pub(super) const MAX_DEPTH: u8 = 127;

/// Where and why the text is not JSON.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fault {
    pub(super) at: usize,
    pub(super) expected: &'static str,
}

/// A position in a JSON text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'de> {
    pub(super) text: &'de str,
    pub(super) at: usize,
    pub(super) depth: u8,
}

impl<'de> Cursor<'de> {
    pub(super) fn new(text: &'de str) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
        }
    }

    /// The byte at the position, whatever it is.
    #[inline]
    pub(super) fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Skips white space; the byte after it, not consumed.
    #[inline]
    pub(super) fn peek(&mut self) -> Option<u8> {
        loop {
            match self.byte() {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                other => return other,
            }
        }
    }

    /// The text from `start` to the position. Tokens begin and end at ASCII
    /// characters, so the slice always exists.
    #[inline]
    pub(super) fn since(&self, start: usize) -> &'de str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    pub(super) fn fault(&self, expected: &'static str) -> Fault {
        Fault {
            at: self.at,
            expected,
        }
    }

    /// Consumes `literal`, which the caller recognised by its first letter.
    pub(super) fn literal(&mut self, literal: &'static str) -> Result<(), Fault> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        if !rest.starts_with(literal.as_bytes()) {
            return Err(self.fault("a JSON value"));
        }
        self.at += literal.len();
        Ok(())
    }

    /// Consumes a string whose opening quote is at the position.
    #[inline]
    pub(super) fn string(&mut self) -> Result<Text<'de>, Fault> {
        let start = self.at + 1;
        let body = self.text.as_bytes().get(start..).unwrap_or_default();
        match string_length(body) {
            Ok((length, escaped)) => {
                self.at = start + length;
                let raw = self.since(start);
                self.at += 1;
                Ok(Text { raw, escaped })
            }
            Err((length, expected)) => Err(Fault {
                at: start + length,
                expected,
            }),
        }
    }

    /// Consumes a number whose first character is at the position.
    #[inline]
    pub(super) fn number(&mut self) -> Result<&'de str, Fault> {
        let start = self.at;
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        match number_length(rest) {
            Ok(length) => {
                self.at += length;
                Ok(self.since(start))
            }
            Err(length) => Err(Fault {
                at: start + length,
                expected: "a digit",
            }),
        }
    }

    /// Opens the object or array at the position.
    #[inline]
    pub(super) fn open(&mut self) -> Result<(), Fault> {
        if self.depth >= MAX_DEPTH {
            return Err(self.fault("at most 127 containers inside each other"));
        }
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    /// Moves to the next item of the open container, over the comma. False when
    /// the container ends here, which closes it.
    #[inline]
    pub(super) fn item(&mut self, first: bool, close: u8) -> Result<bool, Fault> {
        match self.peek() {
            Some(byte) if byte == close => {
                self.at += 1;
                self.depth = self.depth.saturating_sub(1);
                Ok(false)
            }
            Some(_) if first => Ok(true),
            Some(b',') => {
                self.at += 1;
                Ok(true)
            }
            _ if close == b'}' => Err(self.fault("`,` or `}`")),
            _ => Err(self.fault("`,` or `]`")),
        }
    }

    /// The next member name of the open object, over the colon; `None` at its end.
    #[inline]
    pub(super) fn key(&mut self, first: bool) -> Result<Option<Text<'de>>, Fault> {
        if !self.item(first, b'}')? {
            return Ok(None);
        }
        if self.peek() != Some(b'"') {
            return Err(self.fault("a member name in quotes"));
        }
        let name = self.string()?;
        if self.peek() != Some(b':') {
            return Err(self.fault("`:`"));
        }
        self.at += 1;
        Ok(Some(name))
    }

    /// Consumes one value of any kind and gives its text, white space around it
    /// left out. It does not recurse: what it needs to remember of the open
    /// containers is one bit each.
    pub(super) fn skip(&mut self) -> Result<&'de str, Fault> {
        self.peek();
        let start = self.at;
        let floor = self.depth;
        let mut objects = 0u128;
        let mut opened = self.scalar_or_open(&mut objects)?;
        while self.depth > floor {
            let in_object = objects & 1 == 1;
            let more = if in_object {
                self.key(opened)?.is_some()
            } else {
                self.item(opened, b']')?
            };
            if more {
                opened = self.scalar_or_open(&mut objects)?;
            } else {
                objects >>= 1;
                opened = false;
            }
        }
        Ok(self.since(start))
    }

    /// Consumes a scalar, or opens a container (true) and notes which.
    fn scalar_or_open(&mut self, objects: &mut u128) -> Result<bool, Fault> {
        match self.peek() {
            Some(b'"') => self.string().map(|_| false),
            Some(b'-' | b'0'..=b'9') => self.number().map(|_| false),
            Some(b't') => self.literal("true").map(|()| false),
            Some(b'f') => self.literal("false").map(|()| false),
            Some(b'n') => self.literal("null").map(|()| false),
            Some(byte @ (b'{' | b'[')) => {
                self.open()?;
                *objects = *objects << 1 | u128::from(byte == b'{');
                Ok(true)
            }
            _ => Err(self.fault("a JSON value")),
        }
    }
}
