//! The items of the source files of a crate.

use std::collections::{BTreeMap, BTreeSet};

use quote::ToTokens;
use syn::{Attribute, Fields, FnArg, ImplItem, ReturnType, Visibility};

use super::modules::{Module, Modules, names};
use super::provided::provided;
use super::tokens::text;
use super::{Argument, Item, ItemKind, Surface};
use crate::output::File;

/// Reads the items of `files` into `surface`.
pub(super) fn read(files: &[File], surface: &mut Surface) {
    let modules = Modules::read(files);
    let mut reader = Reader {
        conditions: conditions(&modules),
        types: BTreeMap::new(),
        modules: &modules,
        surface,
    };
    for module in &modules.all {
        reader.definitions(module);
    }
    for module in &modules.all {
        reader.implementations(module);
    }
}

struct Reader<'a> {
    modules: &'a Modules,
    /// The features that whole modules need, by the steps to them.
    conditions: BTreeMap<Vec<String>, BTreeSet<String>>,
    /// The types that programs see, by name: the module of each, and its path.
    types: BTreeMap<String, Vec<(Vec<String>, String)>>,
    surface: &'a mut Surface,
}

/// The features that modules need.
fn conditions(modules: &Modules) -> BTreeMap<Vec<String>, BTreeSet<String>> {
    let mut conditions = BTreeMap::new();
    for module in &modules.all {
        for item in &module.items {
            let syn::Item::Mod(inner) = item else {
                continue;
            };
            if let Some(features) = features(&inner.attrs) {
                let mut steps = module.steps.clone();
                steps.push(inner.ident.to_string());
                conditions.insert(steps, features);
            }
        }
    }
    conditions
}

