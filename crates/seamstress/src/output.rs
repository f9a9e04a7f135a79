//! Writing: the one place where files change. They are in the output folder, but for the lock file,
//! which stands where the configuration has it, and for single files that somebody named.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::diagnostic::{Diagnostic, Diagnostics};

mod changes;
mod fresh;
mod lines;

pub use changes::{Change, ChangeKind, Changes};
pub use lines::Lines;

/// The list of what was written, so that what is no longer written can be removed, and what
/// someone else wrote is never touched.
const MANIFEST: &str = ".generated";

/// A file to be written, with its path below the output folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The path below the output folder, with `/` between the steps.
    pub path: PathBuf,
    /// The whole text.
    pub text: String,
}

/// What to do with files that differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Write them.
    #[default]
    Write,
    /// Only say which they are.
    Check,
}

/// Writes `files` below `folder`: equal files are left alone, and what an earlier run wrote and
/// this one does not is removed.
///
/// # Errors
///
/// Where a path would leave the folder, a file is there that no earlier run wrote, or the file
/// system refuses. In the first two cases nothing has been written.
pub fn write(folder: &Path, mut files: Vec<File>, mode: Mode) -> Result<Changes, Diagnostics> {
    let paths: BTreeSet<PathBuf> = files.iter().map(|file| file.path.clone()).collect();
    files.push(File {
        path: PathBuf::from(MANIFEST),
        text: manifest(&paths),
    });
    let before = written_before(folder);
    let mut changes = Changes::default();
    let mut pending = Vec::new();
    for file in &files {
        let target = inside(folder, &file.path)?;
        match fs::read(&target) {
            Ok(bytes) if bytes == file.text.as_bytes() => changes.unchanged += 1,
            Ok(_) if !before.contains(&file.path) && file.path != Path::new(MANIFEST) => {
                return Err(foreign(&target).into());
            }
            read => {
                changes.push(written(file, read.ok()));
                pending.push((target, file.text.as_bytes()));
            }
        }
    }
    let mut stale = Vec::new();
    for path in before.difference(&paths) {
        let target = inside(folder, path)?;
        if target.is_file() {
            let text = fs::read(&target).unwrap_or_default();
            changes.push(Change {
                path: path.clone(),
                kind: ChangeKind::Removed,
                lines: Lines::of_old(&String::from_utf8_lossy(&text)),
            });
            stale.push(target);
        }
    }
    if mode == Mode::Write && !folder.exists() {
        fresh::write(folder, &files)?;
    } else if mode == Mode::Write {
        pending
            .iter()
            .try_for_each(|(target, bytes)| replace(target, bytes))?;
        stale.iter().try_for_each(|target| remove(folder, target))?;
    }
    Ok(changes)
}

/// What writing a file changes, over what was `read` in its place.
fn written(file: &File, read: Option<Vec<u8>>) -> Change {
    let (kind, lines) = match read {
        None => (ChangeKind::Added, Lines::of_new(&file.text)),
        Some(bytes) => {
            let old = String::from_utf8_lossy(&bytes);
            (ChangeKind::Changed, Lines::between(&old, &file.text))
        }
    };
    Change {
        path: file.path.clone(),
        kind,
        lines,
    }
}

/// Writes the lock file at `target`, the one file outside of the output folder; gives what changes,
/// if anything. Called after [`write()`], so that no name is remembered that no crate has.
///
/// # Errors
///
/// Where the file system refuses.
pub(crate) fn write_lock(
    target: &Path,
    text: String,
    mode: Mode,
) -> Result<Option<Change>, Diagnostic> {
    let read = fs::read(target).ok();
    if read.as_ref().is_some_and(|bytes| bytes == text.as_bytes()) {
        return Ok(None);
    }
    if mode == Mode::Write {
        replace(target, text.as_bytes())?;
    }
    let path = target.to_path_buf();
    Ok(Some(written(&File { path, text }, read)))
}

/// Writes one file that somebody named, unless it is there already with this text. A link is
/// followed, and what is no file, such as a pipe, is written to.
///
/// # Errors
///
/// Where the file system refuses.
pub fn write_one(target: &Path, text: &str) -> Result<(), Diagnostic> {
    if fs::metadata(target).is_ok_and(|known| !known.is_file()) {
        return fs::write(target, text).map_err(|error| unwritable(target, &error));
    }
    let target = &fs::canonicalize(target).unwrap_or_else(|_| target.to_path_buf());
    if fs::read(target).is_ok_and(|bytes| bytes == text.as_bytes()) {
        return Ok(());
    }
    replace(target, text.as_bytes())
}

/// The path of a file below `folder`, if it stays there: no step up, and no link on the way.
fn inside(folder: &Path, path: &Path) -> Result<PathBuf, Diagnostic> {
    let mut target = folder.to_path_buf();
    for component in path.components() {
        let Component::Normal(step) = component else {
            return Err(outside(path));
        };
        target.push(step);
        if target.is_symlink() {
            return Err(outside(path));
        }
    }
    Ok(target)
}

fn manifest(paths: &BTreeSet<PathBuf>) -> String {
    let mut text = String::from("# What is generated here; other files are left alone.\n");
    for path in paths {
        text.push_str(&path.to_string_lossy().replace('\\', "/"));
        text.push('\n');
    }
    text
}

