//! Types as text that can be compared: without the ways to names, and with spaces where people
//! write them.

use std::collections::BTreeMap;

use proc_macro2::{TokenStream, TokenTree};

/// The text of a type. Names are what they end in: no two types of an emitted crate have one name
/// in one place, and where a name is imported from does not matter to programs.
pub(super) fn text(tokens: impl quote::ToTokens) -> String {
    let mut out = String::new();
    write(tokens.to_token_stream(), &mut out);
    out
}

fn write(tokens: TokenStream, out: &mut String) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is = |at: usize, mark: char| matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == mark);
    let is_way = |at: usize| is(at, ':') && is(at + 1, ':');
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token {
            TokenTree::Ident(_) if is_way(at + 1) => at += 2,
            TokenTree::Punct(_) if is_way(at) => at += 1,
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    proc_macro2::Delimiter::Parenthesis => ("(", ")"),
                    proc_macro2::Delimiter::Brace => ("{ ", " }"),
                    proc_macro2::Delimiter::Bracket => ("[", "]"),
                    proc_macro2::Delimiter::None => ("", ""),
                };
                out.push_str(open);
                write(group.stream(), out);
                out.push_str(close);
            }
            TokenTree::Punct(punct) => match punct.as_char() {
                // Where a type is long, the formatter ends its list of arguments with a comma.
                ',' if at + 1 < tokens.len() && !is(at + 1, '>') => out.push_str(", "),
                ',' => {}
                '=' => out.push_str(" = "),
                '+' => out.push_str(" + "),
                mark => out.push(mark),
            },
            other => {
                if out.ends_with(|last: char| last.is_alphanumeric() || "_\"".contains(last)) {
                    out.push(' ');
                }
                out.push_str(&other.to_string());
            }
        }
        at += 1;
    }
}

/// The words of a type: names, and what stands between them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '#';
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let named = is_name(first);
        let end = rest.find(|letter| is_name(letter) != named);
        let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        Some(word)
    })
}

/// The names in a type.
pub(in crate::diff) fn names(text: &str) -> impl Iterator<Item = &str> {
    words(text).filter(|word| word.starts_with(|letter: char| letter.is_alphabetic()))
}

/// The type with what aliases stand for. Aliases of aliases end: no alias contains itself.
pub(super) fn expand(text: &str, aliases: &BTreeMap<String, String>) -> String {
    let mut text = text.to_owned();
    for _ in 0..8 {
        if !names(&text).any(|name| aliases.contains_key(name)) {
            break;
        }
        let expanded = words(&text).map(|word| aliases.get(word).map_or(word, String::as_str));
        text = expanded.collect();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_read_as_people_write_them() {
        for (written, expected) in [
            (
                "Option<std::boxed::Box<crate::types::Pet>>",
                "Option<Box<Pet>>",
            ),
            ("Option<Box<Pet>,>", "Option<Box<Pet>>"),
            (
                "impl IntoIterator<Item = impl Into<PetId>>",
                "impl IntoIterator<Item = impl Into<PetId>>",
            ),
            ("&'static [&'static str]", "&'static[&'static str]"),
            ("::core::result::Result<(), Error>", "Result<(), Error>"),
        ] {
            let tokens: TokenStream = written.parse().unwrap();
            assert_eq!(text(tokens), expected);
        }
    }

    #[test]
    fn aliases_are_what_they_stand_for() {
        let aliases = BTreeMap::from([
            ("Tag".to_owned(), "Label".to_owned()),
            ("Label".to_owned(), "String".to_owned()),
        ]);
        assert_eq!(expand("Option<Vec<Tag>>", &aliases), "Option<Vec<String>>");
        assert_eq!(expand("Tagged", &aliases), "Tagged");
    }
}
