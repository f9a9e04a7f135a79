//! Texts → document: reading, overlays, bundling, and the shape of OpenAPI 3.0.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::bundle::{self, Disk, Files, Memory, Reach};
use super::history::History;
use super::moves::Moves;
use super::{Document, dialect, overlay, read};
use crate::diagnostic::{Diagnostic, Diagnostics, Location};
use crate::stack::roomy;

impl Document {
    /// Reads a document and applies overlays to it, in their order. Files that it refers to are
    /// read where they are in its folder, or below.
    ///
    /// The second part of the result are warnings. References inside the document are not
    /// followed here: see [`Self::check_references`].
    ///
    /// # Errors
    ///
    /// Where a file cannot be read, is neither JSON nor YAML, is no OpenAPI
    /// document of a supported version or no overlay, or where an action of an
    /// overlay cannot be carried out.
    pub fn load(
        path: impl AsRef<Path>,
        overlays: &[PathBuf],
    ) -> Result<(Self, Diagnostics), Diagnostics> {
        Self::load_with(path, overlays, &Reach::default())
    }

    /// The same, where references may reach further.
    ///
    /// Overlays change the document itself, and not the files that it refers to.
    ///
    /// # Errors
    ///
    /// As [`Self::load`], and where the document is not in the folder that `reach` names.
    pub fn load_with(
        path: impl AsRef<Path>,
        overlays: &[PathBuf],
        reach: &Reach,
    ) -> Result<(Self, Diagnostics), Diagnostics> {
        let path = path.as_ref();
        let text = read::file(path, "`path` under `[document]`")?;
        let mut texts = Vec::new();
        for overlay in overlays {
            texts.push((
                overlay.clone(),
                read::file(overlay, "`overlays` under `[document]`")?,
            ));
        }
        let (root, inside) = rooted(path, reach)?;
        let disk = Disk { root: &root, reach };
        roomy(|| Self::read(path, &inside, text, texts, &disk))
    }

    /// Reads a document from its text, as if it stood in `file`; the overlays likewise. Other
    /// files are not read.
    ///
    /// # Errors
    ///
    /// As [`Self::load`].
    pub fn from_text(
        file: impl AsRef<Path>,
        text: impl Into<String>,
        overlays: impl IntoIterator<Item = (PathBuf, String)>,
    ) -> Result<(Self, Diagnostics), Diagnostics> {
        let (file, text) = (file.as_ref(), text.into());
        let overlays = overlays.into_iter().collect();
        let (root, inside) = folder_and_name(file);
        let memory = Memory {
            root: &root,
            reach: &Reach::default(),
            files: &BTreeMap::new(),
        };
        roomy(|| Self::read(file, &inside, text, overlays, &memory))
    }

    /// Reads a document of several files from their texts: that of `file`, and those that it
    /// refers to. All paths start at one folder.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    ///
    /// use seamstress::document::{Document, Reach};
    ///
    /// let files = BTreeMap::from([
    ///     ("a.yaml".into(), "openapi: 3.0.3\ncomponents: {schemas: {pet: {$ref: 'b.yaml#/pet'}}}".into()),
    ///     ("b.yaml".into(), "pet: {type: string}".into()),
    /// ]);
    /// let (document, warnings) = Document::from_files("a.yaml", &files, &Reach::default())?;
    /// assert!(warnings.is_empty());
    /// assert_eq!(document.root()["components"]["schemas"]["pet"]["type"], "string");
    /// # Ok::<(), seamstress::diagnostic::Diagnostics>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Self::load`].
    pub fn from_files(
        file: impl AsRef<Path>,
        files: &BTreeMap<PathBuf, String>,
        reach: &Reach,
    ) -> Result<(Self, Diagnostics), Diagnostics> {
        let file = file.as_ref();
        let Some(text) = files.get(file) else {
            let message = format!("`{}` is not among the files", file.display());
            let missing =
                Diagnostic::error("unreadable-file", message).located(Location::file(file));
            return Err(missing.help("name one of the files that are given").into());
        };
        let (root, inside) = match &reach.root {
            Some(root) => (root.clone(), within(file, root)?),
            None => folder_and_name(file),
        };
        let memory = Memory {
            root: &root,
            reach,
            files,
        };
        roomy(|| Self::read(file, &inside, text.clone(), Vec::new(), &memory))
    }

