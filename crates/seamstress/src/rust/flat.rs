//! Plain tokens as the formatter spaces them, a line for each statement.
//!
//! Nearly all that methods of resources consist of has one form: to parse and print it takes many
//! times as long as to write it down. What is not as plain goes the long way.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The longest line that the formatter leaves whole, in bytes.
const WHOLE: usize = 89;

/// How far methods are indented.
const INDENT: usize = 4;

/// Room for the text of most methods.
pub(super) fn method_room() -> String {
    String::with_capacity(8 * WHOLE)
}

/// Whether no line of a method has to be broken.
pub(super) fn fits(method: &str) -> bool {
    method.lines().all(|line| INDENT + line.len() <= WHOLE)
}

/// Statements, an argument or a type: names, literals, paths, generics and calls. `None` where there
/// is anything else.
pub(super) fn flat(tokens: TokenStream) -> Option<String> {
    let mut text = String::with_capacity(2 * WHOLE);
    write(&mut text, tokens)?;
    Some(text)
}

fn write(text: &mut String, tokens: TokenStream) -> Option<()> {
    for token in tokens {
        match token {
            TokenTree::Ident(name) => push_word(text, &name.to_string()),
            TokenTree::Literal(literal) => push_word(text, &literal.to_string()),
            TokenTree::Punct(sign) => match sign.as_char() {
                ',' => text.push_str(", "),
                '=' => text.push_str(" = "),
                ':' if sign.spacing() == proc_macro2::Spacing::Alone && !text.ends_with(':') => {
                    text.push_str(": ");
                }
                sign @ ('.' | ':' | ';' | '<' | '>') => text.push(sign),
                '&' if !text.ends_with(is_word) => text.push('&'),
                _ => return None,
            },
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ('(', ')'),
                    _ => return None,
                };
                text.push(open);
                write(text, group.stream())?;
                text.push(close);
            }
        }
    }
    Some(())
}

/// Adds a word, apart from one before, or from a statement.
fn push_word(text: &mut String, word: &str) {
    if text.ends_with(';') {
        text.push('\n');
    } else if text.ends_with(is_word) {
        text.push(' ');
    }
    text.push_str(word);
}

fn is_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_' || sign == '"'
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn plain_lines_are_those_of_the_formatter() {
        for tokens in [
            quote! { call.set_into::<String>("name", name); },
            quote! { let mut call = Call::new(&self.client, &GET).path("a b", r#type.as_str()); },
            quote! { call.set("n", &values.into_iter().map(Into::into).collect::<Vec<A>>()); },
            quote! { let name: Nullable<BTreeMap<String, Value>> = name.into(); },
            quote! { call.set("$top", &1.5); },
        ] {
            let file = syn::parse2(quote! { fn f() { #tokens } }).unwrap();
            let printed = prettyplease::unparse(&file);
            assert_eq!(
                flat(tokens).as_deref(),
                printed.lines().nth(1).map(str::trim)
            );
        }
    }

    #[test]
    fn what_has_more_forms_is_none() {
        for tokens in [
            quote! { if a { b } },
            quote! { a + b },
            quote! { [u8] },
            quote! { |a| b },
            quote! { a && b },
            quote! { &'a str },
            quote! { a! },
            quote! { -1 },
        ] {
            assert_eq!(flat(tokens.clone()), None, "{tokens}");
        }
    }
}
