//! Sentences with code between backticks, as all messages are.

/// A part of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span<'t> {
    pub(super) is_code: bool,
    pub(super) text: &'t str,
}

/// The parts of a sentence, none of them empty. Where the number of backticks is odd, nobody can
/// tell which of them belong together: all is text.
pub(super) fn spans(text: &str) -> Vec<Span<'_>> {
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return vec![Span {
            is_code: false,
            text,
        }];
    }
    let spans = parts.into_iter().enumerate().map(|(at, text)| Span {
        is_code: at % 2 == 1,
        text,
    });
    spans.filter(|span| !span.text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_told_from_words() {
        let told = |text| -> Vec<(bool, &str)> {
            let spans = spans(text).into_iter();
            spans.map(|span| (span.is_code, span.text)).collect()
        };
        assert_eq!(told("`Pet` is gone"), [(true, "Pet"), (false, " is gone")]);
        assert_eq!(told("`a``b`"), [(true, "a"), (true, "b")]);
        assert_eq!(told("an odd ` is text"), [(false, "an odd ` is text")]);
        assert_eq!(told("``"), []);
    }
}
