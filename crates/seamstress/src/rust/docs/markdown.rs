//! Descriptions become Markdown that rustdoc reads as the document's author meant them.
//!
//! A description is Markdown, but not for rustdoc: a code block in it would be compiled and run
//! as a test, `<string>` would be HTML, `[x]` a link to an item. Code blocks are fenced as `text`
//! here, and what is neither is escaped.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// What rustdoc reads beside CommonMark (The rustdoc book, "How to write documentation").
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS);

/// How often text is read at most: what was HTML the first time is Markdown the second.
const ROUNDS: usize = 4;

/// Markdown that means in a doc comment what `text` means in a document.
pub(in crate::rust) fn sanitize(text: &str) -> String {
    let mut text = printable(text).trim().to_owned();
    if is_plain(&text) {
        return text;
    }
    for _ in 0..ROUNDS {
        let clean = sanitize_once(&text);
        let is_done = clean == text;
        text = clean;
        if is_done {
            break;
        }
    }
    if runs(&text) { as_it_is(&text) } else { text }
}

/// Whether a text means the same everywhere, as most do: no code, no HTML, no links.
fn is_plain(text: &str) -> bool {
    let is_special = |byte: u8| matches!(byte, b'<' | b'[' | b']' | b'`' | b'~');
    !text.bytes().any(is_special) && !text.contains("http") && !text.contains("    ")
}

/// Whether the text has a code block that rustdoc would compile.
fn runs(text: &str) -> bool {
    Parser::new_ext(text, OPTIONS).any(|event| match event {
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => &*language != "text",
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => true,
        _ => false,
    })
}

/// Whether a link means a page. Rustdoc takes all others for names of items.
fn leads_out(destination: &str) -> bool {
    destination.contains("://") || destination.contains('/') || destination.starts_with("mailto:")
}

/// The text as one block that is not read as Markdown.
fn as_it_is(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}text\n{text}\n{fence}")
}

fn sanitize_once(text: &str) -> String {
    let mut edits = Edits::default();
    let mut block: Option<Range<usize>> = None;
    let mut link = 0_usize;
    let mut containers = 0_i32;
    // Unresolved references such as `[x]` come as text, with the brackets.
    let events = Parser::new_ext(text, OPTIONS).into_offset_iter();
    for (_, definition) in events.reference_definitions().iter() {
        if !leads_out(&definition.dest) {
            edits.escape(
                text,
                definition.span.start..definition.span.start + 1,
                &['['],
            );
        }
    }
    for (event, range) in events {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                block = Some(range.clone());
                if let CodeBlockKind::Indented = kind {
                    edits.indented(text, &range);
                } else {
                    edits.fenced(text, &range, containers == 0);
                }
            }
            Event::Start(Tag::BlockQuote(_) | Tag::Item) => containers += 1,
            Event::End(TagEnd::BlockQuote(_) | TagEnd::Item) => containers -= 1,
            Event::End(TagEnd::CodeBlock) => block = None,
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                if !leads_out(&dest_url) {
                    edits.escape(text, range.start..range.start + 1, &['[', '!', '<']);
                }
                link += 1;
            }
            Event::End(TagEnd::Link | TagEnd::Image) => link = link.saturating_sub(1),
            Event::Html(_) | Event::InlineHtml(_) => edits.escape(text, range, &['<']),
            Event::Text(_) if block.is_none() => {
                edits.escape(text, range.clone(), &['<', '[', ']']);
                if link == 0 {
                    edits.bare_urls(text, range);
                }
            }
            _ => {}
        }
    }
    edits.apply(text)
}

/// Text without control characters and without characters that change the direction of text,
/// which the compiler refuses in source.
pub(super) fn printable(text: &str) -> String {
    let is_printable = |byte: u8| byte == b'\n' || (b' '..=b'~').contains(&byte);
    if text.bytes().all(is_printable) {
        return text.to_owned();
    }
    let text = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let text = text.replace('\t', "    ");
    text.chars()
        .filter(|c| *c == '\n' || !is_hidden(*c))
        .collect()
}

/// Whether a character is not seen and does something: control characters, and those that change
/// the direction of text.
pub(in crate::rust) fn is_hidden(character: char) -> bool {
    let is_bidi = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    character.is_control() || is_bidi
}

