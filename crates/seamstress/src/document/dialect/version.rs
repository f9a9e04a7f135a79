//! Which version of which specification a document follows.

use serde_json::Value;

use crate::diagnostic::Diagnostic;
use crate::document::Pointer;
use crate::document::source::Source;

/// The versions that differ in what is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::document) enum Version {
    /// Swagger 2.0.
    V2,
    /// OpenAPI 3.0.
    V3_0,
    /// OpenAPI 3.1.
    V3_1,
    /// OpenAPI 3.2, and what comes after it.
    V3_2,
}

/// The version of a document, with a warning where it had to be guessed.
///
/// # Errors
///
/// Where the document states none, or one that cannot be read.
pub(in crate::document) fn version(
    source: &Source,
    tree: &Value,
) -> Result<(Version, Option<Diagnostic>), Diagnostic> {
    let (key, stated) = match (tree.get("openapi"), tree.get("swagger")) {
        (Some(version), _) => ("openapi", version),
        (None, Some(version)) => ("swagger", version),
        (None, None) => return Err(no_document(source, tree)),
    };
    let pointer = Pointer::root().child(key);
    let located = |diagnostic: Diagnostic| {
        diagnostic
            .located(source.locate(&pointer))
            .at(pointer.clone())
    };
    let text = match stated {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        other => return Err(located(unsupported(key, &other.to_string()))),
    };
    let Some((version, exact)) = known(key, &text) else {
        return Err(located(unsupported(key, &text)));
    };
    let warning = if stated.is_number() {
        // YAML reads `openapi: 3.0` as a number.
        let message = format!("the version is the number {text}");
        let help = format!("put it in quotation marks: `{key}: \"{}\"`", full(version));
        Some(Diagnostic::warning("bad-version", message).help(help))
    } else if exact {
        None
    } else {
        let message = format!("`{key}: {text}` is no released version");
        let help = format!("it is read as {}; write that if it is meant", full(version));
        Some(Diagnostic::warning("bad-version", message).help(help))
    };
    Ok((version, warning.map(located)))
}

/// The version that a text states, and whether it does so exactly.
fn known(key: &str, text: &str) -> Option<(Version, bool)> {
    let mut numbers = text.trim().split(['.', '-', '+', ' ']);
    let major = numbers.next()?.trim_start_matches(['v', 'V']);
    let minor = numbers.next().unwrap_or("0");
    // `3.0` without the third number is common, and can mean one thing only.
    let is_plain = text.split('.').all(|number| number.parse::<u16>().is_ok());
    match (key, major, minor) {
        (_, "2", "0") => Some((Version::V2, is_plain && key == "swagger")),
        (_, "3", "0") => Some((Version::V3_0, is_plain && key == "openapi")),
        (_, "3", "1") => Some((Version::V3_1, is_plain && key == "openapi")),
        (_, "3", "2") => Some((Version::V3_2, is_plain && key == "openapi")),
        (_, "3", later) if later.parse::<u16>().is_ok() => Some((Version::V3_2, false)),
        _ => None,
    }
}

/// How a version is written in full.
fn full(version: Version) -> &'static str {
    match version {
        Version::V2 => "2.0",
        Version::V3_0 => "3.0.4",
        Version::V3_1 => "3.1.1",
        Version::V3_2 => "3.2.0",
    }
}

fn unsupported(key: &str, version: &str) -> Diagnostic {
    let message = format!("`{key}: {version}` is no version that is read");
    Diagnostic::error("unsupported-version", message)
        .help("convert the document to OpenAPI 3.0, 3.1 or 3.2, or to Swagger 2.0")
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

#[cfg(test)]
mod tests {
    use super::{Version, known};

    #[test]
    fn versions_are_read_where_they_are_clear() {
        for (key, text, expected) in [
            ("openapi", "3.0.3", Some((Version::V3_0, true))),
            ("openapi", "3.0", Some((Version::V3_0, true))),
            ("openapi", "3", Some((Version::V3_0, true))),
            ("openapi", "3.0.0-rc2", Some((Version::V3_0, false))),
            ("openapi", "3.1.1", Some((Version::V3_1, true))),
            ("openapi", "3.2.0", Some((Version::V3_2, true))),
            ("openapi", "3.3.0", Some((Version::V3_2, false))),
            ("openapi", "v3.1.0", Some((Version::V3_1, false))),
            ("openapi", "2.0", Some((Version::V2, false))),
            ("swagger", "2.0", Some((Version::V2, true))),
            ("swagger", "2", Some((Version::V2, true))),
            ("swagger", "3.0.1", Some((Version::V3_0, false))),
            ("swagger", "1.2", None),
            ("openapi", "4.0.0", None),
            ("openapi", "three", None),
            ("openapi", "", None),
        ] {
            assert_eq!(known(key, text), expected, "{key}: {text}");
        }
    }
}
