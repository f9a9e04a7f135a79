//! Text of a document never becomes code, whatever it is and wherever it stands.
//!
//! Every payload is put in every place of documents that holds text, with a name of its own for
//! each place. Where one of these names turned up as an identifier of the emitted source,
//! text would have become code.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

mod golden_support;
mod hostile_support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path};

use golden_support::{check, document as document_crates};
use hostile_support::{all, plain};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};
use seamstress::output::{Mode, write};

#[test]
fn text_never_becomes_code() {
    for generated in all() {
        let name = &generated.name;
        assert!(generated.rust().count() > 5, "{name}");
        for (path, text) in generated.rust() {
            syn::parse_file(text).unwrap_or_else(|error| panic!("{name}: {path}: {error}\n{text}"));
            let tokens: TokenStream = text.parse().unwrap();
            let mut found = BTreeSet::new();
            identifiers(tokens, &mut found);
            let escaped = found.iter().find(|ident| ident.starts_with("canary_"));
            assert_eq!(escaped, None, "{name}: {path} has it as code:\n{text}");
        }
    }
}

#[test]
fn text_never_becomes_a_manifest() {
    let plain = plain();
    for generated in all() {
        let manifest: toml::Table = toml::from_str(generated.file("Cargo.toml")).unwrap();
        let expected: toml::Table = toml::from_str(plain.file("Cargo.toml")).unwrap();
        let keys = |table: &toml::Table| table.keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&manifest), keys(&expected), "{}", generated.name);
        for section in ["package", "dependencies", "dev-dependencies"] {
            let (section, expected) = (&manifest[section], &expected[section]);
            assert_eq!(
                keys(section.as_table().unwrap()),
                keys(expected.as_table().unwrap())
            );
        }
        let features = manifest["features"].as_table().unwrap();
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(
            features.keys().all(|feature| feature.chars().all(is_plain)),
            "{features:?}"
        );
        let readme = generated.file("README.md");
        assert!(
            !readme.contains("49") && !readme.contains("```rust"),
            "{readme}"
        );
    }
}

#[test]
fn text_never_becomes_a_doctest() {
    let mut blocks = 0;
    for generated in all() {
        for (path, text) in generated.rust() {
            let tokens: TokenStream = text.parse().unwrap();
            let mut docs = Vec::new();
            comments(tokens, &mut docs);
            for doc in docs {
                for event in Parser::new_ext(&doc, Options::all()) {
                    if let Event::Start(Tag::CodeBlock(kind)) = event {
                        let is_text = matches!(&kind, CodeBlockKind::Fenced(language) if &**language == "text");
                        assert!(is_text, "{}: {path}: {kind:?} in\n{doc}", generated.name);
                        blocks += 1;
                    }
                }
            }
        }
    }
    assert!(blocks > 20, "code blocks stay code blocks: {blocks}");
}

#[test]
fn text_never_leaves_the_folder() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile-paths");
    for generated in all() {
        for path in generated.files.iter().map(|file| &file.path) {
            let is_step = |step: Component<'_>| matches!(step, Component::Normal(_));
            assert!(path.components().all(is_step), "{}", path.display());
            let is_plain = |c: char| c.is_ascii_alphanumeric() || "._/".contains(c);
            assert!(
                path.to_str().unwrap().chars().all(is_plain),
                "{}",
                path.display()
            );
        }
        let _ = fs::remove_dir_all(&folder);
        write(
            &folder.join("inner/out"),
            generated.files.clone(),
            Mode::Write,
        )
        .unwrap();
        let entries = |path: &Path| fs::read_dir(path).unwrap().count();
        assert_eq!(
            (entries(&folder), entries(&folder.join("inner"))),
            (1, 1),
            "{}",
            generated.name
        );
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn what_comes_of_it_compiles_without_a_warning() {
    assert!(all().len() > 300, "{}", all().len());
    check("hostile", all());
}

#[test]
fn its_documentation_has_no_broken_links() {
    // Each takes seconds, so these are the ones about links and HTML.
    let crates = all().iter();
    let crates = crates
        .filter(|one| ["hostile-3-0-html", "hostile-3-1-setext"].contains(&one.name.as_str()));
    document_crates("hostile-docs", &crates.cloned().collect::<Vec<_>>());
}

/// All identifiers, in macros too; what stands in literals and comments is none.
fn identifiers(tokens: TokenStream, found: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                found.insert(ident.to_string());
            }
            TokenTree::Group(group) => identifiers(group.stream(), found),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// All doc comments, each as the one text that rustdoc makes of its lines.
fn comments(tokens: TokenStream, found: &mut Vec<String>) {
    let mut lines: Vec<String> = Vec::new();
    for token in tokens {
        match &token {
            TokenTree::Punct(mark) if ['#', '!'].contains(&mark.as_char()) => continue,
            TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => {
                let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
                if let [TokenTree::Ident(name), _, TokenTree::Literal(text)] = tokens.as_slice()
                    && name == "doc"
                {
                    let text: syn::LitStr = syn::parse_str(&text.to_string()).unwrap();
                    lines.push(text.value());
                    continue;
                }
            }
            _ => {}
        }
        if !lines.is_empty() {
            found.push(lines.join("\n"));
            lines.clear();
        }
        if let TokenTree::Group(group) = token {
            comments(group.stream(), found);
        }
    }
}
