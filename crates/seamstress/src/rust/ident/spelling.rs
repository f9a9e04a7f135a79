//! Spelling: text of any kind in the letters, digits and underscores that names may have.

use std::borrow::Cow;

use crate::case;

/// Longer names are cut.
pub(super) const LONGEST: usize = 120;

/// Names become names of files too, and file systems allow 255 bytes.
pub(super) fn cut(mut name: String) -> String {
    // Names are ASCII by now, so this cuts between characters.
    name.truncate(LONGEST);
    name.trim_end_matches('_').to_owned()
}

/// A name that starts with a letter: leading digits are spelled out.
pub(super) fn leading_letter(name: String, separator: &str) -> String {
    const DIGITS: [&str; 10] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    let digits: Vec<usize> = name
        .chars()
        .map_while(|character| character.to_digit(10))
        .filter_map(|digit| usize::try_from(digit).ok())
        .collect();
    let rest = &name[digits.len()..];
    if digits.is_empty() {
        return if name.is_empty() {
            in_case("empty", separator)
        } else {
            name
        };
    }
    let spelled: Vec<String> = digits
        .iter()
        .filter_map(|digit| DIGITS.get(*digit))
        .map(|word| in_case(word, separator))
        .collect();
    let rest = if separator.is_empty() {
        case::pascal(rest)
    } else {
        rest.to_owned()
    };
    let joint = if rest.is_empty() || rest.starts_with('_') {
        ""
    } else {
        separator
    };
    format!("{}{joint}{rest}", spelled.join(separator))
}

/// `word` as a part of a name in PascalCase (no separator) or in snake_case.
fn in_case(word: &str, separator: &str) -> String {
    if separator.is_empty() {
        case::pascal(word)
    } else {
        word.to_owned()
    }
}

/// The text with what cannot stand in a name replaced: other scripts by code point, and symbols
/// by words where there is nothing else.
pub(super) fn spelled(text: &str) -> Cow<'_, str> {
    let has_letters = text
        .chars()
        .any(|character| character.is_ascii_alphanumeric());
    if !has_letters {
        return Cow::Owned(symbols(text));
    }
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_ascii() {
            out.push(character);
        } else if character.is_alphanumeric() {
            push_code_point(&mut out, character);
        } else {
            out.push(' ');
        }
    }
    Cow::Owned(out)
}

/// The text with symbols as words: `string[]` → `string list`.
pub(super) fn symbols(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.replace("[]", " list ").chars() {
        let word = match character {
            '=' => "equal",
            '!' => "not",
            '<' => "less",
            '>' => "greater",
            '*' => "any",
            '+' => "plus",
            '-' => "minus",
            '/' => "slash",
            '%' => "percent",
            '&' => "and",
            '|' => "or",
            '.' => "dot",
            ':' => "colon",
            '$' => "dollar",
            '#' => "number",
            '@' => "at",
            '?' => "question",
            '_' => "underscore",
            ' ' => " ",
            other if other.is_ascii_alphanumeric() => {
                out.push(other);
                continue;
            }
            other => {
                push_code_point(&mut out, other);
                continue;
            }
        };
        out.push(' ');
        out.push_str(word);
        out.push(' ');
    }
    out
}

fn push_code_point(out: &mut String, character: char) {
    out.push_str(&format!(" u{:x} ", u32::from(character)));
}
