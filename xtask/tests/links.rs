//! Links of the documentation that lead to files of the repository lead somewhere.

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
