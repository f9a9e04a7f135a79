//! Identifiers: any text of a document becomes a valid, idiomatic Rust name, or part of one.
//!
//! *Invariant:* what leaves this module is an [`Ident`]; nothing else of a document's text reaches
//! Rust source but as a literal or a doc attribute.

mod beside;
mod reserved;
mod spelling;
mod variants;

use proc_macro2::{Ident, Span};

use crate::case;
pub(super) use beside::{alone, beside, side_by_side};
use reserved::{KEYWORDS, LONGEST_KEYWORD, NEVER_RAW, TAKEN_MODULES, TAKEN_TYPES};
use spelling::{LONGEST, cut, leading_letter, spelled, symbols};
pub(super) use variants::{Wishes, variant_alone, variants};

/// A name for a field or a function: `type` → `r#type`.
pub(super) fn snake(text: &str) -> Ident {
    unlike_keywords(&snake_text(text))
}

/// An identifier of a name in snake_case.
pub(super) fn unlike_keywords(name: &str) -> Ident {
    if NEVER_RAW.contains(&name) {
        return ident(&format!("{name}_"));
    }
    if name.len() <= LONGEST_KEYWORD && KEYWORDS.contains(&name) {
        return Ident::new_raw(name, Span::call_site());
    }
    ident(name)
}

/// A name for a file or a module, without `r#`: `type` → `type_`.
pub(super) fn module(text: &str) -> String {
    unlike_modules(&snake_text(text))
}

/// A name for a file or a module, of a name in snake_case.
pub(super) fn unlike_modules(name: &str) -> String {
    let is_reserved =
        KEYWORDS.contains(&name) || NEVER_RAW.contains(&name) || TAKEN_MODULES.contains(&name);
    let underscore = if is_reserved { "_" } else { "" };
    format!("{name}{underscore}")
}

fn snake_text(text: &str) -> String {
    cut(leading_letter(case::snake(&spelled(text)), "_"))
}

/// A name in PascalCase, perhaps one that something else has already: `time_bound` → `TimeBound`.
pub(super) fn pascal(text: &str) -> String {
    leading_letter(case::pascal(&spelled(text)), "")
}

/// The same with all symbols as words: `a+b` → `APlusB`.
pub(super) fn pascal_in_full(text: &str) -> String {
    leading_letter(case::pascal(&symbols(text)), "")
}

/// The words of a name in PascalCase: `AcsUser` → `Acs`, `User`.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for character in name.chars() {
        match words.last_mut() {
            Some(word) if !character.is_uppercase() => word.push(character),
            _ => words.push(character.to_string()),
        }
    }
    words
}

/// A name for a type, distinct from those that emitted code uses itself.
pub(super) fn type_name(name: &str) -> String {
    let name = name.get(..LONGEST).unwrap_or(name);
    if is_taken_type(name) {
        format!("{name}Model")
    } else {
        name.to_owned()
    }
}

/// Whether emitted code has a type of this name itself.
pub(crate) fn is_taken_type(name: &str) -> bool {
    TAKEN_TYPES.contains(&name)
}

/// Whether a text is spelled as its name in snake_case, which so needs no memory.
pub(super) fn is_snake(text: &str) -> bool {
    snake_text(text) == text
}

/// What tells a name apart from one that is spelled alike.
fn case_of(text: &str) -> &'static str {
    match text.chars().any(char::is_uppercase) {
        true => "Upper",
        false => "Lower",
    }
}

/// An identifier of a name that this module made; one that cannot be is replaced.
pub(super) fn ident(name: &str) -> Ident {
    let is_name = || !name.contains('#') && syn::parse_str::<Ident>(name).is_ok();
    let name = if is_plain(name) || is_name() {
        name
    } else {
        "unnamed"
    };
    Ident::new(name, Span::call_site())
}

/// Whether a name is an identifier without asking a parser, as nearly all are.
fn is_plain(name: &str) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let is_keyword = |name| KEYWORDS.contains(&name) || NEVER_RAW.contains(&name) || name == "Self";
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(is_word)
        && (name.len() > LONGEST_KEYWORD || !is_keyword(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn snake_names() {
        for (text, name) in [
            ("device_id", "device_id"),
            ("deviceId", "device_id"),
            ("type", "r#type"),
            ("self", "self_"),
            ("Self", "self_"),
            ("crate", "crate_"),
            ("_", "underscore"),
            ("", "empty"),
            ("1day", "one_day"),
            ("404", "four_zero_four"),
            ("a b-c.d", "a_b_c_d"),
            ("_experimental_x", "experimental_x"),
            ("ü", "ufc"),
            ("x\u{1f600}", "x"),
            ("\u{1f600}", "u1f600"),
            ("override", "r#override"),
        ] {
            assert_eq!(snake(text).to_string(), name, "{text:?}");
        }
    }

    #[test]
    fn what_is_plain_is_an_identifier() {
        let words = KEYWORDS.iter().chain(NEVER_RAW).copied();
        for name in words
            .clone()
            .chain(["Self", "", "1a", "a-b", "ü", "_a", "a1", "Type", "typed"])
        {
            let is_identifier = syn::parse_str::<Ident>(name).is_ok();
            assert!(!is_plain(name) || is_identifier, "{name}");
        }
        assert!(words.clone().all(|word| word.len() <= LONGEST_KEYWORD));
        assert!(is_plain("a1") && is_plain("Type") && is_plain("typed"));
    }

    /// A lock file may say so.
    #[test]
    fn raw_names_are_names() {
        for name in ["r#type", "r#self", "r#", "r#a", "Self", "unknown"] {
            let (field, variant) = (unlike_keywords(name), ident(name));
            assert!(!field.to_string().is_empty() && !variant.to_string().is_empty());
        }
    }

    #[test]
    fn every_text_makes_an_identifier() {
        let long = "x".repeat(300);
        let texts = KEYWORDS
            .iter()
            .chain(NEVER_RAW)
            .copied()
            .chain(["\0", "\"", "}", "*/", &long]);
        for text in texts {
            let (snake, pascal) = (snake(text).to_string(), type_name(&pascal(text)));
            assert_ne!(snake, "unnamed", "{text:?}");
            assert!(
                syn::parse_str::<Ident>(&pascal).is_ok() || pascal == "Self",
                "{text:?}: {pascal}"
            );
        }
    }
}
