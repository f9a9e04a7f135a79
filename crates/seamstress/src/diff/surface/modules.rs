//! Which modules a program can see, and under which paths: modules that are not public are shown
//! by `pub use`.

use std::collections::BTreeMap;

use crate::output::File;

/// A file of the crate, parsed.
pub(super) struct Module {
    /// The steps to it: none for `lib.rs`.
    pub(super) steps: Vec<String>,
    pub(super) items: Vec<syn::Item>,
}

/// What a module shows of another.
enum Shows {
    /// Everything.
    All,
    /// These names.
    Names(Vec<String>),
}

/// The modules of the crate, and where what is in them can be seen.
pub(super) struct Modules {
    pub(super) all: Vec<Module>,
    /// By the module that is shown: where, and what of it.
    shown: BTreeMap<Vec<String>, Vec<(Vec<String>, Shows)>>,
    public: BTreeMap<Vec<String>, bool>,
}

impl Modules {
    pub(super) fn read(files: &[File]) -> Self {
        let mut modules = Self {
            all: Vec::new(),
            shown: BTreeMap::new(),
            public: BTreeMap::new(),
        };
        for file in files {
            let Some(steps) = steps(file) else { continue };
            let Ok(parsed) = syn::parse_file(&without_docs(&file.text)) else {
                continue;
            };
            for item in &parsed.items {
                modules.note(&steps, item);
            }
            let items = parsed.items;
            modules.all.push(Module { steps, items });
        }
        modules
    }

    fn note(&mut self, steps: &[String], item: &syn::Item) {
        match item {
            syn::Item::Mod(module) => {
                let is_public = matches!(module.vis, syn::Visibility::Public(_));
                self.public
                    .insert(below(steps, &module.ident.to_string()), is_public);
            }
            syn::Item::Use(shown) if matches!(shown.vis, syn::Visibility::Public(_)) => {
                let mut way = Vec::new();
                let mut tree = &shown.tree;
                while let syn::UseTree::Path(path) = tree {
                    way.push(path.ident.to_string());
                    tree = &path.tree;
                }
                let shows = match tree {
                    syn::UseTree::Glob(_) => Shows::All,
                    other => Shows::Names(names(other)),
                };
                let target = match way.split_first() {
                    Some((first, rest)) if first == "crate" => rest.to_vec(),
                    _ => steps.iter().cloned().chain(way).collect(),
                };
                let here = (steps.to_vec(), shows);
                self.shown.entry(target).or_default().push(here);
            }
            _ => {}
        }
    }

    /// The path by which a program sees the item `name` of a module; nothing where it does not.
    pub(super) fn path(&self, steps: &[String], name: &str) -> Option<String> {
        self.path_within(steps, name, 0)
    }

    fn path_within(&self, steps: &[String], name: &str, depth: usize) -> Option<String> {
        let is_public =
            (1..=steps.len()).all(|to| self.public.get(&steps[..to]).copied().unwrap_or(false));
        if is_public {
            let all = steps.iter().map(String::as_str).chain([name]);
            return Some(all.collect::<Vec<_>>().join("::"));
        }
        // Modules that show each other in a circle show nothing.
        if depth > 8 {
            return None;
        }
        let shown = self.shown.get(steps)?.iter();
        let mut shown = shown.filter(|(_, shows)| match shows {
            Shows::All => true,
            Shows::Names(names) => names.iter().any(|known| known == name),
        });
        shown.find_map(|(from, _)| self.path_within(from, name, depth + 1))
    }
}

/// The names that a `use` ends in.
pub(super) fn names(tree: &syn::UseTree) -> Vec<String> {
    match tree {
        syn::UseTree::Name(name) => vec![name.ident.to_string()],
        syn::UseTree::Rename(renamed) => vec![renamed.rename.to_string()],
        syn::UseTree::Group(group) => group.items.iter().flat_map(names).collect(),
        syn::UseTree::Path(path) => names(&path.tree),
        syn::UseTree::Glob(_) => Vec::new(),
    }
}

fn below(steps: &[String], name: &str) -> Vec<String> {
    steps.iter().cloned().chain([name.to_owned()]).collect()
}

/// The steps to the module that a file is: `src/types/pet.rs` is `types`, `pet`.
fn steps(file: &File) -> Option<Vec<String>> {
    let path = file.path.to_string_lossy().replace('\\', "/");
    let path = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    if path == "lib" {
        return Some(Vec::new());
    }
    Some(
        path.split('/')
            .map(|step| step.trim_start_matches("r#").to_owned())
            .collect(),
    )
}

/// The source without its documentation, which is most of it and which nothing here reads. Literals
/// are on one line, so that a line is one of documentation or is none.
fn without_docs(source: &str) -> String {
    let lines = source.lines();
    let code = lines.filter(|line| !line.trim_start().starts_with("//"));
    let mut text = String::with_capacity(source.len() / 2);
    for line in code {
        text.push_str(line);
        text.push('\n');
    }
    text
}
