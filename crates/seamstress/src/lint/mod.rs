//! What is wrong with a document and its configuration, as far as anything can tell that.
//!
//! The generator complains about what it cannot express. Here is more: what no client suffers from
//! and readers of the document do, such as components that nothing refers to, and settings that no
//! longer fit. All of it comes from one run, in which a crate is made and not written.
//!
//! ```
//! use seamstress::document::Document;
//! use seamstress::lint::{Deny, lint_document};
//!
//! let text = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\nservers: [{url: 'https://a.example'}]\n\
//!     paths:\n  /pets/{id}: {get: {operationId: get, parameters: [\n    \
//!     {name: id, in: path, required: true, schema: {type: integer}, example: tom}],\n    \
//!     responses: {'204': {description: none}}}}\n";
//! let (document, warnings) = Document::from_text("pets.yaml", text, [])?;
//! # let config = seamstress::config::Config::from_text("seamstress.toml", "[package]\nname = 'pets'\n\
//! #     version = '1.0.0'\noutput = 'out'\n[document]\npath = 'pets.yaml'")?;
//! let lint = lint_document(&document, &config, warnings, &Deny::Nothing);
//! assert_eq!(lint.diagnostics[0].code, "invalid-example");
//! assert!(!lint.has_errors());
//! # Ok::<(), seamstress::diagnostic::Diagnostics>(())
//! ```

mod codes;
mod components;
mod deny;
mod deprecated;
mod examples;
mod judge;
mod locate;
mod operations;
mod paths;
mod properties;
mod report;
mod required;
mod rules;
mod servers;
mod settings;
mod unions;
mod values;

use std::collections::HashSet;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::document::{Document, Pointer};
use crate::generate::crate_of;
use crate::job::{Job, Opened};
use crate::stack::both;

pub use codes::{CODES, Code, Subject, table};
pub use deny::Deny;
use rules::Rules;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lint {
    /// All complaints, by place. Those that were denied are errors.
    pub diagnostics: Diagnostics,
}

impl Lint {
    fn new(mut diagnostics: Diagnostics, deny: &Deny) -> Self {
        deny.apply(&mut diagnostics);
        diagnostics.sort_by_place();
        Self { diagnostics }
    }

    /// Whether something makes the document unusable, or was denied.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.has_errors()
    }

    /// How many complaints are of this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let of = |one: &&Diagnostic| one.severity == severity;
        self.diagnostics.iter().filter(of).count()
    }
}

/// Lints the document and the configuration of a job. What cannot even be read is a complaint as
/// others are, an error.
#[must_use]
pub fn lint(job: &Job, deny: &Deny) -> Lint {
    match job.open() {
        Ok(opened) => {
            let Opened {
                config,
                document,
                warnings,
                ..
            } = opened;
            let mut lint = lint_document(&document, &config, warnings, deny);
            if let Some(file) = &job.config {
                locate::locate(file, &mut lint.diagnostics);
            }
            lint
        }
        Err(errors) => Lint::new(errors, deny),
    }
}

/// Lints a document that is read already, with what was said about its text.
#[must_use]
pub fn lint_document(
    document: &Document,
    config: &Config,
    warnings: Diagnostics,
    deny: &Deny,
) -> Lint {
    let mut all = warnings;
    // Both take as long, and neither needs the other.
    let (own, made) = both(
        || own(document, config),
        || crate_of(document, config, &mut all),
    );
    if let Err(errors) = made {
        all.extend(errors);
    }
    // What lowering says of a node goes before: it says what the crate has instead.
    let said: HashSet<(&str, Option<&Pointer>)> = all.iter().map(place).collect();
    let new: Vec<Diagnostic> = own
        .into_iter()
        .filter(|one| !said.contains(&place(one)))
        .collect();
    all.extend(new);
    Lint::new(all, deny)
}

/// What the generator does not look at.
fn own(document: &Document, config: &Config) -> Diagnostics {
    let mut rules = Rules::new(document, config);
    paths::check(&mut rules);
    operations::check(&mut rules);
    servers::check(&mut rules);
    components::check(&mut rules);
    required::check(&mut rules);
    values::check(&mut rules);
    unions::check(&mut rules);
    examples::check(&mut rules);
    deprecated::check(&mut rules);
    settings::check(&mut rules);
    rules.found
}

fn place(one: &Diagnostic) -> (&'static str, Option<&Pointer>) {
    (one.code, one.pointer.as_ref())
}
