//! From a version of the npm package, a file or an address to the files in `spec/`: all of them, or
//! none.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, ensure};
use serde_json::Value;
use tempfile::NamedTempFile;

use super::npm::{self, Published};
use super::origin::{self, Origin};
use super::source::{self, Source};
use super::{module, tarball};
use crate::hash::sha256;

const PACKAGE: &str = "@seamapi/types";
const MODULE: &str = "lib/seam/connect/openapi.js";
const PACKAGE_LICENSE: &str = "LICENSE.txt";

const DOCUMENT: &str = "openapi.json";
const LICENSE: &str = "LICENSE-seamapi-types.txt";

/// Brings the document of `origin` into `folder` and says what it brought.
///
/// # Errors
///
/// When it cannot be brought: npm or curl is missing, there is no such version, file or address, the
/// package is not the published one, or there is no document in it; when it has no licence; or when
/// `folder` cannot be written. Nothing is written then.
pub(crate) fn pull(origin: &Origin, folder: &Path) -> anyhow::Result<String> {
    let (named, document) = match origin {
        Origin::Package(version) => return pull_package(version, folder),
        Origin::File(file) => {
            let named = file.to_string_lossy().replace('\\', "/");
            (named, origin::read(file)?)
        }
        Origin::Url(url) => (url.clone(), origin::fetch(url)?),
    };
    let files = take_over(origin, &named, &document, folder)?;
    write(folder, &files)?;
    Ok(summary(&named, &files.document, folder))
}

fn pull_package(version: &str, folder: &Path) -> anyhow::Result<String> {
    let published = npm::view(PACKAGE, version)?;
    let tarball = npm::pack(PACKAGE, &published.version)?;
    let files = convert(&published, &tarball)
        .with_context(|| format!("{PACKAGE}@{} was not taken over", published.version))?;
    write(folder, &files)?;
    let named = format!("{PACKAGE}@{}", published.version);
    Ok(summary(&named, &files.document, folder))
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
        package: Some(PACKAGE.to_owned()),
        url: None,
        file: None,
        version: published.version.clone(),
        integrity: Some(published.integrity.clone()),
        license: published.license.clone(),
        license_file: LICENSE.to_owned(),
        module: Some(MODULE.to_owned()),
        document: DOCUMENT.to_owned(),
        document_sha256: sha256(&document),
    };
    Ok(Files {
        document,
        license,
        source: source.to_toml()?,
    })
}

/// The same for a document that comes alone. The licence beside the former one stays: whoever brings
/// a document by hand knows whether that is right.
fn take_over(
    origin: &Origin,
    named: &str,
    document: &Value,
    folder: &Path,
) -> anyhow::Result<Files> {
    let text = |pointer: &str| document.pointer(pointer).and_then(Value::as_str);
    let former = Source::read(folder).ok();
    let license_file = former
        .as_ref()
        .map_or_else(|| LICENSE.to_owned(), |former| former.license_file.clone());
    let path = folder.join(&license_file);
    let license = fs::read_to_string(&path).unwrap_or_default();
    ensure!(
        !license.trim().is_empty(),
        "a document is kept with its licence only: put its text into {}",
        path.display()
    );
    let stated = text("/info/license/identifier").or_else(|| text("/info/license/name"));
    let known = former.as_ref().map(|former| former.license.as_str());
    let document_text = canonical(document)?;
    let source = Source {
        command: format!("cargo xtask spec pull {named}"),
        package: None,
        url: matches!(origin, Origin::Url(_)).then(|| named.to_owned()),
        file: matches!(origin, Origin::File(_)).then(|| named.to_owned()),
        version: text("/info/version").unwrap_or_default().to_owned(),
        integrity: None,
        license: stated.or(known).unwrap_or("see the file").to_owned(),
        license_file,
        module: None,
        document: DOCUMENT.to_owned(),
        document_sha256: sha256(&document_text),
    };
    Ok(Files {
        document: document_text,
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
    let license = Source::parse(&files.source)?.license_file;
    for (name, text) in [
        (DOCUMENT, &files.document),
        (license.as_str(), &files.license),
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

fn summary(named: &str, document: &str, folder: &Path) -> String {
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
        "{named}: {paths} paths, {schemas} schemas, into {}",
        folder.display()
    )
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
        assert_eq!(source.integrity, Some(integrity(&tarball)));
        let written = fs::read(folder.path().join(&source.document)).unwrap();
        assert_eq!(source.document_sha256, sha256(written));
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            3,
            "nothing temporary is left"
        );
    }

    #[test]
    fn a_file_is_taken_over_with_the_licence_that_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let spec = folder.path().join("spec");
        let file = folder.path().join("pets.yaml");
        let document =
            "openapi: 3.0.3\ninfo: {title: Pets, version: '7', license: {name: MIT}}\npaths: {}\n";
        fs::write(&file, document).unwrap();
        let origin = Origin::named(&file.to_string_lossy());
        let refusal = format!("{:#}", pull(&origin, &spec).unwrap_err());
        assert!(refusal.contains("licence"), "{refusal}");
        assert!(!spec.exists(), "nothing is written");

        fs::create_dir(&spec).unwrap();
        fs::write(spec.join(LICENSE), "Do as you like.").unwrap();
        pull(&origin, &spec).unwrap();
        let source = Source::read(&spec).unwrap();
        assert_eq!(
            (source.version.as_str(), source.license.as_str()),
            ("7", "MIT")
        );
        assert_eq!(Origin::of(&source), origin, "the same is brought again");
        let before = fs::read_to_string(spec.join(DOCUMENT)).unwrap();
        fs::write(&file, "<html>").unwrap();
        assert!(pull(&origin, &spec).is_err());
        assert_eq!(fs::read_to_string(spec.join(DOCUMENT)).unwrap(), before);
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
        // What is no record is never written either.
        assert!(write(&in_the_way, &files).is_err());
        assert_eq!(fs::read_to_string(&in_the_way).unwrap(), "former");
    }
}
