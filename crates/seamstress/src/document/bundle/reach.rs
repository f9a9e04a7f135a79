//! How far references reach: which files may be opened, and who opens them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::address::{Address, Refusal, local};
use crate::document::reference::percent_decode;
use crate::document::uri::scheme;

/// The most bytes that the files of one document may have together.
pub(super) const MAX_BYTES: u64 = 256 << 20;

/// Which files references may name, besides those in the folder of the document and below it.
///
/// Nothing is ever fetched from a network: an address of the web is read where a copy of what is
/// there is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// The folder that references do not leave; by default that of the document.
    pub root: Option<PathBuf>,
    /// Copies of what is on the web: an address, or the beginning of addresses, and the file or
    /// the folder that has its place. The longest that fits counts.
    pub remote: BTreeMap<String, PathBuf>,
}

impl Reach {
    /// The folder and the path below it that an address stands for.
    fn place<'a>(
        &'a self,
        root: &'a Path,
        address: &Address,
    ) -> Result<(&'a Path, String), Refusal> {
        let text = match address {
            Address::Local(path) => return Ok((root, path.clone())),
            Address::Remote(text) => text,
        };
        match scheme(text) {
            Some("http" | "https") => {}
            other => return Err(Refusal::Scheme(other.unwrap_or_default().to_owned())),
        }
        let fits = |(prefix, path): (&'a String, &'a PathBuf)| {
            let rest = text.strip_prefix(prefix.as_str())?;
            let is_whole = rest.is_empty() || prefix.ends_with('/') || rest.starts_with('/');
            is_whole.then_some((prefix.len(), path, rest))
        };
        let copies = self.remote.iter().filter_map(fits);
        let (_, path, rest) = copies
            .max_by_key(|(length, ..)| *length)
            .ok_or(Refusal::Unmapped)?;
        if rest.is_empty() {
            return Ok((path, String::new()));
        }
        Ok((
            path,
            local("", percent_decode(rest).trim_start_matches('/'))?,
        ))
    }
}

/// A file that was opened: its path, to be shown, and its text.
pub(in crate::document) type Opened = (PathBuf, String);

/// Whoever opens files. `root` is the folder that local addresses start at.
pub(in crate::document) trait Files: Sync {
    /// Opens what has the address.
    fn open(&self, address: &Address) -> Result<Opened, Refusal>;
}

/// The files on the disk.
pub(in crate::document) struct Disk<'a> {
    pub(in crate::document) root: &'a Path,
    pub(in crate::document) reach: &'a Reach,
}

impl Files for Disk<'_> {
    fn open(&self, address: &Address) -> Result<Opened, Refusal> {
        let (folder, path) = self.reach.place(self.root, address)?;
        let shown = if path.is_empty() {
            folder.to_path_buf()
        } else {
            folder.join(&path)
        };
        let unreadable = |error: std::io::Error| Refusal::Unreadable(error.to_string());
        let folder = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        };
        let folder = fs::canonicalize(folder).map_err(unreadable)?;
        // Symbolic links are followed here, by name only: nothing is opened before it is known to
        // be inside.
        let real = fs::canonicalize(&shown).map_err(unreadable)?;
        if !real.starts_with(&folder) {
            return Err(Refusal::Outside);
        }
        let about = fs::metadata(&real).map_err(unreadable)?;
        if !about.is_file() {
            return Err(Refusal::Unreadable("it is no file".to_owned()));
        }
        if about.len() > MAX_BYTES {
            return Err(Refusal::TooLarge);
        }
        let bytes = fs::read(&real).map_err(unreadable)?;
        let text = String::from_utf8(bytes);
        let text = text.map_err(|_| Refusal::Unreadable("its text is not UTF-8".to_owned()))?;
        Ok((shown, text))
    }
}

/// Files in memory, by the paths that they are shown with.
pub(in crate::document) struct Memory<'a> {
    pub(in crate::document) root: &'a Path,
    pub(in crate::document) reach: &'a Reach,
    pub(in crate::document) files: &'a BTreeMap<PathBuf, String>,
}

impl Files for Memory<'_> {
    fn open(&self, address: &Address) -> Result<Opened, Refusal> {
        let (folder, path) = self.reach.place(self.root, address)?;
        let shown = if path.is_empty() {
            folder.to_path_buf()
        } else {
            folder.join(&path)
        };
        match self.files.get(&shown) {
            Some(text) => Ok((shown, text.clone())),
            None => Err(Refusal::Unreadable(
                "only the texts that were given are read".to_owned(),
            )),
        }
    }
}
