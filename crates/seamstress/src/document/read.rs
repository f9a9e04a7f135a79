//! File → text → tree, and a clear complaint where that fails.

use std::fs;
use std::path::Path;

use serde::de::DeserializeSeed;
use serde_json::Value;

use super::source::{Format, Source};
use super::tree::{Noticed, Tree};
use super::{MAX_DEPTH, yaml};
use crate::diagnostic::{Diagnostic, Diagnostics, Location};
use crate::text::{number, position_at};

/// A text that was read: where it stands, its tree, and what was noticed.
pub(super) struct Parsed {
    pub(super) source: Source,
    pub(super) tree: Value,
    pub(super) warnings: Diagnostics,
}

/// The text of a file; `named_by` says who asked for it.
pub(super) fn file(path: &Path, named_by: &str) -> Result<String, Diagnostic> {
    let bytes = fs::read(path).map_err(|error| {
        Diagnostic::error(
            "unreadable-file",
            format!("`{}` cannot be read: {error}", path.display()),
        )
        .located(Location::file(path))
        .help(format!(
            "correct {named_by}; relative paths start at the configuration file"
        ))
    })?;
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(utf16(path));
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let text = String::from_utf8_lossy(error.as_bytes().get(..valid).unwrap_or_default());
        let position = position_at(&text, text.len());
        Diagnostic::error("not-utf8", "the text is not UTF-8")
            .located(Location::new(path, position.line, position.column))
            .help("save the file as UTF-8")
    })
}

/// UTF-16 is told by its byte order mark (Unicode 16.0, section 23.8), and without one by the zero
/// in every other byte of Latin letters, which are characters of UTF-8 as well.
fn utf16(path: &Path) -> Diagnostic {
    Diagnostic::error("not-utf8", "the text is UTF-16, and not UTF-8")
        .located(Location::file(path))
        .help("save the file as UTF-8; on Windows, editors have it in \"Save as\"")
}

/// A web page: what a server answers that has moved the document, or wants somebody to log in.
fn html(path: &Path, text: &str) -> Option<Diagnostic> {
    let start: String = text.trim_start().chars().take(15).collect();
    let start = start.to_ascii_lowercase();
    let is_html = ["<!doctype html", "<html", "<head", "<body"];
    if !is_html.iter().any(|tag| start.starts_with(tag)) {
        return None;
    }
    let title = text
        .split_once("<title>")
        .and_then(|(_, rest)| rest.split_once("</title>"));
    let title = title.map(|(title, _)| title.trim().chars().take(60).collect::<String>());
    let message = match title.filter(|title| !title.is_empty()) {
        Some(title) => format!("this is a web page, `{title}`, and no document"),
        None => "this is a web page, and no document".to_owned(),
    };
    let error = Diagnostic::error("html-page", message).located(Location::new(path, 1, 1));
    Some(error.help(
        "fetch the document itself: the page may show it, link to it, or ask somebody to log in",
    ))
}

/// Reads a text; its top level must be an object.
pub(super) fn parse(file: &Path, text: String) -> Result<Parsed, Diagnostic> {
    let parsed = any(file, text)?;
    if parsed.tree.is_object() {
        return Ok(parsed);
    }
    Err(
        Diagnostic::error("not-an-object", "the top level is not an object")
            .located(parsed.source.locate(&super::Pointer::root()))
            .help("the file must hold one object with keys such as `openapi`, `info` and `paths`"),
    )
}

/// Reads a text, whatever its top level is.
pub(super) fn any(file: &Path, text: String) -> Result<Parsed, Diagnostic> {
    // A byte order mark is no part of the text (RFC 8259, section 8.1).
    let text = text
        .strip_prefix('\u{feff}')
        .map(str::to_owned)
        .unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Diagnostic::error("empty-file", "the file is empty")
            .located(Location::file(file))
            .help("write an OpenAPI document into it, or name another file"));
    }
    if text.get(..2).is_some_and(|start| start.contains('\0')) {
        return Err(utf16(file));
    }
    if let Some(error) = html(file, &text) {
        return Err(error);
    }
    let noticed = Noticed::default();
    let (tree, format) = tree(file, &text, &noticed)?;
    let source = Source::new(file, text, format);
    let warnings = noticed.duplicates().into_iter().map(|pointer| {
        let name = pointer.last().unwrap_or_default();
        Diagnostic::warning(
            "duplicate-key",
            format!("`{name}` occurs twice in one object"),
        )
        .help("the last one counts; remove the others")
        .located(source.locate_key(&pointer))
        .at(pointer)
    });
    let warnings = warnings.collect();
    Ok(Parsed {
        source,
        tree,
        warnings,
    })
}

