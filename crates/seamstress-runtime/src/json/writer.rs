//! Writing JSON.

use std::io::Write;

use super::string::plain_length;

/// JSON text under construction.
#[derive(Debug, Default)]
pub struct Writer {
    out: Vec<u8>,
    /// Whether a comma is due before the next item.
    comma: bool,
    /// Whether a number was written as null, as JSON has no form for it.
    lossy: bool,
}

impl Writer {
    /// What was written.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.out
    }

    /// Whether a number was written as null, as JSON has no form for it.
    pub(crate) fn is_lossy(&self) -> bool {
        self.lossy
    }

    /// Begins an object; [`key`](Self::key) and a value for each member follow.
    pub fn begin_object(&mut self) {
        self.open(b'{');
    }

    /// Ends the object begun last.
    pub fn end_object(&mut self) {
        self.close(b'}');
    }

    /// Begins an array; its values follow.
    pub fn begin_array(&mut self) {
        self.open(b'[');
    }

    /// Ends the array begun last.
    pub fn end_array(&mut self) {
        self.close(b']');
    }

    /// Writes the name of a member.
    pub fn key(&mut self, name: &str) {
        self.item();
        self.quote(name);
        self.out.push(b':');
        self.comma = false;
    }

    /// Writes a string.
    pub fn string(&mut self, text: &str) {
        self.item();
        self.quote(text);
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        self.raw("null");
    }

    /// Writes `true` or `false`.
    pub fn boolean(&mut self, value: bool) {
        self.raw(if value { "true" } else { "false" });
    }

    /// Writes a signed integer.
    pub fn integer(&mut self, value: i64) {
        self.item();
        // Writing to a `Vec` cannot fail.
        let _ = write!(self.out, "{value}");
    }

    /// Writes an unsigned integer.
    pub fn unsigned(&mut self, value: u64) {
        self.item();
        let _ = write!(self.out, "{value}");
    }

    /// Writes a float: without a fraction where it has none, as most servers do
    /// for their integers. What JSON cannot say (NaN, infinity) is `null`.
    pub fn float(&mut self, value: f64) {
        /// Up to here a float is exact as an integer (2^53).
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if !value.is_finite() {
            self.lossy = true;
            return self.null();
        }
        self.item();
        let negative_zero = value == 0.0 && value.is_sign_negative();
        let _ = if value.fract() == 0.0 && value.abs() < EXACT && !negative_zero {
            write!(self.out, "{value:.0}")
        } else {
            // The shortest digits that read back as the same float.
            write!(self.out, "{value:?}")
        };
    }

    /// Writes a value that is JSON text already.
    pub(super) fn raw(&mut self, json: &str) {
        self.item();
        self.out.extend_from_slice(json.as_bytes());
    }

    fn open(&mut self, bracket: u8) {
        self.item();
        self.out.push(bracket);
        self.comma = false;
    }

    fn close(&mut self, bracket: u8) {
        self.out.push(bracket);
        self.comma = true;
    }

    fn item(&mut self) {
        if self.comma {
            self.out.push(b',');
        }
        self.comma = true;
    }

    fn quote(&mut self, text: &str) {
        self.out.reserve(text.len() + 2);
        self.out.push(b'"');
        let mut rest = text.as_bytes();
        loop {
            let (plain, special) = rest.split_at(plain_length(rest));
            self.out.extend_from_slice(plain);
            let Some((byte, tail)) = special.split_first() else {
                break;
            };
            self.escape(*byte);
            rest = tail;
        }
        self.out.push(b'"');
    }

    fn escape(&mut self, byte: u8) {
        let short = match byte {
            b'"' | b'\\' => byte,
            0x08 => b'b',
            0x0c => b'f',
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            _ => {
                let _ = write!(self.out, "\\u{byte:04x}");
                return;
            }
        };
        self.out.extend_from_slice(&[b'\\', short]);
    }
}