    fn read(
        file: &Path,
        inside: &Path,
        text: String,
        overlays: Vec<(PathBuf, String)>,
        files: &dyn Files,
    ) -> Result<(Self, Diagnostics), Diagnostics> {
        let parsed = read::parse(file, text)?;
        let (version, guessed) = dialect::version(&parsed.source, &parsed.tree)?;
        let mut document = Self {
            tree: parsed.tree,
            sources: vec![parsed.source],
            overlays: Vec::new(),
            history: History::default(),
            bundled: Moves::default(),
            moves: Vec::new(),
        };
        let mut diagnostics = parsed.warnings;
        diagnostics.extend(guessed);
        for (file, text) in overlays {
            match read::parse(&file, text) {
                Ok(parsed) => diagnostics.extend(overlay::apply(&mut document, parsed)),
                Err(diagnostic) => diagnostics.push(diagnostic),
            }
        }
        if diagnostics.has_errors() {
            return Err(diagnostics);
        }
        diagnostics.extend(document.bundle(inside, files, version));
        diagnostics.extend(document.normalise(version));
        Ok((document, diagnostics))
    }

    /// Brings what the document refers to in other files into its tree.
    fn bundle(
        &mut self,
        inside: &Path,
        files: &dyn Files,
        version: dialect::Version,
    ) -> Diagnostics {
        let tree = std::mem::take(&mut self.tree);
        let sources = std::mem::take(&mut self.sources);
        let bundled = bundle::bundle(files, inside, sources, tree, version);
        (self.tree, self.sources) = (bundled.tree, bundled.sources);
        self.bundled = bundled.moves;
        let mut diagnostics = bundled.diagnostics;
        for (file, pointer, complaint) in bundled.complaints {
            let (location, pointer) = self.locate_in_file(file, &pointer);
            diagnostics.push(complaint.located(location).at(pointer));
        }
        diagnostics
    }

    /// Brings the tree to the shape of OpenAPI 3.0.
    fn normalise(&mut self, version: dialect::Version) -> Diagnostics {
        let mut diagnostics = Diagnostics::new();
        for step in [dialect::outline, dialect::webhooks, dialect::schemas] {
            let rewritten = step(&mut self.tree, version);
            for (pointer, complaint) in rewritten.complaints {
                let location = self.locate(&pointer);
                diagnostics.push(complaint.located(location).at(self.origin(&pointer)));
            }
            self.moves.push(rewritten.moves);
        }
        diagnostics
    }
}

/// The folder that references do not leave, and the path of the document below it.
fn rooted(path: &Path, reach: &Reach) -> Result<(PathBuf, PathBuf), Diagnostic> {
    let Some(root) = &reach.root else {
        return Ok(folder_and_name(path));
    };
    let here = |path: &Path| match path.as_os_str().is_empty() {
        true => fs::canonicalize("."),
        false => fs::canonicalize(path),
    };
    let (Ok(real_path), Ok(real_root)) = (here(path), here(root)) else {
        return Err(outside(path, root));
    };
    Ok((root.clone(), within(&real_path, &real_root)?))
}

fn within(path: &Path, root: &Path) -> Result<PathBuf, Diagnostic> {
    let inside = path.strip_prefix(root);
    inside
        .map(Path::to_path_buf)
        .map_err(|_| outside(path, root))
}

fn outside(path: &Path, root: &Path) -> Diagnostic {
    let message = format!("the document is not in the folder `{}`", root.display());
    Diagnostic::error("bad-root", message)
        .located(Location::file(path))
        .help("correct `root` under `[document]`: a folder around the document")
}

fn folder_and_name(path: &Path) -> (PathBuf, PathBuf) {
    let folder = path.parent().unwrap_or(Path::new(""));
    let name = path.file_name().unwrap_or_default();
    (folder.to_path_buf(), PathBuf::from(name))
}
