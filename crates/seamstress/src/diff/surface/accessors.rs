//! The methods that the table of a union gives it: what stands behind `all`.

use proc_macro2::{TokenStream, TokenTree};

use super::Item;
use super::provided::{getter, parts};
use super::tokens::text;

/// The methods of a table, by what follows the path of the type: `::name()`.
pub(super) fn accessors(rest: &[TokenTree]) -> Vec<(String, Item)> {
    let rows = rest.windows(2).find_map(|pair| match pair {
        [TokenTree::Ident(all), TokenTree::Group(rows)] if all == "all" => Some(rows.stream()),
        _ => None,
    });
    let rows: Vec<TokenTree> = rows.into_iter().flatten().collect();
    parts(&rows).into_iter().filter_map(accessor).collect()
}

/// A row: attributes, `field: type` or `field as method: type`.
fn accessor(row: TokenStream) -> Option<(String, Item)> {
    let mut tokens = row.into_iter().peekable();
    let mut is_deprecated = false;
    while let Some(TokenTree::Punct(mark)) = tokens.peek() {
        if mark.as_char() != '#' {
            return None;
        }
        tokens.next();
        if let Some(TokenTree::Group(attribute)) = tokens.next() {
            let mut words = attribute.stream().into_iter();
            is_deprecated |= words
                .next()
                .is_some_and(|word| word.to_string() == "deprecated");
        }
    }
    let is_colon =
        |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ':');
    let mut name = None;
    for token in tokens.by_ref() {
        if is_colon(&token) {
            break;
        }
        name = Some(token);
    }
    let given = text(tokens.collect::<TokenStream>());
    let (path, mut item) = getter(&name?.to_string(), &format!("Option<{given}>"));
    item.deprecated = is_deprecated;
    Some((path, item))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_all_alternatives_have_is_a_method() {
        let table = r#"Pet "kind" { "cat" => Cat, "dog" => Dog, } all {
            /// What it is called.
            name: &str,
            #[deprecated(note = "a: b")]
            clone as clone_: bool,
            r#type: &BTreeMap<String, Vec<i64>>,
        }"#;
        let table: TokenStream = table.parse().unwrap();
        let table: Vec<TokenTree> = table.into_iter().skip(1).collect();
        let found: Vec<String> = accessors(&table)
            .into_iter()
            .map(|(path, item)| format!("{path} {} {}", item.ty, item.deprecated))
            .collect();
        let expected = [
            "::name() Option<&str> false",
            "::clone_() Option<bool> true",
            "::r#type() Option<&BTreeMap<String, Vec<i64>>> false",
        ];
        assert_eq!(found, expected);
        assert!(accessors(&table[..2]).is_empty());
    }
}