impl Reader<'_> {
    /// The types and statics of a module, and what it shows of other crates.
    fn definitions(&mut self, module: &Module) {
        for item in &module.items {
            match item {
                syn::Item::Struct(item) if is_public(&item.vis) => {
                    let name = item.ident.to_string();
                    let Some(path) = self.define(module, &name, ItemKind::Struct, "", &item.attrs)
                    else {
                        continue;
                    };
                    self.fields(&path, &item.fields, true);
                }
                syn::Item::Enum(item) if is_public(&item.vis) => {
                    let name = item.ident.to_string();
                    let Some(path) = self.define(module, &name, ItemKind::Enum, "", &item.attrs)
                    else {
                        continue;
                    };
                    for variant in &item.variants {
                        self.variant(&path, variant);
                    }
                }
                syn::Item::Type(item) if is_public(&item.vis) => {
                    let (name, ty) = (item.ident.to_string(), text(&item.ty));
                    self.define(module, &name, ItemKind::Alias, &ty, &item.attrs);
                }
                syn::Item::Static(item) if is_public(&item.vis) => {
                    let name = item.ident.to_string();
                    if let Some(path) = self.modules.path(&module.steps, &name) {
                        let item = Item::new(ItemKind::Static, text(&item.ty));
                        self.surface.add(path, item);
                    }
                }
                syn::Item::Const(item) if is_public(&item.vis) => {
                    let name = item.ident.to_string();
                    if let Some(path) = self.modules.path(&module.steps, &name) {
                        let item = Item::new(ItemKind::Static, text(&item.ty));
                        self.surface.add(path, item);
                    }
                }
                syn::Item::Use(shown) if is_public(&shown.vis) => self.shown(module, &shown.tree),
                syn::Item::Macro(made) if macro_name(made) == "id" => self.ids(module, made),
                _ => {}
            }
        }
    }

    /// A type, with the traits that it derives.
    fn define(
        &mut self,
        module: &Module,
        name: &str,
        kind: ItemKind,
        ty: &str,
        attributes: &[Attribute],
    ) -> Option<String> {
        let path = self.modules.path(&module.steps, name)?;
        let mut item = Item::new(kind, ty);
        item.open = has(attributes, "non_exhaustive");
        item.deprecated = has(attributes, "deprecated");
        item.features = features(attributes).or_else(|| self.features_of(module));
        self.surface.add(path.clone(), item);
        for derived in derives(attributes) {
            self.implement(&path, &derived);
        }
        let known = self.types.entry(name.to_owned()).or_default();
        known.push((module.steps.clone(), path.clone()));
        Some(path)
    }

    fn features_of(&self, module: &Module) -> Option<BTreeSet<String>> {
        let ways = (1..=module.steps.len()).rev();
        let mut ways = ways.map(|to| &module.steps[..to]);
        ways.find_map(|steps| self.conditions.get(steps).cloned())
    }

    fn implement(&mut self, path: &str, what: &str) {
        let item = Item::new(ItemKind::Impl, "");
        self.surface.add(format!("{path}: {what}"), item);
    }

    /// Fields that programs see: of structs the public ones, of variants all.
    fn fields(&mut self, path: &str, fields: &Fields, only_public: bool) {
        for field in fields {
            let Some(name) = &field.ident else { continue };
            if only_public && !is_public(&field.vis) {
                continue;
            }
            let mut item = Item::new(ItemKind::Field, text(&field.ty));
            item.deprecated = has(&field.attrs, "deprecated");
            self.surface.add(format!("{path}::{name}"), item);
        }
    }

    fn variant(&mut self, path: &str, variant: &syn::Variant) {
        let contents = match &variant.fields {
            Fields::Unit => String::new(),
            Fields::Named(_) => "{ … }".to_owned(),
            Fields::Unnamed(fields) => {
                let types: Vec<String> =
                    fields.unnamed.iter().map(|field| text(&field.ty)).collect();
                format!("({})", types.join(", "))
            }
        };
        let mut item = Item::new(ItemKind::Variant, contents);
        item.deprecated = has(&variant.attrs, "deprecated");
        item.open = has(&variant.attrs, "non_exhaustive");
        let path = format!("{path}::{}", variant.ident);
        self.fields(&path, &variant.fields, false);
        self.surface.add(path, item);
    }

    /// Names of other crates that this one shows.
    fn shown(&mut self, module: &Module, tree: &syn::UseTree) {
        const RUNTIME: &str = "seamstress_runtime";
        match tree {
            syn::UseTree::Path(way) if way.ident == RUNTIME => self.show(module, &names(&way.tree)),
            syn::UseTree::Rename(renamed) if renamed.ident == RUNTIME => {
                self.show(module, &[renamed.rename.to_string()]);
            }
            _ => {}
        }
    }

    fn show(&mut self, module: &Module, names: &[String]) {
        for name in names {
            if let Some(path) = self.modules.path(&module.steps, name) {
                self.surface.add(path, Item::new(ItemKind::Shown, ""));
            }
        }
    }

    /// `id! { DeviceId … }`: what has a name in it is a type.
    fn ids(&mut self, module: &Module, made: &syn::ItemMacro) {
        let tokens = made.mac.tokens.clone().into_iter();
        let names = tokens.filter_map(|token| match token {
            proc_macro2::TokenTree::Ident(name) => Some(name.to_string()),
            _ => None,
        });
        for name in names {
            if let Some(path) = self.define(module, &name, ItemKind::Struct, "", &[]) {
                for (name, item) in provided("id", &[]) {
                    self.surface.add(format!("{path}{name}"), item);
                }
            }
        }
    }

    /// The methods of a module, and the traits that it implements.
    fn implementations(&mut self, module: &Module) {
        for item in &module.items {
            match item {
                syn::Item::Impl(block) => self.block(module, block),
                syn::Item::Macro(made) => self.table(module, made),
                _ => {}
            }
        }
    }

    fn block(&mut self, module: &Module, block: &syn::ItemImpl) {
        let syn::Type::Path(of) = &*block.self_ty else {
            return;
        };
        let Some(name) = of.path.segments.last() else {
            return;
        };
        let Some(path) = self.resolve(module, &name.ident.to_string()) else {
            return;
        };
        if let Some((of_trait, _)) = &block.trait_ {
            let of_trait = text(of_trait);
            return self.implement(&path, &of_trait);
        }
        for item in &block.items {
            let ImplItem::Fn(method) = item else { continue };
            if is_public(&method.vis) {
                let item = self::method(&method.sig, &method.attrs);
                self.surface
                    .add(format!("{path}::{}()", method.sig.ident), item);
            }
        }
    }

    /// A table of the runtime, which gives a type methods and traits.
    fn table(&mut self, module: &Module, made: &syn::ItemMacro) {
        let tokens: Vec<_> = made.mac.tokens.clone().into_iter().collect();
        let [proc_macro2::TokenTree::Ident(name), rest @ ..] = tokens.as_slice() else {
            return;
        };
        let kind = macro_name(made);
        let Some(path) = self.resolve(module, &name.to_string()) else {
            return;
        };
        for (name, item) in provided(&kind, rest) {
            self.surface.add(format!("{path}{name}"), item);
        }
    }

    /// The path of the type that is called `name` in `module`: that of the module itself, else the
    /// only one, or the first that is in a module above.
    fn resolve(&self, module: &Module, name: &str) -> Option<String> {
        let known = self.types.get(name)?;
        let shared = |steps: &[String]| {
            let pairs = steps.iter().zip(&module.steps);
            pairs.take_while(|(one, other)| one == other).count()
        };
        let nearest = known.iter().max_by_key(|(steps, _)| shared(steps));
        nearest.map(|(_, path)| path.clone())
    }
}

