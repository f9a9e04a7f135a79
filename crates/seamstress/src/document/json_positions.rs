//! Positions in a JSON text.
//!
//! The text was read before, by a real parser; this scanner only has to find
//! where values start. It is total all the same: where the text is not what it
//! expects, it stops and keeps what it has.

use std::borrow::Cow;

use super::positions::Positions;
use crate::text::{Position, number};

/// The positions of all nodes in `text`, nested no deeper than `max_depth`.
pub(super) fn json_positions(text: &str, max_depth: usize) -> Positions {
    let mut scanner = Scanner {
        text,
        at: 0,
        counted: 0,
        position: Position { line: 1, column: 1 },
        found: Positions::of_length(text.len()),
    };
    scanner.value(None, max_depth);
    scanner.found
}

struct Scanner<'a> {
    text: &'a str,
    /// The byte that is looked at.
    at: usize,
    /// The byte up to which lines and columns were counted.
    counted: usize,
    /// The position of that byte.
    position: Position,
    found: Positions,
}

impl<'a> Scanner<'a> {
    /// Reads a value, of a member with its key; `None` where the scan has to stop.
    fn value(&mut self, member: Option<(Position, &str)>, depth: usize) -> Option<()> {
        self.skip_space();
        let position = self.position();
        let mark = self.found.begin(position, member);
        let read = match self.peek() {
            Some(b'{') => self.members(depth),
            Some(b'[') => self.elements(depth),
            Some(b'"') => self.literal().map(|_| ()),
            Some(_) => {
                self.skip_while(|byte| !b",]} \t\r\n".contains(&byte));
                Some(())
            }
            None => None,
        };
        self.found.end(mark);
        read
    }

    fn members(&mut self, depth: usize) -> Option<()> {
        let depth = depth.checked_sub(1)?;
        self.at += 1;
        loop {
            self.skip_space();
            let key = self.position();
            let Some(name) = self.string() else {
                return self.eat(b'}');
            };
            self.skip_space();
            self.eat(b':')?;
            self.value(Some((key, &name)), depth)?;
            self.skip_space();
            if self.eat(b',').is_none() {
                return self.eat(b'}');
            }
        }
    }

    fn elements(&mut self, depth: usize) -> Option<()> {
        let depth = depth.checked_sub(1)?;
        self.at += 1;
        self.skip_space();
        loop {
            if self.peek() == Some(b']') {
                return self.eat(b']');
            }
            self.value(None, depth)?;
            self.skip_space();
            if self.eat(b',').is_none() {
                return self.eat(b']');
            }
        }
    }

    /// The string that starts here, unescaped.
    fn string(&mut self) -> Option<Cow<'a, str>> {
        let literal = self.literal()?;
        match literal.contains('\\') {
            true => serde_json::from_str(literal).ok().map(Cow::Owned),
            false => literal.get(1..literal.len() - 1).map(Cow::Borrowed),
        }
    }

    /// The same as it is written.
    fn literal(&mut self) -> Option<&'a str> {
        let start = self.at;
        self.eat(b'"')?;
        loop {
            self.skip_while(|byte| byte != b'"' && byte != b'\\');
            match self.peek()? {
                b'"' => break,
                _ => self.at += 2,
            }
        }
        self.at += 1;
        self.text.get(start..self.at)
    }

    fn skip_space(&mut self) {
        self.skip_while(|byte| b" \t\r\n".contains(&byte));
    }

    fn skip_while(&mut self, is_skipped: impl Fn(u8) -> bool) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let skipped = rest.iter().position(|byte| !is_skipped(*byte));
        self.at += skipped.unwrap_or(rest.len());
    }

    fn eat(&mut self, byte: u8) -> Option<()> {
        (self.peek() == Some(byte)).then(|| self.at += 1)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The position of the byte that is looked at. Each byte is counted once,
    /// also where the whole document is one line.
    fn position(&mut self) -> Position {
        let passed = self.text.as_bytes().get(self.counted..self.at);
        let mut line = passed.unwrap_or_default();
        let ended = line.iter().filter(|byte| **byte == b'\n').count();
        if let Some(end) = line.iter().rposition(|byte| *byte == b'\n') {
            line = line.get(end + 1..).unwrap_or_default();
            self.position.line += number(ended);
            self.position.column = 1;
        }
        // Characters of UTF-8 begin with any byte but `10…`.
        let characters = line.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        self.position.column += number(characters);
        self.counted = self.at;
        self.position
    }
}
