//! Benchmarks of running code, which are programs of their own: what they need, the emitted crate
//! and two HTTP libraries, would make every other command of `xtask` wait for it.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, bail};

use super::report::{Table, publish};
use crate::repository::root;

/// One measures time, the other counts allocations, which costs time.
const PROGRAMS: [&str; 2] = ["seamstress-bench", "allocations"];

/// Runs a benchmark of `seamstress-bench`, optimised.
pub(super) fn run(name: &str, mut args: lexopt::Parser) -> anyhow::Result<()> {
    let mut rest: Vec<OsString> = args.raw_args()?.collect();
    let json = match rest.iter().position(|one| one == "--json") {
        Some(at) if at + 1 < rest.len() => rest.drain(at..at + 2).nth(1).map(PathBuf::from),
        Some(_) => bail!("`--json` takes a file"),
        None => None,
    };
    let mut tables = Vec::new();
    for program in PROGRAMS {
        tables.extend(tables_of(program, name, &rest)?);
    }
    publish(name, &tables, json.as_deref())
}

fn tables_of(program: &str, name: &str, rest: &[OsString]) -> anyhow::Result<Vec<Table>> {
    let output = Command::new(env!("CARGO"))
        .args([
            "run",
            "--release",
            "-p",
            "seamstress-bench",
            "--bin",
            program,
        ])
        .args(["--", name])
        .args(rest)
        .current_dir(root())
        .stderr(Stdio::inherit())
        .output()
        .context("cargo cannot be run")?;
    if !output.status.success() {
        bail!("`{program} {name}` fails");
    }
    serde_json::from_slice(&output.stdout).context("what it prints is no table")
}
