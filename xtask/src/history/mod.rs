//! `cargo xtask spec history`: the verdicts of the diff, judged by what has happened already.
//!
//! Every version of the npm package that the registry lists is a document that was current once.
//! Each is compared with the next one, as `spec diff` does it, and other judges say of the same two
//! what they find: `cargo-semver-checks` whether programs still compile, and `skew` whether a
//! running client still reads what servers send. Where they find a break that the diff does not
//! call one, the command fails.

mod clients;
mod cover;
mod json;
mod pair;
mod reasons;
mod semver_checks;
mod table;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, ensure};
use lexopt::prelude::*;

use self::clients::Client;
use self::pair::Pair;
use self::table::History;
use crate::spec::npm;

pub(crate) const USAGE: &str = "\
Usage: cargo xtask spec history [FROM [TO]] [--semver-checks] [--skew FROM] [--json FILE]
                                [--markdown FILE]

  FROM             the version to begin with; 1.294.0 unless named
  TO               the version to end with; the newest one unless named
  --semver-checks  let cargo-semver-checks judge what no longer compiles; it is looked for in the
                   path, or where CARGO_SEMVER_CHECKS says
  --skew FROM      let a client of each version from this one on read what a server of the next
                   one sends: it takes a minute to build one
  --json FILE      write what came of it there, too
  --markdown FILE  write the tables of docs/history.md there

Fails where a judge finds a break that the diff does not call one, or where the diff calls a break
what a judge should have found.";

/// The package.
const PACKAGE: &str = "@seamapi/types";

/// The first version that is compared unless another one is named: where `docs/history.md` begins.
const FIRST: &str = "1.294.0";

#[derive(Default)]
struct Options {
    from: Option<String>,
    to: Option<String>,
    json: Option<PathBuf>,
    markdown: Option<PathBuf>,
    semver_checks: bool,
    skew: Option<String>,
}

pub(crate) fn run(args: lexopt::Parser) -> anyhow::Result<()> {
    let Some(options) = parse(args)? else {
        println!("{USAGE}");
        return Ok(());
    };
    let from = options.from.as_deref().unwrap_or(FIRST);
    let versions = versions(from, options.to.as_deref())?;
    let history = History {
        command: options.command(),
        judge: match options.semver_checks {
            true => Some(semver_checks::version()?),
            false => None,
        },
        ..History::default()
    };
    let history = judged(history, &versions, options.skew.as_deref())?;
    if let Some(path) = &options.json {
        fs::write(path, json::report(&history)?)?;
    }
    if let Some(path) = &options.markdown {
        fs::write(path, history.markdown())?;
    }
    let complaints = history.complaints();
    ensure!(
        complaints.is_empty(),
        "the judges do not agree:\n{}",
        complaints.join("\n")
    );
    Ok(())
}

/// Judges every version and the next one; the client of a version is made once.
fn judged(
    mut history: History,
    versions: &[String],
    skew: Option<&str>,
) -> anyhow::Result<History> {
    let from = skew.and_then(|from| versions.iter().position(|version| version == from));
    ensure!(
        skew.is_none() || from.is_some(),
        "--skew begins with no version that is compared"
    );
    let mut last: Option<Client> = None;
    for (at, version) in versions.iter().enumerate() {
        let client = Client::of(version)?;
        history.idle.push((version.clone(), client.idle_actions()));
        if let Some(old) = last.take() {
            let mut pair = Pair::of(&old, &client);
            if let Some(judge) = &history.judge {
                pair.judge_programs(&old, &client, judge)?;
                old.forget();
            }
            if from.is_some_and(|from| at > from) {
                pair.judge_clients(&old, &client)?;
            }
            println!("{pair}");
            history.pairs.push(pair);
        }
        last = Some(client);
    }
    if let Some(newest) = last {
        newest.forget();
    }
    Ok(history)
}

impl Options {
    /// The command that gives the same again.
    fn command(&self) -> String {
        let mut command = "cargo xtask spec history".to_owned();
        for version in self.from.iter().chain(&self.to) {
            command.push_str(&format!(" {version}"));
        }
        if self.semver_checks {
            command.push_str(" --semver-checks");
        }
        if let Some(from) = &self.skew {
            command.push_str(&format!(" --skew {from}"));
        }
        if self.markdown.is_some() {
            command.push_str(" --markdown docs/history.md");
        }
        command
    }
}

/// The versions that the registry lists, from `first` to `last`, or to the newest one.
fn versions(first: &str, last: Option<&str>) -> anyhow::Result<Vec<String>> {
    let mut versions = npm::versions(PACKAGE)?;
    let place = |wanted: &str| {
        let at = versions.iter().position(|version| version == wanted);
        at.with_context(|| format!("the registry does not list {PACKAGE}@{wanted}"))
    };
    let (from, to) = (place(first)?, last.map(place).transpose()?);
    if let Some(to) = to {
        versions.truncate(to + 1);
    }
    let versions = versions.split_off(from.min(versions.len()));
    ensure!(versions.len() > 1, "no version follows {first} there");
    Ok(versions)
}

/// Reads the command line; nothing where help is asked for.
fn parse(mut args: lexopt::Parser) -> anyhow::Result<Option<Options>> {
    let mut options = Options::default();
    while let Some(arg) = args.next()? {
        match arg {
            Value(from) if options.from.is_none() => options.from = Some(from.string()?),
            Value(to) if options.to.is_none() => options.to = Some(to.string()?),
            Long("json") => options.json = Some(args.value()?.into()),
            Long("markdown") => options.markdown = Some(args.value()?.into()),
            Long("semver-checks") => options.semver_checks = true,
            Long("skew") => options.skew = Some(args.value()?.string()?),
            Short('h') | Long("help") => return Ok(None),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Some(options))
}
