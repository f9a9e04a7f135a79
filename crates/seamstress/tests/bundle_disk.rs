//! What references may open on the disk, and what they may not.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use seamstress::diagnostic::Diagnostics;
use seamstress::document::{Document, Reach};

/// A folder of its own for each test, removed at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("seamstress-{name}-{}", std::process::id()));
        drop(fs::remove_dir_all(&path));
        fs::create_dir_all(path.join("api/schemas")).unwrap();
        fs::create_dir_all(path.join("outside")).unwrap();
        Self(path)
    }

    fn write(&self, path: &str, text: &str) -> PathBuf {
        let path = self.0.join(path);
        fs::write(&path, text).unwrap();
        path
    }

    /// The document whose only schema is this reference.
    fn load(&self, reference: &str, reach: &Reach) -> (Document, Diagnostics) {
        let text =
            format!("openapi: 3.0.3\ncomponents: {{schemas: {{it: {{$ref: {reference:?}}}}}}}\n");
        let path = self.write("api/openapi.yaml", &text);
        Document::load_with(path, &[], reach).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

#[test]
fn files_in_the_folder_of_the_document_are_read() {
    let folder = Folder::new("inside");
    folder.write("api/schemas/pet.json", "{\"$ref\": \"../tag.yaml#/a~1b\"}");
    folder.write("api/tag.yaml", "a/b: {type: string}\n");
    for reference in [
        "schemas/pet.json",
        "./schemas/pet.json#",
        "schemas/../tag.yaml#/a~1b",
        "tag%2Eyaml#/a%7E1b",
    ] {
        let (document, warnings) = folder.load(reference, &Reach::default());
        assert!(warnings.is_empty(), "{reference}: {warnings}");
        let it = &document.root()["components"]["schemas"]["it"];
        assert_eq!(it["type"], "string", "{reference}");
    }
    let (_, warnings) = folder.load("schemas/pet.json", &Reach::default());
    assert!(warnings.is_empty());
}

/// The secret is a good schema: were it opened, it would be in the tree.
#[test]
fn nothing_outside_is_opened() {
    let folder = Folder::new("outside");
    let secret = folder.write("outside/secret.yaml", "type: string\ndescription: SECRET\n");
    let absolute = secret.display().to_string();
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        symlink(&secret, folder.0.join("api/link.yaml")).unwrap();
        symlink(folder.0.join("outside"), folder.0.join("api/linked")).unwrap();
        symlink("/dev/zero", folder.0.join("api/zero")).unwrap();
    }
    let references = [
        "../outside/secret.yaml".to_owned(),
        "schemas/../../outside/secret.yaml".to_owned(),
        "%2e%2e/outside/secret.yaml".to_owned(),
        "..%2foutside%2fsecret.yaml".to_owned(),
        "..\\outside\\secret.yaml".to_owned(),
        absolute.clone(),
        absolute.replace('/', "%2F"),
        format!("file://{absolute}"),
        format!("file:{absolute}"),
        format!("FILE://localhost{absolute}"),
        format!("//localhost{absolute}"),
        "C:\\secret.yaml".to_owned(),
        "C:/secret.yaml".to_owned(),
        "http://127.0.0.1:9/secret.yaml".to_owned(),
        "https://secret.example/secret.yaml#/a".to_owned(),
        "ftp://secret.example/secret.yaml".to_owned(),
        "data:application/json,{\"type\":\"string\"}".to_owned(),
        "urn:secret".to_owned(),
        "link.yaml".to_owned(),
        "linked/secret.yaml".to_owned(),
        "zero".to_owned(),
        "schemas".to_owned(),
        ".".to_owned(),
        "missing.yaml".to_owned(),
        "schemas/a.yaml?b".to_owned(),
        "a\u{0}b.yaml".to_owned(),
    ];
    for reference in &references {
        let (document, warnings) = folder.load(reference, &Reach::default());
        assert_eq!(warnings.len(), 1, "{reference}: {warnings}");
        let warning = &warnings[0];
        assert_eq!(warning.code, "external-reference", "{reference}: {warning}");
        assert_eq!(
            warning.pointer.as_ref().unwrap().to_string(),
            "#/components/schemas/it/$ref"
        );
        assert_eq!(warning.location.as_ref().unwrap().line, 2);
        assert!(warning.help.is_some());
        assert!(
            !document.root().to_string().contains("SECRET"),
            "{reference}"
        );
        assert_eq!(
            document.root()["components"]["schemas"]["it"],
            serde_json::json!({})
        );
        assert_eq!(document.files().count(), 1, "{reference}");
    }
}

#[test]
fn a_file_that_cannot_be_read_costs_what_refers_to_it() {
    let folder = Folder::new("broken");
    folder.write("api/broken.json", "{\"a\": ");
    let bomb = (1..30).fold(
        "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned(),
        |text, level| {
            let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
            format!("{text}a{level}: &a{level} [{aliases}]\n")
        },
    );
    folder.write("api/bomb.yaml", &bomb);
    folder.write("api/deep.yaml", &"[".repeat(100_000));
    fs::write(folder.0.join("api/latin.yaml"), b"caf\xe9: 1").unwrap();
    for (reference, codes) in [
        ("broken.json", &["broken-json", "external-reference"][..]),
        ("bomb.yaml", &["alias-bomb", "external-reference"]),
        ("deep.yaml", &["too-deep", "external-reference"]),
        ("latin.yaml", &["external-reference"]),
    ] {
        let (document, warnings) = folder.load(reference, &Reach::default());
        let said: Vec<_> = warnings.iter().map(|warning| warning.code).collect();
        assert_eq!(said, codes, "{warnings}");
        assert!(!warnings.has_errors());
        assert_eq!(
            document.root()["components"]["schemas"]["it"],
            serde_json::json!({})
        );
    }
}

#[test]
fn a_root_and_copies_are_named() {
    let folder = Folder::new("named");
    folder.write("outside/b.yaml", "type: string\n");
    let root = Reach {
        root: Some(folder.0.clone()),
        ..Reach::default()
    };
    let copies = Reach {
        root: None,
        remote: BTreeMap::from([("https://x.example/".to_owned(), folder.0.join("outside"))]),
    };
    for (reference, reach) in [
        ("../outside/b.yaml", root),
        ("https://x.example/b.yaml", copies),
    ] {
        let (document, warnings) = folder.load(reference, &reach);
        assert!(warnings.is_empty(), "{warnings}");
        assert_eq!(
            document.root()["components"]["schemas"]["it"]["type"],
            "string"
        );
    }
    let elsewhere = Reach {
        root: Some(folder.0.join("outside")),
        ..Reach::default()
    };
    let refusal = Document::load_with(folder.0.join("api/openapi.yaml"), &[], &elsewhere);
    assert_eq!(refusal.unwrap_err()[0].code, "bad-root");
}

#[test]
fn every_file_that_was_read_is_listed() {
    let document = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/several.yaml");
    let (document, warnings) = Document::load(&document, &[]).unwrap();
    assert!(warnings.is_empty(), "{warnings}");
    let names: Vec<_> = document
        .files()
        .map(|file| file.file_name().unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "several.yaml",
            "book.yaml",
            "books.yaml",
            "parts.yaml",
            "author.json"
        ]
    );
}
