//! Generating from a build script: the client is a module of the crate that is built, made anew
//! whenever the document changes.
//!
//! In `build.rs`:
//!
//! ```no_run
//! seamstress::build::Generator::new("openapi.yaml").module("pets").run();
//! ```
//!
//! and in the root of the crate, such as `src/main.rs`:
//!
//! ```ignore
//! include!(concat!(env!("OUT_DIR"), "/pets.rs"));
//! ```
//!
//! The crate depends on `seamstress-runtime`, as an emitted crate does, and has `seamstress` as a
//! build dependency. `examples/build-script` in the repository is one.

mod directives;
mod features;
mod source;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::job::{Job, Made};
use crate::output::{File, Mode, write, write_one};

use features::Features;
use source::Rewriting;

/// What a build script asks for.
#[derive(Clone, Debug, Default)]
pub struct Generator {
    job: Job,
    module: Option<String>,
    out_dir: Option<PathBuf>,
    features: Vec<String>,
}

/// What a build script has to tell Cargo.
#[derive(Debug)]
pub struct Generated {
    /// The file to `include!`.
    pub file: PathBuf,
    /// The files that were read.
    pub inputs: Vec<PathBuf>,
    /// The name of the configuration option that stands for features of the module.
    pub option: String,
    /// Its values that are set.
    pub set: BTreeSet<String>,
    /// All its values.
    pub known: BTreeSet<String>,
    /// Complaints that stop nothing.
    pub warnings: Diagnostics,
}

impl Generator {
    /// Generates from a document; its path starts at the folder of the package, where build
    /// scripts run.
    #[must_use]
    pub fn new(document: impl Into<PathBuf>) -> Self {
        let mut generator = Self::default();
        generator.job.document = Some(document.into());
        generator
    }

    /// Generates as a configuration file says.
    #[must_use]
    pub fn from_config(config: impl Into<PathBuf>) -> Self {
        let mut generator = Self::default();
        generator.job.config = Some(config.into());
        generator
    }

    /// Applies an OpenAPI Overlay to the document, after those that there are.
    #[must_use]
    pub fn overlay(mut self, overlay: impl Into<PathBuf>) -> Self {
        self.job.overlays.push(overlay.into());
        self
    }

    /// The module that the client becomes, by its way from the root of the crate: `pets`, or
    /// `api::pets` where the file is included in the module `api`. By default the name of the
    /// package that it would be.
    #[must_use]
    pub fn module(mut self, module: impl Into<String>) -> Self {
        self.module = Some(module.into());
        self
    }

    /// Sets an optional feature, such as `blocking` or `testing`. `seamstress-runtime` has to have
    /// it too. Resources are all there anyway.
    #[must_use]
    pub fn feature(mut self, feature: impl Into<String>) -> Self {
        self.features.push(feature.into());
        self
    }

    /// Whether a warning is a failure.
    #[must_use]
    pub fn strict(mut self, strict: bool) -> Self {
        self.job.strict = strict;
        self
    }

    /// Where files are written, instead of the folder that Cargo names by `OUT_DIR`.
    #[must_use]
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// Generates, and tells Cargo what came of it: what was read, what is wrong. For the `main` of
    /// a build script, which it ends with a failure where the client cannot be generated.
    pub fn run(self) {
        let inputs = self.inputs();
        match self.generate() {
            Ok(generated) => directives::succeeded(&generated),
            Err(errors) => {
                directives::failed(&inputs, &errors);
                std::process::exit(1);
            }
        }
    }

    /// Generates, and leaves it to the caller to tell Cargo.
    ///
    /// # Errors
    ///
    /// Where [`Job::open`], [`crate::job::Opened::make`] or [`write()`] refuse, no folder is named,
    /// or the module or a feature has a name that it cannot have.
    pub fn generate(self) -> Result<Generated, Diagnostics> {
        let folder = self.out_dir.clone();
        let folder = folder.or_else(|| std::env::var_os("OUT_DIR").map(PathBuf::from));
        let folder = folder.ok_or_else(|| {
            Diagnostic::error("nothing-named", "`OUT_DIR` is not set")
                .help("call this from a build script, or name a folder by `out_dir`")
        })?;
        let mut job = self.job.clone();
        job.output = Some(folder.clone());
        let made = job.open()?.make()?;
        let module = match &self.module {
            Some(module) => module.clone(),
            None => made.config.package.name.in_code(),
        };
        let rewriting = Rewriting::into_module(&module)?;
        let features = Features::of(&made);
        let set = features.set(&self.features)?;
        let name = rewriting.name().to_owned();
        write(&folder.join(&name), sources(&made, &rewriting), Mode::Write)?;
        let file = folder.join(format!("{name}.rs"));
        let root = folder.join(&name).join("src/lib.rs");
        entry(&file, &name, &root)?;
        Ok(Generated {
            file,
            inputs: inputs(&made, &self.inputs()),
            option: rewriting.option(),
            set,
            known: features.known(),
            warnings: made.warnings,
        })
    }

    /// The files that are known to be read before any is.
    fn inputs(&self) -> Vec<PathBuf> {
        let named = self.job.config.iter().chain(&self.job.document);
        named.chain(&self.job.overlays).cloned().collect()
    }
}

/// The source files of the crate, as those of a module. Its documentation, manifest and examples
/// have no place in another crate.
fn sources(made: &Made, rewriting: &Rewriting) -> Vec<File> {
    let sources = made.files.iter().filter(|file| {
        file.path.starts_with("src") && file.path.extension().is_some_and(|known| known == "rs")
    });
    sources
        .map(|file| File {
            path: file.path.clone(),
            text: rewriting.source(&file.text),
        })
        .collect()
}

/// Writes the file that is included: attributes of a whole file and modules in files of their own
/// are not to be had through `include!` itself.
fn entry(file: &Path, name: &str, root: &Path) -> Result<(), Diagnostic> {
    let text = format!(
        "#[path = {:?}]\n\
         #[allow(\n    \
             dead_code, missing_docs, unreachable_pub, unused_imports, clippy::all,\n    \
             clippy::pedantic, clippy::nursery, reason = \"generated code is judged by its generator\"\n\
         )]\n\
         pub mod {name};\n",
        root.to_string_lossy()
    );
    write_one(file, &text)
}

fn inputs(made: &Made, named: &[PathBuf]) -> Vec<PathBuf> {
    let read = made.document.files().map(Path::to_path_buf);
    let copied = made.config.package.files.values().cloned();
    // What is not there yet would make Cargo run the script each time.
    let lock = made.config.names.lock.file().filter(|file| file.is_file());
    let read = read.chain(copied).chain(lock.map(Path::to_path_buf));
    let all: BTreeSet<PathBuf> = named.iter().cloned().chain(read).collect();
    all.into_iter().collect()
}
