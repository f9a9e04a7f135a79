//! Texts that match a pattern.
//!
//! A pattern is read twice. `fancy-regex` judges texts by the pattern as it stands, and
//! `regex-syntax` gives the tree of which texts are drawn. The tree is only a source of
//! candidates: anchors and look-around are left out of it, so every candidate is judged before it
//! is used. Classes are narrowed to what ASCII can print, where that leaves anything: `\d` means
//! ten digits in ECMA 262 and hundreds in Rust, and a text must suit both.

mod writer;

use std::cell::OnceCell;

use fancy_regex::Regex;
use regex_syntax::Parser;
use regex_syntax::hir::Hir;

use crate::rng::Rng;
use writer::Writer;

/// How many candidates are tried before a pattern counts as one that cannot be fulfilled.
const CANDIDATES: usize = 400;

/// A pattern of the document.
#[derive(Debug)]
pub(crate) struct Pattern {
    judge: Regex,
    tree: Hir,
    /// Whether any text at all was found; asked once, by the survey.
    fulfilled: OnceCell<bool>,
}

/// How often the repetitions of a pattern are taken beyond their least number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Repeat {
    /// So many times, as far as the pattern allows: lengths follow from the number.
    Exactly(usize),
    /// Up to so many times.
    UpTo(usize),
}

/// The lengths that a text may have, in characters; no upper limit is `usize::MAX`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lengths {
    pub(crate) min: usize,
    pub(crate) max: usize,
}

impl Lengths {
    pub(crate) const ANY: Self = Self {
        min: 0,
        max: usize::MAX,
    };

    pub(crate) fn allow(self, text: &str) -> bool {
        // JSON Schema counts characters, not bytes (2020-12 validation, section 6.3.1).
        let length = text.chars().count();
        self.min <= length && length <= self.max
    }
}

impl Pattern {
    /// Reads a pattern; the error says what it does not understand.
    pub(crate) fn new(pattern: &str) -> Result<Self, String> {
        let one_line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let judge = Regex::new(pattern).map_err(|error| one_line(error.to_string()))?;
        let tree = Parser::new()
            .parse(&without_lookaround(pattern))
            .map_err(|error| one_line(error.to_string()))?;
        Ok(Self {
            judge,
            tree,
            fulfilled: OnceCell::new(),
        })
    }

    /// Whether the pattern is found in the text; it need not cover it.
    pub(crate) fn accepts(&self, text: &str) -> bool {
        self.judge.is_match(text).unwrap_or(false)
    }

    /// Whether any text is found that matches.
    pub(crate) fn is_fulfillable(&self) -> bool {
        *self.fulfilled.get_or_init(|| {
            let mut rng = Rng::new(0, "pattern");
            self.draw(Lengths::ANY, Repeat::UpTo(2), &mut rng, &|_| true)
                .is_some()
        })
    }

    /// A text that matches, is of one of the lengths, and pleases whoever asks.
    pub(crate) fn draw(
        &self,
        lengths: Lengths,
        repeat: Repeat,
        rng: &mut Rng,
        pleases: &dyn Fn(&str) -> bool,
    ) -> Option<String> {
        let (least, most) = self.lengths_within(lengths);
        let mut best: Option<(usize, String)> = None;
        for attempt in 0..CANDIDATES {
            let text = self.candidate(lengths, repeat, attempt, rng);
            let length = text.chars().count();
            if !(lengths.min <= length
                && length <= lengths.max
                && self.accepts(&text)
                && pleases(&text))
            {
                continue;
            }
            // Lengths are only looked for where a limit asks for it, and not for long.
            let (distance, is_sought) = match repeat {
                Repeat::UpTo(_) => (0, false),
                Repeat::Exactly(0) => (length.saturating_sub(least), true),
                Repeat::Exactly(_) => (most.saturating_sub(length), most < usize::MAX),
            };
            if best.as_ref().is_none_or(|(known, _)| distance < *known) {
                best = Some((distance, text));
            }
            if !is_sought || distance == 0 || attempt > CANDIDATES / 4 {
                break;
            }
        }
        best.map(|(_, text)| text)
    }

    /// The ends of the lengths that the pattern itself leaves of those that are asked for.
    fn lengths_within(&self, lengths: Lengths) -> (usize, usize) {
        // Counted in bytes, which are characters here but for rare classes.
        let own = self.tree.properties();
        let least = own.minimum_len().unwrap_or(0).max(lengths.min);
        (
            least,
            own.maximum_len().unwrap_or(usize::MAX).min(lengths.max),
        )
    }

