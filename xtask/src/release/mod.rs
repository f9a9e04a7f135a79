//! `cargo xtask release prepare`: the version that follows from the change of the document, in the
//! configuration, the changelog and the emitted crate.
//!
//! Everything comes from what was released last and what is there now, and nothing from earlier
//! runs: a second run changes nothing, and one after further changes writes the same entry anew.

mod base;
mod changelog;
mod manifest;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, anyhow, bail, ensure};
use lexopt::prelude::*;
use seamstress::diff::{Bump, Diff, compare};
use seamstress::job::{Job, Opened};
use seamstress::output::Mode;

use base::Base;

use crate::repository::{self, CONFIG};

/// The changelog, which is an input: the emitted crate has a copy.
const CHANGELOG: &str = "spec/crate/CHANGELOG.md";

const USAGE: &str = "\
Usage: cargo xtask release prepare [--from REV|VERSION] [--date YYYY-MM-DD] [--root DIR]

  --from F   what was released last: a revision of this repository, or the version of the npm
             package whose document it was made from; by default the last tag `seam-api-v*`
  --date D   the day of the release; until it is known, the entry is called unreleased
  --root DIR the repository; this one unless set";

/// Runs `cargo xtask release …`.
pub(crate) fn run(mut args: lexopt::Parser) -> anyhow::Result<()> {
    let mut command = None;
    let (mut from, mut date, mut root) = (None, None, repository::root());
    while let Some(arg) = args.next()? {
        match arg {
            Value(name) if command.is_none() => command = Some(name.string()?),
            Long("from") => from = Some(args.value()?.string()?),
            Long("date") => date = Some(args.value()?.string()?),
            Long("root") => root = PathBuf::from(args.value()?),
            Short('h') | Long("help") => {
                println!("{USAGE}");
                return Ok(());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    ensure!(
        command.as_deref() == Some("prepare"),
        "`release` has one command, `prepare`\n\n{USAGE}"
    );
    if let Some(date) = &date {
        ensure!(is_date(date), "`{date}` is no day such as 2026-01-31");
    }
    prepare(&root, from.as_deref(), date.as_deref())
}

fn prepare(root: &Path, from: Option<&str>, date: Option<&str>) -> anyhow::Result<()> {
    let config = read(root, CONFIG)?;
    let Some(base) = Base::find(root, from)? else {
        println!(
            "nothing has been released yet: version {} will be the first",
            manifest::version(&config)?
        );
        return Ok(());
    };
    let job = Job {
        config: Some(root.join(CONFIG)),
        ..Job::default()
    };
    let diff = compare(&base.job, &job).map_err(|errors| anyhow!("{errors}"))?;
    let next = diff.bump().after(&base.version);
    let changed = [
        put(
            root,
            CONFIG,
            &config,
            &manifest::with_version(&config, &next)?,
        )?,
        put_entry(root, &base, &diff, &next, date)?,
        generate(&job)?,
    ];
    lock(root)?;
    tell(&base, &diff, &next, changed.contains(&true));
    Ok(())
}

/// Writes the entry of the changelog, and says whether it was another.
fn put_entry(
    root: &Path,
    base: &Base,
    diff: &Diff,
    next: &str,
    date: Option<&str>,
) -> anyhow::Result<bool> {
    let text = read(root, CHANGELOG)?;
    let written = match diff.bump() {
        Bump::None => changelog::without_entry(&text, &base.version),
        _ => changelog::with_entry(&text, &base.version, next, date, &diff.changelog()),
    };
    put(root, CHANGELOG, &text, &written.context(CHANGELOG)?)
}

/// Makes the crate, with its version and its changelog, and says whether it was another.
fn generate(job: &Job) -> anyhow::Result<bool> {
    let made = job.open().and_then(Opened::make);
    let written = made.and_then(|made| made.write(Mode::Write));
    let summary = written.map_err(|errors| anyhow!("{errors}"))?;
    Ok(!summary.changes.is_empty())
}

/// Brings the version of the crate into the lock file, as the next command of cargo would.
fn lock(root: &Path) -> anyhow::Result<()> {
    if !root.join("Cargo.lock").is_file() {
        return Ok(());
    }
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .current_dir(root)
        .args(["update", "--workspace", "--offline", "--quiet"]);
    match command
        .status()
        .context("cargo cannot be started")?
        .success()
    {
        true => Ok(()),
        false => bail!("the lock file could not be brought up to date"),
    }
}

fn tell(base: &Base, diff: &Diff, next: &str, has_written: bool) {
    println!(
        "since {} (version {}): {}",
        base.name,
        base.version,
        diff.summary()
    );
    for note in &diff.notes {
        println!("note: {note}");
    }
    match diff.bump() {
        Bump::None => println!("version {next} stays"),
        _ => println!("the next version is {next}"),
    }
    match has_written {
        true => println!("written: {CONFIG}, {CHANGELOG} and the crate, as far as they were other"),
        false => println!("up to date"),
    }
}

fn read(root: &Path, path: &str) -> anyhow::Result<String> {
    fs::read_to_string(root.join(path)).with_context(|| path.to_owned())
}

/// Writes what is other, and says whether it was.
fn put(root: &Path, path: &str, was: &str, is: &str) -> anyhow::Result<bool> {
    if was != is {
        fs::write(root.join(path), is).with_context(|| path.to_owned())?;
    }
    Ok(was != is)
}

fn is_date(text: &str) -> bool {
    let digits = [4, 2, 2];
    let parts: Vec<&str> = text.split('-').collect();
    let is_number = |(part, length): (&&str, usize)| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    parts.len() == digits.len() && parts.iter().zip(digits).all(is_number)
}
