//! Going through a JSON text by its bytes.
//!
//! The text was read before, by a real parser; this only has to find where values
//! start. It is total all the same: where the text is not what it expects, it stops
//! and keeps what it has.

use std::borrow::Cow;
use std::collections::HashMap;

/// Where a node starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Child {
    /// The byte at which the key of a member starts; for any other node the same as `value`.
    pub(super) key: usize,
    /// The byte at which the value starts.
    pub(super) value: usize,
}

/// What stands in a node.
#[derive(Debug)]
pub(super) enum Children {
    Members(HashMap<Box<str>, Child>),
    Elements(Vec<usize>),
}

impl Children {
    /// The child that a segment of a pointer means.
    pub(super) fn get(&self, segment: &str) -> Option<Child> {
        match self {
            Self::Members(members) => members.get(segment).copied(),
            Self::Elements(elements) => {
                let index = segment.parse::<usize>().ok()?;
                elements.get(index).copied().map(Child::unnamed)
            }
        }
    }
}

impl Child {
    fn unnamed(at: usize) -> Self {
        Self { key: at, value: at }
    }
}

/// Where the whole document starts.
pub(super) fn root(text: &str) -> Child {
    let mut scan = Scan { text, at: 0 };
    scan.skip_space();
    Child::unnamed(scan.at)
}

/// What stands in the node that starts at a byte.
pub(super) fn children(text: &str, at: usize) -> Children {
    let mut scan = Scan { text, at };
    if scan.peek() == Some(b'{') {
        let mut members = HashMap::new();
        scan.members(&mut members);
        return Children::Members(members);
    }
    let mut elements = Vec::new();
    if scan.peek() == Some(b'[') {
        scan.elements(&mut elements);
    }
    Children::Elements(elements)
}

struct Scan<'a> {
    text: &'a str,
    /// The byte that is looked at.
    at: usize,
}

impl<'a> Scan<'a> {
    /// Of several members of one name the last one counts, as in the tree.
    fn members(&mut self, found: &mut HashMap<Box<str>, Child>) -> Option<()> {
        self.at += 1;
        loop {
            self.skip_space();
            let key = self.at;
            let name = self.string()?;
            self.skip_space();
            self.eat(b':')?;
            self.skip_space();
            let value = self.at;
            found.insert(name.into(), Child { key, value });
            self.next()?;
        }
    }

    fn elements(&mut self, found: &mut Vec<usize>) -> Option<()> {
        self.at += 1;
        loop {
            self.skip_space();
            if self.peek()? == b']' {
                return None;
            }
            found.push(self.at);
            self.next()?;
        }
    }

    /// Goes behind a value and the comma that follows it; `None` where the last one was passed.
    fn next(&mut self) -> Option<()> {
        self.skip_value()?;
        self.skip_space();
        self.eat(b',')
    }

    fn skip_value(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => {
                    self.literal()?;
                }
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                _ => self.skip_while(|byte| !b"\"{}[], \t\r\n".contains(&byte)),
            }
            if depth == 0 {
                return Some(());
            }
            self.skip_while(|byte| !b"\"{}[]".contains(&byte));
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
}
