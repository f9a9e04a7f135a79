//! A report to look at: one page without a network, a script that it could do without, and nothing
//! of the document that is anything but text.
//!
//! The template escapes whatever it is given. Style and script are files of their own, and the
//! page allows these two only, by their hashes (Content Security Policy Level 3, section 2.3.1):
//! should something of a document get through all the same, no browser runs or fetches it.

mod head;
mod rows;
mod sections;
mod view;

use tera::{Context, Tera};

use super::Diff;

const TEMPLATE: &str = include_str!("../../../../templates/changes.html.tera");
const STYLE: &str = include_str!("../../../../templates/changes.css");
const SCRIPT: &str = include_str!("../../../../templates/changes.js");

/// The hashes of [`STYLE`] and [`SCRIPT`], which a test compares.
const STYLE_HASH: &str = "sha256-6zwrmj1IBImJ5buhmARVMn+pkDd9TGkJEMN0kMAH8So=";
const SCRIPT_HASH: &str = "sha256-P0zDGCKCdfMYjl2w2+SKpgAK+2tWSf8x+JAemKADkiw=";

/// What a page says besides the changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The version that the crate has, if it has one: the page names the one that follows.
    pub version: Option<String>,
    /// Where the documentation of the crate is, as rustdoc makes it, such as
    /// `https://docs.rs/pets/latest/pets/`: paths of Rust lead there.
    pub docs: Option<String>,
}

impl Diff {
    /// The report as a page of HTML, which needs no other file and no network.
    ///
    /// Each change has an address that stays the same as long as the change does. Without
    /// JavaScript all changes are shown; with it they can be searched and filtered.
    #[must_use]
    pub fn html(&self, page: &Page) -> String {
        let mut context = Context::new();
        context.insert("page", &view::View::new(self, page));
        context.insert("style", STYLE);
        context.insert("script", SCRIPT);
        context.insert("style_hash", STYLE_HASH);
        context.insert("script_hash", SCRIPT_HASH);
        // The template is a part of the program, which every test of a page fills.
        Tera::one_off(TEMPLATE, &context, true).unwrap_or_else(|error| {
            let error = error.to_string().replace('&', "&amp;").replace('<', "&lt;");
            format!("<!doctype html><title>No report</title><p>The page could not be made: {error}")
        })
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest, Sha256};

    use super::*;

    /// A browser refuses a style or a script whose hash is another.
    #[test]
    fn hashes_are_those_of_the_files() {
        for (text, hash) in [(STYLE, STYLE_HASH), (SCRIPT, SCRIPT_HASH)] {
            let text = text.replace("\r\n", "\n");
            let actual = format!("sha256-{}", STANDARD.encode(Sha256::digest(text)));
            assert_eq!(hash, actual);
        }
        assert!(!STYLE.contains("</") && !SCRIPT.contains("</"));
    }
}
