//! From a JavaScript object literal to JSON5, which lacks two things that the module has.
//!
//! - Keys may be numbers: `{ responses: { 200: … } }`, where the key is the text of the number
//!   (ECMAScript, "Object Initializer", `PropertyName`). JSON5 wants it quoted.
//! - Numbers may have separators: `default: 55_000` (ECMAScript, "Numeric Literals"). JSON5 has none.

use anyhow::ensure;

/// No document nests half as deep, and the parser that comes next calls itself once per level.
const MAX_DEPTH: usize = 200;

/// Rewrites a literal as JSON5. All but the numbers is copied as it is, mistakes included: those are
/// the parser's to report.
///
/// # Errors
///
/// When the literal nests deeper than any document.
pub(crate) fn to_json5(literal: &str) -> anyhow::Result<String> {
    let mut json5 = String::with_capacity(literal.len() + literal.len() / 100);
    let mut rest = literal;
    let mut depth = 0_usize;
    // The first character of the last token that was neither space nor comment.
    let mut before = None;
    while let Some(first) = rest.chars().next() {
        let (token, after) = rest.split_at(token_length(rest, first));
        match first {
            '{' | '[' => depth += 1,
            '}' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        ensure!(
            depth <= MAX_DEPTH,
            "the module nests deeper than {MAX_DEPTH} levels"
        );

        if !first.is_ascii_digit() {
            json5.push_str(token);
        } else if matches!(before, Some('{' | ',')) && is_key(token, after) {
            json5.extend(["'", token, "'"]);
        } else {
            json5.push_str(&without_separators(token));
        }
        if !first.is_whitespace() && first != '/' {
            before = Some(first);
        }
        rest = after;
    }
    Ok(json5)
}

/// The length in bytes of the string, comment, word, number or other single character at the start
/// of `text`, of which `first` is the first character.
fn token_length(text: &str, first: char) -> usize {
    let is_of_word = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let length = match first {
        '\'' | '"' => string_length(text, first),
        '/' if text.starts_with("//") => text.find('\n'),
        '/' if text.starts_with("/*") => text.find("*/").map(|at| at + 2),
        // A number is read as a word: `1e3` and `0x10` are one token each.
        _ if is_of_word(first) => text.find(|c| !is_of_word(c)),
        _ => Some(first.len_utf8()),
    };
    // What has no end reaches to the end of the text.
    length.unwrap_or(text.len())
}

fn string_length(text: &str, quote: char) -> Option<usize> {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if c == quote => return Some(at + c.len_utf8()),
            _ => {}
        }
    }
    None
}

/// Digits before a colon. Other numbers, such as `1e3`, have another text than the one that is
/// written; no document has them as keys.
fn is_key(token: &str, after: &str) -> bool {
    let is_decimal = token.bytes().all(|byte| byte.is_ascii_digit());
    is_decimal && (token == "0" || !token.starts_with('0')) && after.trim_start().starts_with(':')
}

/// A separator stands alone between two digits; elsewhere it is a mistake, and stays.
fn without_separators(number: &str) -> String {
    let parts: Vec<&str> = number.split('_').collect();
    let is_separated = parts
        .iter()
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    if is_separated {
        parts.concat()
    } else {
        number.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rewritten_and_nothing_else() {
        for (literal, expected) in [
            ("{200: {}, 0 : 1}", "{'200': {}, '0' : 1}"),
            ("{a: 200, b: [200, 300]}", "{a: 200, b: [200, 300]}"),
            ("{a: 55_000, b: [-1_0.000_5]}", "{a: 55000, b: [-10.0005]}"),
            (
                "{a: '{200: 5_5', \"b\": \",1:\"}",
                "{a: '{200: 5_5', \"b\": \",1:\"}",
            ),
            (r"{a: 'it\'s {200:', 4: ''}", r"{a: 'it\'s {200:', '4': ''}"),
            (
                "{ // it's\n 200: 1, /* 'x */ 5: 2}",
                "{ // it's\n '200': 1, /* 'x */ '5': 2}",
            ),
            (
                "{a1_0: 2, x: 1.5, é: 3, $1: 0x1f}",
                "{a1_0: 2, x: 1.5, é: 3, $1: 0x1f}",
            ),
            (
                "{010: 1, a: 1__0, b: 1_, 5_5: 1}",
                "{010: 1, a: 1__0, b: 1_, 55: 1}",
            ),
            ("{200: 'no end", "{'200': 'no end"),
            ("{/* no end 200:", "{/* no end 200:"),
            ("", ""),
        ] {
            assert_eq!(to_json5(literal).unwrap(), expected);
        }
    }

    #[test]
    fn nesting_is_bounded() {
        let nested = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(to_json5(&nested(MAX_DEPTH)).is_ok());
        assert!(to_json5(&nested(MAX_DEPTH + 1)).is_err());
        assert!(to_json5(&"{}".repeat(MAX_DEPTH + 1)).is_ok());
    }
}
