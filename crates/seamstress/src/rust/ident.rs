//! Identifiers: any text of a document becomes a valid, idiomatic Rust name, or part of one.
//!
//! *Invariant:* what leaves this module is an [`Ident`]; nothing else of a document's text reaches
//! Rust source but as a literal or a doc attribute.

use std::collections::BTreeSet;

use heck::{ToPascalCase, ToSnakeCase};
use proc_macro2::{Ident, Span};

/// Keywords and reserved words of all editions (The Rust Reference, "Keywords").
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Words that cannot be raw identifiers.
const NEVER_RAW: &[&str] = &["self", "super", "crate", "_"];

/// Names of crates that emitted code uses, which a module beside it would hide; of files that
/// have a meaning to Cargo, to some file system, or to us.
const TAKEN_MODULES: &[&str] = &[
    "alloc",
    "aux",
    "con",
    "core",
    "ids",
    "lib",
    "main",
    "mod",
    "nul",
    "prn",
    "std",
    "seamstress_runtime",
];

/// Longer names are cut.
const LONGEST: usize = 120;

/// Names of types that emitted code uses unqualified.
const TAKEN_TYPES: &[&str] = &[
    "BTreeMap",
    "Body",
    "Box",
    "Call",
    "Client",
    "Clone",
    "DateTime",
    "Debug",
    "Default",
    "Err",
    "Error",
    "Extra",
    "Into",
    "IntoIterator",
    "Method",
    "None",
    "Nullable",
    "Ok",
    "Operation",
    "Option",
    "Page",
    "Paging",
    "PartialEq",
    "Progress",
    "Result",
    "Self",
    "Some",
    "String",
    "Unknown",
    "UnknownValue",
    "Value",
    "Vec",
    "Waitable",
];

/// A name for a field or a function: `type` → `r#type`.
pub(super) fn snake(text: &str) -> Ident {
    unlike_keywords(&snake_text(text))
}

/// Names in snake_case for `texts`, which stand side by side: all different, and none of `taken`.
/// A text that is such a name already keeps it.
pub(super) fn side_by_side(texts: &[&str], taken: &[&str]) -> Vec<String> {
    let mut order: Vec<usize> = (0..texts.len()).collect();
    order.sort_by_key(|at| {
        texts
            .get(*at)
            .is_some_and(|text| snake_text(text) != **text)
    });
    let mut used: BTreeSet<String> = taken.iter().map(|name| (*name).to_owned()).collect();
    let mut names = vec![String::new(); texts.len()];
    for at in order {
        let Some(text) = texts.get(at) else { continue };
        let mut plain = snake_text(text);
        if taken.contains(&plain.as_str()) {
            plain.push('_');
        }
        let case = if text.chars().any(char::is_uppercase) {
            "upper"
        } else {
            "lower"
        };
        let symbols = cut(leading_letter(&symbols(text).to_snake_case(), "_"));
        let candidates = [plain.clone(), symbols, format!("{case}_{plain}")];
        let mut name = candidates
            .into_iter()
            .find(|name| !used.contains(name))
            .unwrap_or(plain);
        while !used.insert(name.clone()) {
            name.insert_str(0, "other_");
        }
        names[at] = name;
    }
    names
}

/// An identifier of a name in snake_case.
pub(super) fn unlike_keywords(name: &str) -> Ident {
    if NEVER_RAW.contains(&name) {
        return ident(&format!("{name}_"));
    }
    if KEYWORDS.contains(&name) {
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
    cut(leading_letter(&spelled(text).to_snake_case(), "_"))
}

/// Names become names of files too, and file systems allow 255 bytes.
fn cut(mut name: String) -> String {
    // Names are ASCII by now, so this cuts between characters.
    name.truncate(LONGEST);
    name.trim_end_matches('_').to_owned()
}

/// A name in PascalCase, perhaps one that something else has already: `time_bound` → `TimeBound`.
pub(super) fn pascal(text: &str) -> String {
    leading_letter(&spelled(text).to_pascal_case(), "")
}

/// The same with all symbols as words: `a+b` → `APlusB`.
pub(super) fn pascal_in_full(text: &str) -> String {
    leading_letter(&symbols(text).to_pascal_case(), "")
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
    if TAKEN_TYPES.contains(&name) {
        format!("{name}Model")
    } else {
        name.to_owned()
    }
}

/// The names of enum variants for `values`: each valid, all different, and none `Unknown`, which
/// is ours.
pub(super) fn variants<'a>(values: impl IntoIterator<Item = &'a str>) -> Vec<Ident> {
    let mut taken = BTreeSet::from(["Unknown".to_owned(), "Self".to_owned()]);
    let mut names = Vec::new();
    for value in values {
        let plain = pascal(value);
        // What the server calls unknown is known here; other names collide by case or symbols.
        let case = match value.chars().any(char::is_uppercase) {
            _ if plain == "Unknown" => "Reported",
            true => "Upper",
            false => "Lower",
        };
        let candidates = [
            plain.clone(),
            leading_letter(&symbols(value).to_pascal_case(), ""),
            format!("{case}{plain}"),
        ];
        let free = candidates.into_iter().find(|name| !taken.contains(name));
        let mut name = free.unwrap_or(plain);
        while taken.contains(&name) {
            name.insert_str(0, "Other");
        }
        taken.insert(name.clone());
        names.push(ident(&name));
    }
    names
}

/// An identifier of a name that this module made; one that cannot be is replaced.
pub(super) fn ident(name: &str) -> Ident {
    let name = if syn::parse_str::<Ident>(name).is_ok() {
        name
    } else {
        "unnamed"
    };
    Ident::new(name, Span::call_site())
}

/// A name that starts with a letter: leading digits are spelled out.
fn leading_letter(name: &str, separator: &str) -> String {
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
            name.to_owned()
        };
    }
    let spelled: Vec<String> = digits
        .iter()
        .filter_map(|digit| DIGITS.get(*digit))
        .map(|word| in_case(word, separator))
        .collect();
    let rest = if separator.is_empty() {
        rest.to_pascal_case()
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
        word.to_pascal_case()
    } else {
        word.to_owned()
    }
}

/// The text with what cannot stand in a name replaced: other scripts by code point, and symbols
/// by words where there is nothing else.
fn spelled(text: &str) -> String {
    let has_letters = text
        .chars()
        .any(|character| character.is_ascii_alphanumeric());
    if !has_letters {
        return symbols(text);
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
    out
}

/// The text with symbols as words: `string[]` → `string list`.
fn symbols(text: &str) -> String {
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
    fn variant_names_are_distinct() {
        let names = variants([
            "string",
            "string[]",
            "a",
            "A",
            "1hour",
            "=",
            "",
            "unknown",
            "self",
            "LOCK_DOOR",
        ]);
        let names: Vec<_> = names.iter().map(ToString::to_string).collect();
        let expected = [
            "String",
            "StringList",
            "A",
            "UpperA",
            "OneHour",
            "Equal",
            "Empty",
            "ReportedUnknown",
            "LowerSelf",
            "LockDoor",
        ];
        assert_eq!(names, expected);
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
