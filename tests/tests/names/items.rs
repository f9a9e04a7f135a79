//! The public items of the emitted crate, as its source has them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use syn::{Attribute, Ident, Visibility};

/// The names of all that is public in the emitted crate.
#[derive(Default)]
pub(crate) struct PublicNames {
    pub(crate) all: BTreeSet<String>,
    /// What and where.
    pub(crate) undocumented: Vec<(String, String)>,
    file: String,
}

impl PublicNames {
    pub(crate) fn of_the_crate() -> Self {
        let mut names = Self::default();
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated/seam-api/src");
        let mut files = Vec::new();
        rust_files(&source, &mut files);
        for path in files {
            names.file = path.strip_prefix(&source).unwrap().display().to_string();
            names
                .all
                .insert(path.file_stem().unwrap().to_str().unwrap().to_owned());
            names.visit_file(&syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap());
        }
        names
    }

    fn add(&mut self, what: &str, ident: &Ident, attributes: &[Attribute]) {
        self.all.insert(ident.to_string());
        if !attributes
            .iter()
            .any(|attribute| attribute.path().is_ident("doc"))
        {
            self.undocumented
                .push((what.to_owned(), format!("{}: {ident}", self.file)));
        }
    }

    fn add_public(
        &mut self,
        what: &str,
        visible: &Visibility,
        ident: &Ident,
        attributes: &[Attribute],
    ) {
        if matches!(visible, Visibility::Public(_)) {
            self.add(what, ident, attributes);
        }
    }
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

impl<'ast> Visit<'ast> for PublicNames {
    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.add_public("struct", &item.vis, &item.ident, &item.attrs);
        visit::visit_item_struct(self, item);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.add_public("enum", &item.vis, &item.ident, &item.attrs);
        for variant in &item.variants {
            self.add(
                &format!("variant of {}", item.ident),
                &variant.ident,
                &variant.attrs,
            );
            for field in &variant.fields {
                if let Some(ident) = &field.ident {
                    self.add(&format!("field of {}", variant.ident), ident, &field.attrs);
                }
            }
        }
    }

    fn visit_field(&mut self, field: &'ast syn::Field) {
        if let Some(ident) = &field.ident {
            self.add_public("field of a struct", &field.vis, ident, &field.attrs);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.all.insert(item.ident.to_string());
        visit::visit_item_mod(self, item);
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        self.add_public("type", &item.vis, &item.ident, &item.attrs);
    }

    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        self.add_public("const", &item.vis, &item.ident, &item.attrs);
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.add_public("fn", &item.vis, &item.sig.ident, &item.attrs);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        // A setter takes and gives `self`.
        let setter = item
            .sig
            .receiver()
            .is_some_and(|receiver| receiver.reference.is_none());
        let what = if setter { "setter" } else { "method" };
        self.add_public(what, &item.vis, &item.sig.ident, &item.attrs);
        // Parameters are read as much as methods are.
        for argument in &item.sig.inputs {
            if let syn::FnArg::Typed(typed) = argument
                && let syn::Pat::Ident(name) = &*typed.pat
            {
                self.all.insert(name.ident.to_string());
            }
        }
    }

    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        // Identifiers are types that a macro defines, from `/// text` and a name.
        if item
            .mac
            .path
            .segments
            .last()
            .is_some_and(|segment| segment.ident == "id")
        {
            let wrapped: syn::File =
                syn::parse_str(&id_structs(&item.mac.tokens.to_string())).unwrap();
            self.visit_file(&wrapped);
        }
    }
}

/// The tokens of `id!` as the structs that they stand for.
fn id_structs(tokens: &str) -> String {
    let source: proc_macro2::TokenStream = tokens.parse().unwrap();
    let named = source.into_iter().map(|token| match token {
        proc_macro2::TokenTree::Ident(name) => format!("pub struct {name};\n"),
        other => other.to_string(),
    });
    named.collect()
}
