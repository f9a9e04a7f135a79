//! From a version of the npm package to the files in `spec/`: all of them, or none.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::Context;
use serde_json::Value;
use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;

use super::npm::{self, Published};
use super::source::{self, Source};
use super::{module, tarball};

const PACKAGE: &str = "@seamapi/types";
const MODULE: &str = "lib/seam/connect/openapi.js";
const PACKAGE_LICENSE: &str = "LICENSE.txt";

const DOCUMENT: &str = "openapi.json";
const LICENSE: &str = "LICENSE-seamapi-types.txt";

/// Brings one version of the document into `folder` and says what it brought.
///
/// # Errors
///
/// When npm is missing or has no such version, when the package is not the published one, when it
/// holds no document, or when `folder` cannot be written. Nothing is written then.
pub(crate) fn pull(version: &str, folder: &Path) -> anyhow::Result<String> {
    let published = npm::view(PACKAGE, version)?;
    let tarball = npm::pack(PACKAGE, &published.version)?;
    let files = convert(&published, &tarball)
        .with_context(|| format!("{PACKAGE}@{} was not taken over", published.version))?;
    write(folder, &files)?;
    Ok(summary(&published.version, &files.document, folder))
}

/// What is written, as text.
#[derive(Debug)]
struct Files {
    document: String,
    license: String,
    source: String,
}

/// The pure part: from the tarball's bytes to the files' text.
fn convert(published: &Published, tarball: &[u8]) -> anyhow::Result<Files> {
    tarball::check_integrity(tarball, &published.integrity)?;
    let [module, license] = tarball::read_files(tarball, [MODULE, PACKAGE_LICENSE])?;
    let document = canonical(&module::parse(&module)?)?;
    let source = Source {
        command: format!("cargo xtask spec pull {}", published.version),
        package: PACKAGE.to_owned(),
        version: published.version.clone(),
        integrity: published.integrity.clone(),
        license: published.license.clone(),
        license_file: LICENSE.to_owned(),
        module: MODULE.to_owned(),
        document: DOCUMENT.to_owned(),
        document_sha256: hex(&Sha256::digest(&document)),
    };
    Ok(Files {
        document,
        license,
        source: source.to_toml()?,
    })
}

/// One form for one document: the package's own order of members, two spaces, a final newline.
/// Changes between versions then read as changes in the repository's history.
fn canonical(document: &Value) -> anyhow::Result<String> {
    let mut text = serde_json::to_string_pretty(document)?;
    text.push('\n');
    Ok(text)
}

/// Everything is on the disk before the first file is replaced, so that a full disk or a missing
/// permission leaves the former files as they were.
fn write(folder: &Path, files: &Files) -> anyhow::Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let mut staged = Vec::new();
    for (name, text) in [
        (DOCUMENT, &files.document),
        (LICENSE, &files.license),
        (source::FILE, &files.source),
    ] {
        let path = folder.join(name);
        let file =
            stage(folder, text).with_context(|| format!("{} cannot be written", path.display()))?;
        staged.push((file, path));
    }
    for (file, path) in staged {
        file.persist(&path)
            .with_context(|| format!("{} cannot be replaced", path.display()))?;
    }
    Ok(())
}

/// A temporary file beside the final one, readable by everyone as files of a repository are.
fn stage(folder: &Path, text: &str) -> std::io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    Ok(file)
}

fn summary(version: &str, document: &str, folder: &Path) -> String {
    // The text was made from a tree a moment ago, and reads back as one.
    let tree: Value = serde_json::from_str(document).unwrap_or_default();
    let paths = tree
        .pointer("/paths")
        .and_then(Value::as_object)
        .map_or(0, |paths| paths.len());
    let schemas = tree
        .pointer("/components/schemas")
        .and_then(Value::as_object)
        .map_or(0, |all| all.len());
    format!(
        "{PACKAGE}@{version}: {paths} paths, {schemas} schemas, into {}",
        folder.display()
    )
}

/// Bytes as lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::tarball::tests::{integrity, tarball};
    use super::*;

    const MADE_UP: &str = "export default { paths: { '/a': {} }, openapi: '3.0.0' };";

    fn published(tarball: &[u8]) -> Published {
        Published {
            version: "1.2.3".to_owned(),
            integrity: integrity(tarball),
            license: "MIT".to_owned(),
        }
    }

    fn package(module: &str) -> Vec<u8> {
        tarball(&[
            ("package.json", "{}"),
            (MODULE, module),
            (PACKAGE_LICENSE, "Do as you like."),
        ])
    }

    #[test]
    fn a_package_becomes_three_files() {
        let tarball = package(MADE_UP);
        let files = convert(&published(&tarball), &tarball).unwrap();
        let document = "{\n  \"paths\": {\n    \"/a\": {}\n  },\n  \"openapi\": \"3.0.0\"\n}\n";
        assert_eq!(files.document, document);
        assert_eq!(files.license, "Do as you like.");

        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &files).unwrap();
        let source = Source::read(folder.path()).unwrap();
        assert_eq!(source.command, "cargo xtask spec pull 1.2.3");
        assert_eq!(source.integrity, integrity(&tarball));
        let written = fs::read(folder.path().join(&source.document)).unwrap();
        assert_eq!(source.document_sha256, hex(&Sha256::digest(written)));
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            3,
            "nothing temporary is left"
        );
    }

    #[test]
    fn a_package_that_is_not_as_it_should_be_is_refused() {
        let good = package(MADE_UP);
        let no_module = tarball(&[(PACKAGE_LICENSE, "")]);
        let no_license = tarball(&[(MODULE, MADE_UP)]);
        let no_document = package("export default { a: 1 };");
        for (published, tarball, expected) in [
            (
                published(b"another"),
                &good,
                "not the one that was published",
            ),
            (
                published(&no_module),
                &no_module,
                "no file lib/seam/connect/openapi.js",
            ),
            (published(&no_license), &no_license, "no file LICENSE.txt"),
            (published(&no_document), &no_document, "no OpenAPI document"),
        ] {
            let error = format!("{:#}", convert(&published, tarball).unwrap_err());
            assert!(error.contains(expected), "{error}");
        }
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_an_error_and_stays_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let in_the_way = folder.path().join("spec");
        fs::write(&in_the_way, "former").unwrap();
        let files = Files {
            document: "new".into(),
            license: "new".into(),
            source: "new".into(),
        };
        assert!(write(&in_the_way, &files).is_err());
        assert_eq!(fs::read_to_string(&in_the_way).unwrap(), "former");
    }
}
