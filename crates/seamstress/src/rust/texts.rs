//! Text that is formatted already, kept aside while the tokens around it go through the formatter.
//!
//! Comments and conditions are a large part of what is emitted, and so are the setters of
//! parameters that many operations have. As tokens each of them would be made, parsed and printed
//! at every place. In their stead goes a mark, and the text comes back when all is printed.

use std::cell::RefCell;
use std::collections::HashMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs;
use crate::api::Docs;

/// What the mark of attributes begins with. No comment does: it is a control character.
const MARK: char = '\u{1}';
/// The mark of an item is a call of this macro.
const ITEM: &str = "formatted_already!(";

/// The texts of one run, by number.
#[derive(Default)]
pub(super) struct Texts(RefCell<Known>);

#[derive(Default)]
struct Known {
    texts: Vec<Text>,
    /// The marks of descriptions.
    comments: HashMap<String, TokenStream>,
}

/// Without room for more: the largest crates have hundreds of thousands.
enum Text {
    /// For as many places as there are.
    Shared(Box<str>),
    /// For one place, and gone when that is printed.
    Once(Box<str>),
}

impl Texts {
    /// As [`docs::attributes`].
    pub(super) fn attributes(&self, docs: &Docs) -> TokenStream {
        let comment = docs.text.as_deref().map(|text| self.comment(text));
        let deprecated = docs.deprecated.as_deref().map(docs::deprecated);
        quote! { #comment #deprecated }
    }

    /// As [`docs::comment`].
    pub(super) fn comment(&self, text: &str) -> TokenStream {
        if let Some(known) = self.0.borrow().comments.get(text) {
            return known.clone();
        }
        let tokens = self.verbatim(docs::lines_of(&docs::sanitize(text)));
        let comments = &mut self.0.borrow_mut().comments;
        comments.insert(text.to_owned(), tokens.clone());
        tokens
    }

    /// As [`docs::ours`].
    pub(super) fn ours(&self, text: &str) -> TokenStream {
        self.verbatim(docs::lines_of(text))
    }

    /// Attributes as they are formatted.
    pub(super) fn verbatim(&self, attributes: String) -> TokenStream {
        if attributes.is_empty() {
            return TokenStream::new();
        }
        let mark = format!("{MARK}{}", self.add(attributes));
        quote! { #[doc = #mark] }
    }

    /// An item, or a method, that is formatted already.
    pub(super) fn lines(&self, text: String) -> TokenStream {
        self.item(self.keep(Text::Once(text.into())))
    }

    /// Keeps a text, for as many items as there are.
    pub(super) fn add(&self, text: String) -> usize {
        self.keep(Text::Shared(text.into()))
    }

    fn keep(&self, text: Text) -> usize {
        let texts = &mut self.0.borrow_mut().texts;
        texts.push(text);
        texts.len() - 1
    }

    /// An item, or a method, whose text is kept.
    pub(super) fn item(&self, number: usize) -> TokenStream {
        let number = Literal::usize_unsuffixed(number);
        quote! { formatted_already!(#number); }
    }

    /// Printed tokens, with texts in the place of their marks.
    pub(super) fn expand(&self, printed: &str) -> String {
        let mut known = self.0.borrow_mut();
        let mut out = String::with_capacity(printed.len() * 2);
        for line in printed.lines() {
            let code = line.trim_start();
            let number = match code.strip_prefix("///") {
                Some(comment) => comment.strip_prefix(MARK),
                None => code
                    .strip_prefix(ITEM)
                    .and_then(|rest| rest.strip_suffix(");")),
            };
            let number = number.and_then(|number| number.parse::<usize>().ok());
            let Some(text) = number.and_then(|number| known.texts.get_mut(number)) else {
                out.push_str(line);
                out.push('\n');
                continue;
            };
            let once;
            let text = match text {
                Text::Shared(text) => &**text,
                Text::Once(text) => {
                    once = std::mem::take(text);
                    &*once
                }
            };
            let indent = &line[..line.len() - code.len()];
            for line in text.lines() {
                out.push_str(indent);
                out.push_str(line);
                out.push('\n');
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back_where_their_marks_stand() {
        let texts = Texts::default();
        let docs = texts.comment("One.\n\nTwo.");
        let again = texts.comment("One.\n\nTwo.");
        let item = texts.item(texts.add("fn f() {\n    g();\n}".to_owned()));
        let tokens = quote! { #docs struct A { #again a: u8 } impl A { #item } };
        let printed = prettyplease::unparse(&syn::parse2(tokens).unwrap());
        let expected = "/// One.\n///\n/// Two.\nstruct A {\n    /// One.\n    ///\n    /// Two.\n    \
                        a: u8,\n}\nimpl A {\n    fn f() {\n        g();\n    }\n}\n";
        assert_eq!(texts.expand(&printed), expected);
        assert!(texts.comment("").is_empty());
    }

    #[test]
    fn no_text_of_a_document_is_a_mark() {
        let texts = Texts::default();
        texts.add("secret".to_owned());
        let docs = texts.comment("\u{1}0\n\nformatted_already!(0);");
        let literal = "\n\u{1}0\n";
        let tokens = quote! { #docs const A: &str = #literal; };
        let printed = texts.expand(&prettyplease::unparse(&syn::parse2(tokens).unwrap()));
        assert!(!printed.contains("secret"), "{printed}");
    }
}
