//! `cargo xtask`: the project's commands, each a thin layer over a library.

#[cfg(unix)]
mod bench;
#[cfg(unix)]
mod corpus;
mod generate;
mod git;
mod hash;
mod history;
#[cfg(unix)]
mod installed;
#[cfg(unix)]
mod measure;
mod release;
mod repository;
mod roundtrip;
mod skew;
mod spec;
mod test;

use std::process::ExitCode;

use anyhow::bail;
use lexopt::prelude::*;

const USAGE: &str = "\
Usage: cargo xtask COMMAND

Commands, each of which says more with --help:
  generate         make generated/seam-api from spec/, or say what that would change
  roundtrip        read samples of every schema of a document with its type, and write them back
  skew             read what a server of one version sends with the client of another
  corpus           generate from every document below a folder, and compile a sample
  bench            measure compiling, generating, decoding and calling
  test             run every check: formatting, lints, freshness, documentation, tests
  spec pull        bring Seam's document from its npm package, a file or an address
  spec diff        say what the change from one document to another breaks
  spec lint        say what is wrong with document, overlay and settings
  spec history     judge what `spec diff` says by all versions that there were
  release prepare  write the version that follows, and its entry in the changelog";

fn main() -> ExitCode {
    match run(lexopt::Parser::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut args: lexopt::Parser) -> anyhow::Result<()> {
    match args.next()? {
        Some(Short('h') | Long("help")) => {
            println!("{USAGE}");
            Ok(())
        }
        Some(Value(command)) => match command.string()?.as_str() {
            "generate" => generate::run(args),
            "roundtrip" => roundtrip::run(args),
            #[cfg(unix)]
            "corpus" => corpus::run(args),
            #[cfg(unix)]
            "bench" => bench::run(args),
            #[cfg(unix)]
            measure::COMMAND => measure::between(args),
            "test" => test::run(args),
            "skew" => skew::run(args),
            "spec" => spec::run(args),
            "release" => release::run(args),
            other => bail!("there is no command `{other}`\n\n{USAGE}"),
        },
        Some(other) => Err(other.unexpected().into()),
        None => bail!("which command?\n\n{USAGE}"),
    }
}
