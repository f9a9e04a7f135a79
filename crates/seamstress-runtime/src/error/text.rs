//! Text from elsewhere, made fit for one line of a message.

/// The most characters of foreign text that a message shows.
const LIMIT: usize = 300;

/// `text` on one line: control characters and line breaks are spaces, the rest is cut at
/// 300 characters. A server's text can then neither forge a log line nor flood a log.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len().min(LIMIT));
    let mut characters = text
        .trim()
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c });
    for character in characters.by_ref().take(LIMIT) {
        if !(character == ' ' && line.ends_with(' ')) {
            line.push(character);
        }
    }
    if characters.next().is_some() {
        line.push('…');
    }
    line
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn text_stays_on_one_line_and_is_cut() {
        assert_eq!(one_line("  a\r\n\t b\0c "), "a b c");
        assert_eq!(one_line("ä"), "ä");
        let cut = one_line(&"ö".repeat(301));
        assert_eq!(cut.chars().count(), 301);
        assert!(cut.ends_with('…'));
    }
}
