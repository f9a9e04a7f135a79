//! Two documents, read and lowered as the generator does it.

use std::collections::HashSet;

use super::{Diff, Release, diff};
use crate::api::{Api, Method};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::job::{Job, Made, Opened};
use crate::stack::both;

/// What is said where an overlay does not fit the document.
const CONFLICT: &str = "overlay-conflict";

/// Compares the documents of two jobs.
///
/// Overlays are written for the newest document. Where they do not fit an older one, that is
/// compared without them, and a note says so.
///
/// # Errors
///
/// Where a document or the configuration cannot be read.
pub fn compare(old: &Job, new: &Job) -> Result<Diff, Diagnostics> {
    let mut notes = Vec::new();
    let (was, is) = (open("old", old, &mut notes)?, open("new", new, &mut notes)?);
    let is_equal =
        was.document.root() == is.document.root() && is_set_up_alike(old, new) && notes.is_empty();
    if is_equal {
        return Ok(Diff::none(
            Release::of(&was.document),
            Release::of(&is.document),
        ));
    }
    let (was, is) = both(|| was.make(), || is.make());
    let (was, is) = (was?, is?);
    notes.extend(unlike(&was, &is));
    let mut diff = diff(&was, &is);
    notes.append(&mut diff.notes);
    diff.notes = notes;
    Ok(diff)
}

/// Says so where the documents have no operation in common: a long list of what is gone and what is
/// new would not tell why.
fn unlike(was: &Made, is: &Made) -> Option<String> {
    let (old, new) = (&was.api, &is.api);
    let places = |api: &Api| -> HashSet<(Method, String)> {
        let operations = api.operations.iter();
        let places = operations.map(|operation| (operation.method, operation.path.clone()));
        places.collect()
    };
    let (before, after) = (places(old), places(new));
    if before.is_empty() || after.is_empty() || !before.is_disjoint(&after) {
        return None;
    }
    let name = |api: &Api| match api.title.trim() {
        "" => "a document without a title".to_owned(),
        title => format!("`{title}`"),
    };
    Some(match old.title == new.title {
        true => "no operation is in both documents: all paths have changed".to_owned(),
        false => format!(
            "no operation is in both documents, which look like different APIs: {} and {}",
            name(old),
            name(new)
        ),
    })
}

fn is_set_up_alike(old: &Job, new: &Job) -> bool {
    old.config == new.config && old.overlays == new.overlays && old.name == new.name
}

fn open(which: &str, job: &Job, notes: &mut Vec<String>) -> Result<Opened, Diagnostics> {
    let config = job.settings()?;
    let refusal = match job.open_with(config.clone()) {
        Ok(opened) => return Ok(opened),
        Err(refusal) => refusal,
    };
    let does_not_fit = |error: &Diagnostic| error.code == CONFLICT;
    if !refusal.iter().any(does_not_fit) {
        return Err(refusal);
    }
    let mut without = config;
    without.document.overlays.clear();
    let Ok(opened) = job.open_with(without) else {
        return Err(refusal);
    };
    let why = refusal
        .iter()
        .next()
        .map(|first| first.message.clone())
        .unwrap_or_default();
    notes.push(format!(
        "the {which} document is compared without overlays, which do not fit it: {why}"
    ));
    Ok(opened)
}
