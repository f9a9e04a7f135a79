//! Where things stand in the emitted files.

use std::path::PathBuf;

use crate::job::Made;

/// A file, a line in it, and the source there.
pub(super) type Found = (PathBuf, usize, String);

/// The definition of the type `name`, where its source `fits`.
pub(super) fn definition(made: &Made, name: &str, fits: impl Fn(&str) -> bool) -> Option<Found> {
    let starts = ["struct", "enum", "type"].map(|keyword| format!("pub {keyword} {name}"));
    let is_start = |line: &str| {
        starts.iter().any(|start| {
            let rest = line.strip_prefix(start.as_str());
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
        })
    };
    let found = find(made, |file, line| {
        file.starts_with("src/types") && is_start(line)
    });
    found.filter(|(_, _, code)| fits(code))
}

/// The method `name` that starts `request`.
pub(super) fn method(made: &Made, name: &str, request: &str) -> Option<Found> {
    let start = format!("pub fn {name}(");
    let is_in_file = |text: &str| {
        text.contains(&format!("pub struct {request} "))
            || text.contains(&format!("pub struct {request}("))
    };
    signature(made, &start, is_in_file, "")
}

/// The setter `name` of `request`.
pub(super) fn setter(made: &Made, name: &str, request: &str) -> Option<Found> {
    let start = format!("pub fn {name}(");
    let block = format!("impl {request} {{");
    signature(made, &start, |text| text.contains(&block), &block)
}

/// The lines of a function from `start` on, behind the line `after`, to where its body begins.
fn signature(
    made: &Made,
    start: &str,
    is_in_file: impl Fn(&str) -> bool,
    after: &str,
) -> Option<Found> {
    let file = made.files.iter().find(|file| {
        file.path.extension().is_some_and(|known| known == "rs")
            && is_in_file(&file.text)
            && file.text.contains(start)
    })?;
    let lines: Vec<&str> = file.text.lines().collect();
    let from = lines.iter().position(|line| line.contains(after))?;
    let at = lines[from..]
        .iter()
        .position(|line| line.trim_start().starts_with(start))?
        + from;
    let length = lines[at..].iter().position(|line| line.ends_with('{'))? + 1;
    let code = lines[at..at + length]
        .iter()
        .map(|line| line.trim_end_matches(" {"));
    let code = code.map(|line| line.strip_prefix("    ").unwrap_or(line));
    Some((
        file.path.clone(),
        at + 1,
        code.collect::<Vec<_>>().join("\n"),
    ))
}

/// The item that begins with a line that `is_start`, to the line that closes it.
fn find(made: &Made, is_start: impl Fn(&str, &str) -> bool) -> Option<Found> {
    made.files.iter().find_map(|file| {
        let path = file.path.to_string_lossy().replace('\\', "/");
        let lines: Vec<&str> = file.text.lines().collect();
        let at = lines.iter().position(|line| is_start(&path, line))?;
        let rest = &lines[at..];
        let length = if rest[0].ends_with([';', '}']) {
            1
        } else {
            rest.iter().position(|line| *line == "}")? + 1
        };
        Some((file.path.clone(), at + 1, rest[..length].join("\n")))
    })
}

/// The line of the field `name`, and how many stand before it.
pub(super) fn field(code: &str, name: &str) -> Option<(usize, String)> {
    let starts = [format!("pub {name}: "), format!("{name}: ")];
    code.lines().enumerate().find_map(|(at, line)| {
        let line = line.trim();
        let is_it = starts.iter().any(|start| line.starts_with(start.as_str()));
        is_it.then(|| (at, line.to_owned()))
    })
}
