//! Doc comments and notes of deprecation: what prose of a document becomes in Rust.

mod markdown;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::api::Docs;
use markdown::printable;
pub(super) use markdown::{is_hidden, sanitize};

/// Doc attributes of a description, and `#[deprecated]` where the document says so.
pub(super) fn attributes(docs: &Docs) -> TokenStream {
    let lines = docs.text.as_deref().map(comment).unwrap_or_default();
    let deprecated = docs.deprecated.as_deref().map(deprecated);
    quote! { #lines #deprecated }
}

/// Doc attributes of a description.
pub(super) fn comment(text: &str) -> TokenStream {
    lines(&sanitize(text))
}

/// Doc attributes of text that is ours, where links to items are meant as such. Text of the
/// document goes in only through [`definitions::code`](super::definitions::code).
pub(super) fn ours(text: &str) -> TokenStream {
    lines(text)
}

fn lines(text: &str) -> TokenStream {
    let lines = text.lines().map(|line| {
        let line = if line.trim().is_empty() {
            String::new()
        } else {
            format!(" {line}")
        };
        quote! { #[doc = #line] }
    });
    quote! { #(#lines)* }
}

/// The lines of a comment, formatted.
pub(super) fn lines_of(text: &str) -> String {
    let lines = text.lines().map(|line| match line.trim() {
        "" => "///".to_owned(),
        _ => format!("/// {}", line.trim_end_matches(' ')),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The attribute of what should no longer be used.
pub(super) fn deprecated(reason: &str) -> TokenStream {
    match note(reason) {
        None => quote! { #[deprecated] },
        Some(note) => quote! { #[deprecated(note = #note)] },
    }
}

/// The same, formatted.
pub(super) fn deprecated_text(reason: &str) -> String {
    match note(reason) {
        None => "#[deprecated]".to_owned(),
        Some(note) => format!("#[deprecated(note = {})]", Literal::string(&note)),
    }
}

/// A reason on one line, as compilers show it; rustdoc reads it as Markdown.
fn note(reason: &str) -> Option<String> {
    let note = printable(reason);
    let note = sanitize(&note.split_whitespace().collect::<Vec<_>>().join(" "));
    Some(note.trim().to_owned()).filter(|note| !note.is_empty())
}
