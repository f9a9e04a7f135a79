//! Compiling emitted crates: all of one test in one workspace, with one call of Cargo.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use seamstress::output::{Mode, write};

use super::Generated;

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .unwrap()
}

/// Asserts that all of `crates` compile without a warning, under clippy too where it is
/// installed.
///
/// What they depend on is compiled once for all tests; the lock file is the repository's, so that as
/// a rule nothing has to be fetched.
#[track_caller]
pub(crate) fn check(workspace: &str, crates: &[Generated]) {
    let command = if has_clippy() { "clippy" } else { "check" };
    run(
        &fill(workspace, crates),
        &[command, "--workspace", "--all-features"],
    );
}

/// Asserts that `one` compiles without a warning with a single feature.
#[track_caller]
pub(crate) fn check_feature(workspace: &str, one: &Generated, feature: &str) {
    let command = if has_clippy() { "clippy" } else { "check" };
    let features = ["--no-default-features", "--features", feature];
    run(
        &fill(workspace, std::slice::from_ref(one)),
        &[&[command], &features[..]].concat(),
    );
}

/// Asserts that the documentation of `crates` is made without a warning, such as of a link that
/// leads nowhere.
#[track_caller]
pub(crate) fn document(workspace: &str, crates: &[Generated]) {
    run(
        &fill(workspace, crates),
        &["doc", "--no-deps", "--workspace", "--all-features"],
    );
}

/// Asserts that the tests that `crates` carry compile without a warning and pass, and so do their
/// examples compile.
#[track_caller]
pub(crate) fn test(workspace: &str, crates: &[Generated]) {
    let workspace = fill(workspace, crates);
    let command = if has_clippy() { "clippy" } else { "check" };
    let all = ["--workspace", "--all-features"];
    run(
        &workspace,
        &[&[command, "--all-targets"], &all[..]].concat(),
    );
    // The examples have one name, and their programs one place.
    run(
        &workspace,
        &[&["test", "--test", "operations"], &all[..]].concat(),
    );
}

#[track_caller]
fn run(workspace: &Path, command: &[&str]) {
    let cargo = |network: &[&str]| {
        Command::new(env!("CARGO"))
            .args(command)
            .args((command[0] != "test").then_some("--keep-going"))
            .args(["--message-format", "short"])
            .args(network)
            .current_dir(workspace)
            .env("CARGO_TARGET_DIR", workspace.with_file_name("target"))
            .env("CARGO_BUILD_BUILD_DIR", compiled())
            // Nobody debugs them, and each is compiled once: both would take gigabytes.
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_INCREMENTAL", "0")
            .env_remove("RUSTFLAGS")
            .env_remove("RUSTDOCFLAGS")
            .output()
            .unwrap()
    };
    let mut output = cargo(&["--offline"]);
    // Where only this package was built before, not all that the emitted ones need is there.
    if String::from_utf8_lossy(&output.stderr).contains("--offline") {
        output = cargo(&[]);
    }
    let messages = String::from_utf8_lossy(&output.stderr);
    let complaints: Vec<&str> = messages.lines().filter(|line| is_complaint(line)).collect();
    assert!(
        output.status.success() && complaints.is_empty(),
        "cargo {} in {}:\n{}",
        command.join(" "),
        workspace.display(),
        if complaints.is_empty() {
            messages.into_owned()
        } else {
            complaints.join("\n")
        },
    );
}

/// Writes the crates and the manifest above them, and removes crates of former runs. What is
/// there already is left alone, so that Cargo sees what is fresh.
fn fill(name: &str, crates: &[Generated]) -> PathBuf {
    let workspace = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("emitted")
        .join(name);
    fs::create_dir_all(&workspace).unwrap();
    let mut members = Vec::new();
    for one in crates {
        write(&workspace.join(&one.name), one.files.clone(), Mode::Write)
            .unwrap_or_else(|refusal| panic!("{}: {refusal}", one.name));
        members.push(format!("{:?}", one.name));
    }
    for entry in fs::read_dir(&workspace).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && crates.iter().all(|one| !path.ends_with(&one.name)) {
            fs::remove_dir_all(&path).unwrap();
        }
    }
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [{}]\n",
        members.join(", ")
    );
    let path = workspace.join("Cargo.toml");
    if fs::read_to_string(&path).unwrap_or_default() != manifest {
        fs::write(&path, manifest).unwrap();
    }
    if !workspace.join("Cargo.lock").exists() {
        fs::copy(root().join("Cargo.lock"), workspace.join("Cargo.lock")).unwrap();
    }
    workspace
}

/// Where Cargo keeps what it compiled for the tests themselves: much of what emitted crates depend on
/// is there already. Before Cargo 1.91 they are compiled once more.
fn compiled() -> &'static Path {
    let temporary = Path::new(env!("CARGO_TARGET_TMPDIR"));
    temporary.parent().unwrap_or(temporary)
}

fn has_clippy() -> bool {
    let version = Command::new(env!("CARGO"))
        .args(["clippy", "--version"])
        .output();
    version.is_ok_and(|output| output.status.success())
}

/// Whether a line of Cargo's is a warning or an error of a crate, or a summary of them.
fn is_complaint(line: &str) -> bool {
    line.contains("warning:")
        || line.contains("warning[")
        || line.contains("error:")
        || line.contains("error[")
}