/// Replacements in a text, made all at once.
#[derive(Default)]
struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    /// Puts a backslash before each of `characters` that has none.
    fn escape(&mut self, text: &str, range: Range<usize>, characters: &[char]) {
        let Some(part) = text.get(range.clone()) else {
            return;
        };
        for (at, _) in part.match_indices(characters) {
            let at = range.start + at;
            let escaped = text[..at].chars().rev().take_while(|c| *c == '\\').count() % 2 == 1;
            if !escaped {
                self.0.push((at..at, "\\".to_owned()));
            }
        }
    }

    /// Puts angle brackets around URLs, which makes them links.
    fn bare_urls(&mut self, text: &str, range: Range<usize>) {
        let Some(part) = text.get(range.clone()) else {
            return;
        };
        let mut from = 0;
        while let Some(found) = part[from..].find("http") {
            let start = from + found;
            let rest = &part[start..];
            let length = rest.find(|c: char| c.is_whitespace() || "<>\"'`()[]{}".contains(c));
            let url = rest[..length.unwrap_or(rest.len())]
                .trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_']);
            let is_url = url.starts_with("http://") || url.starts_with("https://");
            if is_url && url.len() > 8 && !url.contains('\\') {
                let at = range.start + start;
                self.0.push((at..at, "<".to_owned()));
                self.0
                    .push((at + url.len()..at + url.len(), ">".to_owned()));
            }
            from = start + url.len().max(4);
        }
    }

    /// Names `text` as the language of a fenced block.
    fn fenced(&mut self, text: &str, range: &Range<usize>, outermost: bool) {
        let Some(part) = text.get(range.clone()) else {
            return;
        };
        let end = part.find('\n').unwrap_or(part.len());
        let line = &part[..end];
        let fence = line.len() - line.trim_start_matches(['`', '~']).len();
        let replacement = format!("{}text", &line[..fence]);
        self.0.push((range.start..range.start + end, replacement));
        // A block that nothing closes would swallow what is written after the description; one in
        // a list or a quotation ends with that.
        let mark = &line[..fence];
        let closed = part[end..]
            .lines()
            .skip(1)
            .any(|line| line.trim().starts_with(mark));
        if outermost && !closed && !mark.is_empty() {
            let newline = if part.ends_with('\n') { "" } else { "\n" };
            self.0
                .push((range.end..range.end, format!("{newline}{mark}")));
        }
    }

    /// Puts fences around an indented block.
    fn indented(&mut self, text: &str, range: &Range<usize>) {
        let line_start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let indent = " ".repeat(range.start.saturating_sub(line_start).saturating_sub(4));
        self.0
            .push((line_start..line_start, format!("{indent}```text\n")));
        let newline = if text[..range.end].ends_with('\n') {
            ""
        } else {
            "\n"
        };
        self.0
            .push((range.end..range.end, format!("{newline}{indent}```\n")));
    }

    fn apply(mut self, text: &str) -> String {
        self.0.sort_by_key(|(range, _)| (range.start, range.end));
        let mut out = String::with_capacity(text.len() + self.0.len());
        let mut at = 0;
        for (range, replacement) in self.0 {
            if range.start < at {
                continue;
            }
            out.push_str(&text[at..range.start]);
            out.push_str(&replacement);
            at = range.end;
        }
        out.push_str(&text[at..]);
        out
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn descriptions() {
        for (text, expected) in [
            ("Plain.", "Plain."),
            (
                "See [docs](https://x.org/a).",
                "See [docs](https://x.org/a).",
            ),
            ("See https://x.org/a.", "See <https://x.org/a>."),
            ("A <string> here", "A \\<string> here"),
            ("An [item] here", "An \\[item\\] here"),
            ("`[code] <b>`", "`[code] <b>`"),
            ("```\nfn main() {}\n```", "```text\nfn main() {}\n```"),
            ("```rust\npanic!()\n```", "```text\npanic!()\n```"),
            ("~~~js\nx\n~~~", "~~~text\nx\n~~~"),
            ("```\nopen", "```text\nopen\n```"),
            ("a\n\n    panic!()\n", "a\n\n```text\n    panic!()\n```"),
            ("a\r\nb\rc", "a\nb\nc"),
            ("bidi \u{202e}x", "bidi x"),
            ("[a](b) ![a](b)", "\\[a\\](b) \\!\\[a\\](b)"),
            (
                "<p>\n    [a](b) https://x.org\n</p>",
                "\\<p>\n    \\[a\\](b) <https://x.org>\n\\</p>",
            ),
            (
                "[a][1]\n\n[1]: https://x.org",
                "[a][1]\n\n[1]: https://x.org",
            ),
            ("[a]: b", "\\[a\\]: b"),
            ("end */ and /", "end */ and /"),
        ] {
            assert_eq!(sanitize(text).trim_end(), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_plain_needs_no_edits(text in r"[-> *_a\\1.)#=|:&\n]{0,24}") {
            let text = printable(&text).trim().to_owned();
            prop_assume!(is_plain(&text));
            prop_assert_eq!(sanitize_once(&text), text.clone());
            prop_assert!(!runs(&text));
        }
    }

    #[test]
    fn no_description_is_ever_a_doctest() {
        let shapes = [
            "    panic!()",
            "\tpanic!()",
            "```\npanic!()\n```",
            "```rust\npanic!()\n```",
            "- a\n\n      panic!()\n",
            "> ```\n> panic!()\n> ```",
            "1. x\n   ```\n   panic!()\n   ```",
            "~~~\npanic!()\n~~~",
            "````\n```\npanic!()\n```\n````",
            "a\n\n\tpanic!()",
        ];
        for text in shapes {
            let clean = sanitize(text);
            for event in Parser::new(&clean) {
                if let Event::Start(Tag::CodeBlock(kind)) = event {
                    let CodeBlockKind::Fenced(language) = kind else {
                        panic!("indented: {clean}")
                    };
                    assert_eq!(&*language, "text", "{clean}");
                }
            }
        }
    }
}