fn written_before(folder: &Path) -> BTreeSet<PathBuf> {
    let text = fs::read_to_string(folder.join(MANIFEST)).unwrap_or_default();
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .map(PathBuf::from)
        .collect()
}

/// Writes beside the target and renames, so that nobody ever reads half a file.
fn replace(target: &Path, bytes: &[u8]) -> Result<(), Diagnostic> {
    let write = || {
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        let mut name = target.file_name().unwrap_or_default().to_os_string();
        name.push(".new");
        let temporary = target.with_file_name(name);
        fs::write(&temporary, bytes)?;
        fs::rename(&temporary, target)
    };
    write().map_err(|error| unwritable(target, &error))
}

/// Removes a file, and the folders that become empty by that.
fn remove(folder: &Path, target: &Path) -> Result<(), Diagnostic> {
    fs::remove_file(target).map_err(|error| unwritable(target, &error))?;
    let above = target
        .ancestors()
        .skip(1)
        .take_while(|parent| *parent != folder);
    for parent in above {
        if fs::remove_dir(parent).is_err() {
            break;
        }
    }
    Ok(())
}

fn outside(path: &Path) -> Diagnostic {
    let message = format!(
        "`{}` would be written outside of the output folder",
        path.display()
    );
    Diagnostic::error("outside-output", message)
        .help("remove the link, or the steps up, from the path")
}

fn foreign(target: &Path) -> Diagnostic {
    let message = format!("`{}` was not written by an earlier run", target.display());
    Diagnostic::error("foreign-file", message)
        .help("move it away, or set `output` under `[package]` to another folder")
}

fn unwritable(target: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::error(
        "unwritable",
        format!("`{}` cannot be written: {error}", target.display()),
    )
    .help("check the permissions and the space left")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File {
            path: path.into(),
            text: text.into(),
        }
    }

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("seamstress-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    #[test]
    fn a_folder_that_is_not_there_is_written_whole_or_not_at_all() {
        let folder = folder("fresh");
        fs::create_dir_all(&folder).unwrap();
        let entries = || fs::read_dir(&folder).unwrap().count();
        // A file where another has a folder.
        let files = vec![file("a", "1"), file("a/b.rs", "2")];
        write(&folder.join("out"), files, Mode::Write).unwrap_err();
        assert_eq!(entries(), 0);
        let files = vec![file("a/b.rs", "1"), file("c.rs", "2")];
        let written = write(&folder.join("out"), files.clone(), Mode::Write).unwrap();
        assert_eq!((written.written().count(), entries()), (3, 1));
        assert!(
            write(&folder.join("out"), files, Mode::Write)
                .unwrap()
                .is_empty()
        );
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn equal_files_stay_and_stale_files_go() {
        let folder = folder("stale");
        let first = write(
            &folder,
            vec![file("a/b.rs", "1"), file("c.rs", "2")],
            Mode::Write,
        )
        .unwrap();
        assert_eq!(first.written().count(), 3);
        let again = write(
            &folder,
            vec![file("a/b.rs", "1"), file("c.rs", "2")],
            Mode::Write,
        )
        .unwrap();
        assert!(again.is_empty());
        fs::write(folder.join("mine.txt"), "mine").unwrap();
        let less = write(&folder, vec![file("c.rs", "3")], Mode::Write).unwrap();
        assert_eq!(less.removed().collect::<Vec<_>>(), [Path::new("a/b.rs")]);
        let told: Vec<String> = less.files.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "changed c.rs +1 −1",
                "changed .generated +0 −1",
                "removed a/b.rs +0 −1"
            ]
        );
        assert_eq!(
            less.summary(Mode::Check),
            "0 files would be added, 2 changed, 1 removed: +1 −3 lines"
        );
        assert!(!folder.join("a").exists() && folder.join("mine.txt").exists());
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn nothing_leaves_the_folder() {
        let folder = folder("outside");
        for path in ["../x", "/x", "a/../../x", "./../x"] {
            assert!(
                write(&folder, vec![file("ok", ""), file(path, "")], Mode::Write).is_err(),
                "{path}"
            );
        }
        assert!(
            !folder.exists(),
            "nothing is written where one path is refused"
        );
    }

    #[test]
    fn what_others_wrote_is_never_overwritten() {
        let folder = folder("foreign");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("x"), "mine").unwrap();
        assert!(write(&folder, vec![file("x", "ours")], Mode::Write).is_err());
        assert_eq!(fs::read_to_string(folder.join("x")).unwrap(), "mine");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_named_file_is_replaced_where_it_is() {
        let folder = folder("one");
        let (file, link) = (folder.join("a/file"), folder.join("link"));
        write_one(&file, "1").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        write_one(&link, "2").unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "2");
        assert_eq!(write_one(&folder, "3").unwrap_err().code, "unwritable");
        assert_eq!(fs::read_to_string(&file).unwrap(), "2");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_check_changes_nothing() {
        let folder = folder("check");
        let changes = write(&folder, vec![file("x", "1")], Mode::Check).unwrap();
        assert_eq!(changes.written().count(), 2);
        assert!(!folder.exists());
    }
}