/// The name of the macro: `open_enum`.
fn macro_name(made: &syn::ItemMacro) -> String {
    let last = made.mac.path.segments.last();
    last.map(|segment| segment.ident.to_string())
        .unwrap_or_default()
}

fn method(signature: &syn::Signature, attributes: &[Attribute]) -> Item {
    let returned = match &signature.output {
        ReturnType::Default => String::new(),
        ReturnType::Type(_, ty) => text(ty),
    };
    let mut item = Item::new(ItemKind::Method, returned);
    item.deprecated = has(attributes, "deprecated");
    let arguments = signature.inputs.iter().map(|argument| match argument {
        FnArg::Receiver(receiver) => Argument {
            name: "self".to_owned(),
            ty: if matches!(receiver.kind, syn::ReceiverKind::Reference(..)) {
                "&self"
            } else {
                "self"
            }
            .to_owned(),
        },
        FnArg::Typed(argument) => Argument {
            name: text(&argument.pat).trim_start_matches("mut ").to_owned(),
            ty: text(&argument.ty),
        },
    });
    item.arguments = arguments.collect();
    item
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn has(attributes: &[Attribute], name: &str) -> bool {
    attributes
        .iter()
        .any(|attribute| attribute.path().is_ident(name))
}

fn derives(attributes: &[Attribute]) -> Vec<String> {
    let mut found = Vec::new();
    for attribute in attributes
        .iter()
        .filter(|one| one.path().is_ident("derive"))
    {
        let noted = attribute.parse_nested_meta(|derived| {
            found.push(text(&derived.path));
            Ok(())
        });
        // What is emitted derives by paths alone.
        debug_assert!(noted.is_ok());
    }
    found
}

/// The features of a `#[cfg(feature = …)]` or `#[cfg(any(feature = …, …))]`.
fn features(attributes: &[Attribute]) -> Option<BTreeSet<String>> {
    let condition = attributes.iter().find(|one| one.path().is_ident("cfg"))?;
    let mut found = BTreeSet::new();
    literals(condition.meta.to_token_stream(), &mut found);
    (!found.is_empty()).then_some(found)
}

fn literals(tokens: proc_macro2::TokenStream, found: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            proc_macro2::TokenTree::Group(group) => literals(group.stream(), found),
            proc_macro2::TokenTree::Literal(literal) => {
                if let syn::Lit::Str(name) = syn::Lit::new(literal) {
                    found.insert(name.value());
                }
            }
            _ => {}
        }
    }
}
