//! The top level of an overlay: its version, and what it says about itself.

use std::path::Path;

use serde_json::Value;

use super::super::Pointer;
use super::super::source::Source;
use super::Version;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::text::advise;

const KEYS: [&str; 4] = ["overlay", "info", "extends", "actions"];

/// The version of an overlay, and what is wrong with its top level.
pub(super) fn check(source: &Source, tree: &Value, document: &Path) -> (Version, Diagnostics) {
    let mut complaints = Diagnostics::new();
    complaints.extend(unknown_keys(source, tree));
    complaints.extend(missing_info(source, tree));
    complaints.extend(no_actions(source, tree));
    complaints.extend(other_document(source, tree, document));
    let version = version(source, tree).unwrap_or_else(|complaint| {
        complaints.push(complaint);
        Version::V1_1
    });
    (version, complaints)
}

fn version(source: &Source, tree: &Value) -> Result<Version, Diagnostic> {
    let at = Pointer::root().child("overlay");
    let message = match tree.get("overlay") {
        // The third number is of no matter (Overlay 1.1.0, Versions).
        Some(Value::String(version)) => match version.split('.').collect::<Vec<_>>().as_slice() {
            ["1", "0", ..] => return Ok(Version::V1_0),
            ["1", "1", ..] => return Ok(Version::V1_1),
            _ => format!("`overlay: {version}` is not supported"),
        },
        Some(other) => format!("the version of the overlay is no text: {other}"),
        None => "this is no overlay: it has no key `overlay`".to_owned(),
    };
    Err(Diagnostic::error("bad-overlay", message)
        .located(source.locate(&at))
        .at(at)
        .help("write `overlay: 1.1.0` (or `1.0.0`) at the top"))
}

fn unknown_keys(source: &Source, tree: &Value) -> Vec<Diagnostic> {
    let names = tree
        .as_object()
        .into_iter()
        .flat_map(|members| members.keys());
    let is_unknown = |name: &&String| !KEYS.contains(&name.as_str()) && !name.starts_with("x-");
    let complaint = |name: &String| {
        let at = Pointer::root().child(name);
        Diagnostic::error("bad-overlay", format!("an overlay has no key `{name}`"))
            .located(source.locate_key(&at))
            .at(at)
            .help(advise(name, &KEYS, "remove it, or correct its name"))
    };
    names.filter(is_unknown).map(complaint).collect()
}

fn missing_info(source: &Source, tree: &Value) -> Option<Diagnostic> {
    let info = Pointer::root().child("info");
    let is_text = |name: &str| info.child(name).get(tree).is_some_and(Value::is_string);
    let missing = ["title", "version"]
        .into_iter()
        .find(|name| !is_text(name))?;
    let message = format!("the overlay's `info` has no text `{missing}`");
    Some(
        Diagnostic::error("bad-overlay", message)
            .located(source.locate(&info))
            .at(info)
            .help("write `info: {title: …, version: \"1\"}`"),
    )
}

fn no_actions(source: &Source, tree: &Value) -> Option<Diagnostic> {
    let at = Pointer::root().child("actions");
    if tree
        .get("actions")
        .and_then(Value::as_array)
        .is_some_and(|actions| !actions.is_empty())
    {
        return None;
    }
    Some(
        Diagnostic::error("bad-overlay", "the overlay has no list of `actions`")
            .located(source.locate(&at))
            .at(at)
            .help("write one action at least, or take the overlay out of `overlays`"),
    )
}

/// Whether the overlay says that it belongs to another document. Only file names
/// are compared: the address of a document is rarely the path of its copy.
fn other_document(source: &Source, tree: &Value, document: &Path) -> Option<Diagnostic> {
    let extends = tree.get("extends")?.as_str()?;
    let name = extends.rsplit('/').next().unwrap_or(extends);
    if document.file_name().is_some_and(|file| file == name) {
        return None;
    }
    let at = Pointer::root().child("extends");
    let message = format!(
        "the overlay extends `{extends}`, not `{}`",
        document.display()
    );
    Some(
        Diagnostic::warning("overlay-extends", message)
            .located(source.locate(&at))
            .at(at)
            .help("correct or remove `extends`; the overlay is applied all the same"),
    )
}
