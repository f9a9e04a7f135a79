//! Identifiers: any text of a document becomes a valid, idiomatic Rust name, or part of one.
//!
//! *Invariant:* what leaves this module is an [`Ident`]; nothing else of a document's text reaches
//! Rust source but as a literal or a doc attribute.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span};

use super::spelling::{LONGEST, cut, leading_letter, spelled, symbols};
use crate::case;

/// Keywords and reserved words of all editions (The Rust Reference, "Keywords").
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// How long the longest of them is.
const LONGEST_KEYWORD: usize = "abstract".len();

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

/// Names of types that emitted code uses unqualified.
const TAKEN_TYPES: &[&str] = &[
    "BTreeMap",
    "Body",
    "Box",
    "Call",
    "Client",
    "ClientBuilder",
    "Clone",
    "Base64",
    "CalendarDate",
    "DateTime",
    "IsoDuration",
    "TimeOfDay",
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
    "ParameterStyle",
    "PartialEq",
    "Progress",
    "Result",
    "Self",
    "Sending",
    "Some",
    "String",
    "TokenProvider",
    "Unknown",
    "UnknownNumber",
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
    beside(texts, taken, &|_| None, &|_| false)
}

/// The same where some have a name already, by their place, and other names are reserved: only the
/// text that is such a name has it.
pub(super) fn beside(
    texts: &[&str],
    taken: &[&str],
    pinned: &dyn Fn(usize) -> Option<String>,
    is_reserved: &dyn Fn(&str) -> bool,
) -> Vec<String> {
    let plain: Vec<String> = texts.iter().map(|text| snake_text(text)).collect();
    let mut used: BTreeSet<String> = taken.iter().map(|name| (*name).to_owned()).collect();
    let mut names = vec![String::new(); texts.len()];
    let mut order: Vec<(&str, usize)> = Vec::new();
    for (at, text) in texts.iter().copied().enumerate() {
        match pinned(at).filter(|name| used.insert(name.clone())) {
            Some(name) => names[at] = name,
            None => order.push((text, at)),
        }
    }
    order.sort_by_key(|(text, at)| plain.get(*at).is_some_and(|plain| plain != text));
    for (text, at) in order {
        let mut plain = plain.get(at).cloned().unwrap_or_default();
        if taken.contains(&plain.as_str()) {
            plain.push('_');
        }
        let is_free = |name: &String| !used.contains(name) && (name == text || !is_reserved(name));
        let mut name = match is_free(&plain) {
            true => plain,
            false => {
                let symbols = cut(leading_letter(case::snake(&symbols(text)), "_"));
                let with_case = format!("{}_{plain}", case_of(text).to_lowercase());
                let others = [symbols, with_case];
                let free = others.into_iter().find(is_free);
                free.unwrap_or(plain)
            }
        };
        while used.contains(&name) || (is_reserved(&name) && name != text) {
            name.insert_str(0, "other_");
        }
        used.insert(name.clone());
        names[at] = name;
    }
    names
}

/// What a text is called in snake_case where nothing else stands beside it.
pub(super) fn alone(text: &str, taken: &[&str]) -> String {
    let mut plain = snake_text(text);
    if taken.contains(&plain.as_str()) {
        plain.push('_');
    }
    plain
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

/// Names that no variant has: the first is ours, the second is no identifier.
const TAKEN_VARIANTS: &[&str] = &["Unknown", "Self"];

/// What variants of an enum are named after, by their place.
pub(super) struct Wishes<'a> {
    pub(super) texts: &'a [&'a str],
    /// The names that some have already.
    pub(super) pinned: &'a dyn Fn(usize) -> Option<String>,
    /// Those that have the name of their text before others that are spelled alike.
    pub(super) is_evident: &'a dyn Fn(usize) -> bool,
    /// Names that only what is evident takes.
    pub(super) is_reserved: &'a dyn Fn(&str) -> bool,
}

/// The names of enum variants: each valid, all different, and none `Unknown`, which is ours.
pub(super) fn variants(wishes: &Wishes<'_>) -> Vec<String> {
    let taken = TAKEN_VARIANTS.iter().map(|name| (*name).to_owned());
    let mut taken: BTreeSet<String> = taken.collect();
    let mut names = vec![String::new(); wishes.texts.len()];
    let mut order: Vec<usize> = Vec::new();
    for (at, name) in names.iter_mut().enumerate() {
        match (wishes.pinned)(at).filter(|name| taken.insert(name.clone())) {
            Some(pinned) => *name = pinned,
            None => order.push(at),
        }
    }
    order.sort_by_key(|at| !(wishes.is_evident)(*at));
    for at in order {
        let is_evident = (wishes.is_evident)(at);
        let is_free =
            |name: &String| !taken.contains(name) && (is_evident || !(wishes.is_reserved)(name));
        let text = wishes.texts.get(at).copied().unwrap_or_default();
        let name = variant(text, &is_free);
        taken.insert(name.clone());
        names[at] = name;
    }
    names
}

/// The name of a variant where nothing else stands beside it.
pub(super) fn variant_alone(text: &str) -> String {
    variant(text, &|name| !TAKEN_VARIANTS.contains(&name.as_str()))
}

fn variant(text: &str, is_free: &dyn Fn(&String) -> bool) -> String {
    let plain = pascal(text);
    if is_free(&plain) {
        return plain;
    }
    // What the server calls unknown is known here; other names collide by case or symbols.
    let case = match plain.as_str() {
        "Unknown" => "Reported",
        _ => case_of(text),
    };
    let others = [pascal_in_full(text), format!("{case}{plain}")];
    let free = others.into_iter().find(is_free);
    let mut name = free.unwrap_or(plain);
    while !is_free(&name) {
        name.insert_str(0, "Other");
    }
    name
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
    fn variant_names_are_distinct() {
        let texts = [
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
        ];
        let names = variants(&Wishes {
            texts: &texts,
            pinned: &|_| None,
            is_evident: &|at| is_snake(texts[at]),
            is_reserved: &|_| false,
        });
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
    fn names_side_by_side_are_distinct() {
        for (texts, taken, names) in [
            (
                &["fooBar", "foo_bar"][..],
                &[][..],
                &["upper_foo_bar", "foo_bar"][..],
            ),
            (
                &["a-b", "a.b", "a b"],
                &[],
                &["a_b", "a_dot_b", "lower_a_b"],
            ),
            (&["new", "New"], &["new"], &["new_", "upper_new_"]),
            (
                &["a", "A", "-a", "a "],
                &[],
                &["a", "upper_a", "minus_a", "lower_a"],
            ),
            (
                &["self", "Self_", "self_"],
                &[],
                &["self", "self_underscore", "lower_self"],
            ),
        ] {
            assert_eq!(side_by_side(texts, taken), names, "{texts:?}");
        }
        let long = ["x".repeat(300), "x".repeat(299) + "y"];
        let names = side_by_side(&[&long[0], &long[1]], &[]);
        assert!(names[0] != names[1] && names.iter().all(|name| name.len() < 200));
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
