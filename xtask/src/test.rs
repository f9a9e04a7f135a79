//! `cargo xtask test`: everything that must hold before a change is taken in.

use std::process::Command;
use std::time::Instant;

use anyhow::{Context, bail};
use lexopt::prelude::*;

use crate::repository::root;

const USAGE: &str = "\
Usage: cargo xtask test

Runs every check, the quickest to fail first, and ends with the first that fails.";

/// A check: what it is called, and the cargo command that makes it.
struct Step {
    name: &'static str,
    args: &'static [&'static str],
    /// An environment variable that the command needs.
    environment: Option<(&'static str, &'static str)>,
}

/// The checks, the quickest to fail first.
const STEPS: &[Step] = &[
    Step {
        name: "formatting",
        args: &["fmt", "--all", "--check"],
        environment: None,
    },
    Step {
        name: "the generated crate is up to date",
        args: &["xtask", "generate", "--check"],
        environment: None,
    },
    Step {
        name: "lints",
        args: &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--all-features",
            "--",
            "-D",
            "warnings",
        ],
        environment: None,
    },
    Step {
        name: "lints of the generated crate with one resource",
        args: &[
            "clippy",
            "-p",
            "seam-api",
            "--no-default-features",
            "--features",
            "locks",
            "--",
            "-D",
            "warnings",
        ],
        environment: None,
    },
    Step {
        name: "documentation",
        args: &["doc", "--workspace", "--no-deps", "--all-features"],
        environment: Some(("RUSTDOCFLAGS", "-D warnings")),
    },
    Step {
        name: "unit, golden and integration tests, and those in the documentation",
        args: &["test", "--workspace", "--all-features"],
        environment: None,
    },
];

pub(crate) fn run(mut args: lexopt::Parser) -> anyhow::Result<()> {
    if let Some(arg) = args.next()? {
        if matches!(arg, Short('h') | Long("help")) {
            println!("{USAGE}");
            return Ok(());
        }
        return Err(arg.unexpected().into());
    }
    let start = Instant::now();
    STEPS.iter().try_for_each(check)?;
    println!(
        "all {} checks passed in {} s",
        STEPS.len(),
        start.elapsed().as_secs()
    );
    Ok(())
}

fn check(step: &Step) -> anyhow::Result<()> {
    println!("==> {}: cargo {}", step.name, step.args.join(" "));
    let start = Instant::now();
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command
        .args(step.args)
        .current_dir(root())
        .envs(step.environment);
    let status = command.status().context("cargo cannot be started")?;
    if !status.success() {
        bail!(
            "{}: `cargo {}` failed ({status})",
            step.name,
            step.args.join(" ")
        );
    }
    println!("    {} s", start.elapsed().as_secs());
    Ok(())
}
