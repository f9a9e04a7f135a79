//! Writing a text by the tree of a pattern, with chance where the pattern leaves a choice.

use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind, Repetition};

use super::Repeat;
use crate::rng::Rng;

/// Writes a text by the tree of a pattern.
pub(super) struct Writer<'w> {
    pub(super) text: &'w mut String,
    /// The length, in bytes, beyond which repetitions end early.
    pub(super) room: usize,
    pub(super) repeat: Repeat,
    pub(super) rng: &'w mut Rng,
}

impl Writer<'_> {
    /// Writes what a part of the pattern asks for.
    pub(super) fn write(&mut self, tree: &Hir) {
        match tree.kind() {
            HirKind::Empty | HirKind::Look(_) => {}
            HirKind::Literal(literal) => self.text.push_str(&String::from_utf8_lossy(&literal.0)),
            HirKind::Class(Class::Unicode(class)) => self.write_one_of(class),
            HirKind::Class(Class::Bytes(_)) => {}
            HirKind::Capture(capture) => self.write(&capture.sub),
            HirKind::Concat(parts) => parts.iter().for_each(|part| self.write(part)),
            HirKind::Alternation(branches) => {
                let branch = branches.get(self.rng.below(branches.len()));
                branch.into_iter().for_each(|branch| self.write(branch));
            }
            HirKind::Repetition(repetition) => self.write_often(repetition),
        }
    }

    fn write_often(&mut self, repetition: &Repetition) {
        let min = repetition.min as usize;
        let max = repetition.max.map_or(usize::MAX, |max| max as usize);
        let more = match self.repeat {
            Repeat::Exactly(times) => times,
            Repeat::UpTo(times) => self.rng.below(times + 1),
        };
        for done in 0..min.saturating_add(more).min(max) {
            if done >= min && self.text.len() >= self.room {
                break;
            }
            // Nested repetitions may multiply; nobody needs a text of megabytes.
            if self.text.len() > 65_536 {
                break;
            }
            self.write(&repetition.sub);
        }
    }

    fn write_one_of(&mut self, class: &ClassUnicode) {
        let mut printable = ClassUnicode::new([ClassUnicodeRange::new(' ', '~')]);
        printable.intersect(class);
        let class = if printable.ranges().is_empty() {
            class
        } else {
            &printable
        };
        let size = |range: &ClassUnicodeRange| range.end() as usize - range.start() as usize + 1;
        let mut index = self.rng.below(class.iter().map(size).sum());
        for range in class.iter() {
            if index < size(range) {
                // Only the gap of the surrogates has no character: its first neighbour will do.
                let code = u32::try_from(range.start() as usize + index).unwrap_or_default();
                self.text
                    .push(char::from_u32(code).unwrap_or(range.start()));
                return;
            }
            index -= size(range);
        }
    }
}
