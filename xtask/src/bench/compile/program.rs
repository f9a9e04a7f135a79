//! A program that uses the emitted crate, built from nothing: with all dependencies, TLS included.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::folder::Folder;
use super::rounds::{Features, cargo};
use crate::bench::report::{Cell, Table};
use crate::measure::{self, Cost};
use crate::repository::root;

/// The program, in a file of its own so that editors know it. It lists access codes.
const PROGRAM: &str = include_str!("../../../programs/list_access_codes.rs");

/// The feature that the program needs.
const FEATURE: &str = "access-codes";

/// The size that our program may not exceed, optimised, stripped and with the default features, in
/// bytes. It had 4.1 million when this was set. Where it exceeds it, `cargo bloat --release
/// --crates` says what came in.
const BAR: u64 = 4_400_000;

/// A program in a folder, and what it is called.
struct Program {
    name: String,
    features: String,
    path: PathBuf,
}

/// Builds our program, with the default features and with what it needs, and those of others.
pub(super) fn measure(ours: &Folder, theirs: &[(String, PathBuf)]) -> anyhow::Result<Table> {
    let scratch = tempfile::tempdir()?;
    let mut programs = Vec::new();
    for (name, path) in theirs {
        programs.push(Program {
            name: name.clone(),
            features: "its own".to_owned(),
            path: fs::canonicalize(path).with_context(|| format!("`{}`", path.display()))?,
        });
    }
    for features in [Features::Default, Features::One(FEATURE.to_owned())] {
        let path = scratch.path().join(format!("program-{}", programs.len()));
        write(ours, &features, &path)?;
        programs.push(Program {
            name: ours.name.clone(),
            features: features.to_string(),
            path,
        });
    }
    let mut table = Table::new(
        "A program that lists access codes, built from nothing with all dependencies",
        &[
            "program",
            "features",
            "dependencies",
            "profile",
            "wall",
            "processor",
            "memory",
            "stripped",
        ],
    );
    for profile in ["debug", "release"] {
        for program in &programs {
            let (cost, size) = build(program, profile)?;
            table.row(vec![
                Cell::text(&program.name),
                Cell::text(&program.features),
                Cell::count(dependencies(&program.path)?),
                Cell::text(profile),
                Cell::Seconds(cost.wall.as_secs_f64()),
                Cell::Seconds(cost.cpu.as_secs_f64()),
                Cell::Bytes(cost.peak),
                Cell::Bytes(size),
            ]);
        }
    }
    Ok(table)
}

/// Fails where our program became too large. What is measured is told before.
pub(super) fn judge(table: &Table) -> anyhow::Result<()> {
    let size = table.figure(&["ours", "default", "release"], "stripped");
    match size {
        Some(size) if size > BAR => bail!("the program has {size} bytes, more than {BAR}"),
        _ => Ok(()),
    }
}

/// A build from nothing: what it costs, and how large the program is.
fn build(program: &Program, profile: &str) -> anyhow::Result<(Cost, u64)> {
    let target = tempfile::tempdir()?;
    let mut fetch = cargo(target.path());
    measure::run(fetch.arg("fetch").current_dir(&program.path))?;
    let mut command = cargo(target.path());
    command
        .arg("build")
        .current_dir(&program.path)
        .env("CARGO_PROFILE_RELEASE_STRIP", "symbols");
    if profile == "release" {
        command.arg("--release");
    }
    let cost = measure::run(&command)?;
    eprintln!(
        "{} {profile}: {:.1} s",
        program.name,
        cost.wall.as_secs_f64()
    );
    Ok((cost, size(&target.path().join(profile))?))
}

/// The size of the only program in a folder.
fn size(folder: &Path) -> anyhow::Result<u64> {
    use std::os::unix::fs::PermissionsExt;
    for entry in fs::read_dir(folder)? {
        let metadata = entry?.metadata()?;
        if metadata.is_file() && metadata.permissions().mode() & 0o111 != 0 {
            return Ok(metadata.len());
        }
    }
    bail!("there is no program in {}", folder.display())
}

/// How many packages are built for the program, itself left out.
fn dependencies(path: &Path) -> anyhow::Result<usize> {
    let output = std::process::Command::new(env!("CARGO"))
        .args(["tree", "--edges", "normal,build", "--prefix", "none"])
        .args(["--format", "{p}"])
        .current_dir(path)
        .output()
        .context("cargo cannot be run")?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr).trim());
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let packages = text.lines().map(|line| line.trim_end_matches(" (*)"));
    let packages: BTreeSet<&str> = packages.filter(|line| !line.is_empty()).collect();
    Ok(packages.len().saturating_sub(1))
}

/// Writes our program, with the versions that the workspace is tested with.
fn write(ours: &Folder, features: &Features, path: &Path) -> anyhow::Result<()> {
    let features = match features {
        Features::One(name) => format!(", default-features = false, features = [{name:?}]"),
        _ => String::new(),
    };
    let manifest = format!(
        "[package]\nname = \"list-access-codes\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\n{} = {{ path = {:?}{features} }}\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}\n\n\
         [workspace]\n",
        ours.package, ours.path
    );
    let source = path.join("src");
    fs::create_dir_all(&source)?;
    fs::write(path.join("Cargo.toml"), manifest)?;
    fs::write(source.join("main.rs"), PROGRAM)?;
    fs::copy(root().join("Cargo.lock"), path.join("Cargo.lock"))?;
    Ok(())
}
