//! Names in `snake_case` and `PascalCase`.
//!
//! Every name of a document goes through here, most of them several times. `heck` knows the
//! letters of all scripts, and formats each of them; plain ones are quicker to copy. The words of
//! a name are the same in both ways.

use heck::{ToPascalCase, ToSnakeCase};

/// `deviceID` → `device_id`.
pub(crate) fn snake(text: &str) -> String {
    if !text.is_ascii() {
        return text.to_snake_case();
    }
    let mut name = String::with_capacity(text.len() + text.len() / 4);
    words(text, |word| {
        if !name.is_empty() {
            name.push('_');
        }
        push_lower(&mut name, word);
    });
    name
}

/// `deviceID` → `DeviceId`.
pub(crate) fn pascal(text: &str) -> String {
    if !text.is_ascii() {
        return text.to_pascal_case();
    }
    let mut name = String::with_capacity(text.len());
    words(text, |word| {
        let (first, rest) = word.split_at(1.min(word.len()));
        name.extend(first.chars().map(|letter| letter.to_ascii_uppercase()));
        push_lower(&mut name, rest);
    });
    name
}

/// Adds a word, whose letters become small ones.
fn push_lower(name: &mut String, word: &str) {
    let start = name.len();
    name.push_str(word);
    if let Some(added) = name.get_mut(start..) {
        added.make_ascii_lowercase();
    }
}

/// Calls `each` with the words of a text in ASCII: what stands between other signs, before a
/// capital letter behind a small one, and before the last capital letter of a row that a small one
/// follows.
fn words<'a>(text: &'a str, mut each: impl FnMut(&'a str)) {
    for part in text.split(|sign: char| !sign.is_ascii_alphanumeric()) {
        let letters = part.as_bytes();
        let mut start = 0;
        // Of the letters of the word so far: whether the last was small, or a capital one.
        let (mut small, mut capital) = (false, false);
        for (at, pair) in letters.windows(2).enumerate() {
            let &[letter, next] = pair else { continue };
            let ends_row = capital && letter.is_ascii_uppercase() && next.is_ascii_lowercase();
            if letter.is_ascii_alphabetic() {
                (small, capital) = (letter.is_ascii_lowercase(), letter.is_ascii_uppercase());
            }
            let end = match (small && next.is_ascii_uppercase(), ends_row) {
                (true, _) => at + 1,
                (_, true) => at,
                _ => continue,
            };
            each(&part[start..end]);
            start = end;
            (small, capital) = (false, false);
        }
        if start < part.len() {
            each(&part[start..]);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names() {
        for (text, in_snake, in_pascal) in [
            ("deviceID", "device_id", "DeviceId"),
            ("HTTPServer2xx", "http_server2xx", "HttpServer2xx"),
            ("a-b.c  d_", "a_b_c_d", "ABCD"),
            ("", "", ""),
            ("Größe", "größe", "Größe"),
        ] {
            assert_eq!(snake(text), in_snake);
            assert_eq!(pascal(text), in_pascal);
        }
    }

    proptest! {
        #[test]
        fn words_are_those_of_heck(text in "[a-cA-C1_ -]{0,12}") {
            prop_assert_eq!(snake(&text), text.to_snake_case());
            prop_assert_eq!(pascal(&text), text.to_pascal_case());
        }
    }
}
