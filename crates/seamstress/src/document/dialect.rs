//! Which version of which specification a document follows.
//!
//! Everything after this module sees OpenAPI 3.0 only. Other dialects belong
//! here: they are brought to that shape on the tree, before anything else looks
//! at it.

use serde_json::Value;

use super::Pointer;
use super::source::Source;
use crate::diagnostic::Diagnostic;

/// Checks that the document is written in a dialect that is read.
pub(super) fn check(source: &Source, tree: &Value) -> Result<(), Diagnostic> {
    let (key, version) = match (tree.get("openapi"), tree.get("swagger")) {
        (Some(version), _) => ("openapi", version),
        (None, Some(version)) => ("swagger", version),
        (None, None) => return Err(no_document(source, tree)),
    };
    let pointer = Pointer::root().child(key);
    let complaint = match version {
        Value::String(version) if key == "openapi" && is_supported(version) => return Ok(()),
        Value::String(version) => unsupported(key, version),
        // YAML reads `openapi: 3.0` as a number.
        Value::Number(version) if key == "openapi" => Diagnostic::error(
            "bad-version",
            format!("the version is the number {version}"),
        )
        .help("put it in quotation marks: `openapi: \"3.0.3\"`"),
        other => unsupported(key, &other.to_string()),
    };
    Err(complaint.located(source.locate(&pointer)).at(pointer))
}

fn is_supported(version: &str) -> bool {
    version == "3.0" || version.starts_with("3.0.")
}

fn unsupported(key: &str, version: &str) -> Diagnostic {
    Diagnostic::error(
        "unsupported-version",
        format!("`{key}: {version}` is not supported yet"),
    )
    .help("convert the document to OpenAPI 3.0, which is what is read (`openapi: 3.0.x`)")
}

fn no_document(source: &Source, tree: &Value) -> Diagnostic {
    let help = if tree.get("overlay").is_some() {
        "this is an overlay: name it under `overlays`, and the document it belongs to as `path`"
    } else {
        "add the version at the top, as in `openapi: 3.0.3`, or name another file"
    };
    Diagnostic::error(
        "no-openapi",
        "this is no OpenAPI document: it has no key `openapi`",
    )
    .located(source.locate(&Pointer::root()))
    .at(Pointer::root())
    .help(help)
}
