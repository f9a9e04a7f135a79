//! The package's tarball: its hash, and single files out of it, all in memory.

use std::io::Read;

use anyhow::{Context, bail, ensure};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use flate2::read::GzDecoder;
use sha2::{Digest, Sha512};

/// A whole package, decompressed. The largest version so far has about 80 MB.
const MAX_UNPACKED_BYTES: u64 = 512 << 20;
/// One file. The document's module has about 5 MB.
const MAX_FILE_BYTES: u64 = 64 << 20;

/// Checks a tarball against the integrity that the registry records for it.
///
/// The form is that of [Subresource Integrity](https://www.w3.org/TR/SRI/): one or more
/// `algorithm-base64`, of which the SHA-512 is the one that npm writes and the only one accepted.
///
/// # Errors
///
/// When the hashes differ, or when the integrity names no SHA-512.
pub(crate) fn check_integrity(tarball: &[u8], integrity: &str) -> anyhow::Result<()> {
    let expected = integrity
        .split_ascii_whitespace()
        .find_map(|hash| hash.strip_prefix("sha512-"))
        .with_context(|| format!("the registry's integrity has no SHA-512: {integrity}"))?;
    let actual = BASE64_STANDARD.encode(Sha512::digest(tarball));
    ensure!(
        actual == expected,
        "the tarball is not the one that was published: its SHA-512 is {actual}, the registry's is {expected}"
    );
    Ok(())
}

/// Reads some files of an npm tarball, in the order in which they are asked for.
///
/// A path is relative to the package. Only regular files count: a link is never followed.
///
/// # Errors
///
/// When the tarball cannot be read, is larger than a package can be, or lacks one of the files.
pub(crate) fn read_files<const N: usize>(
    tarball: &[u8],
    paths: [&str; N],
) -> anyhow::Result<[String; N]> {
    let unpacked = GzDecoder::new(tarball).take(MAX_UNPACKED_BYTES);
    let mut found: [Option<String>; N] = [const { None }; N];
    let mut archive = tar::Archive::new(unpacked);
    for entry in archive.entries().context("the tarball cannot be read")? {
        let entry = entry.context("the tarball cannot be read")?;
        if !entry.header().entry_type().is_file() {
            continue;
        }
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        // The first part is a folder of any name; npm itself writes `package`.
        let Some((_, path)) = name.split_once('/') else {
            continue;
        };
        for (wanted, slot) in paths.iter().zip(&mut found) {
            if path == *wanted {
                *slot = Some(read_text(entry, path)?);
                break;
            }
        }
    }

    let mut files = [const { String::new() }; N];
    for ((file, slot), path) in files.iter_mut().zip(found).zip(paths) {
        let Some(text) = slot else {
            bail!("the package has no file {path}; this version may be laid out in another way");
        };
        *file = text;
    }
    Ok(files)
}

fn read_text(entry: impl Read, path: &str) -> anyhow::Result<String> {
    let mut text = String::new();
    entry
        .take(MAX_FILE_BYTES + 1)
        .read_to_string(&mut text)
        .with_context(|| format!("{path} of the package cannot be read"))?;
    ensure!(
        text.len() as u64 <= MAX_FILE_BYTES,
        "{path} of the package is larger than any document"
    );
    Ok(text)
}

#[cfg(test)]
pub(crate) mod tests {
    use flate2::{Compression, write::GzEncoder};

    use super::*;

    /// A made-up package.
    pub(crate) fn tarball(files: &[(&str, &str)]) -> Vec<u8> {
        let mut builder = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
        for (path, text) in files {
            let mut header = tar::Header::new_gnu();
            header.set_size(text.len() as u64);
            header.set_mode(0o644);
            header.set_cksum();
            builder
                .append_data(&mut header, format!("package/{path}"), text.as_bytes())
                .unwrap();
        }
        builder.into_inner().unwrap().finish().unwrap()
    }

    /// The integrity that a registry would record for `tarball`.
    pub(crate) fn integrity(tarball: &[u8]) -> String {
        format!("sha512-{}", BASE64_STANDARD.encode(Sha512::digest(tarball)))
    }

    #[test]
    fn files_come_in_the_order_asked_for() {
        let tarball = tarball(&[("a.txt", "A"), ("x/b.txt", "B"), ("c.txt", "C")]);
        assert_eq!(
            read_files(&tarball, ["x/b.txt", "a.txt"]).unwrap(),
            ["B", "A"]
        );
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = read_files(&tarball(&[("a.txt", "A")]), ["b.txt"]).unwrap_err();
        assert!(error.to_string().contains("no file b.txt"), "{error}");
    }

    #[test]
    fn a_link_is_not_a_file() {
        let mut builder = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
        let mut header = tar::Header::new_gnu();
        header.set_entry_type(tar::EntryType::Symlink);
        header.set_size(0);
        builder
            .append_link(&mut header, "package/a.txt", "/etc/hostname")
            .unwrap();
        let tarball = builder.into_inner().unwrap().finish().unwrap();
        assert!(read_files(&tarball, ["a.txt"]).is_err());
    }

    #[test]
    fn damaged_tarballs_are_errors() {
        let whole = tarball(&[("a.txt", &"text ".repeat(10_000))]);
        for cut in [0, 1, 20, whole.len() / 2] {
            assert!(
                read_files(&whole[..cut], ["a.txt"]).is_err(),
                "cut at {cut}"
            );
        }
        assert!(read_files(b"not gzip at all", ["a.txt"]).is_err());
    }

    #[test]
    fn another_hash_is_refused() {
        let tarball = tarball(&[("a.txt", "A")]);
        assert!(check_integrity(&tarball, &integrity(&tarball)).is_ok());
        assert!(check_integrity(&tarball, &format!("sha1-xyz {}", integrity(&tarball))).is_ok());
        let error = check_integrity(&tarball, &integrity(b"other")).unwrap_err();
        assert!(
            error.to_string().contains("not the one that was published"),
            "{error}"
        );
        let error = check_integrity(&tarball, "sha1-xyz").unwrap_err();
        assert!(error.to_string().contains("no SHA-512"), "{error}");
    }
}
