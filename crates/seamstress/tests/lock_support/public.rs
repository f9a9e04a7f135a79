//! The public names of a crate, and what has them: read off its source.
//!
//! A name alone does not say whether it still means the same. So each comes with what it stands
//! for, as the source itself says that: the text in the table of a field or a variant, the method
//! and path of an operation, the text that a setter sets.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use seamstress::output::File;
use syn::{Attribute, Expr, Fields, ImplItem, Item, Lit, Meta, Visibility};

/// Public names by what they stand for: `types::Pet "petName"` → `types::Pet.pet_name`.
pub(crate) type Public = BTreeMap<String, BTreeSet<String>>;

/// All public names of the files under `src`.
pub(crate) fn public(files: &[File]) -> Public {
    let mut found = Found::default();
    for file in files {
        let path = file.path.to_str().unwrap();
        let Some(path) = path.strip_prefix("src/") else {
            continue;
        };
        if !path.ends_with(".rs") {
            continue;
        }
        let source = syn::parse_file(&file.text).unwrap();
        found.module = path.split(['/', '.']).next().unwrap().to_owned();
        for item in &source.items {
            found.item(item);
        }
    }
    found.public
}

#[derive(Default)]
struct Found {
    module: String,
    public: Public,
}

impl Found {
    fn add(&mut self, thing: String, name: String) {
        let thing = format!("{}::{thing}", self.module);
        let name = format!("{}::{name}", self.module);
        self.public.entry(thing).or_default().insert(name);
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Struct(item) if is_public(&item.vis) => {
                self.add(item.ident.to_string(), item.ident.to_string());
                self.fields(&item.ident.to_string(), &item.fields, true);
            }
            Item::Enum(item) if is_public(&item.vis) => {
                let name = item.ident.to_string();
                self.add(name.clone(), name.clone());
                for variant in &item.variants {
                    let path = format!("{name}::{}", variant.ident);
                    self.add(path.clone(), path);
                    self.fields(&name, &variant.fields, false);
                }
            }
            Item::Type(item) if is_public(&item.vis) => {
                self.add(item.ident.to_string(), item.ident.to_string());
            }
            Item::Const(item) if is_public(&item.vis) => {
                let value = item.expr.to_token_stream();
                let (name, ty) = (item.ident.to_string(), item.ty.to_token_stream());
                self.add(format!("const {ty} {value}"), name);
            }
            Item::Fn(item) if is_public(&item.vis) => {
                self.add(item.sig.ident.to_string(), item.sig.ident.to_string());
            }
            Item::Impl(item) if item.trait_.is_none() => {
                let owner = item.self_ty.to_token_stream().to_string();
                for item in &item.items {
                    if let ImplItem::Fn(item) = item
                        && is_public(&item.vis)
                    {
                        let body = item.block.to_token_stream();
                        let stands_for = call(&item.attrs).or_else(|| texts(body));
                        let name = format!("{owner}::{}", item.sig.ident);
                        let thing = stands_for.map(|text| format!("fn {owner} {text}"));
                        self.add(thing.unwrap_or_else(|| name.clone()), name);
                    }
                }
            }
            Item::Macro(item) => {
                let name = item.mac.path.segments.last().unwrap().ident.to_string();
                self.table(&name, item.mac.tokens.clone());
            }
            _ => {}
        }
    }

    fn fields(&mut self, owner: &str, fields: &Fields, is_struct: bool) {
        for field in fields {
            if let Some(name) = &field.ident
                && (is_public(&field.vis) || !is_struct)
            {
                let path = format!("{owner}.{name}");
                self.add(path.clone(), path);
            }
        }
    }

    /// The rows of a table: `"petName" => pet_name: required,` and `"red" => Red,`.
    fn table(&mut self, kind: &str, tokens: TokenStream) {
        let mut tokens = tokens.into_iter();
        let Some(TokenTree::Ident(owner)) = tokens.next() else {
            return;
        };
        if let Some(TokenTree::Group(rows)) = tokens.last() {
            self.rows(kind, &owner.to_string(), rows.stream());
        }
    }

    fn rows(&mut self, kind: &str, owner: &str, rows: TokenStream) {
        let rows: Vec<TokenTree> = rows.into_iter().collect();
        let text = |at: usize| rows.get(at).map(ToString::to_string).unwrap_or_default();
        for at in 0..rows.len() {
            if text(at) != "=" || text(at + 1) != ">" {
                continue;
            }
            // What stands before the arrow, back to the row before.
            let is_end = |tree: &TokenTree| tree.to_string() == ",";
            let start = rows[..at].iter().rposition(is_end).map_or(0, |end| end + 1);
            let key: Vec<String> = (start..at).map(text).collect();
            let (key, name) = (key.join(" "), text(at + 2));
            let separator = match name.starts_with(char::is_uppercase) {
                true => "::",
                false => ".",
            };
            // Unions say what an alternative looks like, which may change.
            if kind != "union" {
                self.add(
                    format!("{owner} {key}"),
                    format!("{owner}{separator}{name}"),
                );
            }
            if let Some(TokenTree::Group(group)) = rows.get(at + 3)
                && kind == "kind"
            {
                self.rows("case", owner, group.stream());
            }
        }
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// The last line of the documentation of an operation's method: `GET /pets`.
fn call(attributes: &[Attribute]) -> Option<String> {
    let lines = attributes
        .iter()
        .filter_map(|attribute| match &attribute.meta {
            Meta::NameValue(meta) if meta.path.is_ident("doc") => match &meta.value {
                Expr::Lit(literal) => match &literal.lit {
                    Lit::Str(text) => Some(text.value()),
                    _ => None,
                },
                _ => None,
            },
            _ => None,
        });
    let mut lines: Vec<String> = lines.map(|line| line.trim().to_owned()).collect();
    lines.retain(|line| {
        let is_code = line.starts_with('`') && line.ends_with('`');
        let is_call = line.split_once(" /").is_some_and(|(method, _)| {
            method
                .trim_matches('`')
                .chars()
                .all(|letter| letter.is_ascii_uppercase())
        });
        is_code && is_call || line.starts_with("One of kind `")
    });
    lines.pop()
}

/// The literals of a body: what a setter sets, and of what a choice is made. A choice of one more
/// property is another.
fn texts(tokens: TokenStream) -> Option<String> {
    let texts = tokens.into_iter().filter_map(|tree| match tree {
        TokenTree::Group(group) => texts(group.stream()),
        TokenTree::Literal(literal) => Some(literal.to_string()),
        _ => None,
    });
    let texts: Vec<String> = texts.collect();
    (!texts.is_empty()).then(|| texts.join(" "))
}
