//! `cargo xtask skew`: does a client of one document read what a server of another one sends?
//!
//! Clients live longer than documents. The client is generated from the old document and
//! compiled; answers are drawn from the schemas of the new one; the client reads them and writes
//! them back. What comes out is counted by operation.

mod documents;
mod reader;
mod samples;
mod table;

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::bail;
use lexopt::prelude::*;

use documents::load;
use reader::Reader;
use samples::Samples;
pub(crate) use table::{Fault, Grade};
use table::{Row, markdown};

const USAGE: &str = "\
Usage: cargo xtask skew OLD NEW [--random N] [--seed N] [--operations] [--markdown FILE]
       cargo xtask skew --all VERSION… [--random N] [--seed N] [--markdown FILE]

  OLD, NEW         versions of Seam's npm package, or files
  --all            every one of the versions as client and as server, in all pairs
  --random N       random answers per operation, besides those that cover its schema; 10 unless set
  --seed N         of the random answers; 1 unless set
  --operations     a line per operation that was not read as it came, and the first reason
  --markdown FILE  write the table there, too";

/// What a comparison is asked for.
struct Options {
    versions: Vec<String>,
    all: bool,
    random: usize,
    seed: u64,
    operations: bool,
    markdown: Option<PathBuf>,
}

/// What a client of one version makes of the answers of a server of another one: what covers
/// their schemas, and `random` answers more per operation.
///
/// # Errors
///
/// Where a version cannot be read, or its client does not compile.
pub(crate) fn read(client: &str, server: &str, random: usize) -> anyhow::Result<Row> {
    let samples = Samples::draw(&load(server)?, 1, random)?;
    let mut reader = Reader::build(client, &load(client)?)?;
    Row::count(client, server, &mut reader, &samples)
}

pub(crate) fn run(args: lexopt::Parser) -> anyhow::Result<()> {
    let Some(options) = parse(args)? else {
        println!("{USAGE}");
        return Ok(());
    };
    let (clients, servers) = match options.all {
        true => (&options.versions[..], &options.versions[..]),
        false => options.versions.split_at(1),
    };
    let mut samples: BTreeMap<&str, Samples> = BTreeMap::new();
    for version in servers {
        let document = load(version)?;
        let drawn = Samples::draw(&document, options.seed, options.random)?;
        eprintln!("{version}: {} answers drawn", drawn.len());
        samples.insert(version, drawn);
    }
    let mut rows = Vec::new();
    for client in clients {
        let mut reader = Reader::build(client, &load(client)?)?;
        for server in servers {
            let Some(samples) = samples.get(server.as_str()) else {
                continue;
            };
            let row = Row::count(client, server, &mut reader, samples)?;
            println!("{row}");
            if options.operations {
                row.print_operations();
            }
            rows.push(row);
        }
    }
    if let Some(path) = &options.markdown {
        std::fs::write(path, markdown(&rows, &options.command()))?;
    }
    match rows.iter().all(Row::is_clean) {
        true => Ok(()),
        false => bail!("not everything was read and written back as it came"),
    }
}

impl Options {
    /// The command that gives the same again.
    fn command(&self) -> String {
        let all = if self.all { "--all " } else { "" };
        let versions = self.versions.join(" ");
        let (random, seed) = (self.random, self.seed);
        format!("cargo xtask skew {all}{versions} --random {random} --seed {seed}")
    }
}

/// Reads the command line; nothing where help is asked for.
fn parse(mut args: lexopt::Parser) -> anyhow::Result<Option<Options>> {
    let mut options = Options {
        versions: Vec::new(),
        all: false,
        random: 10,
        seed: 1,
        operations: false,
        markdown: None,
    };
    while let Some(arg) = args.next()? {
        match arg {
            Value(version) => options.versions.push(version.string()?),
            Long("all") => options.all = true,
            Long("random") => options.random = args.value()?.parse()?,
            Long("seed") => options.seed = args.value()?.parse()?,
            Long("operations") => options.operations = true,
            Long("markdown") => options.markdown = Some(args.value()?.into()),
            Short('h') | Long("help") => return Ok(None),
            other => return Err(other.unexpected().into()),
        }
    }
    match options.versions.len() {
        0 | 1 => bail!("skew compares two versions\n\n{USAGE}"),
        2 => Ok(Some(options)),
        _ if options.all => Ok(Some(options)),
        _ => bail!("several versions are compared with --all\n\n{USAGE}"),
    }
}
