//! Server-sent events (WHATWG HTML, section 9.2.5 and 9.2.6).

use std::collections::VecDeque;
use std::time::Duration;

use super::record::Record;

/// Takes events out of pieces that end anywhere: inside a line, a character, or a line break.
#[derive(Debug, Default)]
pub(super) struct Sse {
    /// The line that has not ended yet.
    line: Vec<u8>,
    /// Whether the last byte was a carriage return, so that a line feed belongs to it.
    after_return: bool,
    /// Whether a line has ended: only what comes before may be a byte order mark.
    has_begun: bool,
    event: Record,
    /// Whether the event at hand has data, which may be empty.
    has_data: bool,
}

impl Sse {
    /// Adds the events that end in `piece` to `records`. Gives the size of what is kept.
    pub(super) fn push(&mut self, piece: &[u8], records: &mut VecDeque<Record>) -> usize {
        let mut rest = piece;
        while let Some(first) = rest.first() {
            if std::mem::take(&mut self.after_return) && *first == b'\n' {
                rest = &rest[1..];
                continue;
            }
            let Some(at) = rest.iter().position(|byte| matches!(byte, b'\r' | b'\n')) else {
                self.line.extend_from_slice(rest);
                break;
            };
            self.line.extend_from_slice(&rest[..at]);
            self.after_return = rest[at] == b'\r';
            rest = &rest[at + 1..];
            let line = std::mem::take(&mut self.line);
            self.line(&line, records);
        }
        self.line.len() + self.event.data.len()
    }

    fn line(&mut self, line: &[u8], records: &mut VecDeque<Record>) {
        let line = String::from_utf8_lossy(line);
        let line = match std::mem::replace(&mut self.has_begun, true) {
            true => &*line,
            false => line.strip_prefix('\u{FEFF}').unwrap_or(&line),
        };
        if line.is_empty() {
            return self.dispatch(records);
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "data" => {
                if std::mem::replace(&mut self.has_data, true) {
                    self.event.data.push('\n');
                }
                self.event.data.push_str(value);
            }
            "event" => self.event.event = Some(value.to_owned()).filter(|name| !name.is_empty()),
            "id" if !value.contains('\0') => self.event.id = Some(value.to_owned()),
            "retry" if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.event.retry = value.parse().ok().map(Duration::from_millis);
            }
            // Comments, which have no name before the colon, and fields that nobody knows.
            _ => {}
        }
    }

    /// The event is complete. Without data it is none, but its id and its time hold on.
    fn dispatch(&mut self, records: &mut VecDeque<Record>) {
        if !std::mem::take(&mut self.has_data) {
            self.event.event = None;
            return;
        }
        records.push_back(std::mem::take(&mut self.event));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn events(pieces: &[&[u8]]) -> Vec<Record> {
        let (mut sse, mut records) = (Sse::default(), VecDeque::new());
        for piece in pieces {
            sse.push(piece, &mut records);
        }
        records.into()
    }

    fn data(text: &str) -> Vec<String> {
        let events = events(&[text.as_bytes()]).into_iter();
        events.map(|event| event.data).collect()
    }

    #[test]
    fn lines_end_in_any_way() {
        for text in [
            "data: a\n\ndata: b\n\n",
            "data: a\r\rdata: b\r\r",
            "data: a\r\n\r\ndata: b\r\n\r\n",
        ] {
            assert_eq!(data(text), ["a", "b"], "{text:?}");
        }
    }

    #[test]
    fn fields_are_read_as_the_standard_says() {
        for (text, expected) in [
            ("data: a\ndata: b\n\n", &["a\nb"][..]),
            ("data:a\n\ndata:  b\n\n", &["a", " b"]),
            ("data\n\ndata\ndata\n\ndata:", &["", "\n"]),
            (": comment\n\n:\ndata: a\n: b\n\n", &["a"]),
            ("\u{FEFF}data: a\n\n\u{FEFF}data: b\n\n", &["a"]),
            ("event: x\n\ndata: a\n\n", &["a"]),
            ("Data: a\n\nfield: b\n\n", &[]),
            ("data: never ended\n", &[]),
            ("data: a:b\n\n", &["a:b"]),
        ] {
            assert_eq!(data(text), expected, "{text:?}");
        }
    }

    #[test]
    fn names_ids_and_times() {
        let text = "event: add\nid: 1\nretry: 250\ndata: a\n\nid: x\0y\nretry: soon\ndata: b\n\n\
                    id: 7\n\nid\nretry: 99999999999999999999\ndata: c\n\nevent:\ndata: d\n\n";
        let found = events(&[text.as_bytes()]);
        let parts: Vec<_> = found
            .iter()
            .map(|event| {
                (
                    &*event.data,
                    event.event.as_deref(),
                    event.id.as_deref(),
                    event.retry,
                )
            })
            .collect();
        assert_eq!(
            parts,
            [
                (
                    "a",
                    Some("add"),
                    Some("1"),
                    Some(Duration::from_millis(250))
                ),
                ("b", None, None, None),
                ("c", None, Some(""), None),
                ("d", None, None, None),
            ]
        );
    }

    #[test]
    fn every_split_gives_the_same_events() {
        let text = "\u{FEFF}: hi\r\nevent: ö\r\ndata: {\"a\":\r\ndata: \"€\"}\r\nid: 3\r\n\r\n\rdata: b\r\rretry: 5\n\
                    data: c\n\ndata: d\r\n\r\nid: 9\n\n";
        let whole = events(&[text.as_bytes()]);
        assert_eq!(whole.len(), 4);
        for first in 0..=text.len() {
            let (before, after) = text.as_bytes().split_at(first);
            assert_eq!(events(&[before, after]), whole, "at {first}");
            for second in 0..=after.len() {
                let (middle, after) = after.split_at(second);
                assert_eq!(
                    events(&[before, middle, after]),
                    whole,
                    "at {first}, {second}"
                );
            }
        }
        let bytes: Vec<&[u8]> = text.as_bytes().chunks(1).collect();
        assert_eq!(events(&bytes), whole);
    }
}
