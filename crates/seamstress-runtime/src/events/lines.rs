//! Lines of JSON, and text sequences of JSON (RFC 7464).

use std::collections::VecDeque;

use super::record::Record;

/// What begins every item of a text sequence (RFC 7464, section 2.2).
const SEPARATOR: u8 = 0x1E;

/// Takes lines, or the items of a text sequence, out of pieces that end anywhere.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// The item that has not ended yet.
    pending: Vec<u8>,
    /// Which of both it is; known with the first byte that is no whitespace.
    is_sequence: Option<bool>,
}

impl Lines {
    /// Adds the items that end in `piece` to `records`. Gives the size of what is kept.
    pub(super) fn push(&mut self, piece: &[u8], records: &mut VecDeque<Record>) -> usize {
        if self.is_sequence.is_none() {
            let first = piece.iter().find(|byte| !byte.is_ascii_whitespace());
            self.is_sequence = first.map(|first| *first == SEPARATOR);
        }
        let end = match self.is_sequence {
            Some(true) => SEPARATOR,
            Some(false) | None => b'\n',
        };
        let mut rest = piece;
        while let Some(at) = rest.iter().position(|byte| *byte == end) {
            let (item, after) = rest.split_at(at);
            self.pending.extend_from_slice(item);
            self.end(records);
            rest = after.get(1..).unwrap_or_default();
        }
        self.pending.extend_from_slice(rest);
        self.pending.len()
    }

    /// Adds what has come as the last item, where it is one.
    pub(super) fn end(&mut self, records: &mut VecDeque<Record>) -> usize {
        let item = String::from_utf8_lossy(&self.pending);
        let item = item.trim_start_matches('\u{FEFF}').trim();
        if !item.is_empty() {
            records.push_back(Record {
                data: item.to_owned(),
                ..Record::default()
            });
        }
        self.pending.clear();
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(pieces: &[&[u8]]) -> Vec<String> {
        let (mut lines, mut records) = (Lines::default(), VecDeque::new());
        for piece in pieces {
            lines.push(piece, &mut records);
        }
        lines.end(&mut records);
        records.into_iter().map(|record| record.data).collect()
    }

    #[test]
    fn lines_and_sequences_are_split_alike_wherever_pieces_end() {
        let lines: &[u8] = "{\"a\":1}\n\r\n  \n[\"ö\",\r\n\"last\"".as_bytes();
        let sequence: &[u8] = "\x1e{\"a\":\n1}\n\x1e\x1e[\"ö\",\n\x1e\"last\"\n".as_bytes();
        for (text, expected) in [
            (lines, vec!["{\"a\":1}", "[\"ö\",", "\"last\""]),
            (sequence, vec!["{\"a\":\n1}", "[\"ö\",", "\"last\""]),
        ] {
            assert_eq!(items(&[text]), expected);
            for at in 0..=text.len() {
                let (before, after) = text.split_at(at);
                assert_eq!(items(&[before, after]), expected, "at {at}");
            }
        }
        assert!(items(&[b" \n\n"]).is_empty());
    }

    #[test]
    fn what_is_kept_is_the_item_at_hand() {
        let (mut lines, mut records) = (Lines::default(), VecDeque::new());
        assert_eq!(lines.push(b"12345", &mut records), 5);
        assert_eq!(lines.push(b"6\n78", &mut records), 2);
        assert_eq!(records.len(), 1);
    }
}