    fn candidate(&self, lengths: Lengths, repeat: Repeat, attempt: usize, rng: &mut Rng) -> String {
        let step = attempt / 2;
        let repeat = match repeat {
            // Longer and longer, or shorter and shorter, and between them by chance, as
            // repetitions may be of different lengths.
            Repeat::Exactly(0) if attempt.is_multiple_of(2) => Repeat::Exactly(step),
            Repeat::Exactly(0) => Repeat::UpTo(1 + step.min(lengths.min)),
            Repeat::Exactly(times) if attempt.is_multiple_of(2) => {
                Repeat::Exactly(times.saturating_sub(step))
            }
            Repeat::Exactly(times) => Repeat::UpTo(times),
            Repeat::UpTo(times) => Repeat::UpTo(times + attempt.min(lengths.min)),
        };
        let room = lengths.max.min(4096);
        let mut text = String::new();
        Writer {
            text: &mut text,
            room,
            repeat,
            rng,
        }
        .write(&self.tree);
        // A pattern without anchors leaves room for anything around it.
        let missing = lengths.min.saturating_sub(text.chars().count());
        if missing > 0 && step % 2 == 1 {
            text.extend(std::iter::repeat_n('a', missing));
        }
        text
    }
}

/// The pattern without its look-around groups, which `regex-syntax` does not read.
fn without_lookaround(pattern: &str) -> String {
    let mut kept = String::new();
    let mut rest = pattern;
    let mut in_class = false;
    while let Some(character) = rest.chars().next() {
        let starts = ["(?=", "(?!", "(?<=", "(?<!"];
        if !in_class && starts.iter().any(|start| rest.starts_with(start)) {
            rest = rest.get(group_length(rest)..).unwrap_or_default();
            continue;
        }
        in_class = match character {
            '[' => true,
            ']' => false,
            _ => in_class,
        };
        let escaped = rest.chars().nth(1).filter(|_| character == '\\');
        kept.push(character);
        kept.extend(escaped);
        let taken = character.len_utf8() + escaped.map_or(0, char::len_utf8);
        rest = rest.get(taken..).unwrap_or_default();
    }
    kept
}

/// The length, in bytes, of the group that the text begins with.
fn group_length(text: &str) -> usize {
    let (mut depth, mut in_class, mut escaped) = (0_usize, false, false);
    for (index, character) in text.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => depth += 1,
            ')' if !in_class => {
                depth -= 1;
                if depth == 0 {
                    return index + 1;
                }
            }
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draw(pattern: &str, min: usize, max: usize, repeat: Repeat) -> Option<String> {
        let mut rng = Rng::new(7, pattern);
        let pattern = Pattern::new(pattern).unwrap();
        pattern.draw(Lengths { min, max }, repeat, &mut rng, &|_| true)
    }

    #[test]
    fn texts_match_within_their_lengths() {
        let lookahead = "^(?![0-9a-f]{8}-)^[a-z][a-z0-9-]*[a-z0-9]$";
        for (pattern, min, max) in [
            (r"^\d+$", 0, 3),
            (r"^\d+$", 12, 12),
            (r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$", 0, 5),
            (r"^[a-zA-Z_]\w*$", 0, usize::MAX),
            (r"[a-z-]+\.[a-z-]+", 20, 30),
            (lookahead, 5, 63),
            (r"^a|b$", 1, 1),
            (r"\p{Greek}{3}", 0, 9),
        ] {
            for repeat in [Repeat::Exactly(0), Repeat::Exactly(70), Repeat::UpTo(5)] {
                let text = draw(pattern, min, max, repeat).unwrap();
                assert!(
                    Pattern::new(pattern).unwrap().accepts(&text),
                    "{pattern}: {text}"
                );
                assert!((Lengths { min, max }).allow(&text), "{pattern}: {text}");
            }
        }
    }

    #[test]
    fn the_limits_of_lengths_are_reached() {
        assert_eq!(
            draw(r"^[a-z]+$", 3, 63, Repeat::Exactly(0)).unwrap().len(),
            3
        );
        assert_eq!(
            draw(r"^[a-z]+$", 3, 63, Repeat::Exactly(63)).unwrap().len(),
            63
        );
    }

    #[test]
    fn what_cannot_be_fulfilled_is_told() {
        assert!(!Pattern::new(".^").unwrap().is_fulfillable());
        assert!(Pattern::new("^(a)?$").unwrap().is_fulfillable());
        assert_eq!(draw("^[a-z]{3}$", 4, 9, Repeat::UpTo(3)), None);
        assert!(Pattern::new("(").is_err());
    }

    #[test]
    fn digits_are_those_of_both_worlds() {
        let text = draw(r"^\d{500}$", 0, usize::MAX, Repeat::UpTo(0)).unwrap();
        assert!(text.bytes().all(|byte| byte.is_ascii_digit()));
    }
}
