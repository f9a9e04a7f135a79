//! Links of the documentation that lead to files of the repository lead somewhere, and files that the
//! map of the code names are there.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use std::fs;
use std::path::{Path, PathBuf};

/// The pages that people write, and those that commands write.
fn pages() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut pages: Vec<PathBuf> = [
        "README.md",
        "ARCHITECTURE.md",
        "generated/seam-api/README.md",
    ]
    .map(|page| root.join(page))
    .into();
    for entry in fs::read_dir(root.join("docs")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "md") {
            pages.push(path);
        }
    }
    pages
}

/// The targets of `[words](target)` in a text, outside of code.
fn targets(text: &str) -> Vec<&str> {
    let prose = text
        .split("```")
        .step_by(2)
        .flat_map(|part| part.split('`').step_by(2));
    // A text between backquotes may stand in the words of a link: what is behind counts.
    let links = prose.flat_map(|part| part.split("](").skip(1));
    links.filter_map(|link| link.split(')').next()).collect()
}

#[test]
fn files_that_pages_lead_to_are_there() {
    let (mut lost, mut found) = (Vec::new(), 0);
    for page in pages() {
        let text = fs::read_to_string(&page).unwrap();
        for target in targets(&text) {
            let file = target.split('#').next().unwrap();
            if target.contains("://") || file.is_empty() {
                continue;
            }
            match page.with_file_name(file).exists() {
                true => found += 1,
                false => lost.push(format!("{}: {target}", page.display())),
            }
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
    assert!(found > 60, "only {found} links were looked at");
}

/// Files of emitted crates, which the map names too.
const EMITTED: [&str; 4] = [
    "src/headers.rs",
    "src/operations.rs",
    "tests/operations/",
    "examples/every_operation.rs",
];

/// The files and folders below `folder`, as paths with a slash in front, and behind folders.
fn paths(folder: &Path, above: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = format!("{above}/{}", entry.file_name().to_str().unwrap());
        let is_made = ["/target", "/.git", "/node_modules"]
            .iter()
            .any(|end| path.ends_with(end));
        if entry.file_type().unwrap().is_dir() && !is_made {
            paths(&entry.path(), &path, found);
            found.push(format!("{path}/"));
        } else {
            found.push(path);
        }
    }
}

#[test]
fn files_that_the_map_names_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let map = fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap();
    let mut known = Vec::new();
    paths(root, "", &mut known);
    // What is in a fence is here too, and dropped: it ends with a new line.
    let names = map.split('`').skip(1).step_by(2);
    let names =
        names.filter(|name| name.ends_with(".rs") || name.ends_with(".md") || name.ends_with('/'));
    let names: Vec<&str> = names.filter(|name| !EMITTED.contains(name)).collect();
    let is_lost = |name: &&&str| !known.iter().any(|path| path.ends_with(&format!("/{name}")));
    let lost: Vec<_> = names.iter().filter(is_lost).collect();
    assert!(lost.is_empty(), "{lost:?}");
    assert!(
        names.len() > 100,
        "only {} names were looked at",
        names.len()
    );
}
