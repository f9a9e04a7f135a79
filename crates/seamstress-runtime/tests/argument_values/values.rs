//! Random values, of the kinds that have been trouble somewhere.

use fastrand::Rng;
use percent_encoding::percent_decode_str;

/// Values in a random order, which is the same in every run.
pub(crate) struct Values(Rng);

/// What comes out of random letters too seldom.
const KNOWN: &[&str] = &[
    "",
    ".",
    "..",
    "...",
    "%2e",
    "%2E%2e",
    ".%2e",
    "%2e.",
    "%252e%252e",
    "../",
    "/..",
    "../x",
    "x/..",
    "..\\",
    "..%2f",
    "%2f..",
    "..%5c",
    "..;/",
    "/",
    "//",
    "\\",
    "%",
    "%%",
    "%0",
    "%00",
    "%zz",
    "?",
    "#",
    "a?b=c&d",
    "a#b",
    " ",
    "\t",
    " a",
    "a ",
    "\ta\t",
    "a b",
    "a\tb",
    "\r",
    "\n",
    "\r\n",
    "a\r\nx-evil: 1",
    "a\r\n\r\nGET / HTTP/1.1\r\n",
    "\0",
    "a\0b",
    "\u{7f}",
    "\u{80}",
    "\u{a0}",
    "\u{feff}",
    "\u{202e}",
    "\u{2025}",
    "\u{ff0e}\u{ff0e}",
    "ö",
    "€",
    "😀",
    "{name_id}",
    "{}",
    "http://evil.invalid/",
    "//evil.invalid",
    "@evil.invalid",
    ":80",
    "a,b",
    "a;b=\"c\"",
    "+",
    "*",
];

impl Values {
    pub(crate) fn new(seed: u64) -> Self {
        Self(Rng::with_seed(seed))
    }

    pub(crate) fn next(&mut self) -> String {
        match self.0.u8(..200) {
            0..20 => (*self.known()).to_owned(),
            // Two of them together.
            20..40 => format!("{}{}", self.known(), self.known()),
            // Few letters, so that dot segments come about.
            40..90 => self.text(9, |rng| char::from(b"./\\%2eE5cfF?#;:a "[rng.usize(..17)])),
            90..130 => self.text(40, |rng| rng.char(' '..='~')),
            130..150 => self.text(12, |rng| rng.char('\0'..='\u{9f}')),
            150..196 => self.text(20, |rng| rng.char(..)),
            196..199 => self.text(1_000, |rng| rng.char(' '..='~')),
            // Some of them are longer than an address may be.
            _ => self.text(16_000, |rng| rng.char('\u{a1}'..='\u{ff}')),
        }
    }

    fn known(&mut self) -> &'static str {
        KNOWN[self.0.usize(..KNOWN.len())]
    }

    /// Of random length, up to `length` characters.
    fn text(&mut self, length: usize, character: fn(&mut Rng) -> char) -> String {
        let length = self.0.usize(..=length);
        (0..length).map(|_| character(&mut self.0)).collect()
    }
}

/// Whether a server could take a part of `text` for `.` or `..`, as it stands or decoded once.
pub(crate) fn has_dot_segment(text: &str) -> bool {
    let decoded: Vec<u8> = percent_decode_str(text).collect();
    let is_separator = |byte: &u8| matches!(byte, b'/' | b'\\');
    [text.as_bytes(), &decoded].into_iter().any(|bytes| {
        let mut segments = bytes.split(is_separator);
        segments.any(|segment| matches!(segment, b"." | b".."))
    })
}
