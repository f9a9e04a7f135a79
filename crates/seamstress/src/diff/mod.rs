//! What a change of a document means: for clients that run, and for programs that compile.
//!
//! Two documents are read and lowered as the generator does it, and their crates are made. What is
//! different is found twice. The *models* are compared operation by operation and type by type:
//! that says what has changed, and what it means on the wire. The *surfaces* of the two crates are
//! compared item by item: that says what no longer compiles, and nothing is missed, since it is
//! read from the source as it is emitted. Each difference of the surface is then put down to the
//! change of the model that explains it; one that none explains is a change of its own.
//!
//! ```no_run
//! use seamstress::diff::{Bump, compare};
//! use seamstress::job::Job;
//!
//! let job = |document: &str| Job {
//!     document: Some(document.into()),
//!     output: Some("client".into()),
//!     ..Job::default()
//! };
//! let diff = compare(&job("old.yaml"), &job("new.yaml"))?;
//! if diff.bump() == Bump::Major {
//!     println!("{}", diff.terminal(false));
//! }
//! # Ok::<(), seamstress::diagnostic::Diagnostics>(())
//! ```

mod attribute;
mod bump;
mod change;
mod locate;
mod model;
mod open;
mod report;
mod rules;
mod surface;
mod unions;

use serde::Serialize;

use crate::document::Document;
use crate::job::Made;
use crate::stack::{both, roomy};
use model::Side;

pub use bump::Bump;
pub use change::{Change, Judgement, Kind, Part, Place, Verdict, Ways};
pub use open::compare;
pub use report::Page;
pub use rules::{RULES, Rule, Side as RuleSide, table};
pub use surface::{Argument, Delta, Difference, Item, ItemKind, Surface};

/// One of the two documents that were compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Release {
    /// Its file.
    pub document: String,
    /// What the API calls itself.
    pub title: String,
    /// The version that the document states.
    pub version: String,
}

impl Release {
    fn of(document: &Document) -> Self {
        let info = |name: &str| {
            let info = document.root().get("info");
            let text = info.and_then(|info| info.get(name)?.as_str());
            text.unwrap_or_default().to_owned()
        };
        Self {
            document: document.file().to_string_lossy().replace('\\', "/"),
            title: info("title"),
            version: info("version"),
        }
    }
}

/// What is different between two documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Diff {
    /// The document that was.
    pub old: Release,
    /// The document that is.
    pub new: Release,
    /// The changes, the worst first.
    pub changes: Vec<Change>,
    /// Whether the source of the crate is another, if only in its documentation.
    pub is_crate_other: bool,
    /// What limits the comparison.
    pub notes: Vec<String>,
}

/// Compares two crates that were made with one configuration.
#[must_use]
pub fn diff(old: &Made, new: &Made) -> Diff {
    let (was, is) = (Side::new(old), Side::new(new));
    // Types nest as deep as documents do, and the parser of Rust recurses over them.
    let (one, other) = both(
        || Surface::of(&old.files),
        || roomy(|| Surface::of(&new.files)),
    );
    let differences = one.differences(&other);
    let drafts = model::changes(&was, &is);
    let mut changes = attribute::attribute(drafts, differences, &was, &is);
    changes.sort_by(|one, other| {
        let key = |change: &Change| (change.source.verdict, change.wire.verdict);
        let worse = other
            .worst()
            .cmp(&one.worst())
            .then_with(|| key(other).cmp(&key(one)));
        worse.then_with(|| {
            (one.part, one.kind, &one.name, &one.message).cmp(&(
                other.part,
                other.kind,
                &other.name,
                &other.message,
            ))
        })
    });
    locate::locate(&mut changes, &was, &is);
    // What stands twice in the tree may have one place in the text.
    changes.dedup();
    Diff {
        old: Release::of(&old.document),
        new: Release::of(&new.document),
        changes,
        is_crate_other: old.files != new.files,
        notes: Vec::new(),
    }
}

impl Diff {
    /// Two documents that are the same.
    fn none(old: Release, new: Release) -> Self {
        Self {
            old,
            new,
            changes: Vec::new(),
            is_crate_other: false,
            notes: Vec::new(),
        }
    }

    /// The version that follows: the greatest that a change asks for.
    #[must_use]
    pub fn bump(&self) -> Bump {
        let least = if self.is_crate_other {
            Bump::Patch
        } else {
            Bump::None
        };
        let asked = self.changes.iter().map(Bump::of);
        asked.max().unwrap_or(Bump::None).max(least)
    }

    /// The changes that force this version.
    pub fn forcing(&self) -> impl Iterator<Item = &Change> {
        let bump = self.bump();
        self.changes
            .iter()
            .filter(move |change| Bump::of(change) == bump)
    }

    /// Whether a change breaks programs or running clients.
    #[must_use]
    pub fn is_breaking(&self) -> bool {
        self.changes
            .iter()
            .any(|change| change.worst() == Verdict::Breaking)
    }
}
