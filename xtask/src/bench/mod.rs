//! `cargo xtask bench`: what the generator, the crate that it emits and the runtime cost.
//!
//! Machines are noisy, and no two are equal. So everything that is compared is measured in the same
//! run, in turn, and told as a median and as a ratio. `docs/performance.md` has what came of it.

mod apart;
mod compile;
mod document;
mod generate;
mod plot;
mod report;
mod statistics;
mod synthetic;

use std::path::PathBuf;

use anyhow::bail;
use lexopt::prelude::*;

const USAGE: &str = "\
Usage: cargo xtask bench COMMAND [--runs N] [--json FILE]

Each prints tables, and writes them as JSON to target/bench/COMMAND.json, or to FILE.

Commands:
  compile [--only check,build,program] [--crate DIR] [--feature NAME]
          [--against NAME=DIR]… [--program NAME=DIR]…
                    lines and bytes of the emitted crate, and how long it takes to check and to
                    build, alone, with all features, the default ones, one and none; how long a
                    program takes that uses it, with all dependencies, and how large it is. DIR is
                    the crate, or the program, of another generator
  generate [FILE|DIR]… [--synthetic] [--plot FILE.svg] [--against NAME=COMMAND]…
                    time and memory of the command `seamstress`; over Seam's document where none is
                    named. COMMAND is another generator's, with {document} and {out} in it
  decode [--objects N] [--seed S]
                    pages of devices, access codes and events, against structs by hand
  call [--calls N]  calls over the loopback address, against reqwest and hyper
  document FILE     write what other generators are given: Seam's document with the operations
                    that the emitted crate has";

pub(crate) fn run(mut args: lexopt::Parser) -> anyhow::Result<()> {
    let command = match args.next()? {
        Some(Value(command)) => command.string()?,
        Some(Short('h') | Long("help")) => {
            println!("{USAGE}");
            return Ok(());
        }
        Some(other) => return Err(other.unexpected().into()),
        None => bail!("which benchmark?\n\n{USAGE}"),
    };
    // Each benchmark reads its own options, and all have this help.
    let rest = args.raw_args()?;
    let mut rest = rest.as_slice().iter();
    if rest.any(|argument| argument == "-h" || argument == "--help") {
        println!("{USAGE}");
        return Ok(());
    }
    match command.as_str() {
        "compile" => compile::run(args),
        "generate" => generate::run(args),
        "decode" => apart::run("decode", args),
        "call" => apart::run("call", args),
        "document" => document::run(args),
        other => bail!("there is no benchmark `{other}`\n\n{USAGE}"),
    }
}

/// What all benchmarks can be told.
struct Common {
    /// How often each thing is measured.
    runs: usize,
    /// Where the figures go; by default to `target/bench/`.
    json: Option<PathBuf>,
}

impl Common {
    fn new(runs: usize) -> Self {
        Self { runs, json: None }
    }

    /// Takes an option that all have; gives back any other.
    fn take<'a>(
        &mut self,
        name: &'a str,
        value: impl FnOnce() -> Result<std::ffi::OsString, lexopt::Error>,
    ) -> anyhow::Result<Option<&'a str>> {
        match name {
            "runs" => self.runs = value()?.parse()?,
            "json" => self.json = Some(value()?.into()),
            other => return Ok(Some(other)),
        }
        if self.runs == 0 {
            bail!("`--runs` must be at least 1");
        }
        Ok(None)
    }
}

/// `NAME=REST`, as in `--against`.
fn named(text: &std::ffi::OsStr) -> anyhow::Result<(String, String)> {
    let text = text.to_string_lossy();
    match text.split_once('=') {
        Some((name, rest)) if !name.is_empty() && !rest.is_empty() => {
            Ok((name.to_owned(), rest.to_owned()))
        }
        _ => bail!("`{text}` is not of the form NAME=…"),
    }
}
