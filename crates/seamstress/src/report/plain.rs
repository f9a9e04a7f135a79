//! Text of a document that is shown, and obeyed by nothing.

/// Text of a document on one line, for terminals and pages: breaks and tabs are spaces, and what is
/// not seen and does something is `U+FFFD`. There are as many characters as before.
///
/// ```
/// use seamstress::report::plain;
///
/// assert_eq!(plain("a\tb\r\n"), "a b  ");
/// assert_eq!(plain("\u{1b}[31m \u{202e}txt.exe"), "\u{fffd}[31m \u{fffd}txt.exe");
/// ```
#[must_use]
pub fn plain(text: &str) -> String {
    let shown = |letter: char| match letter {
        '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        letter if is_hidden(letter) => char::REPLACEMENT_CHARACTER,
        letter => letter,
    };
    text.chars().map(shown).collect()
}

/// Control characters, and those that have no shape: they change the direction of text (Unicode
/// Standard Annex #9, section 2), join it, or make two texts look like one (Unicode Technical
/// Report #36, section 2.10).
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn nothing_unseen_is_left_and_nothing_seen_is_lost() {
        for letter in [
            '\0',
            '\u{7}',
            '\u{8}',
            '\u{1b}',
            '\u{7f}',
            '\u{9b}',
            '\u{ad}',
            '\u{61c}',
            '\u{200b}',
            '\u{200d}',
            '\u{200e}',
            '\u{200f}',
            '\u{202a}',
            '\u{202e}',
            '\u{2060}',
            '\u{2066}',
            '\u{2069}',
            '\u{feff}',
            '\u{e0041}',
        ] {
            assert_eq!(plain(&format!("a{letter}b")), "a\u{fffd}b", "{letter:?}");
        }
        for letter in ['\t', '\n', '\r', '\u{85}', '\u{2028}', '\u{2029}'] {
            assert_eq!(plain(&format!("a{letter}b")), "a b", "{letter:?}");
        }
        let seen = "Größe “名前” → ✓ 🐕 اسم";
        assert_eq!(plain(seen), seen);
    }
}
