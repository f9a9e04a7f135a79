//! One change on the page.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::super::change::{Change, Kind, Place};
use super::super::super::rules::rule;
use super::super::spans::{Span, spans};
use super::super::{plain, pointers};
use super::Page;

/// How many items of the crate a change lists.
const ITEMS: usize = 30;

/// A sentence, in parts that are code or not.
pub(super) type Words = Vec<Part>;

/// A part of a sentence.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Part {
    code: bool,
    text: String,
}

/// A change.
#[derive(Serialize)]
pub(super) struct Row {
    id: String,
    verdict: &'static str,
    programs: &'static str,
    clients: &'static str,
    features: String,
    message: Words,
    /// Where the crate has it now, and where it had it, if elsewhere.
    was: Option<Named>,
    is: Option<Named>,
    /// Reasons that say more than the rule does.
    reasons: Vec<Words>,
    pointers: Vec<String>,
    items: Vec<Words>,
    more_items: usize,
}

/// A path of Rust, and where its documentation is.
#[derive(Serialize)]
struct Named {
    path: String,
    href: Option<String>,
}

impl Row {
    pub(super) fn new(change: &Change, page: &Page, anchors: &mut Anchors) -> Self {
        let (was, is) = paths(change);
        let special = [&change.source, &change.wire]
            .into_iter()
            .filter(|judgement| judgement.reason != rule(judgement.rule).reason);
        let items = match change.items.as_slice() {
            // The reason says it.
            [_] => &[],
            items => items,
        };
        Self {
            id: anchors.of(change),
            verdict: change.worst().word(),
            programs: change.source.verdict.word(),
            clients: change.wire.verdict.word(),
            features: plain(
                &change
                    .features
                    .iter()
                    .cloned()
                    .collect::<Vec<_>>()
                    .join(" "),
            ),
            message: words(&change.message),
            was: was.map(|path| Named {
                path: plain(path),
                href: None,
            }),
            is: is.map(|path| Named {
                path: plain(path),
                href: page.docs.as_deref().map(|docs| documentation(docs, path)),
            }),
            reasons: special.map(|one| words(&one.reason)).collect(),
            pointers: pointers(change)
                .iter()
                .map(|(pointer, place)| plain(&format!("{pointer} at {place}")))
                .collect(),
            items: items
                .iter()
                .take(ITEMS)
                .map(|item| words(&item.words()))
                .collect(),
            more_items: items.len().saturating_sub(ITEMS),
        }
    }
}

/// The path before, where it is another or there is none after, and the path after.
fn paths(change: &Change) -> (Option<&str>, Option<&str>) {
    let was = change.old.as_ref().and_then(|place| place.rust.as_deref());
    let is = change.new.as_ref().and_then(|place| place.rust.as_deref());
    match change.kind {
        // The new side is what it was a part of.
        Kind::Removed if was.is_some() => (was, None),
        _ if was == is => (None, is),
        _ => (was, is),
    }
}

/// Where rustdoc finds a path: its search, which needs not know what kind of item it is.
fn documentation(docs: &str, path: &str) -> String {
    let path = path.trim_end_matches("()");
    let mut href = format!("{docs}?search=");
    for byte in path.bytes() {
        match byte.is_ascii_alphanumeric() || byte == b'_' {
            true => href.push(char::from(byte)),
            false => href.push_str(&format!("%{byte:02X}")),
        }
    }
    href
}

/// A sentence, with what of it is code.
pub(super) fn words(text: &str) -> Words {
    let text = plain(text);
    let part = |span: Span<'_>| Part {
        code: span.is_code,
        text: span.text.to_owned(),
    };
    spans(&text).into_iter().map(part).collect()
}

/// The addresses of changes on the page: the same as long as the change is, whatever is around it.
#[derive(Default)]
pub(super) struct Anchors {
    given: BTreeMap<String, usize>,
}

impl Anchors {
    fn of(&mut self, change: &Change) -> String {
        let of = |place: &Option<Place>| {
            let pointer = place.as_ref().and_then(|place| place.pointer.as_ref());
            pointer.map(ToString::to_string).unwrap_or_default()
        };
        let (was, is) = (of(&change.old), of(&change.new));
        let text = [change.part.word(), &change.name, &change.message, &was, &is].join("\0");
        let id = format!("change-{:016x}", fnv(&text));
        let count = self.given.entry(id.clone()).or_default();
        *count += 1;
        match count {
            1 => id,
            more => format!("{id}-{more}"),
        }
    }
}

/// FNV-1a of 64 bits: the same on every machine and with every version of Rust.
fn fnv(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_told_from_words() {
        let told = |text: &str| {
            let parts = words(text).into_iter();
            parts.map(|part| (part.code, part.text)).collect::<Vec<_>>()
        };
        let part = |code: bool, text: &str| (code, text.to_owned());
        assert_eq!(
            told("`Pet` is gone"),
            [part(true, "Pet"), part(false, " is gone")]
        );
        assert_eq!(
            told("an odd ` is a letter"),
            [part(false, "an odd ` is a letter")]
        );
        assert_eq!(
            told("a\u{202e}b\u{200b}c"),
            [part(false, "a\u{fffd}b\u{fffd}c")]
        );
    }

    #[test]
    fn hashes_are_those_of_everyone() {
        // Test vectors of its authors.
        assert_eq!(fnv(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv("a"), 0xaf63_dc4c_8601_ec8c);
    }

    #[test]
    fn paths_are_looked_for_in_the_documentation() {
        assert_eq!(
            documentation("https://docs.rs/pets/latest/pets/", "types::Pet::name()"),
            "https://docs.rs/pets/latest/pets/?search=types%3A%3APet%3A%3Aname"
        );
    }
}