/// The tree of a text, and how the text turned out to be written.
fn tree(file: &Path, text: &str, noticed: &Noticed) -> Result<(Value, Format), Diagnostic> {
    if !text.trim_start().starts_with(['{', '[']) {
        let tree = yaml::tree(text, noticed).map_err(|error| yaml_error(file, noticed, &error))?;
        return Ok((tree, Format::Yaml));
    }
    match json(text, noticed) {
        Ok(tree) => Ok((tree, Format::Json)),
        // Braces are YAML too: `{a: 1} # so`. Where both fail, the name decides whose
        // complaint is shown.
        Err(error) => {
            let yaml_noticed = Noticed::default();
            let is_yaml = file
                .extension()
                .is_some_and(|extension| extension != "json");
            match yaml::tree(text, &yaml_noticed) {
                Ok(tree) if is_yaml => Ok((tree, Format::Yaml)),
                Err(error) if is_yaml => Err(yaml_error(file, &yaml_noticed, &error)),
                _ => Err(json_error(file, text, noticed, &error)),
            }
        }
    }
}

fn json(text: &str, noticed: &Noticed) -> Result<Value, serde_json::Error> {
    let mut input = serde_json::Deserializer::from_str(text);
    let tree = Tree(noticed).deserialize(&mut input)?;
    input.end()?;
    Ok(tree)
}

fn json_error(file: &Path, text: &str, noticed: &Noticed, error: &serde_json::Error) -> Diagnostic {
    let message = error.to_string();
    let cause = message.split(" at line ").next().unwrap_or_default();
    let diagnostic = if error.is_eof() {
        Diagnostic::error("broken-json", "the JSON ends in the middle: it was cut off")
            .help("fetch the document again, or close what is open at its end")
    } else if cause.starts_with("recursion limit") {
        too_deep()
    } else {
        Diagnostic::error("broken-json", format!("this is no JSON: {cause}"))
            .help("correct it here; a comma or a quotation mark just before is often the reason")
    };
    let column = json_column(text, error);
    diagnostic
        .located(Location::new(file, number(error.line()), column))
        .at(noticed.broken())
}

/// The column of an error in characters: the parser counts the bytes that it has read.
fn json_column(text: &str, error: &serde_json::Error) -> u32 {
    let line = text
        .split('\n')
        .nth(error.line().saturating_sub(1))
        .unwrap_or_default();
    let offset = error.column().saturating_sub(1);
    let is_before = |(at, _): &(usize, char)| *at < offset;
    number(line.char_indices().take_while(is_before).count() + 1)
}

fn yaml_error(file: &Path, noticed: &Noticed, error: &serde_yaml::Error) -> Diagnostic {
    let message = error.to_string();
    let cause = message.split(" at line ").next().unwrap_or_default();
    let location = error.location().and_then(|location| {
        let line = u32::try_from(location.line()).ok()?;
        Some(Location::new(
            file,
            line,
            u32::try_from(location.column()).ok()?,
        ))
    });
    yaml_cause(cause)
        .located(location.unwrap_or_else(|| Location::file(file)))
        .at(noticed.broken())
}

/// What the parser's words mean here: its own advice is for programmers.
fn yaml_cause(cause: &str) -> Diagnostic {
    let broken = |message: &str| Diagnostic::error("broken-yaml", message);
    if cause.contains("Depth") || cause.contains("nesting") || cause.contains("recursion limit") {
        too_deep()
    } else if cause.starts_with("budget breached") || cause.contains("alias replay") {
        Diagnostic::error(
            "alias-bomb",
            format!("the aliases stand for too many nodes ({cause})"),
        )
        .help("replace aliases (`*name`) of anchors that hold aliases themselves")
    } else if cause.contains("recursive references") {
        Diagnostic::error(
            "alias-bomb",
            "the alias stands for a node that it is a part of",
        )
        .help("use a `$ref` for what refers to itself")
    } else if cause.starts_with("multiple YAML documents") {
        broken("the file holds several YAML documents")
            .help("keep one, and remove the line `---` and what belongs to the others")
    } else if cause.contains("tabs disallowed") || cause.contains("tab character") {
        broken("a tab stands in the indentation").help("YAML is indented with spaces only")
    } else if cause.contains("null into string") || cause.contains("expected string scalar") {
        broken("a key is not a text").help("put the key in quotation marks")
    } else {
        broken(&format!("this is no YAML: {cause}")).help(
            "correct it here; the indentation or a missing quotation mark is often the reason",
        )
    }
}

fn too_deep() -> Diagnostic {
    Diagnostic::error(
        "too-deep",
        format!("the text nests deeper than {MAX_DEPTH} levels"),
    )
    .help("move inner schemas to `components`, and refer to them by `$ref`")
}
