//! Positions in a JSON text.
//!
//! Nothing is made beforehand: a container is gone through when something in it is
//! asked for, and where its children start is kept for those that ask next. A few
//! questions about the largest documents then cost neither memory nor much time.

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use super::Pointer;
use super::json_scan::{self, Child, Children};
use super::positions::Place;
use crate::text::{Position, number};

/// After how many bytes the position is written down, so that no question counts from the start.
const STEP: usize = 4096;

#[derive(Debug, Default)]
pub(super) struct JsonPositions {
    /// What stands in the containers that were asked into, by where they start.
    opened: Mutex<HashMap<usize, Children>>,
    /// The position of each [`STEP`]th byte.
    steps: OnceLock<Vec<Position>>,
}

impl JsonPositions {
    /// Where the node at `pointer` stands, or the nearest one around it that is there.
    pub(super) fn nearest(&self, text: &str, pointer: &Pointer) -> Place {
        let mut at = json_scan::root(text);
        let mut exact = true;
        // Whatever a thread that panicked has put in is as true as before.
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        for segment in pointer.segments() {
            let children = opened.entry(at.value);
            let children = children.or_insert_with(|| json_scan::children(text, at.value));
            match children.get(&segment) {
                Some(child) => at = child,
                None => {
                    exact = false;
                    break;
                }
            }
        }
        self.place(text, at, exact)
    }

    fn place(&self, text: &str, at: Child, exact: bool) -> Place {
        Place {
            key: self.position(text, at.key),
            value: self.position(text, at.value),
            exact,
        }
    }

    /// The position of a byte. Also where the whole document is one line, no more
    /// than one step is counted for it.
    fn position(&self, text: &str, at: usize) -> Position {
        let steps = self.steps.get_or_init(|| steps(text.as_bytes()));
        let step = at / STEP;
        let passed = text.as_bytes().get(step * STEP..at).unwrap_or_default();
        let start = steps.get(step).copied().unwrap_or(START);
        after(start, passed)
    }
}

const START: Position = Position { line: 1, column: 1 };

fn steps(text: &[u8]) -> Vec<Position> {
    let chunks = text.chunks(STEP);
    let mut at = START;
    let later = chunks.map(|chunk| {
        at = after(at, chunk);
        at
    });
    std::iter::once(START).chain(later).collect()
}

/// The position behind `passed`, which starts at `start`.
fn after(start: Position, passed: &[u8]) -> Position {
    let mut position = start;
    let mut line = passed;
    if let Some(end) = passed.iter().rposition(|byte| *byte == b'\n') {
        line = passed.get(end + 1..).unwrap_or_default();
        let ended = passed.iter().filter(|byte| **byte == b'\n').count();
        position.line += number(ended);
        position.column = 1;
    }
    // Characters of UTF-8 begin with any byte but `10…`.
    let characters = line.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
    position.column += number(characters);
    position
}
