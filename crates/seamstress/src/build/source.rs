//! The source of a crate becomes that of a module: paths from the root of the crate go through the
//! module, and features become an option that the build script sets, since the features of the
//! crate around are its own.

use crate::diagnostic::Diagnostic;

/// What the documentation of the crate is read from; the module has none.
const README: &str = "#![doc = include_str!(\"../README.md\")]\n";

/// How sources are rewritten.
pub(super) struct Rewriting {
    /// `crate::api::pets`
    root: String,
    /// `pets`
    name: String,
}

impl Rewriting {
    /// For a module, by its way from the root of the crate.
    pub(super) fn into_module(way: &str) -> Result<Self, Diagnostic> {
        let steps: Vec<&str> = way.split("::").collect();
        let is_name = |step: &&str| syn::parse_str::<syn::Ident>(step).is_ok() && step.is_ascii();
        match steps.last() {
            Some(name) if steps.iter().all(is_name) => Ok(Self {
                root: format!("crate::{way}"),
                name: (*name).to_owned(),
            }),
            _ => {
                let message = format!("`{way}` is no way to a module");
                let help = "name a module, such as `pets` or `api::pets`";
                Err(Diagnostic::error("bad-module", message).help(help))
            }
        }
    }

    /// The name of the module.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The configuration option that takes the place of `feature`.
    pub(super) fn option(&self) -> String {
        format!("{}_feature", self.name)
    }

    /// The source of a file, as that of a file of the module.
    pub(super) fn source(&self, text: &str) -> String {
        let mut scan = Scan {
            rewriting: self,
            rest: text,
            out: String::with_capacity(text.len() + text.len() / 16),
            conditions: None,
        };
        while !scan.rest.is_empty() {
            scan.token();
        }
        scan.out.replacen(README, "", 1)
    }
}

/// A walk over Rust source, token by token: what looks like code in a literal is none.
struct Scan<'a> {
    rewriting: &'a Rewriting,
    rest: &'a str,
    out: String,
    /// How many parentheses of a `cfg` are open.
    conditions: Option<usize>,
}

impl Scan<'_> {
    fn token(&mut self) {
        let rest = self.rest;
        let first = rest.chars().next().unwrap_or_default();
        if rest.starts_with("//") {
            let end = rest.find('\n').unwrap_or(rest.len());
            // Links in documentation lead from the root as paths do.
            let comment = rest[..end].replace("crate::", &format!("{}::", self.rewriting.root));
            self.out.push_str(&comment);
            self.rest = &rest[end..];
        } else if let Some(length) = literal(rest) {
            self.copy(length);
        } else if first.is_alphabetic() || first == '_' {
            let is_part = |c: char| c.is_alphanumeric() || c == '_';
            self.word(rest.find(|c| !is_part(c)).unwrap_or(rest.len()));
        } else {
            if let Some(open) = self.conditions {
                self.conditions = match first {
                    '(' => Some(open + 1),
                    ')' if open == 1 => None,
                    ')' => Some(open - 1),
                    _ => Some(open),
                };
            }
            self.copy(first.len_utf8());
        }
    }

    fn copy(&mut self, length: usize) {
        let (copied, rest) = self.rest.split_at(length);
        self.out.push_str(copied);
        self.rest = rest;
    }

    fn word(&mut self, length: usize) {
        let (word, rest) = self.rest.split_at(length);
        match word {
            "crate" if rest.starts_with("::") && !self.out.ends_with('$') => {
                self.out.push_str(&self.rewriting.root);
            }
            "feature" if self.conditions.is_some_and(|open| open > 0) => {
                self.out.push_str(&self.rewriting.option());
            }
            "cfg" | "cfg_attr" if rest.starts_with('(') => {
                self.out.push_str(word);
                self.conditions = Some(0);
            }
            _ => self.out.push_str(word),
        }
        self.rest = rest;
    }
}

/// The length of the literal of text that `rest` begins with, if it does.
fn literal(rest: &str) -> Option<usize> {
    let prefix = rest.find(['"', '\'', '#']).filter(|at| {
        let prefix = &rest[..*at];
        matches!(prefix, "" | "r" | "b" | "c" | "br" | "cr")
    })?;
    let (before, after) = rest.split_at(prefix);
    if before.ends_with('r') {
        let hashes = after.len() - after.trim_start_matches('#').len();
        let inside = after[hashes..].strip_prefix('"')?;
        let end = format!("\"{}", "#".repeat(hashes));
        let length = inside.find(&end)? + end.len();
        return Some(prefix + hashes + 1 + length);
    }
    let quote = after.chars().next().filter(|quote| *quote != '#')?;
    let mut characters = after.char_indices().skip(1);
    let mut seen = 0;
    while let Some((at, character)) = characters.next() {
        match character {
            '\\' => {
                characters.next();
            }
            character if character == quote => return Some(prefix + at + 1),
            // A lifetime has no second quotation mark, not so near.
            _ if quote == '\'' && seen > 0 => return None,
            _ => {}
        }
        seen += usize::from(character != '\\');
    }
    None
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    reason = "the helpers of a test fail as a test does"
)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, after: &str) {
        let rewriting = Rewriting::into_module("api::pets").unwrap();
        assert_eq!(rewriting.source(before), after);
    }

    #[test]
    fn paths_go_through_the_module() {
        check(
            "use crate::types::Pet;",
            "use crate::api::pets::types::Pet;",
        );
        check("pub(crate) fn a() {}", "pub(crate) fn a() {}");
        check("$crate::a; a::crate_name", "$crate::a; a::crate_name");
        check("/// [`crate::Pet`]\nx", "/// [`crate::api::pets::Pet`]\nx");
    }

    #[test]
    fn literals_stay_as_they_are() {
        for same in [
            r#"let a = "crate::types";"#,
            r#"let a = "a \" crate::types \\";"#,
            r##"let a = r#"crate::types " feature"#;"##,
            r#"let a = (b"crate::x", c"crate::x", r"crate::\");"#,
            r"let a = ['\'', '\\', 'c', '\u{1f600}', '😀'];",
            "fn a<'a>(b: &'a str, c: &'static str) {}",
        ] {
            check(same, same);
        }
        check(
            r#"let a: &'a str = "crate::x"; crate::y('"', crate::z)"#,
            r#"let a: &'a str = "crate::x"; crate::api::pets::y('"', crate::api::pets::z)"#,
        );
    }

    #[test]
    fn features_become_an_option() {
        check(
            "#[cfg(any(feature = \"feature\", not(feature = \"b\")))] feature = 1",
            "#[cfg(any(pets_feature = \"feature\", not(pets_feature = \"b\")))] feature = 1",
        );
        check(
            "#![cfg_attr(rustfmt, rustfmt_skip)]\nfeature",
            "#![cfg_attr(rustfmt, rustfmt_skip)]\nfeature",
        );
    }

    #[test]
    fn the_documentation_of_the_crate_is_left_out() {
        check("a\n#![doc = include_str!(\"../README.md\")]\nb", "a\nb");
    }

    #[test]
    fn only_ways_to_modules_are_taken() {
        for way in [
            "",
            "a b",
            "crate",
            "a::",
            "::a",
            "a::b;c",
            "a::\u{e9}",
            "a-b",
            "1",
        ] {
            assert!(Rewriting::into_module(way).is_err(), "{way}");
        }
    }
}
